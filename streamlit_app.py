"""The door of the dashboard: the analysis, the filters and the views. Start it with ``make run``."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

import streamlit as st

from dashboard.locales import _
from dashboard.views import corpus, corrections, sidebar
from dashboard.views.clickable import ASSETS
from dashboard.views.failures import said_plainly
from dashboard.views.language import choose_language, language_switch
from dashboard.views.menu import view_menu
from dashboard.views.navigate import current_view, view_label
from dashboard.views.scene import Scene
from dashboard.views.theme_editor import draft, effects, kept
from dashboard.views.upload import corpus_panel, uploaded


def main() -> None:
    """One run: what the reader chose, then the view they are on."""
    language, view = choose_language(), current_view()
    st.set_page_config(page_title=f"{view_label(view)} · Recoupe", page_icon=str(ASSETS / "mark.svg"), layout="wide")
    st.logo(str(ASSETS / "wordmark.svg"), size="large", icon_image=str(ASSETS / "mark.svg"))
    with said_plainly():
        read = corpus.config()
        settings = replace(read, themes=draft.in_use(read.themes))
        themed = effects.applied(uploaded() or corpus.load(), read, settings.themes)
        whole = corrections.applied(themed, settings)
    filters, facets, options = sidebar.choose_filters(whole, settings)
    scene = Scene(
        whole=whole,
        analysis=corpus.selected(whole, filters),
        filters=filters,
        config=settings,
        language=language,
        dark=st.context.theme.type == "dark",
    )
    with st.sidebar, st.expander(_("More"), key="more"):
        sidebar.more_filters(filters)
        language_switch(language)
    with st.sidebar:
        corpus_panel(scene)
        kept.keeper()
    view_menu(scene, view)
    kept.waiting_line(scene, view)
    sidebar.chips(filters, facets, options)
    import_module(f"dashboard.views.{view}").render(scene)


main()
