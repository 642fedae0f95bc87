"""Tables as a reader takes them home: words in place of codes, every row with its article. Knows nothing of Streamlit.

What the program needs to find a row again (ids, offsets) stands in columns of its own at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from dashboard.analysis.evidence import spans_of
from dashboard.analysis.shares import NO_THEME
from dashboard.charts.wording import certainty_word, kind_word, measure_word, verdict_word
from dashboard.locales import _, use_language
from dashboard.views.headers import headers
from dashboard.views.looks import records, theme_look
from dashboard.views.scene import Scene
from dashboard.views.spreadsheet import spreadsheet_csv

_ARTICLE = ("source", "published", "title")
_IDS = (
    "passage_id", "article_id", "start", "end", "theme_id", "topic_id", "quantity_id", "claim_id", "quote_id",
    "statement_id", "group_id",
)  # fmt: skip
# The keys of terms, sorted by; and colours, which are no word.
_UNSAID = ("lemma", "colour")
_COUNTED = ("money", "people", "percent", "count", "duration", "date", "age", "ordinal", "other")


def readable_csv(frame: pd.DataFrame, scene: Scene) -> bytes:
    """The table for a spreadsheet, in the reader's language; a download is made in a thread that does not know it."""
    use_language(scene.language)
    return spreadsheet_csv(readable(frame, scene), headers(), scene.language)


def readable(frame: pd.DataFrame, scene: Scene) -> pd.DataFrame:
    """The table with words in place of codes and ids at its end.

    Themes bear the names that the page shows, with their ids in ``theme_id``. A table of places in articles has
    source, date and title of each and, unless it has some already, the text that stands there; the spans that tell
    of a theme become the words themselves. Codes that nobody knows a word for stay.
    """
    made = _with_articles(frame.drop(columns=[name for name in _UNSAID if name in frame.columns]), scene)
    labels = theme_look(scene).labels
    if "theme" in made.columns:
        made["theme_id"] = made["theme"]
        made["theme"] = _said(made["theme"], labels)
    if "group" in made.columns and set(made["group"]) <= {*labels} - {NO_THEME}:
        made["group"] = _said(made["group"], labels)
    for name, words in _words().items():
        if name in made.columns:
            made[name] = _said(made[name], words)
    if "measure" in made.columns:
        known = made["measure"].dropna().unique()
        made["measure"] = _said(
            made["measure"], {one: measure_word(one, scene.config, scene.language) for one in known}
        )
    for name in made.columns:
        if pd.api.types.is_bool_dtype(made[name]):
            made[name] = made[name].map({True: _("yes"), False: _("no")})
    last = [name for name in _IDS if name in made.columns]
    return made[[*(name for name in made.columns if name not in last), *last]]


def _with_articles(frame: pd.DataFrame, scene: Scene) -> pd.DataFrame:
    """The table with what is known of each row's article in front, and the text of the place behind it."""
    if "article_id" not in frame.columns:
        return frame.copy()
    articles = scene.whole.articles.set_index("article_id")
    made = frame.copy()
    for name in _ARTICLE:
        if name not in made.columns:
            made[name] = made["article_id"].map(articles[name])
    if {"start", "end"} <= {*made.columns}:
        texts = {str(key): str(text) for key, text in articles["text"].items()}
        if not {"text", "sentence", "key"} & {*made.columns}:
            made["text"] = _spans(made, texts, lambda row: [(row["start"], row["end"])])
        if "evidence" in made.columns:
            made["evidence"] = _spans(made, texts, lambda row: spans_of(row["evidence"]))
    return made[[*_ARTICLE, *(name for name in made.columns if name not in _ARTICLE)]]


def _spans(
    frame: pd.DataFrame, texts: Mapping[str, str], spans: Callable[[dict[str, Any]], list[tuple[int, int]]]
) -> list[str]:
    """For each row the stretches of its article that it names, with ; between."""
    return ["; ".join(texts.get(row["article_id"], "")[a:b] for a, b in spans(row)) for row in records(frame)]


def _said(values: pd.Series, words: Mapping[Any, str]) -> pd.Series:
    """The column in words, as far as there are some."""
    return values.map(lambda value: words.get(value, value), na_action="ignore")


def _words() -> dict[str, dict[str, str]]:
    """Column to its codes and their words."""
    return {
        "kind": {kind: kind_word(kind) for kind in _COUNTED} | _term_kinds() | _quote_kinds() | _reuse_kinds(),
        "type": {"ORG": _("organisation"), "PER": _("person"), "PRODUCT": _("product"), "LOC": _("place")},
        "verdict": {one: verdict_word(one) for one in ("contradict", "compatible", "agree", "single")},
        "certainty": {
            one: certainty_word(one)
            for one in ("confirmed", "attributed", "projected", "conditional", "rumour", "denied")
        },
        "bound": {
            "exact": _("exact"), "about": _("about"), "more_than": _("more than"), "less_than": _("less than"),
            "up_to": _("up to"),
        },
        "origin": {
            "earlier": _("one article was first"), "simultaneous": _("published at the same time"),
            "common_source": _("common source"), "unknown": _("the dates do not tell who was first"),
        },
        "unit": _units(),
    }  # fmt: skip


def _units() -> dict[str, str]:
    """The words of units that the tables name in English; currencies and symbols are the same in any language."""
    return {
        "people": _("people"), "pp": _("percentage points"), "second": _("seconds"), "minute": _("minutes"),
        "hour": _("hours"), "day": _("days"), "week": _("weeks"), "month": _("months"), "quarter": _("quarters"),
        "year": _("years"), "decade": _("decades"), "century": _("centuries"),
    }  # fmt: skip


def _term_kinds() -> dict[str, str]:
    return {"word": _("word"), "phrase": _("phrase"), "name": _("name")}


def _quote_kinds() -> dict[str, str]:
    return {"direct": _("direct quotation"), "fragment": _("quoted words"), "indirect": _("reported speech")}


def _reuse_kinds() -> dict[str, str]:
    return {"verbatim": _("word for word"), "edited": _("edited"), "short": _("short")}
