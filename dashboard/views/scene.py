"""What a view is given, the same for all of them."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.config import Config
from dashboard.filters import Filters
from dashboard.tables import Analysis


@dataclass(frozen=True, slots=True)
class Scene:
    """The whole corpus, the selection, and how to show it.

    ``whole`` holds everything that was analysed, ``analysis`` the rows that the filters keep, counted again;
    where no filter is set they are one object. ``language`` is ``fr`` or ``en``, ``dark`` the reader's theme.
    The tables are shared between readers: views never write to them.
    """

    whole: Analysis
    analysis: Analysis
    filters: Filters
    config: Config
    language: str
    dark: bool = False

    @property
    def key(self) -> tuple[str, Filters, str, bool]:
        """What the shown page depends on: the key under which a view may cache what it draws."""
        return (self.whole.digest, self.filters, self.language, self.dark)
