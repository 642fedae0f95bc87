"""From anywhere to a view, an article or the sentence behind a mark, with the filters kept.

All views live at one address and are told apart by its parameter ``view``: so every link opens at once, also
in a new tab, and the browser's *back* takes back a filter as well as a view.
"""

from __future__ import annotations

from typing import Any, NoReturn

import streamlit as st

from dashboard.locales import _
from dashboard.views import address, arrival
from dashboard.views.scene import Scene

# A page holds dozens of links: the ids of the table that was asked for last are kept beside it.
_last_ids: tuple[Any, dict[str, str]] = (None, {})


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


def current_view() -> str:
    """The view that the address names, the overview where it names none that exists."""
    view = st.query_params.get("view", address.VIEWS[0])
    return view if view in address.VIEWS else address.VIEWS[0]


def params(scene: Scene, **extra: str | int) -> address.Params:
    """The address parameters that keep the filters and the chosen language, with further ones added."""
    kept = address.params_of(scene.filters, source_ids(scene))
    if chosen := st.session_state.get("lang"):
        kept["lang"] = [str(chosen)]
    return {**kept, **{key: [str(value)] for key, value in extra.items() if value != ""}}


def source_ids(scene: Scene) -> dict[str, str]:
    """Source name to its id in addresses, for all sources of the corpus."""
    global _last_ids
    articles, ids = _last_ids
    if articles is not scene.whole.articles:
        articles, ids = scene.whole.articles, address.slugs(scene.whole.articles["source"].unique())
        _last_ids = (articles, ids)
    return ids


def link(scene: Scene, view: str, **extra: str | int) -> str:
    """An ``href`` to a view with the filters kept, for HTML drawn with ``clickable``."""
    return address.href(view, params(scene, **extra))


def article_link(scene: Scene, article_id: str, start: int | None = None, end: int | None = None) -> str:
    """An ``href`` to an article in the reading pane, at a place where one is given."""
    if start is None or end is None:
        return link(scene, "articles", article=article_id)
    return link(scene, "articles", article=article_id, start=int(start), end=int(end))


def open_view(scene: Scene, view: str, **extra: str | int) -> NoReturn:
    """Goes to a view at once, filters kept. Not for callbacks: use ``follow`` there."""
    follow(link(scene, view, **extra))
    st.rerun()


def follow(href: object) -> None:
    """Makes a link of ours the address; the next run shows it and what it asks for. Any other link is left alone."""
    if found := address.parse(href):
        view, wanted = found
        moved = view != current_view()
        arrival.ask(arrival.place_of(view, wanted) or (arrival.TOP if moved else ""), far=moved)
        st.query_params.from_dict({"view": [view], **wanted} if view != address.VIEWS[0] else wanted)
