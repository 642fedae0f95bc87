"""Numbers on a claim's own scale."""

from __future__ import annotations

import pytest

from dashboard.analysis.strips import strips
from dashboard.tables import Analysis
from tests.analysis.test_ledger import with_figures
from tests.tiny import FIL, GAZETTE, tiny_analysis


def places(analysis: Analysis, claim_id: str) -> list[tuple[str, float, float, float]]:
    rows = strips(analysis.claims, analysis.claim_mentions, analysis.quantities)
    kept = rows[rows["claim_id"] == claim_id]
    return [(row.source, row.at, row.left, row.right) for row in kept.itertuples()]


def test_only_claims_whose_numbers_spread_have_a_strip() -> None:
    analysis = tiny_analysis()
    rows = strips(analysis.claims, analysis.claim_mentions, analysis.quantities)
    assert set(rows["claim_id"]) == {"c-layoffs", "c-investment"}


def test_lowest_and_highest_stand_at_the_ends() -> None:
    assert places(tiny_analysis(), "c-layoffs") == [
        ("La Gazette", pytest.approx(0.9), pytest.approx(0.9), pytest.approx(0.9)),
        ("Le Fil", pytest.approx(0.1), pytest.approx(0.1), pytest.approx(0.1)),
    ]


def test_the_gap_is_a_share_of_the_lowest_value() -> None:
    analysis = tiny_analysis()
    rows = strips(analysis.claims, analysis.claim_mentions, analysis.quantities)
    assert rows.set_index("claim_id")["gap"].to_dict() == {
        "c-layoffs": pytest.approx(0.25),
        "c-investment": pytest.approx(1 / 30),
    }


def test_a_range_is_a_bar_without_a_mark() -> None:
    changed = {"value": None, "min": 130.0, "max": 160.0}
    analysis = with_figures(*((quantity, changed) for quantity in _gazette(tiny_analysis())))
    found = [row for row in places(analysis, "c-layoffs") if row[0] == "La Gazette"]
    ((_, at, left, right),) = found
    assert at != at
    assert (left, right) == (pytest.approx(0.1 + 0.8 * 10 / 40), pytest.approx(0.9))


def test_open_ends_reach_the_edge() -> None:
    more = with_figures(*((quantity, {"bound": "more_than"}) for quantity in _gazette(tiny_analysis())))
    assert [row[2:] for row in places(more, "c-layoffs") if row[0] == "La Gazette"] == [(pytest.approx(0.9), 1.0)]
    less = with_figures(*((quantity, {"bound": "up_to"}) for quantity in _gazette(tiny_analysis())))
    assert [row[2:] for row in places(less, "c-layoffs") if row[0] == "La Gazette"] == [(0.0, pytest.approx(0.9))]


def test_dates_have_no_strip() -> None:
    analysis = with_figures(
        (f"{FIL}:q14", {"kind": "date"}), *((q, {"kind": "date"}) for q in _gazette(tiny_analysis()))
    )
    assert places(analysis, "c-layoffs") == []


def _gazette(analysis: Analysis) -> list[str]:
    rows = analysis.quantities
    return list(rows.loc[(rows["article_id"] == GAZETTE) & (rows["measure"] == "layoffs"), "quantity_id"])
