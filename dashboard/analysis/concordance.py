"""A term in its contexts (KWIC): what stands left and right of every mention."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

import pandas as pd

COLUMNS = ["left", "key", "right", "article_id", "passage_id", "start", "end"]
_WORD = re.compile(r"\w+")


def concordance(
    mentions: pd.DataFrame,
    texts: Mapping[str, str],
    lemma: str,
    width: int = 60,
    order: Literal["text", "left", "right"] = "text",
) -> pd.DataFrame:
    """Every mention of a term with at most ``width`` characters on either side, cut at blanks and at the ends of its
    line: what stands in another paragraph, a heading or a cookie notice, is no context.

    ``texts`` gives an article's text by its id. Columns: left, key, right, article_id, passage_id, start, end.
    Sorted by article and place, by the words left of it (nearest first) or by those right of it.
    """
    rows = []
    for row in mentions[mentions["lemma"] == lemma].itertuples(index=False):
        text = texts.get(str(row.article_id))
        if text is None:
            continue
        start, end = int(row.start), int(row.end)  # type: ignore[arg-type]
        left, right = _left(text, start, width), _right(text, end, width)
        rows.append((left, text[start:end], right, row.article_id, row.passage_id, start, end))
    found = pd.DataFrame(rows, columns=COLUMNS)
    found = found.sort_values(["article_id", "start"], kind="stable")
    if order == "left":
        found = found.sort_values("left", key=lambda values: values.map(_backwards), kind="stable")
    elif order == "right":
        found = found.sort_values("right", key=lambda values: values.map(_forwards), kind="stable")
    return found.reset_index(drop=True)


def _left(text: str, start: int, width: int) -> str:
    line = text.rfind("\n", 0, start) + 1
    here = max(line, start - width)
    piece = text[here:start]
    if here > line and not text[here - 1].isspace():
        piece = piece[piece.find(" ") + 1 :] if " " in piece else piece
    return _flat(piece).lstrip()


def _right(text: str, end: int, width: int) -> str:
    line = text.find("\n", end)
    line = len(text) if line < 0 else line
    piece = text[end : min(end + width, line)]
    if end + width < line and not text[end + width].isspace():
        piece = piece[: piece.rfind(" ")] if " " in piece else piece
    return _flat(piece).rstrip()


def _flat(piece: str) -> str:
    return "".join(" " if letter.isspace() else letter for letter in piece)


def _forwards(context: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(context))


def _backwards(context: str) -> tuple[str, ...]:
    return _forwards(context)[::-1]
