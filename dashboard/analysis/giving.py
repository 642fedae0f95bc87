"""Which themes the passages of a corpus are given: by their own points, those around them and what the corpus adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dashboard.analysis.coded import Bools, Ints
from dashboard.analysis.scores import Floats, Scores
from dashboard.config.themes import ThemeScoring
from dashboard.model import Document

# Less than any points: a theme without a word in the passage.
NONE = -1.0
# Behind the themes that a passage has by its own words.
_LAST = 1 << 20
_SIDES: tuple[Literal["left", "right"], ...] = ("left", "right")


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of a corpus, one item each: the place of their article, whether they are no boilerplate, and
    whether they are brief, so that what comes next speaks for them as well."""

    article: Ints
    content: Bools
    brief: Bools


@dataclass(frozen=True, slots=True)
class Given:
    """Themes given to passages, one item each, passages in order, a passage's best theme (``main``) first."""

    passage: Ints
    theme: Ints
    points: Floats
    main: Bools


@dataclass(frozen=True, slots=True)
class _Around:
    """What an article says of its passages: each theme's share of the other passages' points, the theme told most
    there, and that of the heading (-1: it has none) with its share."""

    shares: Floats
    most: Ints
    lead: Ints
    told: Floats


def passages_in(documents: Sequence[Document], scoring: ThemeScoring) -> Passages:
    """The passages of the documents."""
    passages = [passage for document in documents for passage in document.passages]
    return Passages(
        np.repeat(np.arange(len(documents)), [len(document.passages) for document in documents]),
        np.array([passage.role != "boilerplate" for passage in passages], dtype=bool),
        np.array([passage.n_words <= scoring.brief for passage in passages], dtype=bool),
    )


def give(scores: Scores, passages: Passages, scoring: ThemeScoring, taught: Floats | None = None) -> Given:
    """The themes of the passages that are no boilerplate.

    ``taught`` holds the points that the corpus adds (n_passages x n_themes). A passage with too few points takes the
    theme told most around it; one with few themes takes the heading's as well.
    """
    rows = np.flatnonzero(passages.content)
    if not len(rows) or not scores.points.shape[1]:
        return _sorted([])
    points, found, article = scores.points[rows], scores.found[rows], passages.article[rows]
    around = _around(points, found, article, scoring)
    points, found = _with_next(points, found, article, (passages.brief[rows], scoring))
    if taught is not None:
        points, found = points + taught[rows], found | (taught[rows] > 0)
    likely = np.where(found, points + scoring.context * around.shares, NONE)
    order = np.argsort(-likely, axis=1, kind="stable")
    ranked = np.take_along_axis(likely, order, axis=1)
    best = np.where(found.any(axis=1), ranked[:, 0], 0.0)
    least = np.maximum(scoring.threshold, np.minimum(scoring.share * best, scoring.sure))
    kept = (ranked >= least[:, None]) | np.take_along_axis(_carried(points, found, around, scoring), order, axis=1)
    kept[:, 0] = True
    heirs = (best < scoring.threshold / 2) & (around.most >= 0) & (_of(around.shares, around.most) >= scoring.inherit)
    kept[heirs | (best < scoring.threshold / 3)] = False
    own, inherited = np.nonzero(kept), np.flatnonzero(heirs)
    given = np.zeros(likely.shape, dtype=bool)
    given[own[0], order[own]] = True
    given[inherited, around.most[inherited]] = True
    led = (around.lead >= 0) & (around.told >= scoring.carried) & (given.sum(axis=1) < 2) & ~_of(given, around.lead)
    led = np.flatnonzero(led)
    made = _sorted(
        [
            (own[0], own[1], order[own], ranked[own]),
            (inherited, np.zeros_like(inherited), around.most[inherited], _of(around.shares, around.most)[inherited]),
            (led, np.full_like(led, _LAST), around.lead[led], scoring.context * around.told[led]),
        ]
    )
    return Given(rows[made.passage], made.theme, made.points, made.main)


def together(one: Given, other: Given) -> Given:
    """The themes of two sets of passages that share none, passages in order."""
    columns = zip(
        (one.passage, one.theme, one.points, one.main),
        (other.passage, other.theme, other.points, other.main),
        strict=True,
    )
    passage, theme, points, main = (np.concatenate(column) for column in columns)
    order = np.argsort(passage, kind="stable")
    return Given(passage[order], theme[order], points[order], main[order])


def _sorted(parts: Sequence[tuple[Ints, Ints, Ints, Floats]]) -> Given:
    """Parts of (passage, rank, theme, points) as one, by passage and rank."""
    empty = np.empty(0, dtype=np.int64)
    columns = list(zip((empty, empty, empty, np.empty(0)), *parts, strict=True))
    passage, rank, theme, points = (np.concatenate(column) for column in columns)
    order = np.lexsort((rank, passage))
    passage = passage[order]
    return Given(passage, theme[order], points[order], np.append(True, passage[1:] != passage[:-1])[: len(passage)])


def _of(table: np.ndarray, column: Ints) -> np.ndarray:
    """The value of each row in its column; that of the last one where it has none."""
    return np.asarray(table[np.arange(len(table)), column])


def _with_next(points: Floats, found: Bools, article: Ints, rule: tuple[Bools, ThemeScoring]) -> tuple[Floats, Bools]:
    """The points with a part of those of the next passage of the article, for brief passages."""
    brief, scoring = rule
    rows = np.flatnonzero(brief[:-1] & (article[:-1] == article[1:]))
    more, there = points.copy(), found.copy()
    more[rows] += scoring.beside * np.minimum(points[rows + 1], scoring.sure)
    there[rows] |= found[rows + 1]
    return more, there


def _around(points: Floats, found: Bools, article: Ints, scoring: ThemeScoring) -> _Around:
    totals = np.zeros((int(article.max()) + 1, points.shape[1]))
    np.add.at(totals, article, points)
    rest = totals[article] - points
    whole = rest.sum(axis=1, keepdims=True)
    told = whole > 1e-9
    shares = np.where(told, rest / np.where(told, whole, 1.0), 0.0)
    most = np.where(told[:, 0], shares.argmax(axis=1), -1)
    first = np.searchsorted(article, article)
    heading = np.where(found[first], points[first], NONE)
    clear = found[first].any(axis=1) & (heading.max(axis=1) >= scoring.threshold / 2)
    lead = np.where(clear, heading.argmax(axis=1), -1)
    return _Around(shares, most, lead, np.where(clear, _of(shares, lead), 0.0))


def _carried(points: Floats, found: Bools, around: _Around, scoring: ThemeScoring) -> Bools:
    """The themes of an article for which a single cue is enough: the one told most, and that of the heading."""
    rows = np.arange(len(points))
    carried = np.zeros(points.shape, dtype=bool)
    most = (around.most >= 0) & (_of(around.shares, around.most) >= scoring.carried)
    carried[rows[most], around.most[most]] = True
    lead = (around.lead >= 0) & (around.told >= scoring.headline)
    carried[rows[lead], around.lead[lead]] = True
    return np.asarray(carried & found & (points > 0))


def evidence_of(scores: Scores, given: Given) -> list[str]:
    """For each theme given the spans of its words, as ``start-end`` with ``;`` between."""
    table, n_themes = scores.evidence, scores.points.shape[1]
    cells = (table["passage"] * n_themes + table["theme"]).to_numpy()
    texts = [f"{start}-{end}" for start, end in zip(table["start"].tolist(), table["end"].tolist(), strict=True)]
    wanted = given.passage * n_themes + given.theme
    left, right = (np.searchsorted(cells, wanted, side=side).tolist() for side in _SIDES)
    return [";".join(texts[start:end]) for start, end in zip(left, right, strict=True)]
