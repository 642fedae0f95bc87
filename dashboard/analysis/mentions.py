"""Every mention of a term in a corpus: which term, where, and as what it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from dashboard.analysis.coded import Bools, Ints, code
from dashboard.analysis.phrases import Candidates, absorb, candidates, chosen
from dashboard.analysis.units import Units, read_units
from dashboard.analysis.wordroles import ADJECTIVE, NAME, NOUN, PLACE, VERB, Reader
from dashboard.config import Config
from dashboard.config.terms import TermSettings
from dashboard.model import Document

# What a word of any subject counts beside one of this subject.
GENERAL = 0.2
IS_NAME, IS_PHRASE, IS_WORD = range(3)
# A term's key, its kind and what one mention weighs.
_Term = tuple[str, int, float]


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of a corpus in its order, one array item each, and their terms.

    ``kinds`` and ``weights`` stand beside ``keys``, a term's being those of its first mention. ``key`` is a place in
    ``keys``, ``surface`` one in ``surfaces``; ``passage`` counts through the corpus; ``start`` and ``end`` are
    offsets into the article's text; ``opening`` marks what stands in a title or first passage.
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
    opening: Bools


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
    places, key = places[key >= 0], key[key >= 0]
    article, start, end = units.article[places], units.start[places], units.end[last[places]]
    surfaces = {surface: place for place, surface in enumerate(units.surfaces)}
    surface = units.surface[places]
    start, end = start - coded.base[article], end - coded.base[article]
    many = np.flatnonzero(last[places] > places)
    spans = zip(article[many].tolist(), start[many].tolist(), end[many].tolist(), strict=True)
    printed = [documents[here].article.text[left:right] for here, left, right in spans]
    surface[many] = [surfaces.setdefault(text, len(surfaces)) for text in printed]
    opening = np.array([_opening(document) for document in documents], dtype=np.int64)
    passage = coded.passage_of[units.sentence[places]]
    return Mentions(
        keys, kinds, weights, tuple(surfaces), key, surface, article, passage, start, end, start < opening[article]
    )


def join_openings(units: Units) -> Units:
    """The units with a name of one word as the word it is elsewhere, where a sentence's start alone made it one."""
    n = len(units.keys)
    named = (units.kind == NAME) | (units.kind == PLACE)
    words = np.bincount(units.key[units.kind == NOUN], minlength=n) > 0
    place_of = {key: place for place, key in enumerate(units.keys)}
    lower = np.full(n, -1, dtype=np.int64)
    for place in np.unique(units.key[named]).tolist():
        key = units.keys[place]
        small = place_of.get(key.lower(), -1) if key[1:].islower() else -1
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
    codes, which = np.unique(np.where(phrase >= 0, -1 - phrase, own), return_inverse=True)
    counts, numbers = found.counts(), dict[str, int]()
    terms: list[_Term | None] = []
    for told in codes.tolist():
        if told < 0:
            text = found.phrases[-1 - told]
            weight = reader.settings.phrase if counts[-1 - told] > 1 else reader.settings.rare
            terms.append((reader.same.get(text, text), IS_PHRASE, weight))
        else:
            terms.append(_term(units.keys[told // n_kinds], told % n_kinds, reader.settings))
    number = np.array(
        [-1 if term is None else numbers.setdefault(term[0], len(numbers)) for term in terms], dtype=np.int64
    )
    key = number[which] if len(which) else np.empty(0, dtype=np.int64)
    first = np.unique(key, return_index=True)[1][-len(numbers) :] if numbers else key[:0]
    leading = [term for place in first.tolist() if (term := terms[int(which[place])]) is not None]
    kinds = np.array([term[1] for term in leading], dtype=np.int64)
    return tuple(numbers), kinds, np.array([term[2] for term in leading]), key


def _term(key: str, kind: int, settings: TermSettings) -> _Term | None:
    """What a unit is as a term; None where it is none."""
    if kind in (NAME, PLACE):
        return key, IS_NAME, settings.name if kind == NAME else settings.place
    if " " in key:
        return key, IS_PHRASE, settings.phrase
    if key in settings.never:
        return None
    weight = {ADJECTIVE: settings.adjective, VERB: settings.verb}.get(kind, settings.noun)
    return key, IS_WORD, weight * (GENERAL if key in settings.general else 1.0)


def _opening(document: Document) -> int:
    """Where the title and the first passage of the body end."""
    content = [passage for passage in document.passages if passage.role != "boilerplate"]
    body = [passage for passage in content if passage.role == "body"]
    first = body[0] if body else content[0] if content else None
    return first.end if first else 0
