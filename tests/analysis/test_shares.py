"""Shares by source, theme, period and name; the expected figures are counted by hand in ``tests/tiny.py``."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.shares import (
    NO_THEME,
    counted_passages,
    name_shares,
    period_width,
    standout,
    surfaces,
    telling_terms,
    term_sources,
    theme_mix,
    theme_periods,
)
from dashboard.tables import Analysis, empty, table
from tests.tiny import FIL, GAZETTE, RADIO, tiny_analysis


def test_the_mix_counts_words_under_the_main_theme() -> None:
    mix = theme_mix(tiny_analysis())
    rows = {(row.source, row.theme): (row.n_words, row.n_passages) for row in mix.itertuples()}
    assert rows == {
        ("La Gazette", "investment"): (20, 1),
        ("La Gazette", "layoffs"): (29, 2),
        ("La Gazette", "society"): (24, 2),
        ("Le Fil", "investment"): (18, 1),
        ("Le Fil", "layoffs"): (34, 2),
        ("Radio Sud", NO_THEME): (15, 1),
        ("Radio Sud", "investment"): (17, 1),
    }
    shares = mix.set_index(["source", "theme"])["share"]
    assert shares["Le Fil", "layoffs"] == 34 / 52
    assert mix.groupby("source")["share"].sum().round(9).eq(1).all()


def test_the_finding_is_the_longest_lead() -> None:
    found = standout(theme_mix(tiny_analysis()))
    assert found is not None
    # Society: 24 of 73 words of La Gazette, none elsewhere (a lead of .33); layoffs: .65 against .40; investment:
    # 17 of 32 words of Radio Sud against .35.
    assert (found.source, found.theme, found.low, found.high) == ("La Gazette", "society", 0.0, 0.0)
    assert found.share == pytest.approx(24 / 73)
    assert standout(theme_mix(tiny_analysis()), least=0.5) is None


def test_one_source_alone_stands_out_in_nothing() -> None:
    mix = theme_mix(tiny_analysis())
    assert standout(mix[mix["source"] == "Le Fil"]) is None
    assert standout(mix.iloc[:0]) is None


def test_an_exact_copy_counts_for_nothing() -> None:
    whole = tiny_analysis()
    copies = whole.articles["article_id"].map({RADIO: FIL}).astype("str")
    analysis = whole.with_tables(articles=whole.articles.assign(duplicate_of=copies))
    assert set(theme_mix(analysis)["source"]) == {"La Gazette", "Le Fil"}
    assert RADIO not in set(counted_passages(analysis)["article_id"])


def test_periods_take_the_finest_precision_that_most_dates_have() -> None:
    periods = theme_periods(tiny_analysis())
    rows = {(row.period, row.theme): row.n_words for row in periods.itertuples()}
    assert rows == {
        ("2024-03-04", "investment"): 18,
        ("2024-03-04", "layoffs"): 34,
        ("2024-03-05", ""): 15,
        ("2024-03-05", "investment"): 37,
        ("2024-03-05", "layoffs"): 29,
    }


@pytest.mark.parametrize(
    ("dates", "width"),
    [
        ([], None),
        (["2023-01"] * 5, None),
        (["2023-01", "2023-02"], 7),
        (["2023-01-02", "2023-01-03"], 10),
        (["2023-01-02", "2023-02", "2023-03"], 7),
        ([f"20{year:02}-01-01" for year in range(40)], 4),
        ([f"2023-{month:02}-{day:02}" for month in range(1, 4) for day in range(1, 20)], 7),
    ],
)
def test_the_width_of_a_period(dates: list[str], width: int | None) -> None:
    assert period_width(pd.Series(dates, dtype="str")) == width


def test_dates_within_one_period_give_no_row() -> None:
    whole = tiny_analysis()
    one = whole.with_tables(articles=whole.articles.assign(published="2024-03"))
    assert list(theme_periods(one).columns) == list(theme_periods(whole).columns)
    assert theme_periods(one).empty


def test_names_give_articles_and_passages_of_each_source() -> None:
    names = name_shares(tiny_analysis())
    alba = names[names["name"] == "Alba"].set_index("source")
    assert alba[["n_articles", "n_passages"]].to_dict("index") == {
        "La Gazette": {"n_articles": 1, "n_passages": 1},
        "Le Fil": {"n_articles": 1, "n_passages": 2},
        "Radio Sud": {"n_articles": 1, "n_passages": 1},
    }
    assert alba.loc["La Gazette", "article_share"] == 1 / 2
    assert alba.loc["La Gazette", "passage_share"] == 1 / 5
    assert set(alba["type"]) == {"ORG"}
    assert list(names["name"].drop_duplicates()) == ["Alba", "Claire Morel", "Norvia", "Lens", "CGT", "Paul Lenoir"]


def test_terms_by_source() -> None:
    terms = term_sources(tiny_analysis())
    assert terms.iloc[0]["term"] in {"Alba", "postes", "usine"}
    postes = terms[terms["lemma"] == "poste"].set_index("source")
    assert postes["count"].to_dict() == {"La Gazette": 1, "Le Fil": 2}
    assert set(postes["total"]) == {3}
    whole = tiny_analysis().terms
    own = whole[(whole["lemma"] == "poste") & (whole["article_id"] == GAZETTE)]["tfidf"].item()
    assert postes.loc["La Gazette", "tfidf"] == own / 2
    by_weight = term_sources(tiny_analysis(), "tfidf")
    assert by_weight["total"].is_monotonic_decreasing


def test_the_most_telling_terms_sorted_by_the_weight_that_is_shown() -> None:
    terms = pd.DataFrame(
        {
            "lemma": ["faire", "usine", "usine", "site"],
            "source": ["A", "A", "B", "A"],
            "count": [9, 2, 3, 4],
            "tfidf": [0.5, 2.0, 2.5, 3.0],
            "telling": [0.2, 4.0, 6.2, 9.0],
            "total": [0.5, 4.5, 4.5, 3.0],
        }
    )
    assert list(telling_terms(terms, 2, "count")["lemma"]) == ["usine", "usine", "site"]
    assert list(telling_terms(terms, 3, "count")["lemma"]) == ["faire", "usine", "usine", "site"]
    assert list(telling_terms(terms, 3, "count")["total"]) == [9, 5, 5, 4]
    assert telling_terms(terms.iloc[:0], 3, "tfidf").empty


def test_a_word_that_all_articles_use_tells_less_than_one_that_few_are_about() -> None:
    common = [_term(article, "monde", "monde", 1, 1.0) for article in (FIL, GAZETTE, RADIO)]
    rows = [*common, _term(FIL, "verrerie", "verrerie", 3, 2.0)]
    sources = term_sources(tiny_analysis().with_tables(terms=table("terms", rows)))
    assert sources.set_index(["lemma", "source"])["telling"].to_dict() == {
        ("monde", "Le Fil"): 1, ("monde", "La Gazette"): 1, ("monde", "Radio Sud"): 1, ("verrerie", "Le Fil"): 4,
    }  # fmt: skip
    assert set(telling_terms(sources, 1, "count")["lemma"]) == {"verrerie"}


def _term(
    article_id: str, lemma: str, shown: str, count: int, tfidf: float = 1.0, kind: str = "word"
) -> dict[str, Any]:
    row = {"article_id": article_id, "lemma": lemma, "term": shown, "kind": kind}
    return row | {"count": count, "tfidf": tfidf, "rank": 1}


@pytest.mark.parametrize(
    ("rows", "term", "kind"),
    [
        # The article with most mentions writes the plural, all others together the singular more often.
        ([(FIL, "enfants", 5), (GAZETTE, "enfant", 4), (RADIO, "enfant", 2)], "enfant", "word"),
        ([(FIL, "enfants", 2), (GAZETTE, "enfant", 2)], "enfant", "word"),
        # A phrase under its acronym is a word to the reader.
        ([(FIL, "IA", 3), (GAZETTE, "intelligence artificielle", 1)], "IA", "phrase>word"),
        ([(FIL, "IA", 1), (GAZETTE, "intelligence artificielle", 3)], "intelligence artificielle", "phrase"),
        # A name has its canonical form, which the table of names gives, however it is written most.
        ([(FIL, "Morel", 5), (GAZETTE, "Claire Morel", 1)], "Claire Morel", "name"),
    ],
)
def test_a_term_has_one_spelling_everywhere(rows: list[tuple[str, str, int]], term: str, kind: str) -> None:
    was, _, shown = kind.partition(">")
    lemma = "Claire Morel" if kind == "name" else "lemma"
    made = table("terms", [_term(article, lemma, printed, count, kind=was) for article, printed, count in rows])
    found = surfaces(tiny_analysis().with_tables(terms=made))
    assert found.to_dict("records") == [{"lemma": lemma, "term": term, "kind": shown or was}]


def test_empty_tables_give_empty_shares() -> None:
    nothing = Analysis(**{name: empty(name) for name in tiny_analysis().tables()})
    for made in (theme_mix(nothing), theme_periods(nothing), name_shares(nothing), term_sources(nothing)):
        assert made.empty


def test_nothing_is_written_to_the_tables() -> None:
    analysis = tiny_analysis()
    before = {name: frame.copy() for name, frame in analysis.tables().items()}
    for make in (theme_mix, theme_periods, name_shares, term_sources):
        make(analysis)
    for name, frame in analysis.tables().items():
        pd.testing.assert_frame_equal(frame, before[name])


@given(st.lists(st.integers(0, 60), min_size=1, max_size=30))
def test_no_more_periods_than_fit_on_an_axis_unless_years_alone(days: list[int]) -> None:
    dates = pd.Series([f"2023-{1 + day // 28:02}-{1 + day % 28:02}" for day in days], dtype="str")
    width = period_width(dates)
    distinct = dates.str[: width or 4].nunique()
    assert (width is None and distinct == 1) or 2 <= distinct <= 31
