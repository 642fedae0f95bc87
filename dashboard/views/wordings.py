"""The wordings of one statement or passage as HTML: a line each, what differs from the first one marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.analysis.earlier import Place
from dashboard.analysis.wordings import Wording, wordings
from dashboard.locales import _
from dashboard.locales.numbers import date_text, percent
from dashboard.views import navigate
from dashboard.views.components import articles_by_id
from dashboard.views.markup import Mark, isolated, marked, safe
from dashboard.views.scene import Scene

_Known = tuple[str | None, Mapping[Place, str]]


def wordings_html(
    scene: Scene, places: Sequence[Place], first: str | None = None, notes: Mapping[Place, str] | None = None
) -> str:
    """One line a wording, with every source that prints it; ``first`` is the article that was first, if known.

    ``notes`` are a few plain words on a place, shown after its source.
    """
    texts = {place.article_id: str(articles_by_id(scene)[place.article_id]["text"]) for place in places}
    found = wordings(places, texts)
    lines = "".join(_line(scene, wording, texts, number, (first, notes or {})) for number, wording in enumerate(found))
    return f'<ul class="rc-wordings">{lines}</ul>'


def _line(scene: Scene, wording: Wording, texts: Mapping[str, str], number: int, known: _Known) -> str:
    shown = wording.places[0]
    said = _("not in the other wording")
    marks = [Mark(start, end, "edited", said) for start, end in wording.edits]
    text = marked(texts[shown.article_id], shown.start, shown.end, marks)
    who = " ".join(_source(scene, place, known) for place in wording.places)
    kept = ""
    if number:
        words = _("{share} of the words as in the first line").format(share=percent(wording.kept, scene.language))
        kept = f'<span class="rc-muted rc-small">{safe(words)}</span>'
    return f"<li><header>{who}{kept}</header><p>{text}</p></li>"


def _source(scene: Scene, place: Place, known: _Known) -> str:
    """The source with its date, linked to the place."""
    first, notes = known
    href = safe(navigate.article_link(scene, place.article_id, place.start, place.end))
    date = f" {safe(date_text(place.published, scene.language))}" if place.published else ""
    early = f' <span class="rc-word">{safe(_("first seen"))}</span>' if place.article_id == first else ""
    note = f" · {safe(notes[place])}" if place in notes else ""
    return f'<span><a href="{href}" data-go><b>{isolated(place.source)}</b></a>{date}{early}{note}</span>'
