"""The heatmap of sources that share words."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts import overlap
from tests.tiny import tiny_analysis

SOURCES = ["La Gazette", "Le Fil", "Radio Sud"]


def test_both_directions_are_printed_and_the_diagonal_is_empty() -> None:
    rows = overlap.overlap_cells(tiny_analysis().source_overlap, SOURCES, "containment", "fr")
    printed = {(row.source_a, row.source_b): row.printed.replace("\u202f", " ") for row in rows.itertuples()}
    assert printed["Le Fil", "La Gazette"] == "17 %" and printed["La Gazette", "Le Fil"] == "12 %"
    assert printed["Radio Sud", "La Gazette"] == "0 %"
    assert [printed[name, name] for name in SOURCES] == ["", "", ""]
    assert len(rows) == 9


def test_words_outside_quotation_marks() -> None:
    rows = overlap.overlap_cells(tiny_analysis().source_overlap, SOURCES, "containment_unquoted", "en")
    printed = {(row.source_a, row.source_b): row.printed for row in rows.itertuples()}
    assert printed["Le Fil", "La Gazette"] == "0%"
    assert printed["Le Fil", "Radio Sud"] == "21%"


def test_a_pair_that_the_table_lacks_shares_nothing() -> None:
    table = tiny_analysis().source_overlap.iloc[:0]
    rows = overlap.overlap_cells(table, SOURCES, "containment", "fr")
    assert rows["share"].fillna(0).sum() == 0 and len(rows) == 9


def test_of_many_sources_those_that_share_most_stay() -> None:
    names = [f"s{number:02}" for number in range(20)]
    table = pd.DataFrame({"source_a": ["s19", "s18"], "source_b": ["s18", "s19"], "containment": [0.5, 0.4]})
    kept = overlap.sources_shown(table, names)
    assert len(kept) == overlap.MOST_SOURCES and kept[-2:] == ["s18", "s19"] and kept[0] == "s00"
    assert overlap.sources_shown(table, names[:3]) == names[:3]


@pytest.mark.parametrize("dark", [False, True])
def test_a_click_selects_the_two_sources(dark: bool) -> None:
    rows = overlap.overlap_cells(tiny_analysis().source_overlap, SOURCES, "containment", "fr")
    before = rows.copy()
    spec = overlap.overlap_chart(rows, "fr", dark).to_dict()
    (choice,) = [param for param in spec["params"] if "select" in param]
    assert choice["select"]["fields"] == ["source_a", "source_b"]
    pd.testing.assert_frame_equal(rows, before)
