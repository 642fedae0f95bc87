"""The words whose learned weights speak for a theme: counted, looked up, and those that tell most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from dashboard.analysis.learned_words import n_speaking, telling_words, weighs
from dashboard.config import Config
from dashboard.config.themes import Theme
from tests.analysis.documents import CONFIG as PROJECT
from tests.analysis.documents import read
from tests.learned import few_learned

CONFIG = replace(PROJECT, learned=few_learned(PROJECT.themes))
LABOUR = Theme("labour", ("grève",), (), (), (), (), "Travail", "Labour", "#112233", learned=("labour",))


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


def speaking(**weights: float) -> Config:
    """The configuration with learned words that speak so much for labour and are all as rare."""
    words = tuple(sorted(weights))
    table = np.array([[weights[word], 0.0] for word in words], dtype=np.float32)
    learned = replace(CONFIG.learned, words=words, rarity=np.ones(len(words), dtype=np.float32), weights=table)
    return replace(CONFIG, learned=learned)


def told(
    config: Config, texts: Sequence[str], with_theme: Sequence[str], theme: Theme = LABOUR
) -> list[tuple[str, int]]:
    """The telling words of articles whose passages that hold one of these words have the theme."""
    documents = tuple(read(text, f"t{place}") for place, text in enumerate(texts))
    passages = [passage for document in documents for passage in document.passages]
    whole = {document.article.article_id: document.article.text for document in documents}
    given = {
        one.passage_id
        for one in passages
        if any(word in whole[one.article_id][one.start : one.end] for word in with_theme)
    }
    return telling_words(documents, theme, given, config, 9)


PLANTS = [
    "L’usine du port ferme.\nLe vent se lève.",
    "Une usine et un atelier brûlent.\nLa mer monte.",
    "Un atelier rouvre.",
]


def test_the_words_that_tell_most_come_first_with_all_their_passages() -> None:
    config = speaking(usine=9.0, atelier=6.0, mer=8.0)
    assert told(config, PLANTS, ["usine", "atelier"]) == [("usine", 2), ("atelier", 2)]
    assert told(config, [*PLANTS, "La mer et l’usine."], ["usine"])[0] == ("usine", 3)
    assert told(config, PLANTS, ["vent"]) == []


@pytest.mark.parametrize(
    ("texts", "with_theme", "why"),
    [
        (["Une usine.\nUne usine.", "Un port.", "Un quai."], ["usine"], "one article alone"),
        (["Une usine.", "Un port.", "Un quai."], ["usine"], "one passage alone"),
        (
            ["Une usine rouge.", "Une usine rouge.", *["Une usine."] * 3, "Un port."],
            ["rouge"],
            "most without the theme",
        ),
        ([*["Une usine."] * 6, *["Une grue."] * 6, *["Un port."] * 3], ["usine", "grue"], "no more than chance"),
        (["Il usine.", "Elle usine tout.", "Un port."], ["usine"], "a verb's form"),
    ],
)
def test_a_word_that_nobody_would_believe_is_left_out(texts: list[str], with_theme: list[str], why: str) -> None:
    assert told(speaking(usine=9.0), texts, with_theme) == [], why


@pytest.mark.parametrize("word", ["fermer", "injecté", "dr", "année"])
def test_verbs_participles_and_words_of_any_subject_are_left_out(word: str) -> None:
    texts = [f"Les {word} de l’usine.", f"Les {word} de l’usine.", "Le port."]
    assert told(speaking(**{word: 9.0, "usine": 9.0}), texts, ["usine"]) == [("usine", 2)]


def test_a_weak_word_and_a_part_of_a_name_are_left_out() -> None:
    texts = ["La grue de l’Usine Nouvelle.", "La grue de l’Usine Nouvelle.", "Le port."]
    assert told(speaking(Usine=9.0, grue=3.9), texts, ["grue"]) == []


def test_where_there_are_many_passages_a_word_stands_in_three() -> None:
    many = ["\n".join(["Le vent souffle sur le port."] * 301)]
    config = speaking(usine=9.0)
    assert told(config, ["Une usine.", "Une usine.", *many], ["usine"]) == []
    assert told(config, ["Une usine.", "Une usine.", "Une usine.", *many], ["usine"]) == [("usine", 3)]


@pytest.mark.parametrize("entry", ["usine", "usines", "usin*"])
def test_words_of_the_lists_are_left_out(entry: str) -> None:
    listed = replace(LABOUR, weak=(entry, "poste + port"))
    config = speaking(usine=9.0, atelier=6.0)
    assert told(config, PLANTS, ["usine", "atelier"], listed) == [("atelier", 2)]


def test_struck_words_are_left_out() -> None:
    struck = replace(LABOUR, struck=("usines",))
    assert told(speaking(usine=9.0, atelier=6.0), PLANTS, ["usine", "atelier"], struck) == [("atelier", 2)]
