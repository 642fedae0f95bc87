"""What learned words say for themes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.themes import themes_of
from dashboard.analysis.wordweights import heard_in, said_of, spoken, telling, unlearned
from dashboard.config import Config
from dashboard.config.learned import Learned
from dashboard.config.themes import Theme
from tests.analysis.documents import CONFIG, read
from tests.analysis.test_lexicon import theme

OWN = np.array([[2, 0, 0, -2], [2, 0, 0, -2], [2, 0, 0, -1]], dtype=np.float32)
LEARNED = Learned(
    language="fr",
    columns=("sea", "hill"),
    content="tiny",
    words=("le", "mer", "montagne", "neige"),
    rarity=np.array([1.0, 3.0, 4.0, 3.0], dtype=np.float32),
    weights=np.array([[0.0, 0.0], [15.0, -5.0], [-10.0, 20.0], [0.0, 10.0]], dtype=np.float32),
    own=OWN,
    cross=np.zeros((2, 2), dtype=np.float32),
    context=np.array([1, 0, 0, 0, 0, 0, 0], dtype=np.float32),
    listed=(frozenset({("words", "bateau")}), frozenset({("words", "sommet")})),
)
TEXT = "La montagne, la neige.\nLa mer.\nRien."


def two(*more: Theme, sea: dict[str, tuple[str, ...]] | None = None) -> Config:
    """A sea and a hill, both learned, of which no listed word stands in the texts."""
    themes = (
        replace(theme("sea", words=("bateau",)), learned=("sea",), **(sea or {})),
        replace(theme("hill", words=("sommet",)), learned=("hill",)),
        *more,
    )
    return replace(CONFIG, learned=LEARNED, themes=replace(CONFIG.themes, themes=themes))


def given_to(text: str, config: Config, language: str = "fr") -> list[tuple[int, str, str]]:
    """Start, theme and the words of the evidence of every row."""
    rows = themes_of([read(text, language=language)], config)
    words = [
        " ".join(text[slice(*map(int, span.split("-")))] for span in spans.split(";") if span)
        for spans in rows["evidence"]
    ]
    return list(zip(rows["start"].tolist(), rows["theme"].tolist(), words, strict=True))


def test_a_passage_says_the_sum_of_its_words_over_their_length() -> None:
    config = two()
    heard = heard_in([read(TEXT)], LEARNED)
    found = spoken(heard, said_of(config.themes, LEARNED))
    first, second = np.sqrt(1 + 16 + 9), np.sqrt(1 + 9)
    np.testing.assert_allclose(found, [[-10 / first, 30 / first], [15 / second, -5 / second], [0, 0]])
    assert heard.length.tolist() == [first, second, 1.0]


def test_a_word_counts_once_in_a_passage() -> None:
    said = said_of(two().themes, LEARNED)
    once, twice = (spoken(heard_in([read(text)], LEARNED), said) for text in ("La mer.", "La mer, la mer, la mer."))
    np.testing.assert_array_equal(once, twice)


def test_the_words_that_tell_most_are_evidence_but_no_stop_word() -> None:
    assert given_to(TEXT, two()) == [(0, "hill", "montagne neige"), (23, "sea", "mer")]
    heard = heard_in([read(TEXT)], LEARNED, frozenset({"le", "neige"}))
    found = telling(heard, said_of(two().themes, LEARNED), np.array([0, 1, 2]), np.array([1, 0, 0]))
    assert list(found) == [[(3, 11)], [(26, 29)], []]
    assert heard.silent().tolist() == [False, False, True]


def test_a_passage_of_small_words_has_no_theme() -> None:
    assert given_to("Le voici.\nLa mer.", two()) == [(10, "sea", "mer")]


def test_the_listed_words_are_the_evidence_where_there_are_any() -> None:
    assert given_to("Un bateau sur la mer.", two()) == [(0, "sea", "bateau")]


def test_a_struck_word_has_no_weight_for_its_theme() -> None:
    assert given_to("La mer.\nLa mer et un bateau.", two(sea={"struck": ("mers",)})) == [(8, "sea", "bateau")]
    assert given_to("La montagne.", two(sea={"struck": ("montagne",)})) == [(0, "hill", "montagne")]


def test_merged_themes_have_the_better_of_both_weights() -> None:
    both = replace(
        two(), themes=replace(two().themes, themes=(replace(two().themes.themes[0], learned=("sea", "hill")),))
    )
    assert given_to(TEXT, both) == [(0, "sea", "montagne neige"), (23, "sea", "mer")]


def test_the_listed_words_of_one_theme_speak_against_another() -> None:
    against = replace(LEARNED, cross=np.array([[0.0, -40.0], [0.0, 0.0]], dtype=np.float32))
    text = "La montagne et un bateau."
    assert "hill" in [given for _, given, _ in given_to(text, two())]
    assert [given for _, given, _ in given_to(text, replace(two(), learned=against))] == []
    merged = replace(two().themes.themes[0], learned=("sea", "hill"))
    config = replace(two(), learned=against, themes=replace(two().themes, themes=(merged,)))
    assert given_to(text, config)[0][1] == "sea"


def test_a_word_of_the_readers_own_says_nothing_against_other_themes() -> None:
    against = replace(LEARNED, cross=np.array([[0.0, -40.0], [0.0, 0.0]], dtype=np.float32))
    own = replace(two(sea={"strong": ("phare",)}), learned=against)
    assert given_to("La montagne et un phare.", own) == [(0, "hill", "montagne"), (0, "sea", "phare")]


def test_a_theme_of_the_readers_own_is_judged_by_its_words() -> None:
    config = two(theme("river", strong=("fleuve", "rivage")))
    assert given_to("Un fleuve et un rivage.", config) == [(0, "river", "fleuve rivage")]


def test_a_word_that_nothing_was_learned_with_carries_its_theme_as_its_list_says() -> None:
    # By the learned weights the passage is far from the sea; "phare" is a word that they do not know.
    text = "Un phare dans la montagne."
    assert given_to(text, two()) == [(0, "hill", "montagne")]
    strong = two(sea={"strong": ("phare",)})
    assert given_to(text, strong) == [(0, "hill", "montagne"), (0, "sea", "phare")]
    assert themes_of([read(text)], strong)["score"].tolist()[1] == pytest.approx(6.25 / 8.25, abs=1e-6)
    # A common word alone carries it where nothing else does, a weak one never.
    assert given_to(text, two(sea={"words": ("bateau", "phare")})) == [(0, "hill", "montagne")]
    assert given_to("Un phare.", two(sea={"words": ("bateau", "phare")})) == [(0, "sea", "phare")]
    assert given_to("Un phare.", two(sea={"weak": ("phare",)})) == []


def test_a_word_moved_to_the_strong_list_carries_its_theme() -> None:
    away = replace(LEARNED, own=np.array([[0, 0, 0, -9]] * 3, dtype=np.float32))
    text = "Un bateau."
    assert given_to(text, replace(two(), learned=away)) == []
    moved = two(sea={"words": (), "strong": ("bateau",)})
    assert given_to(text, replace(moved, learned=away)) == [(0, "sea", "bateau")]


def test_what_excludes_and_blocks_holds_for_such_words_too() -> None:
    sea = {"strong": ("phare",), "negatives": ("phare de voiture",)}
    assert given_to("Un phare de voiture dans la montagne.", two(sea=sea)) == [(0, "hill", "montagne")]
    sea = {"words": ("bateau", "phare"), "unless": ("voiture",)}
    assert given_to("Un phare, une voiture.", two(sea=sea)) == []


def test_only_words_that_nothing_was_learned_with_are_told() -> None:
    sea = {"strong": ("phare", "bateau"), "words": ("bateau",), "negatives": ("bateau de papier",)}
    themes = two(theme("river", strong=("fleuve",)), sea=sea).themes
    fresh = unlearned(themes, LEARNED).by_id
    assert (fresh["sea"].strong, fresh["sea"].words) == (("phare", "bateau"), ())
    assert fresh["sea"].negatives == ("bateau de papier",)
    assert (fresh["hill"].words, fresh["river"].strong) == ((), ("fleuve",))


def test_the_shipped_themes_were_learned_with_all_their_words() -> None:
    fresh = unlearned(CONFIG.themes, CONFIG.learned)
    assert {theme.theme_id: theme.strong + theme.words + theme.weak for theme in fresh.themes} == dict.fromkeys(
        CONFIG.themes.order, ()
    )


def test_other_languages_go_by_the_listed_words_alone() -> None:
    assert given_to("La montagne, la neige.", two(), language="en") == []
    assert given_to("Un bateau, un bateau, un bateau.", two(), language="en")[0][:2] == (0, "sea")


def test_the_context_weighs_what_stands_around() -> None:
    lonely = replace(two(), learned=replace(LEARNED, context=np.array([0, 0, 0, 0, 0, 8, -3], dtype=np.float32)))
    # Only what the next passage says counts, and only for brief ones: the first has the theme of the second.
    assert given_to("Un titre, la neige.\nLa mer.", lonely)[0][:2] == (0, "sea")


PIECES = st.lists(st.sampled_from(["la mer", "la montagne", "la neige", "un bateau", "rien", "le sommet"]), max_size=6)


@settings(max_examples=30, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=4))
def test_the_order_of_articles_changes_nothing(texts: list[list[str]]) -> None:
    documents = [read(".\n".join(pieces) + ".", f"a{place}") for place, pieces in enumerate(texts)]
    one, other = themes_of(documents, two()), themes_of(documents[::-1], two())
    keys = ["passage_id", "theme"]
    left, right = (frame.sort_values(keys).reset_index(drop=True) for frame in (one, other))
    assert left.equals(right)
    assert all(left["score"].between(0, 1)) and (left.groupby("passage_id")["main"].sum() == 1).all()


@pytest.mark.parametrize("text", ["", "...", "12 000"])
def test_texts_without_words_have_none(text: str) -> None:
    assert given_to(text, two()) == []
