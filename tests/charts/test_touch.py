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
