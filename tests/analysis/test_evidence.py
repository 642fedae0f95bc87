"""The passages behind a mark, on the tiny corpus."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.evidence import (
    name_passages,
    period_passages,
    spans_of,
    term_passages,
    terms_of_passages,
    theme_passages,
    topic_passages,
)
from dashboard.tables import Analysis, empty
from tests.tiny import FIL, GAZETTE, RADIO, TEXTS, tiny_analysis


def _printed(article_id: str, evidence: str) -> list[str]:
    return [TEXTS[article_id][start:end] for start, end in spans_of(evidence)]


def test_the_passages_of_a_theme_main_ones_first() -> None:
    rows = theme_passages(tiny_analysis(), "labour")
    assert list(rows["article_id"]) == [GAZETTE, RADIO, FIL]
    assert list(rows["score"]) == [0.5, 0.5, 0.4]
    assert _printed(FIL, rows["evidence"].iloc[2]) == ["emploie 900 salariés"]
    layoffs = theme_passages(tiny_analysis(), "layoffs")
    assert list(layoffs["score"]) == [0.9, 0.9, 0.8, 0.7]
    assert layoffs["main"].all()


def test_of_one_source_alone() -> None:
    rows = theme_passages(tiny_analysis(), "layoffs", "La Gazette")
    assert set(rows["article_id"]) == {GAZETTE}
    assert len(rows) == 2


def test_no_theme_stands_for_passages_without_one() -> None:
    (row,) = theme_passages(tiny_analysis(), "").itertuples()
    assert (row.article_id, row.score, row.evidence) == (RADIO, 0.0, "")


def test_of_one_period() -> None:
    analysis = tiny_analysis()
    assert set(period_passages(analysis, "layoffs", "2024-03-05")["article_id"]) == {GAZETTE}
    assert len(period_passages(analysis, "layoffs", "2024-03")) == 4


def test_the_passages_of_a_topic() -> None:
    rows = topic_passages(tiny_analysis(), "f1")
    assert list(rows["article_id"]) == [FIL, GAZETTE, RADIO]
    assert topic_passages(tiny_analysis(), "unknown").empty


def test_names_and_terms_mark_every_mention() -> None:
    analysis = tiny_analysis()
    names = name_passages(analysis, "Claire Morel", "Radio Sud")
    assert _printed(RADIO, names["evidence"].item()) == ["Claire Morel"]
    terms = term_passages(analysis, "poste")
    assert len(terms) == 3
    assert {word for row in terms.itertuples() for word in _printed(row.article_id, row.evidence)} == {"postes"}


def test_empty_tables_give_no_passage() -> None:
    nothing = Analysis(**{name: empty(name) for name in tiny_analysis().tables()})
    assert theme_passages(nothing, "layoffs").empty
    assert topic_passages(nothing, "f1").empty
    assert name_passages(nothing, "Alba").empty
    assert term_passages(nothing, "alba").empty


@pytest.mark.parametrize(("evidence", "spans"), [("", []), ("3-7", [(3, 7)]), ("3-7;9-12", [(3, 7), (9, 12)])])
def test_spans(evidence: str, spans: list[tuple[int, int]]) -> None:
    assert spans_of(evidence) == spans


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), max_size=5))
def test_spans_come_back_as_written(spans: list[tuple[int, int]]) -> None:
    assert spans_of(";".join(f"{start}-{end}" for start, end in spans)) == spans


def test_the_terms_of_passages() -> None:
    analysis = tiny_analysis()
    rows = theme_passages(analysis, "society")
    found = terms_of_passages(analysis, rows["passage_id"], 9)
    assert found[["term", "count"]].values.tolist() == [["musée", 2], ["visiteurs", 1]]
    assert terms_of_passages(analysis, rows["passage_id"], 1)["term"].tolist() == ["musée"]
    assert terms_of_passages(analysis, rows["passage_id"][:0], 9).empty
    # Of one source alone: what stands in its passages and no more often elsewhere is left out.
    own = theme_passages(analysis, "layoffs", "Le Fil")
    counts = terms_of_passages(analysis, own["passage_id"], 9).set_index("lemma")["count"]
    assert counts["poste"] == 2 and "usine" not in counts.index


def test_without_other_passages_the_terms_with_several_mentions_are_told() -> None:
    analysis = tiny_analysis()
    everything = analysis.passages["passage_id"]
    told = terms_of_passages(analysis, everything, 99)
    assert told["count"].tolist() == [4, 3, 3, 3, 3, 3, 3, 2, 2]
    light = analysis.terms.assign(tfidf=analysis.terms["tfidf"].mask(analysis.terms["lemma"] == "poste", 0.05))
    assert "poste" not in set(terms_of_passages(analysis.with_tables(terms=light), everything, 99)["lemma"])
