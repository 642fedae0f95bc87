"""Shared passages gathered across articles."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.earlier import Origin
from dashboard.analysis.shared import Summary, shared_groups, summary
from dashboard.tables import Analysis, empty
from tests.tiny import FIL, GAZETTE, RADIO, TEXTS, tiny_analysis


def dated(**dates: str | None) -> Analysis:
    """The tiny analysis with other dates, by the first word of the article id."""
    analysis = tiny_analysis()
    articles = analysis.articles.copy()
    for name, date in dates.items():
        articles.loc[articles["article_id"] == f"{name}.txt", "published"] = date
    return analysis.with_tables(articles=articles)


def test_pairs_of_the_same_words_make_one_group() -> None:
    first, second = shared_groups(tiny_analysis())
    assert [(place.article_id, place.source) for place in first.places] == [
        (FIL, "Le Fil"),
        (GAZETTE, "La Gazette"),
        (RADIO, "Radio Sud"),
    ]
    assert (first.n_words, first.kind, first.similarity, len(first.pairs)) == (9, "verbatim", 1.0, 3)
    assert (second.sources, second.kind, second.n_words_quoted) == (("Le Fil", "La Gazette"), "edited", 9)


def test_places_hold_the_words() -> None:
    texts = [TEXTS[place.article_id][place.start : place.end] for place in shared_groups(tiny_analysis())[0].places]
    assert all("millions d’euros dans l’usine" in text for text in texts)


@pytest.mark.parametrize(
    ("dates", "origin"),
    [
        ({}, Origin("earlier", FIL)),
        ({"fil": None}, Origin("unknown")),
        ({"fil": "2024-03-05"}, Origin("unknown")),
        ({"fil": "2024-03"}, Origin("unknown")),
        ({"gazette": "2024-03-01"}, Origin("earlier", GAZETTE)),
        (
            {"fil": "2024-03-05T06:00", "gazette": "2024-03-05T09:00", "radio": "2024-03-05T10:00"},
            Origin("earlier", FIL),
        ),
        (
            {"fil": "2024-03-05T06:00", "gazette": "2024-03-05T06:07", "radio": "2024-03-05T10:00"},
            Origin("simultaneous"),
        ),
    ],
)
def test_first_only_where_the_dates_tell(dates: dict[str, str | None], origin: Origin) -> None:
    assert shared_groups(dated(**dates))[0].origin == origin


def test_a_common_source_goes_before_the_dates() -> None:
    analysis = tiny_analysis()
    credited = analysis.with_tables(reuse=analysis.reuse.assign(common_source="AFP"))
    assert shared_groups(credited)[0].origin == Origin("common_source", agency="AFP")


def test_summary() -> None:
    analysis = tiny_analysis()
    assert summary(analysis, shared_groups(analysis)) == Summary(n_articles=4, n_sharing=3, n_groups=2, n_in_three=1)


def test_short_passages_count_for_no_article() -> None:
    analysis = tiny_analysis()
    short = analysis.with_tables(reuse=analysis.reuse[analysis.reuse["kind"] == "short"])
    assert summary(short, shared_groups(short)).n_sharing == 0
    assert [group.kind for group in shared_groups(short)] == ["short"]


def test_nothing_shared() -> None:
    analysis = tiny_analysis().with_tables(reuse=empty("reuse"))
    assert shared_groups(analysis) == []


@given(st.permutations(range(4)))
def test_the_order_of_rows_changes_nothing(order: list[int]) -> None:
    analysis = tiny_analysis()
    turned = analysis.with_tables(reuse=analysis.reuse.iloc[order])
    assert shared_groups(turned) == shared_groups(analysis)


def test_a_piece_of_a_long_passage_is_a_group_of_its_own() -> None:
    analysis = tiny_analysis()
    reuse = analysis.reuse.copy()
    long = reuse["reuse_id"].str.startswith(f"{FIL}:212")
    reuse.loc[long, "a_start"] = 0
    assert isinstance(reuse, pd.DataFrame)
    groups = shared_groups(analysis.with_tables(reuse=reuse))
    assert max(len(group.sources) for group in groups) == 3
    assert {len(group.pairs) for group in groups} == {1, 3}
