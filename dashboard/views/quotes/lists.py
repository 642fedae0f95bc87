"""The statements that several articles report, and all quotes one by one."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.analysis.contexts import sentences
from dashboard.analysis.ledger import rows_of
from dashboard.analysis.origins import counted
from dashboard.analysis.spoken import NOBODY, Statement
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import number
from dashboard.views.clickable import clickable
from dashboard.views.components import Card, articles_by_id, cards, csv_download, finding_title, fragment
from dashboard.views.markup import Mark, isolated, safe
from dashboard.views.scene import Scene
from dashboard.views.wordings import wordings_html

PAGE = 6


def speaker_name(speaker: str) -> str:
    """The speaker, or words for a speaker that was not found."""
    return _("Speaker not named") if speaker == NOBODY else speaker


def quote_kind(kind: str) -> str:
    """How words are reported."""
    return {"direct": _("direct quotation"), "fragment": _("quoted words"), "indirect": _("reported speech")}[kind]


@fragment
def statement_list(scene: Scene, found: list[Statement]) -> None:
    """Each statement as a card, one line a wording; the one that the address names first."""
    if not found:
        return
    title = ngettext("{n} statement in several articles", "{n} statements in several articles", len(found))
    finding_title(
        title.format(n=number(len(found), scene.language)),
        _("One line a wording. Underlined: what the first line does not have."),
    )
    asked = st.query_params.get("statement", "")
    ordered = sorted(found, key=lambda one: one.statement_id != asked)
    place, page = _page(len(ordered), f"quotes:statements:{len(ordered)}")
    with place:
        shown = ordered[(page - 1) * PAGE : page * PAGE]
        body = "".join(_card(scene, statement, statement.statement_id == asked) for statement in shown)
        clickable(f'<div class="rc-cards">{body}</div>', "quotes:statements:cards", scene.dark)


@fragment
def quote_list(scene: Scene, rows: pd.DataFrame) -> None:
    """Every quote as a card in its sentence, a page at a time."""
    n = len(counted(scene.analysis, rows))
    title = ngettext("{n} quotation", "{n} quotations", n).format(n=number(n, scene.language))
    copies = ngettext("and {n} in a copied passage", "and {n} in copied passages", len(rows) - n)
    finding_title(title, copies.format(n=number(len(rows) - n, scene.language)) if n < len(rows) else "")
    place, page = _page(len(rows), f"quotes:list:{len(rows)}")
    with place:
        shown = rows.iloc[(page - 1) * PAGE : page * PAGE]
        items = []
        for row, (start, end) in zip(rows_of(shown), sentences(scene.whole, shown), strict=True):
            mark = Mark(int(row.start), int(row.end), "quote", quote_kind(row.kind))
            note = f"{speaker_name(row.speaker)} · {quote_kind(row.kind)}"
            items.append(Card(str(row.article_id), start, end, (mark,), (int(row.start), int(row.end)), note))
        cards(scene, items, "quotes:list:cards")
    texts = articles_by_id(scene)
    spoken = [str(texts[row.article_id]["text"])[row.start : row.end] for row in rows_of(rows)]
    csv_download(rows.assign(text=spoken), "quotes", scene)


def _page(n: int, key: str) -> tuple[st.delta_generator.DeltaGenerator, int]:
    """Where the cards go, above the way on, and the number of the page that is shown."""
    pages = -(-n // PAGE)
    place = st.container()
    return place, st.pagination(pages, key=key) if pages > 1 else 1


def _card(scene: Scene, statement: Statement, asked: bool) -> str:
    sources = ngettext("{n} source", "{n} sources", len(statement.sources)).format(n=len(statement.sources))
    if statement.n_origins < len(statement.sources):
        origins = ngettext("{n} origin", "{n} origins", statement.n_origins).format(n=statement.n_origins)
        sources = f"{sources}, {origins}"
    notes = {place: quote_kind(kind) for place, kind in statement.kinds.items() if kind != "direct"}
    target = " data-target" if asked else ""
    header = f"<header><div><b>{isolated(speaker_name(statement.speaker))}</b> · {safe(sources)}</div></header>"
    lines = wordings_html(scene, statement.places, notes=notes)
    return f'<article class="rc-card"{target}>{header}{lines}</article>'
