"""The analysis that is shown: of the folder that the dashboard was started on, or of the reader's own files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock

import streamlit as st

from dashboard.config import Config, digest, load_config
from dashboard.config.themes import Themes, check_columns, load_themes
from dashboard.filters import Filters, select
from dashboard.locales import _
from dashboard.pipeline import Progress
from dashboard.store import load_or_analyse, themes_file
from dashboard.tables import Analysis

ROOT = Path(__file__).resolve().parents[2]
# A session keeps the corpus and themes of its beginning: two may differ while one of them saves its themes.
_HELD = 2


def corpus_paths() -> tuple[str, ...]:
    """The folders or files in ``$RECOUPE_CORPUS``, parted as in ``$PATH``; by default the project's own texts."""
    given = [part for part in os.environ.get("RECOUPE_CORPUS", "").split(os.pathsep) if part]
    return tuple(given) or (str(ROOT / "seeds"),)


def config() -> Config:
    """The configuration of the folder in ``$RECOUPE_CONFIG``, else the project's own, with the reader's own themes
    where they saved some; as it was when the session began. Raises ConfigError."""
    file = themes_place()
    stamp = st.session_state.setdefault("themes:stamp", _file_stamp(file))
    return _config(os.environ.get("RECOUPE_CONFIG", ""), str(file), stamp)


def own_folder() -> Path | None:
    """The configuration folder that the dashboard was started with; None for the project's own."""
    chosen = os.environ.get("RECOUPE_CONFIG")
    return Path(chosen) if chosen else None


def themes_place() -> Path:
    """The file that holds the reader's own themes, or would."""
    return themes_file([Path(path) for path in corpus_paths()], own_folder())


def load() -> Analysis:
    """The analysis of the folder, the same for the whole session. Raises IngestError.

    Whoever comes first waits for it and sees how far it is; the others find it made.
    """
    stamp = st.session_state.setdefault("corpus:stamp", _stamp(corpus_paths()))
    held, key = _held(), (corpus_paths(), stamp, _words(config().themes))
    if key not in held.made:
        with waiting(_("Reading and analysing the articles")) as progress, held.lock:
            if key not in held.made:
                while len(held.made) >= _HELD:
                    del held.made[next(iter(held.made))]
                paths = [Path(path) for path in corpus_paths()]
                held.made[key] = load_or_analyse(paths, config(), progress, keep_topics=True)
    return held.made[key]


@contextmanager
def waiting(what: str) -> Iterator[Progress]:
    """Says what is being done, and how far it is, in place of the page that is to come."""
    place = st.empty()
    with place.container():
        bar = st.progress(0.0, text=what)
        st.skeleton(height=320)

    def progress(stage: str, done: int, total: int) -> None:
        bar.progress(min(1.0, done / max(1, total)), text=what)

    try:
        yield progress
    finally:
        place.empty()


def selected(analysis: Analysis, filters: Filters) -> Analysis:
    """The part of the analysis that the filters keep."""
    return _selected(analysis.digest, filters, analysis)


@dataclass
class _Held:
    """The analysis of the corpus as sessions last saw it, made under the lock by one reader for all."""

    made: dict[tuple[tuple[str, ...], int, str], Analysis] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)


@st.cache_resource(show_spinner=False)
def _held() -> _Held:
    return _Held()


@st.cache_resource(max_entries=64, show_spinner=False)
def _selected(digest: str, filters: Filters, _analysis: Analysis) -> Analysis:
    return select(_analysis, filters, config())


@st.cache_resource(max_entries=4, show_spinner=False)
def _config(folder: str, themes: str, stamp: tuple[int, int] | None) -> Config:
    read = load_config(Path(folder) if folder else None)
    if not stamp:
        return read
    own = load_themes(Path(themes))
    check_columns(own, read.learned.columns, Path(themes))
    return replace(read, themes=own)


@lru_cache(maxsize=4)
def _words(themes: Themes) -> str:
    return digest(themes)


def _file_stamp(file: Path) -> tuple[int, int] | None:
    """Changes when the file does; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _stamp(paths: tuple[str, ...]) -> int:
    """Changes when a file of the corpus does: the newest change and the number of files, folded into one number."""
    files = [file for path in paths for file in ([Path(path), *Path(path).rglob("*")])]
    return hash(tuple((str(file), file.stat().st_mtime_ns) for file in sorted(files) if file.exists()))
