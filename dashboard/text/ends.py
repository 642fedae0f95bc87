"""Where sentences end, told by what stands between two blanks: each such piece is judged once for all texts."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dashboard.model import Ints
from dashboard.text.sentences import BEGINNING, CLOSING, OPENING, is_end

Marks = npt.NDArray[np.int8]

# What a piece begins with: what no sentence does, what one does, marks before that, such a mark alone, or what only
# the whole passage tells.
OTHER, BEGINS, OPENED, OPENS, UNSURE_HEAD = range(5)
# What it ends with: what goes on, a sentence's end if another begins behind it, or what only the passage tells.
GOES_ON, ENDS, UNSURE_TAIL = range(3)

_HEAD = re.compile(rf"[{OPENING}]{{0,3}}{BEGINNING}")
_TAIL = re.compile(rf"""[.!?…][.!?…{CLOSING}"']*\Z""")
_PLAIN_TAIL = re.compile(rf"""(?:[.!?]{{1,5}}|…)[{CLOSING}]{{0,3}}(?:(?<![{CLOSING}]{{3}})["'])?""")
_BLANK, _MARK = re.compile(r"\s"), re.compile("[.!?…]")
_OPENING, _CLOSING = frozenset(OPENING.replace("\\", "")), frozenset(CLOSING.replace("\\", ""))


class Breaks(NamedTuple):
    """The places of pieces with which a sentence begins inside its text, and which texts have to be read whole."""

    places: Ints
    unsure: npt.NDArray[np.bool_]


def head_of(piece: str) -> int:
    """What a folded piece begins with, one of ``OTHER`` to ``UNSURE_HEAD``."""
    if not piece or _BLANK.search(piece) or piece[0] in _CLOSING:
        return UNSURE_HEAD
    if _HEAD.match(piece):
        return OPENED if piece[0] in _OPENING else BEGINS
    if _OPENING.issuperset(piece):
        return OPENS if len(piece) == 1 else UNSURE_HEAD
    return OTHER


def tail_of(piece: str) -> int:
    """What a folded piece ends with, one of ``GOES_ON`` to ``UNSURE_TAIL``."""
    if _MARK.search(piece) is None:
        return GOES_ON
    if _BLANK.search(piece):
        return UNSURE_TAIL
    found = _TAIL.search(piece)
    if found is None:
        return GOES_ON
    if _PLAIN_TAIL.fullmatch(found.group()) is None:
        return UNSURE_TAIL
    return ENDS if is_end(piece, found.start(), found.group()) else GOES_ON


def breaks_in(heads: Marks, tails: Marks, first: Ints) -> Breaks:
    """The sentences of texts whose pieces begin and end so; those of text ``t`` are ``first[t]`` to ``first[t + 1]``.

    A text is unsure where a piece is or where marks part two pieces in an unusual way.
    """
    unsure = np.zeros(len(first) - 1, dtype=bool)
    if not len(heads):
        return Breaks(np.empty(0, dtype=np.int64), unsure)
    is_last = np.zeros(len(heads), dtype=bool)
    is_last[first[1:] - 1] = True
    unsure |= (heads[first[:-1]] == UNSURE_HEAD) | (heads[first[1:] - 1] == UNSURE_HEAD)
    here = np.flatnonzero((tails == ENDS) & ~is_last) + 1
    head, beyond = heads[here], heads[np.minimum(here + 1, len(heads) - 1)]
    beyond = np.where(is_last[here], UNSURE_HEAD, beyond)
    alone = head == OPENS
    begins = (head == BEGINS) | (head == OPENED) | (alone & (beyond == BEGINS))
    told = begins | (head == OTHER) | (alone & (beyond == OTHER))
    doubtful = np.concatenate((here[~told], np.flatnonzero(tails == UNSURE_TAIL)))
    unsure[np.searchsorted(first, doubtful, side="right") - 1] = True
    return Breaks(here[begins], unsure)
