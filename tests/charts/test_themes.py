"""Charts of the themes: what they draw, exactly, and that they leave their input alone."""

from __future__ import annotations

import json
from typing import Any

import altair as alt
import pandas as pd
import pytest

from dashboard.analysis.shares import counted_passages, theme_mix, theme_periods
from dashboard.charts import themes
from dashboard.charts.look import from_arrow, stacked
from dashboard.charts.style import contrast, mixed, shade
from dashboard.config import load_config
from tests.charts.looks import THEMES, theme_look
from tests.tiny import FIL, TEXTS, tiny_analysis


def rows_of(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows that a chart draws; that the whole is Vega-Lite is checked beside."""
    alt.Chart.from_dict({**spec, "datasets": {}}, validate=True)
    return from_arrow(spec["datasets"]["rows"])


def test_bars_are_laid_end_to_end_in_the_fixed_order() -> None:
    rows = stacked(theme_mix(tiny_analysis()), "source", theme_look())
    gazette = rows[rows["source"] == "La Gazette"]
    assert list(gazette["theme"]) == ["layoffs", "investment", "society"]
    assert list(gazette["left"].round(6)) == [0.0, round(29 / 73, 6), round(49 / 73, 6)]
    assert gazette["right"].iloc[-1] == pytest.approx(1.0)
    assert list(gazette["printed"]) == ["40\u202f%", "27\u202f%", "33\u202f%"]


def test_a_number_is_printed_where_its_part_has_room_on_the_screen() -> None:
    numbers = themes.mix_chart(theme_mix(tiny_analysis()), theme_look())["layer"][1]["mark"]["text"]
    assert numbers == {"expr": "scale('x', datum.right) - scale('x', datum.left) < 34 ? '' : datum.printed"}


def test_thin_parts_of_a_column_keep_their_number_for_the_tooltip_alone() -> None:
    mix = pd.DataFrame(
        {
            "period": "2024-03",
            "theme": ["layoffs", "society"],
            "share": [0.95, 0.05],
            "n_words": [95, 5],
            "n_passages": [3, 1],
        }
    )
    rows = rows_of(themes.time_chart(mix, theme_look("en")))
    assert [(row["text"], row["printed"]) for row in rows] == [("95%", "95%"), ("", "5%")]


def test_the_mix_draws_every_part_and_a_click_selects_source_and_theme() -> None:
    chart = themes.mix_chart(theme_mix(tiny_analysis()), theme_look())
    assert {(row["source"], row["theme"]) for row in rows_of(chart)} == {
        ("La Gazette", "layoffs"), ("La Gazette", "investment"), ("La Gazette", "society"),
        ("Le Fil", "layoffs"), ("Le Fil", "investment"), ("Radio Sud", "investment"), ("Radio Sud", ""),
    }  # fmt: skip
    assert chart["params"][0]["name"] == "picked"
    assert chart["params"][0]["select"]["fields"] == ["source", "theme"]
    assert "Le Fil · Licenciements · 65\u202f%" in [row["spoken"] for row in rows_of(chart)]


def test_a_theme_keeps_its_colour_when_others_are_filtered_out() -> None:
    mix = theme_mix(tiny_analysis())
    colours = [
        chart["layer"][0]["encoding"]["color"]["scale"]
        for chart in (
            themes.mix_chart(mix, theme_look()),
            themes.mix_chart(mix[mix["theme"] == "society"], theme_look()),
        )
    ]
    assert colours[0] == colours[1]
    assert dict(zip(colours[0]["domain"], colours[0]["range"], strict=True))["society"] == THEMES["society"][1]


def test_time_is_drawn_in_order_with_dates_as_the_language_writes_them() -> None:
    chart = themes.time_chart(theme_periods(tiny_analysis()), theme_look())
    assert chart["layer"][0]["encoding"]["x"]["sort"] is None
    assert list(dict.fromkeys(row["name"] for row in rows_of(chart))) == ["4 mars 2024", "5 mars 2024"]
    assert chart["params"][0]["select"]["fields"] == ["period", "theme"]


def test_the_map_holds_every_placed_passage_with_its_beginning() -> None:
    analysis = tiny_analysis()
    dots = themes.map_dots(counted_passages(analysis), analysis.articles, theme_look())
    assert len(dots) == 10
    heading = dots[dots["passage_id"] == f"{FIL}:0"].iloc[0]
    assert (heading["excerpt"], heading["label"]) == ("Alba supprime 120 postes", "Licenciements")
    cut = dots[dots["excerpt"].str.endswith("…")]["excerpt"]
    assert len(cut) and cut.str.len().max() <= 141
    chart = themes.map_chart(dots, theme_look())
    assert chart["params"][0]["select"]["fields"] == ["passage_id"]
    assert len(rows_of(chart)) == 10


def test_the_names_of_topics_stand_at_their_dots() -> None:
    analysis = tiny_analysis()
    names = pd.DataFrame({"passage_id": [f"{FIL}:0"], "name": ["musée · entrées"], "short": ["musée"]})
    dots = themes.map_dots(counted_passages(analysis), analysis.articles, theme_look(), names)
    assert list(dots.loc[dots["name"] != "", "passage_id"]) == [f"{FIL}:0"]
    assert set(dots["short"]) == {"", "musée"}
    assert len(rows_of(themes.map_chart(dots, theme_look()))) == 10


def test_the_map_never_draws_more_dots_than_can_be_told_apart() -> None:
    analysis = tiny_analysis()
    one = counted_passages(analysis).iloc[:1]
    many = pd.concat([one.assign(passage_id=f"{FIL}:{place}") for place in range(themes.MOST_DOTS * 2 + 1)])
    dots = themes.map_dots(many, analysis.articles, theme_look())
    assert themes.MOST_DOTS // 2 < len(dots) <= themes.MOST_DOTS


def test_strings_of_articles_stay_data() -> None:
    mix = theme_mix(tiny_analysis())
    evil = "<img src=x onerror=alert(1)>"
    spec = themes.mix_chart(mix.assign(source=evil), theme_look())
    assert {row["source"] for row in rows_of(spec)} == {evil}
    assert "onerror" not in json.dumps({key: value for key, value in spec.items() if key != "datasets"})


def test_a_template_is_shared_and_never_written_to() -> None:
    mix, look = theme_mix(tiny_analysis()), theme_look()
    first = themes.mix_chart(mix, look)
    rows = rows_of(first)
    second = themes.mix_chart(mix[mix["source"] == "Le Fil"], look)
    assert rows_of(first) == rows and len(rows_of(second)) == 2
    assert {key: value for key, value in first.items() if key != "datasets"} == {
        key: value for key, value in second.items() if key != "datasets"
    }


@pytest.mark.parametrize("dark", [False, True])
def test_numbers_can_be_read_on_what_a_click_paled(dark: bool) -> None:
    look = theme_look(dark=dark)
    for spec in (
        themes.mix_chart(theme_mix(tiny_analysis()), look),
        themes.time_chart(theme_periods(tiny_analysis()), look),
    ):
        cells, numbers = spec["layer"]
        colour, fade = numbers["encoding"]["color"], cells["encoding"]["opacity"]
        clicked = next(one for one in colour["condition"] if one.get("param") == "picked")
        assert (clicked["value"], colour["value"]) == (look.palette.ground, look.palette.text)
        for theme in load_config().themes.themes:
            pale = mixed(look.palette.ground, shade(theme.colour, dark), fade["value"])
            assert contrast(pale, colour["value"]) >= 4.5


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
