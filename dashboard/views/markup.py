"""Texts as HTML that can do no harm, with marks at exact places. Knows nothing of Streamlit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

#: What Markdown, and Streamlit's own marks in it, would read as more than text.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$^=&@])")
_DIRECTIVE = re.compile(r":(?=[A-Za-z_/])")
# Spaces and line ends, but for those that French typography puts before « : ; ! ? » and inside quotation marks.
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article's text to be marked.

    ``kind`` is one of ``figure quote shared theme term focus``; several may lie on one another. ``title`` is
    shown when the pointer rests on it, ``colour`` (``#RRGGBB``) is used by themes, ``href`` makes it a link.
    """

    start: int
    end: int
    kind: str
    title: str = ""
    colour: str = ""
    href: str = ""


def safe(value: object) -> str:
    """The value as HTML text or attribute value.

    Each surrogate, control character and mark that turns the writing direction becomes U+FFFD, one for one.
    """
    text = "".join("\ufffd" if _unprintable(char) else char for char in str(value))
    return escape(text, quote=True)


def plain(value: object) -> str:
    """The value for a widget's label: Markdown, icons, colours and formulas in it stay what was written."""
    text = _SPACES.sub(" ", "".join("\ufffd" if _unprintable(char) else char for char in str(value)))
    return _DIRECTIVE.sub(":\u2060", _MARKDOWN.sub(r"\\\1", text))


def isolated(value: object) -> str:
    """A name inside other text, as HTML: marks of writing direction in it do not reach beyond it."""
    return f"<bdi>{safe(value)}</bdi>"


def segments(start: int, end: int, marks: Iterable[Mark]) -> list[tuple[int, int, tuple[Mark, ...]]]:
    """``start..end`` cut wherever a mark begins or ends: (from, to, marks that cover it), without gaps.

    Marks are cut to the stretch; those outside it, or empty, count for nothing. The order of covering marks
    is the longest first, so that the first one is the outermost.
    """
    inside = [mark for mark in marks if max(start, mark.start) < min(end, mark.end)]
    edges = {start, end} | {max(start, mark.start) for mark in inside} | {min(end, mark.end) for mark in inside}
    waiting = sorted(inside, key=lambda mark: mark.start, reverse=True)
    over: list[Mark] = []
    found = []
    for begin, finish in pairwise(sorted(edges)):
        over = [mark for mark in over if mark.end > begin]
        while waiting and waiting[-1].start <= begin:
            over.append(waiting.pop())
        found.append((begin, finish, tuple(sorted(over, key=_outermost))))
    return found


def _outermost(mark: Mark) -> tuple[int, int, str, str]:
    return -(mark.end - mark.start), mark.start, mark.kind, mark.title


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """``text[start:end]`` as HTML, marked. Offsets count code points of ``text``, as everywhere."""
    start, end = max(0, start), min(len(text), end)
    if start >= end:
        return ""
    return "".join(_segment(text[begin:finish], begin, over) for begin, finish, over in segments(start, end, marks))


def _segment(piece: str, begin: int, over: Sequence[Mark]) -> str:
    body = safe(piece)
    if not over:
        return body
    kinds = " ".join(dict.fromkeys(f"rc-{mark.kind}" for mark in over))
    first = " ".join(dict.fromkeys(f"rc-first-{mark.kind}" for mark in over if mark.start == begin))
    titles = " · ".join(dict.fromkeys(mark.title for mark in reversed(over) if mark.title))
    colour = next((mark.colour for mark in reversed(over) if mark.colour), "")
    href = next((mark.href for mark in reversed(over) if mark.href), "")
    attributes = f' class="{f"{kinds} {first}".strip()}"'
    attributes += f' title="{safe(titles)}"' if titles else ""
    attributes += f' style="--mark:{safe(colour)}"' if colour else ""
    content = f'<a href="{safe(href)}" data-go>{body}</a>' if href else body
    return f"<mark{attributes}>{content}</mark>"


def _unprintable(char: str) -> bool:
    code = ord(char)
    turns = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return turns or 0xD800 <= code <= 0xDFFF or (code < 32 and char not in "\n\t") or 0x7F <= code < 0xA0
