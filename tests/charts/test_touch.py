"""The layer that is clicked."""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard.charts.style import LIGHT
from dashboard.charts.touch import touch


def test_it_is_clear_named_and_read_aloud() -> None:
    base = alt.Chart(pd.DataFrame({"x": ["a"], "y": ["b"], "spoken": ["a et b"]})).encode(x="x:N", y="y:N")
    spec = touch(base, ["x", "y"], LIGHT, [alt.Tooltip("x:N")]).to_dict()
    assert spec["mark"]["fillOpacity"] == 0
    assert spec["encoding"]["description"]["field"] == "spoken"
    (choice,) = spec["params"]
    assert (choice["name"], choice["select"]["fields"]) == ("picked", ["x", "y"])


def test_a_mark_that_leads_nowhere_has_no_box_and_takes_no_click() -> None:
    base = alt.Chart(pd.DataFrame({"x": ["a"], "spoken": ["a"], "value": [0]})).encode(x="x:N")
    spec = touch(base, ["x"], LIGHT, [], where="datum.value > 0").to_dict()
    assert spec["transform"] == [{"filter": "datum.value > 0"}]
    (choice,) = spec["params"]
    assert choice["select"]["on"] == "click[!datum || !datum.spoken || datum.value > 0]"
