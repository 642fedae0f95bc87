"""What sets a source, theme or period apart, and the company of a term, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import pandas as pd

from dashboard.analysis.keyness import COLUMNS, LIKELY, cooccurrents, keyness, trend
from dashboard.analysis.shares import NO_THEME, Same, counted_passages, period_width, surfaces
from dashboard.tables import Analysis

By = Literal["source", "theme", "period"]
#: What is said of a source in a headline has more mentions than a slip and a G² of p < .01: it is the best of many.
SURE, MENTIONS = 6.63, 3
_PERIODS = {10: "day", 7: "month", 4: "year"}


def counted_mentions(analysis: Analysis) -> pd.DataFrame:
    """``term_mentions`` in passages that count, each with the passage's source, published and main theme.

    The table is shared between callers: treat it as read-only.
    """
    return _mentions(Same(analysis))


@lru_cache(maxsize=4)
def _mentions(same: Same) -> pd.DataFrame:
    passages, mentions = counted_passages(same.analysis), same.analysis.term_mentions
    # Each passage is looked up once, not once a mention.
    which, held = pd.factorize(mentions["passage_id"])
    place = pd.Index(passages["passage_id"]).get_indexer(pd.Index(held))[which]
    kept = mentions[place >= 0].reset_index(drop=True)
    told = passages[["source", "published", "theme"]].take(place[place >= 0]).reset_index(drop=True)
    rows: pd.DataFrame = kept.assign(**{str(name): told[name] for name in told.columns})
    return rows


@dataclass(frozen=True, slots=True)
class Part:
    """The passages that a mark stands for; what is empty leaves none out.

    ``theme`` is their main theme, or with ``lesser`` any of their themes; ``period`` is truncated ISO; ``beside`` is
    the lemma of a term that they hold.
    """

    source: str = ""
    theme: str = ""
    period: str = ""
    lesser: bool = False
    beside: str = ""


def mentions_in(analysis: Analysis, part: Part) -> pd.DataFrame:
    """The rows of ``counted_mentions`` in these passages."""
    rows = counted_mentions(analysis)
    if part.source:
        rows = rows[rows["source"] == part.source]
    if part.theme and part.lesser:
        themes = analysis.passage_themes
        rows = rows[rows["passage_id"].isin(themes.loc[themes["theme"] == part.theme, "passage_id"])]
    elif part.theme:
        rows = rows[rows["theme"] == part.theme]
    if part.period:
        rows = rows[rows["published"].fillna("").str.startswith(part.period)]
    if part.beside:
        rows = rows[rows["passage_id"].isin(rows.loc[rows["lemma"] == part.beside, "passage_id"])]
    return rows.reset_index(drop=True)


def specific_terms(analysis: Analysis, by: By) -> pd.DataFrame:
    """``keyness`` of each source, main theme or period against the rest, with term and kind; empty for one group.

    Passages without a theme stand in no theme's group but in the rest; a period is as fine as ``period_width``.
    """
    if by == "period" and period_width(analysis.articles["published"].dropna()) is None:
        return pd.DataFrame(columns=[*COLUMNS, "term", "kind"])
    joined = _told_apart(Same(analysis), by).merge(surfaces(analysis), on="lemma")
    return joined.sort_values(["group", "g2", "lemma"], ascending=[True, False, True]).reset_index(drop=True)


@lru_cache(maxsize=4)
def _told_apart(same: Same, by: By) -> pd.DataFrame:
    mentions = counted_mentions(same.analysis)
    table = keyness(mentions, _groups(mentions, by))
    if by == "theme":
        table = table[table["group"] != NO_THEME]
    return table if table["group"].nunique() > 1 else table.iloc[:0]


def both_ends(table: pd.DataFrame, group: str, most: int) -> pd.DataFrame:
    """Of one group: at most ``most`` terms that it uses more than the rest, surest first, then as many that it uses
    less, surest last. What may be chance (``LIKELY``) is left out."""
    rows = table[(table["group"] == group) & (table["g2"].abs() >= LIKELY)]
    more, less = rows[rows["g2"] > 0].head(most), rows[rows["g2"] < 0].tail(most)
    return pd.concat([more, less]).reset_index(drop=True)


def own_terms(analysis: Analysis) -> pd.DataFrame:
    """The term that sets each source apart most: a row of ``specific_terms`` each, the surest first.

    Sources without any that is ``SURE`` and has its ``MENTIONS`` have none.
    """
    return apart(_told_apart(Same(analysis), "source")).merge(surfaces(analysis), on="lemma")


def apart(table: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``own_terms`` in one of ``specific_terms``."""
    likely = table[(table["g2"] >= SURE) & (table["count"] >= MENTIONS)]
    best = likely.sort_values(["g2", "group", "lemma"], ascending=[False, True, True])
    return best.drop_duplicates("group").reset_index(drop=True)


def neighbours(analysis: Analysis, lemma: str, most: int) -> pd.DataFrame:
    """The terms most bound to the passages of a term: lemma, term, n_passages (with both), passages (with this one),
    log_dice and g2; the most shared passages first."""
    table = cooccurrents(counted_mentions(analysis), lemma)
    bound = table.head(most).rename(columns={"together": "n_passages"})
    joined = bound.merge(surfaces(analysis), on="lemma")
    ordered = joined.sort_values(["n_passages", "log_dice", "lemma"], ascending=[False, False, True])
    return ordered[["lemma", "term", "n_passages", "passages", "log_dice", "g2"]].reset_index(drop=True)


def course(analysis: Analysis, lemma: str) -> pd.DataFrame:
    """``trend`` of a term over the periods that the dates allow; empty where they span only one."""
    articles = analysis.articles[analysis.articles["duplicate_of"].isna()]
    width = period_width(articles["published"].dropna())
    if width is None:
        return pd.DataFrame(columns=["period", "count", "n_words", "per_thousand"])
    return trend(counted_mentions(analysis), articles, lemma, _PERIODS[width])


def _groups(mentions: pd.DataFrame, by: By) -> pd.Series[Any]:
    if by != "period":
        return mentions[by]
    width = period_width(mentions["published"].dropna())
    if width is None:
        return pd.Series(None, index=mentions.index, dtype="object")
    fine = mentions["published"].str.len() >= width
    return mentions["published"].str[:width].where(fine)
