"""The passages that come and go with the draft, before it is applied."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import dashboard.views.theme_editor.draft as draft
from dashboard.analysis.bench import Bench
from dashboard.analysis.evidence import spans_of
from dashboard.charts.look import Look
from dashboard.config.themes import Theme
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import number
from dashboard.views.clickable import clickable
from dashboard.views.components import Card, card_html, cards, empty_state, finding_title
from dashboard.views.looks import records
from dashboard.views.markup import Mark, isolated, safe
from dashboard.views.scene import Scene
from dashboard.views.theme_editor.effects import Effect
from dashboard.views.theme_marks import theme_mark

#: As many passages are shown of each kind until more are asked for.
PAGE = 4
#: Beside the click, of each kind.
NEAR = 2


def preview(scene: Scene, bench: Bench, look: Look, effect: Effect, theme: str) -> None:
    """What the draft changes, in counts and passages; where nothing was edited, the passages of the theme."""
    counts, changes, now = effect.counts, effect.changes, scene.config.themes
    if not draft.steps():
        _today(scene, bench, look, theme)
        return
    finding_title(_("What changes"), _("In the whole corpus, whatever is filtered; nothing is applied yet."))
    if changes.empty:
        empty_state(_unchanged(scene, bench))
        return
    changed = counts[counts["gained"] + counts["lost"] > 0]
    clickable(_table(scene, look, changed), "edit:counts", scene.dark)
    chosen = _chosen(scene, look, list(changed["theme"]), theme)
    for kind, title in (("gained", _came), ("lost", _gone)):
        rows = changes[(changes["change"] == kind) & (changes["theme"] == chosen)]
        if len(rows):
            finding_title(title(scene, look.labels[chosen], len(rows)))
            themes = now if kind == "lost" else draft.draft(now)
            _cards(scene, look, rows, f"edit:{kind}:{chosen}", themes.by_id[chosen])


def effect_near(scene: Scene, look: Look, effect: Effect, theme: str) -> None:
    """The effect of the draft beside the click that had it: how many passages come and go and, on a page too narrow
    for the preview to stand beside the form, the first of them."""
    shown = []
    for kind, title in (("gained", _came), ("lost", _gone)):
        rows = effect.changes[(effect.changes["change"] == kind) & (effect.changes["theme"] == theme)]
        if len(rows):
            themes = scene.config.themes if kind == "lost" else draft.draft(scene.config.themes)
            found = _made_cards(look, rows.iloc[:NEAR], themes.by_id[theme], scene.language)
            shown.append(f"<h3>{safe(title(scene, look.labels[theme], len(rows)))}</h3>")
            shown += [card_html(scene, card) for card in found]
    near = f'<div class="rc-near rc-cards">{"".join(shown)}</div>' if shown else ""
    said = f'<p class="rc-effect" role="status"><b>{safe(effect_text(scene, effect))}</b></p>'
    clickable(said + near, f"edit:near:{theme}", scene.dark)


def effect_text(scene: Scene, effect: Effect) -> str:
    """The passages that come and go with the draft, in a few words."""
    if effect.changes.empty:
        return _("No passage comes or goes.")
    kinds = effect.changes["change"].value_counts()
    come, gone = (int(kinds.get(kind, 0)) for kind in ("gained", "lost"))
    said = []
    if come:
        said.append(ngettext("{n} passage comes", "{n} passages come", come).format(n=number(come, scene.language)))
    if gone:
        goes = ngettext("{n} goes", "{n} go", gone) if come else ngettext("{n} passage goes", "{n} passages go", gone)
        said.append(goes.format(n=number(gone, scene.language)))
    return ", ".join(said)


def _unchanged(scene: Scene, bench: Bench) -> str:
    """That no passage changes; after a word, in how many it stands all the same."""
    last = draft.steps()[-1]
    if last.kind not in ("word", "struck", "struck_whole", "silenced", "restored"):
        return _("No passage comes or goes.")
    [n] = bench.passages_with_any([last.words or (last.said[0],)])
    if not n:
        return _("“{word}” stands in no passage.").format(word=last.said[0])
    said = ngettext(
        "“{word}” stands in {n} passage, which keeps its themes: other words decide there.",
        "“{word}” stands in {n} passages, which keep their themes: other words decide there.",
        n,
    )
    return said.format(word=last.said[0], n=number(n, scene.language))


def _came(scene: Scene, label: str, n: int) -> str:
    said = ngettext("{n} passage comes to “{theme}”", "{n} passages come to “{theme}”", n)
    return said.format(n=number(n, scene.language), theme=label)


def _gone(scene: Scene, label: str, n: int) -> str:
    said = ngettext("{n} passage leaves “{theme}”", "{n} passages leave “{theme}”", n)
    return said.format(n=number(n, scene.language), theme=label)


def _chosen(scene: Scene, look: Look, themes: list[str], theme: str) -> str:
    """The theme whose passages are shown: that of the form if it changes, unless another one is picked."""
    first = theme if theme in themes else themes[0]
    if len(themes) == 1:
        return first
    picked = st.pills(
        _("Passages of"), themes, format_func=look.labels.__getitem__, default=first, required=True, wrap=True,
        key=draft.key(f"shown:{theme}:{len(draft.steps())}"),
    )  # fmt: skip
    return str(picked or first)


def _table(scene: Scene, look: Look, counts: pd.DataFrame) -> str:
    """The themes that change: passages before and after, come and gone."""
    heads = (_("Theme"), _("Before"), _("After"), _("Come"), _("Gone"))
    rows = []
    for row in records(counts):
        dot = f'<span class="rc-dot" style="--mark:{safe(look.colours[row["theme"]])}"></span>'
        numbers = [number(row[name], scene.language) for name in ("before", "after")]
        numbers += [f"+{number(row['gained'], scene.language)}" if row["gained"] else "–"]
        numbers += [f"−{number(row['lost'], scene.language)}" if row["lost"] else "–"]
        cells = "".join(f"<td>{safe(text)}</td>" for text in numbers)
        rows.append(f'<tr><th scope="row">{dot}{isolated(look.labels[row["theme"]])}</th>{cells}</tr>')
    head = "".join(f'<th scope="col">{safe(text)}</th>' for text in heads)
    return f'<table class="rc-counts"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _today(scene: Scene, bench: Bench, look: Look, theme: str) -> None:
    if theme not in scene.config.themes.by_id:
        finding_title(_("What changes"), _("What an edit changes is shown here at once, before it is applied."))
        return
    table = bench.table(scene.config.themes)
    rows = table[table["theme"] == theme].sort_values(["main", "score", "article_id", "start"], ascending=False)
    finding_title(
        _("Its passages today"),
        _("What an edit changes is shown here at once, before it is applied."),
    )
    if rows.empty:
        empty_state(_("No passage has this theme."))
        return
    _cards(scene, look, rows, f"edit:today:{theme}", scene.config.themes.by_id[theme])


def _cards(scene: Scene, look: Look, rows: pd.DataFrame, key: str, theme: Theme) -> None:
    """Passages that have or had the theme with their evidence marked, a few at a time."""
    pages = -(-len(rows) // PAGE)
    place = st.container()
    page = st.pagination(pages, key=draft.key(f"{key}:page:{len(draft.steps())}")) if pages > 1 else 1
    with place:
        shown = rows.iloc[(page - 1) * PAGE : page * PAGE]
        cards(scene, _made_cards(look, shown, theme, scene.language), f"{key}:cards")


def _made_cards(look: Look, rows: pd.DataFrame, theme: Theme, language: str) -> list[Card]:
    said, colour, bare = theme_mark(theme, language), look.colours[theme.theme_id], _no_mark(theme)
    return [_card(row, said, colour, bare) for row in records(rows)]


def _card(row: dict[str, object], said: str, colour: str, bare: str) -> Card:
    """A passage with its marks, which say so much; ``bare`` is noted where it has none."""
    spans = spans_of(str(row["evidence"]))
    marks = tuple(Mark(start, end, "theme", said, colour) for start, end in spans)
    note = "" if spans else bare
    return Card(str(row["article_id"]), int(str(row["start"])), int(str(row["end"])), marks, note=note)


def _no_mark(theme: Theme) -> str:
    if theme.learned:
        return _("no single word tells: the theme of the whole passage and of its article")
    return _("no word of its own: the theme of its article")
