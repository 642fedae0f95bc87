"""Groups of passages: communities of a graph of neighbours or k-means, then naive Bayes reading the groups again."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.analysis.topics.matrix import Floats, Ints

Singles = npt.NDArray[np.float32]


def likeness(weights: Any) -> Singles:
    """How alike rows of length 1 are (n x n, 0..1): half by their own terms, half by which other rows they resemble.

    The second half links passages that share no word but the same company. Nothing is cut off as in a latent
    space, whose last dimensions turn with each passage that comes or goes; so groups stay as the corpus changes.
    """
    direct = np.asarray((weights @ weights.T).todense(), dtype=np.float32)
    company = direct / np.maximum(np.linalg.norm(direct, axis=1, keepdims=True), 1e-9)
    return np.asarray((0.5 * direct + 0.5 * (company @ company.T)).round(5))


def neighbours(alike: Singles, count: int) -> Any:
    """The symmetric graph (sparse, n x n) of each row's ``count`` most alike, weighted by how alike they are."""
    from scipy.sparse import csr_matrix

    n = len(alike)
    count = min(count, n - 1)
    others = alike.copy()
    np.fill_diagonal(others, -1)
    near = np.argpartition(-others, count - 1, axis=1)[:, :count]
    values = np.take_along_axis(others, near, axis=1).ravel()
    heads, tails = np.repeat(np.arange(n), count), near.ravel()
    kept = values > 0
    graph = csr_matrix((values[kept], (heads[kept], tails[kept])), shape=(n, n))
    return graph.maximum(graph.T)


def communities(graph: Any, resolution: float) -> Ints:
    """A group for each node: the best by modularity of several ``grouping`` runs, fewer on large graphs."""
    from sknetwork.clustering import get_modularity

    if not graph.nnz:
        return np.zeros(graph.shape[0], dtype=np.int64)
    best: tuple[float, Ints] | None = None
    for run in range(int(np.clip(4_500 // graph.shape[0], 3, 16))):
        labels = grouping(graph, resolution, run)
        value = float(get_modularity(graph, labels, resolution=resolution))
        if best is None or value > best[0] + 1e-12:
            best = value, labels
    return best[1] if best is not None else np.zeros(0, dtype=np.int64)


def grouping(graph: Any, resolution: float, run: int) -> Ints:
    """A group for each node of a graph with edges (Louvain, Blondel 2008), each group connected as in Leiden's.

    Runs look at the nodes in different orders, the first in their own. Leiden itself, as scikit-network has it,
    draws from the C library's generator, which no ``random_state`` holds: two runs could differ.
    """
    from scipy.sparse.csgraph import connected_components
    from sknetwork.clustering import Louvain

    model = Louvain(resolution=resolution, shuffle_nodes=run > 0, random_state=run)
    labels = np.asarray(model.fit_predict(graph), dtype=np.int64)
    links = graph.tocoo()
    inside = labels[links.row] == labels[links.col]
    kept = type(links)((links.data[inside], (links.row[inside], links.col[inside])), shape=graph.shape)
    return np.asarray(connected_components(kept, directed=False)[1], dtype=np.int64)


def without_crumbs(labels: Ints, rows: Floats, least: int) -> Ints:
    """The groups of at least ``least`` rows, numbered from 0; rows of smaller ones join that with the nearest centre.

    Where no group is that large, all rows are one.
    """
    sizes = np.bincount(labels)
    large = np.flatnonzero(sizes >= least)
    if len(large) < 2:
        return np.zeros(len(labels), dtype=np.int64)
    number = np.full(len(sizes), -1, dtype=np.int64)
    number[large] = np.arange(len(large))
    found = number[labels]
    return joined(found, rows, len(large))


def joined(labels: Ints, rows: Floats, groups: int) -> Ints:
    """The labels, each -1 replaced by the group (0..groups-1, none empty) whose centre is nearest."""
    centres = np.array([rows[labels == group].mean(axis=0) for group in range(groups)])
    centres /= np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-12)
    lost = np.flatnonzero(labels < 0)
    found = labels.copy()
    found[lost] = (rows[lost] @ centres.T).argmax(axis=1)
    return found


def k_means(rows: Floats, k: int, seed: int = 0) -> Ints:
    """``k`` groups of rows of length 1, or as many as there are different rows; ``seed`` draws the beginnings."""
    from sklearn.cluster import KMeans

    distinct = len(np.unique(rows.round(9), axis=0))
    found = KMeans(min(k, distinct), n_init=50 if len(rows) < 1000 else 10, random_state=seed).fit_predict(rows)
    return np.asarray(found, dtype=np.int64)


def refined(labels: Ints, counts: Any, weights: Any, rounds: int) -> Ints:
    """The groups after ``rounds`` of self-training with naive Bayes; a row labelled -1 joins one in any case.

    Up to eight groups it is ComplementNB on the weights; above, where that would empty groups, MultinomialNB on
    the counts. It stops early when nothing moves or a group would be left empty.
    """
    from sklearn.naive_bayes import ComplementNB, MultinomialNB

    known = labels >= 0
    groups = len(np.unique(labels[known]))
    if groups < 2:
        return np.zeros(len(labels), dtype=np.int64)
    model = ComplementNB() if groups <= 8 else MultinomialNB(alpha=0.1)
    features = weights if groups <= 8 else counts
    if not known.all():
        read = model.fit(features[known], labels[known]).predict(features)
        labels = np.where(known, labels, read).astype(np.int64)
    for _ in range(rounds):
        moved = np.asarray(model.fit(features, labels).predict(features), dtype=np.int64)
        if len(np.unique(moved)) < groups or np.array_equal(moved, labels):
            break
        labels = moved
    return labels
