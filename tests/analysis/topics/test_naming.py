"""Names of topics."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_matrix

from dashboard.analysis.topics.naming import (
    akin,
    coherence,
    distinct,
    log_likelihood,
    ranked_terms,
    whole_phrases,
)

# Six passages, four terms: the first two belong to the first topic, the third to the second, the last to both.
MATRIX = csr_matrix(np.array([[2, 1, 0, 1], [1, 1, 0, 1], [1, 1, 0, 0], [0, 0, 3, 1], [0, 0, 1, 1], [0, 0, 1, 0]]))
LABELS = np.array([0, 0, 0, 1, 1, 1])


def test_terms_of_a_topic_and_no_others() -> None:
    first, second = ranked_terms(MATRIX, LABELS, 10)
    assert first.tolist() == [0, 1] and second.tolist() == [2]


def test_g2_by_hand() -> None:
    value = log_likelihood(np.array([3.0]), np.array([0.0]), 3, 3)[0]
    assert value == pytest.approx(2 * 3 * math.log(2))
    assert log_likelihood(np.array([0.0]), np.array([3.0]), 3, 3)[0] == pytest.approx(-2 * 3 * math.log(2))


def test_coherence_of_terms_that_always_stand_together() -> None:
    assert coherence(MATRIX, np.array([0, 1])) == pytest.approx(1.0)
    assert coherence(MATRIX, np.array([0, 2])) == -1.0
    assert coherence(MATRIX, np.array([0])) is None


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("élection", "électoral", True),
        ("Macron", "Emmanuel Macron", True),
        ("sénégalais", "Sénégal", True),
        ("intelligence artificielle", "intelligence", True),
        ("commune", "communication", False),
        ("internet", "international", False),
        ("grève", "syndicat", False),
        ("IA", "IRM", False),
    ],
)
def test_word_families(one: str, two: str, expected: bool) -> None:
    assert akin(one, two) is expected and akin(two, one) is expected


def test_a_word_that_stands_in_a_phrase_is_named_whole() -> None:
    rows = [
        ("grippe porcin", "grippe porcine", "phrase", 3),
        ("grippe porcin", "Grippe porcine", "phrase", 1),
        ("grippe", "grippe", "word", 2),
        ("souche de grippe", "souches de grippe", "phrase", 1),
        ("porc", "porcs", "word", 9),
    ]
    terms = pd.DataFrame(rows, columns=["lemma", "term", "kind", "count"])
    keys, shown = ("grippe", "porc", "souche", "vaccin"), ("grippe", "porcs", "souche", "vaccin")
    assert whole_phrases(keys, shown, terms) == ("grippe porcine", "porcs", "souche", "vaccin")
    # Outside the phrase it stands as often as inside: no phrase.
    more = pd.concat([terms, terms.iloc[[2]]])
    assert whole_phrases(keys, shown, more) == shown
    assert whole_phrases(keys, shown, terms.iloc[:0]) == shown


def test_spellings_of_one_term_stand_once() -> None:
    shown = ["wifi", "écran", "Wi-Fi", "ecran", "câble"]
    assert distinct([0, 1, 2, 3, 4], shown, 3) == [0, 1, 4]
    assert distinct([0, 1, 4], shown, 2) == [0, 1]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("péage", "péages", True),
        ("candidat", "candidates", True),
        ("cloud", "cloud computing", True),
        ("usine de batteries", "batterie", True),
        ("port", "porte", False),
        ("usine", "usure", False),
        ("prix du lait", "prix du blé", False),
    ],
)
def test_much_the_same_term_stands_once(one: str, two: str, same: bool) -> None:
    assert distinct([0, 1], [one, two], 5) == ([0] if same else [0, 1])
    assert distinct([0, 1], [two, one], 5) == ([0] if same else [0, 1])


def test_of_equal_terms_the_more_frequent_is_first() -> None:
    matrix = csr_matrix(np.array([[1, 3, 0], [1, 3, 0], [0, 0, 1], [0, 0, 1]]))
    assert [found.tolist() for found in ranked_terms(matrix, np.array([0, 0, 1, 1]), 5)] == [[1, 0], [2]]
