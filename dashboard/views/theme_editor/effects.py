"""What themes do to the corpus on show: computed once for all who ask, in the time of a click."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.bench import MOST_WORDS, Bench, articles_of, read_all
from dashboard.analysis.theme_changes import theme_changes, theme_counts
from dashboard.analysis.themes import themes_of
from dashboard.config import Config, digest
from dashboard.config.themes import Themes
from dashboard.locales import _
from dashboard.tables import Analysis
from dashboard.views import corpus
from dashboard.views.scene import Scene
from dashboard.views.upload import uploaded

_BASE = "themes:base"
# What is read takes far more room than its text: two corpora are kept at most, and some sets of themes.
_BENCHES, _SHOWN = 2, 8


def applied(analysis: Analysis, read: Config, used: Themes) -> Analysis:
    """The analysis under the themes in use, with a digest that tells their labels and colours too.

    Where only those differ from what was ``read`` nothing is computed.
    """
    st.session_state[_BASE] = analysis.digest
    words = "" if used == read.themes else digest(used)
    words = "" if words == (words and digest(read.themes)) else words
    key = "~".join(part for part in (analysis.digest, words, _looks(used)) if part)
    held = _own_shown() if uploaded() else _shown()
    if key not in held:
        changed = {"passage_themes": _table(analysis, read, used)} if words else {}
        _drop(held, _SHOWN)
        held[key] = analysis.with_tables(**changed, digest=key)  # type: ignore[arg-type]
    return held[key]


def bench_of(scene: Scene) -> tuple[Bench, int, int]:
    """The corpus of the page read for trying themes on it, how many articles that is, and of how many."""
    return _bench(str(st.session_state.get(_BASE, scene.whole.digest)), scene.whole, scene.config)


@dataclass(frozen=True, slots=True)
class Effect:
    """``theme_counts`` and ``theme_changes`` from the themes in use to the draft, for the themes of both."""

    counts: pd.DataFrame
    changes: pd.DataFrame


def effect_of(scene: Scene, bench: Bench, draft: Themes) -> Effect:
    """What the draft changes in the corpus of the page."""
    now, copies = scene.config.themes, _copies(scene)
    before, after = bench.table(now), bench.table(draft)
    order = dict.fromkeys((*draft.order, *now.order))
    return Effect(theme_counts(before, after, order, copies), theme_changes(before, after, copies))


def _copies(scene: Scene) -> frozenset[str]:
    articles = scene.whole.articles
    return frozenset(articles.loc[articles["duplicate_of"].notna(), "article_id"])


def _looks(themes: Themes) -> str:
    return digest([(theme.theme_id, theme.label_fr, theme.label_en, theme.colour) for theme in themes.themes])


def _table(analysis: Analysis, read: Config, used: Themes) -> pd.DataFrame:
    """The themes of all passages: from the bench where it holds the whole corpus, else read for this alone."""
    bench, n, total = _bench(analysis.digest, analysis, read)
    if n == total:
        return bench.table(used)
    with corpus.waiting(_("Sorting the passages into the themes")) as progress:
        documents = read_all(articles_of(analysis), read, lambda done, all_: progress("read", done, all_))
        return themes_of(documents, replace(read, themes=used))


def _bench(key: str, analysis: Analysis, settings: Config) -> tuple[Bench, int, int]:
    held = _own_benches() if uploaded() else _benches()
    if key not in held:
        articles = articles_of(analysis, MOST_WORDS)
        with corpus.waiting(_("Reading the articles")) as progress:
            documents = read_all(articles, settings, lambda done, all_: progress("read", done, all_))
        _drop(held, _BENCHES)
        held[key] = Bench(documents, settings), len(articles), len(articles_of(analysis))
    return held[key]


def _drop(held: dict[str, Any], most: int) -> None:
    """Makes room for one more."""
    while len(held) >= most:
        held.pop(next(iter(held)), None)


@st.cache_resource(show_spinner=False)
def _benches() -> dict[str, tuple[Bench, int, int]]:
    """By the digest of the analysis; shared by all readers of the dashboard's own corpus."""
    return {}


@st.cache_resource(scope="session", show_spinner=False)
def _own_benches() -> dict[str, tuple[Bench, int, int]]:
    """Those of a reader's own files; they go with the session."""
    return {}


@st.cache_resource(show_spinner=False)
def _shown() -> dict[str, Analysis]:
    """Analyses under themes, shared like the benches."""
    return {}


@st.cache_resource(scope="session", show_spinner=False)
def _own_shown() -> dict[str, Analysis]:
    """Those of a reader's own files."""
    return {}
