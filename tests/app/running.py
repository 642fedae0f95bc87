"""The whole dashboard on a corpus of a test's choice, without a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.tables import Analysis
from dashboard.views import corpus

APP = Path(__file__).resolve().parents[2] / "streamlit_app.py"


def open_app(patch: pytest.MonkeyPatch, analysis: Analysis, address: str = "", **params: str | list[str]) -> AppTest:
    """The dashboard after its first run, at a view and with address parameters; no exception was raised."""
    patch.setattr(corpus, "load", lambda: analysis)
    app = AppTest.from_file(str(APP), default_timeout=30)
    if address:
        app.query_params["view"] = address
    for key, value in params.items():
        app.query_params[key.rstrip("_")] = value
    return settled(app.run())


def settled(app: AppTest) -> AppTest:
    """The app itself; fails with what the run raised."""
    assert not app.exception, app.exception[0].stack_trace or app.exception[0].message
    return app


def pieces(app: AppTest) -> dict[str, str]:
    """The HTML of every piece drawn with ``clickable``, by its key."""
    found = {}
    for element in app.main:
        proto: Any = getattr(element, "proto", None)
        if element.type == "bidi_component":
            found[key_of(proto.id)] = json.loads(proto.json)["html"]
    return found


def key_of(element_id: str) -> str:
    """The key that a widget was given, from its id."""
    return element_id.split("-", 2)[2]


def shown(app: AppTest) -> str:
    """Everything on the page that is written as HTML, pieces and plain HTML alike."""
    plain = [element.proto.body for element in app.main if element.type == "html"]
    return "\n".join([*plain, *pieces(app).values()])


def specs(app: AppTest) -> list[dict[str, Any]]:
    """The Vega-Lite specifications of the charts on the page."""
    return [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]


def drawn(app: AppTest, chart: int, dataset: str) -> pd.DataFrame:
    """The rows of a named dataset of the chart in this place."""
    proto = app.get("vega_lite_chart")[chart].proto
    [data] = [named.data.data for named in proto.datasets if named.name == dataset]
    return pa.ipc.open_stream(data).read_pandas()
