"""The ``[rules]`` of ``config/entities.toml``: how names that no list holds are told from other capitals."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.config.base import Section

_LISTS = (
    "titles",
    "people",
    "organisations",
    "small_organisations",
    "adjectives",
    "matters",
    "plain",
    "common",
    "acronyms",
    "demonyms",
    "place_cues",
    "place_heads",
    "organisation_cues",
    "product_cues",
    "particles",
    "periodicals",
    "press_tails",
    "journals",
    "fields",
    "prefixes",
    "acronym_heads",
    "landscapes",
    "receiving",
    "tails",
    "openers",
    "naming",
    "eponyms",
    "first_names",
)


@dataclass(frozen=True, slots=True)
class NameExample:
    """A text with every name in it, each as ``name | type``; a description ends in ``| described``."""

    text: str
    names: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True, eq=False)
class NameRules:
    """Words by what they say of the capitals beside them; the file explains each list.

    ``titles``, ``organisations``, ``common``, ``acronyms``, ``periodicals``, ``press_tails``, ``journals``,
    ``fields``, ``prefixes``, ``acronym_heads``, ``tails`` and ``first_names`` are as written, the others in lower case.
    """

    titles: frozenset[str]
    people: frozenset[str]
    organisations: frozenset[str]
    small_organisations: frozenset[str]
    adjectives: frozenset[str]
    matters: frozenset[str]
    plain: frozenset[str]
    common: frozenset[str]
    acronyms: frozenset[str]
    demonyms: frozenset[str]
    place_cues: frozenset[str]
    place_heads: frozenset[str]
    organisation_cues: frozenset[str]
    product_cues: frozenset[str]
    particles: frozenset[str]
    periodicals: frozenset[str]
    press_tails: frozenset[str]
    journals: frozenset[str]
    fields: frozenset[str]
    prefixes: frozenset[str]
    acronym_heads: frozenset[str]
    landscapes: frozenset[str]
    receiving: frozenset[str]
    tails: frozenset[str]
    openers: frozenset[str]
    naming: frozenset[str]
    eponyms: frozenset[str]
    first_names: frozenset[str]
    examples: tuple[NameExample, ...]


def read_names(section: Section, examples: list[Section]) -> NameRules:
    """The rules of the section and the file's examples. Raises ConfigError."""
    lists = {name: frozenset(section.texts(name, ())) for name in _LISTS}
    section.finish()
    return NameRules(**lists, examples=tuple(_example(item) for item in examples))


def _example(section: Section) -> NameExample:
    example = NameExample(section.text("text"), section.texts("names"), section.text("language", "fr"))
    for line in example.names:
        parts = [part.strip() for part in line.split("|")]
        if len(parts) not in (2, 3) or parts[1] not in ("ORG", "PER", "PRODUCT", "LOC"):
            raise section.fault("names", line, "expected 'Name | ORG' (PER, PRODUCT, LOC), '| described' if it is one")
    section.finish()
    return example
