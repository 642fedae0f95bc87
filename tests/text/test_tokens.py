import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.text.tokens import spans_of

CASES = [
    ("L’IA d'Alba qu’elle", ["L’", "IA", "d'", "Alba", "qu’", "elle"]),
    ("aujourd’hui presqu'île prud'hommes quelqu'un", ["aujourd’hui", "presqu'île", "prud'hommes", "quelqu'un"]),
    ("jusqu'à lorsqu'on puisqu'il", ["jusqu'", "à", "lorsqu'", "on", "puisqu'", "il"]),
    ("12 000 postes, 1\u202f234,5 € et 1 234 567", ["12 000", "postes", "1\u202f234,5", "et", "1 234 567"]),
    ("en 2019 100 personnes, le 12 0000", ["en", "2019", "100", "personnes", "le", "12", "0000"]),
    ("promet-il, a-t-elle dit, est-ce", ["promet", "il", "a", "elle", "dit", "est", "ce"]),
    ("rendez-vous là-bas, main-d’œuvre", ["rendez-vous", "là-bas", "main-d’œuvre"]),
    ("GPT-3 CO2 R&D AT&T 5G 3e", ["GPT-3", "CO2", "R&D", "AT&T", "5G", "3e"]),
    ("U.S. Steel et J.-P. Dupont", ["U.S.", "Steel", "et", "J.-P.", "Dupont"]),
    ("Aix-en-Provence L'Haÿ-les-Roses", ["Aix-en-Provence", "L'", "Haÿ-les-Roses"]),
    ("« Oui » — non… (49 %)", ["Oui", "non", "49"]),
    ("l'un dit : « l’ »", ["l'", "un", "dit", "l"]),
]


@pytest.mark.parametrize(("text", "tokens"), CASES)
def test_spans_of(text: str, tokens: list[str]) -> None:
    assert [text[start:end] for start, end in spans_of(text)] == tokens


def test_spans_of_a_part_are_offsets_into_the_whole() -> None:
    text = "Avant. L'IA arrive. Après."
    assert [text[start:end] for start, end in spans_of(text, 7, 19)] == ["L'", "IA", "arrive"]


@given(st.text())
def test_spans_hold_a_letter_or_digit_and_never_overlap(text: str) -> None:
    spans = spans_of(text)
    assert all(text[start].isalnum() for start, _ in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
