"""What figures measure and how sure an article is: the tables of ``config/quantities.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from dashboard.config.base import Section
from dashboard.model import Kind

Roles = Literal["agent", "owner", "payer", "buyer", "holder", "fined", "both", "product", "target", "named", "person"]
ROLES: tuple[Roles, ...] = (
    *("agent", "owner", "payer", "buyer", "holder", "fined"),
    *("both", "product", "target", "named", "person"),
)
Shape = Literal["any", "change", "share", "rate"]
SHAPES: tuple[Shape, ...] = ("any", "change", "share", "rate")
KINDS: tuple[Kind, ...] = ("money", "people", "percent", "count", "duration", "date", "age", "ordinal", "other")
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that figures measure.

    ``cues`` are words near the figure, ``complements`` those right after it, ``excluded`` words that rule it out.
    ``nouns`` (counted) and ``own_units`` say it alone; in other units than ``units`` (empty: any) it is not given.
    ``weight`` is what its cues count against those of others, ``tolerance`` is relative. Figures of a measure that
    is not ``comparable`` (a rise: of what?) are set side by side only where they are equal. ``shape``:
    a *change* is no level (*à 17 %*) and no part of a whole (*40 % de la facture*), a *share* is such a part, a *rate*
    is printed with its sign (*un tiers* is none).
    ``cue_words`` and ``complement_words`` are the cues and complements as written. ``fallback`` are units or kinds
    of figures that measure this where no word tells. ``part`` is the measure of a share of it (*dont un tiers*).
    ``needed`` finds words without one of which the sentence tells no such measure; None where it needs none.
    """

    name: str
    kinds: frozenset[Kind]
    roles: Roles
    cues: re.Pattern[str]
    complements: re.Pattern[str]
    cue_words: tuple[str, ...]
    complement_words: tuple[str, ...]
    nouns: frozenset[str]
    units: frozenset[str]
    own_units: frozenset[str]
    fallback: frozenset[str]
    excluded: re.Pattern[str]
    weight: float
    tolerance: float
    comparable: bool
    shape: Shape
    part: str | None
    needed: re.Pattern[str] | None
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CertaintyWords:
    """Words that tell how sure an article is; each pattern finds one cue.

    After ``naming`` (some of ``attributed``) a source is named. Verbs of ``incises`` say something only where they are
    turned round (*, tempère la professeure*); of the ``sayings``, ``demands`` ask for the figure and ``announces`` make
    known what the speaker itself does.
    """

    denied: re.Pattern[str]
    rumour: re.Pattern[str]
    attributed: re.Pattern[str]
    naming: re.Pattern[str]
    sayings: re.Pattern[str]
    incises: re.Pattern[str]
    demands: re.Pattern[str]
    announces: re.Pattern[str]
    projected: re.Pattern[str]
    announcing: re.Pattern[str]
    hypothesis: re.Pattern[str]
    conditional: re.Pattern[str]
    future: re.Pattern[str]
    outsiders: re.Pattern[str]
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """Common nouns that are subjects of sentences, in lower case.

    ``generic`` stand for the organisation that an article speaks of, ``leaders`` speak for it, ``attributes`` belong
    to it; ``places`` stand for the place it speaks of; ``located`` are generic nouns that a place names,
    ``demonyms`` stand for an organisation by its country or city; ``judges`` finds those who judge and are not judged,
    ``indices`` names that are no bodies, ``observers`` those who count what others do. ``bodies`` are those of the
    state, by their first word.
    """

    generic: frozenset[str]
    leaders: frozenset[str]
    attributes: frozenset[str]
    places: frozenset[str]
    located: frozenset[str]
    demonyms: frozenset[str]
    bodies: Mapping[str, str]
    judges: re.Pattern[str]
    indices: re.Pattern[str]
    observers: re.Pattern[str]


def read_subjects(section: Section) -> SubjectWords:
    """The nouns of subjects. Raises ConfigError."""
    words = SubjectWords(
        generic=frozenset(section.texts("generic")),
        leaders=frozenset(section.texts("leaders")),
        attributes=frozenset(section.texts("attributes")),
        places=frozenset(section.texts("places")),
        located=frozenset(section.texts("located")),
        demonyms=frozenset(section.texts("demonyms")),
        bodies={body.split(" ")[0].lower(): body for body in section.texts("bodies")},
        judges=cue_pattern(section.texts("judges")),
        indices=cue_pattern(section.texts("indices")),
        observers=cue_pattern(section.texts("observers")),
    )
    section.finish()
    return words


def cue_pattern(words: Iterable[str], excluded: Iterable[str] = ()) -> re.Pattern[str]:
    """A pattern that finds any of the words in lower-case text; a star stands for any ending.

    Words in ``excluded`` are found nowhere; an empty list finds nothing.
    """
    parts = [_one_cue(word) for word in words]
    if not parts:
        return _NEVER
    shut = "|".join(_one_cue(word) for word in excluded)
    return re.compile(rf"(?<!\w)(?!(?:{shut})){_any(parts)}" if shut else rf"(?<!\w){_any(parts)}")


def _any(parts: list[str]) -> str:
    return f"(?:{'|'.join(parts)})"


def _one_cue(word: str) -> str:
    pattern = r"\w{0,20}".join(re.escape(part) for part in word.split("*"))
    return pattern + ("" if word.endswith("'") else r"(?!\w)")


def read_measures(section: Section, tolerance: float) -> tuple[Measure, ...]:
    """Every measure, in the file's order; ``tolerance`` is that of those which give none. Raises ConfigError."""
    return tuple(_measure(name, table, tolerance) for name, table in section.named())


def _measure(name: str, section: Section, tolerance: float) -> Measure:
    kinds = section.texts("kinds")
    for kind in kinds:
        if kind not in KINDS:
            raise section.fault("kinds", kind, f"expected some of {', '.join(KINDS)}")
    measure = Measure(
        name=name,
        kinds=frozenset(cast(tuple[Kind, ...], kinds)),
        roles=cast(Roles, section.choice("roles", ROLES)),
        cues=cue_pattern(section.texts("cues", ())),
        complements=cue_pattern(section.texts("of", ())),
        cue_words=section.texts("cues", ()),
        complement_words=section.texts("of", ()),
        nouns=frozenset(section.texts("nouns", ())),
        units=frozenset(section.texts("units", ()) + section.texts("own_units", ())),
        own_units=frozenset(section.texts("own_units", ())),
        fallback=frozenset(section.texts("fallback", ())),
        excluded=cue_pattern(section.texts("not", ())),
        weight=section.number("weight", 1.0, low=0),
        tolerance=section.number("tolerance", tolerance, low=0, high=1),
        comparable=section.flag("comparable", True),
        shape=cast(Shape, section.choice("shape", SHAPES, "any")),
        part=section.text("part") if section.has("part") else None,
        needed=cue_pattern(section.texts("needs")) if section.has("needs") else None,
        examples=section.texts("examples"),
        counter_examples=section.texts("counter_examples"),
    )
    section.finish()
    return measure


def read_certainty(section: Section) -> CertaintyWords:
    """The words of certainty. Raises ConfigError."""

    def cues(key: str) -> re.Pattern[str]:
        return cue_pattern(section.texts(key), section.texts(f"{key}_not", ()))

    def forms(key: str) -> re.Pattern[str]:
        shut = "|".join(re.escape(word) for word in section.texts(f"{key}_not"))
        stem = r"[^\W\d_]{0,30}" if key == "conditional" else ""
        try:
            return re.compile(rf"(?<!\w)(?!(?:{shut})(?!\w)){stem}(?:{section.text(key)})(?!\w)")
        except re.error as error:
            raise section.fault(key, section.text(key), f"no regular expression: {error}") from None

    words = CertaintyWords(
        denied=cues("denied"),
        rumour=cues("rumour"),
        attributed=cues("attributed"),
        naming=cues("naming"),
        sayings=cues("sayings"),
        incises=cues("incises"),
        demands=cues("demands"),
        announces=cues("announces"),
        projected=cues("projected"),
        announcing=cues("announcing"),
        hypothesis=cues("hypothesis"),
        conditional=forms("conditional"),
        future=forms("future"),
        outsiders=cues("outsiders"),
        own=section.texts("self"),
    )
    section.finish()
    return words
