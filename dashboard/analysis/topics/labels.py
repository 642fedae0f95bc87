"""What topics are called: terms that a person would choose, general before odd, none in two names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.topics.matrix import Counts, Flags, Floats, Ints
from dashboard.analysis.topics.nameable import nameable
from dashboard.analysis.topics.naming import SMALL, Scores, akin, distinct, term_scores, whole_phrases
from dashboard.config import Config
from dashboard.model import Document

#: As many terms a topic lists at most, its name first.
N_TERMS = 10
# So many of a topic's best terms are looked at; more would not come to the front.
CANDIDATES = 60
# So many of them are told apart, and so many more are listed, since some are other spellings of one term.
MOST, SPARE = 20, 5
# How much it tells against a term that articles with most of the topic's passages do not know it (0: nothing).
SPREAD = 0.3
# What is left of a little-known name that one of several articles has alone.
ODD = 0.1
# In the smallest topics a term of the name stands in this share of the passages; the others only fill a gap.
HELD = 0.4
# Which of those comes first is told by its rank among the terms of an article too; without one it is so far back.
SALIENCE, UNRANKED = 0.75, 60
# A phrase is named instead of its word where it stands in at least this share of the word's passages.
WHOLE = 0.5
# One term more is named than asked for where it is at least so good as the one before.
AS_GOOD = 0.8
# In corpora of up to so many passages a topic may lack terms that stand in two of them.
FEW = 200


@dataclass(frozen=True, slots=True)
class Nameables:
    """The terms that may name a topic (columns of ``matrix``, counts a passage), and the article of each row.

    ``named`` marks names, ``odd`` those of people, groups and products that the configuration does not know;
    ``ranks`` is a term's best rank among those of an article.
    """

    matrix: Any
    shown: tuple[str, ...]
    named: Flags
    odd: Flags
    ranks: Floats
    articles: Ints


@dataclass(frozen=True, slots=True)
class Named:
    """The columns that make a topic's name, and all that are listed as its terms, those of the name first."""

    name: tuple[int, ...]
    terms: tuple[int, ...]


def nameables_of(
    counts: Counts, rows: Ints, documents: Sequence[Document], terms: pd.DataFrame, config: Config
) -> Nameables:
    """The nouns and names in ``rows`` of the counts that stand in enough passages to name a topic.

    The table ``terms`` tells which words stand mostly in one phrase, and is then named whole; it may be empty. Where
    next to no noun is left, every word may name a topic.
    """
    matrix = counts.matrix[rows]
    spread = np.asarray((matrix > 0).sum(axis=0)).ravel()
    least = 1 if len(rows) <= FEW else 2 if len(rows) < 1000 else 5
    shown = whole_phrases(counts.terms, counts.shown, terms)
    asked = np.flatnonzero(counts.nouns & (spread >= least))
    fit = asked[nameable([counts.terms[place] for place in asked], [shown[place] for place in asked], config)]
    if (spread[fit] > 1).sum() < N_TERMS:
        fit = np.flatnonzero(spread >= min(2, max(spread, default=0)))
    types = {name.name: name.type for document in documents for name in document.names}
    chosen = tuple(shown[place] for place in fit)
    named = np.array([term in types for term in chosen], dtype=bool)
    known = config.entities.by_name
    odd = np.array([types.get(term, "LOC") != "LOC" and term not in known for term in chosen], dtype=bool)
    articles = np.unique([counts.articles[row] for row in rows], return_inverse=True)[1]
    ranks = _ranks([counts.terms[place] for place in fit], terms if len(rows) <= FEW else terms.iloc[:0])
    return Nameables(matrix[:, fit], chosen, named, odd, ranks, np.asarray(articles, dtype=np.int64))


def names_of(nameables: Nameables, labels: Ints, count: int) -> list[Named]:
    """The name of each topic of ``labels``: ``count`` terms, or one more that is as good; and its terms.

    A term that could stand in several names stands in that of the topic it names best. No two of a name are of one
    word family (*élection*, *électoral*; *Macron*, *Emmanuel Macron*).
    """
    scores = term_scores(nameables.matrix, labels)
    worth, shown = _worth(nameables, scores, labels), nameables.shown
    ranked = [_ranked(nameables, scores, worth[topic], topic) for topic in range(len(scores.sizes))]
    owners = _owners(ranked, shown)
    found, taken = [], set[str]()
    for topic, order in enumerate(ranked):
        name = _name([], (pair for pair in order if owners[shown[pair[0]]] == topic), shown, count)
        if len(name) < count:
            gaps = [(column, 0.0) for column in _gaps(nameables, scores, topic) if shown[column] not in owners]
            name = _name(name, (pair for pair in gaps if shown[pair[0]] not in taken), shown, count)
            name = _name(name, ((column, 0.0) for column, _ in [*order, *gaps]), shown, count)
        taken |= {shown[column] for column in name}
        # A topic of few terms lists no word of one passage beside those of its name.
        rest = [column for column in scores.best(topic, N_TERMS + SPARE) if scores.inside[topic, column] > 1]
        found.append(Named(tuple(name), tuple(distinct([*name, *rest], shown, N_TERMS))))
    return found


def _worth(nameables: Nameables, scores: Scores, labels: Ints) -> Floats:
    """The scores (topics x terms), lower where only some of a topic's articles know the term."""
    from scipy.sparse import csr_matrix

    topics, n = len(scores.sizes), len(labels)
    pairs, group, passages = np.unique(
        labels * (int(nameables.articles.max()) + 1) + nameables.articles, return_inverse=True, return_counts=True
    )
    member = csr_matrix((np.ones(n), (group, np.arange(n))), shape=(len(pairs), n))
    known = (member @ nameables.matrix > 0).astype(np.float64)
    of = np.zeros(len(pairs), dtype=np.int64)
    of[group] = labels
    shape, places = (topics, len(pairs)), (of, np.arange(len(pairs)))
    reach = np.asarray((csr_matrix((passages / scores.sizes[of], places), shape=shape) @ known).todense())
    articles = np.asarray((csr_matrix((np.ones(len(pairs)), places), shape=shape) @ known).todense())
    several = np.bincount(of, minlength=topics)[:, None] > 1
    lonely = nameables.odd[None, :] & (articles == 1) & several
    return np.asarray(scores.values * reach**SPREAD * np.where(lonely, ODD, 1.0))


def _ranked(nameables: Nameables, scores: Scores, worth: Floats, topic: int) -> list[tuple[int, float]]:
    """The columns that enough of the topic's passages hold to name it, the best first, each with its worth."""
    inside, size, worths = scores.inside[topic], scores.sizes[topic], worth.copy()
    held = inside >= max(min(2.0, size), HELD * size * (1 - min(1.0, size / SMALL)))
    every = _sorted(worths, scores.often[topic])[:CANDIDATES]
    phrases = [column for column in every if " " in nameables.shown[column] and nameables.shown[column][0].islower()]
    whole = _whole([column for column in every if held[column]], phrases, (nameables.shown, inside, worths))
    return [(column, float(worths[column])) for column in distinct(whole, nameables.shown, MOST)]


def _gaps(nameables: Nameables, scores: Scores, topic: int) -> list[int]:
    """The columns that name the topic where better ones are missing; of those that one passage holds no name.

    Nor a word that other topics know as well.
    """
    own = scores.inside.sum(axis=0) == scores.inside[topic]
    fit = (scores.inside[topic] > 1) | (own & ~nameables.named)
    salient = scores.values[topic] * nameables.ranks**-SALIENCE
    return _sorted(np.where(fit, salient, 0), scores.often[topic])[:CANDIDATES]


def _sorted(values: Floats, often: Floats) -> list[int]:
    """The columns of positive value, the highest first; of equals the one that stands more often in the topic."""
    columns = np.flatnonzero(values > 0)
    order: list[int] = columns[np.lexsort((columns, -often[columns], -values[columns].round(9)))].tolist()
    return order


def _whole(order: Sequence[int], phrases: Sequence[int], given: tuple[Sequence[str], Floats, Floats]) -> list[int]:
    """The order with each word replaced by the phrase in which it mostly stands (*câbles sous-marins*).

    ``given`` are the spellings, the passages that hold each column, and its worth: the phrase takes the word's over.
    """
    shown, inside, worth = given
    words = {column: set(shown[column].replace("'", " ").split()) for column in phrases}
    found: dict[int, None] = {}
    for column in order:
        fits = (p for p in phrases if shown[column] in words[p] and inside[p] >= WHOLE * inside[column])
        chosen = next(fits, column)
        worth[chosen] = max(worth[chosen], worth[column])
        found[chosen] = None
    return list(found)


def _owners(ranked: Sequence[Sequence[tuple[int, float]]], shown: Sequence[str]) -> dict[str, int]:
    """The topic that each term names best, by its worth beside that of the topic's first term."""
    best: dict[str, tuple[float, int]] = {}
    for topic, order in enumerate(ranked):
        for column, worth in order:
            share = worth / (order[0][1] or 1.0)
            if share > best.get(shown[column], (0.0, 0))[0] + 1e-9:
                best[shown[column]] = share, topic
    return {term: topic for term, (_, topic) in best.items()}


def _name(name: Sequence[int], more: Iterable[tuple[int, float]], shown: Sequence[str], count: int) -> list[int]:
    """The name with ``more`` columns (and their worth): ``count``, or one more that is as good as the last."""
    chosen, last = list(name), 0.0
    for column, worth in more:
        if len(chosen) > count or (len(chosen) == count and (not worth or worth < AS_GOOD * last)):
            break
        if not any(akin(shown[column], shown[other]) for other in chosen):
            chosen.append(column)
            last = worth
    return chosen


def _ranks(keys: Sequence[str], terms: pd.DataFrame) -> Floats:
    best = terms.groupby("lemma")["rank"].min().to_dict() if len(terms) else {}
    return np.array([best.get(key, UNRANKED) for key in keys], dtype=np.float64)
