"""Words and numbers of a text, elisions split off; linear in the length of the text."""

from __future__ import annotations

import re

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


def spans_of(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words and numbers of ``text[start:end]`` as (start, end) offsets into ``text``, end excluded.

    An elision is a span of its own with its apostrophe (``l'``, ``qu'``); an inverted pronoun is one without
    its hyphens (``promet-il``); number groups are joined (``12 000``).
    """
    return [(start + left, start + right) for left, right in matched(fold(text[start:end]))]


def matched(folded: str) -> list[tuple[int, int]]:
    """``spans_of`` a text that is folded already."""
    spans = [match.span() for match in TOKEN.finditer(folded)]
    return [(left, right) for left, right in spans if right - left > 1 or not _is_linking_t(folded, left, right)]


def _is_linking_t(text: str, start: int, end: int) -> bool:
    """The t of *a-t-il*, which is no word."""
    return end - start == 1 and text[start] == "t" and text[start - 1 : start] == "-" and text[end : end + 1] == "-"
