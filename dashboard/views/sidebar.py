"""The filters: in the sidebar, as chips above the page and in the address, all three always the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any, NoReturn

import streamlit as st

from dashboard.charts.facets import Facets, facets_of, periods_of
from dashboard.config import Config
from dashboard.filters import Filters
from dashboard.locales import _, current_language, ngettext
from dashboard.locales.numbers import date_text, number
from dashboard.tables import Analysis
from dashboard.views import address
from dashboard.views.markup import plain, safe

#: More options than this are picked from a list instead of being laid out.
MOST_PILLS = 16
#: Seconds after which an address that this session wrote has surely reached the browser and come back.
ARRIVES_WITHIN = 1.0
_KEYS = {"source": "f:source", "theme": "f:theme", "period": "f:period", "query": "f:query", "copies": "f:copies"}


@dataclass(frozen=True, slots=True)
class Options:
    """What can be chosen in a corpus: sources by name with their ids, themes by id with labels, periods in order."""

    sources: dict[str, str]
    themes: dict[str, str]
    periods: list[str]


def options_of(analysis: Analysis, config: Config) -> Options:
    """The options of the whole corpus, whatever is chosen; a theme that no passage has is no option."""
    language = current_language()
    present = set(analysis.passage_themes["theme"].unique())
    return Options(
        sources=address.slugs(analysis.articles["source"]),
        themes={theme.theme_id: theme.label(language) for theme in config.themes.themes if theme.theme_id in present},
        periods=periods_of(analysis.articles["published"]),
    )


def choose_filters(analysis: Analysis, config: Config) -> tuple[Filters, Facets, Options]:
    """Draws the filters and returns what is chosen; the address follows."""
    options = options_of(analysis, config)
    unknown = _restore(options)
    filters = _current(options)
    facets = _facets(analysis.digest, filters, analysis)
    with st.sidebar:
        _period(options)
        _facet("source", _("Source"), {slug: name for name, slug in options.sources.items()}, _by_slug(facets, options))
        _facet("theme", _("Theme"), options.themes, facets.themes)
        st.text_input(
            _("Search in the texts"),
            key=_KEYS["query"],
            max_chars=address.MAX_QUERY,
            placeholder=_("words, or “a phrase”"),
            on_change=_touch,
            icon=":material/search:",
        )
    _remember(filters, options)
    if unknown:
        listed = ", ".join(unknown[:5])
        text = _("The address asks for something that this corpus does not have; it was left out: {names}")
        st.html(f'<p role="status" style="margin:0">{safe(text.format(names=listed))}</p>')
    return filters, facets, options


def more_filters(filters: Filters) -> None:
    """The rest of the sidebar's filters: copies once, and a reset of all."""
    st.toggle(
        _("Count copies once"),
        key=_KEYS["copies"],
        on_change=_touch,
        help=_("Of passages that several articles print, only the earliest is counted."),
    )
    st.button(_("Reset the filters"), on_click=clear, disabled=not filters.active, width="stretch", key="reset")


def chips(filters: Filters, facets: Facets, options: Options) -> None:
    """The active filters above the page, each with a cross, and how many articles are left; nothing without any."""
    if not filters.active:
        return
    language = current_language()
    with st.container(horizontal=True, gap="xsmall", key="chips", vertical_alignment="center"):
        shown = ngettext("{n} of {total} articles", "{n} of {total} articles", facets.shown)
        st.html(f"<b>{safe(shown.format(n=number(facets.shown, language), total=number(facets.total, language)))}</b>")
        if filters.start or filters.end:
            _chip(" – ".join(date_text(day, language) for day in _ends(filters)), "period", "")
        for name in filters.sources:
            _chip(name, "source", options.sources[name])
        for theme in filters.themes:
            _chip(options.themes[theme], "theme", theme)
        if filters.query:
            _chip(_("“{query}”").format(query=filters.query), "query", "")
        if filters.count_copies_once:
            _chip(_("Copies counted once"), "copies", "")
        st.button(_("Clear all"), type="tertiary", on_click=clear, key="clear")


def choose(sources: Iterable[str] = (), themes: Iterable[str] = (), period: str = "") -> NoReturn:
    """Filters by these sources (names) and themes (ids) as well, and by a period (truncated ISO), at once.

    Not for callbacks.
    """
    st.session_state["f:asked"] = (tuple(sources), tuple(themes), period)
    st.rerun()


def clear() -> None:
    """Takes every filter off; for callbacks."""
    _fill(Filters(), None)
    _touch()


def drop(kind: str, value: str) -> None:
    """Takes one filter off; for callbacks. ``kind`` is source, theme, period, query or copies."""
    key = _KEYS[kind]
    if kind in ("source", "theme"):
        st.session_state[key] = [one for one in st.session_state.get(key, []) if one != value]
    elif kind == "period":
        st.session_state.pop(key, None)
        st.session_state["f:span"] = None
    else:
        st.session_state[key] = "" if kind == "query" else False
    _touch()


def _chip(label: str, kind: str, value: str) -> None:
    name = f"{plain(label)} ✕"
    st.button(name, key=f"chip:{kind}:{value}", on_click=drop, args=(kind, value), help=_("Take this filter off"))


def _ends(filters: Filters) -> list[str]:
    return list(dict.fromkeys(day for day in (filters.start, filters.end) if day))


def _period(options: Options) -> None:
    language = current_language()
    if len(options.periods) > 1:
        st.select_slider(
            _("Period"),
            options.periods,
            value=(options.periods[0], options.periods[-1]) if _KEYS["period"] not in st.session_state else None,
            key=_KEYS["period"],
            format_func=lambda day: date_text(day, language),
            on_change=_touch,
        )
    else:
        said = date_text(options.periods[0], language) if options.periods else _("no article has a date")
        st.html(f'<p style="margin:0;font-size:14px">{safe(_("Period"))}<br><b>{safe(said)}</b></p>')


def _facet(kind: str, label: str, names: dict[str, str], counts: dict[str, int] | Any) -> None:
    def shown(key: str) -> str:
        return f"{names[key]} · {counts.get(key, 0)}"

    if len(names) <= MOST_PILLS:
        st.pills(
            label,
            list(names),
            selection_mode="multi",
            key=_KEYS[kind],
            format_func=lambda key: plain(shown(key)),
            on_change=_touch,
        )
    else:
        st.multiselect(
            label, list(names), key=_KEYS[kind], format_func=shown, on_change=_touch, placeholder=_("all")
        )  # fmt: skip


def _by_slug(facets: Facets, options: Options) -> dict[str, int]:
    return {slug: facets.sources.get(name, 0) for name, slug in options.sources.items()}


def _touch() -> None:
    st.session_state["f:touched"] = True


def _restore(options: Options) -> list[str]:
    """Fills the widgets from a click in a chart or from the address, where it changed; the unknown values in it.

    While the reader clicks quickly, the browser may still send the address of a moment ago: the one before this
    session's last write is no wish of the reader's until that write has had time to arrive.
    """
    state = st.session_state
    now = {key: st.query_params.get_all(key) for key in address.FILTER_KEYS if key in st.query_params}
    touched = state.pop("f:touched", False)
    if asked := state.pop("f:asked", None):
        _fill(_added(_current(options), *asked), options)
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
    state[_KEYS["source"]] = [ids[name] for name in filters.sources if name in ids]
    state[_KEYS["theme"]] = list(filters.themes)
    state[_KEYS["query"]] = filters.query
    state[_KEYS["copies"]] = filters.count_copies_once
    state.pop(_KEYS["period"], None)
    periods = options.periods if options else []
    if len(periods) > 1 and (filters.start or filters.end):
        first = next((day for day in periods if not filters.start or day >= filters.start[: len(day)]), periods[-1])
        last = next((day for day in reversed(periods) if not filters.end or day <= filters.end), periods[0])
        state[_KEYS["period"]] = (min(first, last), max(first, last))


def _current(options: Options) -> Filters:
    state = st.session_state
    names = {slug: name for name, slug in options.sources.items()}
    span = state.get(_KEYS["period"])
    if not span or (span[0] == options.periods[0] and span[1] == options.periods[-1]):
        span = (None, None)
    return Filters(
        sources=tuple(sorted(names[slug] for slug in state.get(_KEYS["source"], ()) if slug in names)),
        themes=tuple(theme for theme in options.themes if theme in state.get(_KEYS["theme"], ())),
        start=span[0],
        end=span[1],
        query=" ".join((state.get(_KEYS["query"]) or "").split()),
        count_copies_once=bool(state.get(_KEYS["copies"])),
    )


def _remember(filters: Filters, options: Options) -> None:
    """Writes the selection to the address, beside what else stands there."""
    wanted = address.params_of(filters, options.sources)
    now = {key: st.query_params.get_all(key) for key in st.query_params}
    others = {key: values for key, values in now.items() if key not in address.FILTER_KEYS}
    if now != {**others, **wanted}:
        before = {key: values for key, values in now.items() if key in address.FILTER_KEYS}
        st.session_state.update({"f:before": before, "f:at": monotonic()})
        st.query_params.from_dict({**others, **wanted})
    st.session_state["f:written"] = wanted


@st.cache_resource(max_entries=256, show_spinner=False)
def _facets(digest: str, filters: Filters, _analysis: Analysis) -> Facets:
    return facets_of(_analysis, filters)
