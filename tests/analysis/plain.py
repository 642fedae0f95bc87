"""Units and terms by plain loops over tokens: what the coded reading must come to, word by word."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from dashboard.analysis.phrases import _RELATIONAL, association
from dashboard.analysis.units import ADJACENT, APART, OF, OF_THE
from dashboard.analysis.wordclass import infinitive_of, is_measure
from dashboard.analysis.wordroles import (
    ADJECTIVE,
    COMPOUND,
    CONTENT,
    EITHER,
    NAME,
    NOUN,
    PLACE,
    SAYS_OF,
    SAYS_OF_THE,
    SAYS_THE,
    VERB,
    Reader,
)
from dashboard.config import Config
from dashboard.model import Document, Word

_AFTER = {SAYS_OF: {ADJACENT: OF}, SAYS_OF_THE: {ADJACENT: OF_THE}, SAYS_THE: {OF: OF_THE}}


@dataclass
class Unit:
    key: str
    kind: int
    start: int
    end: int
    sentence: int
    link: int


def plain_units(document: Document, config: Config) -> list[Unit]:
    """The units of one document, token after token."""
    reader, text, tokens = Reader(config), document.article.text, list(document.tokens)
    language = document.article.language
    names = {n.start: n for n in document.names if not n.described and not is_measure(n.name.lower())}
    compounds = _compounds(document, reader) if language == "fr" else {}
    units: list[Unit] = []
    link, until, last, sentence = APART, -1, 0, -1
    for place, token in enumerate(tokens):
        if token.start < until:
            continue
        gap = text[last : token.start]
        if token.sentence != sentence or gap not in ("", " ", "\u00a0", "\u202f", "-"):
            link, sentence = APART, token.sentence
        name, compound = names.get(token.start), compounds.get(token.start)
        if compound and (name is None or name.end <= compound[1]):
            key, kind, last = reader.same.get(compound[0], compound[0]), COMPOUND, compound[1]
            until = last
        elif name:
            minor = name.type == "LOC" or (name.type == "PER" and " " not in name.name)
            key, kind, last = name.name, PLACE if minor else NAME, name.end
            until = last
        else:
            last = token.end
            role = reader.read(Word(token.surface, token.lemma, language))
            if role.role not in (CONTENT, EITHER):
                link = _AFTER.get(role.role, {}).get(link, APART)
                continue
            key, kind = role.key, role.kind
            if role.role == EITHER:
                before = tokens[place - 1]
                opens = place == 0 or before.sentence != token.sentence
                if opens or reader.noun_follows(Word(before.surface, before.lemma, language)):
                    key, kind = reader.same.get(key, key), NOUN
                else:
                    key, kind = infinitive_of(key), VERB
        units.append(Unit(key, kind, token.start, last, token.sentence, link))
        link = ADJACENT
    return units


def _compounds(document: Document, reader: Reader) -> dict[int, tuple[str, int]]:
    tokens, found, until = list(document.tokens), {}, 0
    for place, token in enumerate(tokens):
        begun = [one for (first, _), some in reader.compounds.items() if first == token.lemma for one in some]
        for key, lemmas in sorted(begun, key=lambda one: len(one[1]) == 1):
            there = tokens[place : place + len(lemmas)]
            if (
                place >= until
                and tuple(t.lemma for t in there) == lemmas
                and {t.sentence for t in there} == {token.sentence}
            ):
                found[token.start] = (key, there[-1].end)
                until = place + len(lemmas)
    return found


def plain_terms(documents: Sequence[Document], config: Config) -> dict[tuple[str, str], tuple[int, float]]:
    """(article_id, key) -> how often the term is mentioned there, and its weight."""
    reader, settings = Reader(config), config.analysis.terms
    corpus = _joined_openings([plain_units(document, config) for document in documents])
    counts, kept = _chosen(corpus, config)
    mentions: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    kinds: dict[str, tuple[str, float]] = {}
    for document, units in zip(documents, corpus, strict=True):
        taken = _absorbed(units, counts, kept, config)
        place = 0
        while place < len(units):
            unit = units[place]
            if place in taken:
                key, last = taken[place]
                told = reader.same.get(key, key), "phrase", settings.phrase if counts[key] > 1 else settings.rare
                place = last
            elif unit.kind in (NAME, PLACE):
                told = unit.key, "name", settings.name if unit.kind == NAME else settings.place
            elif " " in unit.key:
                told = unit.key, "phrase", settings.phrase
            else:
                weight = {ADJECTIVE: settings.adjective, VERB: settings.verb}.get(unit.kind, settings.noun)
                told = unit.key, "word", weight * (settings.short if len(unit.key) <= 5 else 1)
            if told[1] != "name" and told[0] in settings.general:
                told = (*told[:2], told[2] * 0.2)
            place += 1
            if told[1] == "word" and told[0] in settings.never:
                continue
            kinds.setdefault(told[0], told[1:])
            mentions.setdefault((document.article.article_id, told[0]), []).append(_marks(document, unit, told[:2]))
    found = {}
    for (article, key), opens in mentions.items():
        weight = kinds[key][1] * (1 + math.log2(len(opens)))
        holders = [
            other
            for (where, other), more in mentions.items()
            if where == article and " " in other and key in other.lower().split() and len(more) >= len(opens)
        ]
        weight *= 0.2 if kinds[key][0] == "word" and holders else 1
        more = {"heading": settings.heading, "opening": settings.opening, "plural": settings.plural}
        found[article, key] = len(opens), weight * (1 + sum(more.get(mark, 0) for mark in set(chain(*opens))))
    return found


def _joined_openings(corpus: list[list[Unit]]) -> list[list[Unit]]:
    words = {unit.key for units in corpus for unit in units if unit.kind == NOUN}
    opens: dict[str, bool] = {}
    for units in corpus:
        for place, unit in enumerate(units):
            if unit.kind in (NAME, PLACE) and unit.key[1:].islower() and unit.key.lower() in words:
                first = place == 0 or units[place - 1].sentence != unit.sentence
                opens[unit.key] = opens.get(unit.key, True) and first
    for unit in (unit for units in corpus for unit in units):
        if unit.kind in (NAME, PLACE) and opens.get(unit.key):
            unit.key, unit.kind = unit.key.lower(), NOUN
    return corpus


def _sequences(units: list[Unit], config: Config) -> list[tuple[str, int, int]]:
    """Phrases of two or three units as (key, first, last)."""

    def step(place: int) -> str:
        unit, before = units[place], units[place - 1]
        if {unit.key, before.key} & config.analysis.terms.never:
            return ""
        if unit.link == ADJACENT:
            fits = unit.kind == ADJECTIVE or (unit.kind == NOUN and before.kind == NOUN)
            return unit.key if fits and unit.key not in config.analysis.terms.general else ""
        return f"de {unit.key}" if unit.link != APART and unit.kind == NOUN else ""

    found = []
    for place in range(len(units) - 1):
        if units[place].kind == NOUN and step(place + 1):
            key = f"{units[place].key} {step(place + 1)}"
            if key not in config.analysis.terms.never:
                found.append((key, place, place + 1))
            if place + 2 < len(units) and step(place + 2):
                found.append((f"{key} {step(place + 2)}", place, place + 2))
    return found


def _chosen(corpus: list[list[Unit]], config: Config) -> tuple[Counter[str], set[str]]:
    settings = config.analysis.terms
    words = Counter(unit.key for units in corpus for unit in units)
    counts: Counter[str] = Counter()
    ends: dict[str, tuple[str, str]] = {}
    kept = set()
    for units in corpus:
        for key, first, last in _sequences(units, config):
            counts[key] += 1
            left, right = units[first], units[last]
            tight = all(unit.link != OF_THE for unit in units[first + 1 : last + 1])
            if tight or key not in ends:
                ends[key] = left.key, right.key
            of_a_kind = right.link == OF or (right.kind == ADJECTIVE and right.key.endswith(_RELATIONAL))
            if tight and of_a_kind and last == first + 1 and not {left.key, right.key} & settings.general:
                kept.add(key)
    total = words.total()
    for key, count in counts.items():
        left, right = (words[end] for end in ends[key])
        if count >= settings.phrase_count and association(count, left, right, total) >= settings.association:
            kept.add(key)
    return counts, kept


def _absorbed(units: list[Unit], counts: Counter[str], kept: set[str], config: Config) -> dict[int, tuple[str, int]]:
    order = sorted(
        (first - last, -counts[key], first, last, key) for key, first, last in _sequences(units, config) if key in kept
    )
    free, taken = set(range(len(units))), {}
    for _, _, first, last, key in order:
        if free.issuperset(range(first, last + 1)):
            free -= set(range(first, last + 1))
            taken[first] = key, last
    return taken


def _marks(document: Document, unit: Unit, told: tuple[str, str]) -> tuple[str, ...]:
    key, kind = told
    passage = next(passage for passage in document.passages if passage.start <= unit.start < passage.end)
    first = next((passage for passage in document.passages if passage.role == "body"), None)
    many = kind == "word" and document.article.text[unit.start : unit.end].endswith(("s", "x")) and key[-1] not in "sx"
    return "opening" if passage == first else passage.role, "plural" if many else ""
