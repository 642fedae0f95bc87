"""What readers corrected in the figures: kept beside the corpus, applied before anything is shown."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from dashboard.analysis.corrections import Corrected, Correction, correct, with_correction
from dashboard.config import Config, digest
from dashboard.store import corrections_file, read_corrections, write_corrections
from dashboard.tables import Analysis
from dashboard.views import corpus
from dashboard.views.upload import uploaded

_OWN = "corrections:own"
_MARKS = "corrections:marks"
_FAULTS = "corrections:faults"


def applied(analysis: Analysis, settings: Config) -> Analysis:
    """The analysis as corrected, under a digest of its own; the analysis itself where nothing was corrected."""
    given, faults = _given()
    done = _corrected(analysis.digest, given, analysis, settings) if given else Corrected(analysis, {}, ())
    st.session_state[_MARKS] = dict(done.marks)
    lost = [f"{one.figure.article_id}: « {one.figure.surface} »" for one in done.lost]
    st.session_state[_FAULTS] = [*faults, *lost]
    return done.analysis


def marks() -> Mapping[str, tuple[Correction, ...]]:
    """quantity_id to its corrections, for the analysis that is shown."""
    found: Mapping[str, tuple[Correction, ...]] = st.session_state.get(_MARKS, {})
    return found


def faults() -> list[str]:
    """One line for each correction that could not be read, or whose words no article holds any more."""
    return list(st.session_state.get(_FAULTS, ()))


def add(correction: Correction) -> None:
    """Keeps a further correction. Raises OSError where the file cannot be written."""
    _keep(with_correction(_given()[0], correction))


def remove(correction: Correction) -> None:
    """Takes a correction back. Raises OSError where the file cannot be written."""
    _keep(tuple(one for one in _given()[0] if one != correction))


def place() -> Path | None:
    """The file that holds the corrections; None for a reader's own files, whose corrections go with the session."""
    return None if uploaded() else corrections_file([Path(path) for path in corpus.corpus_paths()])


def _given() -> tuple[tuple[Correction, ...], tuple[str, ...]]:
    file = place()
    if file is None:
        return tuple(st.session_state.get(_OWN, ())), ()
    return read_corrections(file)


def _keep(corrections: tuple[Correction, ...]) -> None:
    file = place()
    if file is None:
        st.session_state[_OWN] = corrections
    else:
        write_corrections(file, corrections)


@st.cache_resource(max_entries=8, show_spinner=False)
def _corrected(key: str, given: tuple[Correction, ...], _analysis: Analysis, _settings: Config) -> Corrected:
    done = correct(_analysis, given, _settings.quantities)
    shown = done.analysis.with_tables(digest=f"{key}+{digest(*given)}")  # type: ignore[arg-type]
    return Corrected(shown, done.marks, done.lost)
