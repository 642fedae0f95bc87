"""A corpus as the units that terms are made of: names and content words, and what links each to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import attrgetter

import numpy as np

from dashboard.analysis.coded import Bools, Coded, Ints, Last, code, numbered
from dashboard.analysis.wordclass import infinitive_of, is_measure
from dashboard.analysis.wordroles import (
    COMPOUND,
    CONTENT,
    EITHER,
    NAME,
    PLACE,
    SAYS_OF,
    SAYS_OF_THE,
    SAYS_THE,
    VERB,
    Reader,
    Role,
)
from dashboard.config import Config
from dashboard.model import Document

# Between two units of one phrase: nothing, a bare "de", or "de" with an article; anything else parts them.
ADJACENT, OF, OF_THE, APART = 0, 1, 2, 3
_GAPS = tuple(map(ord, " \u00a0\u202f-"))
_ROLE, _COMPOUND = attrgetter("role"), attrgetter("compound")
_SURFACE, _LEMMA = attrgetter("surface"), attrgetter("lemma")


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a corpus in its order, one array item each.

    ``key`` is a place in ``keys`` (``places`` finds it), ``surface`` (what is printed) one in ``surfaces`` (``spelt``
    finds it). ``start`` and ``end`` are offsets into all texts laid end to end (``Coded.base``), ``sentence`` counts
    through the corpus.
    ``link`` says what stands between a unit and the one before it.
    """

    keys: tuple[str, ...]
    surfaces: tuple[str, ...]
    key: Ints
    kind: Ints
    surface: Ints
    start: Ints
    end: Ints
    sentence: Ints
    article: Ints
    link: Ints
    places: Mapping[str, int]
    spelt: Mapping[str, int]

    def keys_in(self, words: frozenset[str]) -> Bools:
        """Whether each of ``keys`` is one of the words."""
        found = np.zeros(len(self.keys), dtype=bool)
        found[[place for word in words if (place := self.places.get(word)) is not None]] = True
        return found


@dataclass(frozen=True, slots=True)
class _Wholes:
    """Tokens that are one unit, one item each: the first one's place, where they start and end in all texts, key, kind
    and what is printed."""

    token: Ints
    start: Ints
    end: Ints
    kind: Ints
    keys: list[str]
    surfaces: list[str]

    def at(self, rows: Ints) -> _Wholes:
        """The wholes at these rows."""
        token, start, end, kind = (column[rows] for column in self.arrays())
        places = rows.tolist()
        keys, surfaces = (list(map(texts.__getitem__, places)) for texts in (self.keys, self.surfaces))
        return _Wholes(token, start, end, kind, keys, surfaces)

    def arrays(self) -> tuple[Ints, Ints, Ints, Ints]:
        """The columns of numbers."""
        return self.token, self.start, self.end, self.kind


_reader: dict[str, object] = {}
_last = Last()


def read_units(documents: Sequence[Document], config: Config) -> tuple[Units, Reader]:
    """The units of the documents, and the reader that knows the joined spellings.

    Those read last are kept as long as their documents, since terms, themes and topics read the same ones.
    """
    if _reader.get("settings") is not config.analysis:
        _reader.update(settings=config.analysis, reader=Reader(config))
    reader = _reader["reader"]
    assert isinstance(reader, Reader)
    units = _last.get(documents, reader)
    if units is None:
        units = _units(documents, code(documents), reader)
        _last.keep(documents, units, reader)
    return units, reader


def _units(documents: Sequence[Document], coded: Coded, reader: Reader) -> Units:
    read = list(map(reader.read, coded.words))
    wholes = _wholes(documents, coded, reader, read)
    at, until = wholes.token, wholes.end
    kept = _outside(coded, at, until)
    roles = np.fromiter(map(_ROLE, read), np.int64, len(read))[coded.word[kept]]
    ends = coded.ends[kept]
    of_whole = np.searchsorted(kept, at)
    roles[of_whole], ends[of_whole] = CONTENT, until
    units = np.flatnonzero(roles >= CONTENT)
    numbers: dict[str, int] = {}
    keys, kinds = _keys(coded, (kept[units], roles[units]), read, reader, numbers)
    surfaces: dict[str, int] = {}
    shown = np.array(numbered(map(_SURFACE, coded.words), surfaces), dtype=np.int64)[coded.word[kept[units]]]
    here = np.searchsorted(units, of_whole)
    keys[here], kinds[here] = numbered(wholes.keys, numbers), wholes.kind
    shown[here] = numbered(wholes.surfaces, surfaces)
    starts, articles = coded.starts[kept[units]], coded.articles()[kept[units]]
    broken = _broken(documents, coded, kept, ends)
    return Units(
        tuple(numbers), tuple(surfaces), keys, kinds, shown, starts, ends[units], coded.sentence[kept[units]],
        articles, _links(units, roles, broken), numbers, surfaces,
    )  # fmt: skip


def _outside(coded: Coded, first: Ints, until: Ints) -> Ints:
    """The tokens that stand in no whole, and the first of each whole."""
    inside = np.zeros(len(coded.word) + 1, dtype=np.int64)
    np.add.at(inside, first + 1, 1)
    np.add.at(inside, np.maximum(np.searchsorted(coded.starts, until), first + 1), -1)
    return np.flatnonzero(np.cumsum(inside)[:-1] == 0)


def _keys(
    coded: Coded, units: tuple[Ints, Ints], read: Sequence[Role], reader: Reader, numbers: dict[str, int]
) -> tuple[Ints, Ints]:
    """Key and kind of each unit (a token and its role); distinct keys are numbered into ``numbers``."""
    tokens, roles = units
    words = coded.word[tokens]
    used = np.flatnonzero(np.bincount(words, minlength=len(read)))
    here = [read[word] for word in used.tolist()]
    names = [reader.same.get(one.key, one.key) if one.role == EITHER else one.key for one in here]
    own = np.zeros((2, len(read)), dtype=np.int64)
    own[0, used] = numbered(names, numbers)
    own[1, used] = [one.kind for one in here]
    keys, kinds = own[0][words], own[1][words]
    doubtful = np.flatnonzero(roles == EITHER)
    if len(doubtful):
        places = tokens[doubtful]
        opens = (places == 0) | (coded.sentence[places - 1] != coded.sentence[places])
        before = coded.word[places - 1]
        follows = np.zeros(len(read), dtype=bool)
        for word in np.unique(before[~opens]).tolist():
            follows[word] = reader.noun_follows(coded.words[word])
        verbs = doubtful[~(opens | follows[before])]
        kinds[verbs] = VERB
        keys[verbs] = numbered((infinitive_of(read[word].key) for word in words[verbs].tolist()), numbers)
    return keys, kinds


def _broken(documents: Sequence[Document], coded: Coded, kept: Ints, ends: Ints) -> Bools:
    """Whether a mark or a new sentence parts each token from the one before it."""
    sentences, gaps = coded.sentence[kept], coded.starts[kept][1:] - ends[:-1]
    text = "".join(document.article.text for document in documents)
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    single = np.flatnonzero(gaps == 1)
    between = letters[ends[single]]
    broken = np.ones(len(kept), dtype=bool)
    broken[1:] = (gaps > 1) | (sentences[1:] != sentences[:-1])
    broken[1:][single] |= ~np.logical_or.reduce([between == gap for gap in _GAPS])
    return broken


def _links(units: Ints, roles: Ints, broken: Bools) -> Ints:
    """What stands between each unit and the one before; ``units`` are places in ``roles``."""
    links = np.full(len(units), APART, dtype=np.int64)
    before, here = units[:-1], units[1:]
    breaks = np.cumsum(broken)
    whole, between = breaks[before] == breaks[here], here - before - 1
    one, two = roles[np.minimum(before + 1, len(roles) - 1)], roles[np.minimum(before + 2, len(roles) - 1)]
    links[1:][whole & (between == 0)] = ADJACENT
    links[1:][whole & (between == 1) & (one == SAYS_OF)] = OF
    links[1:][whole & (between == 1) & (one == SAYS_OF_THE)] = OF_THE
    links[1:][whole & (between == 2) & (one == SAYS_OF) & (two == SAYS_THE)] = OF_THE
    return links


def _wholes(documents: Sequence[Document], coded: Coded, reader: Reader, read: Sequence[Role]) -> _Wholes:
    """The names and compounds of the corpus in its order, none inside another; a description is none.

    Where both begin at one word, the compound counts if it is no shorter.
    """
    names, compounds = _names(documents, coded), _found_compounds(documents, coded, reader, read)
    token, start, end, kind = (np.concatenate(pair) for pair in zip(names.arrays(), compounds.arrays(), strict=True))
    found = _Wholes(token, start, end, kind, names.keys + compounds.keys, names.surfaces + compounds.surfaces)
    order = np.lexsort((found.kind == COMPOUND, found.token))
    begins, reach = found.start[order], np.maximum.accumulate(found.end[order])
    apart = np.ones(len(order), dtype=bool)
    apart[1:] = begins[1:] >= reach[:-1]
    # Most touch no other; of those that do, one after the other is looked at.
    alone = apart & np.append(apart[1:], True)
    rows = np.concatenate((order[alone], _parted(found, order[~alone])))
    return found.at(rows[np.argsort(found.token[rows])])


def _parted(found: _Wholes, order: Ints) -> Ints:
    """Of the wholes at these rows, which come in their order, those that stay."""
    rows: list[int] = []
    until, last = -1, -1
    columns = (order, found.token[order], found.start[order], found.end[order], (found.kind == COMPOUND)[order])
    for row, place, begin, stop, compound in zip(*(column.tolist() for column in columns), strict=True):
        if place == last and compound and until <= stop:
            rows[-1] = row
        elif begin >= until:
            rows.append(row)
        else:
            continue
        until, last = stop, place
    return np.array(rows, dtype=np.int64)


def _names(documents: Sequence[Document], coded: Coded) -> _Wholes:
    """The names that begin at a token, numbers and units of measure left out."""
    names = [[name for name in document.names if not name.described] for document in documents]
    flat = list(chain.from_iterable(names))
    before = np.repeat(coded.base[:-1], [len(there) for there in names])
    starts = before + np.array([name.start for name in flat], dtype=np.int64)
    ends = before + np.array([name.end for name in flat], dtype=np.int64)
    # A person without a surname tells as little of a story as a place.
    minor = [name.type == "LOC" or (name.type == "PER" and " " not in name.name) for name in flat]
    kinds = np.where(np.array(minor, dtype=bool), PLACE, NAME)
    tokens = np.searchsorted(coded.starts, starts)
    found = _Wholes(tokens, starts, ends, kinds, [name.name for name in flat], [name.surface for name in flat])
    fits = np.append(coded.starts, -1)[tokens] == starts
    if measures := set(filter(_measures, set(found.keys))):
        fits &= ~np.array([key in measures for key in found.keys], dtype=bool)
    return found if fits.all() else found.at(np.flatnonzero(fits))


@lru_cache(maxsize=1 << 16)
def _measures(name: str) -> bool:
    """Whether a name is a number or a unit of measure."""
    return " " not in name and is_measure(name.lower())


def _found_compounds(documents: Sequence[Document], coded: Coded, reader: Reader, read: Sequence[Role]) -> _Wholes:
    """The phrases of the configuration in French articles, of those that begin at one word the longest."""
    begins = np.fromiter(map(_COMPOUND, read), bool, len(read))
    rows: list[tuple[int, int, str]] = []
    until, lemmas = 0, list(map(_LEMMA, coded.words))
    places = np.flatnonzero(begins[coded.word])
    pairs = coded.word[places].tolist(), coded.word[np.minimum(places + 1, len(coded.word) - 1)].tolist()
    for place, one, two in zip(places.tolist(), *pairs, strict=True):
        pair = lemmas[one], lemmas[two]
        for key, words in (*reader.compounds.get(pair, ()), *reader.compounds.get((pair[0], ""), ())):
            last = place + len(words) - 1
            if place < until or last >= len(coded.word) or coded.sentence[last] != coded.sentence[place]:
                continue
            if tuple(lemmas[word] for word in coded.word[place : last + 1].tolist()) == words:
                rows.append((place, last, reader.same.get(key, key)))
                until = last + 1
    first, last_of = (np.array([row[side] for row in rows], dtype=np.int64) for side in (0, 1))
    starts, ends = coded.starts[first], coded.ends[last_of]
    surfaces = [coded.text_of(documents, *span) for span in zip(starts.tolist(), ends.tolist(), strict=True)]
    kinds = np.full(len(rows), COMPOUND, dtype=np.int64)
    return _Wholes(first, starts, ends, kinds, [key for _, _, key in rows], surfaces)
