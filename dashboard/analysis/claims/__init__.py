"""Claims: the figures of several sources for one thing, side by side, with a verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from itertools import combinations, product
from typing import Any

import pandas as pd

from dashboard.analysis.claims.compare import better, compare, worse
from dashboard.analysis.claims.copies import Copies
from dashboard.analysis.claims.parts import distinct, parts_of
from dashboard.analysis.claims.rows import Key, Row, adopted, grouped, row_of
from dashboard.config.quantities import QuantityRules
from dashboard.model import Verdict
from dashboard.tables import table

__all__ = ["claims_of", "judge"]


def claims_of(
    quantities: pd.DataFrame, articles: pd.DataFrame, reuse: pd.DataFrame, rules: QuantityRules
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables claims and claim_mentions: every figure with a measure stands in one claim.

    Figures are compared where measure, subject, counterparty, kind, unit and period are the same; a figure
    without a period joins those of its story, one without a counterparty those of the only one that is named, one
    without a subject those of the only subject of its story where the counterparty is the same or nothing speaks
    against it.
    Where a source gives several values that exclude each other, or the measure is too wide to compare, only
    equal and compatible figures stand together, so that none of them contradicts another by chance. Exact
    copies of articles give no figures. A claim's id is a hash of what makes it and of its first figure.
    """
    groups = adopted(grouped(quantities, articles), rules.loose)
    copies = Copies(reuse)
    claims: list[dict[str, Any]] = []
    mentions: list[dict[str, Any]] = []
    wide = rules.loose
    for key in sorted(groups, key=lambda key: tuple(str(part) for part in key)):
        for counterparty, rows in _by_counterparty(groups[key]):
            tolerance = rules.tolerance_of(key.measure)
            for part in parts_of(rows, tolerance, key.subject is None or key.measure in wide or key.kind == "date"):
                claim = _claim(key, counterparty, part)
                claims.append(claim | _judged(part, tolerance, copies))
                mentions += [
                    {
                        "claim_id": claim["claim_id"],
                        "quantity_id": row.mention.quantity_id,
                        "source": row.mention.source,
                    }
                    for row in part
                ]
    return table("claims", claims), table("claim_mentions", mentions)


def judge(
    claims: pd.DataFrame,
    mentions: pd.DataFrame,
    quantities: pd.DataFrame,
    reuse: pd.DataFrame,
    rules: QuantityRules,
) -> pd.DataFrame:
    """The claims that have one of these mentions, judged by these mentions alone; order and ids are kept."""
    by_id = {row["quantity_id"]: row for row in quantities.to_dict("records")}
    rows: dict[str, list[Row]] = defaultdict(list)
    for claim_id, quantity_id, source in zip(
        mentions["claim_id"], mentions["quantity_id"], mentions["source"], strict=True
    ):
        if quantity_id in by_id:
            rows[claim_id].append(row_of(by_id[quantity_id], source, None))
    copies = Copies(reuse)
    judged = [
        claim | _judged(rows[claim["claim_id"]], rules.tolerance_of(claim["measure"]), copies)
        for claim in claims.to_dict("records")
        if claim["claim_id"] in rows
    ]
    return table("claims", judged)


def _by_counterparty(rows: list[Row]) -> Iterable[tuple[str | None, list[Row]]]:
    """The rows of each counterparty; those without one join the only one there is."""
    named = sorted({row.counterparty for row in rows if row.counterparty is not None})
    if len(named) <= 1:
        yield (named[0] if named else None), rows
        return
    for name in [None, *named]:
        part = [row for row in rows if row.counterparty == name]
        if part:
            yield name, part


def _claim(key: Key, counterparty: str | None, rows: list[Row]) -> dict[str, Any]:
    stories, first = sorted({row.story for row in rows if row.story}), min(row.mention.quantity_id for row in rows)
    return {
        "claim_id": "c" + sha256("|".join(str(part) for part in (*key, counterparty, first)).encode()).hexdigest()[:12],
        "measure": key.measure,
        "subject": key.subject,
        "counterparty": counterparty,
        "kind": key.kind,
        "unit": key.unit,
        "period": key.period,
        "story_id": stories[0] if len(stories) == 1 else None,
    }


def _judged(rows: list[Row], tolerance: float, copies: Copies) -> dict[str, Any]:
    by_source: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_source[row.mention.source].append(row)
    verdict: Verdict = "single"
    if len(by_source) > 1:
        verdict = "agree"
        for a, b in combinations(sorted(by_source), 2):
            verdict = worse(verdict, _between(by_source[a], by_source[b], tolerance))
    lows = [end for row in rows for end in (row.mention.value, row.mention.low) if end is not None]
    highs = [end for row in rows for end in (row.mention.value, row.mention.high) if end is not None]
    return {
        "verdict": verdict,
        "low": min(lows, default=None),
        "high": max(highs or lows, default=None),
        "n_sources": len(by_source),
        "n_origins": copies.origins(by_source),
    }


def _between(rows: list[Row], others: list[Row], tolerance: float) -> Verdict:
    """The verdict on two sources: of all their figures the two that go together best."""
    verdict: Verdict = "contradict"
    for one, other in product(distinct(rows), distinct(others)):
        verdict = better(verdict, compare(one, other, tolerance))
    return verdict
