"""What holds for every text: spans, order, no overlap, and numbers that survive the formatters."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.quantities import Figure, find_figures
from dashboard.config import load_config
from dashboard.locales.numbers import number

RULES = load_config().quantities
WORDS = [
    "un",
    "une",
    "deux",
    "vingt",
    "quatre-vingt-dix",
    "cent",
    "mille",
    "million",
    "milliards",
    "de",
    "d'",
    "à",
    "et",
    "ou",
    "entre",
    "sur",
    "contre",
    "le",
    "la",
    "les",
    "des",
    "plusieurs",
    "trentaine",
    "dizaines",
    "moitié",
    "tiers",
    "quart",
    "demi",
    "%",
    "€",
    "Md€",
    "euros",
    "ans",
    "jours",
    "mois",
    "heures",
    "h",
    "km",
    "T2",
    "2024",
    "10",
    "3,5",
    "12",
    "000",
    "1.250",
    "3e",
    "premier",
    "troisième",
    "trimestre",
    "mars",
    "lundi",
    "postes",
    "salariés",
    "points",
    "fois",
    "par",
    "multiplié",
    "environ",
    "plus",
    "moins",
    "jusqu'à",
    "-",
    "–",
    ",",
    ".",
    ";",
    ":",
    "(",
    ")",
    "«",
    "»",
    "7-5",
    "GPT-3",
    "n°",
    "article",
    "âgé",
    "Paris",
    "l'",
    "du",
    "au",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(
    alphabet="0123456789 ,.'’-–«»\"%€$\u00a0\u202fMdkabeinorst\n", max_size=120
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["fr", "en", "de"]))
def test_figures_stand_in_their_text_in_order(text: str, language: str) -> None:
    figures = find_figures(text, language, RULES)
    for figure in figures:
        assert 0 <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == text[figure.start : figure.end].strip()
        assert (figure.date is not None) == (figure.kind == "date")
        assert figure.date is not None or figure.value is not None or figure.low is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high
    assert all(a.end <= b.start for a, b in itertools.pairwise(figures))
    assert figures == find_figures(text, language, RULES)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_typographic_spaces_and_apostrophes_change_nothing(text: str) -> None:
    printed = text.replace(" ", "\u202f").replace("'", "’")
    plain = [replace(figure, noun=None) for figure in find_figures(text, "fr", RULES)]
    assert [replace(figure, noun=None) for figure in find_figures(printed, "fr", RULES)] == plain


@settings(max_examples=300, deadline=None)
@given(
    st.integers(0, 10**12) | st.decimals(0, 10**6, places=2).map(float),
    st.sampled_from(["fr", "en"]),
)
def test_value_survives_the_formatter(value: float, language: str) -> None:
    text = f"{number(float(value), language)} euros"
    assert _values(find_figures(text, language, RULES)) == [float(value)]


def _values(figures: list[Figure]) -> list[float | None]:
    return [figure.value for figure in figures]
