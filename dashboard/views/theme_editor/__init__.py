"""The theme editor: a room of the view Themes, opened by the address parameter ``edit``."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard.analysis.bench import Bench
from dashboard.analysis.topic_theme import topic_label, topic_words
from dashboard.charts.look import Look
from dashboard.config import theme_edits
from dashboard.config.themes import Theme, Themes
from dashboard.locales import _
from dashboard.locales.numbers import number
from dashboard.views import navigate
from dashboard.views.clickable import clickable
from dashboard.views.components import page_title
from dashboard.views.looks import legend_html, records, theme_look
from dashboard.views.markup import safe
from dashboard.views.scene import Scene
from dashboard.views.theme_editor import draft, effects
from dashboard.views.theme_editor.drafts import Step
from dashboard.views.theme_editor.form import free_colour, new_form, theme_form
from dashboard.views.theme_editor.keeping import keeping_bar
from dashboard.views.theme_editor.preview import effect_near, preview

NEW, TOPIC = "new", "topic"


def editor(scene: Scene) -> None:
    """Draws the room for the theme that ``edit`` names: ``new`` for a new one, ``topic`` for one made of a topic."""
    bench, n, total = effects.bench_of(scene)
    if st.query_params.get("edit") == TOPIC:
        _from_topic(scene, bench)
    themes = draft.draft(scene.config.themes)
    effect = effects.effect_of(scene, bench, themes)
    look = _look(scene, themes)
    asked = st.query_params.get("edit", "")
    chosen = asked if asked in themes.by_id or asked == NEW else themes.order[0]
    page_title(_("Edit the themes"))
    clickable(f'<a href="{safe(navigate.link(scene, "themes"))}" data-go>← {safe(_("Back to the themes"))}</a>',
              "edit:leave", scene.dark)  # fmt: skip
    if n < total:
        said = _("Tried on {n} of {total} articles, evenly picked; applying sorts them all.")
        st.caption(said.format(n=number(n, scene.language), total=number(total, scene.language)))
    keeping_bar(scene)
    _choice(scene, look, effect.counts, chosen)
    left, right = st.columns([5, 6], gap="large")
    with left:
        if chosen == NEW:
            new_form(scene)
        else:
            theme_form(scene, bench, themes.by_id[chosen], lambda: effect_near(scene, look, effect, chosen))
    with right:
        preview(scene, bench, look, effect, chosen)


def edit_link(scene: Scene, theme: str = "") -> str:
    """An ``href`` to the editor, at a theme."""
    return navigate.link(scene, "themes", edit=theme or scene.config.themes.order[0])


def topic_link(scene: Scene, topic_id: str) -> str:
    """An ``href`` that makes a theme of a topic, in the draft."""
    return navigate.link(scene, "themes", edit=TOPIC, topic=topic_id)


def _look(scene: Scene, themes: Themes) -> Look:
    """The themes of the draft, and after them those that it gave up."""
    gone = tuple(theme for theme in scene.config.themes.themes if theme.theme_id not in themes.by_id)
    every = replace(themes, themes=(*themes.themes, *gone))
    return theme_look(replace(scene, config=replace(scene.config, themes=every)))


def _choice(scene: Scene, look: Look, counts: pd.DataFrame, chosen: str) -> None:
    """The themes of the draft as links, with their passages, and one for a new theme."""
    themes = draft.draft(scene.config.themes)
    rows = [row for row in records(counts) if row["theme"] in themes.by_id]
    shown = {row["theme"]: _size(row, scene.language) for row in rows}
    links = {theme: edit_link(scene, theme) for theme in shown}
    here = ' aria-current="true"' if chosen == NEW else ""
    new = f'<li><a class="rc-go" href="{safe(edit_link(scene, NEW))}" data-go{here}>+ {safe(_("New theme"))}</a></li>'
    clickable(legend_html(look, shown, chosen, links, new), "edit:themes", scene.dark)


def _size(row: dict[str, int], language: str) -> str:
    before, after = (number(row[name], language) for name in ("before", "after"))
    return after if before == after else f"{before} → {after}"


def _from_topic(scene: Scene, bench: Bench) -> None:
    """Adds a theme named and worded from the topic that the address names to the draft, and opens it."""
    now = scene.config.themes
    topics = scene.whole.topics.set_index("topic_id")
    topic_id = st.query_params.get("topic", "")
    if topic_id in topics.index:
        members = scene.whole.passage_topics.set_index("topic_id")["passage_id"]
        terms = str(topics["terms"][topic_id]).split(";")
        words = topic_words(terms, set(members.loc[[topic_id]]), bench)
        draft.edit(now, lambda themes: _topic_step(themes, topic_label(terms), words))
    made = draft.steps()
    st.query_params.pop("topic", None)
    st.query_params["edit"] = made[-1].theme if made else NEW
    st.rerun()


def _topic_step(themes: Themes, label: str, words: dict[str, tuple[str, ...]]) -> Step:
    every = [word for entries in words.values() for word in entries]
    labels = {name.casefold() for theme in themes.themes for name in (theme.label_fr, theme.label_en)}
    free = next(name for name in (label, *(f"{label} {n}" for n in range(2, 99))) if name.casefold() not in labels)
    added, theme_id = theme_edits.theme_added(themes, free, every, free_colour(themes))
    theme: Theme = replace(added.by_id[theme_id], strong=words["strong"], words=words["words"], weak=words["weak"])
    return Step("added", added.with_theme(theme), (free,), theme_id)
