"""The view Themes: how much each source gives to each theme, and the passages that carry it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.analysis.shares import NO_THEME, standout, theme_mix, theme_periods
from dashboard.charts import themes as charts
from dashboard.charts.look import PICKED, Look
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import number, percent
from dashboard.views import address, navigate
from dashboard.views.clickable import clickable
from dashboard.views.components import (
    csv_download,
    finding_title,
    fresh_pick,
    kept_place,
    nothing_kept,
    page_title,
    show_chart,
)
from dashboard.views.looks import legend_html, theme_look
from dashboard.views.markup import safe
from dashboard.views.passage_map import map_section
from dashboard.views.periods import one_period_said
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene
from dashboard.views.theme_editor import edit_link, editor
from dashboard.views.theme_passages import passages_section
from dashboard.views.topics import topic_section


def render(scene: Scene) -> None:
    """Draws the view, or the theme editor where the address asks for it."""
    if "edit" in st.query_params:
        editor(scene)
        return
    mix = remembered(scene, "mix", lambda: theme_mix(scene.analysis))
    look = theme_look(scene)
    page_title(_("Themes"), remembered(scene, "themes:finding", lambda: _finding(scene, mix, look)))
    if mix.empty:
        nothing_kept(scene, _("No passage is left to sort into themes: the filters keep no article with text."))
        return
    chosen = _chosen(scene, mix)
    _mix_section(scene, mix, look, chosen)
    with kept_place():
        passages_section(scene, look, chosen)
    with kept_place():
        _time_section(scene, look)
    with kept_place():
        map_section(scene)
    topic_section(scene)


def _finding(scene: Scene, mix: pd.DataFrame, look: Look) -> str:
    if scene.filters.themes:
        # The shares are those of what the filter keeps: no source can be said to write about a theme alone.
        return _filtered(scene.filters.themes, mix, look)
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


def _filtered(themes: tuple[str, ...], mix: pd.DataFrame, look: Look) -> str:
    """How many passages a filter by theme keeps, and of how many it is the main theme, which the bars show."""
    total, n_main = (int(rows["n_passages"].sum()) for rows in (mix, mix[mix["theme"].isin(themes)]))
    kept = ngettext("{n} passage has the theme “{theme}”", "{n} passages have the theme “{theme}”", total)
    if len(themes) > 1:
        kept = ngettext("{n} passage has one of these themes", "{n} passages have one of these themes", total)
    said = _("{kept}, {main} of them as the main one.")
    if n_main in (0, total):
        said = _("{kept}, always as the main one.") if n_main else _("{kept}, but never as the main one.")
    return said.format(
        kept=kept.format(n=number(total, look.language), theme=look.labels.get(themes[0], themes[0])),
        main=number(n_main, look.language),
    )


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
    detail = _("Share of words; a passage counts under its main theme. A click opens the passages behind it.")
    if scene.filters.themes:
        detail += " " + _("The filter keeps passages that have the theme at all, be it the main one or not.")
    finding_title(_("What each source writes about"), detail)
    # A theme of the filter has its entry even where it is nowhere the main one.
    words = dict.fromkeys(scene.filters.themes, 0) | mix.groupby("theme")["n_words"].sum().to_dict()
    total = max(sum(words.values()), 1)
    shares = {str(theme): percent(count / total, scene.language) for theme, count in words.items()}
    links = {theme: navigate.link(scene, "themes", show=theme) for theme in shares if theme != NO_THEME}
    edit = f'<li><a class="rc-go" href="{safe(edit_link(scene, chosen))}" data-go>{safe(_("Edit the themes"))}</a></li>'
    clickable(legend_html(look, shares, chosen, links, edit), "themes:legend", scene.dark)
    said = _("Bars: the share of words that each source gives to each theme.")
    picked = show_chart(scene, "themes:mix", lambda: charts.mix_chart(mix, look), said)
    for mark in fresh_pick("themes:mix", picked).get(PICKED, ()):
        ids = address.slugs(scene.whole.articles["source"])
        navigate.open_view(scene, "themes", show=mark["theme"] or "none", by=ids.get(mark["source"], ""))
    csv_download(mix, "themes", scene)


def _time_section(scene: Scene, look: Look) -> None:
    periods = remembered(scene, "periods", lambda: theme_periods(scene.analysis))
    if periods.empty:
        finding_title(_("Themes over time"), one_period_said(scene.analysis, scene.language))
        return
    finding_title(_("Themes over time"), _("Share of words by date of publication; undated articles are left out."))
    said = _("Columns: the share of words that each period gives to each theme.")
    picked = show_chart(scene, "themes:time", lambda: charts.time_chart(periods, look), said)
    for mark in fresh_pick("themes:time", picked).get(PICKED, ()):
        navigate.open_view(scene, "themes", show=mark["theme"] or "none", when=mark["period"])
