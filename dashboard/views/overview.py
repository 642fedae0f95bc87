"""Overview: one sentence, the key numbers, what is worth a look, themes by sources, top terms, volume."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.findings import (
    Finding,
    KeyNumbers,
    Pair,
    closest_pair,
    key_numbers,
    top_terms,
    volume,
    worth_a_look,
)
from dashboard.analysis.shares import NO_THEME, Standout, standout, theme_mix
from dashboard.charts import overview as charts
from dashboard.charts.look import PICKED, Look
from dashboard.charts.wording import with_origins
from dashboard.filters import Filters
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import number, percent
from dashboard.tables import Analysis
from dashboard.views import navigate, selection
from dashboard.views.clickable import clickable
from dashboard.views.components import csv_download, empty_state, finding_title, fresh_pick, page_title, show_chart
from dashboard.views.headlines import headline, lines, period_words
from dashboard.views.looks import source_look, theme_look
from dashboard.views.markup import isolated, safe
from dashboard.views.scene import Scene

TOP_TERMS = 12


@dataclass(frozen=True)
class Facts:
    """What the overview shows of one selection, computed once for it."""

    numbers: KeyNumbers
    pair: Pair | None
    findings: list[Finding]
    mix: pd.DataFrame
    leader: Standout | None
    volume: pd.DataFrame
    terms: pd.DataFrame


def render(scene: Scene) -> None:
    """Draws the overview of the selection."""
    if scene.analysis.articles.empty:
        page_title(_("Overview"))
        nothing(scene)
        return
    facts = _facts(scene.whole.digest, scene.filters, scene.analysis)
    page_title(_("Overview"), headline(facts.numbers, facts.pair, scene.language))
    clickable(_top((*scene.key, st.session_state.get("lang")), scene, facts), "overview", scene.dark)
    left, right = st.columns([2.2, 1], gap="large")
    with left:
        _themes(scene, facts)
    with right:
        _terms(scene, facts.terms)
    if len(facts.volume):
        _volume(scene, facts.volume)


def nothing(scene: Scene) -> None:
    """Says why the selection is empty and offers the click that helps."""
    if scene.whole.articles.empty:
        empty_state(_("This corpus holds no article that could be read. Open other files on the left."))
    else:
        empty_state(_("No article fits all these filters together."), _("Clear all filters"), selection.clear)


def _numbers(scene: Scene, numbers: KeyNumbers) -> str:
    language = scene.language
    period = period_words(numbers, language)
    reused = "–" if numbers.reused is None else percent(numbers.reused, language)
    label = ngettext("article", "articles", numbers.articles)
    if scene.filters.count_copies_once:
        label = with_origins(label, numbers.articles, numbers.origins, language)
    entries = [
        ("articles", number(numbers.articles, language), label),
        ("themes", number(numbers.sources, language), ngettext("source", "sources", numbers.sources)),
        ("articles", period, _("period")),
        ("themes", number(numbers.passages, language), ngettext("passage", "passages", numbers.passages)),
        ("figures", number(numbers.figures, language), ngettext("figure", "figures", numbers.figures)),
        (
            "figures",
            number(numbers.contradictions, language),
            ngettext("contradiction", "contradictions", numbers.contradictions),
        ),
        ("overlap", reused, _("words shared between sources")),
    ]
    return f"<div class='rc-numbers'>{''.join(_number(scene, *entry) for entry in entries)}</div>"


def _number(scene: Scene, view: str, value: str, label: str) -> str:
    long = " class='rc-long'" if len(value) > 8 else ""
    href = safe(navigate.link(scene, view))
    return f"<a href='{href}' data-go><b{long}>{safe(value)}</b><span>{safe(label)}</span></a>"


def _findings(scene: Scene, findings: list[Finding]) -> str:
    if not findings:
        return ""
    items = "".join(
        f"<li><a href='{safe(line.href)}' data-go><span class='rc-word rc-{line.style or 'single'}'>{safe(line.label)}"
        f"</span><span>{isolated(line.text)}</span></a></li>"
        for line in lines(scene, findings)
    )
    return f"<h2>{safe(_('Worth a look'))}</h2><ul class='rc-findings'>{items}</ul>"


def _themes(scene: Scene, facts: Facts) -> None:
    look = theme_look(scene)
    title = _themes_title(facts.leader, look, scene.language) if facts.leader else _("Themes by source")
    finding_title(title, _("Share of the words of each source; a click filters."))
    if (facts.mix["theme"] == NO_THEME).all():
        empty_state(_("None of these passages has one of the configured themes."))
        return
    alt = _("Heatmap: share of words that each source gives to each theme")
    picked = show_chart(scene, "theme-heatmap", lambda: charts.theme_heatmap(facts.mix, look), alt)
    for mark in fresh_pick("theme-heatmap", picked).get(PICKED, ())[:1]:
        selection.choose(sources=[mark["source"]], themes=[mark["theme"]] if mark["theme"] else [])
    csv_download(facts.mix, "themes", scene)


def _themes_title(leader: Standout, look: Look, language: str) -> str:
    told = {
        "source": leader.source,
        "theme": look.labels.get(leader.theme, leader.theme),
        "share": percent(leader.share, language),
        "low": percent(leader.low, language),
        "high": percent(leader.high, language),
    }
    if told["high"] == percent(0.0, language):
        return _("{source} gives {share} of its words to “{theme}”, the others none").format(**told)
    if told["low"] == told["high"]:
        return _("{source} gives {share} of its words to “{theme}”, the others {high}").format(**told)
    return _("{source} gives {share} of its words to “{theme}”, the others {low} to {high}").format(**told)


def _terms(scene: Scene, terms: pd.DataFrame) -> None:
    finding_title(_("Top terms"), _("The most telling ones (TF-IDF), with their mentions."))
    if terms.empty:
        empty_state(_("These passages hold no words but stop words."))
        return
    most = int(terms["total"].max())
    rows = "".join(_bar(scene, row, most) for row in terms.to_dict("records"))
    clickable(f"<ol class='rc-bars'>{rows}</ol>", "top-terms", scene.dark)


def _bar(scene: Scene, row: dict[Any, Any], most: int) -> str:
    href = safe(navigate.link(scene, "terms", term=row["lemma"]))
    bar = f"<span class='rc-bar' style='width:{100 * int(row['total']) / most:.1f}%'></span>"
    count = safe(number(int(row["total"]), scene.language))
    said = f"<bdi>{safe(row['term'])}</bdi><span class='rc-muted'>{count}</span>"
    return f"<li><a href='{href}' data-go>{bar}{said}</a></li>"


def _volume(scene: Scene, rows: pd.DataFrame) -> None:
    finding_title(_("Articles over time"))
    look = source_look(scene)
    alt = _("Bars: articles of each source by date")
    picked = show_chart(scene, "volume", lambda: charts.volume_chart(rows, look), alt)
    for mark in fresh_pick("volume", picked).get(PICKED, ())[:1]:
        selection.choose(period=mark["period"])


@st.cache_resource(max_entries=128, show_spinner=False)
def _top(key: tuple[object, ...], _scene: Scene, _facts: Facts) -> str:
    return _numbers(_scene, _facts.numbers) + _findings(_scene, _facts.findings)


@st.cache_resource(max_entries=64, show_spinner=False)
def _facts(digest: str, filters: Filters, _analysis: Analysis) -> Facts:
    mix = theme_mix(_analysis)
    # Under a filter by theme the shares are those of what it keeps: what a source tells or leaves out is not seen.
    untold = {"left_out"} if filters.themes else set()
    return Facts(
        numbers=key_numbers(_analysis),
        pair=closest_pair(_analysis),
        findings=[finding for finding in worth_a_look(_analysis, mix) if finding.kind not in untold],
        mix=mix,
        leader=None if filters.themes else standout(mix),
        volume=volume(_analysis),
        terms=top_terms(_analysis, TOP_TERMS),
    )
