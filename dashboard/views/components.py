"""The pieces that every view is built of: finding titles, cards, charts, empty states, downloads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.locales import _, use_language
from dashboard.locales.numbers import date_text
from dashboard.views import arrival, navigate
from dashboard.views.clickable import clickable
from dashboard.views.downloads import readable_csv
from dashboard.views.markup import Mark, isolated, marked, safe
from dashboard.views.scene import Scene
from dashboard.views.selection import clear

Selection = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Card:
    """A stretch of an article to be shown with its source, and the marks in it.

    ``start`` and ``end`` bound the text that is shown (a sentence or passage); ``marks`` are offsets into the
    same article. ``target`` is the place that "read in the article" opens, by default the stretch itself.
    ``note`` is a short line of the interface's own below the text (plain text, escaped here).
    """

    article_id: str
    start: int
    end: int
    marks: tuple[Mark, ...] = ()
    target: tuple[int, int] | None = None
    note: str = ""


def page_title(text: str, finding: str = "") -> None:
    """The view's name and, below it, what the data say. Both are plain text."""
    said = f'<p style="font-size:18px;line-height:1.45;margin:4px 0 0;max-width:860px">{safe(finding)}</p>'
    st.html(f'<h1 style="font-size:28px;margin:0;padding:0">{safe(text)}</h1>{said if finding else ""}')


def kept_place() -> Any:
    """A container for a piece that comes and goes: what follows on the page keeps its place.

    The browser knows most elements by their place alone, and draws anew whatever has moved.
    """
    return st.container()


def finding_title(text: str, detail: str = "") -> None:
    """The title of a section: a finding made from the data, or a plain name. ``detail`` is a quieter line below."""
    more = f'<p style="opacity:.75;font-size:14px;margin:2px 0 0">{safe(detail)}</p>' if detail else ""
    st.html(f'<h2 style="font-size:18px;margin:8px 0 0;padding:0;line-height:1.35">{safe(text)}</h2>{more}')


def result_title(scene: Scene, place: str, text: str, detail: str = "") -> None:
    """The title of what a click opens: as ``finding_title``, and brought into sight when ``place`` is asked for."""
    more = f"<p>{safe(detail)}</p>" if detail else ""
    head = f'<header class="rc-title"{arrival.mark(place)}><h2>{safe(text)}</h2>{more}</header>'
    clickable(head, f"title:{place}", scene.dark)


def empty_state(reason: str, action: str = "", on_click: Callable[[], None] | None = None) -> None:
    """Says why there is nothing, and offers the one click that helps (``action`` its label)."""
    with st.container(border=True):
        st.html(f'<p style="margin:0">{safe(reason)}</p>')
        if action and on_click:
            st.button(action, on_click=on_click, key=f"empty:{action}:{reason[:40]}")


def nothing_kept(scene: Scene, reason: str) -> None:
    """Says why a view has nothing to show and, where filters are at work, offers to clear them."""
    if scene.filters.active:
        empty_state(reason, _("Clear all filters"), clear)
    else:
        empty_state(reason)


def cards(scene: Scene, items: Sequence[Card], key: str, place: str = "") -> None:
    """Passage cards, one below the other, as one element; nothing where there are none.

    ``place`` names them for ``arrival`` where they answer a click and have no title of their own.
    """
    if items:
        body = "".join(card_html(scene, card) for card in items)
        asked = arrival.mark(place) if place else ""
        clickable(f'<div class="rc-cards"{asked}>{body}</div>', key, scene.dark)


def card_html(scene: Scene, card: Card) -> str:
    """One card as HTML for ``clickable``: source, date, title, the text with its marks, "read in the article"."""
    article = article_of(scene, card.article_id)
    start, end = card.target or (card.start, card.end)
    note = f"<span>{safe(card.note)}</span>" if card.note else ""
    goal = safe(navigate.article_link(scene, card.article_id, start, end))
    return (
        f"<article class='rc-card'><header>{byline(article, scene.language)}</header>"
        f"<p>{marked(article['text'], card.start, card.end, card.marks)}</p>"
        f'<footer><a href="{goal}" data-go>{safe(_("Read in the article"))}</a>{original_link(article)}{note}'
        "</footer></article>"
    )


def original_link(article: Mapping[str, Any]) -> str:
    """A link to where the article was published, in a tab of its own, as HTML; empty where no address is known."""
    url = article["url"]
    if not isinstance(url, str) or not url.lower().startswith(("http://", "https://")):
        return ""
    return f'<a href="{safe(url)}" target="_blank" rel="noopener noreferrer">{safe(_("Original"))}&nbsp;↗</a>'


def byline(article: Mapping[str, Any], language: str) -> str:
    """Source, date and title of an article as HTML; what is not known is left out."""
    parts = [f"<b>{isolated(article['source'])}</b>"]
    if isinstance(article["published"], str):
        parts.append(f"<span>{safe(date_text(article['published'], language))}</span>")
    if article["title"]:
        parts.append(f"<span>{isolated(article['title'])}</span>")
    return " ".join(parts)


def article_of(scene: Scene, article_id: str) -> dict[str, Any]:
    """The article's row. Raises KeyError for an id that the corpus does not have."""
    return articles_by_id(scene)[article_id]


def articles_by_id(scene: Scene) -> dict[str, dict[str, Any]]:
    """Every article's row of the whole corpus by its id."""
    return _rows(scene.whole.digest, scene.whole.articles)


@st.cache_resource(max_entries=8, show_spinner=False)
def _rows(digest: str, _articles: pd.DataFrame) -> dict[str, dict[str, Any]]:
    names = [str(name) for name in _articles.columns]
    rows = (dict(zip(names, row, strict=True)) for row in _articles.itertuples(index=False, name=None))
    return {str(row["article_id"]): row for row in rows}


def show_chart(
    scene: Scene, name: str, make: Callable[[], Any], alt: str, depends: tuple[Any, ...] = ()
) -> dict[str, Any]:
    """Draws a chart and returns what is selected in it: selection name to its picked rows, empty if none.

    ``make`` builds the finished chart (``style.finish``); it is called once for a selection of the page and
    ``depends`` (everything else that the chart depends on, hashable). ``alt`` says in a sentence what it shows.
    """
    spec = _spec((name, *scene.key, *depends), make)
    picks = [str(param["name"]) for param in spec.get("params", ()) if "select" in param]
    if not picks:
        st.vega_lite_chart(spec, theme=None, key=f"chart:{name}", alt=alt)
        return {}
    event = st.vega_lite_chart(
        spec, theme=None, key=f"chart:{name}", alt=alt, on_select="rerun", selection_mode=picks
    )  # fmt: skip
    return {pick: event["selection"][pick] for pick in picks if event["selection"].get(pick)}


def fresh_pick(name: str, selection: Selection) -> Selection:
    """The selection if it is another one than at the last run, else an empty one.

    For a click that leads away or changes a filter, so that it acts once.
    """
    before = st.session_state.get(f"picked:{name}", {})
    st.session_state[f"picked:{name}"] = dict(selection)
    return selection if selection != before else {}


@st.cache_resource(max_entries=256, show_spinner=False)
def _spec(key: tuple[Any, ...], _make: Callable[[], Any]) -> dict[str, Any]:
    from dashboard.charts.look import to_arrow
    from dashboard.charts.style import spec_of

    spec = spec_of(_make)
    # The rows as the browser takes them, so that they are not packed over again at every click.
    packed = {
        name: rows if isinstance(rows, bytes) else to_arrow(pd.DataFrame(rows))
        for name, rows in spec.get("datasets", {}).items()
    }
    return {**spec, "datasets": packed} if packed else spec


def csv_download(frame: pd.DataFrame, name: str, scene: Scene) -> None:
    """A small button that downloads the table as CSV for a spreadsheet; the file is made when it is pressed.

    What codes and ids become there is said in ``downloads.readable``.
    """
    st.download_button(
        _("Download as CSV"),
        data=lambda: readable_csv(frame, scene),
        file_name=f"recoupe-{name}.csv",
        mime="text/csv",
        type="tertiary",
        icon=":material/download:",
        key=f"csv:{name}",
        on_click="ignore",
    )


def fragment(view: Callable[..., None]) -> Callable[..., None]:
    """A part of a view that reruns by itself: ``st.fragment`` that keeps the reader's language.

    The first argument must be the Scene: a rerun starts in a thread that does not know the language yet.
    """

    @wraps(view)
    def part(scene: Scene, *args: Any, **kwargs: Any) -> None:
        use_language(scene.language)
        view(scene, *args, **kwargs)

    return st.fragment(part)
