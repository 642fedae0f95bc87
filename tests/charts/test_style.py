"""The look of the charts: contrast, fixed colours, French numbers."""

from __future__ import annotations

import altair as alt
import pytest

from dashboard.charts.style import CATEGORICAL, DARK, LIGHT, Palette, contrast, finish, mixed, shade, source_colours


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read(colours: Palette) -> None:
    assert contrast(colours.text, colours.ground) >= 7
    assert contrast(colours.muted, colours.ground) >= 4.5
    for verdict, colour in colours.verdicts.items():
        assert contrast(colour, colours.ground) >= 5
        assert contrast(colour, colours.tints[verdict]) >= 4.5


@pytest.mark.parametrize("colour", CATEGORICAL)
def test_series_can_be_seen_on_both_grounds(colour: str) -> None:
    assert contrast(shade(colour, False), LIGHT.ground) >= 4.5
    assert contrast(shade(colour, True), DARK.ground) >= 4.5


def test_contrast_of_known_pairs() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_sources_keep_their_colours() -> None:
    names = [f"Média {letter}" for letter in "CABD"]
    assert source_colours(names) == dict(zip(sorted(names), CATEGORICAL, strict=False))
    many = source_colours([f"{place:02}" for place in range(14)])
    assert many["11"] == CATEGORICAL[11]
    assert many["12"] == many["13"] == LIGHT.muted


@pytest.mark.parametrize(("share", "expected"), [(0.0, "#FFFFFF"), (1.0, "#000000"), (0.5, "#808080")])
def test_mixed(share: float, expected: str) -> None:
    assert mixed("#FFFFFF", "#000000", share) == expected


def test_a_finished_chart_speaks_the_language() -> None:
    chart = alt.Chart(alt.Data(values=[{"a": 1}])).mark_bar().encode(x="a:Q")
    french = finish(chart, "fr", dark=True, title="Titre", subtitle="Suite").to_dict()
    assert french["config"]["locale"]["number"]["decimal"] == ","
    assert french["config"]["locale"]["number"]["thousands"] == "\u202f"
    assert french["config"]["locale"]["number"]["percent"] == "\u202f%"
    assert french["config"]["title"]["color"] == DARK.text
    assert french["title"] == {"text": "Titre", "subtitle": "Suite"}
    english = finish(chart, "en").to_dict()
    assert english["config"]["locale"]["number"]["decimal"] == "."
    assert "title" not in english
