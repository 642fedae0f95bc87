"""The view Quotes: who speaks, who is quoted by whom, and each statement in all its wordings."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.analysis.spoken import (
    NOBODY,
    Statement,
    quotes_with_sources,
    speaker_counts,
    speaker_sources,
    statements,
)
from dashboard.charts.look import PICKED
from dashboard.charts.quotes import quotes_chart
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import number
from dashboard.views import address, navigate
from dashboard.views.clickable import clickable
from dashboard.views.components import finding_title, fresh_pick, nothing_kept, page_title, show_chart
from dashboard.views.markup import isolated, safe
from dashboard.views.quotes.lists import quote_list, speaker_name, statement_list
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene

#: Speakers that are drawn and listed at first.
MOST_SPEAKERS = 12


def render(scene: Scene) -> None:
    """Draws the view."""
    counts = remembered(scene, "quotes:counts", lambda: speaker_counts(scene.analysis))
    shared = remembered(scene, "quotes:shared", lambda: statements(scene.analysis))
    page_title(_("Quotes"), _finding(scene, counts, shared))
    if counts.empty:
        nothing_kept(scene, _("No quotation stands in the passages that the filters keep."))
        return
    speaker, source = _asked(scene, counts)
    with st.container(horizontal=True, gap="large", key="quotes-top"):
        with st.container(width=340):
            _speakers(scene, counts, speaker)
        with st.container(width="stretch"):
            _matrix(scene, counts)
    _chosen(scene, speaker, source)
    kept = (speaker, source)
    found = remembered(scene, "quotes:statements", lambda: statements(scene.analysis, *kept), *kept)
    statement_list(scene, found)
    rows = remembered(scene, "quotes:rows", lambda: quotes_with_sources(scene.analysis, *kept), *kept)
    quote_list(scene, rows)


def _finding(scene: Scene, counts: pd.DataFrame, shared: list[Statement]) -> str:
    if counts.empty:
        return ""
    n_quotes, n_speakers = int(counts["n_quotes"].sum()), int((counts["speaker"] != NOBODY).sum())
    quotes = ngettext("{n} quotation", "{n} quotations", n_quotes).format(n=number(n_quotes, scene.language))
    people = ngettext("{n} speaker", "{n} speakers", n_speakers).format(n=number(n_speakers, scene.language))
    both = ngettext(
        "{n} statement is reported by several articles", "{n} statements are reported by several articles", len(shared)
    ).format(n=len(shared))
    return _("{quotes} of {people}; {statements}.").format(quotes=quotes, people=people, statements=both)


def _asked(scene: Scene, counts: pd.DataFrame) -> tuple[str | None, str]:
    """The speaker and the source that the address names; None and "" for all."""
    asked = st.query_params.get("speaker")
    known = set(counts["speaker"])
    names = {slug: name for name, slug in address.slugs(scene.whole.articles["source"]).items()}
    speaker = NOBODY if asked == "none" and NOBODY in known else asked if asked in known else None
    return speaker, names.get(st.query_params.get("by", ""), "")


def _speakers(scene: Scene, counts: pd.DataFrame, chosen: str | None) -> None:
    """The speakers with their counts; a click keeps one."""
    finding_title(_("Speakers"))
    everyone = st.session_state.get("quotes:all", False)
    rows = counts if everyone else counts.head(MOST_SPEAKERS)
    most = max(int(counts["n_quotes"].max()), 1)
    lines = []
    for name, n_quotes in zip(rows["speaker"], rows["n_quotes"], strict=True):
        href = safe(navigate.link(scene, "quotes", speaker=name or "none"))
        here = ' aria-current="true"' if name == chosen else ""
        bar = f'<span class="rc-bar" style="width:{100 * n_quotes / most:.0f}%"></span>'
        label = f"{isolated(speaker_name(name))}<span class='rc-muted'>{safe(number(n_quotes, scene.language))}</span>"
        lines.append(f'<li><a href="{href}" data-go{here}>{bar}{label}</a></li>')
    clickable(f'<ul class="rc-bars">{"".join(lines)}</ul>', "quotes:speakers", scene.dark)
    if len(counts) > MOST_SPEAKERS:
        named = number(int((counts["speaker"] != NOBODY).sum()), scene.language)
        label = _("Show fewer speakers") if everyone else _("Show all {n} speakers").format(n=named)
        st.button(label, key="quotes:more", on_click=_everyone, args=(not everyone,))


def _everyone(value: bool) -> None:
    st.session_state["quotes:all"] = value


def _matrix(scene: Scene, counts: pd.DataFrame) -> None:
    """Who is quoted by whom; a click keeps one speaker in one source."""
    sources = sorted(set(scene.analysis.articles["source"]))
    if len(sources) < 2:
        return
    finding_title(_("Who is quoted by whom"))
    speakers = list(counts["speaker"].head(MOST_SPEAKERS))
    pairs = remembered(scene, "quotes:pairs", lambda: speaker_sources(scene.analysis, speakers, sources))
    names = {name: speaker_name(name) for name in speakers}
    said = _("Heatmap: how often each source quotes each speaker.")
    picked = show_chart(scene, "quotes", lambda: quotes_chart(pairs, names, scene.language, scene.dark), said)
    ids = address.slugs(scene.whole.articles["source"])
    for mark in fresh_pick("quotes", picked).get(PICKED, ()):
        navigate.open_view(scene, "quotes", speaker=mark["speaker"] or "none", by=ids.get(mark["source"], ""))


def _chosen(scene: Scene, speaker: str | None, source: str) -> None:
    """What is kept of the quotes, and the way back to all."""
    if speaker is None and not source:
        return
    parts = [speaker_name(speaker)] if speaker is not None else []
    title = " · ".join([*parts, *([source] if source else [])])
    href = safe(navigate.link(scene, "quotes"))
    link = f'<a href="{href}" data-go>{safe(_("Show all speakers"))}</a>'
    clickable(f"<h2 data-target>{isolated(title)}</h2><p>{link}</p>", "quotes:chosen", scene.dark)
