"""What stands between quotation marks: every pair of marks of French and English print, nested and unclosed."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLOSES = {"»": "«", "›": "‹", "”": "“", ">>": "<<", "’": "‘"}
_MARK = re.compile(r"<<|>>|''|[«»‹›“”„‟\"‘’']")
_EDGE = " \t\u00a0\u2007\u2009\u200a\u202f"
_LONGEST_SINGLE = 300  # between ' and ', which are apostrophes more often than marks


@dataclass(frozen=True, slots=True)
class Marked:
    """Text between quotation marks: ``open`` and ``close`` are the marks' outer edges, start and end what is inside.

    ``depth`` is 0 for what stands in no other marks; ``closed`` is False where the paragraph ends first.
    """

    open: int
    start: int
    end: int
    close: int
    depth: int
    closed: bool


@dataclass(slots=True)
class _Open:
    kind: str
    at: int
    width: int
    inner_close: tuple[int, int] | None = None


def marked_spans(text: str, start: int, end: int) -> list[Marked]:
    """What stands between quotation marks in the paragraph ``text[start:end]``, sorted, outer before inner.

    White space inside the marks is left out; nothing is left of empty marks. A mark that opens and is never
    closed reaches to the end of the paragraph; one that closes nothing is passed over.
    """
    found: list[Marked] = []
    stack: list[_Open] = []
    for match in _MARK.finditer(text, start, end):
        mark = match.group()
        kind = {"„": "“", "‟": "“"}.get(mark, mark)
        before, after = (
            text[max(start, match.start() - 1) : match.start()],
            text[match.end() : min(end, match.end() + 1)],
        )
        level = _closes(kind, before, after, stack)
        if level is not None:
            opened = stack[level]
            del stack[level:]
            _add(text, found, opened, (match.start(), match.end(), len(stack)))
            if stack and stack[-1].kind == opened.kind:
                stack[-1].inner_close = match.span()
        elif _opens(kind, before, after) and (kind not in ("'", "»") or _has_partner(text, match, end)):
            stack.append(_Open(_opening(kind), match.start(), match.end() - match.start()))
    _close_rest(text, found, stack, end)
    return sorted(found, key=lambda span: (span.start, -span.end))


def _opening(kind: str) -> str:
    """The mark under which an opening is remembered; ” and » sometimes open as well."""
    return _CLOSES.get(kind, kind)


def _closes(kind: str, before: str, after: str, stack: list[_Open]) -> int | None:
    """The open mark that this one closes, by its place on the stack; None if it closes none."""
    wanted = _CLOSES.get(kind, kind)
    if kind in ("’", "'") and (not before or before in _EDGE or after.isalnum()):
        return None
    if kind in ("«", "‹", "<<", "‘"):
        return None
    if kind == '"' and before.isspace() and after.isalnum():
        return None
    if kind == "“" and (not before or before.isspace() or not _ends_here(after)):
        return None
    for level in range(len(stack) - 1, -1, -1):
        if stack[level].kind == wanted:
            return level
    # Print mixes marks: “ closed by ", or " closed by ”.
    if kind in ("”", '"') and stack and stack[-1].kind in ('"', "“") and _ends_here(after):
        return len(stack) - 1
    return None


def _ends_here(after: str) -> bool:
    return not after or not after.isalnum()


def _opens(kind: str, before: str, after: str) -> bool:
    """Whether a mark that closes nothing may open."""
    if kind in ("«", "‹", "<<"):
        return True
    free = not before or before.isspace() or before in "([{'’«“‘\"—–-:/"
    if kind in ("›", ">>", "’"):
        return False
    if kind == "»":
        return not before or before.isspace()
    if kind in ("'", "‘"):
        return (not before or before.isspace() or before in '([«“"') and after.isalpha()
    if kind == "”":
        return free and after.isalnum()
    return free and bool(after) and (not after.isspace() or not before or before.isspace())


def _has_partner(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether what could be an opening ' or » is closed by the same mark, as an apostrophe and a stray mark are not."""
    if mark.group() == "»":
        following = re.search(r"[«»]", text[mark.end() : end])
        capital = re.match(r"\s*[A-ZÀ-Þ]", text[mark.end() : mark.end() + 4])
        return bool(following and capital and following.group() == "»" and following.start() > 2)
    stop = min(end, mark.end() + _LONGEST_SINGLE)
    closing = re.search(r"(?<=[\w.!?…])'(?!\w)", text[mark.end() : stop])
    return closing is not None and closing.start() > 0


def _add(text: str, found: list[Marked], opened: _Open, close: tuple[int, int, int]) -> None:
    """Adds what stands between two marks, unless that is nothing."""
    start, end = opened.at + opened.width, close[0]
    while start < end and (text[start].isspace() or text[start] in _EDGE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _EDGE):
        end -= 1
    if start < end:
        found.append(Marked(opened.at, start, end, close[1], close[2], close[1] > close[0]))


def _close_rest(text: str, found: list[Marked], stack: list[_Open], end: int) -> None:
    """Ends what is still open: at an inner mark that closed two at once, else at the end of the paragraph."""
    while stack:
        opened = stack.pop()
        if opened.kind in ("'", "‘"):
            continue
        if opened.inner_close:
            close_start, close_end = opened.inner_close
            _add(text, found, opened, (close_start, close_end, len(stack)))
        else:
            _add(text, found, opened, (end, end, len(stack)))
