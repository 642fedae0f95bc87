"""Places where two articles print the same few words, found by joining the hashes of their shingles.

No pair of articles is ever looked at for its own sake: the cost is that of sorting the shingles, plus the
seeds themselves, whose number the cap on stock phrases bounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.reuse.words import U32, U64, Ints, Places, mixed

Flags = NDArray[np.bool_]
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], np.uint64)
_PART = 1 << 22


@dataclass(frozen=True, slots=True)
class Seeds:
    """Shared shingles: ``pair`` is article a times 2**32 plus article b (a before b); a and b are places of words."""

    pair: Ints
    a: Places
    b: Places

    def take(self, chosen: Ints | Flags) -> Seeds:
        """The chosen seeds, in the order given."""
        return Seeds(self.pair[chosen], self.a[chosen], self.b[chosen])


@dataclass(frozen=True, slots=True)
class Limits:
    """Beyond ``articles`` holders a shingle is a formula, and so it is if one article repeats it ``repeats`` times."""

    articles: int
    repeats: int


def shingles_of(code: U32, size: int) -> U64:
    """The hash of the ``size`` words that begin at each word, in order; as many as there are words."""
    padded = np.concatenate([code, np.zeros(size - 1, np.uint32)])
    result = np.empty(len(code), np.uint64)
    for low in range(0, len(code), _PART):
        high = min(low + _PART, len(code))
        total = np.zeros(high - low, np.uint64)
        for step in range(size):
            word = padded[low + step : high + step] * _FACTORS[step]
            total += mixed(word) if step else word
        result[low:high] = mixed(total)
    return result


def joined(shingles: U64, article: Ints | Places, limits: Limits, size: int) -> tuple[Seeds, Flags]:
    """The seeds of all pairs of articles, sorted by pair and places, and for each word whether a formula covers it.

    ``article`` is the article of each shingle, rising.
    """
    formula = np.zeros(len(shingles), np.bool_)
    found: list[Seeds] = []
    for group, where in _repeated(shingles):
        stock, useful = _told_apart(group, article[where], limits)
        for step in range(size):
            covered = where[stock] + step
            formula[covered[covered < len(formula)]] = True
        found.extend(_pairs(group[useful], where[useful], article))
    pair = np.concatenate([np.zeros(0, np.int64), *(part.pair for part in found)])
    a = np.concatenate([np.zeros(0, np.int32), *(part.a for part in found)])
    b = np.concatenate([np.zeros(0, np.int32), *(part.b for part in found)])
    return Seeds(pair, a, b), formula


def _repeated(shingles: U64) -> Iterator[tuple[Ints, Ints]]:
    """Groups of equal shingles that occur twice or more: (group, place), sorted, one part of the hashes at a time.

    The place within the part is packed into the low bits of the hash, so that one plain sort does it all.
    """
    bits = max(0, (len(shingles) // _PART).bit_length())
    for part in range(1 << bits):
        where = np.flatnonzero(shingles >> np.uint64(64 - bits) == part) if bits else np.arange(len(shingles))
        if len(where) < 2:
            continue
        low = np.uint64((len(where) - 1).bit_length())
        packed = shingles[where] << np.uint64(bits) >> low << low
        packed |= np.arange(len(where), dtype=np.uint64)
        packed.sort()
        top = packed >> low
        same = top[1:] == top[:-1]
        kept = np.r_[same, False] | np.r_[False, same]
        starts = np.r_[True, ~same][kept]
        place = (packed[kept] & ((np.uint64(1) << low) - np.uint64(1))).astype(np.int64)
        yield np.cumsum(starts) - 1, where[place]


def _told_apart(group: Ints, article: Ints | Places, limits: Limits) -> tuple[Flags, Flags]:
    """Which occurrences belong to formulas, and which may be seeds (four for an article at most)."""
    count = int(group[-1]) + 1 if len(group) else 0
    new = np.r_[True, (group[1:] != group[:-1]) | (article[1:] != article[:-1])][: len(group)]
    holders = np.bincount(group[new], minlength=count)
    begins = np.flatnonzero(new)
    run = np.diff(np.r_[begins, len(group)])
    rank = np.arange(len(group)) - np.repeat(begins, run)
    repeated = np.bincount(group[rank == limits.repeats], minlength=count) > 0
    stock = (holders > limits.articles) | repeated
    return stock[group], ((holders > 1) & ~stock)[group] & (rank < 4)


def _pairs(group: Ints, where: Ints, article: Ints | Places) -> Iterator[Seeds]:
    """Every two occurrences of one group in two articles."""
    left = np.arange(len(group))
    step = 1
    while True:
        left = left[left + step < len(group)]
        left = left[group[left] == group[left + step]]
        if not len(left):
            return
        a, b = where[left], where[left + step]
        first, second = article[a], article[b]
        apart = first != second
        pair = (first[apart].astype(np.int64) << 32) | second[apart]
        yield Seeds(pair, a[apart].astype(np.int32), b[apart].astype(np.int32))
        step += 1
