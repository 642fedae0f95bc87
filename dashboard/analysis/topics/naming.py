"""Names of topics: the terms that set a group of passages apart from the others."""

from __future__ import annotations

from typing import Any

import numpy as np

from dashboard.analysis.topics.matrix import Floats, Ints

# How much a term that names another topic better loses here (0: nothing).
DISTINCT = 0.2


def log_likelihood(inside: Floats, outside: Floats, n_inside: float, n_outside: float) -> Floats:
    """G2 of each term (Dunning 1993), negative where it is rarer inside; all arguments count passages."""
    total = inside + outside
    expected_in = total * n_inside / (n_inside + n_outside)
    expected_out = total - expected_in
    with np.errstate(divide="ignore", invalid="ignore"):
        left = np.where(inside > 0, inside * np.log(inside / expected_in), 0.0)
        right = np.where(outside > 0, outside * np.log(outside / expected_out), 0.0)
    g2 = 2 * (left + right)
    return np.where(inside >= expected_in, g2, -g2)


def ranked_terms(matrix: Any, labels: Ints, count: int) -> list[Ints]:
    """For each topic the columns of ``matrix`` (passages x terms) that best name it, best first.

    G2 of passage frequencies, in small topics (under about fifty passages) weighed by the share of the topic's
    passages that hold the term, so that one passage's words do not name it; and weighed down where the term
    names another topic better.
    """
    presence = (matrix > 0).astype(np.float64)
    sizes = np.bincount(labels).astype(np.float64)
    n, topics = float(len(labels)), len(sizes)
    member = np.zeros((topics, len(labels)))
    member[labels, np.arange(len(labels))] = 1.0
    inside = np.asarray((presence.T @ member.T).T)
    total = inside.sum(axis=0)
    scores = np.zeros_like(inside)
    for topic, size in enumerate(sizes):
        g2 = log_likelihood(inside[topic], total - inside[topic], size, n - size) if n > size else inside[topic]
        smooth = min(1.0, size / 50)
        scores[topic] = np.clip(g2, 0, None) * (inside[topic] / max(size, 1.0)) ** (0.5 * (1 - smooth))
    best = np.maximum(scores.max(axis=0), 1e-12)
    scores *= (scores / best) ** DISTINCT
    named = []
    for topic in range(topics):
        order = np.lexsort((np.arange(scores.shape[1]), -scores[topic].round(9)))[:count]
        named.append(np.asarray(order[scores[topic][order] > 0], dtype=np.int64))
    return named


def coherence(matrix: Any, columns: Ints) -> float | None:
    """Mean normalised mutual information of the terms' pairs over passages, -1..1; None for fewer than two."""
    if len(columns) < 2:
        return None
    presence = np.asarray((matrix[:, columns] > 0).todense(), dtype=np.float64)
    n = presence.shape[0]
    alone, both = presence.mean(axis=0), presence.T @ presence / n
    values = []
    for left in range(len(columns)):
        for right in range(left + 1, len(columns)):
            joint = both[left, right]
            if joint <= 0:
                values.append(-1.0)
            elif joint >= 1:
                values.append(1.0)
            else:
                values.append(float(np.log(joint / (alone[left] * alone[right])) / -np.log(joint)))
    return float(np.clip(np.mean(values), -1.0, 1.0))
