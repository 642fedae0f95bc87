"""The heatmap of themes by sources and the volume chart."""

from __future__ import annotations

import pandas as pd

from dashboard.analysis.findings import volume
from dashboard.analysis.shares import theme_mix
from dashboard.charts.overview import heatmap_rows, theme_heatmap, volume_chart
from dashboard.locales import use_language
from tests.charts.looks import source_look, theme_look
from tests.tiny import tiny_analysis


def test_each_theme_and_source_has_a_cell() -> None:
    rows = heatmap_rows(theme_mix(tiny_analysis()), theme_look())
    assert len(rows) == 4 * 3
    assert list(dict.fromkeys(rows["label"])) == ["Investissement", "Licenciements", "Société", "Sans thème"]
    cell = rows[(rows["label"] == "Licenciements") & (rows["source"] == "Le Fil")].iloc[0]
    assert (cell["printed"], cell["said"]) == ("65\u202f%", "Licenciements, Le Fil, 65\u202f%")
    silent = rows[(rows["label"] == "Licenciements") & (rows["source"] == "Radio Sud")].iloc[0]
    assert (silent["printed"], silent["share"]) == ("–", 0.0)
    assert list(rows[rows["source"] == "Le Fil"]["place"]) == [0, 1, 2, 3]
    assert rows["fill"].str.fullmatch("#[0-9A-F]{6}").all()


def test_the_heatmap_leaves_its_table_alone_and_can_be_clicked() -> None:
    mix = theme_mix(tiny_analysis())
    before = mix.copy()
    use_language("fr")
    spec = theme_heatmap(mix, theme_look("fr", dark=True))
    assert mix.equals(before)
    assert spec["params"][0]["select"] == {"type": "point", "fields": ["theme", "source"]}
    values = spec["datasets"]["cells"]
    assert sorted({row["source"] for row in values}) == ["La Gazette", "Le Fil", "Radio Sud"]


def test_many_periods_have_bars_too() -> None:
    days = pd.DataFrame({"period": [f"2024-03-0{n}" for n in range(1, 9)], "source": "Le Fil", "articles": 1})
    mark = volume_chart(days, source_look()).to_dict()["mark"]
    assert mark["width"] == {"band": 0.9} and "size" not in mark


def test_volume_bars_stand_in_the_order_of_time() -> None:
    use_language("fr")
    spec = volume_chart(volume(tiny_analysis()), source_look()).to_dict()
    assert spec["encoding"]["x"]["sort"] == ["4 mars 2024", "5 mars 2024"]
    assert spec["encoding"]["color"]["scale"]["range"] == ["#2166AC", "#B85C00", "#1B7F5C"]


def test_a_second_heatmap_does_not_change_the_first() -> None:
    mix = theme_mix(tiny_analysis())
    first = theme_heatmap(mix, theme_look())
    cells = [dict(row) for row in first["datasets"]["cells"]]
    theme_heatmap(mix[mix["source"] == "Le Fil"], theme_look())
    assert first["datasets"]["cells"] == cells
