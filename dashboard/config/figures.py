"""The words of figures, one ``config/quantities_<language>.toml`` a language, and the examples of the grammar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar, cast

from dashboard.config.base import Section, read_toml
from dashboard.config.units import LANGUAGES, numbers_of
from dashboard.model import Bound

BOUNDS: tuple[Bound, ...] = ("up_to", "more_than", "less_than", "about")
_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Numbers:
    """Words below a thousand; ``long_tens`` count on to nineteen (*soixante-dix-neuf*)."""

    units: Mapping[str, float]
    tens: Mapping[str, float]
    long_tens: tuple[str, ...]
    hundred: tuple[str, ...]
    thousand: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vague:
    """Determiners of amounts without a number, nouns that are vague even bare, prepositions that make idioms.

    After ``counting`` these make amounts (*se chiffre en centaines de millions*); after ``definite`` a scale is one
    (*le million de visiteurs*).
    """

    before: tuple[str, ...]
    bare: tuple[str, ...]
    idioms: tuple[str, ...]
    counting: tuple[str, ...]
    definite: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fractions:
    """Nouns of parts; those in ``whole`` are parts after a definite article as well."""

    nouns: Mapping[str, float]
    whole: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ordinals:
    """Words and suffixes of ranks; ``first`` is one only before ``first_nouns``, and before ``first_of``
    where *de* follows; none is before ``not_before``.

    Before ``no_rank_before`` a rank in words stands for a person or thing (*le second a*).
    """

    words: Mapping[str, float]
    suffixes: tuple[str, ...]
    first: tuple[str, ...]
    first_nouns: tuple[str, ...]
    first_of: tuple[str, ...]
    not_before: tuple[str, ...]
    no_rank_before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """Words of dates; ``before_year`` tell that four digits are a year."""

    months: Mapping[str, float]
    day_one: tuple[str, ...]
    quarter_letters: tuple[str, ...]
    half_letters: tuple[str, ...]
    quarter_nouns: tuple[str, ...]
    half_nouns: tuple[str, ...]
    rank_words: Mapping[str, float]
    decade_words: tuple[str, ...]
    before_year: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ages:
    """What makes years an age: words before, words after, comparisons, and the people who have ages.

    ``at`` make one of years alone (*mort à*), ``small`` are people whose age is counted in months, too.
    Near ``lives`` and after ``have`` years are an age, after *à* where none of ``terms`` is near.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    apposition: tuple[str, ...]
    under: tuple[str, ...]
    people: tuple[str, ...]
    at: tuple[str, ...]
    small: tuple[str, ...]
    birthday: tuple[str, ...]
    lives: tuple[str, ...]
    have: tuple[str, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """What makes hours a time of day."""

    units: tuple[str, ...]
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ratios:
    """Words of multiplication and comparison; near ``moves`` points are percentage points.

    Near ``indices`` they are counted. After ``changes`` two numbers are one range (*passer de 320 à 250*).
    """

    multiplied: tuple[str, ...]
    by: tuple[str, ...]
    comparative: tuple[str, ...]
    doubles: Mapping[str, float]
    doubles_before: tuple[str, ...]
    doubles_after: tuple[str, ...]
    moves: tuple[str, ...]
    indices: tuple[str, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoundWords:
    """Modifiers before and after a figure."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nouns:
    """Counted nouns: adjectives before them, words that look plural and are none, contexts of bare numbers.

    After ``not_one`` units *un* is an article, before ``one_people`` a number; a number before ``streets`` is an
    address. ``money_nouns`` are counted in money (*28 millions de dépenses*); *deux* before ``of_these`` counts
    what was named (*deux de ses usines*), and so do numbers before ``verbs`` (*six sont morts*). After
    ``people_before`` they are people (*ils étaient 300*).
    """

    not_one: tuple[str, ...]
    streets: tuple[str, ...]
    one_people: tuple[str, ...]
    money_nouns: tuple[str, ...]
    of_these: tuple[str, ...]
    verbs: tuple[str, ...]
    invariable: tuple[str, ...]
    adjectives: tuple[str, ...]
    stops: tuple[str, ...]
    contrast: tuple[str, ...]
    others: tuple[str, ...]
    counted_before: tuple[str, ...]
    people_before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Words after which a number is a label; nouns and endings of people."""

    labels: tuple[str, ...]
    people: tuple[str, ...]
    demonym_endings: tuple[str, ...]
    name_units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of figures in one language."""

    language: str
    one: tuple[str, ...]
    conjunction: tuple[str, ...]
    minus: tuple[str, ...]
    half: tuple[str, ...]
    over: tuple[str, ...]
    link: tuple[str, ...]
    decimal: str
    grouping: str
    numbers: Numbers
    scales: Mapping[str, float]
    abbreviations: Mapping[str, float]
    collectives: Mapping[str, float]
    vague: Vague
    fractions: Fractions
    ordinals: Ordinals
    dates: Dates
    ages: Ages
    clock: Clock
    ratios: Ratios
    bounds: Mapping[Bound, BoundWords]
    nouns: Nouns
    names: Names


@dataclass(frozen=True, slots=True)
class Style:
    """Examples of one way to write figures: texts with the figures in them, and texts without one."""

    name: str
    language: str
    reads: tuple[tuple[str, tuple[str, ...]], ...]
    leaves: tuple[str, ...]


def load_styles(path: Path) -> tuple[Style, ...]:
    """The examples of the grammar. Raises ConfigError."""
    file = read_toml(path)
    styles = tuple(_style(section) for section in file.tables("style"))
    file.finish()
    return styles


def _style(section: Section) -> Style:
    reads = []
    for line in section.texts("reads"):
        text, arrow, figures = line.partition(" => ")
        if not arrow:
            raise section.fault("reads", line, "expected 'text => surface | kind | value | unit ;; ...'")
        reads.append((text, tuple(figures.split(" ;; "))))
    style = Style(
        section.text("name"), section.choice("language", LANGUAGES, "fr"), tuple(reads), section.texts("leaves")
    )
    section.finish()
    return style


def load_words(path: Path) -> Words:
    """The words of one language; the file is named ``quantities_<language>.toml``. Raises ConfigError."""
    file = read_toml(path)
    bounds = file.table("bounds")
    words = Words(
        language=path.stem.rpartition("_")[2],
        one=file.texts("one"),
        conjunction=file.texts("and"),
        minus=file.texts("minus"),
        half=file.texts("half"),
        over=file.texts("over"),
        link=file.texts("link"),
        decimal=file.choice("decimal", (",", ".")),
        grouping=file.choice("grouping", (",", ".")),
        numbers=_record(Numbers, file.table("numbers")),
        scales=numbers_of(file.table("scales")),
        abbreviations=numbers_of(file.table("abbreviations")),
        collectives=numbers_of(file.table("collectives")),
        vague=_record(Vague, file.table("vague")),
        fractions=_record(Fractions, file.table("fractions")),
        ordinals=_record(Ordinals, file.table("ordinals")),
        dates=_record(Dates, file.table("dates")),
        ages=_record(Ages, file.table("ages")),
        clock=_record(Clock, file.table("clock")),
        ratios=_record(Ratios, file.table("ratios")),
        bounds={bound: _record(BoundWords, bounds.table(bound)) for bound in BOUNDS},
        nouns=_record(Nouns, file.table("nouns")),
        names=_record(Names, file.table("names")),
    )
    bounds.finish()
    file.finish()
    return words


def _record(cls: type[_Row], section: Section) -> _Row:
    """A dataclass whose fields are lists of strings or tables of numbers, under the keys of its own names."""
    values: dict[str, Any] = {}
    for field in fields(cast(Any, cls)):
        numbers = str(field.type).startswith("Mapping")
        values[field.name] = numbers_of(section.table(field.name)) if numbers else section.texts(field.name)
    section.finish()
    return cls(**values)
