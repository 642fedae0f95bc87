"""What the reader chose, and the same tables with fewer rows."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from dashboard.config import Config
from dashboard.tables import Analysis
from dashboard.text.clean import search_key


@dataclass(frozen=True, slots=True)
class Filters:
    """A selection; empty ``sources`` and ``themes`` mean all.

    ``start`` and ``end`` are truncated ISO dates, both included; an undated article is in no period.

    ``query``: passages that hold every word of it, words between quotation marks in a row; case and accents
    do not count. ``count_copies_once``: of passages copied from one another only the earliest is kept.
    """

    sources: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    query: str = ""
    count_copies_once: bool = False

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        return self != Filters()


def select(analysis: Analysis, filters: Filters, config: Config) -> Analysis:
    """The same tables for the chosen articles and passages, everything counted again; nothing is refitted."""
    if not filters.active:
        return analysis
    articles, passages = kept(analysis, filters)
    return _recount(analysis, articles, passages, config)


def kept(analysis: Analysis, filters: Filters) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows of articles and passages that the filters keep, as they stand in the corpus, nothing counted again."""
    articles = _articles(analysis, filters)
    passages = _passages(analysis, articles, filters)
    if filters.themes or filters.query.strip():
        articles = articles[articles["article_id"].isin(passages["article_id"])]
    return articles, passages


def _articles(analysis: Analysis, filters: Filters) -> pd.DataFrame:
    articles = analysis.articles
    keep = pd.Series(True, index=articles.index)
    if filters.sources:
        keep &= articles["source"].isin(filters.sources)
    dates = articles["published"].fillna("")
    if filters.start or filters.end:
        keep &= pd.Series(
            [_within(date, filters.start, filters.end) for date in dates], index=articles.index, dtype=bool
        )
    return articles[keep]


def _within(date: str, start: str | None, end: str | None) -> bool:
    """Whether a truncated date can lie between two others; as far as all are known to the same precision."""
    after = start is None or date >= start[: len(date)]
    return bool(date) and after and (end is None or date[: len(end)] <= end)


def _passages(analysis: Analysis, articles: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    passages = analysis.passages[analysis.passages["article_id"].isin(articles["article_id"])]
    if filters.themes:
        rows = analysis.passage_themes
        passages = passages[passages["passage_id"].isin(rows.loc[rows["theme"].isin(filters.themes), "passage_id"])]
    if filters.query.strip():
        passages = passages[_holds(passages, articles, filters.query)]
    if filters.count_copies_once:
        passages = _earliest(passages)
    return passages


def _holds(passages: pd.DataFrame, articles: pd.DataFrame, query: str) -> pd.Series[bool]:
    wanted = [
        search_key(quoted or word) for quoted, word in re.findall(r'["«“]([^"»”]{1,200})["»”]|(\S{1,200})', query)
    ]
    wanted = [" ".join(part.split()) for part in wanted if part.strip()]
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    spans = zip(passages["article_id"], passages["start"], passages["end"], strict=True)
    keys = (" ".join(search_key(texts[article][start:end]).split()) for article, start, end in spans)
    return pd.Series([all(part in key for part in wanted) for key in keys], index=passages.index, dtype=bool)


def _earliest(passages: pd.DataFrame) -> pd.DataFrame:
    """One passage for each set of copies: the earliest if it is kept, else the first of the copies."""
    origin = passages["copy_of"].fillna(passages["passage_id"])
    order = passages.assign(origin=origin, is_copy=passages["copy_of"].notna())
    order = order.sort_values(["origin", "is_copy", "passage_id"])
    return passages.loc[sorted(order.drop_duplicates("origin").index)]


def _recount(analysis: Analysis, articles: pd.DataFrame, passages: pd.DataFrame, config: Config) -> Analysis:
    from dashboard.analysis.claims import judge
    from dashboard.analysis.reuse import overlap_of
    from dashboard.analysis.terms import retally

    kept = set(passages["passage_id"])

    def of_passages(frame: pd.DataFrame) -> pd.DataFrame:
        return frame[frame["passage_id"].isin(kept)].reset_index(drop=True)

    words = passages[passages["role"] != "boilerplate"].groupby("article_id")["n_words"].sum()
    original = articles["duplicate_of"].fillna(articles["article_id"])
    own = articles["article_id"].map(words)
    articles = articles.assign(n_words=own.fillna(original.map(words)).fillna(0).astype("int64")).reset_index(drop=True)
    passages = passages.reset_index(drop=True)
    quotes, quantities = of_passages(analysis.quotes), of_passages(analysis.quantities)
    mentions = of_passages(analysis.term_mentions)
    reuse = _reuse(analysis.reuse, passages)
    kept_claims = analysis.claim_mentions[analysis.claim_mentions["quantity_id"].isin(quantities["quantity_id"])]
    kept_claims = kept_claims.reset_index(drop=True)
    in_topics = of_passages(analysis.passage_topics)
    sizes = in_topics["topic_id"].value_counts()
    topics = analysis.topics.assign(n_passages=analysis.topics["topic_id"].map(sizes).fillna(0).astype("int64"))
    return analysis.with_tables(
        articles=articles,
        passages=passages,
        names=of_passages(analysis.names),
        terms=retally(analysis.terms, mentions, articles),
        term_mentions=mentions,
        passage_themes=of_passages(analysis.passage_themes),
        topics=topics[topics["n_passages"] > 0].reset_index(drop=True),
        passage_topics=in_topics,
        quantities=quantities,
        claims=judge(analysis.claims, kept_claims, quantities, reuse, config.quantities),
        claim_mentions=kept_claims,
        quotes=quotes,
        reuse=reuse,
        source_overlap=overlap_of(reuse, articles, passages, quotes),
    )


def _reuse(reuse: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """The shared passages that touch a kept passage on both sides."""
    keep = pd.Series(True, index=reuse.index)
    for side in ("a", "b"):
        keep &= _touches(reuse[[f"{side}_article", f"{side}_start", f"{side}_end"]], passages)
    return reuse[keep].reset_index(drop=True)


def _touches(spans: pd.DataFrame, passages: pd.DataFrame) -> pd.Series[bool]:
    places: dict[str, list[tuple[int, int]]] = {}
    for article, start, end in zip(passages["article_id"], passages["start"], passages["end"], strict=True):
        places.setdefault(article, []).append((start, end))
    found = [
        any(begin < end and start < finish for begin, finish in places.get(article, ()))
        for article, start, end in spans.itertuples(index=False)
    ]
    return pd.Series(found, index=spans.index, dtype=bool)
