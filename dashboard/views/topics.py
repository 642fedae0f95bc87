"""The topics that were learned from the corpus, beside the configured themes; a part of the view Themes."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.analysis.coverage import topic_coverage
from dashboard.analysis.evidence import topic_passages
from dashboard.charts.style import shade
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import number, percent
from dashboard.views import navigate
from dashboard.views.clickable import clickable
from dashboard.views.components import Card, cards, csv_download, empty_state, finding_title, result_title
from dashboard.views.looks import records
from dashboard.views.markup import isolated, safe
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene
from dashboard.views.theme_editor import topic_link

#: As many passages of a topic are shown as give an idea of it; the table to download has all.
MOST_CARDS = 6
#: More sources than this are counted instead of named.
MOST_NAMED = 6


def topic_section(scene: Scene) -> None:
    """The list of topics, coarse or fine, and the passages of the one that the address asks for."""
    finding_title(
        _("Topics learned from the corpus"),
        _("Found by the words that passages share, without the list of themes; a filter changes their size only."),
    )
    level = _level(scene)
    rows = remembered(scene, "topics", lambda: topic_coverage(scene.analysis, level, scene.whole), level)
    if rows.empty:
        empty_state(_("There are too few passages to learn topics from, or the filters keep none of theirs."))
        return
    asked = st.query_params.get("topic", "")
    largest = int(rows["n_passages"].max())
    items = "".join(_item(scene, row, largest, asked) for row in records(rows))
    clickable(f'<ul class="rc-topics">{items}</ul>', "topics:list", scene.dark)
    csv_download(rows, "topics", scene)
    if asked in set(rows["topic_id"]):
        _passages(scene, str(rows.set_index("topic_id")["label"][asked]), asked)


def chosen_level(scene: Scene) -> str:
    """``coarse`` or ``fine``, whichever the reader chose, or the level of the topic that the address asks for anew."""
    levels = _levels(scene)
    asked = st.query_params.get("topic", "")
    at = scene.whole.topics.loc[scene.whole.topics["topic_id"] == asked, "level"]
    if len(at) and st.session_state.get("topics:asked") != asked:
        st.session_state["topics:level"] = at.item()
    st.session_state["topics:asked"] = asked
    chosen = str(st.session_state.setdefault("topics:level", "coarse"))
    return chosen if chosen in levels else levels[0]


def _levels(scene: Scene) -> list[str]:
    """The levels that the corpus has; ``coarse`` where it has no topics."""
    return [level for level in ("coarse", "fine") if level in set(scene.whole.topics["level"])] or ["coarse"]


def _level(scene: Scene) -> str:
    """The level that the reader chooses here; only what the corpus has can be chosen."""
    chosen, levels = chosen_level(scene), _levels(scene)
    if len(levels) < 2:
        return chosen
    names = {"coarse": _("Few, broad"), "fine": _("Many, narrow")}
    return str(
        st.segmented_control(
            _("Topics"), levels, format_func=names.__getitem__, key="topics:level", required=True,
            label_visibility="collapsed",
        )
    )  # fmt: skip


def _item(scene: Scene, row: dict[str, Any], largest: int, asked: str) -> str:
    theme = scene.config.themes.by_id.get(row["theme"]) if row["covered"] else None
    # A topic has a theme's colour where the theme covers it, and else a ring in grey: it is no theme.
    colour, mark = (safe(shade(theme.colour, scene.dark)), "rc-dot") if theme else ("var(--muted)", "rc-dot rc-ring")
    width = f"{100 * row['n_passages'] / max(largest, 1):.0f}%"
    here = ' aria-current="true"' if row["topic_id"] == asked else ""
    size = ngettext("{n} passage", "{n} passages", row["n_passages"])
    size = size.format(n=number(row["n_passages"], scene.language))
    return (
        f'<li><a href="{safe(navigate.link(scene, "themes", topic=row["topic_id"]))}" data-go{here}>'
        f'<span class="rc-bar" style="--mark:{colour};--size:{width}"></span>'
        f'<b><span class="{mark}" style="--mark:{colour}"></span>{isolated(row["label"])}</b>'
        f'<span class="rc-muted rc-small">{safe(size)} · {_sources(row)} · {_cover(scene, row)}</span></a>'
        f"{_offer(scene, row)}</li>"
    )


def _offer(scene: Scene, row: dict[str, Any]) -> str:
    """The click that makes a theme of a topic; quieter where a theme covers the topic already."""
    href = safe(topic_link(scene, row["topic_id"]))
    quiet = " rc-quiet" if row["covered"] else ""
    return f'<a class="rc-offer rc-small{quiet}" href="{href}" data-go>+ {safe(_("Make it a theme"))}</a>'


def _sources(row: dict[str, Any]) -> str:
    if row["n_sources"] > MOST_NAMED:
        return safe(ngettext("{n} source", "{n} sources", row["n_sources"]).format(n=row["n_sources"]))
    return ", ".join(isolated(source) for source in row["sources"].split(";"))


def _cover(scene: Scene, row: dict[str, Any]) -> str:
    """Which theme covers the topic, in words; a topic that none covers stands out."""
    theme = scene.config.themes.by_id.get(row["theme"])
    name = theme.label(scene.language) if theme else row["theme"]
    share = percent(row["theme_share"], scene.language)
    if row["covered"]:
        return safe(_("covered by “{theme}” ({share})").format(theme=name, share=share))
    most = " · " + safe(_("mostly “{theme}” ({share})").format(theme=name, share=share)) if name else ""
    return f'<span class="rc-word rc-compatible">{safe(_("no theme covers it"))}</span>{most}'


def _passages(scene: Scene, label: str, topic_id: str) -> None:
    rows = topic_passages(scene.analysis, topic_id)
    shown = rows.iloc[:MOST_CARDS]
    detail = _("the {n} closest of {total} passages").format(
        n=number(len(shown), scene.language), total=number(len(rows), scene.language)
    )
    result_title(scene, "topic", label, detail if len(rows) > len(shown) else "")
    cards(scene, [Card(row["article_id"], row["start"], row["end"]) for row in records(shown)], "topics:cards")
    csv_download(rows, "topic", scene)
