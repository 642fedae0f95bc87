"""Which passages are learned from, and the places of passages in a latent space."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import numpy as np

from dashboard.analysis.topics.matrix import Floats, Ints


def sample_of(passages: Sequence[str], most: int) -> Ints:
    """Places of at most ``most`` passages, in order, picked by a hash of their ids: one more changes one at most."""
    if len(passages) <= most:
        return np.arange(len(passages))
    hashes = np.fromiter((crc32(passage.encode()) for passage in passages), dtype=np.int64, count=len(passages))
    return np.sort(np.lexsort((np.arange(len(passages)), hashes))[:most])


def latent(weights: Any, components: int, learn: Ints) -> Floats:
    """Rows of length 1 in at most ``components`` dimensions (latent semantic analysis, Deerwester 1990).

    The dimensions are learned from the rows ``learn``.
    """
    from sklearn.decomposition import TruncatedSVD
    from sklearn.preprocessing import normalize

    size = min(components, min(weights.shape) - 1, len(learn) - 1)
    if size < 2:
        dense = weights.toarray().astype(np.float64)
        return np.pad(dense, ((0, 0), (0, max(0, 2 - dense.shape[1]))))
    model = TruncatedSVD(size, random_state=0, n_iter=5).fit(weights[learn])
    return np.asarray(normalize(model.transform(weights)), dtype=np.float64)
