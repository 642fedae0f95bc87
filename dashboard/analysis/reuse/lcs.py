"""How many words two passages have in common, in the same order."""

from __future__ import annotations

from collections.abc import Sequence


def common_words(a: Sequence[int], b: Sequence[int]) -> int:
    """The length of the longest common subsequence, by bit-parallel dynamic programming (Hyyrö 2004).

    A row of the table is one integer, so that a pair of whole articles takes milliseconds.
    """
    low, high = 0, min(len(a), len(b))
    while low < high and a[low] == b[low]:
        low += 1
    tail = 0
    while tail < high - low and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    a, b = a[low : len(a) - tail], b[low : len(b) - tail]
    where: dict[int, int] = {}
    for place, word in enumerate(a):
        where[word] = where.get(word, 0) | 1 << place
    full = (1 << len(a)) - 1
    row = full
    for word in b:
        hits = row & where.get(word, 0)
        row = ((row + hits) | (row - hits)) & full
    return low + tail + len(a) - row.bit_count()
