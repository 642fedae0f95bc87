"""The filters: in the sidebar, and as chips above the page."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.charts.facets import Facets, facets_of
from dashboard.charts.wording import with_origins
from dashboard.config import Config
from dashboard.filters import Filters
from dashboard.locales import _, current_language, ngettext
from dashboard.locales.numbers import date_text, number
from dashboard.tables import Analysis
from dashboard.views import address, selection
from dashboard.views.markup import plain, safe
from dashboard.views.selection import KEYS, Options, clear, drop, touch

#: More options than this are picked from a list instead of being laid out.
MOST_PILLS = 16


def choose_filters(analysis: Analysis, config: Config) -> tuple[Filters, Facets, Options]:
    """Draws the filters and returns what is chosen; the address follows."""
    options = selection.options_of(analysis, config)
    unknown = selection.restore(options)
    filters = selection.current(options)
    facets = _facets(analysis.digest, filters, analysis)
    with st.sidebar:
        _period(options)
        _facet("source", _("Source"), {slug: name for name, slug in options.sources.items()}, _by_slug(facets, options))
        _facet("theme", _("Theme"), options.themes, facets.themes)
        st.text_input(
            _("Search in the texts"),
            key=KEYS["query"],
            max_chars=address.MAX_QUERY,
            placeholder=_("words, or “a phrase”"),
            on_change=touch,
            icon=":material/search:",
        )
    selection.remember(filters, options)
    if unknown:
        listed = ", ".join(unknown[:5])
        text = _("The address asks for something that this corpus does not have; it was left out: {names}")
        st.html(f'<p role="status" style="margin:0">{safe(text.format(names=listed))}</p>')
    return filters, facets, options


def more_filters(filters: Filters) -> None:
    """The rest of the sidebar's filters: copies once, and a reset of all."""
    st.toggle(
        _("Count copies once"),
        key=KEYS["copies"],
        on_change=touch,
        help=_("Of passages that several articles print, only the earliest is counted."),
    )
    st.button(_("Reset the filters"), on_click=clear, disabled=not filters.active, width="stretch", key="reset")


def chips(filters: Filters, facets: Facets, options: Options) -> None:
    """The active filters above the page, each with a cross, and how many articles are left; nothing without any."""
    # The row stands there even when it is empty: what follows on the page keeps its place and is not drawn anew.
    row = st.container(horizontal=True, gap="xsmall", key="chips", vertical_alignment="center")
    if not filters.active:
        return
    language = current_language()
    with row:
        shown = ngettext("{n} of {total} articles", "{n} of {total} articles", facets.shown)
        said = shown.format(n=number(facets.shown, language), total=number(facets.total, language))
        if filters.count_copies_once:
            said = with_origins(said, facets.shown, facets.origins, language)
        st.html(f"<b>{safe(said)}</b>", width="content")
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


def _chip(label: str, kind: str, value: str) -> None:
    name = f"{plain(label)} ✕"
    st.button(name, key=f"chip:{kind}:{value}", on_click=drop, args=(kind, value), help=_("Take this filter off"))


def _ends(filters: Filters) -> list[str]:
    return list(dict.fromkeys(day for day in (filters.start, filters.end) if day))


def _period(options: Options) -> None:
    """A slider where dates differ; it is made anew, under another key, whenever its value does not come from it."""
    language, state = current_language(), st.session_state
    if len(options.periods) > 1:
        key = f"{KEYS['period']}:{state.get('f:round', 0)}"

        def moved() -> None:
            state["f:span"] = state[key]
            touch()

        st.select_slider(
            _("Period"),
            options.periods,
            value=_shown_span(options.periods),
            key=key,
            format_func=lambda day: date_text(day, language),
            on_change=moved,
        )
    else:
        said = date_text(options.periods[0], language) if options.periods else _("no article has a date")
        st.html(f'<p style="margin:0;font-size:14px">{safe(_("Period"))}<br><b>{safe(said)}</b></p>')


def _shown_span(periods: list[str]) -> tuple[str, str]:
    span = st.session_state.get("f:span")
    return span if span and set(span) <= set(periods) else (periods[0], periods[-1])


def _facet(kind: str, label: str, names: dict[str, str], counts: Mapping[str, int]) -> None:
    def shown(key: str) -> str:
        return f"{names[key]} · {counts.get(key, 0)}"

    if len(names) <= MOST_PILLS:
        st.pills(
            label,
            list(names),
            selection_mode="multi",
            key=KEYS[kind],
            format_func=lambda key: plain(shown(key)),
            on_change=touch,
        )
    else:
        st.multiselect(
            label, list(names), key=KEYS[kind], format_func=shown, on_change=touch, placeholder=_("all")
        )  # fmt: skip


def _by_slug(facets: Facets, options: Options) -> dict[str, int]:
    return {slug: facets.sources.get(name, 0) for name, slug in options.sources.items()}


@st.cache_resource(max_entries=256, show_spinner=False)
def _facets(digest: str, filters: Filters, _analysis: Analysis) -> Facets:
    return facets_of(_analysis, filters)
