"""What the reader chose: held by the session, written to the address, restored from it.

Widgets hold their own values under ``KEYS``; the period is held in ``f:span`` beside them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from time import monotonic
from typing import NoReturn

import streamlit as st

from dashboard.charts.facets import periods_of
from dashboard.config import Config
from dashboard.filters import Filters
from dashboard.locales import current_language
from dashboard.tables import Analysis
from dashboard.views import address

KEYS = {"source": "f:source", "theme": "f:theme", "period": "f:period", "query": "f:query", "copies": "f:copies"}
#: Seconds after which an address that this session wrote has surely reached the browser and come back.
ARRIVES_WITHIN = 1.0


@dataclass(frozen=True, slots=True)
class Options:
    """What can be chosen in a corpus: sources by name with their ids, themes by id with labels, periods in order."""

    sources: dict[str, str]
    themes: dict[str, str]
    periods: list[str]


def options_of(analysis: Analysis, config: Config) -> Options:
    """The options of the whole corpus, whatever is chosen; a theme that no passage has is no option."""
    language = current_language()
    sources, present, periods = _found(analysis.digest, analysis)
    labels = {theme.theme_id: theme.label(language) for theme in config.themes.themes if theme.theme_id in present}
    return Options(sources=sources, themes=labels, periods=periods)


def choose(sources: Iterable[str] = (), themes: Iterable[str] = (), period: str = "") -> NoReturn:
    """Filters by these sources (names) and themes (ids) as well, and by a period (truncated ISO), at once.

    Not for callbacks.
    """
    st.session_state["f:asked"] = (tuple(sources), tuple(themes), period)
    st.rerun()


def clear() -> None:
    """Takes every filter off; for callbacks."""
    _fill(Filters(), None)
    touch()


def drop(kind: str, value: str) -> None:
    """Takes one filter off; for callbacks. ``kind`` is source, theme, period, query or copies."""
    key = KEYS[kind]
    if kind in ("source", "theme"):
        st.session_state[key] = [one for one in st.session_state.get(key, []) if one != value]
    elif kind == "period":
        set_span(None)
    else:
        st.session_state[key] = "" if kind == "query" else False
    touch()


def touch() -> None:
    """Says that the reader used a filter: for ``on_change``. The address of this run is older than that."""
    st.session_state["f:touched"] = True


def set_span(span: tuple[str, str] | None) -> None:
    """Sets the period (None: all of it) otherwise than by its slider, which is then made anew."""
    state = st.session_state
    if state.get("f:span") != span:
        state["f:span"] = span
        state["f:round"] = state.get("f:round", 0) + 1


def restore(options: Options) -> list[str]:
    """Fills the widgets from a click in a chart or from the address, where it changed; the unknown values in it.

    While the reader clicks quickly, the browser may still send the address of a moment ago: the one before this
    session's last write is no wish of the reader's until that write has had time to arrive.
    """
    state = st.session_state
    now = {key: st.query_params.get_all(key) for key in address.FILTER_KEYS if key in st.query_params}
    touched = state.pop("f:touched", False)
    if asked := state.pop("f:asked", None):
        _fill(_added(current(options), *asked), options)
        return []
    stale = now == state.get("f:before") and monotonic() - state.get("f:at", 0.0) < ARRIVES_WITHIN
    if "f:written" in state and (touched or stale or now == state["f:written"]):
        return []
    filters, unknown = address.filters_of(now, options.sources, options.themes)
    _fill(filters, options)
    return unknown


def _added(filters: Filters, sources: tuple[str, ...], themes: tuple[str, ...], period: str) -> Filters:
    return replace(
        filters,
        sources=tuple(dict.fromkeys((*filters.sources, *sources))),
        themes=tuple(dict.fromkeys((*filters.themes, *themes))),
        start=period or filters.start,
        end=period or filters.end,
    )


def _fill(filters: Filters, options: Options | None) -> None:
    """Sets the widgets' values; ``options`` may be None where the selection names no source and no period."""
    state = st.session_state
    ids = options.sources if options else {}
    state[KEYS["source"]] = [ids[name] for name in filters.sources if name in ids]
    state[KEYS["theme"]] = list(filters.themes)
    state[KEYS["query"]] = filters.query
    state[KEYS["copies"]] = filters.count_copies_once
    periods, span = options.periods if options else [], None
    if len(periods) > 1 and (filters.start or filters.end):
        first = next((day for day in periods if not filters.start or day >= filters.start[: len(day)]), periods[-1])
        last = next((day for day in reversed(periods) if not filters.end or day <= filters.end), periods[0])
        span = (min(first, last), max(first, last))
    set_span(span)


def current(options: Options) -> Filters:
    """The selection that the session holds, as far as the corpus has it."""
    state = st.session_state
    names = {slug: name for name, slug in options.sources.items()}
    span = state.get("f:span")
    if not span or not set(span) <= set(options.periods) or span == (options.periods[0], options.periods[-1]):
        span = (None, None)
    return Filters(
        sources=tuple(sorted(names[slug] for slug in state.get(KEYS["source"], ()) if slug in names)),
        themes=tuple(theme for theme in options.themes if theme in state.get(KEYS["theme"], ())),
        start=span[0],
        end=span[1],
        query=" ".join((state.get(KEYS["query"]) or "").split()),
        count_copies_once=bool(state.get(KEYS["copies"])),
    )


def remember(filters: Filters, options: Options) -> None:
    """Writes the selection to the address, beside what else stands there."""
    wanted = address.params_of(filters, options.sources)
    now = {key: st.query_params.get_all(key) for key in st.query_params}
    others = {key: values for key, values in now.items() if key not in address.FILTER_KEYS}
    if now != {**others, **wanted}:
        before = {key: values for key, values in now.items() if key in address.FILTER_KEYS}
        st.session_state.update({"f:before": before, "f:at": monotonic()})
        st.query_params.from_dict({**others, **wanted})
    st.session_state["f:written"] = wanted


@st.cache_resource(max_entries=8, show_spinner=False)
def _found(digest: str, _analysis: Analysis) -> tuple[dict[str, str], frozenset[str], list[str]]:
    articles = _analysis.articles
    themes = frozenset(_analysis.passage_themes["theme"].unique())
    return address.slugs(articles["source"].unique()), themes, periods_of(articles["published"])
