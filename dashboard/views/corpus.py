"""The analysis that is shown: of the folder that the dashboard was started on, or of the reader's own files."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from dashboard.config import Config, load_config
from dashboard.filters import Filters, select
from dashboard.store import load_or_analyse
from dashboard.tables import Analysis

ROOT = Path(__file__).resolve().parents[2]


def corpus_paths() -> tuple[str, ...]:
    """The folders or files in ``$RECOUPE_CORPUS``, parted as in ``$PATH``; by default the project's own texts."""
    given = [part for part in os.environ.get("RECOUPE_CORPUS", "").split(os.pathsep) if part]
    return tuple(given) or (str(ROOT / "seeds"),)


@st.cache_resource(show_spinner=False)
def config() -> Config:
    """The configuration, read once. Raises ConfigError."""
    return load_config()


def load() -> Analysis:
    """The analysis of the folder, the same for the whole session. Raises IngestError."""
    stamp = st.session_state.setdefault("corpus:stamp", _stamp(corpus_paths()))
    return _load(corpus_paths(), stamp)


def selected(analysis: Analysis, filters: Filters) -> Analysis:
    """The part of the analysis that the filters keep."""
    return _selected(analysis.digest, filters, analysis)


@st.cache_resource(max_entries=2, show_spinner=False)
def _load(paths: tuple[str, ...], stamp: int) -> Analysis:
    return load_or_analyse([Path(path) for path in paths], config())


@st.cache_resource(max_entries=64, show_spinner=False)
def _selected(digest: str, filters: Filters, _analysis: Analysis) -> Analysis:
    return select(_analysis, filters, config())


def _stamp(paths: tuple[str, ...]) -> int:
    """Changes when a file of the corpus does: the newest change and the number of files, folded into one number."""
    files = [file for path in paths for file in ([Path(path), *Path(path).rglob("*")])]
    return hash(tuple((str(file), file.stat().st_mtime_ns) for file in sorted(files) if file.exists()))
