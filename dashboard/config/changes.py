"""``[changes]`` and ``[market]`` of ``config/quantities.toml``: what a rise or fall measures, by the noun whose it is,
and in a market report."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.config.base import Section
from dashboard.config.meaning import Measure, cue_pattern

_GROUP = "n"
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """``nouns`` finds the nouns in lower-case text; ``measures`` those they stand for, by the matched group."""

    nouns: re.Pattern[str]
    measures: Mapping[str, Measure]

    def measure(self, found: re.Match[str]) -> Measure:
        """The measure of a change of the noun that was found."""
        return self.measures[found.lastgroup or ""]


@dataclass(frozen=True, slots=True, eq=False)
class Market:
    """How reports of a stock exchange tell rises and falls (*Valorys a cédé 3 %*).

    An article that gives a figure of one of ``reports`` (names of measures) is one. ``moves`` are the verbs and nouns
    of a rise or fall, ``between`` the other words that may stand between a name and its figure; ``measure`` is
    what such a figure measures.
    """

    reports: frozenset[str]
    moves: re.Pattern[str]
    between: frozenset[str]
    measure: Measure


def read_market(section: Section, measures: Sequence[Measure]) -> Market:
    """The words of market reports; their measures must be some of ``measures``. Raises ConfigError."""
    known = {measure.name: measure for measure in measures}
    name = section.text("measure")
    if name not in known:
        raise section.fault("measure", name, "expected the name of a measure of this file")
    market = Market(
        reports=frozenset(section.texts("reports")),
        moves=cue_pattern(section.texts("moves")),
        between=frozenset(section.texts("between")),
        measure=known[name],
    )
    section.finish()
    return market


def read_changes(section: Section, measures: Sequence[Measure]) -> Changes:
    """The nouns of changes by measure; each measure must be one of ``measures``. Raises ConfigError."""
    known = {measure.name: measure for measure in measures}
    groups: dict[str, Measure] = {}
    parts = []
    for place, (name, table) in enumerate(section.named()):
        nouns = table.texts("nouns")
        if name not in known:
            raise table.fault("nouns", name, "expected the name of a measure of this file")
        groups[f"{_GROUP}{place}"] = known[name]
        words = "|".join(r"\w{0,20}".join(map(re.escape, noun.split("*"))) for noun in nouns)
        parts.append(f"(?P<{_GROUP}{place}>{words})")
        table.finish()
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else _NEVER
    return Changes(pattern, groups)
