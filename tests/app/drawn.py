"""The data of the charts on a page."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
from streamlit.testing.v1 import AppTest


def tables_drawn(app: AppTest) -> list[list[dict[str, Any]]]:
    """The rows of every data set of every chart, in the order of the page."""
    charts = app.get("vega_lite_chart")
    return [_rows(named.data.data) for chart in charts for named in chart.proto.datasets]


def rows_with(app: AppTest, column: str) -> list[dict[str, Any]]:
    """The rows of the first data set that has the column; empty where none has."""
    return next((rows for rows in tables_drawn(app) if rows and column in rows[0]), [])


def _rows(arrow: bytes) -> list[dict[str, Any]]:
    return list(pa.ipc.open_stream(arrow).read_all().to_pylist())
