"""The learned words of a theme, in its form: how many there are, switching them off, striking and restoring some."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

import dashboard.views.theme_editor.draft as draft
from dashboard.analysis.bench import Bench
from dashboard.analysis.families import Family, sister_words
from dashboard.analysis.learned_words import n_speaking, telling_words, weighs
from dashboard.config import digest, theme_edits
from dashboard.config.themes import Theme, Themes
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import number
from dashboard.views import corpus
from dashboard.views.components import finding_title
from dashboard.views.markup import plain
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene
from dashboard.views.theme_editor.drafts import Step

#: So many learned words are laid out to be struck with a click; the others are struck by typing.
MOST_PILLS = 12
PLACE = "learned"


def learned_part(scene: Scene, bench: Bench, theme: Theme, said: Callable[[str], None]) -> None:
    """The learned words of a theme of the draft; nothing where none were learned for it.

    ``said`` tells what became of the last edit if it was made in this place.
    """
    now = scene.config.themes
    columns = draft.columns_of(theme.theme_id, now, corpus.config().themes, scene.config.learned.columns)
    if not columns:
        return
    finding_title(_("Its learned words"), _told(scene, theme))
    _switch(scene, theme, columns)
    said(PLACE)
    if theme.learned:
        _strike_pills(scene, bench, theme)
        _strike_typed(scene, theme)
        _struck(scene, theme)


def strikes_whole(scene: Scene, theme: Theme, changed: Themes, words: Sequence[str]) -> bool:
    """Whether one of the words that were struck from a list had a learned weight for the theme, which went with it."""
    struck = [word for word in words if word in changed.by_id[theme.theme_id].struck and word not in theme.struck]
    return any(weighs(theme, word, scene.config) for word in struck)


def _told(scene: Scene, theme: Theme) -> str:
    if not theme.learned:
        return _("Switched off: only the words above count for this theme.")
    n = n_speaking(theme, scene.config)
    said = ngettext(
        "Besides the words above, {n} learned word speaks for this theme in French articles.",
        "Besides the words above, {n} learned words speak for this theme in French articles.",
        n,
    )
    return said.format(n=number(n, scene.language))


def _switch(scene: Scene, theme: Theme, columns: tuple[str, ...]) -> None:
    widget = draft.key(f"{theme.theme_id}:learned:{len(draft.steps())}")

    def switch() -> None:
        on = bool(st.session_state[widget])

        def change(themes: Themes) -> Step:
            changed = theme_edits.learned_switched(themes, theme.theme_id, columns if on else ())
            kind = "learned_on" if on else "learned_off"
            return Step(kind, changed, (theme.label(scene.language),), theme.theme_id)

        draft.edit(scene.config.themes, change, PLACE)

    st.toggle(
        _("Count the learned words"), bool(theme.learned), key=widget, on_change=switch,
        help=_("Their weights were learned from many annotated passages: each word speaks a little for or against."),
    )  # fmt: skip


def _strike_pills(scene: Scene, bench: Bench, theme: Theme) -> None:
    """The learned words that tell most in the theme's passages, to be struck with a click."""
    themes = draft.draft(scene.config.themes)

    def told() -> list[tuple[str, int]]:
        table = bench.table(themes)
        given = frozenset(table.loc[table["theme"] == theme.theme_id, "passage_id"])
        return telling_words(bench.documents, theme, given, scene.config, MOST_PILLS)

    words = remembered(scene, "edit:learned", told, theme.theme_id, digest(themes))
    if not words:
        return
    widget = draft.key(f"{theme.theme_id}:telling:{len(draft.steps())}")
    labels = {word: f"{plain(word)} · {number(n, scene.language)} ✕" for word, n in words}

    def strike() -> None:
        for word in st.session_state[widget]:
            _silence(scene, theme, word)

    st.pills(
        _("Those that tell most in its passages"), list(labels), format_func=labels.__getitem__,
        selection_mode="multi", key=widget, on_change=strike, wrap=True,
    )  # fmt: skip


def _strike_typed(scene: Scene, theme: Theme) -> None:
    widget = draft.key(f"{theme.theme_id}:silence")

    def strike() -> None:
        if _silence(scene, theme, st.session_state[widget]):
            st.session_state[widget] = ""

    form = st.form(f"edit:silence:{theme.theme_id}", border=False)
    with form.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            _("Strike a learned word"), key=widget, placeholder=_("a single word"),
            help=_("Its learned weight no longer counts for this theme; in other themes it does."),
        )  # fmt: skip
        st.form_submit_button(_("Strike"), on_click=strike)


def _struck(scene: Scene, theme: Theme) -> None:
    """The words whose learned weight was struck, to be restored with a click."""
    found = sister_words(word for word in theme.struck if weighs(theme, word, scene.config, struck=True))
    families_of = {family.word: family for family in found}
    if not families_of:
        return
    widget = draft.key(f"{theme.theme_id}:silent:{len(draft.steps())}")

    def restore() -> None:
        for word in st.session_state[widget]:
            _restore(scene, theme, families_of[word])

    st.pills(
        _("Struck"), list(families_of), format_func=lambda word: f"{plain(word)} ↺", selection_mode="multi",
        key=widget, on_change=restore, wrap=True,
        help=_("A click lets its learned weight count again; lists stay as they are."),
    )  # fmt: skip


def _silence(scene: Scene, theme: Theme, said: str) -> bool:
    def change(themes: Themes) -> Step:
        changed = theme_edits.word_silenced(
            themes, theme.theme_id, said, lambda word: weighs(theme, word, scene.config)
        )
        word = changed.by_id[theme.theme_id].struck[-1]
        return Step("silenced", changed, (word, theme.label(scene.language)), theme.theme_id)

    return draft.edit(scene.config.themes, change, PLACE)


def _restore(scene: Scene, theme: Theme, family: Family) -> None:
    def change(themes: Themes) -> Step:
        changed = theme_edits.words_restored(themes, theme.theme_id, family.words)
        said = (family.word, theme.label(scene.language))
        return Step("restored", changed, said, theme.theme_id, words=family.words)

    draft.edit(scene.config.themes, change, PLACE)
