"""What was not read, with its reason in the reader's language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.locales import _, ngettext
from dashboard.locales.numbers import number
from dashboard.views.markup import safe

#: Of a long list of files only so many are shown.
MOST_SHOWN = 200


def skipped_panel(skipped: pd.DataFrame, language: str) -> None:
    """A folded list of what was not read, its title the count; nothing where all was read."""
    if skipped.empty:
        return
    files = int(skipped["row"].isna().sum())
    values = len(skipped) - files
    said = []
    if files:
        text = ngettext("{n} file was not read", "{n} files were not read", files)
        said.append(text.format(n=number(files, language)))
    if values:
        text = ngettext("{n} row or value was left out", "{n} rows or values were left out", values)
        said.append(text.format(n=number(values, language)))
    with st.expander(", ".join(said), key="skipped"):
        st.html(skipped_html(skipped.head(MOST_SHOWN).to_dict("records")))


def skipped_html(rows: list[dict[Any, Any]]) -> str:
    """Each file (path, row, reason) as a line of a list."""
    lines = "".join(_line(row) for row in rows)
    return f'<ul style="margin:0;padding-left:16px;font-size:13px;overflow-wrap:anywhere">{lines}</ul>'


def reason_text(reason: str) -> str:
    """The reason in the current language; one that is not known is left as it is."""
    for template, translated in _templates().items():
        if found := _pattern(template).fullmatch(reason):
            return translated.format(**found.groupdict())
    return reason


@lru_cache(maxsize=64)
def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", template)
    body = "".join(f"(?P<{part}>.{{0,300}}?)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return re.compile(body, re.DOTALL)


def _line(row: dict[Any, Any]) -> str:
    number_of_row = row["row"]
    place = "" if number_of_row is None or number_of_row != number_of_row else int(number_of_row)
    said = f", {_('row {row}').format(row=place)}" if place != "" else ""
    return f"<li><b>{safe(row['path'])}</b>{safe(said)}<br>{safe(reason_text(str(row['reason'])))}</li>"


def _templates() -> dict[str, str]:
    """Every reason that reading can give (``ingest.reasons``) with its translation."""
    return {
        "empty: it holds no text": _("empty: it holds no text"),
        "binary, no text file ({kind})": _("binary, no text file ({kind})"),
        "larger than {limit} MB": _("larger than {limit} MB"),
        "cannot be read ({error})": _("cannot be read ({error})"),
        "unknown file type {suffix}; known are {known}": _("unknown file type {suffix}; known are {known}"),
        "no regular file or a link; it is not followed": _("no regular file or a link; it is not followed"),
        "no JSON ({error})": _("no JSON ({error})"),
        "holds no list of articles": _("holds no list of articles"),
        "no article but {kind}; expected an object with text": _("no article but {kind}; expected an object with text"),
        "no CSV ({error})": _("no CSV ({error})"),
        "has no column named text; its columns are {columns}": _("has no column named text; its columns are {columns}"),
        "has no text": _("has no text"),
        "has the id {id}, which {other} has already; give each its own": _(
            "has the id {id}, which {other} has already; give each its own"
        ),
        "{value} is no date; left empty": _("{value} is no date; left empty"),
        "{value} is no http(s) address; left empty": _("{value} is no http(s) address; left empty"),
        "{value} is no language code; the language was found from the text": _(
            "{value} is no language code; the language was found from the text"
        ),
        "{field} is no text; left empty": _("{field} is no text; left empty"),
        "names {file}, which is not there": _("names {file}, which is not there"),
        "names {file} a second time; the first line counts": _("names {file} a second time; the first line counts"),
        "line {line} of the front matter is no 'key: value'; it was passed over": _(
            "line {line} of the front matter is no 'key: value'; it was passed over"
        ),
    }
