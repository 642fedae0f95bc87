"""Groups of passages."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from dashboard.analysis.topics.clusters import communities, k_means, neighbours, refined

ROWS = np.array([[1.0, 0.0], [0.99, 0.141], [0.98, 0.199], [0.0, 1.0], [0.141, 0.99], [0.199, 0.98]])


def test_each_row_knows_its_nearest() -> None:
    graph = neighbours(ROWS, 2)
    assert (graph != graph.T).nnz == 0 and graph.diagonal().sum() == 0
    assert sorted(graph[0].indices.tolist()) == [1, 2]


def test_both_ways_find_the_two_groups() -> None:
    for labels in (communities(neighbours(ROWS, 2), 1.0), k_means(ROWS, 2)):
        assert len(set(labels[:3])) == 1 and len(set(labels[3:])) == 1 and labels[0] != labels[3]


def test_equal_rows_are_one_group() -> None:
    assert set(k_means(np.ones((4, 2)) / 2**0.5, 3).tolist()) == {0}


def test_naive_bayes_moves_the_odd_one_out() -> None:
    counts = csr_matrix(np.array([[3, 0, 1], [3, 0, 1], [3, 0, 0], [0, 3, 0], [0, 3, 1], [3, 0, 0]], dtype=float))
    labels = np.array([0, 0, 0, 1, 1, 1])
    assert refined(labels, counts, counts, 5).tolist() == [0, 0, 0, 1, 1, 0]
    assert refined(np.zeros(6, dtype=np.int64), counts, counts, 5).tolist() == [0] * 6
