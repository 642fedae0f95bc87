"""Which terms set a source, theme or period apart: log-likelihood with effect size, co-occurrents, trends."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

COLUMNS = ["group", "lemma", "count", "total", "count_rest", "total_rest", "g2", "log_ratio"]


def keyness(mentions: pd.DataFrame, groups: pd.Series[Any], min_count: int = 2) -> pd.DataFrame:
    """The terms of each group against all other groups together, the most specific first.

    ``groups`` holds the group of each row of ``mentions`` (None: in no group). Columns: group, lemma, ``count``
    and ``total`` (mentions of the term and of all terms in the group), ``count_rest`` and ``total_rest``,
    ``g2`` (Dunning 1993; negative where the term is rarer than elsewhere; 3.84 is p < .05, 6.63 p < .01) and
    ``log_ratio`` (Hardie 2014: 1 is twice as frequent as elsewhere, 2 four times; half a mention stands for
    none). Terms with fewer than ``min_count`` mentions in all are left out.
    """
    frame = pd.DataFrame({"group": groups.to_numpy(), "lemma": mentions["lemma"].to_numpy()}).dropna()
    counts = frame.groupby(["group", "lemma"], sort=True).size().rename("count").reset_index()
    if counts.empty:
        return pd.DataFrame(columns=COLUMNS)
    totals = counts.groupby("group")["count"].sum()
    overall = counts.groupby("lemma")["count"].sum()
    counts = counts[counts["lemma"].map(overall) >= min_count]
    if counts.empty:
        return pd.DataFrame(columns=COLUMNS)
    total = counts["group"].map(totals)
    counts = counts.assign(
        total=total,
        count_rest=counts["lemma"].map(overall) - counts["count"],
        total_rest=int(totals.sum()) - total,
    )
    counts["g2"] = g2(counts["count"], counts["total"], counts["count_rest"], counts["total_rest"])
    counts["log_ratio"] = log_ratio(counts["count"], counts["total"], counts["count_rest"], counts["total_rest"])
    order = counts.sort_values(["group", "g2", "lemma"], ascending=[True, False, True], kind="stable")
    return order[COLUMNS].reset_index(drop=True)


def g2(count: Any, total: Any, count_rest: Any, total_rest: Any) -> Any:
    """Signed log-likelihood of each row's two counts, zero where there is no rest; arrays of one length."""
    count, total, count_rest, total_rest = (
        np.asarray(v, dtype=np.float64) for v in (count, total, count_rest, total_rest)
    )
    share = (count + count_rest) / np.maximum(total + total_rest, 1)
    expected, expected_rest = total * share, total_rest * share
    with np.errstate(divide="ignore", invalid="ignore"):
        left = np.where(count > 0, count * np.log(count / expected), 0.0)
        right = np.where(count_rest > 0, count_rest * np.log(count_rest / expected_rest), 0.0)
    value = np.clip(2 * (left + right), 0, None)
    return np.round(np.where(total_rest > 0, np.where(count >= expected, value, -value), 0.0), 6)


def log_ratio(count: Any, total: Any, count_rest: Any, total_rest: Any) -> Any:
    """Binary logarithm of the ratio of the two relative frequencies; zero where one side has no mention at all."""
    count, total, count_rest, total_rest = (
        np.asarray(v, dtype=np.float64) for v in (count, total, count_rest, total_rest)
    )
    here = np.where(count > 0, count, 0.5) / np.maximum(total, 1)
    rest = np.where(count_rest > 0, count_rest, 0.5) / np.maximum(total_rest, 1)
    return np.round(np.where((total > 0) & (total_rest > 0), np.log2(here / rest), 0.0), 6)


def cooccurrents(mentions: pd.DataFrame, lemma: str, min_count: int = 2) -> pd.DataFrame:
    """The terms that stand in the passages of one term more than elsewhere, the most bound first.

    Columns: lemma, ``together`` (passages with both), ``passages`` (passages with the other term), ``npmi``
    (normalised mutual information over passages, -1..1) and ``g2``. Fewer than ``min_count`` together: left out.
    """
    columns = ["lemma", "together", "passages", "npmi", "g2"]
    pairs = mentions[["lemma", "passage_id"]].drop_duplicates()
    n = pairs["passage_id"].nunique()
    own = set(pairs.loc[pairs["lemma"] == lemma, "passage_id"])
    others = pairs[pairs["lemma"] != lemma]
    if not own or others.empty:
        return pd.DataFrame(columns=columns)
    spread = others.groupby("lemma").size().rename("passages")
    together = others[others["passage_id"].isin(own)].groupby("lemma").size().rename("together")
    found = pd.concat([together, spread], axis=1).fillna(0).astype("int64")
    found = found[found["together"] >= min_count].reset_index()
    joint = found["together"] / n
    ratio = np.log(joint / (found["passages"] / n * (len(own) / n)))
    found["npmi"] = np.where(joint < 1, ratio / -np.log(joint.clip(upper=1 - 1e-12)), 1.0).round(6)
    rest = found["passages"] - found["together"]
    found["g2"] = g2(found["together"], np.full(len(found), len(own)), rest, np.full(len(found), n - len(own)))
    order = found.sort_values(["g2", "together", "lemma"], ascending=[False, False, True], kind="stable")
    return order[columns].reset_index(drop=True)


def trend(mentions: pd.DataFrame, articles: pd.DataFrame, lemma: str, period: str = "day") -> pd.DataFrame:
    """How often a term stands in each ``day``, ``week``, ``month`` or ``year``.

    Columns: period (truncated ISO; a week by its Monday), ``count``, ``n_words`` of the period's articles and
    ``per_thousand`` words. Articles whose date is coarser than the period are left out.
    """
    width = {"day": 10, "week": 10, "month": 7, "year": 4}[period]
    dated = articles[articles["published"].notna()]
    dated = dated[dated["published"].str.len() >= width].assign(period=lambda frame: frame["published"].str[:width])
    if period == "week":
        days = pd.to_datetime(dated["period"])
        dated = dated.assign(period=(days - pd.to_timedelta(days.dt.day_of_week, unit="D")).dt.strftime("%Y-%m-%d"))
    counts = mentions[mentions["lemma"] == lemma].groupby("article_id").size()
    dated = dated.assign(count=dated["article_id"].map(counts).fillna(0).astype("int64"))
    found = dated.groupby("period", sort=True).agg(count=("count", "sum"), n_words=("n_words", "sum")).reset_index()
    return found.assign(per_thousand=(1000 * found["count"] / found["n_words"].clip(lower=1)).round(6))
