"""Which neighbours belong together whatever articles are left out: consensus of many groupings."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

import numpy as np

from dashboard.analysis.topics.clusters import grouping
from dashboard.analysis.topics.matrix import Flags, Ints

# So many groupings are compared, each of this share of the articles, at resolutions so far around the one asked for.
BAGS = 32
SHARE = 0.85
SPREAD = 0.3


def agreed(graph: Any, articles: Sequence[str], resolution: float) -> Any:
    """The graph (sparse, n x n) with each weight times the squared share of groupings that keep its ends together.

    Each grouping leaves out other articles and looks at another resolution, so what only one article or
    one setting holds together weighs little (evidence accumulation, Fred and Jain 2005). Which articles a grouping
    leaves out follows from their names alone: one article more or less changes no other's lot.
    """
    from scipy.sparse import csr_matrix

    links = graph.tocoo()
    together, seen = np.zeros(links.nnz), np.zeros(links.nnz)
    for bag, drawn in enumerate(_bags(articles)):
        kept = np.flatnonzero(drawn)
        if len(kept) < 3 or not graph[kept][:, kept].nnz:
            continue
        near = resolution * np.exp(SPREAD * ((bag + 0.5) / BAGS * 2 - 1))
        groups = np.full(len(drawn), -1, dtype=np.int64)
        groups[kept] = grouping(graph[kept][:, kept], near, bag + 1)
        left, right = groups[links.row], groups[links.col]
        known = (left >= 0) & (right >= 0)
        seen += known
        together += known & (left == right)
    shares = np.where(seen > 0, together / np.maximum(seen, 1), 1.0)
    found = csr_matrix((links.data * shares**2, (links.row, links.col)), shape=graph.shape)
    found.eliminate_zeros()
    return found


def _bags(articles: Sequence[str]) -> list[Flags]:
    """For each grouping whether the article of each row takes part."""
    names = sorted(set(articles))
    place = {name: number for number, name in enumerate(names)}
    of_row: Ints = np.array([place[article] for article in articles], dtype=np.int64)
    hashed = b"".join(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=2 * BAGS).digest() for name in names)
    lots = np.frombuffer(hashed, dtype=">u2").reshape(len(names), BAGS)
    return [(lots[:, bag] < SHARE * 2**16)[of_row] for bag in range(BAGS)]
