"""The ``[terms]`` and ``[topics]`` sections of ``config/analysis.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.config.base import Section


@dataclass(frozen=True, slots=True, eq=False)
class TermSettings:
    """How terms are chosen and ranked.

    ``general`` are lemmas and phrases of any subject, which count a fifth; ``never`` are those that are no terms at
    all; ``nouns`` have the ending of another class, ``adjectives`` that of none; ``same`` joins spellings and
    acronyms, as lemma to the lemma it counts for; ``phrases`` are always taken whole. ``phrase_count`` is how
    often a phrase must stand in the corpus, ``association`` its least normalised mutual information (-1..1). A
    term weighs ``name``, ``place``, ``phrase`` (``rare`` where it stands once in the corpus), ``noun``,
    ``adjective`` or ``verb``, by ``heading`` more in a title or heading, by ``opening`` more in the first passage
    and by ``plural`` more in the plural, in which the press names whom and what it writes about; a word of at most
    five letters weighs ``short`` of the rest.
    """

    general: frozenset[str]
    never: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    same: Mapping[str, str]
    phrases: tuple[str, ...]
    phrase_count: int
    association: float
    name: float
    place: float
    phrase: float
    rare: float
    noun: float
    adjective: float
    verb: float
    heading: float
    opening: float
    plural: float
    short: float


@dataclass(frozen=True, slots=True)
class TopicSettings:
    """How topics and stories are learned.

    ``components`` is the size of the latent space, ``resolution_coarse`` and ``resolution_fine`` how finely
    communities are told apart, in a small corpus at least as finely as ``resolution_small``; ``refine`` how often
    naive Bayes reads the groups again. ``unnamed`` are lemmas and spellings that name no topic. ``story_distance`` is
    the cosine distance under which two articles tell one story, ``story_days`` how far apart they may be published.
    """

    components: int
    resolution_coarse: float
    resolution_fine: float
    resolution_small: float
    refine: int
    label_terms: int
    unnamed: frozenset[str]
    story_distance: float
    story_days: int


def read_terms(section: Section) -> TermSettings:
    """The settings of the section. Raises ConfigError."""
    settings = TermSettings(
        general=_lemmas(section, "general"),
        never=_lemmas(section, "never"),
        nouns=_lemmas(section, "nouns"),
        adjectives=_lemmas(section, "adjectives"),
        same=_same(section),
        phrases=tuple(sorted(_lemmas(section, "phrases"))),
        phrase_count=section.whole("phrase_count", 2, low=1),
        association=section.number("association", 0.2, low=-1, high=1),
        name=section.number("name", 1.0, low=0),
        place=section.number("place", 0.6, low=0),
        phrase=section.number("phrase", 1.0, low=0),
        rare=section.number("rare", 0.5, low=0),
        noun=section.number("noun", 0.7, low=0),
        adjective=section.number("adjective", 0.25, low=0),
        verb=section.number("verb", 0.15, low=0),
        heading=section.number("heading", 0.5, low=0),
        opening=section.number("opening", 0.15, low=0),
        plural=section.number("plural", 0.15, low=0),
        short=section.number("short", 0.9, low=0),
    )
    section.finish()
    return settings


def read_topics(section: Section) -> TopicSettings:
    """The settings of the section. Raises ConfigError."""
    settings = TopicSettings(
        components=section.whole("components", 50, low=2),
        resolution_coarse=section.number("resolution_coarse", 0.6, low=0.01, high=10),
        resolution_fine=section.number("resolution_fine", 1.4, low=0.01, high=10),
        resolution_small=section.number("resolution_small", 1.1, low=0.01, high=10),
        refine=section.whole("refine", 5),
        label_terms=section.whole("label_terms", 3, low=1),
        unnamed=_lemmas(section, "unnamed"),
        story_distance=section.number("story_distance", 0.8, low=0, high=1),
        story_days=section.whole("story_days", 7),
    )
    section.finish()
    return settings


def _lemmas(section: Section, key: str) -> frozenset[str]:
    return frozenset(word for line in section.texts(key, ()) for word in _parts(line))


def _parts(line: str) -> list[str]:
    return [part.strip() for part in line.split(",") if part.strip()]


def _same(section: Section) -> dict[str, str]:
    joined = {}
    for line in section.texts("same", ()):
        target, *others = (part.strip() for part in line.split(" = "))
        if not others:
            raise section.fault("same", line, "expected 'lemma = other spelling = ...'")
        joined.update(dict.fromkeys(others, target))
    return joined
