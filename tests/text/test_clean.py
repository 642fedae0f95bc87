import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.text.clean import fold, search_key

FOLDED = [
    ("L’IA d‘Alba ʼn", "L'IA d'Alba 'n"),
    ("12\u00a0000\u202f€\u2009!", "12 000 € !"),
    ("porte\u2011parole", "porte-parole"),
    ("Été À l'ŒUVRE", "Été À l'ŒUVRE"),
]
KEYS = [
    ("Élysée", "elysee"),
    ("L’ŒUVRE", "l'oeuvre"),
    ("  Crédit\u00a0 Agricole ", "credit agricole"),
    ("STRASSE straße", "strasse strasse"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(("text", "key"), KEYS)
def test_search_key(text: str, key: str) -> None:
    assert search_key(text) == key


@given(st.text())
def test_fold_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_a_search_key_is_its_own_key(text: str) -> None:
    key = search_key(text)
    assert search_key(key) == key
    assert not any(unicodedata.combining(letter) for letter in key)
