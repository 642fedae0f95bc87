"""Sentences around figures."""

from __future__ import annotations

from dashboard.analysis import contexts
from tests.tiny import FIL, TEXTS, tiny_analysis

TEXT = "Le site ferme. Il emploie 90 personnes, dit-on. La suite en mai."


def test_the_sentence_that_holds_the_place() -> None:
    at = TEXT.index("90")
    start, end = contexts.sentence_around(TEXT, (0, len(TEXT)), (at, at + 2))
    assert TEXT[start:end] == "Il emploie 90 personnes, dit-on."


def test_a_place_over_two_sentences_has_both() -> None:
    start, end = contexts.sentence_around(TEXT, (0, len(TEXT)), (3, 20))
    assert TEXT[start:end] == "Le site ferme. Il emploie 90 personnes, dit-on."


def test_sentences_of_figures_are_one_line_and_hold_the_surface() -> None:
    analysis = tiny_analysis()
    found = contexts.sentence_texts(analysis, analysis.quantities)
    assert all(surface in text for surface, text in zip(analysis.quantities["surface"], found, strict=True))
    assert found[0] == "Alba supprime 120 postes"


def test_figures_of_one_sentence_share_a_context() -> None:
    analysis = tiny_analysis()
    rows = analysis.quantities[analysis.quantities["article_id"] == FIL]
    found = contexts.contexts(analysis, rows)
    texts = [TEXTS[FIL][one.start : one.end] for one in found]
    assert texts[1].startswith("La verrerie Alba") and texts[1].endswith("a annoncé sa direction.")
    assert [len(one.places) for one in found] == [1, 2, 1, 1]
