"""A piece of the page written as HTML whose links stay in the session."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.views import navigate

ASSETS = Path(__file__).parent / "assets"


def clickable(html: str, key: str, dark: bool = False) -> None:
    """Draws HTML and follows the links marked ``data-go`` in it (``href`` made by ``navigate.link``).

    Everything in ``html`` that came from an article must have gone through ``markup.safe``. ``key`` is unique
    on the page.
    """

    def clicked() -> None:
        navigate.follow(st.session_state[key].get("go"))

    _component()(key=key, data={"html": html, "dark": dark}, on_go_change=clicked)


@cache
def _component() -> Any:
    script, style = (ASSETS / "page.js").read_text("utf-8"), (ASSETS / "page.css").read_text("utf-8")
    return st.components.v2.component("recoupe_page", js=script, css=style)
