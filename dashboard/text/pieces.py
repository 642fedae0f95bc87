"""The words of many texts at once: what stands between two blanks is matched once and kept as numbers."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from threading import Lock
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dashboard.text.clean import fold, fold_blanks
from dashboard.text.tokens import matched

Ints = npt.NDArray[np.int64]

# Blanks inside a number group, the one kind of word that has any, and what stands for them while pieces are cut.
_INSIDE, _MARK = re.compile(r"(?<=\d) (?=\d)"), "\uffff"
# What is kept of earlier texts, in characters and words, before it is forgotten.
_KEPT = 20_000_000


class Found(NamedTuple):
    """The words of some spans of a text, one item each, in order.

    ``surfaces`` are folded, ``lowers`` these in lower case, ``printed`` as they stand in the text. ``starts`` and
    ``ends`` count from the beginning of a word's own span; ``first`` (one item more than there are spans) says where
    the words of each begin.
    """

    surfaces: tuple[str, ...]
    lowers: tuple[str, ...]
    printed: tuple[str, ...]
    starts: Ints
    ends: Ints
    first: Ints


class _Pieces(dict[str, int]):
    """The number of each piece, given when it is first asked for.

    ``first`` and ``count`` say which items of ``word``, ``start`` and ``end`` are those of a piece; ``word`` is a
    place in ``surfaces``, ``lowers`` and ``printed``.
    """

    def __init__(self) -> None:
        super().__init__()
        self.size = 0
        self.first, self.count = array("q"), array("q")
        self.word, self.start, self.end = array("q"), array("q"), array("q")
        self.surfaces: list[str] = []
        self.lowers: list[str] = []
        self.printed: list[str] = []
        self._words: dict[tuple[str, str], int] = {}

    def __missing__(self, piece: str) -> int:
        printed = piece.replace(_MARK, " ")
        folded = fold(printed)
        spans = matched(folded)
        self.first.append(len(self.word))
        self.count.append(len(spans))
        for start, end in spans:
            self.word.append(self._word(folded[start:end], printed[start:end]))
            self.start.append(start)
            self.end.append(end)
        self.size += len(piece) + len(spans) + 1
        self[piece] = number = len(self)
        return number

    def _word(self, surface: str, printed: str) -> int:
        known = self._words.setdefault((surface, printed), len(self.surfaces))
        if known == len(self.surfaces):
            self.surfaces.append(surface)
            self.lowers.append(surface.lower())
            self.printed.append(printed)
        return known


_pieces = _Pieces()
# The arrays may not grow while another reader looks at them.
_reading = Lock()


def find_words(text: str, spans: Sequence[tuple[int, int]]) -> Found:
    """The words and numbers in some spans of a text; see ``spans_of`` for what a word is."""
    global _pieces
    # No character at all: outside every word, whichever of them a text holds.
    spaced = fold_blanks(text).replace(_MARK, "\ufffe")
    cut = [_cut(spaced[start:end]) for start, end in spans]
    pieces = [piece for here in cut for piece in here]
    with _reading:
        if _pieces.size > _KEPT:
            _pieces = _Pieces()
        found = _found(_pieces, pieces, np.array([0, *map(len, cut)], dtype=np.int64).cumsum())
    if any(_INSIDE.search(spaced, start, end) for start, end in spans):
        found = found._replace(printed=_recut(text, spans, found))
    return found


def _cut(spaced: str) -> list[str]:
    return _INSIDE.sub(_MARK, spaced).split(" ")


def _found(known: _Pieces, pieces: Sequence[str], first: Ints) -> Found:
    numbers = np.fromiter(map(known.__getitem__, pieces), np.int64, len(pieces))
    lengths = np.fromiter(map(len, pieces), np.int64, len(pieces)) + 1
    begins = lengths.cumsum() - lengths
    sizes = np.diff(first)
    begins -= np.repeat(begins[np.minimum(first[:-1], len(pieces) - 1)], sizes) if len(pieces) else 0
    counts = _view(known.count)[numbers]
    until = counts.cumsum()
    total = int(until[-1]) if len(until) else 0
    items = np.repeat(_view(known.first)[numbers] - until + counts, counts) + np.arange(total)
    begins = np.repeat(begins, counts)
    words = _view(known.word)[items].tolist()
    return Found(
        tuple(map(known.surfaces.__getitem__, words)),
        tuple(map(known.lowers.__getitem__, words)),
        tuple(map(known.printed.__getitem__, words)),
        begins + _view(known.start)[items],
        begins + _view(known.end)[items],
        np.concatenate(([0], until))[first],
    )


def _view(numbers: array[int]) -> Ints:
    return np.frombuffer(numbers, np.int64) if numbers else np.empty(0, np.int64)


def _recut(text: str, spans: Sequence[tuple[int, int]], found: Found) -> tuple[str, ...]:
    """The printed words, number groups with the very blanks that stand in them."""
    printed = list(found.printed)
    own = np.repeat([start for start, _ in spans], np.diff(found.first))
    for place, word in enumerate(found.printed):
        if " " in word:
            begin = int(own[place])
            printed[place] = text[begin + int(found.starts[place]) : begin + int(found.ends[place])]
    return tuple(printed)
