"""A reader's corrections: tied to words, applied on top, nothing hidden, undone by leaving them out."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.analysis.corrections import (
    Anchor,
    Correction,
    anchor_of,
    correct,
    from_record,
    to_record,
    with_correction,
)
from dashboard.config import load_config
from dashboard.tables import Analysis
from tests.tiny import FIL, GAZETTE, RADIO, tiny_analysis

RULES = load_config().quantities


def figure(analysis: Analysis, article_id: str, surface: str, nth: int = 0) -> Anchor:
    rows = analysis.quantities
    rows = rows[(rows["article_id"] == article_id) & (rows["surface"] == surface)]
    return anchor_of(list(rows.itertuples())[nth])


def verdict_of(analysis: Analysis, measure: str) -> list[tuple[str, int]]:
    claims = analysis.claims[analysis.claims["measure"] == measure]
    return sorted(zip(claims["verdict"], claims["n_sources"], strict=True))


def test_a_rejected_figure_stays_in_the_ledger_and_leaves_its_claim() -> None:
    analysis = tiny_analysis()
    wrong = [
        Correction(figure(analysis, GAZETTE, surface), "reject", note="a guess")
        for surface in ("150 départs", "150 postes")
    ]
    made = correct(analysis, wrong, RULES)
    assert verdict_of(made.analysis, "layoffs") == [("single", 1)]
    assert len(made.analysis.quantities) == len(analysis.quantities)
    assert [len(marks) for marks in made.marks.values()] == [1, 1]
    assert made.lost == ()


def test_a_measure_that_is_set_moves_the_figure_to_its_claim() -> None:
    analysis = tiny_analysis()
    anchor = figure(analysis, RADIO, "900 salariés")
    made = correct(analysis, [Correction(anchor, "set", measure="layoffs")], RULES)
    assert verdict_of(made.analysis, "staff") == [("single", 1)]
    assert ("contradict", 3) in verdict_of(made.analysis, "layoffs")


def test_split_and_join_are_each_others_inverse() -> None:
    analysis = tiny_analysis()
    anchor, target = figure(analysis, RADIO, "900 salariés"), figure(analysis, FIL, "900 salariés")
    apart = correct(analysis, [Correction(anchor, "split", label="site of Lens")], RULES)
    assert verdict_of(apart.analysis, "staff") == [("single", 1), ("single", 1)]
    both = with_correction([Correction(anchor, "split")], Correction(anchor, "join", target=target))
    assert [correction.action for correction in both] == ["join"]
    assert verdict_of(correct(analysis, both, RULES).analysis, "staff") == [("agree", 2)]


def test_nothing_corrected_is_the_analysis_itself_and_the_input_is_never_written_to() -> None:
    analysis = tiny_analysis()
    assert correct(analysis, [], RULES).analysis is analysis
    before = {name: frame.copy() for name, frame in analysis.tables().items()}
    correct(analysis, [Correction(figure(analysis, FIL, "120 postes"), "set", subject="Norvia")], RULES)
    for name, frame in analysis.tables().items():
        pd.testing.assert_frame_equal(frame, before[name])


@pytest.mark.parametrize(
    ("anchor", "lost"),
    [
        (Anchor(RADIO, 3, "900 salariés"), False),  # moved, but the words stand there once
        (Anchor(FIL, 3, "120 postes"), True),  # moved, and the words stand there twice
        (Anchor("gone.txt", 3, "900 salariés"), True),
    ],
)
def test_a_correction_finds_its_words_again_or_says_that_it_is_lost(anchor: Anchor, lost: bool) -> None:
    made = correct(tiny_analysis(), [Correction(anchor, "reject")], RULES)
    assert bool(made.lost) is lost
    assert bool(made.marks) is not lost


def test_a_correction_reads_back_from_its_record() -> None:
    one = Correction(Anchor("a", 1, "x"), "join", target=Anchor("b", 2, "y"), note="same plan")
    other = Correction(Anchor("a", 1, "x"), "set", measure="", subject="S")
    assert from_record(to_record(one)) == one
    assert from_record(to_record(other)) == other


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ([], "expected an object"),
        ({"action": "delete"}, "action 'delete' is none of reject, set, split, join"),
        ({"action": "reject", "article_id": "a", "start": "1", "surface": "x"}, "start as a whole number"),
        ({"action": "reject", "article_id": "a", "start": 1, "surface": "x", "why": "y"}, "unknown key 'why'"),
        ({"action": "reject", "article_id": "a", "start": 1, "surface": "x", "note": 3}, "note 3 is no text"),
    ],
)
def test_a_bad_record_is_refused_by_name(record: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        from_record(record)
