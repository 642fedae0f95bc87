"""The tiny analysis keeps the table contract and says what its docstring says."""

from __future__ import annotations

import pytest

from dashboard.tables import TABLES, check_table
from tests.tiny import FIL, GAZETTE, MUSEUM, RADIO, TEXTS, tiny_analysis


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_rows_and_keeps_its_contract(name: str) -> None:
    frame = tiny_analysis().tables()[name]
    check_table(name, frame)
    assert len(frame) > 0


def test_spans_stand_where_they_say() -> None:
    for name, frame in tiny_analysis().tables().items():
        if not {"start", "surface"} <= set(frame.columns):
            continue
        for row in frame.itertuples():
            assert TEXTS[row.article_id][row.start : row.end] == row.surface, name


def test_every_id_is_known() -> None:
    analysis = tiny_analysis()
    passages, figures = set(analysis.passages.passage_id), set(analysis.quantities.quantity_id)
    for name, frame in analysis.tables().items():
        if "passage_id" in frame.columns:
            assert set(frame.passage_id) <= passages, name
    assert set(analysis.claim_mentions.quantity_id) == figures
    assert set(analysis.claim_mentions.claim_id) == set(analysis.claims.claim_id)
    assert set(analysis.passage_topics.topic_id) == set(analysis.topics.topic_id)


def test_counts_by_hand() -> None:
    analysis = tiny_analysis()
    words = dict(zip(analysis.articles.article_id, analysis.articles.n_words, strict=True))
    assert words == {FIL: 52, GAZETTE: 49, MUSEUM: 24, RADIO: 32}
    assert analysis.passages.groupby("role").size().to_dict() == {"boilerplate": 1, "body": 7, "heading": 3}
    assert analysis.claims.groupby("verdict").size().to_dict() == {
        "agree": 1,
        "compatible": 1,
        "contradict": 1,
        "single": 3,
    }
    alba = analysis.terms[analysis.terms.lemma == "alba"]
    assert dict(zip(alba.article_id, alba["count"], strict=True)) == {FIL: 2, GAZETTE: 1, RADIO: 1}


def test_overlap_by_hand() -> None:
    rows = {(row.source_a, row.source_b): row for row in tiny_analysis().source_overlap.itertuples()}
    assert len(rows) == 6
    assert rows["Le Fil", "La Gazette"].containment == 9 / 52
    assert rows["Le Fil", "La Gazette"].containment_unquoted == 0
    assert rows["La Gazette", "Le Fil"].containment == 9 / 73
    assert rows["Radio Sud", "Le Fil"].containment == 9 / 32
    assert rows["Radio Sud", "Le Fil"].containment_unquoted == 9 / 21
    assert rows["La Gazette", "Radio Sud"].n_words == 0
