"""What sets a source, theme or period apart, and the company of a term, ready to be shown."""

from __future__ import annotations

from typing import Any, Literal

import pandas as pd

from dashboard.analysis.keyness import COLUMNS, cooccurrents, keyness, trend
from dashboard.analysis.shares import NO_THEME, counted_passages, period_width, surfaces
from dashboard.tables import Analysis

By = Literal["source", "theme", "period"]
#: G² from which on chance alone is an unlikely reason (p < .05, one degree of freedom).
LIKELY = 3.84
#: Below this G² a difference is not worth a bar.
LEAST = 1.0
_PERIODS = {10: "day", 7: "month", 4: "year"}


def counted_mentions(analysis: Analysis) -> pd.DataFrame:
    """``term_mentions`` in passages that count, each with the passage's source, published and main theme."""
    passages = counted_passages(analysis).set_index("passage_id")
    mentions = analysis.term_mentions
    kept = mentions[mentions["passage_id"].isin(passages.index)]
    told = {name: kept["passage_id"].map(passages[name]) for name in ("source", "published", "theme")}
    return kept.assign(**told).reset_index(drop=True)


def specific_terms(analysis: Analysis, by: By) -> pd.DataFrame:
    """``keyness`` of each source, main theme or period against the rest, with term and kind; empty for one group.

    Passages without a theme stand in no theme's group but in the rest; a period is as fine as ``period_width``.
    """
    if by == "period" and period_width(analysis.articles["published"].dropna()) is None:
        return pd.DataFrame(columns=[*COLUMNS, "term", "kind"])
    mentions = counted_mentions(analysis)
    table = keyness(mentions, _groups(mentions, by))
    if by == "theme":
        table = table[table["group"] != NO_THEME]
    if table["group"].nunique() < 2:
        table = table.iloc[:0]
    joined = table.merge(surfaces(analysis), on="lemma")
    return joined.sort_values(["group", "g2", "lemma"], ascending=[True, False, True]).reset_index(drop=True)


def both_ends(table: pd.DataFrame, group: str, most: int) -> pd.DataFrame:
    """Of one group: at most ``most`` terms that it uses more than the rest, strongest first, then as many that it
    uses less, strongest last. Differences below ``LEAST`` are left out."""
    rows = table[(table["group"] == group) & (table["g2"].abs() >= LEAST)]
    more, less = rows[rows["g2"] > 0].head(most), rows[rows["g2"] < 0].tail(most)
    return pd.concat([more, less]).reset_index(drop=True)


def strongest(table: pd.DataFrame) -> dict[str, Any] | None:
    """The row of ``specific_terms`` with the greatest G²; None where none is beyond chance."""
    likely = table[table["g2"] >= LIKELY].sort_values(["g2", "group", "lemma"], ascending=[False, True, True])
    return {str(key): value for key, value in likely.iloc[0].items()} if len(likely) else None


def neighbours(analysis: Analysis, lemma: str, most: int) -> pd.DataFrame:
    """The terms that share passages with a term more than chance has it: lemma, term, n_passages, npmi, g2."""
    table = cooccurrents(counted_mentions(analysis), lemma)
    bound = table[table["g2"] > 0].head(most).rename(columns={"together": "n_passages"})
    ordered = bound.merge(surfaces(analysis), on="lemma").sort_values(["n_passages", "g2"], ascending=False)
    return ordered[["lemma", "term", "n_passages", "npmi", "g2"]].reset_index(drop=True)


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
