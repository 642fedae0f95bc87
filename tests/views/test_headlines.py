"""The overview in a sentence, and the period it covers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.analysis.findings import KeyNumbers
from dashboard.locales import use_language
from dashboard.views.headlines import headline, period_words

NUMBERS = KeyNumbers(
    articles=4, origins=4, sources=3, stories=2, passages=9, figures=5, compared=2, contradictions=1, reused=0.1,
    first="2024-03-04", last="2024-04",
)  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "language", "expected"),
    [
        ("2024-03-04", "2024-04", "fr", "4 mars – avril 2024"),
        ("2024-03-01", "2024-04-02", "en", "1 March – 2 April 2024"),
        ("2023-12-31", "2024-01-01", "fr", "31 décembre 2023 – 1er janvier 2024"),
        ("2024", "2024-04", "fr", "2024 – avril 2024"),
        ("2024-03", "2024-03", "fr", "mars 2024"),
        (None, None, "fr", "–"),
    ],
)
def test_the_period_says_a_year_once(first: str | None, last: str | None, language: str, expected: str) -> None:
    assert period_words(replace(NUMBERS, first=first, last=last), language) == expected


def test_without_a_common_figure_the_headline_says_so_in_words() -> None:
    use_language("fr")
    said = headline(replace(NUMBERS, compared=0, contradictions=0), None, "fr")
    assert said.endswith("aucun chiffre n’est donné par plusieurs d’entre eux.") and " 0 " not in said
    assert "2 chiffres comparés, 1 contradiction" in headline(NUMBERS, None, "fr").replace("\u202f", " ")
