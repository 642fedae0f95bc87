"""Rows of ``.json``, ``.jsonl`` and ``.csv`` files as fields."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from typing import Any

from dashboard.ingest import reasons
from dashboard.ingest.reasons import Unreadable, shown

Row = tuple[int, dict[str, Any] | Unreadable]
_LISTS = ("articles", "items", "data", "documents", "results", "records")
_KINDS = {
    str: "a text",
    int: "a number",
    float: "a number",
    list: "a list",
    bool: "a truth value",
    type(None): "nothing",
}


def rows_of_json(text: str) -> Iterator[Row]:
    """The objects of a list, of the list inside an object, or the one object, each with its 1-based place.

    Raises Unreadable where the file is no JSON or holds no article.
    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(reasons.NO_JSON.format(error=shown(error))) from None
    if isinstance(content, dict) and "text" not in content:
        content = next((content[name] for name in _LISTS if isinstance(content.get(name), list)), content)
    if isinstance(content, dict):
        content = [content]
    if not isinstance(content, list) or not content:
        raise Unreadable(reasons.NO_RECORDS)
    for place, item in enumerate(content, 1):
        yield place, _record(item)


def rows_of_jsonl(text: str) -> Iterator[Row]:
    """The object of each line that is not blank, with the line's number."""
    for place, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield place, _line_record(line)


def rows_of_csv(text: str) -> Iterator[Row]:
    """The records below the header, each with its 1-based place; comma, semicolon or tab, as the header shows.

    Column names are taken in lower case. Raises Unreadable without a column ``text`` or where it is no CSV.
    """
    columns, records = table_of(text)
    if "text" not in columns:
        raise Unreadable(reasons.NO_TEXT_COLUMN.format(columns=", ".join(column for column in columns if column)[:200]))
    yield from enumerate(records, 1)


def table_of(text: str) -> tuple[list[str], list[dict[str, Any]]]:
    """The lower-case column names of a CSV file and its records that are not blank. Raises Unreadable."""
    header = text.split("\n", 1)[0]
    separator = max(",;\t", key=header.count)
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise Unreadable(reasons.NO_CSV.format(error=error)) from None
    columns = [name.strip().lower() for name in lines[0]] if lines else []
    return columns, [dict(zip(columns, line, strict=False)) for line in lines[1:] if any(cell.strip() for cell in line)]


def _line_record(line: str) -> dict[str, Any] | Unreadable:
    try:
        return _record(json.loads(line))
    except (ValueError, RecursionError) as error:
        return Unreadable(reasons.NO_JSON.format(error=shown(error)))


def _record(item: Any) -> dict[str, Any] | Unreadable:
    if isinstance(item, dict):
        return {str(name).strip().lower(): value for name, value in item.items()}
    return Unreadable(reasons.NO_RECORD.format(kind=_KINDS.get(type(item), "something else")))
