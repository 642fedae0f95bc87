"""A draft of themes that waits: told on the other pages, and kept while the reader's tab is open, over a reload too."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st

import dashboard.views.theme_editor.draft as draft
from dashboard.config.themes import Themes
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import number
from dashboard.views import corpus, navigate
from dashboard.views.clickable import ASSETS, clickable
from dashboard.views.markup import safe
from dashboard.views.scene import Scene
from dashboard.views.theme_editor import drafts
from dashboard.views.theme_editor.drafts import Draft

_KEY, _TOKEN, _LAST, _ASKS = "themes:keeper", "themes:token", "themes:kept", "themes:asks"


def waiting_line(scene: Scene, view: str) -> None:
    """On every page but the editor's own: that edits wait there, with the way back; nothing where none do."""
    place = st.container()
    made = draft.steps()
    if not made or (view == "themes" and "edit" in st.query_params):
        return
    n = len(made)
    said = ngettext(
        "{n} edit of the themes is not applied yet.", "{n} edits of the themes are not applied yet.", n
    ).format(n=number(n, scene.language))
    themes = made[-1].themes
    goal = navigate.link(scene, "themes", edit=made[-1].theme if made[-1].theme in themes.by_id else themes.order[0])
    with place:
        back = f'<a href="{safe(goal)}" data-go>{safe(_("Back to the editor"))}</a>'
        clickable(f'<p class="rc-waits" role="status">{safe(said)} {back}</p>', "edit:waits", scene.dark)


def keeper() -> None:
    """Draws nothing: keeps what changed in this session and, at its beginning, asks the browser for what was kept.

    The browser's tab holds the name of the draft alone, which no link or other tab carries.
    """
    now, last = draft.state(), st.session_state.get(_LAST, Draft())
    if now.steps is not last.steps or now.applied is not last.applied:
        st.session_state.update({_LAST: now, _ASKS: False})
        _write(now)
    asks = st.session_state.get(_ASKS, True)
    data = {"html": "", "asks": asks, "token": "" if asks else st.session_state.get(_TOKEN, "")}
    _component()(key=_KEY, data=data, on_kept_change=_adopt)


def _write(now: Draft) -> None:
    token = st.session_state.pop(_TOKEN, "")
    if not now.steps and now.applied is None:
        drafts.drop_draft(token)
        return
    token = token or drafts.new_token()
    if drafts.keep_draft(token, now, _read()):
        st.session_state[_TOKEN] = token


def _adopt() -> None:
    """Goes on with the draft that the browser names, unless something was edited already."""
    if not st.session_state.get(_ASKS, True):
        return
    st.session_state[_ASKS] = False
    named = st.session_state[_KEY].get("kept")
    if isinstance(named, str) and (found := drafts.kept_draft(named, _read())):
        draft.adopt(found)


def _read() -> Themes:
    return corpus.config().themes


@cache
def _component() -> Any:
    script = (ASSETS / "keep.js").read_text("utf-8")
    return st.components.v2.component("recoupe_keep", js=script)
