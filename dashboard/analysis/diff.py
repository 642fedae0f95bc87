"""Two wordings compared word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from dashboard.text.clean import search_key

Span = tuple[int, int]
_WORD = re.compile(r"\w+")
#: A larger table of words by words is not filled: it would take too long.
_LARGEST = 250_000


@dataclass(frozen=True, slots=True)
class Difference:
    """Stretches of each text, as (start, end), that the other does not have; words apart by blanks are joined.

    ``kept`` is the share (0..1) of the words of both texts that stand in both, in the same order; 1 for two
    texts without words.
    """

    a: tuple[Span, ...]
    b: tuple[Span, ...]
    kept: float

    @property
    def same(self) -> bool:
        """Whether both texts have the same words in the same order."""
        return not self.a and not self.b


def difference(a: str, b: str) -> Difference:
    """The words of two texts aligned; letter case, accents and punctuation make no difference.

    Statements and passages keep as many words as two orders of words allow; long texts are compared block by
    block, the longest first.
    """
    words_a, words_b = _words(a), _words(b)
    kept_a, kept_b = _kept([key for key, *_ in words_a], [key for key, *_ in words_b])
    total = len(words_a) + len(words_b)
    share = 2 * len(kept_a) / total if total else 1.0
    return Difference(_stretches(words_a, kept_a), _stretches(words_b, kept_b), share)


def word_keys(text: str) -> tuple[str, ...]:
    """What is compared of a text: its words without case and accents; equal for wordings that count as the same."""
    return tuple(key for key, *_ in _words(text))


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(search_key(found.group()), found.start(), found.end()) for found in _WORD.finditer(text)]


def _kept(a: list[str], b: list[str]) -> tuple[set[int], set[int]]:
    """The places of the words that stand in both, in one order."""
    if len(a) * len(b) > _LARGEST:
        blocks = SequenceMatcher(None, a, b).get_matching_blocks()
        pairs = [(block.a + step, block.b + step) for block in blocks for step in range(block.size)]
    else:
        pairs = _longest_common(a, b)
    return {place for place, _ in pairs}, {place for _, place in pairs}


def _longest_common(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """The longest common subsequence as pairs of places; of several, the one that begins first."""
    lengths = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        row, below = lengths[i], lengths[i + 1]
        for j in range(len(b) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if a[i] == b[j] else max(below[j], row[j + 1])
    pairs, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _stretches(words: list[tuple[str, int, int]], kept: set[int]) -> tuple[Span, ...]:
    """The words that are not kept, those in a row as one stretch."""
    found: list[Span] = []
    last = -2
    for place, (_, start, end) in enumerate(words):
        if place in kept:
            continue
        if found and place == last + 1:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        last = place
    return tuple(found)
