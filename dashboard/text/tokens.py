"""Words and numbers of a text, elisions split off; linear in the length of the text."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from dashboard.text.clean import fold

_INVERSION = r"(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce|les?|la|lui|leur|moi|toi)(?![\w-])"
_WHOLE = r"(?:rendez-vous|garde-à-vous|au-dessous|ouï-dire|peut-être|là-dessus)(?![\w-])"
TOKEN = re.compile(
    rf"""
    \d{{1,3}}(?:[ ]\d{{3}})+(?!\d)(?:,\d+)?              # number groups: 12 000, 1 234,5
  | \d+(?:[.,]\d+)*[^\W\d_]*                             # 2023, 1.234,5, 5G, 3e
  | (?:[A-ZÀ-Þ]\.-?){{2,8}}                              # U.S., J.-P.
  | (?:[ldjmtsnc]|(?:jus|lors|puis|quoi|tandis)?qu)'(?=[^\W_])   # elisions
  | {_WHOLE}
  | [^\W_]+(?:&[^\W_]+)?(?:(?:'|-(?!{_INVERSION}))[^\W_]+)*
    """,
    re.VERBOSE | re.IGNORECASE,
)


# Where a number group may stand, the one kind of word with a blank inside.
_GROUP = re.compile(r"\d \d")
# What is no longer than this between two blanks is read once and kept, for so many different pieces.
_SHORT, _KEPT = 40, 500_000


class Spans(NamedTuple):
    """The words of a text: as they stand in it folded, and where they start and end."""

    surfaces: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def words_in(folded: str) -> Spans:
    """The words and numbers of a text that is folded already; see ``spans_of``.

    What stands between two blanks is read by itself, since no word but a number group has one inside.
    """
    if _GROUP.search(folded):
        return _matched(folded)
    pieces = folded.split(" ")
    found = list(map(_PIECES.__getitem__, pieces))
    begins = accumulate([len(piece) + 1 for piece in pieces], initial=0)
    places = list(zip(begins, found, strict=False))
    return Spans(
        tuple([surface for piece in found for surface in piece[0]]),
        tuple([begin + start for begin, piece in places for start in piece[1]]),
        tuple([begin + end for begin, piece in places for end in piece[2]]),
    )


def spans_of(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words and numbers of ``text[start:end]`` as (start, end) offsets into ``text``, end excluded.

    An elision is a span of its own with its apostrophe (``l'``, ``qu'``); an inverted pronoun is one without
    its hyphens (``promet-il``); number groups are joined (``12 000``).
    """
    found = words_in(fold(text[start:end]))
    return [(start + left, start + right) for left, right in zip(found.starts, found.ends, strict=True)]


class _Pieces(dict[str, Spans]):
    """The words of each piece without a blank, found when it is first asked for."""

    def __missing__(self, piece: str) -> Spans:
        found = _matched(piece)
        if len(piece) <= _SHORT:
            if len(self) >= _KEPT:
                self.clear()
            self[piece] = found
        return found


_PIECES = _Pieces()


def _matched(folded: str) -> Spans:
    spans = [match.span() for match in TOKEN.finditer(folded)]
    kept = [(left, right) for left, right in spans if right - left > 1 or not _is_linking_t(folded, left, right)]
    surfaces = tuple([folded[left:right] for left, right in kept])
    return Spans(surfaces, tuple([left for left, _ in kept]), tuple([right for _, right in kept]))


def _is_linking_t(text: str, start: int, end: int) -> bool:
    """The t of *a-t-il*, which is no word."""
    return end - start == 1 and text[start] == "t" and text[start - 1 : start] == "-" and text[end : end + 1] == "-"
