"""Shared runs that cut no number: of *3,1* and *3,4* two articles do not share the 3."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.analysis.reuse.align import Runs
from dashboard.analysis.reuse.words import Ints, Words

_LOW = (1 << 32) - 1
_DECIMAL = ".,"


def without_cut_numbers(runs: Runs, words: Words, text_of: Callable[[int], str]) -> Runs:
    """The runs, each without its first or last word on both sides where that is a piece of a number in either.

    ``text_of`` gives the text of an article by its number. Runs of two words stay as they are.
    """
    sides = (runs.a.copy(), runs.a_end.copy()), (runs.b.copy(), runs.b_end.copy())
    for number, pair in enumerate(runs.pair.tolist()):
        texts = text_of(pair >> 32), text_of(pair & _LOW)
        begun = any(_begins(text, words, first[number]) for text, (first, _) in zip(texts, sides, strict=True))
        ended = any(_ends(text, words, end[number]) for text, (_, end) in zip(texts, sides, strict=True))
        if min(end[number] - first[number] for first, end in sides) > 2:
            for first, end in sides:
                first[number] += begun
                end[number] -= ended
    return Runs(runs.pair, sides[0][0], sides[0][1], sides[1][0], sides[1][1])


def _begins(text: str, words: Words, first: Ints) -> bool:
    return inside_number(text, int(words.start[first]))


def _ends(text: str, words: Words, end: Ints) -> bool:
    return inside_number(text, int(words.end[end - 1]) + 1)


def inside_number(text: str, place: int) -> bool:
    """Whether a decimal sign between two digits stands before ``place``."""
    if place < 2 or text[place - 1 : place] not in _DECIMAL:
        return False
    return text[place - 2].isdigit() and text[place : place + 1].isdigit()
