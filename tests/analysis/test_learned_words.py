"""The words whose learned weights speak for a theme: counted, looked up, and those that tell most."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.analysis.learned_words import n_speaking, telling_words, weighs
from dashboard.config.themes import Theme
from tests.analysis.documents import CONFIG as PROJECT
from tests.analysis.documents import read
from tests.learned import few_learned

CONFIG = replace(PROJECT, learned=few_learned(PROJECT.themes))
LABOUR = Theme("labour", ("grève",), (), (), (), (), "Travail", "Labour", "#112233", learned=("labour",))
TEXTS = {
    "a": "L’usine du port ferme, la ville proteste.\nDes usines ouvrent, des postes aussi.",
    "b": "Le câble casse.\nUne usine brûle.",
}
DOCUMENTS = tuple(read(text, name) for name, text in TEXTS.items())
IDS = [passage.passage_id for document in DOCUMENTS for passage in document.passages]


@pytest.mark.parametrize(
    ("changes", "n"),
    [
        ({}, 2),
        ({"learned": ()}, 0),
        ({"struck": ("usines",)}, 1),
        ({"learned": ("labour", "cloud")}, 4),
        ({"learned": ("cloud",), "struck": ("ADN",)}, 1),
    ],
)
def test_words_that_speak_for_a_theme_are_counted(changes: dict[str, tuple[str, ...]], n: int) -> None:
    assert n_speaking(replace(LABOUR, **changes), CONFIG) == n  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "wanted"), [("usine", True), ("Usines", True), ("ville", True), ("câble", False), ("phare", False)]
)
def test_a_word_is_looked_up_in_any_form(word: str, wanted: bool) -> None:
    assert weighs(LABOUR, word, CONFIG) is wanted


def test_a_struck_word_weighs_only_where_struck_ones_are_asked_for() -> None:
    struck = replace(LABOUR, struck=("usine",))
    assert not weighs(struck, "usine", CONFIG) and weighs(struck, "usine", CONFIG, struck=True)
    assert not weighs(replace(struck, struck=("phare",)), "phare", CONFIG, struck=True)


def test_the_words_that_tell_most_come_first_with_all_their_passages() -> None:
    assert telling_words(DOCUMENTS, LABOUR, IDS[:2], CONFIG, 9) == [("usine", 3), ("poste", 1)]
    assert telling_words(DOCUMENTS, LABOUR, IDS[:2], CONFIG, 1) == [("usine", 3)]
    assert telling_words(DOCUMENTS, LABOUR, IDS[2:3], CONFIG, 9) == []


@pytest.mark.parametrize("entry", ["usine", "usines", "usin*"])
def test_words_of_the_lists_are_left_out(entry: str) -> None:
    listed = replace(LABOUR, weak=(entry, "poste + port"))
    assert telling_words(DOCUMENTS, listed, IDS, CONFIG, 9) == [("poste", 1)]


def test_struck_words_are_left_out() -> None:
    assert telling_words(DOCUMENTS, replace(LABOUR, struck=("usine",)), IDS, CONFIG, 9) == [("poste", 1)]
