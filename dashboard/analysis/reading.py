"""What the reading pane shows of one article: its blocks, and the spans of each layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.analysis.evidence import spans_of
from dashboard.analysis.origins import copy_groups
from dashboard.tables import Analysis

Row = dict[str, Any]
#: Characters up to which the pieces of a line are joined again.
LONGEST_BLOCK = 6000


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the article: passages that stand on one line are one block, if it is no longer than a page.

    ``role`` is that of its first passage.
    """

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A span of this article that another one also prints, at ``other_start`` of ``other``."""

    start: int
    end: int
    other: str
    other_start: int
    other_end: int
    kind: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span that speaks for a theme."""

    start: int
    end: int
    theme: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One article's blocks and layers, in the order of the text; figures and quotes are rows of their tables."""

    blocks: tuple[Block, ...]
    figures: tuple[Row, ...]
    quotes: tuple[Row, ...]
    shared: tuple[Shared, ...]
    evidence: tuple[Evidence, ...]


def reading_of(analysis: Analysis, article_id: str) -> Reading:
    """What is known of one article. An exact copy shows what was found in the article that it copies.

    Raises KeyError for an article that the tables do not have.
    """
    rows = analysis.articles[analysis.articles["article_id"] == article_id]
    if rows.empty:
        raise KeyError(article_id)
    original = rows["duplicate_of"].iloc[0]
    origin = original if isinstance(original, str) else article_id
    text = str(rows["text"].iloc[0])
    passages = _of(analysis.passages, origin)
    return Reading(
        blocks=tuple(blocks_of(text, passages)),
        figures=tuple(_records(_of(analysis.quantities, origin))),
        quotes=tuple(_records(_of(analysis.quotes, origin))),
        shared=tuple(shared_of(analysis.reuse, origin)),
        evidence=tuple(_evidence(_of(analysis.passage_themes, origin))),
    )


def blocks_of(text: str, passages: pd.DataFrame) -> list[Block]:
    """The passages of an article (start, end, role), those without a line end between them joined up to a length."""
    blocks: list[Block] = []
    for row in passages.sort_values("start").to_dict("records"):
        start, end, role = int(row["start"]), int(row["end"]), str(row["role"])
        same_line = blocks and "\n" not in text[blocks[-1].end : start] and blocks[-1].role == role
        if same_line and end - blocks[-1].start <= LONGEST_BLOCK:
            blocks[-1] = Block(blocks[-1].start, end, role)
        else:
            blocks.append(Block(start, end, role))
    return blocks


def shared_of(reuse: pd.DataFrame, article_id: str) -> list[Shared]:
    """The spans of an article that others share, whichever side of the pair it stands on; sorted by place."""
    found = []
    for mine, other in (("a", "b"), ("b", "a")):
        for row in reuse[reuse[f"{mine}_article"] == article_id].to_dict("records"):
            span = Shared(
                start=int(row[f"{mine}_start"]),
                end=int(row[f"{mine}_end"]),
                other=str(row[f"{other}_article"]),
                other_start=int(row[f"{other}_start"]),
                other_end=int(row[f"{other}_end"]),
                kind=str(row["kind"]),
                similarity=float(row["similarity"]),
            )
            found.append(span)
    return sorted(found, key=lambda span: (span.start, -span.end, span.other, span.other_start))


def article_counts(analysis: Analysis) -> pd.DataFrame:
    """Each article in the order of its date (undated last), then source: article_id, source, title, published,
    duplicate_of, ``copy_of`` (the earliest article of nearly the same text, None for that one and all others), and
    how many figures, quotes and shared passages it has (a copy has those of its original).
    """
    articles = analysis.articles[["article_id", "source", "title", "published", "duplicate_of"]]
    origin = articles["duplicate_of"].fillna(articles["article_id"])
    sides = pd.concat([analysis.reuse["a_article"], analysis.reuse["b_article"]])
    counts = {
        "figures": analysis.quantities["article_id"].value_counts(),
        "quotes": analysis.quotes["article_id"].value_counts(),
        "shared": sides.value_counts(),
    }
    groups = [[place.article_id for place in group.places] for group in copy_groups(analysis.articles)]
    earliest = {copy: first for first, *copies in groups for copy in copies}
    copy_of = pd.Series([earliest.get(name) for name in articles["article_id"]], index=articles.index, dtype="str")
    articles = articles.assign(copy_of=copy_of)
    found = articles.assign(**{name: origin.map(sums).fillna(0).astype("int64") for name, sums in counts.items()})
    return found.sort_values(["published", "source", "article_id"], na_position="last").reset_index(drop=True)


def window(blocks: Sequence[Block], at: int, most: int) -> tuple[int, int]:
    """The first and the last-but-one-past block of a stretch of at most ``most`` characters around offset ``at``.

    At least one block is in it, however long.
    """
    place = next((index for index, block in enumerate(blocks) if block.end > at), max(0, len(blocks) - 1))
    first, last = place, min(place + 1, len(blocks))
    length = sum(block.end - block.start for block in blocks[first:last])
    grown = True
    while grown:
        grown = False
        if last < len(blocks) and length + blocks[last].end - blocks[last].start <= most:
            length += blocks[last].end - blocks[last].start
            last, grown = last + 1, True
        if first and length + blocks[first - 1].end - blocks[first - 1].start <= most:
            length += blocks[first - 1].end - blocks[first - 1].start
            first, grown = first - 1, True
    return first, last


def within(reading: Reading, start: int, end: int) -> Reading:
    """The part of a reading whose spans touch a stretch of the text; the blocks stay."""

    def touching(spans: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(span for span in spans if span.start < end and span.end > start)

    def rows(table: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(row for row in table if row["start"] < end and row["end"] > start)

    parts = (rows(reading.figures), rows(reading.quotes), touching(reading.shared), touching(reading.evidence))
    return Reading(reading.blocks, *parts)


def _of(frame: pd.DataFrame, article_id: str) -> pd.DataFrame:
    return frame[frame["article_id"] == article_id].sort_values("start")


def _records(frame: pd.DataFrame) -> list[Row]:
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def _evidence(themes: pd.DataFrame) -> list[Evidence]:
    found = {
        Evidence(start, end, str(theme))
        for theme, evidence in zip(themes["theme"], themes["evidence"], strict=True)
        for start, end in spans_of(evidence if isinstance(evidence, str) else "")
    }
    return sorted(found, key=lambda span: (span.start, span.end, span.theme))
