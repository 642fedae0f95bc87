"""Articles on one event, grouped: average linkage over near neighbours of a week, never over all pairs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from dashboard.config import Config
from dashboard.config.terms import TopicSettings
from dashboard.model import Document

# Beginnings of articles are compared: title and so many words, where the press tells the event.
LEAD_WORDS = 250
# Two articles are compared if they share two words that no more articles than this hold.
RARE = 200
NEAREST = 30
BLOCK = 512

Pair = tuple[float, int, int]


def stories_of(documents: Sequence[Document], config: Config) -> pd.Series[str]:
    """The story of each article, indexed by ``article_id``; one told by no other article is its own story.

    Likeness is half that of lemmas, half that of character 3- to 5-grams (TF-IDF, cosine); two groups join
    while their articles are on average no further apart than ``story_distance``. The id is made from the
    earliest article's id, so it stays when later ones come in. Articles without a date may join any story.
    """
    ids = [document.article.article_id for document in documents]
    groups = list(range(len(ids)))
    if len(ids) > 1:
        words, characters = _features(documents, config)
        periods = [_period(document.article.published) for document in documents]
        pairs = sorted(_near(words, characters, periods, config.analysis.topics), key=lambda p: (-p[0], p[1], p[2]))
        groups = _linked(pairs, (words, characters), 1 - config.analysis.topics.story_distance)
    first: dict[int, str] = {}
    order = sorted(range(len(ids)), key=lambda place: (documents[place].article.published or "9999", ids[place]))
    for place in order:
        first.setdefault(groups[place], ids[place])
    return pd.Series([_story_id(first[group]) for group in groups], index=ids, name="story_id", dtype="str")


def _features(documents: Sequence[Document], config: Config) -> tuple[Any, Any]:
    """TF-IDF of lemmas and of characters (sparse, n_articles x n_features, rows of length 1)."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    stop = config.analysis.stopwords
    lemmas: list[list[str]] = []
    leads: list[list[str]] = []
    for document in documents:
        barred = stop.get(document.article.language, frozenset())
        tokens = document.tokens[:LEAD_WORDS]
        kept = [token.lemma.lower() for token in tokens if token.surface.lower() not in barred]
        lemmas.append([lemma for lemma in kept if lemma not in barred and lemma[0].isalnum()] or ["-"])
        leads.append([token.surface.lower() for token in tokens] or ["-"])
    words = TfidfVectorizer(analyzer=_itself, sublinear_tf=True).fit_transform(lemmas)
    return words, _characters(leads)


def _characters(leads: Sequence[list[str]]) -> Any:
    """TF-IDF of the character n-grams inside words, each distinct word cut up once."""
    from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

    counter = CountVectorizer(analyzer=_itself)
    counts = counter.fit_transform(leads)
    grams = CountVectorizer(analyzer="char_wb", ngram_range=(3, 5), dtype=np.float64)
    return TfidfTransformer(sublinear_tf=True).fit_transform(
        counts.astype(np.float64) @ grams.fit_transform(counter.get_feature_names_out())
    )


def _itself(lemmas: list[str]) -> list[str]:
    return lemmas


def _near(
    words: Any, characters: Any, periods: Sequence[tuple[date, date] | None], settings: TopicSettings
) -> Iterator[Pair]:
    """Pairs (likeness, place, later place) that share rare words and a week, each article's nearest alone."""
    spread = np.asarray((words > 0).sum(axis=0)).ravel()
    rare = (words[:, np.flatnonzero((spread > 1) & (spread <= RARE))] > 0).astype(np.float32)
    for start in range(0, words.shape[0], BLOCK):
        shared = (rare[start : start + BLOCK] @ rare.T).tocsr()
        for row in range(shared.shape[0]):
            place = start + row
            span = slice(shared.indptr[row], shared.indptr[row + 1])
            others, counts = shared.indices[span], shared.data[span]
            fit = (others > place) & (counts >= 2)
            others, counts = others[fit], counts[fit]
            near = others[np.lexsort((others, -counts))][: NEAREST * 4]
            near = np.array([o for o in near if _within(periods[place], periods[o], settings.story_days)], dtype=int)
            if len(near):
                like = 0.5 * (words[near] @ words[place].T + characters[near] @ characters[place].T).toarray().ravel()
                yield from (
                    (round(float(value), 9), place, int(other)) for value, other in zip(like, near, strict=True)
                )


def _linked(pairs: Sequence[Pair], features: tuple[Any, Any], least: float) -> list[int]:
    """A group for each article: the likest pairs first, two groups joined while their mean likeness is enough."""
    words, characters = features
    n = words.shape[0]
    group = list(range(n))
    members: dict[int, list[int]] = {place: [place] for place in range(n)}
    for likeness, left, right in pairs:
        if likeness < least:
            break
        one, two = group[left], group[right]
        if one == two:
            continue
        if len(members[one]) + len(members[two]) > 2:
            sums = [
                matrix[members[one]].sum(axis=0) @ matrix[members[two]].sum(axis=0).T for matrix in (words, characters)
            ]
            mean = 0.5 * float(sums[0][0, 0] + sums[1][0, 0]) / (len(members[one]) * len(members[two]))
            if mean < least:
                continue
        for place in members[two]:
            group[place] = one
        members[one] += members.pop(two)
    return group


def _period(published: str | None) -> tuple[date, date] | None:
    """First and last day of a truncated ISO date; None where it tells none."""
    if not published:
        return None
    parts = published[:10].split("-")
    try:
        year = int(parts[0])
        if len(parts) == 1:
            return date(year, 1, 1), date(year, 12, 31)
        month = int(parts[1])
        if len(parts) == 2:
            following = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), following - timedelta(days=1)
        day = date(year, month, int(parts[2]))
        return day, day
    except ValueError:
        return None


def _within(one: tuple[date, date] | None, two: tuple[date, date] | None, days: int) -> bool:
    if one is None or two is None:
        return True
    return max(one[0], two[0]) - min(one[1], two[1]) <= timedelta(days=days)


def _story_id(article_id: str) -> str:
    return "story-" + hashlib.sha256(article_id.encode()).hexdigest()[:10]
