"""Charts of the themes: what they draw, exactly, and that they leave their input alone."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from dashboard.analysis.shares import counted_passages, theme_mix, theme_periods
from dashboard.charts import themes
from dashboard.charts.look import stacked
from tests.charts.looks import THEMES, theme_look
from tests.tiny import FIL, TEXTS, tiny_analysis


def rows_of(chart: Any) -> list[dict[str, Any]]:
    """Every row of data that the chart holds."""
    return [row for rows in chart.to_dict()["datasets"].values() for row in rows]


def test_bars_are_laid_end_to_end_in_the_fixed_order() -> None:
    rows = stacked(theme_mix(tiny_analysis()), "source", theme_look())
    gazette = rows[rows["source"] == "La Gazette"]
    assert list(gazette["theme"]) == ["layoffs", "investment", "society"]
    assert list(gazette["left"].round(6)) == [0.0, round(29 / 73, 6), round(49 / 73, 6)]
    assert gazette["right"].iloc[-1] == pytest.approx(1.0)
    assert list(gazette["printed"]) == ["40\u202f%", "27\u202f%", "33\u202f%"]


def test_narrow_parts_keep_their_number_for_the_tooltip_alone() -> None:
    mix = pd.DataFrame(
        {
            "source": "A",
            "theme": ["layoffs", "society"],
            "share": [0.95, 0.05],
            "n_words": [95, 5],
            "n_passages": [3, 1],
        }
    )
    rows = stacked(mix, "source", theme_look("en"))
    assert list(rows["text"]) == ["95%", ""]
    assert list(rows["printed"]) == ["95%", "5%"]


def test_the_mix_draws_every_part_and_a_click_selects_source_and_theme() -> None:
    chart = themes.mix_chart(theme_mix(tiny_analysis()), theme_look(), "Le titre")
    spec = chart.to_dict()
    assert {(row["source"], row["theme"]) for row in rows_of(chart)} == {
        ("La Gazette", "layoffs"), ("La Gazette", "investment"), ("La Gazette", "society"),
        ("Le Fil", "layoffs"), ("Le Fil", "investment"), ("Radio Sud", "investment"), ("Radio Sud", ""),
    }  # fmt: skip
    assert spec["params"][0]["name"] == "picked"
    assert spec["params"][0]["select"]["fields"] == ["source", "theme"]
    assert spec["title"]["text"] == "Le titre"
    assert "Le Fil · Licenciements · 65\u202f%" in [row["spoken"] for row in rows_of(chart)]


def test_a_theme_keeps_its_colour_when_others_are_filtered_out() -> None:
    mix = theme_mix(tiny_analysis())
    colours = [
        chart.to_dict()["layer"][0]["encoding"]["color"]["scale"]
        for chart in (
            themes.mix_chart(mix, theme_look()),
            themes.mix_chart(mix[mix["theme"] == "society"], theme_look()),
        )
    ]
    assert colours[0] == colours[1]
    assert dict(zip(colours[0]["domain"], colours[0]["range"], strict=True))["society"] == THEMES["society"][1]


def test_time_is_drawn_in_order_with_dates_as_the_language_writes_them() -> None:
    chart = themes.time_chart(theme_periods(tiny_analysis()), theme_look())
    axis = chart.to_dict()["encoding"]["x"]["sort"]
    assert len(axis) == 2 and all("mars" in name for name in axis)
    assert chart.to_dict()["params"][0]["select"]["fields"] == ["period", "theme"]


def test_the_map_holds_every_placed_passage_with_its_beginning() -> None:
    analysis = tiny_analysis()
    dots = themes.map_dots(counted_passages(analysis), analysis.articles, theme_look())
    assert len(dots) == 10
    heading = dots[dots["passage_id"] == f"{FIL}:0"].iloc[0]
    assert (heading["excerpt"], heading["label"]) == ("Alba supprime 120 postes", "Licenciements")
    cut = dots[dots["excerpt"].str.endswith("…")]["excerpt"]
    assert len(cut) and cut.str.len().max() <= 141
    chart = themes.map_chart(dots, theme_look())
    assert chart.to_dict()["params"][0]["select"]["fields"] == ["passage_id"]
    assert len(rows_of(chart)) == 10


def test_the_map_never_draws_more_dots_than_can_be_told_apart() -> None:
    analysis = tiny_analysis()
    one = counted_passages(analysis).iloc[:1]
    many = pd.concat([one.assign(passage_id=f"{FIL}:{place}") for place in range(themes.MOST_DOTS * 2 + 1)])
    dots = themes.map_dots(many, analysis.articles, theme_look())
    assert themes.MOST_DOTS // 2 < len(dots) <= themes.MOST_DOTS


def test_strings_of_articles_stay_data() -> None:
    mix = theme_mix(tiny_analysis())
    evil = "<img src=x onerror=alert(1)>"
    spec = themes.mix_chart(mix.assign(source=evil), theme_look()).to_dict()
    outside = json.dumps({key: value for key, value in spec.items() if key != "datasets"})
    assert evil in json.dumps(spec["datasets"]) and "onerror" not in outside


@pytest.mark.parametrize("dark", [False, True])
def test_no_chart_writes_to_its_input(dark: bool) -> None:
    analysis, look = tiny_analysis(), theme_look(dark=dark)
    mix, periods, passages = theme_mix(analysis), theme_periods(analysis), counted_passages(analysis)
    dots = themes.map_dots(passages, analysis.articles, look)
    for draw, frame in (
        (lambda: themes.mix_chart(mix, look), mix),
        (lambda: themes.time_chart(periods, look), periods),
        (lambda: themes.map_dots(passages, analysis.articles, look), passages),
        (lambda: themes.map_chart(dots, look), dots),
    ):
        before = frame.copy()
        draw()
        pd.testing.assert_frame_equal(frame, before)
    assert set(analysis.articles["text"]) == set(TEXTS.values())
