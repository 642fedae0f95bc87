"""The reader's own files: read, analysed and kept for this session alone."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import streamlit as st

from dashboard.locales import _
from dashboard.tables import Analysis
from dashboard.views import corpus
from dashboard.views.markup import safe
from dashboard.views.scene import Scene
from dashboard.views.skipped import skipped_html, skipped_panel

TYPES = ["txt", "md", "html", "htm", "json", "jsonl", "csv"]


def uploaded() -> Analysis | None:
    """The analysis of the files that this reader opened; None where the dashboard's own corpus is shown."""
    key = st.session_state.get("upload:digest")
    return _held().get(key) if key else None


def corpus_panel(scene: Scene) -> None:
    """At the foot of the sidebar: what was not read, other files to open, the way back."""
    skipped_panel(scene.whole.skipped, scene.language)
    with st.popover(_("Open other articles"), icon=":material/upload_file:", width="stretch", key="upload:panel"):
        said = safe(_("They are analysed here and seen in this session alone; nothing leaves this machine."))
        st.html(f"<p>{said}</p>{uploader_words()}")
        files = st.file_uploader(
            _("Text, Markdown, HTML, JSON or CSV files"), type=TYPES, accept_multiple_files=True, key=_uploader_key()
        )
        if files and st.button(_("Analyse these files"), type="primary", key="upload:go"):
            _analyse(files)
    if st.session_state.get("upload:digest"):
        st.button(_("Back to the first corpus"), on_click=_back, width="stretch", key="upload:back")


def uploader_words() -> str:
    """The reader's language in place of the English words that every uploader brings along, as HTML for its side."""
    most = _("up to {n} MB a file").format(n=st.get_option("server.maxUploadSize"))
    words = {'Dropzone"] button p': _("Choose files"), 'DropzoneInstructions"] span': most}
    rules = [
        f'[data-testid="stFileUploader{place} {{ font-size: 0; }} '
        f'[data-testid="stFileUploader{place}::after {{ content: "{text}"; font-size: 14px; }}'
        for place, text in words.items()
    ]
    return f"<style>{' '.join(rules)}</style>"


def _analyse(files: list[Any]) -> None:
    from dashboard.ingest import read_uploads
    from dashboard.pipeline import analyse

    with corpus.waiting(_("Reading and analysing the articles")) as progress:
        found = read_uploads([(file.name, file.getvalue()) for file in files], corpus.config())
        if not found.articles:
            st.html(f"<p>{safe(_('None of these files holds an article that can be read.'))}</p>")
            st.html(skipped_html([asdict(item) for item in found.skipped]))
            return
        analysis = analyse(found, corpus.config(), progress)
    _held()[analysis.digest] = analysis
    st.session_state["upload:digest"] = analysis.digest
    st.session_state["upload:round"] = st.session_state.get("upload:round", 0) + 1
    st.rerun()


def _back() -> None:
    _held().clear()
    st.session_state["upload:digest"] = None


def _uploader_key() -> str:
    return f"upload:files:{st.session_state.get('upload:round', 0)}"


@st.cache_resource(scope="session", show_spinner=False)
def _held() -> dict[str, Analysis]:
    """The session's own analyses; they go with the session."""
    return {}
