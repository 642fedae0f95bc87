"""Points of the themes in each passage: what its cues come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.analysis.coded import Bools, Ints, code
from dashboard.analysis.cues import STRONG, UNLESS, Cues, cues_of
from dashboard.analysis.lexicon import TIERS, lexicon_of
from dashboard.config.themes import Themes, ThemeScoring
from dashboard.model import Document

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scores:
    """The passages of a corpus, boilerplate as well (which has no points), with their own points.

    ``points`` and ``found`` (whether a cue stands there) are n_passages x n_themes; ``evidence`` has the columns
    passage, theme, start and end (offsets into the article's text), sorted, no row twice.
    """

    points: Floats
    found: Bools
    evidence: pd.DataFrame


def scores_of(documents: Sequence[Document], themes: Themes) -> Scores:
    """The points of every passage by the words of the themes."""
    coded, cues = code(documents), cues_of(documents, lexicon_of(themes))
    passage = coded.passage_of[coded.sentence[cues.first]]
    size = sum(len(document.passages) for document in documents), len(themes.themes)
    barred = np.zeros(size, dtype=bool)
    barred[passage[cues.tier == UNLESS], cues.theme[cues.tier == UNLESS]] = True
    rows = np.flatnonzero((cues.tier != UNLESS) & ((cues.tier == STRONG) | ~barred[passage, cues.theme]))
    cues, passage = cues.at(rows), passage[rows]
    points, found = _points(cues, passage, size, themes.scoring)
    before = coded.base[coded.article_of(cues.first)]
    two = np.flatnonzero(cues.start[:, 0] != cues.start[:, 1])
    pieces = ((slice(None), 0), (two, 1))
    spans = [
        (passage[at], cues.theme[at], (cues.start[:, n] - before)[at], (cues.end[:, n] - before)[at])
        for at, n in pieces
    ]
    return Scores(points, found, _evidence([np.concatenate(column) for column in zip(*spans, strict=True)]))


def _points(cues: Cues, passage: Ints, size: tuple[int, int], scoring: ThemeScoring) -> tuple[Floats, Bools]:
    """A cue counts by its tier; each further mention of an entry in a passage adds a share of that."""
    weight = np.array([scoring.strong, scoring.words, scoring.weak] + [0.0] * (len(TIERS) - 3))[cues.tier]
    n_entries = 1 + int(cues.entry.max(initial=0))
    mention, entries = pd.factorize((passage * size[1] + cues.theme) * n_entries + cues.entry)
    first = np.zeros(len(mention), dtype=bool)
    first[np.unique(mention, return_index=True)[1]] = True
    counted = np.bincount(mention, np.where(first, weight, weight * scoring.repeat), len(entries))
    cells = entries // n_entries
    points = np.bincount(cells, counted, size[0] * size[1]).astype(np.float64)
    return points.reshape(size), np.bincount(cells, minlength=size[0] * size[1]).reshape(size) > 0


def _evidence(columns: Sequence[Ints]) -> pd.DataFrame:
    passage, theme, start, end = columns
    order = np.lexsort((end, start, theme, passage))
    rows = np.column_stack(columns)[order]
    fresh = np.ones(len(rows), dtype=bool)
    fresh[1:] = (rows[1:] != rows[:-1]).any(axis=1)
    return pd.DataFrame(rows[fresh], columns=["passage", "theme", "start", "end"])
