"""The ``[quotes]`` section of ``config/analysis.toml``: the words by which the press reports what others say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.config.base import Section


@dataclass(frozen=True, slots=True, eq=False)
class QuoteExample:
    """A text and the quotes that must be found in it: (kind, speaker, quoted text), an empty speaker for none."""

    id: str
    text: str
    language: str
    quotes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class QuoteSettings:
    """How quotes, speakers and statements are found.

    ``min_words`` in quotation marks are a quote without any reporting verb. ``er_verbs`` and ``ir_verbs`` are
    regular; ``verbs`` gives for every other its forms as (finite, past participles, present participles).
    ``weak_verbs`` among them often
    take a thing as object, so that they alone make no quote of a word or two. ``phrases`` are verbs with what
    completes them (*fait valoir*). ``titles`` stand before the name of a work or
    plan in quotation marks. ``companies`` and ``persons`` are nouns that stand for an organisation or a person
    named before, ``echoes`` those that only vary the name of the person just named.
    ``kinds`` are nouns that stand only for an organisation named as of that kind, each with those known as such;
    they are among the ``companies`` too. ``measures`` are nouns that after *selon* name no one.
    ``statement_similarity`` is the least cosine of two wordings of one statement.
    """

    min_words: int
    er_verbs: tuple[str, ...]
    ir_verbs: tuple[str, ...]
    verbs: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]
    weak_verbs: frozenset[str]
    phrases: tuple[str, ...]
    according: tuple[str, ...]
    titles: frozenset[str]
    companies: frozenset[str]
    kinds: Mapping[str, frozenset[str]]
    measures: frozenset[str]
    persons: frozenset[str]
    echoes: frozenset[str]
    fillers: frozenset[str]
    feminine_names: frozenset[str]
    masculine_names: frozenset[str]
    statement_similarity: float
    statement_words: int
    examples: tuple[QuoteExample, ...]


def read_quotes(section: Section) -> QuoteSettings:
    """The settings of the section. Raises ConfigError."""
    kinds = _kinds(section.table("kinds"))
    settings = QuoteSettings(
        min_words=section.whole("min_words", 3, low=1),
        er_verbs=section.texts("er_verbs", ()),
        ir_verbs=section.texts("ir_verbs", ()),
        verbs=_verbs(section.table("verbs")),
        weak_verbs=frozenset(section.texts("weak_verbs", ())),
        phrases=section.texts("phrases", ()),
        according=section.texts("according", ()),
        titles=frozenset(section.texts("titles", ())),
        companies=frozenset(section.texts("companies", ())) | kinds.keys(),
        kinds=kinds,
        measures=frozenset(section.texts("measures", ())),
        persons=frozenset(section.texts("persons", ())),
        echoes=frozenset(section.texts("echoes", ())),
        fillers=frozenset(section.texts("fillers", ())),
        feminine_names=frozenset(section.texts("feminine_names", ())),
        masculine_names=frozenset(section.texts("masculine_names", ())),
        statement_similarity=section.number("statement_similarity", 0.28, 0, 1),
        statement_words=section.whole("statement_words", 3, low=1),
        examples=tuple(_example(item) for item in section.tables("examples")),
    )
    for key, ending in (("er_verbs", "er"), ("ir_verbs", "ir")):
        for verb in getattr(settings, key):
            if not verb.endswith(ending):
                raise section.fault(
                    key, verb, f"expected verbs in -{ending}; give others their forms in [quotes.verbs]"
                )
    section.finish()
    return settings


def _kinds(section: Section) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for nouns in section.given():
        names = frozenset(section.texts(nouns, ()))
        found.update({noun: found.get(noun, frozenset()) | names for noun in nouns.split()})
    return found


def _verbs(section: Section) -> dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    found = {}
    for verb in section.given():
        line = section.text(verb)
        parts = [tuple(part.split()) for part in line.split("|")]
        if len(parts) != 3:
            raise section.fault(verb, line, "expected 'finite forms | past participles | present participles'")
        found[verb] = (parts[0], parts[1], parts[2])
    return found


def _example(section: Section) -> QuoteExample:
    lines = section.texts("quotes", ())
    quotes = []
    for line in lines:
        parts = tuple(part.strip() for part in line.split("|"))
        if len(parts) != 3 or parts[0] not in ("direct", "fragment", "indirect"):
            raise section.fault("quotes", line, "expected 'direct, fragment or indirect | speaker | quoted text'")
        quotes.append((parts[0], parts[1], parts[2]))
    example = QuoteExample(section.text("id"), section.text("text"), section.text("language", "fr"), tuple(quotes))
    section.finish()
    return example
