"""Passages as rows of lemma counts, and their TF-IDF weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.analysis.coded import Last, code
from dashboard.analysis.units import Units, read_units
from dashboard.analysis.wordroles import NAME, NOUN, PLACE
from dashboard.config import Config
from dashboard.model import Document

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


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


_last = Last()


def counts_of(documents: Sequence[Document], config: Config) -> Counts:
    """The counts of every passage that is no boilerplate; words of any subject are left out.

    Those counted last are kept as long as their documents: themes that learn from the corpus count it as well.
    """
    counts: Counts | None = _last.get(documents, config.analysis)
    if counts is None:
        counts = _counted(documents, config)
        _last.keep(documents, counts, config.analysis)
    return counts


def _counted(documents: Sequence[Document], config: Config) -> Counts:
    from scipy.sparse import csr_matrix

    coded, units = code(documents), read_units(documents, config)[0]
    content = [(p.passage_id, p.article_id, p.role != "boilerplate") for d in documents for p in d.passages]
    told = np.array([one for _, _, one in content], dtype=bool)
    rows = (np.cumsum(told) - 1)[coded.passage_of[units.sentence]]
    general = units.keys_in(config.analysis.terms.general | config.analysis.terms.never)
    french = np.array([document.article.language == "fr" for document in documents], dtype=bool)
    kept = np.flatnonzero(~(general[units.key] & french[units.article]))
    used, first, column = np.unique(units.key[kept], return_index=True, return_inverse=True)
    keys = [units.keys[place] for place in used.tolist()]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.arange(len(order))
    column = ranks[column]
    nouns = np.isin(units.kind[kept[first[order]]], (NOUN, NAME, PLACE))
    matrix = csr_matrix((np.ones(len(kept)), (rows[kept], column)), shape=(int(told.sum()), len(order)))
    return Counts(
        tuple(passage for passage, _, one in content if one),
        tuple(article for _, article, one in content if one),
        tuple(keys[place] for place in order),
        nouns,
        _shown(units, kept, column, len(order)),
        matrix,
    )


def _shown(units: Units, kept: Ints, column: Ints, n_columns: int) -> tuple[str, ...]:
    """The most frequent spelling of each column; a name's is its canonical one."""
    named = np.isin(units.kind[kept], (NAME, PLACE))
    n = len(units.surfaces)
    pairs, count = np.unique(column * (n + 1) + np.where(named, n, units.surface[kept]), return_counts=True)
    at, surface = pairs // (n + 1), pairs % (n + 1)
    names = np.zeros(n_columns, dtype=np.int64)
    names[column[named]] = units.key[kept][named]
    printed = [
        units.keys[key] if spelled == n else units.surfaces[spelled]
        for key, spelled in zip(names[at].tolist(), surface.tolist(), strict=True)
    ]
    # Most columns have one spelling.
    shown = dict(zip(at.tolist(), printed, strict=True))
    surfaces: dict[int, dict[str, int]] = {}
    for place in np.flatnonzero(np.bincount(at, minlength=n_columns)[at] > 1).tolist():
        spellings = surfaces.setdefault(int(at[place]), {})
        spellings[printed[place]] = spellings.get(printed[place], 0) + int(count[place])
    shown.update((at_column, _most_frequent(spellings)) for at_column, spellings in surfaces.items())
    return tuple(map(shown.__getitem__, range(n_columns)))


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
