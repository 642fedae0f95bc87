"""From anywhere to a view, an article or the sentence behind a mark, with the filters kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn

import streamlit as st

from dashboard.locales import _
from dashboard.views import address
from dashboard.views.scene import Scene

ICONS = {
    "overview": ":material/dashboard:",
    "themes": ":material/category:",
    "terms": ":material/match_word:",
    "overlap": ":material/join_inner:",
    "figures": ":material/123:",
    "quotes": ":material/format_quote:",
    "articles": ":material/article:",
}


def view_label(view: str) -> str:
    """The view's name in the current language."""
    labels = {
        "overview": _("Overview"),
        "themes": _("Themes"),
        "terms": _("Terms"),
        "overlap": _("Overlap"),
        "figures": _("Figures"),
        "quotes": _("Quotes"),
        "articles": _("Articles"),
    }
    return labels[view]


def page(view: str, run: Callable[[str], None] = lambda view: None) -> Any:
    """The page of a view; to link to it, the callable may be left out."""
    return st.Page(partial(run, view), title=view_label(view), url_path=view, default=view == address.VIEWS[0])


def params(scene: Scene, **extra: str | int) -> address.Params:
    """The address parameters that keep the filters and the chosen language, with further ones added."""
    kept = address.params_of(scene.filters, address.slugs(scene.whole.articles["source"]))
    if chosen := st.session_state.get("lang"):
        kept["lang"] = [str(chosen)]
    return {**kept, **{key: [str(value)] for key, value in extra.items() if value != ""}}


def link(scene: Scene, view: str, **extra: str | int) -> str:
    """An ``href`` to a view with the filters kept, for HTML drawn with ``clickable``."""
    return address.href(view, params(scene, **extra))


def article_link(scene: Scene, article_id: str, start: int | None = None, end: int | None = None) -> str:
    """An ``href`` to an article in the reading pane, at a place where one is given."""
    if start is None or end is None:
        return link(scene, "articles", article=article_id)
    return link(scene, "articles", article=article_id, start=int(start), end=int(end))


def open_view(scene: Scene, view: str, **extra: str | int) -> NoReturn:
    """Goes to a view at once, filters kept. Not for callbacks."""
    st.switch_page(page(view), query_params=params(scene, **extra))


def open_article(scene: Scene, article_id: str, start: int | None = None, end: int | None = None) -> NoReturn:
    """Opens the reading pane at a place of an article at once, filters kept. Not for callbacks."""
    follow(article_link(scene, article_id, start, end))
    raise AssertionError("a link of our own always leads somewhere")


def follow(href: object) -> None:
    """Goes where a link of ours leads; any other link is left alone."""
    if found := address.parse(href):
        view, wanted = found
        st.switch_page(page(view), query_params=wanted)


def view_menu(scene: Scene) -> None:
    """The links to all views, in one row above the page."""
    kept = params(scene)
    with st.container(horizontal=True, gap="xsmall", key="views"):
        for view in address.VIEWS:
            st.page_link(page(view), label=view_label(view), icon=ICONS[view], query_params=kept)
