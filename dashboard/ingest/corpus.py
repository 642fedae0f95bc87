"""Files to one corpus: every article once, copies found, what was not read listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from dashboard.config import Config
from dashboard.ingest.build import Place, Reading
from dashboard.ingest.files import read_file
from dashboard.ingest.finding import find_files, read_bytes
from dashboard.ingest.manifest import Listed, fields_beside, fields_by_file, is_manifest
from dashboard.ingest.reasons import SAME_ID, Unreadable, shown
from dashboard.model import Article, Skipped


class IngestError(ValueError):
    """Paths that cannot be a corpus; the message names the path and what to do."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was read. ``articles`` are sorted by ``article_id``, ``skipped`` by path, row and reason.

    ``duplicates`` gives for an exact copy (blanks aside) the ``article_id`` of the first: the earliest by date,
    then by id.
    """

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    duplicates: Mapping[str, str]


Load = Callable[[], bytes]


def read_corpus(paths: Sequence[Path], config: Config) -> Corpus:
    """Reads folders (all that is in them, links not followed) and files.

    Raises IngestError where a path does not exist or no file is there at all; a file that cannot be read stops
    nothing and is listed in ``skipped``.
    """
    for path in paths:
        if not path.exists():
            raise IngestError(f"{path}: no such file or folder; name a folder of articles, or files")
    files = find_files(paths)
    if not files.all and not files.skipped:
        named = ", ".join(map(str, paths)) or "no path"
        raise IngestError(f"{named}: no file there; name a folder that holds articles")
    settings = config.analysis.ingest
    loads = {name: partial(read_bytes, path, settings.max_megabytes) for name, path in files.all.items()}
    beside = fields_beside(files.alone, settings.manifest)
    return _corpus(loads, beside, files.skipped, config)


def read_uploads(files: Sequence[tuple[str, bytes]], config: Config) -> Corpus:
    """Reads files given as (name, bytes), as from a browser; folders in names are kept as text, nothing is written.

    Files of one name are told apart by a number, by their content's order. Raises nothing.
    """
    loads: dict[str, Load] = {}
    for name, data in sorted(set(files)):
        chosen, copy = _plain_name(name), 2
        while chosen in loads:
            pure = PurePosixPath(_plain_name(name))
            chosen, copy = f"{str(pure)[: len(str(pure)) - len(pure.suffix)]} ({copy}){pure.suffix}", copy + 1
        loads[chosen] = partial(bytes, data)
    return _corpus(loads, {}, [], config)


def _corpus(loads: Mapping[str, Load], beside: Listed, skipped: Iterable[Skipped], config: Config) -> Corpus:
    amiss = list(skipped)
    manifests: set[str] = set()
    listed = dict(beside)
    for name in sorted(name for name in loads if PurePosixPath(name).name == config.analysis.ingest.manifest):
        fields, faults = _manifest(name, loads)
        if fields is not None:
            listed |= fields
            amiss += faults
            manifests.add(name)
    names = [name for name in sorted(loads) if name not in manifests]
    readings = [_reading(name, loads[name], listed.get(name, {}), config) for name in names]
    articles = _unique(readings, amiss)
    amiss += [item for reading in readings for item in reading.skipped]
    order = sorted(set(amiss), key=lambda item: (item.path, item.row or 0, item.reason))
    return Corpus(tuple(articles), tuple(order), _duplicates(articles))


def _manifest(name: str, loads: Mapping[str, Load]) -> tuple[Listed | None, list[Skipped]]:
    """The fields of a list of files, None where the file is none or cannot be read (it is then read as articles)."""
    try:
        data = loads[name]()
    except Unreadable:
        return None, []
    return fields_by_file(name, data, loads) if is_manifest(data) else (None, [])


def _reading(name: str, load: Load, listed: Mapping[str, Any], config: Config) -> Reading:
    try:
        return read_file(name, load(), listed, config)
    except Unreadable as fault:
        reading = Reading()
        reading.skip(Place(name), fault.reason)
        return reading


def _unique(readings: Iterable[Reading], amiss: list[Skipped]) -> list[Article]:
    """The articles by id; a second one with an id is listed, and both are named."""
    first: dict[str, tuple[Article, Place]] = {}
    for reading in readings:
        for article, place in zip(reading.articles, reading.places, strict=True):
            other = first.setdefault(article.article_id, (article, place))[1]
            if other is not place:
                where = f"{other.path} row {other.row}" if other.row else other.path
                reason = SAME_ID.format(id=shown(article.article_id), other=where)
                amiss.append(Skipped(place.path, place.row, reason))
    return [first[key][0] for key in sorted(first)]


def _duplicates(articles: Iterable[Article]) -> dict[str, str]:
    first: dict[str, str] = {}
    copies: dict[str, str] = {}
    for article in sorted(articles, key=lambda article: (article.published or "9999", article.article_id)):
        original = first.setdefault(" ".join(article.text.split()), article.article_id)
        if original != article.article_id:
            copies[article.article_id] = original
    return dict(sorted(copies.items()))


def _plain_name(name: str) -> str:
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join("".join(letter if letter.isprintable() else "�" for letter in part) for part in parts) or "unnamed"
