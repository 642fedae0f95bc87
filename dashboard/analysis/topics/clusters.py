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
    """A group for each node (Leiden, Traag 2019), numbered from 0 by size."""
    from sknetwork.clustering import Leiden

    return np.asarray(Leiden(resolution=resolution, random_state=0).fit_predict(graph), dtype=np.int64)


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
