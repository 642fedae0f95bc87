"""The view Overlap: who prints whose words, which passages, and two articles side by side."""

from __future__ import annotations

import streamlit as st

from dashboard.analysis.origins import n_origins
from dashboard.analysis.pairs import article_pairs
from dashboard.analysis.shared import COUNTED_WORDS, Shared, shared_groups, summary
from dashboard.charts.look import PICKED
from dashboard.charts.overlap import overlap_cells, overlap_chart, sources_shown
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import percent
from dashboard.views import address, navigate
from dashboard.views.components import (
    csv_download,
    empty_state,
    finding_title,
    fragment,
    fresh_pick,
    nothing_kept,
    page_title,
    show_chart,
)
from dashboard.views.overlap.copies import copies_section
from dashboard.views.overlap.pair import pair_section
from dashboard.views.overlap.passages import passage_list
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene


def render(scene: Scene) -> None:
    """Draws the view."""
    settings = scene.config.analysis.reuse
    groups = remembered(scene, "overlap:groups", lambda: shared_groups(scene.analysis, settings))
    page_title(_("Overlap"), _finding(scene, groups))
    sources = sorted(set(scene.analysis.articles["source"]))
    if len(sources) < 2:
        alone = _("The selection holds one source alone; two are needed to see what they share.")
        nothing_kept(scene, alone if sources else _("No article fits all these filters together."))
        return
    copies_section(scene)
    if not groups:
        empty_state(_("No two sources of the selection share a passage."))
        return
    _matrix(scene, sources)
    passage_list(scene, groups)
    pair_section(scene, remembered(scene, "overlap:pairs", lambda: article_pairs(scene.analysis)))


def _finding(scene: Scene, groups: list[Shared]) -> str:
    if not groups:
        return ""
    counts = summary(scene.analysis, groups)
    sharing = ngettext(
        "{n} of {all} articles shares a passage of at least {words} words with another",
        "{n} of {all} articles share a passage of at least {words} words with another",
        counts.n_sharing,
    ).format(n=counts.n_sharing, all=counts.n_articles, words=COUNTED_WORDS)
    if counts.n_in_three:
        rest = ngettext(
            "{n} passage stands in 3 sources or more", "{n} passages stand in 3 sources or more", counts.n_in_three
        ).format(n=counts.n_in_three)
    else:
        rest = ngettext("{n} passage is shared in all", "{n} passages are shared in all", counts.n_groups).format(
            n=counts.n_groups
        )
    origins = n_origins(scene.analysis.articles)
    if origins < len(scene.analysis.articles):
        own = ngettext("{n} independent text in all", "{n} independent texts in all", origins).format(n=origins)
        rest = _("{rest}; {origins}").format(rest=rest, origins=own)
    return _("{sharing}; {rest}.").format(sharing=sharing, rest=rest)


@fragment
def _matrix(scene: Scene, sources: list[str]) -> None:
    overlap = scene.analysis.source_overlap
    unquoted = st.toggle(_("Words outside quotation marks only"), key="overlap:unquoted")
    column = "containment_unquoted" if unquoted else "containment"
    shown = sources_shown(overlap, sources)
    cells = remembered(scene, "overlap:cells", lambda: overlap_cells(overlap, shown, column, scene.language), column)
    finding_title(_headline(scene, unquoted))
    said = _("Heatmap: the share of each source’s words that each other source prints too.")
    picked = show_chart(
        scene, "overlap", lambda: overlap_chart(cells, scene.language, scene.dark), said, (column, len(shown))
    )
    ids = address.slugs(scene.whole.articles["source"])
    for mark in fresh_pick("overlap", picked).get(PICKED, ()):
        if mark["source_a"] != mark["source_b"]:
            navigate.open_view(scene, "overlap", of=ids[mark["source_a"]], by=ids[mark["source_b"]])
    if len(shown) < len(sources):
        st.caption(_("The {n} sources that share most, of {all}.").format(n=len(shown), all=len(sources)))
    csv_download(overlap, "overlap", scene)


def _headline(scene: Scene, unquoted: bool) -> str:
    """The two sources of which one shares the largest part of its words with the other, and how much is quoted."""
    overlap = scene.analysis.source_overlap
    column = "containment_unquoted" if unquoted else "containment"
    best = overlap.sort_values([column, "source_a", "source_b"], ascending=[False, True, True]).head(1)
    if best.empty or float(best[column].iloc[0]) <= 0:
        return _("Words that one source shares with another")
    row = best.iloc[0]
    share, quiet = (
        percent(float(row[column]), scene.language),
        percent(float(row["containment_unquoted"]), scene.language),
    )
    parts = {"share": share, "a": row["source_a"], "b": row["source_b"], "unquoted": quiet}
    if unquoted:
        return _("Outside quotation marks, {share} of the words of {a} stand in {b} too").format(**parts)
    if float(row["containment_unquoted"]) < float(row["containment"]) / 2:
        text = _("{share} of the words of {a} stand in {b} too, but only {unquoted} outside quotation marks")
        return text.format(**parts)
    return _("{share} of the words of {a} stand in {b} too").format(**parts)
