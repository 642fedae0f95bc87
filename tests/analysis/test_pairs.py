"""Two articles side by side."""

from __future__ import annotations

from dashboard.analysis.pairs import article_pairs, paired_passages
from tests.tiny import FIL, GAZETTE, RADIO, TEXTS, tiny_analysis


def test_pairs_that_share_most_come_first() -> None:
    rows = article_pairs(tiny_analysis())
    found = [(row.a_article, row.b_article, row.n_passages, row.n_words) for row in rows.itertuples()]
    assert found == [(FIL, GAZETTE, 2, 9), (FIL, RADIO, 1, 9), (GAZETTE, RADIO, 1, 6)]
    assert list(rows["source_a"]) == ["Le Fil", "Le Fil", "La Gazette"]


def test_passages_are_numbered_in_the_order_of_the_first_article() -> None:
    found = paired_passages(tiny_analysis(), FIL, GAZETTE)
    assert [(one.number, one.kind, one.n_words) for one in found] == [(1, "edited", 9), (2, "short", 6)]


def test_the_edit_is_marked_on_both_sides() -> None:
    first = paired_passages(tiny_analysis(), FIL, GAZETTE)[0]
    assert [TEXTS[FIL][start:end] for start, end in first.edits_a] == ["le"]
    assert [TEXTS[GAZETTE][start:end] for start, end in first.edits_b] == ["ce"]


def test_the_other_way_round_the_sides_change_places() -> None:
    straight = paired_passages(tiny_analysis(), FIL, RADIO)[0]
    turned = paired_passages(tiny_analysis(), RADIO, FIL)[0]
    assert (straight.a, straight.b) == (turned.b, turned.a)
    assert TEXTS[RADIO][slice(*turned.a)] == TEXTS[FIL][slice(*turned.b)]


def test_articles_that_share_nothing() -> None:
    assert paired_passages(tiny_analysis(), FIL, "musee.txt") == []
