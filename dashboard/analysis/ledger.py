"""Figures set side by side: the ledger of all of them, and the sheet of claims by sources.

Tables in, new tables out, on a selection as well as on the whole corpus; nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.tables import Analysis

VERDICTS = ("contradict", "compatible", "agree", "single")
#: The most certain first: the order in which the mentions of one source are shown.
CERTAINTIES = ("confirmed", "attributed", "projected", "conditional", "rumour", "denied")
KINDS = ("money", "people", "percent", "count", "other", "duration", "age", "ordinal", "date")
#: What a mark shows of a certainty: filled, hollow or crossed.
MARKS: Mapping[str, str] = {
    **dict.fromkeys(CERTAINTIES, "hedged"),
    "confirmed": "affirmed",
    "denied": "denied",
}
_NUMBER = ["kind", "value", "min", "max", "date", "unit", "bound"]
_SAME = ["claim_id", "source", "mark", *_NUMBER]


def rows_of(frame: pd.DataFrame) -> list[Any]:
    """The rows as named tuples, whose fields are the columns."""
    return list(frame.itertuples())


def ranked_claims(claims: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """The claims with ``n_mentions``, what an analyst must see first on top.

    Contradictions, then compatible, agreeing and single ones; among them those of more sources, then of more
    mentions, money and people before dates, then by name.
    """
    counts = mentions.groupby("claim_id").size()
    ranks = {
        "_verdict": _places(claims["verdict"], VERDICTS),
        "_kind": _places(claims["kind"], KINDS),
        "_name": claims["subject"].fillna("\uffff") + "\0" + claims["measure"].fillna("\uffff"),
        "n_mentions": claims["claim_id"].map(counts).fillna(0).astype("int64"),
    }
    order = ["_verdict", "n_sources", "n_mentions", "_kind", "_name", "claim_id"]
    ranked = claims.assign(**ranks).sort_values(order, ascending=[True, False, False, True, True, True])
    return ranked.drop(columns=["_verdict", "_kind", "_name"]).reset_index(drop=True)


def by_subject(ranked: pd.DataFrame) -> pd.DataFrame:
    """Ranked claims with those of one subject together, the subject of the first claim first."""
    subjects = ranked["subject"].fillna("")
    places = pd.Series(range(len(ranked)), index=ranked.index).groupby(subjects).transform("min")
    return (
        ranked.assign(_place=places).sort_values("_place", kind="stable").drop(columns="_place").reset_index(drop=True)
    )


def ledger(analysis: Analysis) -> pd.DataFrame:
    """Every figure with its source, title, published, url, claim_id and verdict; None where it stands in no claim.

    In the order of the claims, each from source to source; figures without a claim come last.
    """
    articles = analysis.articles[["article_id", "source", "title", "published", "url"]]
    ranked = ranked_claims(analysis.claims, analysis.claim_mentions)
    places = {claim: place for place, claim in enumerate(ranked["claim_id"])}
    mentions = analysis.claim_mentions[["claim_id", "quantity_id"]].merge(
        ranked[["claim_id", "verdict"]], on="claim_id"
    )
    joined = analysis.quantities.merge(articles, on="article_id").merge(mentions, on="quantity_id", how="left")
    joined = joined.assign(_place=joined["claim_id"].map(places).fillna(len(places)))
    return joined.sort_values(["_place", "source", "article_id", "start"]).drop(columns="_place").reset_index(drop=True)


def cells(claims: pd.DataFrame, mentions: pd.DataFrame, quantities: pd.DataFrame) -> pd.DataFrame:
    """The figures that stand in the cells of these claims by source, the most certain of a source first.

    Of a source's figures that agree in number, bound and mark only the first is kept. The columns are the
    quantity's, with claim_id, source, verdict, ``mark`` (``affirmed``, ``hedged``, ``denied``) and ``n_same``,
    how many of the source's figures the row stands for.
    """
    kept = claims[["claim_id", "verdict"]].merge(mentions, on="claim_id").merge(quantities, on="quantity_id")
    kept = kept.assign(mark=kept["certainty"].map(dict(MARKS)), _sure=_places(kept["certainty"], CERTAINTIES))
    kept = kept.sort_values(["claim_id", "source", "_sure", "article_id", "start"])
    same = kept.groupby(_SAME, dropna=False)["quantity_id"].transform("size")
    return kept.assign(n_same=same).drop_duplicates(_SAME).drop(columns="_sure").reset_index(drop=True)


def mentions_of(analysis: Analysis, claim_id: str) -> pd.DataFrame:
    """Every figure of one claim with its article's columns, by source, the most certain first."""
    kept = analysis.claim_mentions.loc[analysis.claim_mentions["claim_id"] == claim_id, ["quantity_id"]]
    articles = analysis.articles[["article_id", "source", "title", "published", "url"]]
    rows = analysis.quantities.merge(kept, on="quantity_id").merge(articles, on="article_id")
    rows = rows.assign(mark=rows["certainty"].map(dict(MARKS)), _sure=_places(rows["certainty"], CERTAINTIES))
    return rows.sort_values(["source", "_sure", "article_id", "start"]).drop(columns="_sure").reset_index(drop=True)


def narrowed(analysis: Analysis, chosen: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    """The claims that fit every choice; keys are ``kind verdict subject measure certainty``, no value means all.

    A claim fits a certainty if one of its figures has it.
    """
    claims = analysis.claims
    for column in ("kind", "verdict", "subject", "measure"):
        if chosen.get(column):
            claims = claims[claims[column].isin(chosen[column])]
    if chosen.get("certainty"):
        fitting = analysis.quantities.loc[analysis.quantities["certainty"].isin(chosen["certainty"]), "quantity_id"]
        mentions = analysis.claim_mentions
        claims = claims[claims["claim_id"].isin(mentions.loc[mentions["quantity_id"].isin(fitting), "claim_id"])]
    return claims


def narrowed_figures(rows: pd.DataFrame, claims: pd.DataFrame, chosen: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    """The rows of the ledger that fit every choice (keys as in ``narrowed``), certainty figure by figure.

    What a figure counts and whose it is are its claim's, where it stands in one.
    """
    keep = pd.Series(True, index=rows.index)
    for column, values in chosen.items():
        if not values:
            continue
        told = rows[column]
        if column in ("subject", "measure"):
            of_claim = dict(zip(claims["claim_id"], claims[column], strict=True))
            told = rows["claim_id"].map(of_claim).fillna(told)
        keep &= told.isin(values)
    return rows[keep].reset_index(drop=True)


def numbers_apart(cells_of: pd.DataFrame) -> pd.DataFrame:
    """Of the figures of ``cells``, one for each number of a claim, lowest first: what a headline prints."""
    keys = cells_of.assign(_low=cells_of["value"].fillna(cells_of["min"]).fillna(cells_of["max"]))
    ordered = keys.sort_values(["claim_id", "_low", "date", "bound", "source"])
    return ordered.drop_duplicates(["claim_id", "value", "min", "max", "date", "unit"]).drop(columns="_low")


def _places(values: pd.Series[Any], order: tuple[str, ...]) -> pd.Series[Any]:
    return values.map({value: place for place, value in enumerate(order)}).fillna(len(order))
