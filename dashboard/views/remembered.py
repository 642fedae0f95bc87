"""Pieces of a page that were made before, so that a click elsewhere on the page does not make them again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import streamlit as st

from dashboard.views.scene import Scene

Piece = TypeVar("Piece")


def remembered(scene: Scene, name: str, make: Callable[[], Piece], *depends: Hashable) -> Piece:
    """What ``make`` returned for this selection of the page and ``depends``; nobody may write into it.

    Give everything else that the piece depends on. The language chosen by hand counts too: links carry it.
    """
    piece: Piece = _made((name, *scene.key, st.session_state.get("lang"), *depends), make)
    return piece


@st.cache_resource(max_entries=512, show_spinner=False)
def _made(key: tuple[Any, ...], _make: Callable[[], Any]) -> Any:
    return _make()
