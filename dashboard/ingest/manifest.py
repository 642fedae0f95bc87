"""The list beside text files (``articles.csv``): what the files themselves do not say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dashboard.ingest import reasons
from dashboard.ingest.decode import decode
from dashboard.ingest.reasons import Unreadable
from dashboard.ingest.records import table_of
from dashboard.model import Skipped

Listed = dict[str, dict[str, Any]]
FIELDS = ("source", "title", "published", "url", "language", "author")


def is_manifest(data: bytes) -> bool:
    """Whether a CSV file lists files instead of holding texts: a column ``file`` and none named ``text``."""
    try:
        columns, _ = table_of(decode(data).split("\n", 1)[0])
    except Unreadable:
        return False
    return "file" in columns and "text" not in columns


def fields_by_file(
    path: str, data: bytes, there: Mapping[str, object]
) -> tuple[dict[str, dict[str, Any]], list[Skipped]]:
    """The fields of each listed file by its path in the corpus, empty ones left out; and what is amiss.

    ``path`` is the list's own path in the corpus, ``there`` holds the paths of the files that exist.
    """
    folder = path.rpartition("/")[0]
    found: dict[str, dict[str, Any]] = {}
    amiss: list[Skipped] = []
    try:
        _, records = table_of(decode(data))
    except Unreadable as fault:
        return {}, [Skipped(path, None, fault.reason)]
    for row, record in enumerate(records, 1):
        name = str(record.get("file", "")).strip().replace("\\", "/").removeprefix("./")
        target = f"{folder}/{name}" if folder else name
        if target not in there:
            amiss.append(Skipped(path, row, reasons.NO_SUCH_FILE.format(file=reasons.shown(name))))
        elif target in found:
            amiss.append(Skipped(path, row, reasons.FILE_TWICE.format(file=reasons.shown(name))))
        else:
            found[target] = {field: value for field in FIELDS if (value := str(record.get(field) or "").strip())}
            if record.get("date") and "published" not in found[target]:
                found[target]["published"] = record["date"]
    return found, amiss


def fields_beside(alone: Mapping[str, Path], manifest: str) -> Listed:
    """The fields of files named alone, by their names in the corpus, from the lists in their own folders.

    Lines for files that were not named are passed over; a list that cannot be read counts as none.
    """
    found: Listed = {}
    folders: dict[Path, Listed] = {}
    for name, path in alone.items():
        folder = path.parent
        if folder not in folders:
            folders[folder] = _listed(folder / manifest, {other.name: other for other in alone.values()})
        if path.name in folders[folder]:
            found[name] = folders[folder][path.name]
    return found


def _listed(path: Path, there: Mapping[str, Path]) -> Listed:
    try:
        data = path.read_bytes()
    except OSError:
        return {}
    return fields_by_file(path.name, data, there)[0] if is_manifest(data) else {}
