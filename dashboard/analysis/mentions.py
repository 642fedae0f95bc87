"""Every mention of a term in a corpus: which term, where, and as what it is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from operator import contains

import numpy as np
import numpy.typing as npt

from dashboard.analysis.coded import Bools, Coded, Ints, code, distinct, numbered
from dashboard.analysis.phrases import Candidates, absorb, candidates, chosen
from dashboard.analysis.units import Units, read_units
from dashboard.analysis.wordroles import ADJECTIVE, COMPOUND, NAME, NOUN, PLACE, VERB, Reader
from dashboard.config import Config
from dashboard.config.terms import TermSettings
from dashboard.model import Document

# What a word of any subject counts beside one of this subject.
GENERAL = 0.2
IS_NAME, IS_PHRASE, IS_WORD = range(3)
# Words of so many letters are mostly frequent ones (Zipf's law of abbreviation), which tell less.
_SHORT = 5
# What a passage begins with to say where it was written or to what section it belongs: *LIMOGES (AFP) –*, *RUGBY.*
_LABEL = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ' -]{2,30}[A-ZÀ-Þ](?: \([^()\n]{1,30}\))?(?:, [^\W_][^\n–—]{1,30}?)?(?:\.?\s[-–—]|\.)\s"
)


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of a corpus in its order, one array item each, and their terms.

    ``kinds`` and ``weights`` stand beside ``keys``, a term's being those of its first mention. ``key`` is a place in
    ``keys``, ``surface`` one in ``surfaces``; ``passage`` counts through the corpus; ``start`` and ``end`` are
    offsets into the article's text; ``heading`` marks what stands in a title or heading, ``opening`` what stands in
    the first passage of the body, ``plural`` what is a noun's plural.
    """

    keys: tuple[str, ...]
    kinds: Ints
    weights: npt.NDArray[np.float64]
    surfaces: tuple[str, ...]
    key: Ints
    surface: Ints
    article: Ints
    passage: Ints
    start: Ints
    end: Ints
    heading: Bools
    opening: Bools
    plural: Bools


def mentions_of(documents: Sequence[Document], config: Config) -> Mentions:
    """The mentions of all documents; a phrase takes its words' place, a joined spelling that of its canonical one."""
    coded, (units, reader) = code(documents), read_units(documents, config)
    units = join_openings(units)
    found = candidates(units, reader.settings)
    kept = chosen(units, found, reader.settings)
    taken = absorb(found, kept)
    first, phrase = found.first[taken], found.phrase[taken]
    last = np.arange(len(units.key))
    last[first] = found.last[taken]
    inside = np.zeros(len(last) + 1, dtype=np.int64)
    inside[first + 1] += 1
    inside[found.last[taken] + 1] -= 1
    places = np.flatnonzero(np.cumsum(inside)[:-1] == 0)
    as_phrase = np.full(len(last), -1, dtype=np.int64)
    as_phrase[first] = phrase
    keys, kinds, weights, key = _terms(units, reader, found, (places, as_phrase[places]))
    told = (key >= 0) & ~_labels(documents, coded, units)[places]
    places, key = places[told], key[told]
    article, start, end = units.article[places], units.start[places], units.end[last[places]]
    surfaces = dict(units.spelt)
    surface = units.surface[places]
    start, end = start - coded.base[article], end - coded.base[article]
    many = np.flatnonzero(last[places] > places)
    spans = zip(article[many].tolist(), start[many].tolist(), end[many].tolist(), strict=True)
    printed = [documents[here].article.text[left:right] for here, left, right in spans]
    surface[many] = numbered(printed, surfaces)
    passage = coded.passage_of[units.sentence[places]]
    heading, opening = (marks[passage] for marks in _marks(documents))
    plural = _ends_as_plural(tuple(surfaces))[surface] & ~_ends_as_plural(keys)[key] & (kinds[key] == IS_WORD)
    marks = heading, opening, plural
    return Mentions(keys, kinds, weights, tuple(surfaces), key, surface, article, passage, start, end, *marks)


def join_openings(units: Units) -> Units:
    """The units with a name of one word as the word it is elsewhere, where a sentence's start alone made it one."""
    n = len(units.keys)
    named = (units.kind == NAME) | (units.kind == PLACE)
    words = (np.bincount(units.key[units.kind == NOUN], minlength=n) > 0).tolist()
    lower = np.full(n, -1, dtype=np.int64)
    for place in np.unique(units.key[named]).tolist():
        key = units.keys[place]
        small = units.places.get(key.lower(), -1) if key[1:].islower() else -1
        lower[place] = small if small >= 0 and words[small] else -1
    opens = np.ones(len(units.key), dtype=bool)
    opens[1:] = units.sentence[1:] != units.sentence[:-1]
    lower[units.key[named & ~opens]] = -1
    lowered = named & (lower[units.key] >= 0)
    return replace(units, key=np.where(lowered, lower[units.key], units.key), kind=np.where(lowered, NOUN, units.kind))


def _terms(
    units: Units, reader: Reader, found: Candidates, places: tuple[Ints, Ints]
) -> tuple[tuple[str, ...], Ints, npt.NDArray[np.float64], Ints]:
    """The terms that begin at units (-1: none there) with their kinds and weights; ``places`` are the units and
    their phrases (-1: a word or name)."""
    at, phrase = places
    n_kinds = 1 + int(units.kind.max(initial=0))
    own = units.key[at] * n_kinds + units.kind[at]
    codes, first, which = distinct(np.where(phrase >= 0, -1 - phrase, own))
    n_phrases = int(np.searchsorted(codes, 0))
    of_phrases, of_units = -1 - codes[:n_phrases], codes[n_phrases:]
    texts = found.phrases.take(of_phrases).tolist()
    names = [reader.same.get(text, text) for text in texts]
    names += map(units.keys.__getitem__, (of_units // n_kinds).tolist())
    kinds, weights = _kinds(units, of_units // n_kinds, of_units % n_kinds, reader.settings)
    rare = found.counts()[of_phrases] <= 1
    kinds = np.concatenate((np.full(n_phrases, IS_PHRASE), kinds))
    of_phrase = np.where(rare, reader.settings.rare, reader.settings.phrase)
    general = np.array([name in reader.settings.general for name in names[:n_phrases]], dtype=bool)
    weights = np.concatenate((np.where(general, of_phrase * GENERAL, of_phrase), weights))
    # Of several that make one term the first in the corpus says what it is.
    told = np.flatnonzero(kinds >= 0)
    numbers: dict[str, int] = {}
    number = np.full(len(codes), -1, dtype=np.int64)
    number[told] = numbered(map(names.__getitem__, told.tolist()), numbers)
    told = told[np.lexsort((first[told], number[told]))]
    leading = told[np.diff(number[told], prepend=-1) > 0]
    return tuple(numbers), kinds[leading], weights[leading], number[which]


def _kinds(units: Units, key: Ints, kind: Ints, settings: TermSettings) -> tuple[Ints, npt.NDArray[np.float64]]:
    """Of what kind the terms are that distinct units (a key and its kind) make, -1 for none, and what they weigh."""
    weights = np.full(max(NAME, PLACE, NOUN, ADJECTIVE, VERB, COMPOUND) + 1, settings.noun, dtype=np.float64)
    weights[[NAME, PLACE, ADJECTIVE, VERB]] = settings.name, settings.place, settings.adjective, settings.verb
    n = len(units.keys)
    several = np.fromiter(map(contains, units.keys, repeat(" ")), bool, n)[key]
    named = (kind == NAME) | (kind == PLACE)
    short = (np.fromiter(map(len, units.keys), np.int64, n) <= _SHORT)[key]
    weight = np.where(several & ~named, settings.phrase, weights[kind]) * np.where(short & ~named, settings.short, 1.0)
    weight *= np.where(~named & units.keys_in(settings.general)[key], GENERAL, 1.0)
    kinds = np.where(named, IS_NAME, np.where(several, IS_PHRASE, IS_WORD))
    kinds[~named & ~several & units.keys_in(settings.never)[key]] = -1
    return kinds, weight


def _ends_as_plural(words: Sequence[str]) -> Bools:
    return np.fromiter(map(str.endswith, words, repeat(("s", "x"))), bool, len(words))


def _labels(documents: Sequence[Document], coded: Coded, units: Units) -> Bools:
    """Which units stand in the label that a heading or the first passage of the body begins with."""
    spans: list[tuple[int, int]] = []
    for document, base in zip(documents, coded.base.tolist(), strict=False):
        for passage in document.passages:
            if found := _LABEL.match(document.article.text, passage.start, passage.end):
                spans.append((base + found.start(), base + found.end()))
            if passage.role == "body":
                break
    labels = np.zeros(len(units.key), dtype=bool)
    for first, last in np.searchsorted(units.start, np.array(spans, dtype=np.int64).reshape(-1, 2)).tolist():
        labels[first:last] = True
    return labels


def _marks(documents: Sequence[Document]) -> tuple[Bools, Bools]:
    """Of all passages, which ones are headings and which ones open the body of their article."""
    heading, opening = [], []
    for document in documents:
        roles = [passage.role for passage in document.passages]
        first = roles.index("body") if "body" in roles else -1
        heading += [role == "heading" for role in roles]
        opening += [place == first for place in range(len(roles))]
    return np.array(heading, dtype=bool), np.array(opening, dtype=bool)
