"""The view Themes: how much each source gives to each theme, and the passages that carry it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.evidence import period_passages, spans_of, theme_passages
from dashboard.analysis.shares import NO_THEME, standout, theme_mix, theme_periods
from dashboard.charts import themes as charts
from dashboard.charts.look import PICKED, Look
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import date_text, number, percent
from dashboard.views import address, navigate
from dashboard.views.clickable import clickable
from dashboard.views.components import (
    Card,
    cards,
    csv_download,
    empty_state,
    finding_title,
    fresh_pick,
    kept_place,
    nothing_kept,
    page_title,
    show_chart,
)
from dashboard.views.looks import legend_html, records, theme_look
from dashboard.views.markup import Mark, safe
from dashboard.views.passage_map import map_section
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene
from dashboard.views.theme_editor import edit_link, editor
from dashboard.views.theme_marks import marks_said, theme_mark
from dashboard.views.theme_terms import theme_terms
from dashboard.views.topics import topic_section

PAGE = 6


def render(scene: Scene) -> None:
    """Draws the view, or the theme editor where the address asks for it."""
    if "edit" in st.query_params:
        editor(scene)
        return
    mix = remembered(scene, "mix", lambda: theme_mix(scene.analysis))
    look = theme_look(scene)
    page_title(_("Themes"), remembered(scene, "themes:finding", lambda: _finding(mix, look)))
    if mix.empty:
        nothing_kept(scene, _("No passage is left to sort into themes: the filters keep no article with text."))
        return
    chosen = _chosen(scene, mix)
    _mix_section(scene, mix, look, chosen)
    with kept_place():
        _theme_section(scene, look, chosen)
    with kept_place():
        _time_section(scene, look)
    with kept_place():
        map_section(scene)
    topic_section(scene)


def _finding(mix: pd.DataFrame, look: Look) -> str:
    found = standout(mix)
    if found is None:
        return ""
    low, high = percent(found.low, look.language), percent(found.high, look.language)
    if not found.high:
        text = _("{source} alone writes about “{theme}”: {share} of its words.")
    elif low == high:
        text = _("{source} gives {share} of its words to “{theme}”, the other sources {high}.")
    else:
        text = _("{source} gives {share} of its words to “{theme}”, the other sources {low} to {high}.")
    theme, share = look.labels.get(found.theme, found.theme), percent(found.share, look.language)
    return text.format(source=found.source, share=share, theme=theme, low=low, high=high)


def _chosen(scene: Scene, mix: pd.DataFrame) -> str:
    """The theme that the address asks for; else the first of the filter; else the one with most words."""
    asked = st.query_params.get("show", "")
    if asked in scene.config.themes.by_id:
        return asked
    if scene.filters.themes:
        return scene.filters.themes[0]
    themed = mix[mix["theme"] != NO_THEME]
    sums = themed.groupby("theme")["n_words"].sum()
    return str(sums.idxmax()) if len(sums) else scene.config.themes.order[0]


def _mix_section(scene: Scene, mix: pd.DataFrame, look: Look, chosen: str) -> None:
    finding_title(
        _("What each source writes about"),
        _("Share of words; a passage counts under its main theme. A click opens the passages behind it."),
    )
    words = mix.groupby("theme")["n_words"].sum()
    shares = {str(theme): percent(count / max(words.sum(), 1), scene.language) for theme, count in words.items()}
    links = {theme: navigate.link(scene, "themes", show=theme) for theme in shares if theme != NO_THEME}
    edit = f'<li><a class="rc-go" href="{safe(edit_link(scene, chosen))}" data-go>{safe(_("Edit the themes"))}</a></li>'
    clickable(legend_html(look, shares, chosen, links, edit), "themes:legend", scene.dark)
    said = _("Bars: the share of words that each source gives to each theme.")
    picked = show_chart(scene, "themes:mix", lambda: charts.mix_chart(mix, look), said)
    for mark in fresh_pick("themes:mix", picked).get(PICKED, ()):
        ids = address.slugs(scene.whole.articles["source"])
        navigate.open_view(scene, "themes", show=mark["theme"] or "none", by=ids.get(mark["source"], ""))
    csv_download(mix, "themes", scene)


def _theme_section(scene: Scene, look: Look, chosen: str) -> None:
    """The chosen theme: its terms and passages, of one source or period alone where the address says so."""
    slugs = {slug: name for name, slug in address.slugs(scene.whole.articles["source"]).items()}
    source, period = slugs.get(st.query_params.get("by", ""), ""), st.query_params.get("when", "")
    theme = NO_THEME if st.query_params.get("show") == "none" else chosen
    rows = remembered(scene, "themes:passages", lambda: _behind(scene, theme, source, period), theme, source, period)
    limits = [part for part in (source, date_text(period, scene.language) if period else "") if part]
    count = ngettext("{n} passage", "{n} passages", len(rows)).format(n=number(len(rows), scene.language))
    marks = marks_said(scene.config.themes.by_id[theme]) if theme != NO_THEME and len(rows) else ""
    finding_title(" · ".join([look.labels[theme], *limits]), " · ".join(part for part in (count, marks) if part))
    with kept_place():
        if limits:
            href = navigate.link(scene, "themes", show=theme or "none")
            clickable(f'<a href="{href}" data-go>{_("Show all its passages")}</a>', "themes:all", scene.dark)
    if rows.empty:
        empty_state(_("None of the passages that the filters keep has this theme."))
        return
    with kept_place():
        if theme != NO_THEME:
            theme_terms(scene, theme)
    with kept_place():
        passage_cards(scene, rows, f"themes:{theme}", theme)
    csv_download(rows, f"theme-{theme or 'none'}", scene)


def _behind(scene: Scene, theme: str, source: str, period: str) -> pd.DataFrame:
    return period_passages(scene.analysis, theme, period) if period else theme_passages(scene.analysis, theme, source)


def passage_cards(scene: Scene, rows: pd.DataFrame, key: str, theme: str = "") -> None:
    """The passages as cards, a few at a time; ``evidence`` is marked where the rows have it."""
    look = theme_look(scene)
    pages = -(-len(rows) // PAGE)
    # Above the cards stands what they are, below them the way on.
    place = st.container()
    page = st.pagination(pages, key=f"{key}:page") if pages > 1 else 1
    with place:
        shown = rows.iloc[(page - 1) * PAGE : page * PAGE]
        known = scene.config.themes.by_id.get(theme)
        said = theme_mark(known, scene.language) if known else ""
        cards(scene, [_card(row, look, theme, said) for row in records(shown)], f"{key}:cards")


def _card(row: dict[str, Any], look: Look, theme: str, said: str) -> Card:
    colour = look.colours.get(theme, "")
    kind = "theme" if theme else "term"
    marks = tuple(Mark(begin, finish, kind, said, colour) for begin, finish in spans_of(row.get("evidence", "")))
    note = ""
    if theme:
        note = _("main theme of the passage") if row["main"] else _("among other themes")
    return Card(row["article_id"], row["start"], row["end"], marks, note=note)


def _time_section(scene: Scene, look: Look) -> None:
    periods = remembered(scene, "periods", lambda: theme_periods(scene.analysis))
    if periods.empty:
        return
    finding_title(_("Themes over time"), _("Share of words by date of publication; undated articles are left out."))
    said = _("Columns: the share of words that each period gives to each theme.")
    picked = show_chart(scene, "themes:time", lambda: charts.time_chart(periods, look), said)
    for mark in fresh_pick("themes:time", picked).get(PICKED, ()):
        navigate.open_view(scene, "themes", show=mark["theme"] or "none", when=mark["period"])
