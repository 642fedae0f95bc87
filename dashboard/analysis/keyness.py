"""Which terms set a source, theme or period apart: log-likelihood with effect size, co-occurrents, trends."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

COLUMNS = ["group", "lemma", "count", "total", "count_rest", "total_rest", "g2", "log_ratio"]
#: G² from which on chance alone is an unlikely reason for a difference (p < .05, one degree of freedom).
LIKELY = 3.84


def keyness(mentions: pd.DataFrame, groups: pd.Series[Any], min_count: int = 2) -> pd.DataFrame:
    """The terms of each group against all other groups together, the most specific first.

    ``groups`` holds the group of each row of ``mentions`` (None: in no group). Every term with at least
    ``min_count`` mentions in all is held against every group; a group without the term has a row where its silence
    is beyond chance. Columns: group, lemma, ``count`` and ``total`` (mentions of the term and of all terms in the
    group), ``count_rest`` and ``total_rest``, ``g2`` (log-likelihood of the two counts, Rayson & Garside 2000;
    negative where the term is rarer than elsewhere) and ``log_ratio`` (Hardie 2014: 1 is twice as frequent as
    elsewhere, 2 four times; half a mention stands for none).
    """
    group, names = pd.factorize(groups.reset_index(drop=True), sort=True)
    lemma, lemmas = pd.factorize(mentions["lemma"].reset_index(drop=True)[group >= 0], sort=True)
    if not len(lemma):
        return pd.DataFrame(columns=COLUMNS)
    cells = np.bincount(group[group >= 0] * len(lemmas) + lemma, minlength=len(names) * len(lemmas))
    grid = cells.reshape(len(names), len(lemmas))
    totals, overall = grid.sum(axis=1), grid.sum(axis=0)
    kept = np.flatnonzero(overall >= min_count)
    grid = grid[:, kept]
    # What the G² of each cell would be without a mention: a group of few words is silent for no reason.
    silent = -g2(0, totals[:, None], overall[kept], totals.sum() - totals[:, None]) >= LIKELY
    rows, columns = np.nonzero((grid > 0) | silent)
    count, total = grid[rows, columns], totals[rows]
    sides = count, total, overall[kept][columns] - count, totals.sum() - total
    value = g2(*sides)
    # Lemmas are numbered in their order, so that one sort of numbers does for all three columns.
    order = np.lexsort((columns, -value, rows))
    named = [pd.Series(labels).take(at[order]).array for labels, at in ((names, rows), (lemmas[kept], columns))]
    parts = [*named, *(side[order] for side in sides), value[order], log_ratio(*sides)[order]]
    return pd.DataFrame(dict(zip(COLUMNS, parts, strict=True)))


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
    """The terms that stand in the passages of one term more often than chance has it, the most bound first.

    Columns: lemma, ``together`` (passages with both), ``passages`` (passages with the other term), ``log_dice``
    (Rychlý 2008: 14 where neither stands without the other, one less for half as much; it keeps frequent company,
    which mutual information and G² leave behind rare words), ``npmi`` (normalised mutual information over passages,
    -1..1) and ``g2``. Fewer than ``min_count`` together: left out.
    """
    columns = ["lemma", "together", "passages", "log_dice", "npmi", "g2"]
    pairs = mentions[["lemma", "passage_id"]].drop_duplicates()
    n = pairs["passage_id"].nunique()
    own = set(pairs.loc[pairs["lemma"] == lemma, "passage_id"])
    others = pairs[pairs["lemma"] != lemma]
    if not own or others.empty:
        return pd.DataFrame(columns=columns)
    spread = others["lemma"].value_counts().rename("passages")
    together = others.loc[others["passage_id"].isin(own), "lemma"].value_counts().rename("together")
    found = pd.concat([together[together >= min_count], spread], axis=1, join="inner").reset_index()
    found = found[found["together"] * n > found["passages"] * len(own)]
    joint = found["together"] / n
    ratio = np.log(joint / (found["passages"] / n * (len(own) / n)))
    found["log_dice"] = (14 + np.log2(2 * found["together"] / (found["passages"] + len(own)))).round(6)
    found["npmi"] = np.where(joint < 1, ratio / -np.log(joint.clip(upper=1 - 1e-12)), 1.0).round(6)
    rest = found["passages"] - found["together"]
    found["g2"] = g2(found["together"], np.full(len(found), len(own)), rest, np.full(len(found), n - len(own)))
    order = found.sort_values(["log_dice", "together", "lemma"], ascending=[False, False, True], kind="stable")
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
