"""The sentence around a figure or any other place in an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.ledger import rows_of
from dashboard.tables import Analysis
from dashboard.text.sentences import sentences_of


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence of an article, and the places in it that were asked for, in their order."""

    article_id: str
    start: int
    end: int
    places: tuple[tuple[int, int], ...]


def sentence_around(text: str, passage: tuple[int, int], place: tuple[int, int]) -> tuple[int, int]:
    """Start and end of the sentence of the passage that holds the place; of several, from the first to the last."""
    touching = [(start, end) for start, end in sentences_of(text, *passage) if start < place[1] and place[0] < end]
    return (touching[0][0], touching[-1][1]) if touching else place


def contexts(analysis: Analysis, rows: pd.DataFrame) -> list[Context]:
    """The sentences of ``rows`` (article_id, passage_id, start, end), each once, in the order of their first row."""
    found: dict[tuple[str, int, int], list[tuple[int, int]]] = {}
    for row, sentence in zip(rows_of(rows), sentences(analysis, rows), strict=True):
        found.setdefault((str(row.article_id), *sentence), []).append((int(row.start), int(row.end)))
    return [Context(*key, tuple(dict.fromkeys(places))) for key, places in found.items()]


def sentences(analysis: Analysis, rows: pd.DataFrame) -> list[tuple[int, int]]:
    """Start and end of the sentence around each of ``rows`` (article_id, passage_id, start, end)."""
    kept = analysis.passages[analysis.passages["passage_id"].isin(rows["passage_id"])]
    bounds = {row.passage_id: (int(row.start), int(row.end)) for row in rows_of(kept)}
    texts = texts_of(analysis, rows["article_id"])
    return [
        sentence_around(texts[row.article_id], bounds[row.passage_id], (row.start, row.end)) for row in rows_of(rows)
    ]


def sentence_texts(analysis: Analysis, rows: pd.DataFrame) -> list[str]:
    """The sentence around each of ``rows``, on one line."""
    texts = texts_of(analysis, rows["article_id"])
    spans = zip(rows["article_id"], sentences(analysis, rows), strict=True)
    return [" ".join(texts[article][start:end].split("\n")) for article, (start, end) in spans]


def texts_of(analysis: Analysis, article_ids: Iterable[str]) -> dict[str, str]:
    """article_id to text, for these articles."""
    kept = analysis.articles[analysis.articles["article_id"].isin(set(article_ids))]
    return dict(zip(kept["article_id"], kept["text"], strict=True))
