"""Every place where a term stands, with what is left and right of it, and the terms beside it; part of Terms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import pandas as pd
import streamlit as st

from dashboard.analysis.concordance import concordance
from dashboard.analysis.shares import surfaces
from dashboard.analysis.specific import Part, course, mentions_in, neighbours
from dashboard.charts.keyness import course_chart
from dashboard.charts.look import PICKED, Look
from dashboard.charts.terms import neighbours_chart
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import number
from dashboard.views import navigate
from dashboard.views.clickable import clickable
from dashboard.views.components import (
    articles_by_id,
    csv_download,
    empty_state,
    finding_title,
    fresh_pick,
    kept_place,
    result_title,
    show_chart,
)
from dashboard.views.looks import records, source_look
from dashboard.views.markup import isolated, safe
from dashboard.views.parts import asked_part, part_params, part_said
from dashboard.views.periods import one_period_said
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene

#: Characters on either side; more than fit are hidden at the outer ends.
WIDTH = 90
Order = Literal["text", "left", "right"]
PAGE = 15
MOST_NEIGHBOURS = 10
#: The list to choose from holds the terms with the greatest weight.
MOST_OFFERED = 500


def concordance_section(scene: Scene, lemma: str, table: pd.DataFrame) -> None:
    """The concordance of a term (in a part of the passages where the address says so), its neighbours and course."""
    part = asked_part(scene)
    order: Order = st.session_state.get("kwic:order") or "text"
    lines = remembered(scene, "kwic", lambda: _lines(scene, lemma, part, order), lemma, part, order)
    _head(scene, lemma, part, lines)
    _controls(scene, lemma, table)
    if lines.empty:
        empty_state(_("None of the passages that the filters keep holds this term."))
        return
    with kept_place():
        _page(scene, lines, f"kwic:{lemma}:{part}:{order}")
    csv_download(lines, "concordance", scene)
    _company(scene, lemma)


def _head(scene: Scene, lemma: str, part: Part, lines: pd.DataFrame) -> None:
    """What is shown and how much of it, and the way to the rest."""
    called = remembered(scene, "called", lambda: dict(surfaces(scene.analysis)[["lemma", "term"]].to_numpy()))
    limits = part_said(scene, part, called)
    n_lines, n_passages = len(lines), lines["passage_id"].nunique()
    mentions = ngettext("{n} mention", "{n} mentions", n_lines).format(n=number(n_lines, scene.language))
    passages = ngettext("{n} passage", "{n} passages", n_passages).format(n=number(n_passages, scene.language))
    title = " · ".join(said for said in (_("“{term}” in context").format(term=called[lemma]), limits) if said)
    result_title(scene, "term", title, _("{mentions} in {passages}").format(mentions=mentions, passages=passages))
    with kept_place():
        if limits:
            ways = {lemma: _("Show all its mentions")}
            if part.beside in called:
                ways[part.beside] = _("“{term}” in context").format(term=called[part.beside])
            hrefs = {safe(navigate.link(scene, "terms", term=key)): safe(said) for key, said in ways.items()}
            links = (f'<li><a class="rc-go" href="{href}" data-go>{said}</a></li>' for href, said in hrefs.items())
            clickable(f'<ul class="rc-legend">{"".join(links)}</ul>', "kwic:all", scene.dark)


def _lines(scene: Scene, lemma: str, part: Part, order: Order) -> pd.DataFrame:
    articles = scene.analysis.articles
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    return concordance(mentions_in(scene.analysis, part), texts, lemma, WIDTH, order)


def _controls(scene: Scene, lemma: str, table: pd.DataFrame) -> None:
    """The choice of the term and of the order of the lines."""
    orders = {"text": _("articles"), "left": _("words on the left"), "right": _("words on the right")}
    weight = str(st.session_state.get("terms:weight"))
    names = {**remembered(scene, "kwic:offered", lambda: _offered(table), weight)}
    names.setdefault(lemma, str(table.loc[table["lemma"] == lemma, "term"].iloc[0]))
    st.session_state["kwic:term"] = lemma
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        st.selectbox(
            _("Term"),
            list(names),
            format_func=names.__getitem__,
            key="kwic:term",
            width=320,
            on_change=_choose,
            args=(scene,),
        )
        st.segmented_control(
            _("Sort by"), list(orders), format_func=orders.__getitem__, default="text", required=True, key="kwic:order"
        )


def _offered(table: pd.DataFrame) -> dict[str, str]:
    """lemma to term of those that can be chosen from the list, the heaviest first."""
    offered = table.drop_duplicates("lemma").nlargest(MOST_OFFERED, "total")
    return dict(zip(offered["lemma"], offered["term"], strict=True))


def _choose(scene: Scene) -> None:
    navigate.follow(navigate.link(scene, "terms", term=st.session_state["kwic:term"]))


def _page(scene: Scene, lines: pd.DataFrame, key: str) -> None:
    pages = -(-len(lines) // PAGE)
    place = st.container()
    page = st.pagination(pages, key=f"{key}:page") if pages > 1 else 1
    with place:
        clickable(
            remembered(scene, "kwic:page", lambda: _items(scene, lines, page), key, page), "kwic:lines", scene.dark
        )


def _items(scene: Scene, lines: pd.DataFrame, page: int) -> str:
    colours = source_look(scene).colours
    articles = articles_by_id(scene)
    shown = records(lines.iloc[(page - 1) * PAGE : page * PAGE])
    items = "".join(_line(scene, row, articles[row["article_id"]]["source"], colours) for row in shown)
    return f'<ol class="rc-kwic">{items}</ol>'


def _line(scene: Scene, row: dict[str, Any], source: str, colours: Mapping[str, str]) -> str:
    href = safe(navigate.article_link(scene, row["article_id"], row["start"], row["end"]))
    return (
        f'<li><a href="{href}" data-go><span class="rc-muted rc-small">'
        f'<span class="rc-dot" style="--mark:{safe(colours[source])}"></span>{isolated(source)}</span>'
        f'<span class="rc-left">{isolated(row["left"])}</span>'
        f'<span class="rc-right"><b>{isolated(row["key"])}</b>{safe(row["right"])}</span></a></li>'
    )


def _company(scene: Scene, lemma: str) -> None:
    """The terms in the same passages and, where dates allow, how often the term was used over time."""
    look = source_look(scene)
    beside = remembered(scene, "neighbours", lambda: neighbours(scene.analysis, lemma, MOST_NEIGHBOURS), lemma)
    over_time = remembered(scene, "course", lambda: course(scene.analysis, lemma), lemma)
    left, right = st.columns(2) if len(beside) and len(over_time) > 1 else (st.container(), st.container())
    with left:
        if len(beside):
            _beside(scene, lemma, beside, look)
    with right:
        if len(over_time) > 1:
            _over_time(scene, lemma, over_time, look)
        else:
            finding_title(_("Over time"), one_period_said(scene.analysis, scene.language))


def _beside(scene: Scene, lemma: str, beside: pd.DataFrame, look: Look) -> None:
    finding_title(_("Often in the same passages"), _("Passages that hold both terms; a click opens them."))
    said = _("Terms that stand in the same passages.")
    picked = show_chart(scene, "terms:neighbours", lambda: neighbours_chart(beside, look), said, (lemma,))
    for mark in fresh_pick("terms:neighbours", picked).get(PICKED, ()):
        navigate.open_view(scene, "terms", term=lemma, **part_params(scene, Part(beside=mark["lemma"])))


def _over_time(scene: Scene, lemma: str, over_time: pd.DataFrame, look: Look) -> None:
    finding_title(_("Over time"), _("Mentions per 1,000 words of the articles of each period; a click opens them."))
    said = _("How often the term was used in each period.")
    picked = show_chart(scene, "terms:course", lambda: course_chart(over_time, look), said, (lemma,))
    for mark in fresh_pick("terms:course", picked).get(PICKED, ()):
        navigate.open_view(scene, "terms", term=lemma, **part_params(scene, Part(period=mark["period"])))
