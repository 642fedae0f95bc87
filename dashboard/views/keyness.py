"""What sets a source, a theme or a period apart; a part of the view Terms."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from dashboard.analysis.specific import By, Part, apart, both_ends, specific_terms
from dashboard.charts.keyness import keyness_chart
from dashboard.charts.look import PICKED
from dashboard.locales import _, ngettext
from dashboard.locales.dates import date_text
from dashboard.locales.numbers import number
from dashboard.views import navigate
from dashboard.views.components import csv_download, empty_state, finding_title, fresh_pick, show_chart
from dashboard.views.looks import records, source_look, theme_look
from dashboard.views.markup import plain
from dashboard.views.parts import part_params
from dashboard.views.periods import one_period_said
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene

#: As many terms are shown on either side.
MOST = 8
#: More groups than this are picked from a list instead of being laid out.
MOST_PILLS = 8


def apart_finding(scene: Scene) -> str:
    """The term that sets a source apart most, in a sentence; empty where none is beyond chance."""
    likely = records(apart(_table(scene, "source")))
    if not likely:
        return ""
    found = likely[0]
    here = ngettext("{n} mention", "{n} mentions", found["count"]).format(n=number(found["count"], scene.language))
    if found["count_rest"]:
        text = _("“{term}” sets {source} apart most: {here}, against {rest} in all other sources.")
    else:
        text = _("“{term}” sets {source} apart most: {here}, and none in any other source.")
    rest = number(found["count_rest"], scene.language)
    return text.format(term=found["term"], source=found["group"], here=here, rest=rest)


def apart_section(scene: Scene) -> None:
    """The terms that a source, theme or period uses more and less than the rest."""
    head = st.container()
    by: By = _by(scene)
    table = _table(scene, by)
    if table.empty:
        with head:
            finding_title(_("What sets a source apart"))
        empty_state(_("There is nothing to compare with: the filters keep one source, theme or period alone."))
        return
    names = _names(scene, by, table)
    group = _group(by, names, table)
    rows = both_ends(table, group, MOST)
    with head:
        _head(names[group], rows.empty)
    if len(rows):
        look = source_look(scene)
        said = _("Terms used more or less than in the rest.")
        chart = f"terms:apart:{by}:{group}"
        picked = show_chart(scene, chart, lambda: keyness_chart(rows, look), said)
        used = set(rows.loc[rows["count"] > 0, "lemma"])
        for mark in fresh_pick(chart, picked).get(PICKED, ()):
            # What a group never says can only be read elsewhere.
            part = _part(by, group) if mark["lemma"] in used else Part()
            navigate.open_view(scene, "terms", term=mark["lemma"], **part_params(scene, part))
    csv_download(table, "specific-terms", scene)


def _head(name: str, nothing: bool) -> None:
    if nothing:
        text = _("Nothing beyond chance sets “{name}” apart: no term is surely more or less frequent here (p < .05).")
        finding_title(text.format(name=name))
        return
    finding_title(
        _("What sets “{name}” apart").format(name=name),
        _(
            "Terms more (right) or less (left) frequent here than in the rest, beyond chance (G², p < .05), the surest "
            "at either end. Printed: mentions here / elsewhere; hollow: none on one side. Click a dot to read."
        ),
    )


def _part(by: By, group: str) -> Part:
    """The passages of a group."""
    return {"source": Part(source=group), "theme": Part(theme=group), "period": Part(period=group)}[by]


def _table(scene: Scene, by: By) -> pd.DataFrame:
    return remembered(scene, f"specific:{by}", lambda: specific_terms(scene.analysis, by))


def _by(scene: Scene) -> By:
    names: dict[By, str] = {"source": _("Source"), "theme": _("Theme"), "period": _("Period")}
    options: list[By] = ["source", "theme"]
    missing = _table(scene, "period").empty
    if not missing:
        options.append("period")
    chosen = st.segmented_control(
        _("Compare by"),
        options,
        format_func=names.__getitem__,
        default="source",
        required=True,
        key="apart:by",
        help=one_period_said(scene.analysis, scene.language) if missing else None,
    )
    return chosen or "source"


def _names(scene: Scene, by: By, table: pd.DataFrame) -> dict[str, str]:
    """The groups in their order, each with its name."""
    present = set(table["group"])
    if by == "period":
        return {period: date_text(period, scene.language) for period in sorted(present)}
    look = source_look(scene) if by == "source" else theme_look(scene)
    return {key: look.labels[key] for key in look.order if key in present}


def _group(by: By, names: Mapping[str, str], table: pd.DataFrame) -> str:
    """The chosen group; at first the one that a term sets apart most."""
    options, key = list(names), f"apart:{by}"
    first = next((group for group in apart(table)["group"] if group in names), options[0])
    if st.session_state.get(key) not in names:
        st.session_state.pop(key, None)
    if len(options) <= MOST_PILLS:
        chosen = st.pills(
            _("Group"),
            options,
            format_func=lambda group: plain(names[group]),
            default=first,
            required=True,
            key=key,
            label_visibility="collapsed",
        )
    else:
        place = options.index(first)
        chosen = st.selectbox(
            _("Group"), options, place, format_func=names.__getitem__, key=key, label_visibility="collapsed"
        )
    return str(chosen or first)
