"""Passages as cards, a few at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.views.components import Card, cards
from dashboard.views.looks import records
from dashboard.views.scene import Scene

PAGE = 6


def paged_cards(scene: Scene, rows: pd.DataFrame, make: Callable[[dict[str, Any]], Card], key: str) -> None:
    """A card for each row, made by ``make``, six on a page; ``key`` is unique on the page of the dashboard."""
    pages = -(-len(rows) // PAGE)
    # Above the cards stands what they are, below them the way on.
    place = st.container()
    page = st.pagination(pages, key=f"{key}:page") if pages > 1 else 1
    with place:
        shown = rows.iloc[(page - 1) * PAGE : page * PAGE]
        cards(scene, [make(row) for row in records(shown)], f"{key}:cards")
