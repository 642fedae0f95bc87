"""Shared passages gathered: the same words in two, three or more articles as one group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.analysis.earlier import Origin, Place, in_order, origin_of
from dashboard.analysis.ledger import rows_of
from dashboard.config.reuse import ReuseSettings
from dashboard.tables import Analysis

#: Fewer words than this are listed, and counted for nothing.
COUNTED_WORDS = 8
#: Two stretches of one article are the same words if they share this part of the longer one.
_SAME = 0.5
_DEFAULT = ReuseSettings()


@dataclass(frozen=True, slots=True)
class Shared:
    """Words that several articles share.

    ``group_id`` is the first reuse_id among its ``pairs``; ``places`` are in the order of their dates, undated
    ones last. ``n_words`` is the longest pair's, ``similarity`` (0..1) the lowest.
    """

    group_id: str
    pairs: tuple[str, ...]
    places: tuple[Place, ...]
    kind: str
    n_words: int
    n_words_quoted: int
    similarity: float
    origin: Origin

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


def shared_groups(analysis: Analysis, settings: ReuseSettings = _DEFAULT) -> list[Shared]:
    """Every group of shared words, those in most sources first, then the longest.

    An agency stands behind a group if the table names one (``common_source``) for its words.
    """
    return groups_of(analysis.reuse, analysis.articles, settings)


def groups_of(reuse: pd.DataFrame, articles: pd.DataFrame, settings: ReuseSettings = _DEFAULT) -> list[Shared]:
    """The same of two tables."""
    known = {
        str(article): (str(source), published if isinstance(published, str) else None)
        for article, source, published in zip(
            articles["article_id"], articles["source"], articles["published"], strict=True
        )
    }
    rows = rows_of(reuse)
    nodes = sorted({node for row in rows for node in _ends(row)})
    leader = _joined(nodes, rows)
    members: dict[int, list[Any]] = {}
    for row in rows:
        members.setdefault(leader[_ends(row)[0]], []).append(row)
    groups = [_group(found, known, settings) for found in members.values()]
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
_Known = Mapping[str, tuple[str, str | None]]  # article: source, published


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


def _group(rows: list[Any], known: _Known, settings: ReuseSettings) -> Shared:
    spans: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        for article_id, start, end in _ends(row):
            spans.setdefault(article_id, []).append((start, end))
    places = in_order([_place(article_id, found, known) for article_id, found in spans.items()])
    agencies = sorted({str(row.common_source) for row in rows if isinstance(row.common_source, str)})
    kinds = {str(row.kind) for row in rows}
    longest = max(rows, key=lambda row: (row.n_words, row.n_words_quoted))
    return Shared(
        group_id=min(str(row.reuse_id) for row in rows),
        pairs=tuple(sorted(str(row.reuse_id) for row in rows)),
        places=places,
        kind="edited" if "edited" in kinds else "short" if kinds == {"short"} else "verbatim",
        n_words=int(longest.n_words),
        n_words_quoted=int(longest.n_words_quoted),
        similarity=min(float(row.similarity) for row in rows),
        origin=origin_of(places, next(iter(agencies), None), settings.simultaneous_minutes),
    )


def _place(article_id: str, spans: list[tuple[int, int]], known: _Known) -> Place:
    """One stretch an article: the longest of those that were joined, so that it holds no words in between."""
    start, end = max(spans, key=lambda span: (span[1] - span[0], -span[0]))
    return Place(article_id, *known[article_id], start, end)
