"""Numbers of one claim on a scale of their own, for the claims whose numbers spread."""

from __future__ import annotations

import pandas as pd

from dashboard.analysis.ledger import MARKS

#: Room left at both ends of the scale, in shares of its length; an open end reaches into it.
MARGIN = 0.1


def strips(claims: pd.DataFrame, mentions: pd.DataFrame, quantities: pd.DataFrame) -> pd.DataFrame:
    """One row a claim, source and number, for the claims with at least two numbers that differ.

    ``at`` is the number's place from 0 to 1 on the claim's own scale, NaN for a range; ``left`` and ``right``
    are the ends of its bar, equal for an exact number, 0 or 1 where a bound leaves the end open. ``gap`` is how
    far the claim's highest value lies above its lowest, in shares of the lowest; NaN if that is 0 or less. The
    other columns are the quantity's and the claim's verdict.
    """
    kept = claims[["claim_id", "verdict"]].merge(mentions, on="claim_id").merge(quantities, on="quantity_id")
    kept = kept[(kept["kind"] != "date") & kept[["value", "min", "max"]].notna().any(axis=1)]
    low = kept["value"].fillna(kept["min"]).fillna(kept["max"])
    high = kept["value"].fillna(kept["max"]).fillna(kept["min"])
    kept = kept.assign(mark=kept["certainty"].map(dict(MARKS)), low=low, high=high)
    groups = kept.groupby("claim_id")
    bottom, top = groups["low"].transform("min"), groups["high"].transform("max")
    spread = kept.assign(bottom=bottom, top=top)[top > bottom]
    spread = spread.sort_values(["claim_id", "source", "start"])
    spread = spread.drop_duplicates(["claim_id", "source", "low", "high", "bound", "mark"])
    return _placed(spread).drop(columns=["bottom", "top"]).reset_index(drop=True)


def _placed(rows: pd.DataFrame) -> pd.DataFrame:
    length = (rows["top"] - rows["bottom"]) / (1 - 2 * MARGIN)
    left = MARGIN + (rows["low"] - rows["bottom"]) / length
    right = MARGIN + (rows["high"] - rows["bottom"]) / length
    open_right = (rows["bound"] == "more_than") | (rows["value"].isna() & rows["max"].isna())
    open_left = rows["bound"].isin(["less_than", "up_to"]) | (rows["value"].isna() & rows["min"].isna())
    values = rows.groupby("claim_id")["value"]
    least, most = values.transform("min"), values.transform("max")
    gap = (most - least) / least.where(least > 0)
    return rows.assign(
        at=left.where(rows["value"].notna()),
        left=left.mask(open_left & ~open_right, 0.0),
        right=right.mask(open_right, 1.0),
        gap=gap,
    )
