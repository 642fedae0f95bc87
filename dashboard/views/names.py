"""Who and what is named by which source; a part of the view Terms."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.evidence import name_passages, spans_of
from dashboard.analysis.shares import name_shares
from dashboard.charts.look import PICKED
from dashboard.charts.terms import names_chart
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import number
from dashboard.views import arrival
from dashboard.views.components import (
    Card,
    csv_download,
    empty_state,
    finding_title,
    fresh_pick,
    result_title,
    show_chart,
)
from dashboard.views.looks import source_look
from dashboard.views.markup import Mark
from dashboard.views.paged import paged_cards
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene

MOST_NAMES = 15
TYPES = ("ORG", "PER", "PRODUCT", "LOC")


def names_section(scene: Scene) -> None:
    """The names by sources with their share of articles or passages, and the passages of the one clicked."""
    table = remembered(scene, "names", lambda: name_shares(scene.analysis))
    head = st.container()
    share, types = _choices(set(table["type"]))
    part = _("passages") if share == "passage_share" else _("articles")
    title = _("Who is named by which source")
    with head:
        finding_title(title, _("Share of each source’s {part} that mention the name.").format(part=part))
    rows = remembered(scene, "names:first", lambda: _first(table, types), *types)
    if rows.empty:
        empty_state(_("The passages mention no name of this kind."))
        return
    look = source_look(scene)
    said = _("Names by sources; the number is the share of the source’s articles or passages.")
    picked = show_chart(scene, "terms:names", lambda: names_chart(rows, look, share), said, (share, tuple(types)))
    csv_download(table, "names", scene)
    if fresh_pick("terms:names", picked):
        arrival.ask("name")
    for mark in picked.get(PICKED, ())[:1]:
        _mentions(scene, mark["name"], mark["source"])


def _first(table: pd.DataFrame, types: list[str]) -> pd.DataFrame:
    """The rows of the first names of these types."""
    rows = table[table["type"].isin(types)]
    return rows[rows["name"].isin(list(dict.fromkeys(rows["name"]))[:MOST_NAMES])]


def _choices(present: set[str]) -> tuple[str, list[str]]:
    shares = {"article_share": _("Share of articles"), "passage_share": _("Share of passages")}
    names = {"ORG": _("Organisations"), "PER": _("People"), "PRODUCT": _("Products"), "LOC": _("Places")}
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        share = st.segmented_control(
            _("Share of voice"),
            list(shares),
            format_func=shares.__getitem__,
            default="passage_share",
            required=True,
            key="names:share",
        )
        options = [kind for kind in TYPES if kind in present]
        types = st.pills(
            _("Kind of name"),
            options,
            format_func=names.__getitem__,
            selection_mode="multi",
            default=options,
            key="names:types",
        )
    return str(share), [str(kind) for kind in types] or options


def _mentions(scene: Scene, name: str, source: str) -> None:
    rows = name_passages(scene.analysis, name, source)
    if rows.empty:
        return
    count = ngettext("{n} passage", "{n} passages", len(rows)).format(n=number(len(rows), scene.language))
    result_title(scene, "name", f"{name} · {source}", count)
    paged_cards(scene, rows, name_card, f"terms:names:{name}:{source}")


def name_card(row: dict[str, Any]) -> Card:
    """A passage with its mentions marked; ``row`` is one of ``name_passages`` or ``term_passages``."""
    marks = tuple(Mark(start, end, "term") for start, end in spans_of(str(row["evidence"])))
    return Card(str(row["article_id"]), int(str(row["start"])), int(str(row["end"])), marks)
