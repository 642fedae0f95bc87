"""Learned weights of a few words for two themes, such that a test can foretell what they give."""

from __future__ import annotations

import numpy as np

from dashboard.config.learned import Learned
from dashboard.config.themes import CARRYING, Themes

#: Word to its weights for labour and for cloud.
WEIGHTS = {"ADN": (0.0, 2.0), "câble": (0.0, 6.0), "poste": (1.0, 0.0), "usine": (9.0, 0.0), "ville": (-3.0, 0.0)}


def few_learned(themes: Themes) -> Learned:
    """Learned weights for the columns labour and cloud, learned with the words that these themes have; the words
    around a passage count for nothing."""
    columns = ("labour", "cloud")
    own = np.array([[2.0, 1.0, 0.0, -2.0]] * 3, dtype=np.float32)
    return Learned(
        language="fr",
        columns=columns,
        content="few",
        words=tuple(WEIGHTS),
        rarity=np.ones(len(WEIGHTS), dtype=np.float32),
        weights=np.array(list(WEIGHTS.values()), dtype=np.float32),
        own=own,
        cross=np.zeros((2, 2), dtype=np.float32),
        context=np.array([1.0] + [0.0] * 6, dtype=np.float32),
        listed=tuple(
            frozenset((name, entry) for name in CARRYING for entry in getattr(themes.by_id[theme], name))
            for theme in columns
        ),
    )
