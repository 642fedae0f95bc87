"""Numbers, dates and figures as they are written, and read back."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.locales import numbers
from dashboard.locales.digits import FIXED, NARROW


@dataclass(frozen=True)
class Figure:
    kind: str
    value: float | None = None
    min: float | None = None
    max: float | None = None
    unit: str | None = None
    bound: str = "exact"
    date: str | None = None
    surface: str = "tel quel"


# figure, French, English; plain spaces stand for the no-break ones
SHORT = [
    (Figure("people", 12_000.0, bound="about"), "env. 12 000", "about 12,000"),
    (Figure("people", 1e6, bound="more_than"), "> 1 million", "> 1 million"),
    (Figure("people", 1.5e6), "1,5 million", "1.5 million"),
    (Figure("people", 2e6), "2 millions", "2 million"),
    (Figure("people", 8e9), "8 milliards", "8 billion"),
    (Figure("people", 250_000.0), "250 000", "250,000"),
    (Figure("people", min=500.0, max=600.0), "500 à 600", "500 to 600"),
    (Figure("people", min=2e4, bound="more_than"), "dizaines de milliers", "tens of thousands"),
    (Figure("people", min=2e3, bound="more_than"), "plusieurs milliers", "several thousand"),
    (Figure("people", min=20.0, bound="more_than"), "plusieurs dizaines", "tens"),
    (Figure("people", min=2e5, bound="more_than"), "centaines de milliers", "hundreds of thousands"),
    (Figure("people", min=3e5, bound="more_than"), "> 300 000", "> 300,000"),
    (Figure("money", 29e9, unit="USD"), "29 Md$", "$29bn"),
    (Figure("money", 1.5e9, unit="EUR", bound="up_to"), "≤ 1,5 Md€", "≤ €1.5bn"),
    (Figure("money", 350e6, unit="GBP", bound="less_than"), "< 350 M£", "< £350m"),
    (Figure("money", 10.5e9, unit="CHF"), "10,5 Md CHF", "CHF 10.5bn"),
    (Figure("money", 49.0, unit="USD"), "49 $", "$49"),
    (Figure("money", -2.5, unit="EUR"), "-2,5 €", "-€2.5"),
    (Figure("money", 1e12, unit="USD"), "1 000 Md$", "$1tn"),
    (Figure("money", 12_345_678_901.0, unit="USD"), "12 345 678 901 $", "$12,345,678,901"),
    (Figure("money", 21.205e9, unit="EUR"), "21,205 Md€", "€21.205bn"),
    (Figure("money", min=10e9, max=12e9, unit="USD"), "10 à 12 Md$", "$10bn to $12bn"),
    (Figure("money", min=900e6, max=1.1e9, unit="USD"), "900 M$ à 1,1 Md$", "$900m to $1.1bn"),
    (Figure("money", min=2e9, unit="USD", bound="more_than"), "plusieurs Md$", "several $bn"),
    (Figure("money", min=2e10, unit="EUR", bound="more_than"), "dizaines de Md€", "tens of €bn"),
    (Figure("money", min=2e3, unit="EUR"), "plusieurs milliers de €", "several thousand €"),
    (Figure("money", min=2e9, unit="CHF"), "plusieurs Md CHF", "several CHF bn"),
    (Figure("money", 12_000.0), "12 000", "12,000"),
    (Figure("percent", 5.0, unit="%"), "5 %", "5%"),
    (Figure("percent", 100 / 3, unit="%"), "33,33 %", "33.33%"),
    (Figure("percent", min=5.0, max=7.0, unit="%"), "5 à 7 %", "5 to 7%"),
    (Figure("percent", 3.3, unit="pp"), "3,3 pts", "3.3 pp"),
    (Figure("percent", 1.5, unit="pp"), "1,5 pt", "1.5 pp"),
    (Figure("percent", max=5.0, unit="%", bound="less_than"), "< 5 %", "< 5%"),
    (Figure("percent", max=5.0, unit="%"), "≤ 5 %", "≤ 5%"),
    (Figure("duration", 3.0, unit="year"), "3 ans", "3 years"),
    (Figure("duration", 1.0, unit="week"), "1 semaine", "1 week"),
    (Figure("duration", min=18.0, max=24.0, unit="month"), "18 à 24 mois", "18 to 24 months"),
    (Figure("duration", min=2.0, unit="year"), "plusieurs années", "several years"),
    (Figure("duration", min=20.0, unit="year"), "plusieurs dizaines d’années", "tens of years"),
    (Figure("duration", 2.0, unit="fortnight"), "2 fortnight", "2 fortnight"),
    (Figure("age", 37.0, unit="year"), "37 ans", "37 years"),
    (Figure("ordinal", 1.0, unit="rank"), "1er", "1st"),
    (Figure("ordinal", 3.0, unit="rank"), "3e", "3rd"),
    (Figure("ordinal", 12.0, unit="rank"), "12e", "12th"),
    (Figure("ordinal", 22.0, unit="rank"), "22e", "22nd"),
    (Figure("other", 12.5, unit="TWh"), "12,5 TWh", "12.5 TWh"),
    (Figure("other", 15.0, unit="x"), "× 15", "× 15"),
    (Figure("count", 20.0, unit="company"), "20", "20"),
    (Figure("date", date="2019-07"), "juillet 2019", "July 2019"),
    (Figure("date", date="2019", bound="about"), "env. 2019", "about 2019"),
    (Figure("date"), "tel quel", "tel quel"),
    (Figure("count", float("nan"), float("nan"), float("nan")), "tel quel", "tel quel"),
]


def plain(text: str) -> str:
    return text.replace(FIXED, " ").replace(NARROW, " ")


@pytest.mark.parametrize(("figure", "french", "english"), SHORT)
def test_short_form(figure: Figure, french: str, english: str) -> None:
    assert plain(numbers.short_form(figure, "fr")) == french
    assert plain(numbers.short_form(figure, "en")) == english


@pytest.mark.parametrize(("figure", "french", "english"), SHORT)
def test_short_form_never_breaks_a_line(figure: Figure, french: str, english: str) -> None:
    if figure.surface not in (french, english) and figure.kind != "date":
        assert " " not in numbers.short_form(figure, "fr") + numbers.short_form(figure, "en")


def test_short_form_without_bound() -> None:
    assert plain(numbers.short_form(Figure("people", 12_000.0, bound="about"), "fr", bound=False)) == "12 000"
    assert plain(numbers.short_form(Figure("people", min=3e5), "fr", bound=False)) == "300 000"


def test_french_spaces() -> None:
    assert numbers.number(12_000.5, "fr") == "12\u202f000,5"
    assert numbers.percent(0.05, "fr") == "5\u202f%"
    assert numbers.amount(10e9, "money", "USD", "fr") == "10\u00a0Md$"


PERCENTS = [
    (0.161, 0, "16 %", "16%"),
    (0.161, 1, "16,1 %", "16.1%"),
    (0.0, 0, "0 %", "0%"),
    (0.002, 0, "< 1 %", "< 1%"),
    (1.0, 0, "100 %", "100%"),
]


@pytest.mark.parametrize(("share", "decimals", "french", "english"), PERCENTS)
def test_percent(share: float, decimals: int, french: str, english: str) -> None:
    assert plain(numbers.percent(share, "fr", decimals)) == french
    assert plain(numbers.percent(share, "en", decimals)) == english


DATES = [
    ("2019", "2019", "2019"),
    ("2019-07", "juillet 2019", "July 2019"),
    ("2019-07-01", "1er juillet 2019", "1 July 2019"),
    ("2019-07-14", "14 juillet 2019", "14 July 2019"),
    ("2019-07-14T08:30:00Z", "14 juillet 2019", "14 July 2019"),
    ("--01-31", "31 janvier", "31 January"),
    ("--02-29", "29 février", "29 February"),
    ("--08", "août", "August"),
    ("2022-Q2", "2e trimestre 2022", "Q2 2022"),
    ("2024-H1", "1er semestre 2024", "H1 2024"),
    ("2019-13", "2019-13", "2019-13"),
    ("2019-02-30", "2019-02-30", "2019-02-30"),
    ("bientôt", "bientôt", "bientôt"),
    ("", "", ""),
]


@pytest.mark.parametrize(("iso", "french", "english"), DATES)
def test_date_text(iso: str, french: str, english: str) -> None:
    assert plain(numbers.date_text(iso, "fr")) == french
    assert plain(numbers.date_text(iso, "en")) == english


def test_lists() -> None:
    assert numbers.either(["10", "12"], "fr") == "10 ou 12"
    assert numbers.either(["a", "b", "c"], "en") == "a, b or c"
    assert numbers.listing(["a", "b", "c"], "fr") == "a, b et c"
    assert (numbers.listing([], "fr"), numbers.listing(["a"], "en")) == ("", "a")


_SCALE = {"Md": 9, "M": 6, "milliard": 9, "milliards": 9, "million": 6, "millions": 6, "bn": 9, "m": 6, "tn": 12,
          "billion": 9, "trillion": 12}  # fmt: skip


def read_back(text: str, language: str) -> tuple[float, str]:
    """Value and bound of a short form, read as a person would: sign, digits, scale, currency."""
    bounds = {"env.": "about", "about": "about", ">": "more_than", "<": "less_than", "≤": "up_to"}
    words = plain(text).split(" ")
    bound = bounds.get(words[0], "exact")
    rest = (
        " ".join(words[1:] if bound != "exact" else words).replace("$", "").replace("€", "").replace("CHF", "").strip()
    )
    found = re.fullmatch(r"(-? ?)(\d(?:[\d ,.]*\d)?) ?([A-Za-z]*)", rest.removesuffix("%").strip())
    assert found, text
    sign, digits, scale = found.groups()
    sign, digits = sign.strip(), digits.replace(" ", "")
    digits = digits.replace(",", ".") if language == "fr" else digits.replace(",", "")
    return float(f"{sign}{digits}e{_SCALE[scale] if scale else 0}"), bound


_VALUES = st.one_of(
    st.integers(-(10**13), 10**13).map(float),
    st.integers(0, 10**7).map(lambda whole: whole / 1000),
    st.tuples(st.integers(1, 9999), st.integers(0, 12)).map(lambda parts: float(parts[0] * 10 ** parts[1])),
)
_KINDS = st.sampled_from([("money", "USD"), ("money", "CHF"), ("people", "people"), ("percent", "%"), ("count", None)])


@given(
    _VALUES,
    _KINDS,
    st.sampled_from(["exact", "about", "more_than", "less_than", "up_to"]),
    st.sampled_from(["fr", "en"]),
)
def test_short_form_reads_back(value: float, kind: tuple[str, str | None], bound: str, language: str) -> None:
    figure = Figure(kind[0], value, unit=kind[1], bound=bound)
    assert read_back(numbers.short_form(figure, language), language) == (value, bound)


@given(_VALUES, _VALUES, _KINDS, st.sampled_from(["fr", "en"]))
def test_values_that_differ_look_different(a: float, b: float, kind: tuple[str, str | None], language: str) -> None:
    same = numbers.amount(a, *kind, language) == numbers.amount(b, *kind, language)
    assert same == (a == b)


@given(st.dates(), st.sampled_from(["fr", "en"]))
def test_every_day_has_its_own_text(day: object, language: str) -> None:
    text = numbers.date_text(str(day), language)
    assert str(day)[:4].lstrip("0") in text and not text.startswith("0")
