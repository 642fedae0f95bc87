"""``config/measures.toml``: how the measures of figures are called in either language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.config.base import Section, read_toml

_GAP = re.compile(r"\{([^{}]{0,40})\}")
_PERCENT = ("%", "pp")
_PARTIES = frozenset({"subject", "counterparty"})
# The party and the word that leads to it, to be left out where the party is not known.
_LED = {
    "fr": re.compile(r" (?:de|à|chez|dans|par|pour|et|infligée à|versée à|accordée à|pratiqué par)(?= \{)"),
    "en": re.compile(r" (?:of|at|in|by|for|to|on|and|imposed on|asked by|raised by)(?= \{)"),
}


@dataclass(frozen=True, slots=True)
class MeasureNames:
    """A measure's label and its phrase inside a sentence, by language; a phrase holds ``{subject}`` at least."""

    labels: Mapping[str, str]
    phrases: Mapping[str, str]

    def phrase(self, language: str, known: frozenset[str]) -> str:
        """The phrase with room for the parties in ``known`` alone; the others are cut with the word before them."""
        text = self.phrases[language]
        for party in _PARTIES - known:
            text = re.sub(_LED[language].pattern + rf" \{{{party}\}}", "", text)
            text = re.sub(rf"\{{{party}\}}(?:’s)? ?", "", text)
        return text


def load_measure_names(path: Path) -> dict[str, MeasureNames]:
    """Names by measure. Raises ConfigError."""
    file = read_toml(path)
    names = {measure: _names(section) for measure, section in file.named()}
    file.finish()
    return names


def names_of(names: Mapping[str, MeasureNames], measure: str, unit: object) -> MeasureNames | None:
    """What a measure is called; a percent of one whose change has a name (*price*: *price_change*) is called by that.

    None: it has no name.
    """
    changed = names.get(f"{measure}_change") if unit in _PERCENT else None
    return changed or names.get(measure)


def _names(section: Section) -> MeasureNames:
    names = MeasureNames(
        labels={language: section.text(language) for language in _LED},
        phrases={language: _phrase(section, f"phrase_{language}") for language in _LED},
    )
    section.finish()
    return names


def _phrase(section: Section, key: str) -> str:
    text = section.text(key)
    parties = _GAP.findall(text)
    if "subject" not in parties or not set(parties) <= _PARTIES:
        raise section.fault(key, text, "expected {subject}, and beside it {counterparty} alone, in the phrase")
    return text
