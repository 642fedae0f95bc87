"""The words of many texts at once: what stands between two blanks is looked at once and kept as numbers."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dashboard.model import Ints
from dashboard.text.clean import fold
from dashboard.text.ends import Marks, head_of, tail_of
from dashboard.text.tokens import matched
from dashboard.text.vocabulary import Vocabulary

# What is kept of earlier texts, in characters and words, before it is forgotten.
_KEPT = 20_000_000
_WORD = re.compile(r"\w+")


class Stream(NamedTuple):
    """The pieces of some texts, one number each, in order; those of text ``t`` begin at ``first[t]``, which has one
    item more than there are texts."""

    numbers: Ints
    first: Ints


class Forms(NamedTuple):
    """The words of some texts, one item each, in order.

    ``form`` is a place in the lists of ``Pieces``; ``starts`` and ``ends`` count from the beginning of a word's own
    text; ``first`` (one item more than there are texts) says where the words of each begin.
    """

    form: Ints
    starts: Ints
    ends: Ints
    first: Ints


class Pieces(dict[str, int]):
    """The number of every piece that was met, given when it is first asked for, and the words in it.

    ``surfaces`` are the distinct words folded, ``lowers`` these in lower case, ``printed`` as they stand in the text.
    """

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.surfaces: list[str] = []
        self.lowers: list[str] = []
        self.printed: list[str] = []
        self.vocabulary = Vocabulary(self.printed)
        self.size = 0
        self._forms: dict[tuple[str, str], int] = {}
        # One item a piece: its words among the items of the second row, its length, words as counted, marks and digits.
        self._first, self._count, self._length = array("q"), array("q"), array("q")
        self._n_words, self._head, self._tail = array("q"), array("b"), array("b")
        self._digits = array("b")
        self._form, self._start, self._end = array("q"), array("q"), array("q")
        self._capitals, self._upper, self._telling = array("b"), array("b"), array("b")

    def stream(self, texts: Sequence[str]) -> Stream:
        """The pieces of texts whose blanks are folded."""
        sizes = np.array([text.count(" ") + 1 for text in texts], dtype=np.int64)
        pieces = " ".join(texts).split(" ") if texts else []
        return Stream(np.fromiter(map(self.__getitem__, pieces), np.int64, len(pieces)), running(sizes))

    def lengths(self, numbers: Ints) -> Ints:
        """How many characters each piece has."""
        return _view(self._length)[numbers]

    def heads(self, numbers: Ints) -> Marks:
        """What each piece begins with; see ``ends.head_of``."""
        return _small(self._head)[numbers]

    def tails(self, numbers: Ints) -> Marks:
        """What each piece ends with; see ``ends.tail_of``."""
        return _small(self._tail)[numbers]

    def capitals(self, forms: Ints) -> npt.NDArray[np.bool_]:
        """Whether each form has a capital anywhere."""
        return _small(self._capitals)[forms] > 0

    def upper(self, forms: Ints) -> npt.NDArray[np.bool_]:
        """Whether each form is all in capitals."""
        return _small(self._upper)[forms] > 0

    def telling(self, forms: Ints) -> npt.NDArray[np.bool_]:
        """Whether each form tells if a text is loud: it begins with a letter and has others."""
        return _small(self._telling)[forms] > 0

    def n_words(self, stream: Stream) -> Ints:
        """How many words (``\\w+``) each text has."""
        return np.diff(running(_view(self._n_words)[stream.numbers])[stream.first])

    def joined(self, stream: Stream, printed: Callable[[int], str]) -> Stream:
        """The stream with number groups in one piece (*12 000*), the one kind of word that has blanks inside.

        ``printed`` gives a text with the very blanks that stand in it.
        """
        digits = _small(self._digits)[stream.numbers]
        joint = (digits[:-1] & 2 > 0) & (digits[1:] & 1 > 0)
        joint[stream.first[1:-1] - 1] = False
        places = np.flatnonzero(joint)
        if not len(places):
            return stream
        numbers, kept = stream.numbers.copy(), np.ones(len(stream.numbers), dtype=bool)
        kept[places + 1] = False
        opens = places[kept[places]]
        last = np.append(places[np.flatnonzero(kept[places])[1:] - 1], places[-1]) + 1
        owner = np.searchsorted(stream.first, opens, side="right") - 1
        begins = np.append(0, (self.lengths(numbers) + 1).cumsum())
        origin = begins[stream.first[owner]]
        spans = zip(
            owner.tolist(), (begins[opens] - origin).tolist(), (begins[last + 1] - 1 - origin).tolist(), strict=True
        )
        numbers[opens] = [self[printed(text)[start:end]] for text, start, end in spans]
        return Stream(numbers[kept], running(kept)[stream.first])

    def forms(self, stream: Stream) -> Forms:
        """The words of the texts; see ``spans_of`` for what a word is."""
        numbers = stream.numbers
        ends = (self.lengths(numbers) + 1).cumsum()
        begins = np.append(0, ends)
        begins = begins[:-1] - np.repeat(begins[stream.first[:-1]], np.diff(stream.first))
        counts = _view(self._count)[numbers]
        items = ranges(_view(self._first)[numbers], counts)
        begins = np.repeat(begins, counts)
        return Forms(
            _view(self._form)[items],
            begins + _view(self._start)[items],
            begins + _view(self._end)[items],
            running(counts)[stream.first],
        )

    def __missing__(self, piece: str) -> int:
        folded = fold(piece)
        spans = matched(folded)
        self._first.append(len(self._form))
        self._count.append(len(spans))
        self._length.append(len(piece))
        self._n_words.append(len(_WORD.findall(piece)))
        self._head.append(head_of(folded))
        self._tail.append(tail_of(folded))
        self._digits.append(piece[:1].isdecimal() + 2 * piece[-1:].isdecimal())
        for start, end in spans:
            self._form.append(self._form_of(folded[start:end], piece[start:end]))
            self._start.append(start)
            self._end.append(end)
        self.size += len(piece) + len(spans) + 1
        self[piece] = number = len(self)
        return number

    def _form_of(self, surface: str, printed: str) -> int:
        known = self._forms.setdefault((surface, printed), len(self.surfaces))
        if known == len(self.surfaces):
            self.surfaces.append(surface)
            self.lowers.append(surface.lower())
            self.printed.append(printed)
            self._capitals.append(surface != self.lowers[known])
            self._upper.append(printed.isupper())
            self._telling.append(printed[0].isalpha() and len(printed) > 1)
        return known


_pieces = Pieces()
# The arrays may not grow while another reader looks at them.
_reading = Lock()


@contextmanager
def reading(pieces: Pieces | None = None) -> Iterator[Pieces]:
    """The pieces known so far, or those given, which no other reader changes meanwhile."""
    global _pieces
    with _reading:
        if _pieces.size > _KEPT:
            _pieces = Pieces()
        yield _pieces if pieces is None else pieces


def ranges(begins: Ints, sizes: Ints) -> Ints:
    """``begins[0]``, the next ones up to ``sizes[0]`` of them, then the same for each other item."""
    until = sizes.cumsum()
    total = int(until[-1]) if len(until) else 0
    return np.repeat(begins - until + sizes, sizes) + np.arange(total)


def running(sizes: npt.NDArray[np.int64] | npt.NDArray[np.bool_]) -> Ints:
    """Running totals from 0, one more than there are sizes."""
    totals = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=totals[1:])
    return totals


def _view(numbers: array[int]) -> Ints:
    return np.frombuffer(numbers, np.int64) if numbers else np.empty(0, np.int64)


def _small(numbers: array[int]) -> Marks:
    return np.frombuffer(numbers, np.int8) if numbers else np.empty(0, np.int8)
