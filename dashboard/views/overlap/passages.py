"""The shared passages as cards, in most sources first."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.analysis.earlier import Origin
from dashboard.analysis.shared import Shared
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import number, percent
from dashboard.views import navigate
from dashboard.views.clickable import clickable
from dashboard.views.components import csv_download, finding_title, fragment
from dashboard.views.markup import safe
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene
from dashboard.views.wordings import wordings_html

PAGE = 6


@fragment
def passage_list(scene: Scene, groups: list[Shared]) -> None:
    """All shared passages, a page at a time; the one that the address names is shown first and set off."""
    title = ngettext("{n} shared passage", "{n} shared passages", len(groups))
    finding_title(
        title.format(n=number(len(groups), scene.language)),
        _("In most sources first, then the longest. Underlined: what the first line does not have."),
    )
    asked = st.query_params.get("passage", "")
    ordered = sorted(groups, key=lambda group: asked not in group.pairs) if asked else groups
    pages = -(-len(ordered) // PAGE)
    place = st.container()
    page = st.pagination(pages, key="overlap:page") if pages > 1 else 1
    with place:
        shown = ordered[(page - 1) * PAGE : page * PAGE]
        body = remembered(
            scene, "overlap:cards", lambda: "".join(_card(scene, one, asked in one.pairs) for one in shown), page, asked
        )
        clickable(f'<div class="rc-cards">{body}</div>', "overlap:passages", scene.dark)
    csv_download(_table(groups), "shared-passages", scene)


def kind_text(kind: str) -> str:
    """How a passage is shared, in words."""
    return {"verbatim": _("word for word"), "edited": _("edited"), "short": _("short")}[kind]


def origin_text(origin: Origin) -> str:
    """Where the words come from, in words; empty where one article was first, which is said beside its name."""
    return {
        "earlier": "",
        "simultaneous": _("published at the same time"),
        "common_source": _("common source: {agency}").format(agency=origin.agency),
        "unknown": _("the dates do not tell who was first"),
    }[origin.kind]


def _card(scene: Scene, group: Shared, asked: bool) -> str:
    words = ngettext("{n} word", "{n} words", group.n_words).format(n=number(group.n_words, scene.language))
    sources = ngettext("{n} source", "{n} sources", len(group.sources)).format(n=len(group.sources))
    facts = [f"<b>{safe(words)}</b>", f"<b>{safe(sources)}</b>", safe(kind_text(group.kind))]
    if group.kind == "edited":
        facts.append(safe(_("{share} similar").format(share=percent(group.similarity, scene.language))))
    if group.n_words_quoted:
        inside = _("quotation") if group.n_words_quoted >= group.n_words else _("partly quotation")
        facts.append(safe(inside))
    if said := origin_text(group.origin):
        facts.append(safe(said))
    link = ""
    if len(group.places) > 1:
        a, b = group.places[0].article_id, group.places[1].article_id
        href = safe(navigate.link(scene, "overlap", a=a, b=b))
        link = f'<footer><a href="{href}" data-go>{safe(_("Read both articles side by side"))}</a></footer>'
    target = " data-target" if asked else ""
    # One piece of text: the header's own pieces would be laid out apart, each with a gap.
    header = f"<header><div>{' · '.join(facts)}</div></header>"
    lines = wordings_html(scene, group.places, group.origin.first)
    return f'<article class="rc-card"{target}>{header}{lines}{link}</article>'


def _table(groups: list[Shared]) -> pd.DataFrame:
    rows = [
        {
            "n_words": group.n_words,
            "n_words_quoted": group.n_words_quoted,
            "kind": group.kind,
            "similarity": group.similarity,
            "origin": group.origin.kind,
            "first_seen": place.article_id == group.origin.first,
            "common_source": group.origin.agency,
            "n_sources": len(group.sources),
            **{"source": place.source, "published": place.published, "article_id": place.article_id},
            **{"start": place.start, "end": place.end, "group_id": group.group_id},
        }
        for group in groups
        for place in group.places
    ]
    return pd.DataFrame(rows)
