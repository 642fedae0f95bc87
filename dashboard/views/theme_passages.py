"""The passages of a theme, those whose main theme it is before the others; a part of the view Themes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.evidence import period_passages, spans_of, theme_passages
from dashboard.analysis.shares import NO_THEME
from dashboard.analysis.specific import Part
from dashboard.charts.look import Look
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import date_text, number
from dashboard.views import address, navigate
from dashboard.views.clickable import clickable
from dashboard.views.components import Card, csv_download, empty_state, kept_place, result_title
from dashboard.views.markup import Mark, safe
from dashboard.views.paged import paged_cards
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene
from dashboard.views.theme_marks import marks_said, theme_mark
from dashboard.views.theme_terms import theme_terms


@dataclass(frozen=True, slots=True)
class Opened:
    """What of a theme is open: of one source or period alone where one is named; "" for all.

    ``every``: also the passages that have the theme beside another one, their main theme.
    """

    theme: str
    source: str
    period: str
    every: bool


def passages_section(scene: Scene, look: Look, chosen: str) -> None:
    """The theme's terms and passages, of one source or period alone where the address says so.

    The charts count a passage under its main theme: so many are listed first, and the others are a click away.
    """
    opened = _opened(scene, chosen)
    theme = opened.theme
    rows = remembered(scene, "themes:passages", lambda: _behind(scene, opened), theme, opened.source, opened.period)
    n_main = len(rows) if theme == NO_THEME else int(rows["main"].sum())
    listed = rows if opened.every or not n_main else rows.head(n_main)
    limits = [opened.source, date_text(opened.period, scene.language) if opened.period else ""]
    marks = marks_said(scene.config.themes.by_id[theme]) if theme != NO_THEME and len(rows) else ""
    title = " · ".join([look.labels[theme], *(part for part in limits if part)])
    counted = _counted(n_main, len(rows) - n_main, listed is rows, scene.language)
    result_title(scene, "show", title, " · ".join(part for part in (counted, marks) if part))
    with kept_place():
        _ways(scene, opened, n_main, len(rows) - n_main)
    if rows.empty:
        empty_state(_("None of the passages that the filters keep has this theme."))
        return
    with kept_place():
        if theme != NO_THEME:
            part = Part(opened.source, theme, opened.period, opened.every or not n_main)
            theme_terms(scene, part, listed)
    with kept_place():
        known = scene.config.themes.by_id.get(theme)
        said = theme_mark(known, scene.language) if known else ""
        paged_cards(scene, listed, lambda row: _card(row, look, theme, said), f"themes:{theme}")
    csv_download(listed, f"theme-{theme or 'none'}", scene)


def _opened(scene: Scene, chosen: str) -> Opened:
    names = {slug: name for name, slug in address.slugs(scene.whole.articles["source"]).items()}
    asked = st.query_params
    theme = NO_THEME if asked.get("show") == "none" else chosen
    return Opened(theme, names.get(asked.get("by", ""), ""), asked.get("when", ""), asked.get("every") == "yes")


def _behind(scene: Scene, opened: Opened) -> pd.DataFrame:
    if opened.period:
        return period_passages(scene.analysis, opened.theme, opened.period)
    return theme_passages(scene.analysis, opened.theme, opened.source)


def _counted(n_main: int, n_others: int, every: bool, language: str) -> str:
    """How many passages are listed: as many as the charts count, and apart from them the others."""
    n = number(n_main or n_others, language)
    if n_others and not n_main:
        return ngettext(
            "{n} passage, where this theme is secondary", "{n} passages, where this theme is secondary", n_others
        ).format(n=n)
    main = ngettext("{n} passage", "{n} passages", n_main).format(n=n)
    if not n_others or not every:
        return main
    others = ngettext(
        "{n} other where this theme is secondary", "{n} others where this theme is secondary", n_others
    ).format(n=number(n_others, language))
    return _("{main}, and {others}").format(main=main, others=others)


def _ways(scene: Scene, opened: Opened, n_main: int, n_others: int) -> None:
    """Links from the passages that are open to those that are not."""
    show: dict[str, str | int] = {"show": opened.theme or "none"}
    slug = address.slugs(scene.whole.articles["source"]).get(opened.source, "")
    limits = {"by": slug, "when": opened.period}
    links = []
    if n_main and n_others and not opened.every:
        text = ngettext(
            "Show {n} other where this theme is secondary", "Show {n} others where this theme is secondary", n_others
        ).format(n=number(n_others, scene.language))
        links.append((navigate.link(scene, "themes", **show, **limits, every="yes"), text))
    elif n_main and n_others:
        links.append((navigate.link(scene, "themes", **show, **limits), _("Only those whose main theme it is")))
    if opened.source or opened.period:
        links.append((navigate.link(scene, "themes", **show), _("Show all its passages")))
    if links:
        items = "".join(
            f'<li><a class="rc-go" href="{safe(href)}" data-go>{safe(text)}</a></li>' for href, text in links
        )
        clickable(f'<ul class="rc-legend">{items}</ul>', "themes:all", scene.dark)


def _card(row: dict[str, Any], look: Look, theme: str, said: str) -> Card:
    colour = look.colours.get(theme, "")
    kind = "theme" if theme else "term"
    marks = tuple(Mark(begin, finish, kind, said, colour) for begin, finish in spans_of(row.get("evidence", "")))
    note = ""
    if theme:
        note = _("main theme of the passage") if row["main"] else _("among other themes")
    return Card(row["article_id"], row["start"], row["end"], marks, note=note)
