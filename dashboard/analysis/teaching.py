"""What a large corpus teaches about the user's themes: naive Bayes trained on the passages whose words are clear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.analysis.topics.matrix import Floats, Ints, counts_of, weighted
from dashboard.config import Config
from dashboard.config.themes import Themes
from dashboard.model import Document

Points = dict[int, float]
Span = tuple[int, int]
Taught = dict[str, Points]
# A passage teaches if its best theme has so many times the points of the second.
CLEAR = 1.5
ROUNDS = 3
# What the corpus adds to a theme, per standard deviation above the passage's other themes.
WEIGHT = 3.0


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage's points and evidence by theme (a place in the order of the themes), cues of its own only."""

    points: Points
    evidence: Mapping[int, tuple[Span, ...]]


def learned(documents: Sequence[Document], scored: Sequence[Mapping[int, Scored]], config: Config) -> Taught:
    """Points that the corpus adds, by passage id; empty where it is too small or too few themes are clear.

    With thin themes every passage gets points, else only those without a word of any theme; the others' themes
    stand as their words say.
    """
    themes = config.themes
    points = {
        document.passages[place].passage_id: passage.points
        for document, passages in zip(documents, scored, strict=True)
        for place, passage in passages.items()
    }
    if len(points) < themes.scoring.learn_from or len(themes.themes) < 2:
        return {}
    thin = _is_thin(themes)
    if not thin and all(points.values()):
        return {}
    counts = counts_of(documents, config)
    table = np.zeros((len(counts.passages), len(themes.themes)))
    for row, passage in enumerate(counts.passages):
        for theme, value in points[passage].items():
            table[row, theme] = value
    weights, _ = weighted(counts.matrix, 2 if len(points) < 400 else 5, 0.5)
    likely = _trained(weights, table)
    if likely is None:
        return {}
    chosen = range(len(table)) if thin else np.flatnonzero(table.sum(axis=1) == 0).tolist()
    return {counts.passages[row]: _points(likely[row], thin) for row in chosen if weights[[row]].nnz}


def _is_thin(themes: Themes) -> bool:
    entries = sum(len(theme.strong) + len(theme.words) + len(theme.weak) for theme in themes.themes)
    return entries < themes.scoring.thin * len(themes.themes)


def _trained(weights: object, table: Floats) -> Floats | None:
    """Standardised log-likelihoods (n_passages x n_themes) after self-training; None for fewer than two classes.

    A theme that no clear passage has keeps the lowest value of its passage.
    """
    from sklearn.naive_bayes import ComplementNB

    best = np.sort(table, axis=1)[:, ::-1]
    clear = np.flatnonzero((best[:, 0] >= 1) & (best[:, 0] >= CLEAR * best[:, 1]))
    labels: Ints = np.asarray(table.argmax(axis=1), dtype=np.int64)
    if len(np.unique(labels[clear])) < 2:
        return None
    model = ComplementNB().fit(weights[clear], labels[clear])  # type: ignore[index]
    for _ in range(ROUNDS - 1):
        model.fit(weights, model.predict(weights))
    found = np.asarray(model.predict_joint_log_proba(weights))
    likely = np.repeat(found.min(axis=1, keepdims=True), table.shape[1], axis=1)
    likely[:, model.classes_] = found
    spread = likely.std(axis=1, keepdims=True)
    return np.asarray((likely - likely.mean(axis=1, keepdims=True)) / np.maximum(spread, 1e-12))


def _points(likely: Floats, thin: bool) -> Points:
    """The points of the themes above the mean; one theme alone, with just enough to be given, unless ``thin``."""
    if not thin:
        return {int(likely.argmax()): 1.0}
    return {theme: WEIGHT * float(value) for theme, value in enumerate(likely) if value > 0}
