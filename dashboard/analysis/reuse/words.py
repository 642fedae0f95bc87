"""The words of a corpus as arrays: letters folded, each word under a stable hash, places in the text kept.

A word is ``\\w+``, letter case ignored; an accent may be part of its letter or a combining mark after it; soft hyphens
and zero-width characters count for nothing. Everything is done on whole chunks of text with NumPy: a loop over
words would take longer than all the rest of the comparison.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

U32 = NDArray[np.uint32]
U64 = NDArray[np.uint64]
Ints = NDArray[np.int64]
Places = NDArray[np.int32]
Number = TypeVar("Number", bound=np.generic)
Holes = Mapping[int, Sequence[tuple[int, int]]]

_LAST = 0x10FFFF  # a noncharacter: it stands for the end of an article and for boilerplate
_OTHER, _WORD, _BREAK, _ADDED = 0, 1, 2, 3
_NOTHING_AT_ALL = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_CHUNK = 1 << 20
_BASE = np.uint64(0x9E3779B97F4A7C15)
_ODD = np.uint64(0xBF58476D1CE4E5B9)
_ODD_TOO = np.uint64(0x94D049BB133111EB)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of every article, one after another, with ``padding`` breaks after each article and hole.

    code: hash of each word, a number of its own for each break. start, end: code points in the article's text,
    start never falling inside an article; a break has no length. first: place of each article's first word, and
    the number of words at the end, so that article i has the words first[i]:first[i + 1].
    """

    code: U32
    start: Places
    end: Places
    first: Ints

    def sizes(self) -> Ints:
        """The number of words of each article, breaks left out."""
        breaks = np.flatnonzero(self.end == self.start)
        return np.asarray(np.diff(self.first) - np.diff(np.searchsorted(breaks, self.first)), np.int64)

    def between(self, article: int, start: int, end: int) -> tuple[int, int]:
        """The places of the article's words that begin in start:end, as first and last, last excluded."""
        low, high = int(self.first[article]), int(self.first[article + 1])
        found = np.searchsorted(self.start[low:high], [start, end])
        return low + int(found[0]), low + int(found[1])


def mixed(values: U64) -> U64:
    """The numbers well spread over 64 bits (the finalizer of SplitMix64, Steele, Lea and Flood 2014)."""
    spread = (values ^ (values >> np.uint64(30))) * _ODD
    spread = (spread ^ (spread >> np.uint64(27))) * _ODD_TOO
    return spread ^ (spread >> np.uint64(31))


def words_of(texts: Iterable[str], holes: Holes, padding: int) -> Words:
    """The words of the texts; ``holes`` gives for a text's place the (start, end) ranges that hold none."""
    codes, starts, ends = [np.zeros(0, np.uint32)], [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
    counts = [np.zeros(1, np.int64)]
    low = 0
    for chunk in _chunks(texts):
        code, start, end, count = _chunk_words(chunk, low, holes, padding)
        codes.append(code)
        starts.append(start)
        ends.append(end)
        counts.append(count)
        low += len(chunk)
    code, start, end = _joined(codes), _joined(starts), _joined(ends)
    breaks = np.flatnonzero(start == end)
    code[breaks] = (mixed(np.arange(1, len(breaks) + 1, dtype=np.uint64) * _BASE) >> np.uint64(32)).astype(np.uint32)
    return Words(code, start, end, np.cumsum(np.concatenate(counts)))


def _joined(parts: list[NDArray[Number]]) -> NDArray[Number]:
    """The parts as one array; they are let go of, so that no more than one column is held twice."""
    whole = np.concatenate(parts)
    parts.clear()
    return whole


def _chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts, about a million characters at a time."""
    chunk: list[str] = []
    size = 0
    for text in texts:
        chunk.append(text)
        size += len(text)
        if size >= _CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _chunk_words(texts: Sequence[str], low: int, holes: Holes, padding: int) -> tuple[U32, Places, Places, Ints]:
    """Codes, starts and ends of a chunk's words, and the number of words of each of its texts."""
    ends = np.cumsum([len(text) + 1 for text in texts])
    begins = ends - [len(text) + 1 for text in texts]
    points = _points(texts)
    for place in range(low, low + len(texts)):
        for start, end in holes.get(place, ()):
            begin = begins[place - low]
            points[begin + start : begin + end] = ord(" ")
            points[begin + start] = _LAST
    kind, values, where = _classified(points)
    word = kind == _WORD
    edge = kind == _BREAK
    first = np.flatnonzero(edge | (word & ~np.r_[False, word[:-1]]))
    last = np.flatnonzero(edge | (word & ~np.r_[word[1:], False]))
    powers, inverses = _powers(max(_CHUNK, 1 << len(values).bit_length()))
    sums = np.add.reduceat(values * powers[: len(values)], first) * inverses[first]
    code = (mixed(sums) >> np.uint64(32)).astype(np.uint32)
    times = np.where(edge[first], padding, 1)
    article = np.searchsorted(ends, where[first], side="right")
    start = (where[first] - begins[article]).astype(np.int32)
    end = (where[last] + ~edge[first] - begins[article]).astype(np.int32)
    counts = np.bincount(article, weights=times, minlength=len(texts)).astype(np.int64)
    return np.repeat(code, times), np.repeat(start, times), np.repeat(end, times), counts


def _points(texts: Sequence[str]) -> U32:
    """The code points of the texts, each text ended by a break."""
    joined = chr(_LAST).join(texts) + chr(_LAST)
    return np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32).copy()


def _classified(points: U32) -> tuple[NDArray[np.uint8], U64, Ints]:
    """Kind, hash value and place of each code point that counts."""
    kinds, values = _alphabet()
    known = kinds[points]
    if (known == 255).any():
        for point in np.unique(points[known == 255]).tolist():
            kinds[point], values[point] = _letter(point)
        known = kinds[points]
    if not (known == _ADDED).any():
        return known, values[points], np.arange(len(points))
    where = np.flatnonzero(known != _ADDED)
    added = np.flatnonzero(known == _ADDED)
    letters = values[points[where]]
    before = np.searchsorted(where, added) - 1
    marked = (before >= 0) & (known[where[before]] == _WORD)
    np.add.at(letters, before[marked], values[points[added[marked]]])
    return known[where], letters, where


@lru_cache(maxsize=1)
def _alphabet() -> tuple[NDArray[np.uint8], U64]:
    """Kind and hash value by code point; a kind of 255 is not known yet and filled in when it is met."""
    kinds = np.full(_LAST + 1, 255, np.uint8)
    kinds[_LAST] = _BREAK
    return kinds, np.zeros(_LAST + 1, np.uint64)


def _letter(point: int) -> tuple[int, np.uint64]:
    """Kind and hash value of one code point."""
    char = chr(point)
    if char in _NOTHING_AT_ALL:
        return _ADDED, np.uint64(0)
    parts = [ord(part) for part in unicodedata.normalize("NFD", char.casefold())]
    value = mixed(np.array(parts, np.uint64) * _BASE).sum(dtype=np.uint64)
    if unicodedata.combining(char):
        return _ADDED, value
    return (_WORD, value) if char.isalnum() or char == "_" else (_OTHER, np.uint64(0))


@lru_cache(maxsize=2)
def _powers(size: int) -> tuple[U64, U64]:
    """The powers of an odd base and of its inverse, modulo 2**64, so that a word's hash ignores where it stands."""
    base = int(_ODD_TOO)
    inverse = pow(base, -1, 1 << 64)

    def series(factor: int) -> U64:
        steps = np.full(size, factor, np.uint64)
        steps[0] = 1
        return np.cumprod(steps, dtype=np.uint64)

    return series(base), series(inverse)
