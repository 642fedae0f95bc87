"""From seeds to shared passages: seeds are chained, chains extended word by word, neighbours merged.

All pairs of articles go through each step together, as arrays.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from dashboard.analysis.reuse.seeds import Flags, Seeds
from dashboard.analysis.reuse.words import U32, Ints

# How a walk goes on, the last that agrees counts: steps in a and b, and how many words must agree there.
_STEPS = ((2, 1, 2), (1, 2, 2), (2, 2, 2), (1, 1, 1))
_FAR_STEPS = ((3, 3, 2), (3, 2, 2), (2, 3, 2), (3, 1, 2), (1, 3, 2), *_STEPS)
_SUCCESSORS = 6  # how many following pieces of a pair are looked at for the next link of a chain


@dataclass(frozen=True, slots=True)
class Runs:
    """Shared runs of words: ``pair`` as in Seeds, words a:a_end of one article and b:b_end of the other."""

    pair: Ints
    a: Ints
    a_end: Ints
    b: Ints
    b_end: Ints

    def __len__(self) -> int:
        return len(self.pair)

    def take(self, chosen: Ints | Flags) -> Runs:
        """The chosen runs, in the order given."""
        return Runs(self.pair[chosen], self.a[chosen], self.a_end[chosen], self.b[chosen], self.b_end[chosen])

    def sorted(self) -> Runs:
        """The runs by pair and place."""
        return self.take(np.lexsort((self.b, self.a, self.pair)))


def together(*parts: Runs) -> Runs:
    """All the runs of several."""
    columns = ("pair", "a", "a_end", "b", "b_end")
    return Runs(*(np.concatenate([getattr(part, column) for part in parts]) for column in columns))


def chained(seeds: Seeds, size: int, gap: int) -> Runs:
    """Seeds of ``size`` words as runs: those on one diagonal first, then runs at most ``gap`` words apart."""
    a, b = seeds.a.astype(np.int64), seeds.b.astype(np.int64)
    order = np.lexsort((a, b - a, seeds.pair))
    pair, a, b = seeds.pair[order], a[order], b[order]
    shift = b - a
    new = np.ones(len(a), np.bool_)
    new[1:] = (pair[1:] != pair[:-1]) | (shift[1:] != shift[:-1]) | (a[1:] - a[:-1] > gap + size)
    first = np.flatnonzero(new)
    last = np.r_[first[1:], len(a)][: len(first)] - 1
    return _linked(Runs(pair[first], a[first], a[last] + size, b[first], b[last] + size).sorted(), gap)


def merged(runs: Runs, gap: int) -> Runs:
    """The runs with those that overlap or stand at most ``gap`` words apart on both sides made one."""
    while True:
        fewer = _linked(runs.sorted(), gap)
        if len(fewer) == len(runs):
            return fewer
        runs = fewer


def _linked(runs: Runs, gap: int) -> Runs:
    """Chains of sorted runs: each run is followed by its nearest successor, each successor has one predecessor."""
    count = len(runs)
    follower, cost = _nearest(runs, gap)
    origin = np.full(count, -1, np.int64)
    linked = np.flatnonzero(follower >= 0)
    order = linked[np.lexsort((-linked, -cost[linked], follower[linked]))]
    origin[follower[order]] = order  # the cheapest comes last and stays
    head = np.arange(count)
    for place in np.flatnonzero(origin >= 0).tolist():
        head[place] = head[origin[place]]
    heads, where = np.unique(head, return_inverse=True)
    a_end, b, b_end = runs.a_end[heads].copy(), runs.b[heads].copy(), runs.b_end[heads].copy()
    np.maximum.at(a_end, where, runs.a_end)
    np.minimum.at(b, where, runs.b)
    np.maximum.at(b_end, where, runs.b_end)
    return Runs(runs.pair[heads], runs.a[heads], a_end, b, b_end)


def _nearest(runs: Runs, gap: int) -> tuple[Ints, Ints]:
    """The nearest run that may follow each run, -1 where there is none, and how far away it is."""
    count = len(runs)
    follower, cost = np.full(count, -1, np.int64), np.full(count, np.iinfo(np.int64).max, np.int64)
    for step in range(1, _SUCCESSORS + 1):
        left = np.arange(max(0, count - step))
        right = left + step
        a_gap, b_gap = runs.a[right] - runs.a_end[left], runs.b[right] - runs.b_end[left]
        near = (runs.pair[left] == runs.pair[right]) & (a_gap <= gap) & (b_gap <= gap)
        # The second run may overlap the first on either side but must not step back behind it.
        near &= (runs.b[right] >= runs.b[left]) & (runs.b_end[right] >= runs.b[left])
        far = np.abs(a_gap) + np.abs(b_gap)
        better = near & (far < cost[left])
        follower[left[better]], cost[left[better]] = right[better], far[better]
    return follower, cost


def extended(runs: Runs, code: U32, tolerance: int, far: bool = False) -> Runs:
    """The runs with the words that agree before and after them, up to ``tolerance`` edits on each side.

    An edit is a word changed, added or left out, or two where ``far``; the words after it must agree. Breaks agree
    with nothing, so that no run leaves its article or crosses boilerplate.
    """
    a_end, b_end = _walk(runs.a_end - 1, runs.b_end - 1, code, (1, tolerance, far))
    a, b = _walk(runs.a, runs.b, code, (-1, tolerance, far))
    return replace(runs, a=a, b=b, a_end=a_end + 1, b_end=b_end + 1)


def _walk(a: Ints, b: Ints, code: U32, how: tuple[int, int, bool]) -> tuple[Ints, Ints]:
    """The last words that agree on a walk from a and b; ``how`` is (step, tolerance, far)."""
    step, tolerance, far = how
    a, b = a.copy(), b.copy()
    edits = np.zeros(len(a), np.int64)
    active = np.arange(len(a))
    while len(active):
        left, right = a[active], b[active]
        skip_a, skip_b = np.full(len(active), -1, np.int64), np.full(len(active), -1, np.int64)
        for more_a, more_b, proof in _FAR_STEPS if far else _STEPS:
            agree = np.ones(len(active), np.bool_)
            for ahead in range(proof):
                agree &= _at(code, left + step * (more_a + ahead)) == _at(code, right + step * (more_b + ahead))
            skip_a[agree], skip_b[agree] = more_a, more_b
        edited = (skip_a > 1) | (skip_b > 1)
        edits[active] += edited
        going = (skip_a > 0) & (edits[active] <= tolerance)
        a[active[going]] += step * skip_a[going]
        b[active[going]] += step * skip_b[going]
        active = active[going]
    return a, b


def _at(code: U32, places: Ints) -> U32:
    """The words at the places; beyond either end stands the last break."""
    return code[np.where((places < 0) | (places >= len(code)), len(code) - 1, places)]
