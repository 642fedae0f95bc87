"""Passages as rows of lemma counts, and their TF-IDF weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.analysis.units import NAME, NOUN, PLACE, read_units
from dashboard.config import Config
from dashboard.model import Document

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Counts:
    """``matrix`` (sparse, n_passages x n_terms) holds how often each term stands in each passage.

    ``passages`` are passage ids in corpus order, ``terms`` the columns' keys, sorted; ``nouns`` marks those
    that may name a topic, ``shown`` gives their most frequent spelling.
    """

    passages: tuple[str, ...]
    articles: tuple[str, ...]
    terms: tuple[str, ...]
    nouns: npt.NDArray[np.bool_]
    shown: tuple[str, ...]
    matrix: Any


def counts_of(documents: Sequence[Document], config: Config) -> Counts:
    """The counts of every passage that is no boilerplate; words of any subject are left out."""
    from scipy.sparse import csr_matrix

    barred = {"fr": config.analysis.terms.general | config.analysis.terms.never}
    place_of: dict[str, int] = {}
    classes: list[bool] = []
    surfaces: list[dict[str, int]] = []
    rows: list[int] = []
    columns: list[int] = []
    passages: list[str] = []
    articles: list[str] = []
    for document, units in zip(documents, read_units(documents, config)[0], strict=True):
        text, general = document.article.text, barred.get(document.article.language, frozenset[str]())
        row_of: dict[int, int] = {}
        for place, passage in enumerate(document.passages):
            if passage.role != "boilerplate":
                row_of[place] = len(passages)
                passages.append(passage.passage_id)
                articles.append(passage.article_id)
        for at, key in enumerate(units.keys):
            if key in general:
                continue
            column = place_of.get(key)
            if column is None:
                column = place_of[key] = len(classes)
                classes.append(units.classes[at] in (NOUN, NAME, PLACE))
                surfaces.append({})
            surface = key if units.classes[at] in (NAME, PLACE) else text[units.starts[at] : units.ends[at]]
            seen = surfaces[column]
            seen[surface] = seen.get(surface, 0) + 1
            rows.append(row_of[document.sentences[units.sentences[at]].passage])
            columns.append(column)
    order = sorted(place_of)
    ranks = np.empty(len(order), dtype=np.int64)
    for rank, key in enumerate(order):
        ranks[place_of[key]] = rank
    matrix = csr_matrix(
        (np.ones(len(rows)), (np.array(rows, dtype=np.int64), ranks[np.array(columns, dtype=np.int64)])),
        shape=(len(passages), len(order)),
    )
    nouns = np.array([classes[place_of[key]] for key in order], dtype=bool)
    shown = tuple(_most_frequent(surfaces[place_of[key]]) for key in order)
    return Counts(tuple(passages), tuple(articles), tuple(order), nouns, shown, matrix)


def _most_frequent(surfaces: dict[str, int]) -> str:
    lowered: dict[str, int] = {}
    for surface, count in surfaces.items():
        plain = surface if surface.lower() not in surfaces else surface.lower()
        lowered[plain] = lowered.get(plain, 0) + count
    return min(lowered, key=lambda surface: (-lowered[surface], surface))


def weighted(matrix: Any, min_df: int, max_share: float) -> tuple[Any, Ints]:
    """Sublinear TF-IDF with rows of length 1 (n_passages x n_kept), and the columns kept.

    Kept are terms in at least ``min_df`` passages and at most ``max_share`` of them.
    """
    from sklearn.feature_extraction.text import TfidfTransformer

    spread = np.asarray((matrix > 0).sum(axis=0)).ravel()
    kept = np.flatnonzero((spread >= min_df) & (spread <= max(max_share * matrix.shape[0], min_df)))
    if not len(kept):
        return matrix[:, kept], kept
    weights = TfidfTransformer(sublinear_tf=True).fit_transform(matrix[:, kept].astype(np.float32))
    return weights, kept
