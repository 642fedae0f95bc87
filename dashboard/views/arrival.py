"""What a click leads to is brought into sight: once for each click, wherever on the page it stands.

A place is named after the parameter of the address that it answers (``term``, ``show``), or after the chart below
which it opens. The page's script scrolls to the mark of the place that was asked for last.
"""

from __future__ import annotations

from collections.abc import Container
from time import time_ns

import streamlit as st

from dashboard.views import address

#: The head of the page.
TOP = "top"
#: The parameters that a section further down answers, by view; the first one that the address has counts.
_ANSWERED = {"themes": ("edit", "topic", "show"), "terms": ("term",)}
# The editor takes the whole page.
_AT_TOP = frozenset({"edit"})
_KEY = "arrival"


def place_of(view: str, params: Container[str]) -> str:
    """The place that an address with these parameters asks for; empty where it asks for the view alone."""
    key = next((key for key in _ANSWERED.get(view, ()) if key in params), "")
    return TOP if key in _AT_TOP else key


def ask(place: str, far: bool = False) -> None:
    """Wants this place in sight. ``far``: on another page than the click, so that nothing above it need be kept."""
    st.session_state[_KEY] = (place, far, str(time_ns()))


def mark(place: str) -> str:
    """The attributes of the HTML that stands at this place, for ``clickable``; empty unless it is wanted."""
    if _KEY not in st.session_state:
        ask(place_of(st.query_params.get("view", address.VIEWS[0]), st.query_params), far=True)
    asked, far, token = st.session_state[_KEY]
    if place != asked:
        return ""
    return f' data-arrive="{token}"{" data-far" if far else ""}'
