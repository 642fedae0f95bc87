"""``[changes]`` of ``config/quantities.toml``: what a rise or fall measures, by the noun whose it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.config.base import Section
from dashboard.config.meaning import Measure

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
