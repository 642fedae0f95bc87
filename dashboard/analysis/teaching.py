"""What a large corpus teaches about the user's themes: naive Bayes trained on the passages whose words are clear."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dashboard.analysis.topics.matrix import Floats, Ints, counts_of, weighted
from dashboard.config import Config
from dashboard.config.themes import Themes
from dashboard.model import Document

# A passage teaches if its best theme has so many times the points of the second.
CLEAR = 1.5
ROUNDS = 3
# What the corpus adds to a theme, per standard deviation above the passage's other themes.
WEIGHT = 3.0


def learned(documents: Sequence[Document], points: Floats, config: Config) -> Floats | None:
    """Points that the corpus adds; None where it is too small or too few themes are clear.

    ``points`` and the result are n x n_themes, for the passages that are no boilerplate. With thin themes every
    passage gets points, else only those without a word of any theme; the others' themes stand as their words say.
    """
    themes = config.themes
    if len(points) < themes.scoring.learn_from or len(themes.themes) < 2:
        return None
    thin, bare = _is_thin(themes), points.sum(axis=1) == 0
    if not thin and not bare.any():
        return None
    counts = counts_of(documents, config)
    weights, _ = weighted(counts.matrix, 2 if len(points) < 400 else 5, 0.5)
    likely = _trained(weights, points)
    if likely is None:
        return None
    chosen = np.flatnonzero((thin | bare) & (np.diff(weights.indptr) > 0))
    taught = np.zeros_like(points)
    if thin:
        taught[chosen] = WEIGHT * np.maximum(likely[chosen], 0.0)
    else:
        # Just enough to be given.
        taught[chosen, likely[chosen].argmax(axis=1)] = 1.0
    return taught


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
