"""Shares of words, passages and articles by source, theme, period and name, on tables that may be a selection.

Exact copies (``duplicate_of``) and boilerplate count for nothing; a passage's words go to its main theme, so
that the shares of one source or period add up to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from dashboard.tables import Analysis

NO_THEME = ""
# Finest first: the first one that makes no more periods than fit on an axis is taken.
_PRECISIONS = (10, 7, 4)
_MOST_PERIODS = 31


@dataclass(frozen=True, slots=True)
class Standout:
    """The theme to which one source gives most more than any other; ``low`` and ``high`` are the others' shares."""

    source: str
    theme: str
    share: float
    low: float
    high: float


def counted_passages(analysis: Analysis) -> pd.DataFrame:
    """The passages that count, one row each, with source, published, story_id and ``theme``.

    ``theme`` is the main one, "" where a passage has none (or where the selection holds only a lesser one). The
    table is shared between callers: treat it as read-only.
    """
    return _counted(Same(analysis))


class Same:
    """An analysis that equals itself alone: the key of what is made once for all who ask for it in a row."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis

    def __hash__(self) -> int:
        return id(self.analysis)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.analysis is self.analysis


@lru_cache(maxsize=4)
def _counted(same: Same) -> pd.DataFrame:
    analysis = same.analysis
    articles = analysis.articles.loc[analysis.articles["duplicate_of"].isna()].set_index("article_id")
    passages = analysis.passages
    kept = passages[(passages["role"] != "boilerplate") & passages["article_id"].isin(articles.index)]
    # Looked up instead of merged: every view asks for this table at every new selection.
    told = {name: kept["article_id"].map(articles[name]) for name in ("source", "title", "published", "story_id")}
    rows = analysis.passage_themes
    main = rows.loc[rows["main"], ["passage_id", "theme"]].drop_duplicates("passage_id").set_index("passage_id")
    theme = kept["passage_id"].map(main["theme"]).astype("str")
    return kept.assign(**told, theme=theme.fillna(NO_THEME)).reset_index(drop=True)


def theme_mix(analysis: Analysis) -> pd.DataFrame:
    """source, theme, n_words, n_passages and ``share`` of the source's words; sorted by source and theme."""
    return _shares(counted_passages(analysis), "source")


def standout(mix: pd.DataFrame, least: float = 0.05) -> Standout | None:
    """The finding of ``theme_mix``; None for fewer than two sources or no lead of at least ``least``."""
    shares = mix[mix["theme"] != NO_THEME].pivot(index="source", columns="theme", values="share").fillna(0.0)
    found = []
    for theme in shares.columns if len(mix["source"].unique()) > 1 else ():
        ordered = shares[theme].reindex(sorted(mix["source"].unique()), fill_value=0.0).sort_values(kind="stable")
        lead = float(ordered.iloc[-1] - ordered.iloc[-2])
        ends = (float(ordered.iloc[0]), float(ordered.iloc[-2]))
        found.append((lead, Standout(str(ordered.index[-1]), str(theme), float(ordered.iloc[-1]), *ends)))
    best = max(found, key=lambda pair: (pair[0], pair[1].theme), default=None)
    return best[1] if best and best[0] >= least else None


def theme_periods(analysis: Analysis) -> pd.DataFrame:
    """period, theme, n_words, n_passages and ``share`` of the period's words; no row unless dates span two periods.

    ``period`` is truncated ISO, all of one length: the finest that makes at most 31 periods. Articles whose date
    is less precise than that are left out.
    """
    articles = analysis.articles[analysis.articles["duplicate_of"].isna()]
    width = period_width(articles["published"].dropna())
    if width is None:
        return pd.DataFrame(columns=["period", "theme", "n_words", "n_passages", "share"])
    dated = counted_passages(analysis).dropna(subset=["published"])
    fine = dated.loc[dated["published"].str.len() >= width]
    return _shares(fine.assign(period=fine["published"].str[:width]), "period")


def period_width(published: pd.Series[Any]) -> int | None:
    """Characters of the ISO date that name a period: 10 days, 7 months, 4 years; None where dates span only one.

    Days are taken only if most of the dates have them, and so for months.
    """
    for width in _PRECISIONS:
        fine = published.loc[published.str.len() >= width]
        periods = fine.str[:width].nunique()
        if 2 <= periods <= _MOST_PERIODS and 2 * len(fine) > len(published):
            return width
    years = published.str[:4].nunique()
    return 4 if years >= 2 else None


def name_shares(analysis: Analysis) -> pd.DataFrame:
    """name, type, source, n_articles, n_passages and their shares of the source's articles and passages.

    ``article_share`` and ``passage_share`` are 0..1; ``total`` is the name's articles in all sources. Sorted by
    total, then passages, then name and source. A name of several types takes its most frequent one.
    """
    passages = counted_passages(analysis)[["passage_id", "article_id", "source"]]
    mentions = analysis.names[["passage_id", "name", "type"]].merge(passages, on="passage_id")
    kinds = _most_frequent(mentions)
    counts = mentions.groupby(["name", "source"], as_index=False).agg(
        n_articles=("article_id", "nunique"), n_passages=("passage_id", "nunique")
    )
    sizes = passages.groupby("source", as_index=False).agg(
        articles=("article_id", "nunique"), passages=("passage_id", "nunique")
    )
    joined = counts.merge(sizes, on="source")
    joined = joined.assign(type=joined["name"].map(kinds))
    totals = joined.groupby("name")[["n_articles", "n_passages"]].transform("sum")
    result = joined.assign(
        article_share=joined["n_articles"] / joined["articles"],
        passage_share=joined["n_passages"] / joined["passages"],
        total=totals["n_articles"],
        _passages=totals["n_passages"],
    ).sort_values(["total", "_passages", "name", "source"], ascending=[False, False, True, True])
    shown = ["name", "type", "source", "n_articles", "n_passages", "article_share", "passage_share", "total"]
    return result[shown].reset_index(drop=True)


def surfaces(analysis: Analysis) -> pd.DataFrame:
    """lemma, term and kind; one row a lemma, sorted by lemma.

    ``term`` is what the term is called everywhere: the spelling that stands for most mentions (each article gives the
    most frequent one of its own), of a name the canonical one. A phrase that is mostly written in one word (*IA*) is
    of kind ``word``. The table is shared between callers: treat it as read-only.
    """
    return _surfaces(Same(analysis))


@lru_cache(maxsize=4)
def _surfaces(same: Same) -> pd.DataFrame:
    terms = same.analysis.terms
    (lemma, _), (term, spellings) = (pd.factorize(terms[name], sort=True) for name in ("lemma", "term"))
    n = max(1, len(spellings))
    pairs, first, which = np.unique(lemma.astype(np.int64) * n + term, return_index=True, return_inverse=True)
    counts = np.bincount(which, weights=terms["count"], minlength=len(pairs))
    # Of each lemma the pair of the greatest count, of equal ones the first by letters.
    order = np.lexsort((pairs, -counts, pairs // n))
    best = order[np.diff(pairs[order] // n, prepend=-1) > 0]
    rows = terms[["lemma", "term", "kind"]].take(first[best]).reset_index(drop=True)
    named = (rows["kind"] == "name") & rows["lemma"].isin(same.analysis.names["name"].unique())
    short = (rows["kind"] == "phrase") & ~rows["term"].str.contains(" ", regex=False)
    return rows.assign(term=rows["term"].mask(named, rows["lemma"]), kind=rows["kind"].mask(short, "word"))


def term_sources(analysis: Analysis, weight: str = "count") -> pd.DataFrame:
    """lemma, term, kind, source, count, tfidf, telling, n_articles and ``total``; one row a term and source.

    ``count`` adds the mentions in the source's articles, ``tfidf`` is the mean weight over the source's articles
    that count, so that a source with more articles weighs no more. ``telling`` sums its squares, by which a term that
    few articles are about comes before a word that stands in many. ``total`` sums the chosen ``weight`` (``count`` or
    ``tfidf``) over the sources; the greatest comes first.
    """
    columns = ["article_id", "source"]
    articles = analysis.articles.loc[analysis.articles["duplicate_of"].isna(), columns]
    terms = analysis.terms.merge(articles, on="article_id")
    terms = terms.assign(square=terms["tfidf"] ** 2)
    sums = terms.groupby(["lemma", "source"], as_index=False).agg(
        count=("count", "sum"), tfidf=("tfidf", "sum"), telling=("square", "sum"), n_articles=("article_id", "nunique")
    )
    sizes = articles.groupby("source", as_index=False).agg(size=("article_id", "nunique"))
    made = sums.merge(surfaces(analysis), on="lemma").merge(sizes, on="source")
    made = made.assign(tfidf=made["tfidf"] / made["size"])
    made = made.assign(total=made.groupby("lemma")[weight].transform("sum"))
    ordered = made.sort_values(["total", "lemma", "source"], ascending=[False, True, True])
    shown = ["lemma", "term", "kind", "source", "count", "tfidf", "telling", "n_articles", "total"]
    return ordered[shown].reset_index(drop=True)


def telling_terms(terms: pd.DataFrame, most: int, weight: str) -> pd.DataFrame:
    """The rows of ``term_sources`` for the ``most`` most telling terms in all sources, by ``weight``.

    A count alone would put words that any article uses first.
    """
    columns = ["telling", "tfidf", "count"]
    sums = terms.groupby("lemma", as_index=False)[columns].sum()
    best = sums.sort_values(["telling", "lemma"], ascending=[False, True]).head(most)
    kept = terms.merge(best[["lemma"]], on="lemma")
    kept = kept.assign(total=kept["lemma"].map(dict(zip(best["lemma"], best[weight], strict=True))))
    return kept.sort_values(["total", "lemma", "source"], ascending=[False, True, True]).reset_index(drop=True)


def _shares(passages: pd.DataFrame, group: str) -> pd.DataFrame:
    sums = passages.groupby([group, "theme"], as_index=False).agg(
        n_words=("n_words", "sum"), n_passages=("passage_id", "nunique")
    )
    words = sums.groupby(group)["n_words"].transform("sum")
    return sums.assign(share=sums["n_words"] / words.where(words > 0, 1))


def _most_frequent(mentions: pd.DataFrame) -> pd.Series[Any]:
    counts = mentions.groupby(["name", "type"], as_index=False).size()
    ordered = counts.sort_values(["size", "type"], ascending=[False, True]).drop_duplicates("name")
    return ordered.set_index("name")["type"]
