"""Where the words of the themes stand in a corpus: every entry sought at once, on arrays of coded words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.coded import Bools, Coded, Ints, Lists, code, lists
from dashboard.analysis.entries import small
from dashboard.analysis.lexicon import NO_WORD, TIERS, Lexicon, SeekWord
from dashboard.model import Document

# Two words of a pair stand at most so many words apart, glue not counted.
PAIR_REACH = 10
NEGATIVES, UNLESS = TIERS.index("negatives"), TIERS.index("unless")
STRONG = TIERS.index("strong")


@dataclass(frozen=True, slots=True)
class Cues:
    """Found entries, one array item each.

    ``entry`` is a place in the lexicon's entries, ``theme`` and ``tier`` (a place in ``TIERS``) are the entry's.
    ``first`` and ``last`` are tokens of the corpus, both included; ``start`` and ``end`` (n x 2) are the offsets of
    its one or two pieces into all texts laid end to end, in a single piece's second column its own again.
    """

    entry: Ints
    theme: Ints
    tier: Ints
    first: Ints
    last: Ints
    start: Ints
    end: Ints

    def at(self, rows: Any) -> Cues:
        """The cues at these rows."""
        columns = (self.entry, self.theme, self.tier, self.first, self.last, self.start, self.end)
        return Cues(*(column[rows] for column in columns))


@dataclass(frozen=True, slots=True)
class _Text:
    """The tokens in which cues are sought: ``places`` are those that are no glue, ``words`` what each may be, a place
    in ``sought`` (-1: no entry's word). ``may_be`` holds each sought word with each number that it may be, as one
    number (the word's place times the number of all), in order."""

    coded: Coded
    places: Ints
    words: Ints
    sentences: Ints
    sought: list[SeekWord]
    may_be: Ints


def cues_of(documents: Sequence[Document], lexicon: Lexicon) -> Cues:
    """Every cue of the documents, sorted by place; of two of one theme the longer one, none inside a negative.

    A description that stands for a name (*le créateur de ChatGPT*) says whom the text is about, not what, so
    no cue is sought in it.
    """
    coded = code(documents)
    known = list(map(lexicon.known, coded.words))
    glue = np.array([one is None for one in known], dtype=bool)
    places = np.flatnonzero(~(glue[coded.word] | _described(documents, coded)))
    # Most words are no entry's.
    useful = [place for place, one in enumerate(known) if one is not None and one is not NO_WORD]
    number = np.full(len(known), -1, dtype=np.int64)
    number[useful] = np.arange(len(useful))
    sought = [word for place in useful if (word := known[place]) is not None]
    numbers, owners = lists([one.numbers for one in sought]).flat()
    may_be = np.sort(owners * lexicon.n_words + numbers)
    text = _Text(coded, places, number[coded.word[places]], coded.sentence[places], sought, may_be)
    parts, at, last = _parts(text, lexicon)
    entries, rows = lexicon.columns.single.of(parts)
    pairs = np.array(list(_pairs(text, lexicon, (parts, at, last))), dtype=np.int64).reshape(-1, 5)
    one = np.column_stack((entries, at[rows], last[rows], at[rows], last[rows]))
    found = _pruned(_made(text, lexicon, np.concatenate((one, pairs))))
    return found.at(np.lexsort((found.entry, found.theme, found.last, found.first)))


def _described(documents: Sequence[Document], coded: Coded) -> Bools:
    """Whether each token stands in a description."""
    spans = [
        (before + name.start, before + name.end)
        for document, before in zip(documents, coded.base.tolist(), strict=False)
        for name in document.names
        if name.described
    ]
    inside = np.zeros(len(coded.word) + 1, dtype=np.int64)
    starts, ends = np.array(spans, dtype=np.int64).reshape(-1, 2).T
    np.add.at(inside, np.searchsorted(coded.starts, starts), 1)
    np.add.at(inside, np.searchsorted(coded.starts, ends), -1)
    return np.asarray(np.cumsum(inside)[:-1] > 0)


def _parts(text: _Text, lexicon: Lexicon) -> tuple[Ints, Ints, Ints]:
    """The words and phrases of entries that stand in the text: which, and their first and last word."""
    hits = np.flatnonzero(text.words >= 0)
    alone, rows = lists([one.alone for one in text.sought]).of(text.words[hits])
    at = hits[rows]
    stood = _standing(text, lexicon, (alone, at))
    alone, at = alone[stood], at[stood]
    begins, first = _begun(text, lexicon, hits)
    sizes, words = lexicon.columns.sizes, lexicon.columns.words
    last = first + sizes[begins] - 1
    fits = last < len(text.words)
    begins, first, last = begins[fits], first[fits], last[fits]
    for step in range(2, words.shape[1]):
        wanted = words[begins, step]
        longer = np.flatnonzero(wanted >= 0)
        fits = wanted < 0
        there = text.words[first[longer] + step]
        longer, there = longer[there >= 0], there[there >= 0]
        fits[longer] = _among(there * lexicon.n_words + wanted[longer], text.may_be)
        begins, first, last = begins[fits], first[fits], last[fits]
    fits = text.sentences[first] == text.sentences[last]
    return (
        np.concatenate((alone, begins[fits])),
        np.concatenate((at, first[fits])),
        np.concatenate((at, last[fits])),
    )


def _begun(text: _Text, lexicon: Lexicon, hits: Ints) -> tuple[Ints, Ints]:
    """The phrases whose first two words stand at hits: which, and where. Two neighbours are looked up but once."""
    next_to = np.minimum(hits + 1, len(text.words) - 1)
    hits = hits[(text.words[next_to] >= 0) & (next_to > hits) & (text.sentences[next_to] == text.sentences[hits])]
    codes, distinct = pd.factorize(text.words[hits] * max(1, len(text.sought)) + text.words[hits + 1])
    one, other = np.divmod(distinct, max(1, len(text.sought)))
    parts, pairs = lists([word.begins for word in text.sought]).of(one)
    if not len(parts):
        return parts, hits[:0]
    fits = _among(other[pairs] * lexicon.n_words + lexicon.columns.words[parts, 1], text.may_be)
    begins, rows = Lists(np.bincount(pairs[fits], minlength=len(distinct)), parts[fits]).of(codes)
    return begins, hits[rows]


def _among(values: Ints, ordered: Ints) -> Bools:
    """Whether each value is one of ``ordered``, which is sorted."""
    if not len(ordered):
        return np.zeros(len(values), dtype=bool)
    return np.asarray(ordered[np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)] == values)


def _standing(text: _Text, lexicon: Lexicon, found: tuple[Ints, Ints]) -> Bools:
    """Whether the small words that an entry has beside its only other word stand beside it."""
    parts, at = found
    kept = np.ones(len(parts), dtype=bool)
    if not lexicon.beside:
        return kept
    place_of = np.full(len(lexicon.phrases), -1, dtype=np.int64)
    place_of[list(lexicon.beside)] = np.arange(len(lexicon.beside))
    rows = np.flatnonzero(place_of[parts] >= 0)
    own, tokens, coded = place_of[parts[rows]], text.places[at[rows]], text.coded
    article = coded.article_of(tokens)
    stood, smalls = np.ones(len(rows), dtype=bool), dict[str, int]()
    for step, wanted in _steps_beside(lexicon, smalls):
        asked = np.flatnonzero(stood & (wanted[own] >= 0))
        near = tokens[asked] + step
        within = (near >= coded.first[article[asked]]) & (near < coded.first[article[asked] + 1])
        stood[asked[~within]] = False
        asked, near = asked[within], near[within]
        words, which = np.unique(coded.word[near], return_inverse=True)
        found_there = [smalls.get(small(coded.words[word].surface), -1) for word in words.tolist()]
        stood[asked] = np.array(found_there, dtype=np.int64)[which] == wanted[own[asked]]
    kept[rows[~stood]] = False
    return kept


def _steps_beside(lexicon: Lexicon, smalls: dict[str, int]) -> Iterator[tuple[int, Ints]]:
    """For each step from a word to a neighbour the small word that each of ``lexicon.beside`` has there (-1: none),
    numbered into ``smalls``."""
    steps: dict[int, Ints] = {}
    for place, (before, after) in enumerate(lexicon.beside.values()):
        for step, word in chain(zip(range(-len(before), 0), before, strict=True), enumerate(after, 1)):
            column = steps.setdefault(step, np.full(len(lexicon.beside), -1, dtype=np.int64))
            column[place] = smalls.setdefault(word, len(smalls))
    yield from sorted(steps.items())


def _pairs(text: _Text, lexicon: Lexicon, found: tuple[Ints, Ints, Ints]) -> Iterator[tuple[int, int, int, int, int]]:
    """The entries of two parts that both stand in a sentence, near enough: entry, then first and last of each."""
    parts, at, last = found
    entries, rows = lexicon.columns.paired.of(parts)
    both = lexicon.columns.both
    codes = text.sentences[at[rows]] * max(1, len(lexicon.entries)) + entries
    sides = [np.flatnonzero(parts[rows] == both[entries, side]) for side in (0, 1)]
    numbered, distinct = pd.factorize(codes)
    there = [np.bincount(numbered[side], minlength=len(distinct)) > 0 for side in sides]
    shared = np.sort(distinct[there[0] & there[1]])
    pieces: tuple[dict[int, list[tuple[int, int]]], ...] = ({}, {})
    for side, found_here in zip(sides, pieces, strict=True):
        kept = side[_among(codes[side], shared)]
        kept = kept[np.argsort(at[rows[kept]], kind="stable")]
        for pair, row in zip(codes[kept].tolist(), rows[kept].tolist(), strict=True):
            found_here.setdefault(pair, []).append((int(at[row]), int(last[row])))
    for pair in shared.tolist():
        for one, other in _nearest(pieces[0][pair], pieces[1][pair]):
            yield (pair % len(lexicon.entries), *one, *other)


Piece = tuple[int, int]


def _nearest(left: Sequence[Piece], right: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """For each piece of one kind the nearest of the other within reach that does not overlap it, in text order."""
    for first, last in left:
        near = [(max(a - last, first - b), a, b) for a, b in right if b < first or a > last]
        if near and min(near)[0] <= PAIR_REACH:
            one, other = sorted(((first, last), min(near)[1:3]))
            yield one, other


def _made(text: _Text, lexicon: Lexicon, found: Ints) -> Cues:
    """The cues of rows (entry, first and last of the one piece, of the other)."""
    entry, coded = found[:, 0], text.coded
    tokens = text.places[found[:, 1:]].reshape(-1, 4) if len(found) else np.empty((0, 4), dtype=np.int64)
    return Cues(
        entry, lexicon.columns.theme[entry], lexicon.columns.tier[entry], tokens[:, 0], tokens[:, 3],
        coded.starts[tokens[:, [0, 2]]], coded.ends[tokens[:, [1, 3]]],
    )  # fmt: skip


def _pruned(cues: Cues) -> Cues:
    """Without the cues that lie inside a longer cue of their theme or inside a longer phrase of another.

    Of cues of one theme on the very same words the one of the best tier counts, of equal ones the first in the list.
    """
    order = np.lexsort((cues.entry, cues.tier))
    order = order[cues.tier[order] < NEGATIVES]
    # Cues on the same words begin at one token: few need to be compared as a whole.
    n_themes = 1 + int(cues.theme.max(initial=0))
    doubtful = np.flatnonzero(pd.Series(cues.first[order] * n_themes + cues.theme[order]).duplicated(keep=False))
    rows = order[doubtful]
    spans = pd.DataFrame(np.column_stack((cues.theme[rows], cues.start[rows], cues.end[rows])))
    plain = np.delete(order, doubtful[spans.duplicated().to_numpy()])
    single = (cues.start[:, 0] == cues.start[:, 1]) & (cues.end[:, 0] == cues.end[:, 1])
    wide = np.flatnonzero((cues.tier == NEGATIVES) | (single & (cues.last > cues.first)))
    row, holder = _held(cues, plain, wide)
    silent = row[_silences(cues, holder, row, single)]
    kept = np.zeros(len(cues.entry), dtype=bool)
    kept[plain] = True
    kept[silent] = False
    return cues.at(np.flatnonzero(kept | (cues.tier == UNLESS)))


def _held(cues: Cues, plain: Ints, wide: Ints) -> tuple[Ints, Ints]:
    """Pairs of a cue and a wide one in which its first or last word stands, all as rows of ``cues``."""
    sizes = cues.last[wide] - cues.first[wide] + 1
    steps = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    places, holders = np.repeat(cues.first[wide], sizes) + steps, np.repeat(wide, sizes)
    holders = holders[np.argsort(places, kind="stable")]
    ends = np.concatenate((cues.first[plain], cues.last[plain]))
    there = np.bincount(places, minlength=1 + int(ends.max(initial=0)))
    begins, sizes = (np.cumsum(there) - there)[ends], there[ends]
    steps = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.repeat(np.concatenate((plain, plain)), sizes), holders[np.repeat(begins, sizes) + steps]


def _silences(cues: Cues, holder: Ints, cue: Ints, single: Bools) -> Bools:
    """Whether the wide cue of each pair silences the other."""
    touches = np.zeros(len(cue), dtype=bool)
    for held, piece in product((0, 1), (0, 1)):
        start, end = cues.start[:, held][cue], cues.end[:, held][cue]
        touches |= (start < cues.end[:, piece][holder]) & (cues.start[:, piece][holder] < end)
    other = touches & (cues.entry[holder] != cues.entry[cue])
    own = cues.theme[holder] == cues.theme[cue]
    around = (cues.first[holder] <= cues.first[cue]) & (cues.last[holder] >= cues.last[cue])
    longer = cues.last[holder] - cues.first[holder] > cues.last[cue] - cues.first[cue]
    better = np.where(
        own, cues.tier[holder] <= cues.tier[cue], (cues.tier[cue] != STRONG) & (cues.tier[holder] == STRONG)
    )
    negative = cues.tier[holder] == NEGATIVES
    by_length = single[cue] & longer & (cues.tier[holder] != UNLESS) & better
    return np.asarray(other & np.where(negative, own & around, by_length))
