"""Groups of passages: Leiden on a graph of neighbours or k-means, then naive Bayes reading the groups again."""

from __future__ import annotations

from typing import Any

import numpy as np

from dashboard.analysis.topics.matrix import Floats, Ints


def neighbours(rows: Floats, count: int) -> Any:
    """The symmetric graph (sparse, n x n) of each row's ``count`` nearest by cosine, weighted by it.

    ``rows`` have length 1; distances are taken block by block, so that memory stays linear.
    """
    from scipy.sparse import csr_matrix
    from sklearn.neighbors import NearestNeighbors

    n = rows.shape[0]
    count = min(count, n - 1)
    model = NearestNeighbors(n_neighbors=count + 1, algorithm="brute").fit(rows.astype(np.float32))
    distances, near = model.kneighbors(rows.astype(np.float32))
    heads = np.repeat(np.arange(n), count + 1)
    weights = np.clip(1 - np.square(distances.ravel()) / 2, 1e-6, 1.0)
    other = heads != near.ravel()
    graph = csr_matrix((weights[other], (heads[other], near.ravel()[other])), shape=(n, n))
    return graph.maximum(graph.T)


def communities(graph: Any, resolution: float) -> Ints:
    """A group for each node (Leiden, Traag 2019): the best by modularity of several runs, fewer on large graphs."""
    from sknetwork.clustering import Leiden, get_modularity

    runs = int(np.clip(20_000 // max(graph.shape[0], 1), 2, 20))
    best: tuple[float, Ints] | None = None
    for run in range(runs):
        model = Leiden(resolution=resolution, shuffle_nodes=run > 0, random_state=run)
        labels = np.asarray(model.fit_predict(graph), dtype=np.int64)
        value = float(get_modularity(graph, labels, resolution=resolution))
        if best is None or value > best[0] + 1e-12:
            best = value, labels
    return best[1] if best is not None else np.zeros(0, dtype=np.int64)


def k_means(rows: Floats, k: int) -> Ints:
    """``k`` groups of rows of length 1, or as many as there are different rows."""
    from sklearn.cluster import KMeans

    distinct = len(np.unique(rows.round(9), axis=0))
    found = KMeans(min(k, distinct), n_init=50 if len(rows) < 1000 else 10, random_state=0).fit_predict(rows)
    return np.asarray(found, dtype=np.int64)


def refined(labels: Ints, counts: Any, weights: Any, rounds: int) -> Ints:
    """The groups after ``rounds`` of self-training with naive Bayes.

    Up to eight groups it is ComplementNB on the weights; above, where that would empty groups, MultinomialNB on
    the counts. It stops early when nothing moves or a group would be left empty.
    """
    from sklearn.naive_bayes import ComplementNB, MultinomialNB

    groups = len(np.unique(labels))
    if groups < 2:
        return labels
    model = ComplementNB() if groups <= 8 else MultinomialNB(alpha=0.1)
    features = weights if groups <= 8 else counts
    for _ in range(rounds):
        moved = np.asarray(model.fit(features, labels).predict(features), dtype=np.int64)
        if len(np.unique(moved)) < groups or np.array_equal(moved, labels):
            break
        labels = moved
    return labels
