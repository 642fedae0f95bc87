"""The articles that print nearly one text, and the switch that counts each copied passage once on every page."""

from __future__ import annotations

import streamlit as st

from dashboard.analysis.credit import common_source
from dashboard.analysis.earlier import Place, origin_of
from dashboard.analysis.origins import Copies, copy_groups
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import date_text, number
from dashboard.views import navigate, selection
from dashboard.views.clickable import clickable
from dashboard.views.components import article_of, articles_by_id
from dashboard.views.markup import isolated, safe
from dashboard.views.overlap.passages import origin_text
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene

_KEY = "overlap:once"


def copies_section(scene: Scene) -> None:
    """The switch, and the groups of near-duplicates, each to be unfolded."""
    # The switch stands in the sidebar too: both show the one filter, whichever was used.
    st.session_state[_KEY] = scene.filters.count_copies_once
    st.toggle(
        _("Count copies once"),
        key=_KEY,
        on_change=_switched,
        help=_(
            "Of passages that several articles print, only the earliest is counted, on every page; who prints copies "
            "stays in sight."
        ),
    )
    groups = remembered(scene, "overlap:copies", lambda: copy_groups(scene.analysis.articles))
    if groups:
        body = remembered(scene, "overlap:copies:html", lambda: "".join(_group(scene, one) for one in groups))
        clickable(f'<div class="rc-copies">{body}</div>', "overlap:copies", scene.dark)


def _switched() -> None:
    st.session_state[selection.KEYS["copies"]] = bool(st.session_state[_KEY])
    selection.touch()


def _group(scene: Scene, group: Copies) -> str:
    articles = ngettext("{n} article", "{n} articles", len(group.places)).format(
        n=number(len(group.places), scene.language)
    )
    sources = ngettext("{n} source", "{n} sources", len(group.sources)).format(n=len(group.sources))
    agency = common_source(group.places, articles_by_id(scene), scene.config.sources)
    origin = origin_of(group.places, agency, scene.config.analysis.reuse.simultaneous_minutes)
    said = _("Nearly the same text: {articles}, {sources}, 1 origin").format(articles=articles, sources=sources)
    facts = " · ".join(safe(fact) for fact in (said, origin_text(origin)) if fact)
    lines = "".join(f"<li>{_line(scene, place, place.article_id == origin.first)}</li>" for place in group.places)
    return f"<details><summary>{facts}</summary><ul>{lines}</ul></details>"


def _line(scene: Scene, place: Place, first: bool) -> str:
    article = article_of(scene, place.article_id)
    href = safe(navigate.article_link(scene, place.article_id))
    date = f" {safe(date_text(place.published, scene.language))}" if place.published else ""
    early = f' <span class="rc-word">{safe(_("first seen"))}</span>' if first else ""
    return f'<a href="{href}" data-go><b>{isolated(place.source)}</b> {isolated(article["title"])}</a>{date}{early}'
