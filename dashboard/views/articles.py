"""Articles: the list on the left, the reading pane on the right."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.reading import Reading, article_counts, reading_of
from dashboard.charts.wording import with_origins
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import date_text, number
from dashboard.tables import Analysis
from dashboard.views import navigate, selection
from dashboard.views.clickable import clickable
from dashboard.views.components import articles_by_id, csv_download, empty_state
from dashboard.views.markup import isolated, safe
from dashboard.views.reader import Place, reader_html
from dashboard.views.scene import Scene

Row = dict[Hashable, Any]
#: Texts on a page of the list; copies come with theirs.
PER_PAGE = 40


def render(scene: Scene) -> None:
    """The list of the selected articles and the one that is read, at the place that the address names."""
    counts = _counts((*scene.key[:2],), scene)
    chosen = _chosen(scene, counts)
    if chosen is None:
        empty_state(_("No article fits these filters."), _("Clear all"), selection.clear)
        return
    left, right = st.columns([1, 2.6], gap="medium")
    with left:
        _list(scene, counts, chosen)
        csv_download(counts.drop(columns=["duplicate_of", "copy_of"]), "articles", scene)
    with right:
        article = articles_by_id(scene)[chosen]
        reading = _reading(scene.whole.digest, chosen, scene.whole)
        clickable(reader_html(scene, article, reading, _place(len(article["text"]))), "reader", scene.dark)


def _chosen(scene: Scene, counts: pd.DataFrame) -> str | None:
    """The article to be read: the one in the address, also if filtered out, else the first of the list."""
    asked = st.query_params.get("article")
    if asked in articles_by_id(scene):
        return asked
    if asked is not None:
        said = _("This corpus has no article “{name}”; the first one is shown.").format(name=asked[:80])
        st.html(f'<p role="status" style="margin:0">{safe(said)}</p>')
    return str(counts["article_id"].iloc[0]) if len(counts) else None


def _place(length: int) -> Place | None:
    """The span in the address, cut to the text; None where there is none or it makes no sense."""
    given = [st.query_params.get(name, "") for name in ("start", "end")]
    if not all(value.isascii() and value.isdigit() and len(value) < 12 for value in given):
        return None
    start, end = (min(int(value), length) for value in given)
    return Place(start, end) if start <= end else None


def _list(scene: Scene, counts: pd.DataFrame, chosen: str) -> None:
    """The articles, those of nearly the same text folded under the earliest of them."""
    texts = counts[counts["copy_of"].isna()].reset_index(drop=True)
    total = len(texts)
    title = ngettext("{n} article", "{n} articles", len(counts)).format(n=number(len(counts), scene.language))
    title = with_origins(title, len(counts), total, scene.language)
    rows, begin = texts, 0
    if total > PER_PAGE:
        places = texts.index[texts["article_id"] == _first_of(counts, chosen)]
        first = int(places[0]) // PER_PAGE + 1 if len(places) else 1
        page = st.pagination(-(-total // PER_PAGE), default=first, key=f"articles:{chosen}") or first
        begin = (int(page) - 1) * PER_PAGE
        rows = texts.iloc[begin : begin + PER_PAGE]
    copies: dict[object, list[Row]] = {}
    for row in counts[counts["copy_of"].isin(rows["article_id"])].to_dict("records"):
        copies.setdefault(row["copy_of"], []).append(row)
    items = "".join(
        _item(scene, row, chosen, _folded(scene, copies.get(row["article_id"], []), chosen))
        for row in rows.to_dict("records")
    )
    clickable(f"<h3>{safe(title)}</h3><ul class='rc-list'>{items}</ul>", "list", scene.dark)


def _first_of(counts: pd.DataFrame, article_id: str) -> str:
    """The article under which one stands in the list: itself, if it is no copy."""
    found = counts.loc[counts["article_id"] == article_id, "copy_of"].dropna()
    return str(found.iloc[0]) if len(found) else article_id


def _folded(scene: Scene, copies: list[Row], chosen: str) -> str:
    """The articles of nearly the same text, to be unfolded; open where one of them is read."""
    if not copies:
        return ""
    said = ngettext("{n} more of nearly the same text", "{n} more of nearly the same text", len(copies))
    shown = " open" if chosen in {row["article_id"] for row in copies} else ""
    items = "".join(_item(scene, row, chosen) for row in copies)
    count = safe(said.format(n=number(len(copies), scene.language)))
    return f"<details{shown}><summary>{count}</summary><ul>{items}</ul></details>"


def _item(scene: Scene, row: Row, chosen: str, folded: str = "") -> str:
    here = " aria-current='true'" if row["article_id"] == chosen else ""
    there = safe(navigate.article_link(scene, str(row["article_id"])))
    published = row["published"]
    when = f" · {safe(date_text(published, scene.language))}" if isinstance(published, str) else ""
    parts = [
        ngettext("{n} figure", "{n} figures", _whole(row["figures"])).format(n=row["figures"]),
        ngettext("{n} quote", "{n} quotes", _whole(row["quotes"])).format(n=row["quotes"]),
        ngettext("{n} shared passage", "{n} shared passages", _whole(row["shared"])).format(n=row["shared"]),
    ]
    copy = f" · {safe(_('exact copy'))}" if isinstance(row["duplicate_of"], str) else ""
    title = row["title"] or row["article_id"]
    return (
        f"<li><a href='{there}' data-go{here}><b>{isolated(title)}</b>"
        f"<span>{isolated(row['source'])}{when}{copy}</span><span>{safe(' · '.join(parts))}</span></a>{folded}</li>"
    )


def _whole(value: object) -> int:
    return int(str(value))


@st.cache_resource(max_entries=64, show_spinner=False)
def _counts(key: tuple[object, ...], _scene: Scene) -> pd.DataFrame:
    """The articles of the selection, each with all that stands in it: beside the list the text is marked whole."""
    rows = article_counts(_scene.analysis)
    full = _full_counts(_scene.whole.digest, _scene.whole)
    return rows.assign(**{name: rows["article_id"].map(full[name]) for name in ("figures", "quotes", "shared")})


@st.cache_resource(max_entries=8, show_spinner=False)
def _full_counts(digest: str, _analysis: Analysis) -> pd.DataFrame:
    return article_counts(_analysis).set_index("article_id")


@st.cache_resource(max_entries=64, show_spinner=False)
def _reading(digest: str, article_id: str, _analysis: Analysis) -> Reading:
    return reading_of(_analysis, article_id)
