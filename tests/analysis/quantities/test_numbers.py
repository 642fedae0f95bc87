"""Numbers in digits and in words."""

from __future__ import annotations

import pytest

from dashboard.analysis.quantities.lexicon import lexicon_of, scan_of
from dashboard.analysis.quantities.numbers import read_digits, read_number
from dashboard.config import load_config

RULES = load_config().quantities


def value_of(text: str, language: str = "fr") -> float | None:
    scan = scan_of(text, lexicon_of(RULES, language))
    number = read_number(scan, next(i for i, key in enumerate(scan.keys) if key))
    return number.value if number else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dix-sept", 17),
        ("vingt et un", 21),
        ("trente-et-une", 31),
        ("soixante et onze", 71),
        ("soixante-dix-neuf", 79),
        ("quatre-vingts", 80),
        ("quatre-vingt-dix-sept", 97),
        ("septante-deux", 72),
        ("huitante", 80),
        ("octante-trois", 83),
        ("nonante-neuf", 99),
        ("cent", 100),
        ("deux cent trente", 230),
        ("quinze cents", 1500),
        ("mille neuf cent quatre-vingts", 1980),
        ("cent mille", 100_000),
        ("trois cent vingt mille", 320_000),
        ("deux millions trois cent mille", 2_300_000),
        ("dix milliards", 1e10),
        ("deux billions", 2e12),
        ("un million et demi", 1_500_000),
        ("la maison", None),
        ("3 millions 250 000", 3_250_000),
        ("1,5 milliard", 1.5e9),
        ("12 000", 12_000),
        ("12\u202f000", 12_000),
        ("700'000", 700_000),
        ("1.250.000", 1_250_000),
        ("4.3", 4.3),
        ("25 mille", 25_000),
        ("deux douzaines", 24),
        ("trois centaines de milliers", 300_000),
    ],
)
def test_french(text: str, value: float | None) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-five", 25),
        ("two hundred and fifty thousand", 250_000),
        ("ninety-nine", 99),
        ("1,234,567", 1_234_567),
        ("1.5 billion", 1.5e9),
        ("three dozen", 36),
    ],
)
def test_english(text: str, value: float) -> None:
    assert value_of(text, "en") == value


@pytest.mark.parametrize("digits", ["2.1.4", "1.2.3.4", "9" * 19, "12,34,5", "1" * 5000])
def test_digits_that_are_no_number(digits: str) -> None:
    assert read_digits(digits, ".") is None
