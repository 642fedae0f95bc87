"""The view Terms: the words, phrases and names that each source uses, and every place where one stands."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.shares import telling_terms, term_sources
from dashboard.charts import terms as charts
from dashboard.charts.look import PICKED, Look
from dashboard.locales import _
from dashboard.views import address, navigate
from dashboard.views.clickable import clickable
from dashboard.views.components import (
    csv_download,
    empty_state,
    finding_title,
    fresh_pick,
    kept_place,
    nothing_kept,
    page_title,
    show_chart,
)
from dashboard.views.concordance import concordance_section
from dashboard.views.keyness import apart_finding, apart_section
from dashboard.views.looks import legend_html, source_look
from dashboard.views.names import names_section
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene
from dashboard.views.term_panels import term_panels

#: Rows of the chart: what can be compared without scrolling.
MOST_TERMS = 18
KINDS = ("word", "phrase", "name")


def render(scene: Scene) -> None:
    """Draws the view."""
    page_title(_("Terms"), remembered(scene, "terms:finding", lambda: apart_finding(scene)))
    if scene.analysis.terms.empty:
        nothing_kept(
            scene, _("No term is left: the filters keep no passage, or their passages hold function words alone.")
        )
        return
    weight, layout, kinds = _choices(scene)
    table = remembered(scene, "terms", lambda: term_sources(scene.analysis, weight), weight)
    shown = remembered(scene, "terms:telling", lambda: _telling(table, kinds, weight), weight, *kinds)
    _title(shown)
    if layout == "panels" and len(shown):
        term_panels(scene, table, weight, tuple(kinds))
    elif len(shown):
        _ranking(scene, shown, weight, layout == "source")
    csv_download(table.drop(columns="telling"), "terms", scene)
    with kept_place():
        concordance_section(scene, _chosen(table, shown), table)
    with kept_place():
        apart_section(scene)
    names_section(scene)


def _telling(table: pd.DataFrame, kinds: list[str], weight: str) -> pd.DataFrame:
    return telling_terms(table[table["kind"].isin(kinds)], MOST_TERMS, weight)


def _choices(scene: Scene) -> tuple[str, str, list[str]]:
    """Weight, layout (source, panels or all), kinds: the switches above the chart."""
    weights = {"count": _("Mentions"), "tfidf": _("TF-IDF")}
    layouts = {"source": _("By source"), "panels": _("A panel a source"), "all": _("All sources")}
    names = {"word": _("Words"), "phrase": _("Phrases"), "name": _("Names")}
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        weight = st.segmented_control(
            _("Weight"),
            list(weights),
            format_func=weights.__getitem__,
            default="count",
            required=True,
            key="terms:weight",
        )
        layout = st.segmented_control(
            _("Layout"),
            list(layouts),
            format_func=layouts.__getitem__,
            default="source",
            required=True,
            key="terms:layout",
        )
        kinds = st.pills(
            _("Kind"),
            list(names),
            format_func=names.__getitem__,
            selection_mode="multi",
            default=list(names),
            key="terms:kinds",
        )
    return str(weight), str(layout), [str(kind) for kind in kinds] or list(KINDS)


def _title(shown: pd.DataFrame) -> None:
    finding_title(
        _("The most telling terms"),
        _(
            "Chosen by TF-IDF within articles, sorted by what the axis shows; a phrase takes its words’ counts. "
            "Click a mark to read."
        ),
    )
    if shown.empty:
        empty_state(_("The passages hold no term of this kind."))


def _ranking(scene: Scene, shown: pd.DataFrame, weight: str, by_source: bool) -> None:
    look = source_look(scene)
    with kept_place():
        if by_source:
            present = [source for source in look.order if source in set(shown["source"])]
            clickable(legend_html(look, dict.fromkeys(present, "")), "terms:legend", scene.dark)
    said = _("Terms sorted by weight, one mark for each source.")
    picked = show_chart(
        scene, f"terms:{by_source}", lambda: _chart(shown, look, weight, by_source), said,
        (weight, by_source, tuple(shown["lemma"])),
    )  # fmt: skip
    slugs = address.slugs(scene.whole.articles["source"])
    for mark in fresh_pick(f"terms:{by_source}", picked).get(PICKED, ()):
        navigate.open_view(scene, "terms", term=mark["lemma"], by=slugs.get(mark.get("source", ""), ""))


def _chart(shown: pd.DataFrame, look: Look, weight: str, by_source: bool) -> Any:
    draw = charts.dots_chart if by_source else charts.bars_chart
    return draw(shown, look, weight)


def _chosen(table: pd.DataFrame, shown: pd.DataFrame) -> str:
    """The lemma that the address asks for, else the first one shown, else the first of all."""
    asked = st.query_params.get("term", "")
    if asked in set(table["lemma"]):
        return asked
    first = shown if len(shown) else table
    return str(first["lemma"].iloc[0])
