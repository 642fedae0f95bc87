"""A part of the passages in an address: those of one source, theme or period, as a mark of a chart stands for them."""

from __future__ import annotations

import re
from collections.abc import Mapping

import streamlit as st

from dashboard.analysis.specific import Part
from dashboard.locales import _
from dashboard.locales.numbers import date_text
from dashboard.views import navigate
from dashboard.views.looks import theme_look
from dashboard.views.scene import Scene

_PERIOD = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def asked_part(scene: Scene) -> Part:
    """The part that the address asks for; what means nothing here leaves nothing out."""
    asked = st.query_params
    sources = {slug: source for source, slug in navigate.source_ids(scene).items()}
    theme, period = asked.get("show", ""), asked.get("when", "")
    return Part(
        source=sources.get(asked.get("by", ""), ""),
        theme=theme if theme in scene.config.themes.by_id else "",
        period=period if _PERIOD.fullmatch(period) else "",
        lesser=asked.get("every") == "yes",
        beside=asked.get("with", ""),
    )


def part_params(scene: Scene, part: Part) -> dict[str, str]:
    """The parameters of an address that asks for the part."""
    every = "yes" if part.theme and part.lesser else ""
    slug = navigate.source_ids(scene).get(part.source, "")
    return {"by": slug, "show": part.theme, "when": part.period, "every": every, "with": part.beside}


def part_said(scene: Scene, part: Part, names: Mapping[str, str]) -> str:
    """The part in words, for a title; empty where nothing is left out. ``names`` is what lemmas are called."""
    label = theme_look(scene).labels.get(part.theme, "") if part.theme else ""
    period = date_text(part.period, scene.language) if part.period else ""
    both = _("with “{term}”").format(term=names.get(part.beside, part.beside)) if part.beside else ""
    return " · ".join(said for said in (part.source, label, period, both) if said)
