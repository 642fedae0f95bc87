"""Units of figures and every way to write them: ``config/quantities_units.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dashboard.config.base import Section, read_toml
from dashboard.model import Kind

LANGUAGES = ("fr", "en")
_KINDS = ("money", "percent", "duration", "other", "count")


@dataclass(frozen=True, slots=True)
class UnitWord:
    """One way to write a unit: ``factor`` of it are worth one ``unit`` (a centime is 0.01 EUR)."""

    phrase: str
    unit: str
    kind: Kind
    factor: float
    language: str


@dataclass(frozen=True, slots=True)
class Shared:
    """Words that several units share: the first whose hint stands in the article, else ``default``."""

    unit: str
    default: str
    hints: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Units:
    """Every way to write a unit; ``prefixes`` and ``codes`` give money by its sign."""

    words: tuple[UnitWord, ...]
    prefixes: Mapping[str, str]
    codes: Mapping[str, str]
    shared: Mapping[str, Shared]


def load_units(path: Path) -> Units:
    """Every unit of the file. Raises ConfigError."""
    file = read_toml(path)
    words: list[UnitWord] = []
    prefixes: dict[str, str] = {}
    codes: dict[str, str] = {}
    for unit, section in file.table("currencies").named():
        prefixes.update(dict.fromkeys(section.texts("prefix", ()), unit))
        codes.update(dict.fromkeys(section.texts("codes", ()), unit))
        words += _unit_words(section, unit, "money")
    for unit, section in file.table("units").named():
        words += _unit_words(section, unit, cast(Kind, section.choice("kind", _KINDS)))
    shared = {}
    for section in file.tables("shared"):
        row, row_words = _shared(section)
        shared[row.unit] = row
        words += row_words
    file.finish()
    return Units(tuple(words), prefixes, codes, shared)


def _unit_words(section: Section, unit: str, kind: Kind) -> list[UnitWord]:
    found = [UnitWord(phrase, unit, kind, 1.0, "any") for phrase in section.texts("any", ())]
    for language in LANGUAGES:
        found += [UnitWord(phrase, unit, kind, 1.0, language) for phrase in section.texts(language, ())]
        parts = numbers_of(section.table(f"parts_{language}"))
        found += [UnitWord(phrase, unit, kind, factor, language) for phrase, factor in parts.items()]
    section.finish()
    return found


def _shared(section: Section) -> tuple[Shared, list[UnitWord]]:
    default, hints = section.text("default"), section.table("hints")
    row = Shared(f"?{default}", default, tuple((unit, hints.text(unit)) for unit in hints.given()))
    words = [
        UnitWord(phrase, row.unit, "money", 1.0, language)
        for language in LANGUAGES
        for phrase in section.texts(f"words_{language}", ())
    ]
    hints.finish()
    section.finish()
    return row, words


def numbers_of(section: Section) -> dict[str, float]:
    """Every key of a table with its number. Raises ConfigError."""
    return {key: section.number(key) for key in section.given()}
