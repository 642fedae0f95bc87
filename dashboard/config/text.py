"""The ``[text]`` section of ``config/analysis.toml``: how an article is cut, and what in it is no content."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.config.base import Section


@dataclass(frozen=True, slots=True, eq=False)
class BoilerplateRule:
    """A line that ``pattern`` matches as a whole, of at most ``max_words`` words, is no content.

    ``yes`` and ``no`` are lines that the rule must and must not take.
    """

    id: str
    pattern: re.Pattern[str]
    max_words: int
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TextSettings:
    """How an article is cut.

    ``max_words`` is the longest passage; a longer line is cut at sentence ends into pieces of about
    ``piece_words``. ``heading_words`` is the longest heading. ``content`` holds lines that no rule may take.
    """

    max_words: int
    piece_words: int
    heading_words: int
    boilerplate: tuple[BoilerplateRule, ...]
    content: tuple[str, ...]


def read_text(section: Section) -> TextSettings:
    """The settings of the section. Raises ConfigError."""
    settings = TextSettings(
        max_words=section.whole("max_words", 120, low=20),
        piece_words=section.whole("piece_words", 75, low=10),
        heading_words=section.whole("heading_words", 18, low=1),
        boilerplate=tuple(_rule(item) for item in section.tables("boilerplate")),
        content=section.texts("content", ()),
    )
    if settings.piece_words > settings.max_words:
        raise section.fault("piece_words", settings.piece_words, f"expected at most max_words, {settings.max_words}")
    section.finish()
    return settings


def _pattern(section: Section) -> re.Pattern[str]:
    patterns = section.texts("patterns")
    for pattern in patterns:
        try:
            re.compile(pattern, re.IGNORECASE)
        except re.error as error:
            raise section.fault("patterns", pattern, f"no regular expression: {error}") from None
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _rule(section: Section) -> BoilerplateRule:
    rule = BoilerplateRule(
        id=section.text("id"),
        pattern=_pattern(section),
        max_words=section.whole("max_words", 40, low=1),
        yes=section.texts("yes"),
        no=section.texts("no", ()),
    )
    section.finish()
    return rule
