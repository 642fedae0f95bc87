"""The reader's language: chosen, else in the address, else the browser's."""

from __future__ import annotations

import streamlit as st

from dashboard.locales import LANGUAGES, use_language

NAMES = {"fr": "Français", "en": "English"}


def choose_language() -> str:
    """The language of this run, set for it: ``fr`` or ``en``."""
    asked = st.query_params.get("lang")
    state = st.session_state
    if asked in LANGUAGES and asked != state.get("lang:seen"):
        state["lang"] = asked
    state["lang:seen"] = asked
    language = state.get("lang") or _of_browser()
    use_language(language)
    return language


def language_switch(language: str) -> None:
    """Both languages by their own names, the current one marked."""
    st.segmented_control(
        "Langue · Language",
        LANGUAGES,
        default=None if "lang:pick" in st.session_state else language,
        format_func=NAMES.__getitem__,
        key="lang:pick",
        on_change=_picked,
        required=True,
        label_visibility="collapsed",
    )


def _picked() -> None:
    language = st.session_state["lang:pick"]
    st.session_state["lang"] = language
    st.session_state["lang:seen"] = language
    st.query_params["lang"] = language


def _of_browser() -> str:
    return "fr" if (st.context.locale or "fr").lower().startswith("fr") else "en"
