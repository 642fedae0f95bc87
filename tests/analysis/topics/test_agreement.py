"""Neighbours that belong together whatever is left out."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from dashboard.analysis.topics.agreement import BAGS, agreed

# Two squares of passages, held together by one weak link; the articles are a, b, c and d on either side.
SIDE = np.ones((4, 4)) - np.eye(4)
GRAPH = np.block([[SIDE, np.zeros((4, 4))], [np.zeros((4, 4)), SIDE]])
GRAPH[3, 4] = GRAPH[4, 3] = 0.1
ARTICLES = ["a", "b", "c", "d", "e", "f", "g", "h"]


def test_what_never_stays_together_loses_its_link() -> None:
    found = agreed(csr_matrix(GRAPH), ARTICLES, 1.0).toarray()
    assert (found == found.T).all() and (found <= GRAPH + 1e-9).all()
    assert found[3, 4] < 0.02
    assert found[:4, :4][SIDE > 0].min() > 0.5 and found[4:, 4:][SIDE > 0].min() > 0.5


def test_one_article_alone_and_no_edge() -> None:
    assert agreed(csr_matrix(GRAPH), ["a"] * 8, 1.0).nnz > 0
    assert agreed(csr_matrix((3, 3)), ["a", "b", "c"], 1.0).nnz == 0


def test_each_article_is_left_out_by_some_groupings_whoever_else_there_is() -> None:
    from dashboard.analysis.topics.agreement import _bags

    lots = np.array(_bags(ARTICLES))
    assert lots.shape == (BAGS, 8) and (lots.mean(axis=0) < 1).all() and lots.mean() > 0.7
    assert (np.array(_bags(ARTICLES[1:])) == lots[:, 1:]).all()
