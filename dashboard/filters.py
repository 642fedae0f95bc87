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
    do not count. ``count_copies_once``: of passages copied from one another only the earliest counts; who prints
    the others can still be seen.
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
    if not filters.count_copies_once:
        return _recount(analysis, articles, passages, passages, config)
    made = _recount(analysis, articles, passages, _earliest(passages), config)
    return made.with_tables(claims=_by_origins(made.claims))


def kept(analysis: Analysis, filters: Filters) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows of articles and passages that the filters keep, as they stand in the corpus, nothing counted again.

    Copies among them, however they are to be counted.
    """
    articles = _articles(analysis, filters)
    passages = _passages(analysis, articles, filters)
    if filters.themes or filters.query.strip():
        articles = articles[articles["article_id"].isin(passages["article_id"])]
    return articles, passages


def _by_origins(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims judged with copies counted once: sources that copied one sentence agree with no one but themselves."""
    alone = (claims["n_origins"] < 2) & (claims["verdict"] != "contradict")
    return claims.assign(verdict=claims["verdict"].mask(alone, "single"))


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


def _recount(
    analysis: Analysis, articles: pd.DataFrame, listed: pd.DataFrame, counted: pd.DataFrame, config: Config
) -> Analysis:
    """The tables of the passages.

    Those that say who prints what follow the ``listed`` ones, or a copy that is counted elsewhere would seem silent;
    everything else follows the ``counted`` ones, and ``passages`` holds these alone (``analysis/origins.py``).
    """
    from dashboard.analysis.claims import judge
    from dashboard.analysis.reuse import overlap_of
    from dashboard.analysis.terms import retally

    quotes, quantities = _of(analysis.quotes, listed), _of(analysis.quantities, listed)
    reuse = _reuse(analysis.reuse, listed)
    claim_mentions = analysis.claim_mentions
    claim_mentions = claim_mentions[claim_mentions["quantity_id"].isin(quantities["quantity_id"])]
    claim_mentions = claim_mentions.reset_index(drop=True)
    mentions, in_topics = _of(analysis.term_mentions, counted), _of(analysis.passage_topics, counted)
    sizes = in_topics["topic_id"].value_counts()
    topics = analysis.topics.assign(n_passages=analysis.topics["topic_id"].map(sizes).fillna(0).astype("int64"))
    articles = _sized(articles, counted)
    return analysis.with_tables(
        articles=articles,
        passages=counted.reset_index(drop=True),
        names=_of(analysis.names, counted),
        terms=retally(analysis.terms, mentions, articles),
        term_mentions=mentions,
        passage_themes=_of(analysis.passage_themes, counted),
        topics=topics[topics["n_passages"] > 0].reset_index(drop=True),
        passage_topics=in_topics,
        quantities=quantities,
        claims=judge(analysis.claims, claim_mentions, quantities, reuse, config.quantities),
        claim_mentions=claim_mentions,
        quotes=quotes,
        reuse=reuse,
        source_overlap=overlap_of(reuse, articles, listed, quotes),
    )


def _of(frame: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """The rows that stand in the passages."""
    return frame[frame["passage_id"].isin(passages["passage_id"])].reset_index(drop=True)


def _sized(articles: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """The articles with the number of their words in the passages; an exact copy has those of its original."""
    words = passages[passages["role"] != "boilerplate"].groupby("article_id")["n_words"].sum()
    original = articles["duplicate_of"].fillna(articles["article_id"])
    own = articles["article_id"].map(words)
    return articles.assign(n_words=own.fillna(original.map(words)).fillna(0).astype("int64")).reset_index(drop=True)


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
