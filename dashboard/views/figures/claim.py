"""One claim opened: what the sources say of it, sentence beside sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.contexts import sentences
from dashboard.analysis.ledger import cells, mentions_of, numbers_apart, rows_of
from dashboard.analysis.strips import strips
from dashboard.charts.figures import strip_chart
from dashboard.charts.sheet import origins_text
from dashboard.charts.style import source_colours
from dashboard.charts.wording import ClaimNames, certainty_of, claim_finding, verdict_word
from dashboard.locales import _
from dashboard.locales.numbers import listing, percent, short_form
from dashboard.views.clickable import clickable
from dashboard.views.components import Card, card_html, show_chart
from dashboard.views.figures.correction import correction_text
from dashboard.views.figures.narrow import figure_glyph
from dashboard.views.markup import Mark, isolated, safe
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene


def claim_panel(scene: Scene, claim_id: str, source: str, names: Mapping[str, ClaimNames], headline: str) -> None:
    """The claim's finding and, a column a source, its sentences with the figures marked.

    The sentences of ``source`` come first and are set off, which brings the panel into sight. ``headline`` is
    what the page says already, so that it is not said twice.
    """
    parts = (claim_id, source, headline)
    head, body, rows = remembered(scene, "figures:claim", lambda: _parts(scene, parts, names[claim_id]), *parts)
    clickable(head, "figures:claim:head", scene.dark)
    # A place of its own, also where there is nothing to draw: what follows is not drawn anew.
    with st.container():
        _strip(scene, claim_id, rows)
    clickable(body, "figures:claim", scene.dark)


def _parts(scene: Scene, opened: tuple[str, str, str], names: ClaimNames) -> tuple[str, str, pd.DataFrame]:
    """The panel's head and its columns as HTML, and the rows of its strip."""
    claim_id, source, headline = opened
    analysis = scene.analysis
    claims = analysis.claims[analysis.claims["claim_id"] == claim_id]
    claim, figures = rows_of(claims)[0], mentions_of(analysis, claim_id)
    silent = sorted(set(analysis.articles["source"]) - set(figures["source"]))
    unsaid = ""
    if silent:
        said = _("Not given by {sources}.").format(sources=listing(silent[:12], scene.language))
        unsaid = f'<p class="rc-muted rc-small">{safe(said)}</p>'
    columns = _columns(scene, claim, figures, source)
    own = analysis.quantities[analysis.quantities["quantity_id"].isin(figures["quantity_id"])]
    mentions = analysis.claim_mentions[analysis.claim_mentions["claim_id"] == claim_id]
    apart = numbers_apart(cells(claims, mentions, own))
    finding = claim_finding(claim, rows_of(apart), scene.config, scene.language)
    head = _head(claim, names, finding, headline)
    return head, f'<div class="rc-columns">{columns}</div>{unsaid}', strips(claims, mentions, own)


def _head(claim: Any, names: ClaimNames, finding: str, headline: str) -> str:
    word = f'<span class="rc-word rc-{safe(claim.verdict)}">{safe(verdict_word(claim.verdict))}</span>'
    title, more = (names.whole, "") if finding == headline else (finding, names.whole)
    details = " · ".join([word, *(isolated(part) for part in (more, origins_text(claim)) if part)])
    return f"<h2>{safe(title)}</h2><p class='rc-muted'>{details}</p>"


def _strip(scene: Scene, claim_id: str, rows: pd.DataFrame) -> None:
    if rows.empty:
        return
    colours, gap = source_colours(scene.whole.articles["source"], scene.dark), rows["gap"].max()
    said = _("The numbers of this claim on one scale, one row a source.")
    if gap == gap and gap > 0:
        said += " " + _("The highest lies {gap} above the lowest.").format(gap=percent(gap, scene.language))
    show_chart(
        scene, "figures:strip", lambda: strip_chart(rows, colours, scene.language, scene.dark), said, (claim_id,)
    )


def _columns(scene: Scene, claim: Any, figures: pd.DataFrame, source: str) -> str:
    """One column a source, in it one block a sentence: its figures in short form, then the sentence as a card."""
    found: dict[str, dict[tuple[str, tuple[int, int]], list[Any]]] = {}
    for row, span in zip(rows_of(figures), sentences(scene.whole, figures), strict=True):
        found.setdefault(str(row.source), {}).setdefault((str(row.article_id), span), []).append(row)
    order = sorted(found, key=lambda name: (name != source, name))
    columns = []
    for name in order:
        blocks = "".join(_block(scene, claim, place, rows) for place, rows in found[name].items())
        chosen = ' class="rc-side rc-chosen" data-target' if name == source else ' class="rc-side"'
        columns.append(f"<section{chosen}>{blocks}</section>")
    return "".join(columns)


def _block(scene: Scene, claim: Any, place: tuple[str, tuple[int, int]], rows: list[Any]) -> str:
    article_id, (start, end) = place
    heads = "".join(
        f"<p>{figure_glyph(row.mark, claim.verdict)} <b>{safe(short_form(row, scene.language))}</b> "
        f'<span class="rc-muted rc-small">{safe(_with_correction(scene, row))}</span></p>'
        for row in rows
    )
    marks = tuple(Mark(int(row.start), int(row.end), "figure", certainty_of(row)) for row in rows)
    card = card_html(scene, Card(article_id, start, end, marks, (int(rows[0].start), int(rows[0].end))))
    return f"<div>{heads}{card}</div>"


def _with_correction(scene: Scene, row: Any) -> str:
    """How sure the article is, and what a reader corrected."""
    said = correction_text(scene, str(row.quantity_id))
    return f"{certainty_of(row)} · ✎ {said}" if said else certainty_of(row)
