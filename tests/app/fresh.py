"""The dashboard on an analysis that no cache has seen."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.tables import Analysis
from tests.app.running import open_app

_numbers = count()


def open_fresh(patch: pytest.MonkeyPatch, analysis: Analysis, view: str, **params: str | list[str]) -> AppTest:
    """``open_app`` with the tables under a digest of their own: what was drawn of other tables is not drawn again."""
    return open_app(patch, replace(analysis, digest=f"test-{next(_numbers)}"), view, **params)
