"""Filters select rows and count again; they never refit, they commute, and they write to nothing."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.config import load_config
from dashboard.filters import Filters, select
from dashboard.tables import check_table
from tests.tiny import FIL, GAZETTE, MUSEUM, RADIO, tiny_analysis

CONFIG = load_config()


def kept(filters: Filters) -> list[str]:
    return sorted(select(tiny_analysis(), filters, CONFIG).articles["article_id"])


def test_no_filter_is_the_analysis_itself() -> None:
    analysis = tiny_analysis()
    assert select(analysis, Filters(), CONFIG) is analysis


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(sources=("Le Fil",)), [FIL]),
        (Filters(sources=("Le Fil", "Radio Sud")), [FIL, RADIO]),
        (Filters(start="2024-03-05"), [GAZETTE, MUSEUM, RADIO]),
        (Filters(end="2024-03-04"), [FIL]),
        (Filters(start="2024-04", end="2024-04"), [MUSEUM]),
        (Filters(start="2024-04-15"), [MUSEUM]),  # a month may hold the day
        (Filters(query="verre recycle"), [FIL]),
        (Filters(query="VISITEURS"), [MUSEUM]),
        (Filters(query="« sauver ce site »"), [GAZETTE]),
        (Filters(query="nothing like it"), []),
        (Filters(query="   "), [FIL, GAZETTE, MUSEUM, RADIO]),
    ],
)
def test_the_articles_that_stay(filters: Filters, expected: list[str]) -> None:
    assert kept(filters) == sorted(expected)


def test_rows_of_every_table_follow_the_source() -> None:
    chosen = select(tiny_analysis(), Filters(sources=("Le Fil",)), CONFIG)
    for name in ("passages", "names", "terms", "term_mentions", "passage_themes", "quantities", "quotes"):
        frame = chosen.tables()[name]
        assert set(frame["article_id"]) == {FIL}, name
        check_table(name, frame)
    assert len(chosen.reuse) == 0
    assert len(chosen.source_overlap) == 0


def test_a_verdict_is_that_of_the_sources_that_are_kept() -> None:
    def verdicts(*sources: str) -> list[str]:
        chosen = select(tiny_analysis(), Filters(sources=sources), CONFIG)
        return sorted(chosen.claims.loc[chosen.claims["measure"] == "layoffs", "verdict"])

    assert verdicts() == ["contradict"]
    assert verdicts("Le Fil") == ["single"]
    assert verdicts("Radio Sud") == []


def test_topics_keep_number_name_and_colour() -> None:
    analysis = tiny_analysis()
    chosen = select(analysis, Filters(sources=("Le Fil",)), CONFIG).topics
    before = analysis.topics.set_index("topic_id")
    for row in chosen.itertuples():
        assert (row.label, row.colour) == (before.loc[row.topic_id, "label"], before.loc[row.topic_id, "colour"])


def test_a_theme_keeps_the_passages_that_have_it_main_or_not() -> None:
    analysis = tiny_analysis()
    theme = analysis.passage_themes["theme"].iloc[0]
    wanted = set(analysis.passage_themes.loc[analysis.passage_themes["theme"] == theme, "passage_id"])
    chosen = select(analysis, Filters(themes=(theme,)), CONFIG)
    assert set(chosen.passages["passage_id"]) == wanted
    assert set(chosen.quantities["passage_id"]) <= wanted


def test_a_copy_counts_once_and_stands_in_when_its_origin_is_out() -> None:
    analysis = tiny_analysis()
    first, second = f"{FIL}:0", f"{GAZETTE}:0"
    copied = analysis.passages.assign(
        copy_of=[first if row == second else None for row in analysis.passages["passage_id"]]
    )
    analysis = analysis.with_tables(passages=copied)
    once = Filters(count_copies_once=True)
    assert second not in set(select(analysis, once, CONFIG).passages["passage_id"])
    alone = replace(once, sources=("La Gazette",))
    assert second in set(select(analysis, alone, CONFIG).passages["passage_id"])


def test_selecting_writes_to_nothing() -> None:
    analysis = tiny_analysis()
    before = {name: frame.copy() for name, frame in analysis.tables().items()}
    select(analysis, Filters(sources=("Le Fil",), query="postes", count_copies_once=True), CONFIG)
    for name, frame in analysis.tables().items():
        pd.testing.assert_frame_equal(frame, before[name])


PARTS = {
    "sources": st.sampled_from([("Le Fil",), ("La Gazette",), ("Le Fil", "Radio Sud")]),
    "query": st.sampled_from(["alba", "usine", "site", "salariés"]),
    "start": st.sampled_from(["2024-03-05", "2024-03"]),
}


@settings(max_examples=25, deadline=None)
@given(st.fixed_dictionaries(PARTS))
def test_filters_commute(chosen: dict[str, object]) -> None:
    analysis = tiny_analysis()
    results = []
    for order in itertools.permutations(chosen):
        made = analysis
        for key in order:
            made = select(made, Filters(**{key: chosen[key]}), CONFIG)  # type: ignore[arg-type]
        results.append(made)
    results.append(select(analysis, Filters(**chosen), CONFIG))  # type: ignore[arg-type]
    for name in ("articles", "passages", "quantities", "claims", "reuse", "terms"):
        for other in results[1:]:
            pd.testing.assert_frame_equal(results[0].tables()[name], other.tables()[name])
