"""The ledger and the sheet of claims, on the tiny analysis."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.analysis import ledger
from dashboard.tables import Analysis, empty
from tests.tiny import FIL, GAZETTE, tiny_analysis

RANKED = ["c-layoffs", "c-investment", "c-staff", "c-sale_price", "c-visitors", "c-recycled_share"]


def ranked(analysis: Analysis) -> pd.DataFrame:
    return ledger.ranked_claims(analysis.claims, analysis.claim_mentions)


def with_figures(*changes: tuple[str, dict[str, object]]) -> Analysis:
    """The tiny analysis with columns of some figures changed, by quantity_id."""
    analysis = tiny_analysis()
    quantities = analysis.quantities.copy()
    for quantity_id, columns in changes:
        for column, value in columns.items():
            quantities.loc[quantities["quantity_id"] == quantity_id, column] = value
    return analysis.with_tables(quantities=quantities)


def test_contradictions_come_first_then_most_sources() -> None:
    rows = ranked(tiny_analysis())
    assert list(rows["claim_id"]) == RANKED
    assert list(rows["n_mentions"]) == [4, 3, 2, 1, 1, 1]


def test_the_order_of_rows_changes_nothing() -> None:
    analysis = tiny_analysis()
    turned = ledger.ranked_claims(analysis.claims.iloc[::-1], analysis.claim_mentions.iloc[::-1])
    assert list(turned["claim_id"]) == RANKED


def test_by_subject_keeps_a_subject_together_the_first_one_first() -> None:
    rows = ledger.by_subject(ranked(tiny_analysis()))
    assert list(rows["subject"]) == ["Alba"] * 4 + ["Norvia", "musée de Lens"]
    assert list(rows["claim_id"])[:2] == ["c-layoffs", "c-staff"]


def test_a_cell_holds_each_figure_once_the_most_certain_first() -> None:
    analysis = tiny_analysis()
    rows = ledger.cells(analysis.claims, analysis.claim_mentions, analysis.quantities)
    fil = rows[(rows["claim_id"] == "c-layoffs") & (rows["source"] == "Le Fil")]
    assert list(zip(fil["surface"], fil["mark"], fil["n_same"], strict=True)) == [("120 postes", "affirmed", 2)]


def test_a_source_that_gives_two_numbers_has_two_lines() -> None:
    analysis = with_figures((f"{FIL}:q14", {"certainty": "rumour", "value": 130.0}))
    rows = ledger.cells(analysis.claims, analysis.claim_mentions, analysis.quantities)
    fil = rows[(rows["claim_id"] == "c-layoffs") & (rows["source"] == "Le Fil")]
    assert list(zip(fil["value"], fil["mark"], strict=True)) == [(120.0, "affirmed"), (130.0, "hedged")]


MARKS = [("confirmed", "affirmed"), ("denied", "denied"), ("rumour", "hedged"), ("projected", "hedged"),
         ("attributed", "hedged"), ("conditional", "hedged")]  # fmt: skip


@pytest.mark.parametrize(("certainty", "mark"), MARKS)
def test_marks(certainty: str, mark: str) -> None:
    assert ledger.MARKS[certainty] == mark


def test_the_ledger_has_every_figure_and_its_claim() -> None:
    analysis = tiny_analysis()
    rows = ledger.ledger(analysis)
    assert sorted(rows["quantity_id"]) == sorted(analysis.quantities["quantity_id"])
    assert list(rows["claim_id"])[:4] == ["c-layoffs"] * 4
    assert list(rows["source"])[:4] == ["La Gazette", "La Gazette", "Le Fil", "Le Fil"]
    assert set(rows.loc[rows["claim_id"] == "c-sale_price", "verdict"]) == {"single"}


def test_the_ledger_is_narrowed_figure_by_figure() -> None:
    analysis = tiny_analysis()
    rows = ledger.ledger(analysis)

    def kept(**chosen: tuple[str, ...]) -> set[str]:
        return set(ledger.narrowed_figures(rows, analysis.claims, chosen)["quantity_id"])

    every = set(rows["quantity_id"])
    assert kept() == kept(kind=()) == every
    for column, value in (("kind", "money"), ("certainty", "denied"), ("verdict", "contradict")):
        assert kept(**{column: (value,)}) == set(rows.loc[rows[column] == value, "quantity_id"]) < every
    assert kept(kind=("money",), certainty=("denied",)) == kept(kind=("money",)) & kept(certainty=("denied",))


def test_a_figure_has_the_subject_of_its_claim() -> None:
    analysis = with_figures((f"{FIL}:q14", {"subject": None}))
    rows = ledger.ledger(analysis)
    (claim,) = rows.loc[rows["quantity_id"] == f"{FIL}:q14", "claim_id"]
    subject = str(analysis.claims.set_index("claim_id")["subject"][claim])
    kept = ledger.narrowed_figures(rows, analysis.claims, {"subject": (subject,)})
    assert f"{FIL}:q14" in set(kept["quantity_id"])


def test_figures_without_a_claim_come_last() -> None:
    analysis = tiny_analysis()
    mentions = analysis.claim_mentions[analysis.claim_mentions["claim_id"] != "c-layoffs"]
    rows = ledger.ledger(analysis.with_tables(claim_mentions=mentions))
    assert rows["claim_id"].isna().sum() == 4
    assert list(rows["surface"])[-4:] == ["150 départs", "150 postes", "120 postes", "120 postes"]


def test_mentions_of_a_claim() -> None:
    rows = ledger.mentions_of(tiny_analysis(), "c-investment")
    assert list(zip(rows["source"], rows["mark"], strict=True)) == [
        ("La Gazette", "hedged"),
        ("Le Fil", "affirmed"),
        ("Radio Sud", "affirmed"),
    ]


CHOICES = [
    ({"verdict": ("contradict",)}, {"c-layoffs"}),
    ({"kind": ("money",)}, {"c-investment", "c-sale_price"}),
    ({"subject": ("Norvia", "musée de Lens")}, {"c-investment", "c-visitors"}),
    ({"measure": ("staff",), "verdict": ("agree",)}, {"c-staff"}),
    ({"certainty": ("denied",)}, {"c-sale_price"}),
    ({"certainty": ("denied",), "kind": ("people",)}, set()),
    ({}, set(RANKED)),
]


@pytest.mark.parametrize(("chosen", "kept"), CHOICES)
def test_narrowed(chosen: dict[str, tuple[str, ...]], kept: set[str]) -> None:
    assert set(ledger.narrowed(tiny_analysis(), chosen)["claim_id"]) == kept


def test_numbers_apart_are_the_differing_ones_lowest_first() -> None:
    analysis = tiny_analysis()
    rows = ledger.numbers_apart(ledger.cells(analysis.claims, analysis.claim_mentions, analysis.quantities))
    found = {claim: list(group["value"]) for claim, group in rows.groupby("claim_id")}
    assert found["c-layoffs"] == [120.0, 150.0]
    assert found["c-investment"] == [30e6, 31e6]
    assert found["c-staff"] == [900.0]


def test_no_claims_no_rows() -> None:
    analysis = tiny_analysis().with_tables(claims=empty("claims"), claim_mentions=empty("claim_mentions"))
    assert ranked(analysis).empty
    assert ledger.cells(analysis.claims, analysis.claim_mentions, analysis.quantities).empty
    assert len(ledger.ledger(analysis)) == 12


def test_nothing_is_written_to_the_tables() -> None:
    analysis = tiny_analysis()
    before = {name: frame.copy() for name, frame in analysis.tables().items()}
    ledger.ledger(analysis)
    ledger.mentions_of(analysis, "c-layoffs")
    ledger.narrowed(analysis, {"certainty": ("denied",)})
    for name, frame in analysis.tables().items():
        pd.testing.assert_frame_equal(frame, before[name])
    assert GAZETTE in set(analysis.articles["article_id"])
