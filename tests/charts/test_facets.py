"""Counts beside the filter options, and the steps of the period filter."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.facets import facets_of, periods_of
from dashboard.filters import Filters
from tests.copied import copied
from tests.tiny import tiny_analysis

ALL = {"La Gazette": 2, "Le Fil": 1, "Radio Sud": 1}


def test_without_a_filter_every_article_counts() -> None:
    facets = facets_of(tiny_analysis(), Filters())
    assert facets.sources == ALL
    assert facets.themes["investment"] == 3
    assert (facets.shown, facets.total) == (4, 4)


def test_a_source_filter_leaves_the_counts_of_the_sources() -> None:
    facets = facets_of(tiny_analysis(), Filters(sources=("Le Fil",)))
    assert facets.sources == ALL
    assert facets.themes["investment"] == 1
    assert facets.shown == 1


def test_the_texts_behind_the_articles_are_counted() -> None:
    every = facets_of(copied(), Filters(count_copies_once=True))
    assert (every.shown, every.origins, every.total) == (4, 3, 4)
    one = facets_of(copied(), Filters(sources=("Le Fil",)))
    assert (one.shown, one.origins) == (1, 1)


def test_a_theme_filter_narrows_the_sources_not_the_themes() -> None:
    free = facets_of(tiny_analysis(), Filters())
    facets = facets_of(tiny_analysis(), Filters(themes=("layoffs",)))
    assert facets.sources == {"Le Fil": 1, "La Gazette": 1}
    assert facets.themes == free.themes
    assert facets.shown == 2


def test_filters_that_exclude_one_another_leave_nothing() -> None:
    facets = facets_of(tiny_analysis(), Filters(sources=("Radio Sud",), themes=("layoffs",)))
    assert facets.shown == 0
    assert facets.sources == {"Le Fil": 1, "La Gazette": 1}
    assert "layoffs" not in facets.themes


PERIODS = [
    ([], []),
    ([None], []),
    (["2023-01"], ["2023-01"]),
    (["2023-01-02", "2023-01-09"], ["2023-01-02", "2023-01-09"]),
    (["2023-01-02", "2023-06-09"], ["2023-01", "2023-06"]),
    (["2023-01-02", "2023-02"], ["2023-01", "2023-02"]),
    (["2023-01-02", "2021"], ["2021", "2023"]),
]


@pytest.mark.parametrize(("dates", "steps"), PERIODS)
def test_periods(dates: list[str | None], steps: list[str]) -> None:
    assert periods_of(pd.Series(dates, dtype="str")) == steps
