"""Which themes the passages are given where weights were learned: a chance for each, by its words and those around."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.coded import Bools, Ints
from dashboard.analysis.giving import Given, Passages
from dashboard.analysis.scores import Floats, Scores
from dashboard.analysis.wordweights import Said
from dashboard.config.learned import Learned
from dashboard.config.themes import ThemeScoring

# So few points are none: a chance of almost 0.
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Told:
    """What tells of themes: ``scores``, the learned words (``by_words``, n_passages x n_items of ``said``) and
    ``fresh``, those of the points that come from words which nothing was learned with; None where there are none."""

    scores: Scores
    said: Said
    by_words: Floats
    fresh: Floats | None = None


def own_logits(told: Told, passages: Passages, learned: Learned) -> Floats:
    """What each passage says itself for each theme, n_passages x n_themes, in logits.

    A theme with several learned columns (two were merged) has the best of them, one with none is judged by its own
    words alone. The words that a learned theme lists speak for or against the others too (*licenciement* is not about
    working conditions); a word of the reader's own for its theme alone.
    """
    own, table, said = learned.own.astype(np.float64), features(told.scores, passages), told.said
    logits = np.tensordot(own[-1], table, axes=1)
    logits[:, said.theme] = -np.inf
    of_items = np.einsum("if,fni->ni", own[said.column], table[:, :, said.theme]) + told.by_words
    known = told.scores.points if told.fresh is None else np.maximum(told.scores.points - told.fresh, 0.0)
    of_items += np.log1p(known)[:, said.theme] @ _cross(said, learned)
    for item, theme in enumerate(said.theme.tolist()):
        logits[:, theme] = np.maximum(logits[:, theme], of_items[:, item])
    return np.asarray(logits)


def _cross(said: Said, learned: Learned) -> Floats:
    """What the points of each item's theme say for each other item; nothing between two that are one theme now."""
    cross = learned.cross[np.ix_(said.column, said.column)].astype(np.float64)
    merged = (said.theme[:, None] == said.theme) & (said.column[:, None] != said.column)
    return np.where(merged, 0.0, cross)


def features(scores: Scores, passages: Passages) -> Floats:
    """What ``Learned.own`` weighs, 4 x n_passages x n_themes."""
    brief = np.broadcast_to(passages.brief[:, None], scores.points.shape)
    return np.stack([np.log1p(scores.points), scores.found, brief, np.ones(scores.points.shape)]).astype(np.float64)


def in_context(logits: Floats, article: Ints, brief: Bools) -> Floats:
    """What ``Learned.context`` weighs, 7 x n x n_themes, for passages in order that are no boilerplate."""
    chance = 1 / (1 + np.exp(-logits))
    totals = np.zeros((int(article.max(initial=-1)) + 1, chance.shape[1]))
    np.add.at(totals, article, chance)
    others = np.bincount(article, minlength=len(totals))[article][:, None] - 1
    mean = (totals[article] - chance) / np.maximum(others, 1)
    first = np.searchsorted(article, article)
    heading = np.where((first == np.arange(len(article)))[:, None], 0.0, chance[first])
    after = np.zeros_like(chance)
    same = article[1:] == article[:-1]
    after[:-1][same] = chance[1:][same]
    short = np.broadcast_to(brief[:, None], chance.shape)
    return np.stack([logits, mean, heading, short, short * mean, short * after, np.ones(chance.shape)])


def choose(
    logits: Floats, passages: Passages, learned: Learned, scoring: ThemeScoring, fresh: Floats | None = None
) -> Given:
    """The themes of the passages that are no boilerplate: those with a chance of ``given``, and the best one from
    ``least`` on. ``points`` are those that a chance comes to: twice the odds.

    ``fresh`` (n_passages x n_themes) are points p of words that nothing was learned with: no chance is less than
    p² / (p² + 2), which is 1/3 for a common word, so that it gives its theme where nothing else does, and 3/4 for a
    strong one, so that the theme can be a passage's main one against what was learned for others.
    """
    rows = np.flatnonzero(passages.content)
    around = in_context(logits[rows], passages.article[rows], passages.brief[rows])
    settled = np.tensordot(learned.context.astype(np.float64), around, axes=1)
    if fresh is not None:
        settled = np.maximum(settled, 2 * np.log(np.maximum(fresh[rows], _NOTHING)) - np.log(2))
    chance = 1 / (1 + np.exp(-settled))
    order = np.argsort(-chance, axis=1, kind="stable")
    ranked = np.take_along_axis(chance, order, axis=1)
    kept = ranked >= scoring.given
    if kept.shape[1]:
        kept[:, 0] = ranked[:, 0] >= scoring.least
    own, rank = np.nonzero(kept)
    theme = order[own, rank]
    return Given(rows[own], theme, 2 * np.exp(settled[own, theme]), rank == 0)
