"""The form for one theme: its names, colour and words, merging and deleting it; and the form for a new one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import streamlit as st

import dashboard.views.theme_editor.draft as draft
from dashboard.analysis.bench import Bench
from dashboard.analysis.families import Family, families
from dashboard.charts.style import CATEGORICAL, LIGHT, contrast
from dashboard.config import theme_edits
from dashboard.config.themes import Theme, Themes
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import number
from dashboard.views.components import finding_title
from dashboard.views.markup import plain
from dashboard.views.scene import Scene
from dashboard.views.theme_editor.drafts import Step
from dashboard.views.theme_editor.learned import learned_part, strikes_whole
from dashboard.views.theme_editor.wording import fault_text, list_help, list_names, word_help

#: So many words of a list are laid out to be struck with a click; the others are found by typing.
MOST_PILLS = 16
#: The place of the words that are found by typing.
TYPED = "typed"
#: A colour with less contrast than this is hard to see on the page.
LEAST_CONTRAST = 3.0
# Where the twelve of the charts are taken: as dark, and as far from them as can be.
_FURTHER = ("#A13D00", "#5B3E99", "#00695C", "#8A2D5D", "#37618E", "#5D6B00", "#95502E", "#3B5B4C")


def theme_form(scene: Scene, bench: Bench, theme: Theme, told: Callable[[], None]) -> None:
    """The form for a theme of the draft; ``told`` draws what the draft changes, beside what was edited last."""

    def said(place: str) -> None:
        if fault := draft.fault(place):
            st.error(plain(fault_text(fault, draft.draft(scene.config.themes), scene.language)))
        elif draft.steps() and draft.place_of(theme.theme_id) == place:
            told()

    _names(scene, theme)
    finding_title(
        _("Its words"),
        _("With the number of passages that hold each. A click on a word strikes it with its other forms."),
    )
    _add_word(scene, theme)
    said("")
    _shared_word(scene, theme)
    _words(scene, bench, theme, said)
    learned_part(scene, bench, theme, said)
    _end(scene, theme)


def new_form(scene: Scene) -> None:
    """The form for a new theme."""
    now = scene.config.themes
    finding_title(_("New theme"))
    free = free_colour(draft.draft(now))
    fields = {name: draft.key(f"new:{name}") for name in ("label", "colour", "words")}

    def add() -> None:
        def change(themes: Themes) -> Step:
            words = [word for word in re.split(r"[,;\n]", st.session_state[fields["words"]]) if word.strip()]
            label = st.session_state[fields["label"]]
            changed, theme_id = theme_edits.theme_added(themes, label, words, st.session_state[fields["colour"]])
            return Step("added", changed, (changed.by_id[theme_id].label_fr,), theme_id)

        if draft.edit(now, change):
            st.query_params["edit"] = draft.steps()[-1].theme

    with st.form("edit:new", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(_("Name"), key=fields["label"], max_chars=theme_edits.MOST_LABEL)
            st.color_picker(_("Colour"), free, key=fields["colour"])
        st.text_area(_("Its first words, with commas between"), key=fields["words"], help=word_help(), height=90)
        st.form_submit_button(_("Add the theme"), type="primary", on_click=add)
    if fault := draft.fault():
        st.error(plain(fault_text(fault, draft.draft(now), scene.language)))


def free_colour(themes: Themes) -> str:
    """A colour that no theme has, as long as there is one."""
    used = {theme.colour.upper() for theme in themes.themes}
    return next((colour for colour in (*CATEGORICAL, *_FURTHER) if colour.upper() not in used), CATEGORICAL[0])


def _names(scene: Scene, theme: Theme) -> None:
    now = scene.config.themes
    french, english, colour = (draft.key(f"{theme.theme_id}:{name}") for name in ("fr", "en", "colour"))

    def rename() -> None:
        def change(themes: Themes) -> Step:
            said = st.session_state[french], st.session_state[english]
            changed = theme_edits.renamed(themes, theme.theme_id, *said)
            labels = [found.by_id[theme.theme_id].label(scene.language) for found in (themes, changed)]
            return Step("renamed", changed, tuple(labels), theme.theme_id)

        draft.edit(now, change)

    def recolour() -> None:
        def change(themes: Themes) -> Step:
            changed = theme_edits.recoloured(themes, theme.theme_id, st.session_state[colour])
            return Step("recoloured", changed, (theme.label(scene.language),), theme.theme_id)

        draft.edit(now, change)

    with st.container(horizontal=True, vertical_alignment="bottom"):
        most = theme_edits.MOST_LABEL
        st.text_input(_("Name in French"), theme.label_fr, key=french, max_chars=most, on_change=rename, width=165)
        st.text_input(_("Name in English"), theme.label_en, key=english, max_chars=most, on_change=rename, width=165)
        st.color_picker(_("Colour"), theme.colour, key=colour, on_change=recolour)
    if contrast(theme.colour, LIGHT.ground) < LEAST_CONTRAST:
        st.caption(_("This colour is hard to see on a white page."))


def _shared_word(scene: Scene, theme: Theme) -> None:
    """That the word which was added last is another theme's too."""
    now, made = draft.draft(scene.config.themes), draft.steps()
    if draft.fault() or not made or made[-1].kind != "word" or made[-1].theme != theme.theme_id:
        return
    if others := theme_edits.others_with(now, theme.theme_id, made[-1].said[0]):
        named = ", ".join(now.by_id[other].label(scene.language) for other in others)
        said = _("“{word}” is a word of {themes} too: its passages can have both themes.")
        st.caption(plain(said.format(word=made[-1].said[0], themes=named)))


def _add_word(scene: Scene, theme: Theme) -> None:
    now, names = scene.config.themes, list_names()
    word, where = draft.key(f"{theme.theme_id}:word"), draft.key(f"{theme.theme_id}:list")

    def add() -> None:
        def change(themes: Themes) -> Step:
            entry = theme_edits.entry_of(st.session_state[word])
            chosen = st.session_state[where] or "strong"
            changed = theme_edits.word_added(themes, theme.theme_id, chosen, entry)
            return Step("word", changed, (entry, theme.label(scene.language), chosen), theme.theme_id)

        if draft.edit(now, change):
            st.session_state[word] = ""

    with st.form(f"edit:add:{theme.theme_id}", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(_("Add a word or phrase"), key=word, help=word_help())
            st.form_submit_button(_("Add"), on_click=add)
        st.segmented_control(
            _("To the list"), list(names), format_func=names.__getitem__, default="strong", required=True, key=where,
            help=list_help(),
        )  # fmt: skip


def _words(scene: Scene, bench: Bench, theme: Theme, said: Callable[[str], None]) -> None:
    """Every list: the words that the corpus holds as buttons, most passages first; the others by typing."""
    found = families(theme)
    sizes = dict(zip(found, bench.passages_with_any(family.words for family in found), strict=True))
    laid_out: set[Family] = set()
    for key, name in list_names().items():
        here = [family for family in found if family.key == key]
        held = sorted((family for family in here if sizes[family]), key=lambda one: (-sizes[one], one.word))
        shown = {family: sizes[family] for family in held[:MOST_PILLS]}
        laid_out |= {*shown}
        if shown:
            _strike_pills(scene, theme, f"{name} · {number(len(here), scene.language)}", shown)
        said(key)
    _strike_typed(scene, theme, [family for family in found if family not in laid_out])
    said(TYPED)


def _strike_pills(scene: Scene, theme: Theme, name: str, shown: Mapping[Family, int]) -> None:
    families_of = {family.word: family for family in shown}
    labels = {one.word: f"{plain(one.word)} · {number(n, scene.language)} ✕" for one, n in shown.items()}
    key = next(iter(shown)).key
    widget = draft.key(f"{theme.theme_id}:{key}:{len(draft.steps())}")

    def strike() -> None:
        for word in st.session_state[widget]:
            _strike(scene, theme, families_of[word], key)

    st.pills(
        name, list(labels), format_func=labels.__getitem__, selection_mode="multi", key=widget, on_change=strike,
        wrap=True,
    )  # fmt: skip


def _strike_typed(scene: Scene, theme: Theme, found: Sequence[Family]) -> None:
    if not found:
        return
    names = list_names()
    widget = draft.key(f"{theme.theme_id}:typed:{len(draft.steps())}")
    options = {f"{family.key}:{family.word}": family for family in found}

    def strike() -> None:
        if chosen := st.session_state[widget]:
            _strike(scene, theme, options[chosen], TYPED)

    said = ngettext("{n} more word, not shown above", "{n} more words, not shown above", len(found))
    st.selectbox(
        said.format(n=number(len(found), scene.language)),
        list(options),
        index=None,
        format_func=lambda one: f"{', '.join(options[one].words)} ({names[options[one].key].lower()})",
        placeholder=_("Type to find one and strike it"),
        key=widget,
        on_change=strike,
    )


def _strike(scene: Scene, theme: Theme, family: Family, place: str) -> None:
    def change(themes: Themes) -> Step:
        changed = theme_edits.words_struck(themes, theme.theme_id, family.forms)
        kind = "struck_whole" if strikes_whole(scene, theme, changed, family.words) else "struck"
        said = (family.word, theme.label(scene.language), family.key)
        return Step(kind, changed, said, theme.theme_id, words=family.words)

    draft.edit(scene.config.themes, change, place)


def _end(scene: Scene, theme: Theme) -> None:
    """Merging the theme into another one, and deleting it."""
    now = scene.config.themes
    labels = {one.theme_id: one.label(scene.language) for one in draft.draft(now).themes if one != theme}
    into = draft.key(f"{theme.theme_id}:into")

    def merge() -> None:
        goal = st.session_state[into]

        def change(themes: Themes) -> Step:
            changed = theme_edits.merged(themes, theme.theme_id, goal or theme.theme_id)
            return Step("merged", changed, (theme.label(scene.language), labels[goal]), theme.theme_id, goal)

        if draft.edit(now, change):
            st.query_params["edit"] = goal

    def delete() -> None:
        def change(themes: Themes) -> Step:
            changed = theme_edits.deleted(themes, theme.theme_id)
            return Step("deleted", changed, (theme.label(scene.language),), theme.theme_id)

        if draft.edit(now, change):
            st.query_params["edit"] = draft.draft(now).order[0]

    finding_title(_("Merge or delete it"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            _("Merge it into"), list(labels), format_func=labels.__getitem__, index=None, key=into,
            placeholder=_("another theme"), width=230,
        )  # fmt: skip
        st.button(_("Merge"), on_click=merge, key=draft.key(f"{theme.theme_id}:merge"))
        st.button(_("Delete the theme"), on_click=delete, key=draft.key(f"{theme.theme_id}:delete"))
