"""The reading pane: one article as HTML, with its layers marked and a place in it shown."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from dashboard.analysis.reading import Block, Reading, window, within
from dashboard.charts.style import theme_colours
from dashboard.charts.wording import certainty_of
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import date_text, number, short_form
from dashboard.views import navigate
from dashboard.views.components import articles_by_id, original_link
from dashboard.views.markup import Mark, isolated, marked, safe
from dashboard.views.scene import Scene
from dashboard.views.theme_marks import theme_mark

#: Characters of one article that are laid out at once; the rest is a click away.
MOST_SHOWN = 60_000
LAYERS = ("figure", "quote", "shared", "theme")


@dataclass(frozen=True, slots=True)
class Place:
    """Where to open the text: a span to point at, or (``start == end``) just an offset to begin from."""

    start: int
    end: int


def reader_html(scene: Scene, article: dict[str, Any], reading: Reading, place: Place | None) -> str:
    """The article with its head, the switches of its layers and its text, for ``clickable``."""
    first, last = window(reading.blocks, place.start if place else 0, MOST_SHOWN)
    shown = reading.blocks[first:last]
    marks = layer_marks(scene, within(reading, shown[0].start, shown[-1].end)) if shown else []
    if place and place.end > place.start:
        marks.append(Mark(place.start, place.end, "focus"))
    body = "".join(_block(article["text"], block, marks) for block in shown)
    if not reading.blocks:
        body = f"<p class='rc-muted'>{safe(_('This article holds no text that could be read.'))}</p>"
    before = _elsewhere(scene, article, reading.blocks[:first], _("Earlier in this article"))
    after = _elsewhere(scene, article, reading.blocks[last:], _("Later in this article"))
    return f"{_head(scene, article, reading)}{_layers(reading)}<div class='rc-text'>{before}{body}{after}</div>"


def layer_marks(scene: Scene, reading: Reading) -> list[Mark]:
    """Every mark of the four layers, each with what it says in words."""
    articles = articles_by_id(scene)
    colours, themes = theme_colours(scene.config, scene.dark), scene.config.themes.by_id
    marks = [Mark(row["start"], row["end"], "figure", _figure_title(scene, row)) for row in reading.figures]
    for row in reading.quotes:
        who = row["speaker"] if isinstance(row["speaker"], str) else _("unknown speaker")
        marks.append(Mark(row["start"], row["end"], "quote", _("Quote: {who}").format(who=who)))
    for span in reading.shared:
        if span.other in articles:
            title = _("Also in {source}").format(source=articles[span.other]["source"])
            there = navigate.article_link(scene, span.other, span.other_start, span.other_end)
            marks.append(Mark(span.start, span.end, "shared", title, href=there))
    for evidence in reading.evidence:
        title = theme_mark(themes[evidence.theme], scene.language) if evidence.theme in themes else ""
        colour = colours.get(evidence.theme, "")
        marks.append(Mark(evidence.start, evidence.end, "theme", title, colour=colour))
    return marks


def _figure_title(scene: Scene, row: dict[str, Any]) -> str:
    figure = SimpleNamespace(**row)
    return _("Figure: {value}, {certainty}").format(
        value=short_form(figure, scene.language), certainty=certainty_of(figure)
    )


def _head(scene: Scene, article: dict[str, Any], reading: Reading) -> str:
    first = reading.blocks[0] if reading.blocks else None
    opening = article["text"][first.start : first.end].strip() if first else ""
    title = f"<h2>{isolated(article['title'])}</h2>" if article["title"] and article["title"] != opening else ""
    parts = [f"<b>{isolated(article['source'])}</b>"]
    if isinstance(article["published"], str):
        parts.append(safe(date_text(article["published"], scene.language)))
    if isinstance(article["author"], str) and article["author"]:
        parts.append(isolated(article["author"]))
    words = ngettext("{n} word", "{n} words", int(article["n_words"]))
    parts.append(safe(words.format(n=number(int(article["n_words"]), scene.language))))
    if original := original_link(article):
        parts.append(original)
    told = f"<p class='rc-muted'>{' · '.join(parts)}</p>{_copy_note(scene, article)}"
    return f"<div class='rc-reader-head'>{title}{told}</div>"


def _copy_note(scene: Scene, article: dict[str, Any]) -> str:
    original = articles_by_id(scene).get(str(article["duplicate_of"]))
    if not original:
        return ""
    there = safe(navigate.article_link(scene, original["article_id"]))
    said = safe(_("An exact copy of an article by {source}, counted once.").format(source=original["source"]))
    return f"<p class='rc-muted'>{said} <a href='{there}' data-go>{safe(_('Open it'))}</a></p>"


def _layers(reading: Reading) -> str:
    names = {
        "figure": _("Figures"),
        "quote": _("Quotes"),
        "shared": _("Shared passages"),
        "theme": _("Theme words"),
    }
    parts = (reading.figures, reading.quotes, reading.shared, reading.evidence)
    counts = dict(zip(LAYERS, map(len, parts), strict=True))
    switches = "".join(
        f"<label><input type='checkbox' data-layer='{layer}' checked>"
        f"<mark class='rc-{layer}'>{safe(names[layer])}</mark>"
        f" <span class='rc-muted'>{counts[layer]}</span></label>"
        for layer in LAYERS
    )
    button = f"<button type='button' data-next>{safe(_('Next mark'))}</button>"
    return f"<div class='rc-layers' role='group' aria-label='{safe(_('Layers'))}'>{switches}{button}</div>"


def _block(text: str, block: Block, marks: list[Mark]) -> str:
    inside = [mark for mark in marks if mark.start < block.end and mark.end > block.start]
    body = marked(text, block.start, block.end, inside)
    if block.role == "heading":
        return f"<h3>{body}</h3>"
    if block.role == "boilerplate":
        wanted = " open" if any(mark.kind == "focus" for mark in inside) else ""
        return f"<details{wanted}><summary>{safe(_('Not part of the article'))}</summary><p>{body}</p></details>"
    return f"<p>{body}</p>"


def _elsewhere(scene: Scene, article: dict[str, Any], blocks: tuple[Block, ...], label: str) -> str:
    """A link to the part of a long article that is not laid out; nothing where there is none."""
    if not blocks:
        return ""
    earlier = label == _("Earlier in this article")
    at = blocks[-1].start if earlier else blocks[0].start
    there = safe(navigate.article_link(scene, article["article_id"], at, at))
    return f"<p><a href='{there}' data-go>{safe(label)}</a></p>"
