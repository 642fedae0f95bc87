"""The map of passages, with the names of the topics on it; a part of the view Themes."""

from __future__ import annotations

import streamlit as st

from dashboard.analysis.landmarks import landmarks
from dashboard.analysis.shares import counted_passages
from dashboard.charts import themes as charts
from dashboard.charts.look import PICKED
from dashboard.locales import _
from dashboard.locales.numbers import number
from dashboard.views import arrival, navigate
from dashboard.views.clickable import clickable
from dashboard.views.components import Card, cards, fresh_pick, show_chart
from dashboard.views.looks import legend_html, records, theme_look
from dashboard.views.markup import safe
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene
from dashboard.views.topics import chosen_level


def map_section(scene: Scene) -> None:
    """The map of passages, and below it the one that was clicked; nothing for fewer than three passages."""
    look = theme_look(scene)
    passages = remembered(scene, "passages", lambda: counted_passages(scene.analysis))
    level = chosen_level(scene)
    names = remembered(scene, "landmarks", lambda: landmarks(scene.analysis, level), level)
    articles = scene.analysis.articles
    dots = remembered(scene, "map", lambda: charts.map_dots(passages, articles, look, names), scene.language, level)
    if len(dots) < 3:
        return
    placed = int(passages["x"].notna().sum())
    themes, named = set(dots["theme"]), len(names) > 0
    head = remembered(scene, "map:head", lambda: _head(scene, themes, named, len(dots), placed), level)
    clickable(head, "themes:map:head", scene.dark)
    said = _("A map of passages coloured by theme.")
    picked = show_chart(scene, "themes:map", lambda: charts.map_chart(dots, look), said, (level,))
    wanted = [mark["passage_id"] for mark in picked.get(PICKED, ())]
    hits = dots[dots["passage_id"].isin(wanted)]
    if hits.empty:
        st.caption(_("Click a dot to read its passage."))
        return
    if fresh_pick("themes:map", picked):
        arrival.ask("map")
    opened = records(passages[passages["passage_id"].isin(hits["passage_id"])])
    cards(scene, [Card(row["article_id"], row["start"], row["end"]) for row in opened], "themes:map:cards", "map")


def _head(scene: Scene, themes: set[str], named: bool, drawn: int, placed: int) -> str:
    """Title, what a dot is, and the legend: that of the mix is out of sight by here."""
    note = _("A dot is a passage; passages that use the same words lie near one another. The colour is the main theme.")
    if named:
        note += " " + _("The words on the map name its topics.")
    if drawn < placed:
        some = _("{n} of {total} passages are drawn, evenly picked.")
        note += " " + some.format(n=number(drawn, scene.language), total=number(placed, scene.language))
    links = {theme: navigate.link(scene, "themes", show=theme or "none") for theme in themes}
    legend = legend_html(theme_look(scene), dict.fromkeys(themes, ""), links=links)
    title = f"<h2 style='margin:8px 0 0'>{safe(_('Map of the passages'))}</h2>"
    return f"{title}<p class='rc-muted' style='font-size:14px;margin:2px 0 8px'>{safe(note)}</p>{legend}"
