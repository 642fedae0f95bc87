"""Shared passages gathered: the same words in two, three or more articles as one group."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.ledger import rows_of
from dashboard.analysis.reuse.origin import spans_of_dates
from dashboard.tables import Analysis

#: Fewer words than this are listed, and counted for nothing.
COUNTED_WORDS = 8
#: Two stretches of one article are the same words if they share this part of the longer one.
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article."""

    article_id: str
    source: str
    published: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shared:
    """Words that several articles share.

    ``group_id`` is the first reuse_id among its ``pairs``; ``places`` are in the order of their dates, undated
    ones last. ``n_words`` is the longest pair's, ``similarity`` (0..1) the lowest. ``first`` is the article that
    printed them before all others, None where the dates do not tell.
    """

    group_id: str
    pairs: tuple[str, ...]
    places: tuple[Place, ...]
    kind: str
    n_words: int
    n_words_quoted: int
    similarity: float
    first: str | None

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources, each once, in the order of the places."""
        return tuple(dict.fromkeys(place.source for place in self.places))


@dataclass(frozen=True, slots=True)
class Summary:
    """How many of the articles share at least eight words with another source's, and what stands in three sources."""

    n_articles: int
    n_sharing: int
    n_groups: int
    n_in_three: int


def shared_groups(analysis: Analysis) -> list[Shared]:
    """Every group of shared words, those in most sources first, then the longest."""
    articles = analysis.articles.set_index("article_id")
    rows = rows_of(analysis.reuse)
    nodes = sorted({node for row in rows for node in _ends(row)})
    leader = _joined(nodes, rows)
    members: dict[int, list[Any]] = {}
    for row in rows:
        members.setdefault(leader[_ends(row)[0]], []).append(row)
    groups = [_group(found, articles) for found in members.values()]
    return sorted(groups, key=lambda group: (-len(group.sources), -group.n_words, group.group_id))


def summary(analysis: Analysis, groups: Iterable[Shared]) -> Summary:
    """The counts of the selection; exact copies (``duplicate_of``) are no articles of their own."""
    kept = analysis.reuse[(analysis.reuse["kind"] != "short") & (analysis.reuse["n_words"] >= COUNTED_WORDS)]
    sharing = set(kept["a_article"]) | set(kept["b_article"])
    listed = list(groups)
    return Summary(
        n_articles=int(analysis.articles["duplicate_of"].isna().sum()),
        n_sharing=len(sharing),
        n_groups=len(listed),
        n_in_three=sum(len(group.sources) >= 3 for group in listed),
    )


_Node = tuple[str, int, int]


def _ends(row: Any) -> tuple[_Node, _Node]:
    return (str(row.a_article), int(row.a_start), int(row.a_end)), (
        str(row.b_article),
        int(row.b_start),
        int(row.b_end),
    )


def _joined(nodes: list[_Node], rows: list[Any]) -> dict[_Node, int]:
    """The number of its group for each stretch: pairs are joined, and stretches that are the same words."""
    parents = {node: node for node in nodes}

    def root(node: _Node) -> _Node:
        while parents[node] != node:
            parents[node] = parents[parents[node]]
            node = parents[node]
        return node

    def join(one: _Node, other: _Node) -> None:
        first, second = sorted((root(one), root(other)))
        parents[second] = first

    for row in rows:
        join(*_ends(row))
    for place, node in enumerate(nodes):
        # Sorted by article and start: only the stretches that begin before this one ends can be the same words.
        for other in nodes[place + 1 :]:
            if other[0] != node[0] or other[1] >= node[2]:
                break
            common = min(node[2], other[2]) - other[1]
            if common >= _SAME * max(node[2] - node[1], other[2] - other[1]):
                join(node, other)
    numbers = {node: number for number, node in enumerate(nodes)}
    return {node: numbers[root(node)] for node in nodes}


def _group(rows: list[Any], articles: pd.DataFrame) -> Shared:
    spans: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        for article_id, start, end in _ends(row):
            spans.setdefault(article_id, []).append((start, end))
    places = [_place(article_id, found, articles) for article_id, found in spans.items()]
    places.sort(key=lambda place: (place.published is None, place.published or "", place.source, place.article_id))
    kinds = {str(row.kind) for row in rows}
    longest = max(rows, key=lambda row: (row.n_words, row.n_words_quoted))
    return Shared(
        group_id=min(str(row.reuse_id) for row in rows),
        pairs=tuple(sorted(str(row.reuse_id) for row in rows)),
        places=tuple(places),
        kind="edited" if "edited" in kinds else "short" if kinds == {"short"} else "verbatim",
        n_words=int(longest.n_words),
        n_words_quoted=int(longest.n_words_quoted),
        similarity=min(float(row.similarity) for row in rows),
        first=_first(places),
    )


def _place(article_id: str, spans: list[tuple[int, int]], articles: pd.DataFrame) -> Place:
    """One stretch an article: the longest of those that were joined, so that it holds no words in between."""
    start, end = max(spans, key=lambda span: (span[1] - span[0], -span[0]))
    row = articles.loc[article_id]
    published = row["published"] if isinstance(row["published"], str) else None
    return Place(article_id, str(row["source"]), published, start, end)


def _first(places: list[Place]) -> str | None:
    dates = spans_of_dates([place.published for place in places])
    if np.isnan(dates).any() or len(places) < 2:
        return None
    order = np.argsort(dates[:, 1], kind="stable")
    earliest = int(order[0])
    others = np.delete(dates[:, 0], earliest)
    return places[earliest].article_id if dates[earliest, 1] < others.min() else None
