"""Numbers, shares, dates and reported figures in French and in English: what views and charts write with.

Every form is exact: two figures that differ never look the same. Spaces inside a form never break a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from babel.lists import format_list

from dashboard.locales.amounts import amount, between, vague
from dashboard.locales.dates import date_text
from dashboard.locales.digits import BABEL, FIXED, number, percent

__all__ = ["FigureLike", "amount", "date_text", "either", "listing", "number", "percent", "short_form"]

_BOUNDS = {"more_than": ">", "less_than": "<", "up_to": "≤"}
_ABOUT = {"fr": "env.", "en": "about"}


class FigureLike(Protocol):
    """What a figure must tell to be written: a ``Quantity`` or a row of the table of quantities.

    Missing values are None or NaN; ``surface`` is written where nothing was normalised.
    """

    @property
    def surface(self) -> str:
        """As printed."""

    @property
    def kind(self) -> str:
        """What is counted, of the contract's kinds."""

    @property
    def value(self) -> float | None:
        """In the unit itself."""

    @property
    def min(self) -> float | None:
        """Lower end, in the unit itself."""

    @property
    def max(self) -> float | None:
        """Upper end, in the unit itself."""

    @property
    def date(self) -> str | None:
        """Truncated ISO, for kind ``date`` alone."""

    @property
    def unit(self) -> str | None:
        """ISO 4217, ``%``, ``pp``, ``people``, ``year`` and the like."""

    @property
    def bound(self) -> str:
        """``exact``, ``about``, ``more_than``, ``less_than`` or ``up_to``."""


def short_form(figure: FigureLike, language: str, bound: bool = True) -> str:
    """The normalised figure in few characters: ``env. 12 000``, ``29 Md$``, ``> 1 million``, ``5 à 7 %``.

    Without ``bound`` the sign for *about*, *more than* and the like is left out. What was not normalised comes
    back as printed.
    """
    value, low, high = (_given(part) for part in (figure.value, figure.min, figure.max))
    unit = figure.unit if isinstance(figure.unit, str) else None
    if figure.kind == "date" and isinstance(figure.date, str):
        return _bounded(date_text(figure.date, language), figure.bound if bound else "exact", language)
    if value is None and low is None and high is None:
        return figure.surface
    if value is not None:
        text, mark = amount(value, figure.kind, unit, language), figure.bound
    elif low is not None and high is not None:
        text, mark = between(low, high, figure.kind, unit, language), figure.bound
    elif low is not None:
        rough = vague(low, figure.kind, unit, language)
        text, mark = (rough, "exact") if rough else (amount(low, figure.kind, unit, language), "more_than")
    else:
        text, mark = amount(high or 0.0, figure.kind, unit, language), figure.bound
        mark = "up_to" if mark not in ("less_than", "up_to") else mark
    return _bounded(text, mark if bound else "exact", language)


def either(items: Sequence[str], language: str) -> str:
    """``10 000 ou 12 000``, ``a, b ou c``; the empty string for no item."""
    return format_list(list(items), style="or", locale=BABEL[language])


def listing(items: Sequence[str], language: str) -> str:
    """``a, b et c`` or ``a, b and c``; the empty string for no item."""
    return format_list(list(items), style="standard", locale=BABEL[language])


def _given(value: float | None) -> float | None:
    return None if value is None or value != value else float(value)


def _bounded(text: str, bound: str, language: str) -> str:
    sign = _ABOUT[language] if bound == "about" else _BOUNDS.get(bound)
    return f"{sign}{FIXED}{text}" if sign else text
