"""Groups of passages."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from dashboard.analysis.topics.clusters import (
    communities,
    joined,
    k_means,
    likeness,
    neighbours,
    refined,
    without_crumbs,
)

ROWS = np.array([[1.0, 0.0], [0.99, 0.141], [0.98, 0.199], [0.0, 1.0], [0.141, 0.99], [0.199, 0.98]])


ALIKE = likeness(csr_matrix(ROWS))


def test_rows_are_alike_by_their_terms_and_by_their_company() -> None:
    one, two, three = [1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.5**0.5, 0.0, 0.5**0.5]
    alike = likeness(csr_matrix(np.array([one, two, three])))
    # The first two share no term, but both resemble the third: (1, 0, r) and (0, 1, r) with r = 1/sqrt 2.
    assert alike[0, 1] == pytest.approx(0.5 * (1 / 3), abs=1e-4)
    assert alike.diagonal() == pytest.approx([1.0, 1.0, 1.0], abs=1e-4)
    assert (alike == alike.T).all()


def test_each_row_knows_its_nearest() -> None:
    graph = neighbours(ALIKE, 2)
    assert (graph != graph.T).nnz == 0 and graph.diagonal().sum() == 0
    assert sorted(graph[0].indices.tolist()) == [1, 2]


def test_both_ways_find_the_two_groups() -> None:
    for labels in (communities(neighbours(ALIKE, 2), 1.0), k_means(ROWS, 2)):
        assert len(set(labels[:3])) == 1 and len(set(labels[3:])) == 1 and labels[0] != labels[3]


def test_equal_rows_are_one_group() -> None:
    assert set(k_means(np.ones((4, 2)) / 2**0.5, 3).tolist()) == {0}


def test_naive_bayes_moves_the_odd_one_out() -> None:
    counts = csr_matrix(np.array([[3, 0, 1], [3, 0, 1], [3, 0, 0], [0, 3, 0], [0, 3, 1], [3, 0, 0]], dtype=float))
    labels = np.array([0, 0, 0, 1, 1, 1])
    assert refined(labels, counts, counts, 5).tolist() == [0, 0, 0, 1, 1, 0]
    assert refined(np.zeros(6, dtype=np.int64), counts, counts, 5).tolist() == [0] * 6


def test_rows_without_a_group_join_one() -> None:
    counts = csr_matrix(np.array([[3, 0], [2, 0], [0, 3], [0, 2], [1, 0], [0, 1]], dtype=float))
    assert refined(np.array([0, 0, 1, 1, -1, -1]), counts, counts, 0).tolist() == [0, 0, 1, 1, 0, 1]
    assert joined(np.array([0, 0, -1, 1, 1, -1]), ROWS, 2).tolist() == [0, 0, 0, 1, 1, 1]


def test_small_groups_join_the_nearest() -> None:
    assert without_crumbs(np.array([0, 0, 2, 1, 1, 1]), ROWS, 2).tolist() == [0, 0, 0, 1, 1, 1]
    assert without_crumbs(np.array([0, 1, 2, 3, 4, 5]), ROWS, 2).tolist() == [0] * 6


def test_a_graph_without_an_edge_is_one_group() -> None:
    assert communities(neighbours(likeness(csr_matrix(np.eye(4))), 2), 1.0).tolist() == [0, 0, 0, 0]
