"""The words whose learned weights speak for a theme: how many there are, and which tell most in a corpus."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from dashboard.analysis.scores import Floats
from dashboard.analysis.wordweights import TELLS, heard_in, said_of, written_forms
from dashboard.config import Config
from dashboard.config.learned import Learned
from dashboard.config.themes import CARRYING, Theme, Themes
from dashboard.model import Document


def n_speaking(theme: Theme, config: Config) -> int:
    """The number of learned words that speak for the theme, without those struck from it."""
    return int((_weights(theme, config) > 0).sum())


def weighs(theme: Theme, word: str, config: Config, struck: bool = False) -> bool:
    """Whether the word has a learned weight for the theme; ``struck`` tells of struck words too."""
    learned = config.learned
    weights = _weights(replace(theme, struck=()) if struck else theme, config)
    return any(weights[learned.rows[form]] != 0 for form in written_forms(word, learned) if form in learned.rows)


def telling_words(
    documents: Sequence[Document], theme: Theme, passages: Collection[str], config: Config, most: int
) -> list[tuple[str, int]]:
    """The learned words that speak most for the theme in these ``passages`` (ids of those that have it), summed over
    them, each with the number of all passages of the documents that hold it; at most so many.

    Words that the theme lists itself are left out, as are stop words.
    """
    learned = config.learned
    heard = heard_in(documents, learned, config.analysis.stopwords[learned.language])
    ids = (passage.passage_id for document in documents for passage in document.passages)
    given = np.array([one in passages for one in ids], dtype=bool)
    adds = _weights(theme, config)[heard.word] / heard.length[heard.passage]
    counted = given[heard.passage] & ~heard.small & (adds >= TELLS)
    sums = np.bincount(heard.word[counted], adds[counted], len(learned.words))
    holding = np.bincount(heard.word, minlength=len(learned.words))
    told = (row for row in np.argsort(-sums, kind="stable").tolist() if sums[row] > 0)
    listed = _listed(theme, learned)
    unlisted = (row for row in told if not _lists(listed, learned.words[row]))
    return [(learned.words[row], int(holding[row])) for row, _place in zip(unlisted, range(most), strict=False)]


def _weights(theme: Theme, config: Config) -> Floats:
    """What each learned word says for the theme; 0 for those that were struck."""
    said = said_of(Themes((theme,), config.themes.scoring), config.learned)
    return np.asarray(said.weights.max(axis=1)) if len(said.theme) else np.zeros(len(config.learned.words))


def _listed(theme: Theme, learned: Learned) -> frozenset[str]:
    single = [entry for key in CARRYING for entry in getattr(theme, key) if " " not in entry]
    return frozenset(form for entry in single for form in (*written_forms(entry, learned), entry.casefold()))


def _lists(listed: Collection[str], word: str) -> bool:
    """Whether the word or a family that it belongs to is listed."""
    families = (f"{word[:length]}*" for length in range(3, len(word) + 1))
    return word in listed or any(family in listed for family in families)
