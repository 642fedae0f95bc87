"""Two articles side by side: the same passage has the same number and colour in both, edits are underlined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.diff import Span
from dashboard.analysis.ledger import rows_of
from dashboard.analysis.pairs import PairedPassage, paired_passages
from dashboard.charts.labels import shortened
from dashboard.charts.style import CATEGORICAL, shade
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import number
from dashboard.views import address
from dashboard.views.clickable import clickable
from dashboard.views.components import article_of, byline, empty_state, finding_title, fragment
from dashboard.views.markup import Mark, marked, safe
from dashboard.views.navigate import article_link
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene

#: Paragraphs in a row without shared words are folded, from this many on.
_FOLDED = 2
_MOST_PAIRS = 500
_LONGEST_TITLE = 50

Part = tuple[PairedPassage, Span, Sequence[Span]]


@fragment
def pair_section(scene: Scene, pairs: pd.DataFrame) -> None:
    """The pair that was clicked, named by the address, or that shares most; another can be chosen."""
    finding_title(
        _("Two articles side by side"),
        _("The same passage has the same number and colour in both; underlined: words that the other does not have."),
    )
    asked = tuple(st.query_params.get(key, "") for key in ("a", "b", "of", "by"))
    options = _options(pairs, asked, address.slugs(scene.whole.articles["source"]))
    if not options:
        empty_state(_("These two sources share no passage."))
        return
    a, b = st.selectbox(
        _("Articles"),
        options,
        format_func=lambda pair: _pair_text(scene, pairs, pair),
        key=f"overlap:pair:{asked}",
    )
    columns = remembered(scene, "overlap:pair", lambda: _columns(scene, a, b), a, b)
    target = " data-target" if any(asked) else ""
    clickable(f'<div class="rc-pair"{target}>{columns}</div>', "overlap:pair", scene.dark)


def _columns(scene: Scene, a: str, b: str) -> str:
    found = paired_passages(scene.analysis, a, b)
    left = _column(scene, a, [(passage, passage.a, passage.edits_a) for passage in found])
    right = _column(scene, b, [(passage, passage.b, passage.edits_b) for passage in found])
    return left + right


def _options(pairs: pd.DataFrame, asked: tuple[str, ...], ids: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pairs to choose from, those that share most first.

    ``asked`` are two articles, which come first, and the ids of two sources, which leave only their articles,
    in their order; empty where the address names none.
    """
    a, b, of, by = asked
    every = [(str(row.a_article), str(row.b_article), row.source_a, row.source_b) for row in rows_of(pairs)]
    if of and by:
        turned = [pair if ids.get(pair[2]) == of else (pair[1], pair[0], pair[3], pair[2]) for pair in every]
        return [pair[:2] for pair in turned if (ids.get(pair[2]), ids.get(pair[3])) == (of, by)][:_MOST_PAIRS]
    turned = [(a, b, *pair[2:]) if {a, b} == set(pair[:2]) else pair for pair in every]
    return [pair[:2] for pair in sorted(turned, key=lambda pair: pair[:2] != (a, b))][:_MOST_PAIRS]


def _pair_text(scene: Scene, pairs: pd.DataFrame, pair: tuple[str, str]) -> str:
    names = []
    for article_id in pair:
        article = article_of(scene, article_id)
        title = f" – {shortened(article['title'], _LONGEST_TITLE)}" if article["title"] else ""
        names.append(f"{article['source']}{title}")
    row = pairs[pairs["a_article"].isin(pair) & pairs["b_article"].isin(pair)].iloc[0]
    n_words, n_passages = int(row["n_words"]), int(row["n_passages"])
    words = ngettext("{n} word", "{n} words", n_words).format(n=number(n_words, scene.language))
    passages = ngettext("{n} passage", "{n} passages", n_passages).format(n=number(n_passages, scene.language))
    return f"{names[0]} ↔ {names[1]} ({passages}, {words})"


def _column(scene: Scene, article_id: str, parts: list[Part]) -> str:
    article = article_of(scene, article_id)
    href = safe(article_link(scene, article_id))
    head = (
        f'<header>{byline(article, scene.language)} <a href="{href}" data-go>{safe(_("Read the article"))}</a></header>'
    )
    rows = scene.whole.passages[scene.whole.passages["article_id"] == article_id]
    paragraphs = [_paragraph(scene, article, row, parts) for row in rows_of(rows)]
    return f"<section>{head}{_folded(paragraphs)}</section>"


def _folded(paragraphs: list[tuple[bool, str]]) -> str:
    """The paragraphs, those without shared words folded where several stand in a row."""
    pieces: list[str] = []
    quiet: list[str] = []

    def flush() -> None:
        if len(quiet) >= _FOLDED:
            text = _("{n} paragraphs without shared words").format(n=len(quiet))
            pieces.append(f"<details><summary>{safe(text)}</summary>{''.join(quiet)}</details>")
        else:
            pieces.extend(quiet)
        quiet.clear()

    for shared, html in paragraphs:
        if shared:
            flush()
            pieces.append(html)
        else:
            quiet.append(html)
    flush()
    return "".join(pieces)


def _paragraph(scene: Scene, article: dict[str, Any], row: Any, parts: list[Part]) -> tuple[bool, str]:
    start, end, text = int(row.start), int(row.end), str(article["text"])
    inside = [part for part in parts if part[1][0] < end and part[1][1] > start]
    marks = [mark for part in inside for mark in _marks(scene, part)]
    cuts = sorted({start, end} | {part[1][0] for part in inside if start < part[1][0] < end})
    pieces = []
    for begin, finish in pairwise(cuts):
        numbers = "".join(_number(scene, part) for part in inside if max(part[1][0], start) == begin)
        pieces.append(numbers + marked(text, begin, finish, marks))
    quiet = "" if inside else ' class="rc-muted"'
    return bool(inside), f"<p{quiet}>{''.join(pieces)}</p>"


def _colour(scene: Scene, passage: PairedPassage) -> str:
    return shade(CATEGORICAL[(passage.number - 1) % len(CATEGORICAL)], scene.dark)


def _marks(scene: Scene, part: Part) -> list[Mark]:
    passage, (start, end), edits = part
    said = _("passage {n}, {words} words").format(n=passage.number, words=passage.n_words)
    return [
        Mark(start, end, "pair", said, _colour(scene, passage)),
        *(Mark(begin, finish, "edited", _("not in the other article")) for begin, finish in edits),
    ]


def _number(scene: Scene, part: Part) -> str:
    return f'<sup class="rc-number" style="--mark:{_colour(scene, part[0])}">{part[0].number}</sup>'
