"""Applying the draft, taking it back, saving the themes to a file, downloading and opening one."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

import dashboard.views.theme_editor.draft as draft
from dashboard.config import ConfigError, load_config
from dashboard.config.themes import Themes, check_columns, themes_of_file
from dashboard.config.themes_writing import themes_toml
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import number
from dashboard.store import write_themes
from dashboard.views import corpus
from dashboard.views.markup import plain, safe
from dashboard.views.scene import Scene
from dashboard.views.theme_editor.drafts import Step
from dashboard.views.theme_editor.wording import step_text
from dashboard.views.upload import uploaded, uploader_words

_SAID, _FILES = "themes:said", "themes:files"
#: As many of the last edits are told; the others are counted.
MOST_TOLD = 4


def keeping_bar(scene: Scene) -> None:
    """What was edited, and the buttons that apply it, take it back and keep it."""
    now, made = scene.config.themes, draft.steps()
    with st.container(border=True, key="edit:bar"):
        st.html(f'<p style="margin:0">{_told(scene, made)}</p>')
        with st.container(horizontal=True, gap="small"):
            st.button(
                _("Apply"), type="primary", disabled=not made, on_click=_apply, args=(now,), key="edit:apply",
                help=_("Every page shows these themes until you close it."),
            )  # fmt: skip
            st.button(_("Undo"), disabled=not made, on_click=draft.undo, key="edit:undo")
            st.button(_("Discard"), disabled=not made, on_click=draft.discard, key="edit:discard")
            _save_button(scene, now)
            st.download_button(
                _("Download"), data=lambda: themes_toml(draft.draft(now)), file_name="themes.toml",
                mime="application/toml", icon=":material/download:", key="edit:download", on_click="ignore",
            )  # fmt: skip
            _more(scene, now)
        st.caption(_place_text())


def _told(scene: Scene, made: tuple[Step, ...]) -> str:
    """The state of the draft as HTML."""
    if not made:
        return safe(st.session_state.pop(_SAID, "") or _("Nothing is edited yet."))
    st.session_state.pop(_SAID, None)
    said = ngettext("{n} edit, not applied yet:", "{n} edits, not applied yet:", len(made))
    texts = [step_text(step) for step in made[-MOST_TOLD:]]
    told = "; ".join((["…"] if len(made) > MOST_TOLD else []) + texts)
    return f"<b>{safe(said.format(n=number(len(made), scene.language)))}</b> {safe(told)}"


def _apply(now: Themes) -> None:
    draft.apply(now)
    st.session_state[_SAID] = _("Applied: every page of this session shows these themes.")


def _save_button(scene: Scene, now: Themes) -> None:
    if uploaded():
        return
    saved = corpus.config().themes == draft.draft(now)
    st.button(
        _("Save"), disabled=saved and not st.session_state.get(_FILES), on_click=_save, args=(now,), key="edit:save",
        help=_("Applies the themes and writes them to the file below; the next start reads it."),
    )  # fmt: skip


def _save(now: Themes) -> None:
    """Applies the draft and writes it; where it is the project's own again, the reader's file goes."""
    wanted, file = draft.draft(now), corpus.themes_place()
    draft.apply(now)
    try:
        if not corpus.own_folder() and wanted == _original():
            file.unlink(missing_ok=True)
            st.session_state[_SAID] = _("These are the themes that Recoupe comes with: your file was removed.")
            return
        former = write_themes(file, wanted)
    except OSError as error:
        said = _("The themes are applied, but {file} could not be written: {reason}")
        st.session_state[_SAID] = said.format(file=file, reason=error.strerror or error)
        return
    st.session_state[_FILES] = True
    said = _("Applied and saved to {file}.")
    if former:
        said = _("Applied and saved to {file}. The file as it was before is kept as {former}.")
    st.session_state[_SAID] = said.format(file=file, former=former.name if former else "")


def _place_text() -> str:
    """Where the themes are saved, and what that means for the next start."""
    if uploaded():
        return _("The themes of your own files go with the session: download them to keep them.")
    said = _("“Save” writes {file}, which the next start with this corpus reads.")
    if corpus.own_folder():
        said = _("“Save” writes {file}, which the next start with this configuration reads.")
    return plain(said.format(file=corpus.themes_place()))


def _more(scene: Scene, now: Themes) -> None:
    with st.popover(_("More"), key="edit:more"):
        files = draft.key("file")

        def opened() -> None:
            if file := st.session_state[files]:
                _open(now, file.name, file.getvalue())

        st.html(uploader_words())
        st.file_uploader(_("Open a file of themes"), type=["toml"], key=files, on_change=opened)
        if reason := st.session_state.pop("themes:unread", ""):
            st.error(plain(reason))
        if not corpus.own_folder():
            st.button(_("Back to the themes of Recoupe"), on_click=_replace, args=(now, _original()), key="edit:orig")
        if now != corpus.config().themes:
            st.button(_("Back to the themes of the file"), on_click=draft.back_to_read, key="edit:back")


def _open(now: Themes, name: str, data: bytes) -> None:
    try:
        wanted = themes_of_file(data, name)
        check_columns(wanted, corpus.config().learned.columns, Path(name))
        _replace(now, wanted, name)
    except ConfigError as error:
        st.session_state["themes:unread"] = str(error)


def _replace(now: Themes, wanted: Themes, name: str = "") -> None:
    draft.edit(now, lambda themes: Step("replaced", wanted, (name or "Recoupe",)))


@st.cache_resource(show_spinner=False)
def _original() -> Themes:
    return load_config().themes
