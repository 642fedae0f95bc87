"""One file's bytes to articles, by its ending."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from dashboard.config import Config
from dashboard.ingest import reasons
from dashboard.ingest.build import Place, Reading
from dashboard.ingest.decode import decode
from dashboard.ingest.pages import fields_of_html, fields_of_markdown
from dashboard.ingest.reasons import Unreadable
from dashboard.ingest.records import Row, rows_of_csv, rows_of_json, rows_of_jsonl

KNOWN = (".txt", ".md", ".html", ".json", ".jsonl", ".csv")
_SAME_AS = {".htm": ".html", ".xhtml": ".html", ".markdown": ".md", ".text": ".txt", ".ndjson": ".jsonl"}


def read_file(path: str, data: bytes, listed: Mapping[str, Any], config: Config) -> Reading:
    """The articles of one file; ``path`` is its path in the corpus, ``listed`` its fields in the manifest.

    What cannot be read is listed in ``skipped`` of the result with its reason.
    """
    reading, place = Reading(), Place(path)
    try:
        if len(data) > config.analysis.ingest.max_megabytes * 1_000_000:
            raise Unreadable(reasons.TOO_LARGE.format(limit=config.analysis.ingest.max_megabytes))
        suffix = suffix_of(path)
        text = decode(data)
        if suffix in (".json", ".jsonl", ".csv"):
            for row, fields in _rows(suffix, text):
                _add_row(reading, Place(path, row), fields, config)
        else:
            reading.add(place, {**_page(suffix, text, reading, place), **listed}, config)
    except Unreadable as fault:
        reading.skip(place, fault.reason)
    return reading


def suffix_of(path: str) -> str:
    """The file's ending as one of ``KNOWN``. Raises Unreadable for any other."""
    written = PurePosixPath(path).suffix.lower()
    suffix = _SAME_AS.get(written, written)
    if suffix not in KNOWN:
        raise Unreadable(reasons.UNKNOWN_TYPE.format(suffix=written or "(none)", known=" ".join(KNOWN)))
    return suffix


def _rows(suffix: str, text: str) -> Iterator[Row]:
    readers = {".json": rows_of_json, ".jsonl": rows_of_jsonl, ".csv": rows_of_csv}
    return readers[suffix](text)


def _add_row(reading: Reading, place: Place, fields: dict[str, Any] | Unreadable, config: Config) -> None:
    if isinstance(fields, Unreadable):
        reading.skip(place, fields.reason)
    else:
        reading.add(place, fields, config)


def _page(suffix: str, text: str, reading: Reading, place: Place) -> dict[str, Any]:
    """The fields of a text or page; its own ``id`` counts for rows alone."""
    if suffix == ".html":
        return fields_of_html(text)
    if suffix == ".md":
        fields, strange = fields_of_markdown(text)
        for line in strange:
            reading.skip(place, reasons.FRONT_MATTER.format(line=line))
        return {name: value for name, value in fields.items() if name != "id"}
    return {"text": text}
