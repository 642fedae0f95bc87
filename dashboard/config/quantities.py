"""``config/quantities*.toml`` as frozen settings: the words of figures, measures, certainty and comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.config.base import read_toml
from dashboard.config.changes import Changes, Market, read_changes, read_market
from dashboard.config.figures import Style, Words, load_styles, load_words
from dashboard.config.meaning import (
    CertaintyWords,
    Measure,
    SubjectWords,
    read_certainty,
    read_measures,
    read_subjects,
)
from dashboard.config.things import load_things
from dashboard.config.units import LANGUAGES, Units, load_units

_OWN = Path(__file__).resolve().parents[2] / "config"


@dataclass(frozen=True, slots=True, eq=False)
class QuantityRules:
    """All rules of figures; compared by identity, so that what is compiled from them can be kept.

    ``tolerance`` is the relative difference that *about* covers where a measure gives none of its own. ``things`` are
    measures that a counted noun says alone, ``by_noun`` finds them. ``changes`` are the nouns that rise and fall,
    ``market`` the words of market reports.
    """

    units: Units
    words: Mapping[str, Words]
    measures: tuple[Measure, ...]
    certainty: CertaintyWords
    subjects: SubjectWords
    tolerance: float
    styles: tuple[Style, ...]
    things: tuple[Measure, ...]
    by_noun: Mapping[str, Measure]
    changes: Changes
    market: Market

    @property
    def loose(self) -> frozenset[str]:
        """The measures whose figures are set side by side only where they are equal."""
        return frozenset(measure.name for measure in (*self.measures, *self.things) if not measure.comparable)

    def words_of(self, language: str) -> Words:
        """The words of a language, the French ones where it has none of its own."""
        return self.words.get(language, self.words["fr"])

    def tolerance_of(self, measure: str | None) -> float:
        """The relative difference that *about* covers for a measure."""
        return next((row.tolerance for row in self.measures if row.name == measure), self.tolerance)


def load_quantities(path: Path) -> QuantityRules:
    """The settings of the file and of the ``quantities_*.toml`` beside it.

    A file that the folder lacks is taken from the project's own folder. Raises ConfigError.
    """

    def beside(name: str) -> Path:
        return path.with_name(name) if path.with_name(name).exists() else _OWN / name

    file = read_toml(path)
    comparison = file.table("comparison")
    tolerance = comparison.number("tolerance", 0.05, low=0, high=1)
    comparison.finish()
    things = load_things(beside("quantities_things.toml"), tolerance)
    measures = read_measures(file.table("measures"), tolerance)
    rules = QuantityRules(
        units=load_units(beside("quantities_units.toml")),
        words={language: load_words(beside(f"quantities_{language}.toml")) for language in LANGUAGES},
        measures=measures,
        certainty=read_certainty(file.table("certainty")),
        subjects=read_subjects(file.table("subjects")),
        tolerance=tolerance,
        styles=load_styles(beside("quantities_examples.toml")),
        things=things,
        by_noun={noun: thing for thing in things for noun in thing.nouns},
        changes=read_changes(file.table("changes"), measures),
        market=read_market(file.table("market"), measures),
    )
    file.finish()
    return rules
