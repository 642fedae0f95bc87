"""What sets a group apart as dots, and the course of a term: what is drawn, exactly."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.analysis.specific import course
from dashboard.charts import keyness
from tests.charts.looks import source_look
from tests.charts.test_themes import rows_of
from tests.tiny import tiny_analysis

KEYNESS = pd.DataFrame(
    {
        "lemma": ["musée", "visiteur", "poste"],
        "term": ["musée", "visiteurs", "postes"],
        "g2": [9.5, 4.0, -5.2],
        "log_ratio": [4.0, 1.5, -3.0],
        "count": [2, 5, 0],
        "count_rest": [0, 3, 1200],
    }
)


def test_a_dot_stands_at_the_ratio_with_the_counts_beside_it() -> None:
    chart = keyness.keyness_chart(KEYNESS, source_look())
    rows = {row["lemma"]: (row["side"], row["printed"], row["times"]) for row in rows_of(chart)}
    assert rows == {
        "musée": ("more", "2 / 0", "×16"),
        "visiteur": ("more", "5 / 3", "×2,8"),
        "poste": ("less", "0 / 1\u202f200", "÷8"),
    }
    dots = next(layer for layer in chart["layer"] if layer["mark"]["type"] == "point")
    assert dots["encoding"]["x"]["field"] == "log_ratio"
    ends = {param["name"]: param.get("value") for param in chart["params"]}
    assert (ends["low"], ends["high"]) == (-3.0, 4.0)
    # The counts stand beyond the dots: pixels are kept free for them, whatever the width.
    assert dots["encoding"]["x"]["scale"]["padding"] == keyness.COUNTS
    assert [row["lemma"] for row in rows_of(chart)] == ["musée", "visiteur", "poste"]


def test_both_measures_are_in_the_tooltip() -> None:
    chart = keyness.keyness_chart(KEYNESS, source_look())
    dots = next(layer for layer in chart["layer"] if layer["mark"]["type"] == "point")
    assert {"g2", "log_ratio", "count", "count_rest"} <= {told["field"] for told in dots["encoding"]["tooltip"]}


@pytest.mark.parametrize("dark", [False, True])
def test_a_dot_is_hollow_where_one_side_has_no_mention(dark: bool) -> None:
    look = source_look(dark=dark)
    rows = {row["lemma"]: row for row in rows_of(keyness.keyness_chart(KEYNESS, look))}
    ground = look.palette.ground
    assert [rows[lemma]["fill"] == ground for lemma in ("musée", "visiteur", "poste")] == [True, False, True]
    assert rows["visiteur"]["fill"] == rows["visiteur"]["paint"] == rows["musée"]["paint"] != rows["poste"]["paint"]


def test_one_side_alone_begins_at_even() -> None:
    chart = keyness.keyness_chart(KEYNESS[:2], source_look())
    ends = {param["name"]: param.get("value") for param in chart["params"]}
    assert (ends["low"], ends["high"]) == (0.0, 4.0)


def test_the_course_is_in_order_of_time_and_each_period_can_be_picked() -> None:
    chart = keyness.course_chart(course(tiny_analysis(), "poste"), source_look("en"))
    rows = {row["period"]: row["printed"] for row in rows_of(chart)}
    assert list(rows) == ["2024-03-04", "2024-03-05"]
    assert rows["2024-03-04"] == "38.5"
    (choice,) = (param for param in chart["params"] if param["name"] == "picked")
    assert choice["select"]["fields"] == ["period"]


def test_the_input_is_left_alone() -> None:
    before = KEYNESS.copy()
    keyness.keyness_chart(KEYNESS, source_look(dark=True))
    pd.testing.assert_frame_equal(KEYNESS, before)
