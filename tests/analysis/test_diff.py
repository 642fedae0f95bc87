"""Wordings compared word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.diff import difference, word_keys

# one text, the other, what only the first has, what only the second has
CASES = [
    ("Nous restons ici", "nous restons ICI.", [], []),
    ("sauver le site", "sauver ce site", ["le"], ["ce"]),
    ("Il faut baisser les coûts du site", "Nous devons baisser nos coûts pour le site",
     ["Il faut", "les", "du"], ["Nous devons", "nos", "pour le"]),
    ("l’usine d'ici", "l'usine d’ici", [], []),
    ("", "deux mots", [], ["deux mots"]),
    ("", "", [], []),
    ("été", "ete", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "only_a", "only_b"), CASES)
def test_what_each_text_has_alone(a: str, b: str, only_a: list[str], only_b: list[str]) -> None:
    found = difference(a, b)
    assert [a[start:end] for start, end in found.a] == only_a
    assert [b[start:end] for start, end in found.b] == only_b
    assert found.same == (not only_a and not only_b)


def test_the_share_that_is_kept() -> None:
    assert difference("un deux trois quatre", "un deux six quatre").kept == 0.75
    assert difference("", "").kept == 1.0
    assert difference("a", "").kept == 0.0


def test_long_texts_are_compared_too() -> None:
    words = [f"mot{number}" for number in range(3000)]
    found = difference(" ".join(words), " ".join([*words[:1500], "autre", *words[1500:]]))
    assert found.a == () and len(found.b) == 1


_TEXTS = st.lists(st.sampled_from(["le", "site", "Coût", "baisse", "de", "l’an"]), max_size=12).map(" ".join)


@given(_TEXTS, _TEXTS)
def test_taking_away_what_differs_leaves_the_same_words(a: str, b: str) -> None:
    found = difference(a, b)
    assert word_keys(_without(a, found.a)) == word_keys(_without(b, found.b))


@given(_TEXTS)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert difference(text, text).same


def _without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text
