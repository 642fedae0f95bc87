"""Files to one corpus: every article once, copies found, what was not read listed."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from dashboard.config import Config
from dashboard.ingest import reasons
from dashboard.ingest.build import Place, Reading
from dashboard.ingest.files import read_file
from dashboard.ingest.manifest import fields_by_file, is_manifest
from dashboard.ingest.reasons import Unreadable
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
    files, skipped = _found(paths)
    if not files and not skipped:
        raise IngestError(
            f"{', '.join(map(str, paths)) or 'no path'}: no file there; name a folder that holds articles"
        )
    return _corpus({name: _loader(path) for name, path in files.items()}, skipped, config)


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
    return _corpus(loads, [], config)


def _found(paths: Sequence[Path]) -> tuple[dict[str, Path], list[Skipped]]:
    """Every regular file by its path in the corpus. Folders come first, so a file inside one keeps that name."""
    folders = sorted({path.resolve() for path in paths if path.is_dir()})
    alone = sorted({path.resolve() for path in paths if not path.is_dir()})
    seen: set[Path] = set()
    by_name: dict[str, list[tuple[Path, Path]]] = {}
    skipped: list[Skipped] = []
    for root in folders:
        for path in _walk(root, skipped, root):
            if path not in seen:
                seen.add(path)
                by_name.setdefault(path.relative_to(root).as_posix(), []).append((root, path))
    for path in alone:
        if path not in seen:
            by_name.setdefault(path.name, []).append((path.parent, path))
    files = {}
    for name, places in by_name.items():
        for root, path in places:
            files[name if len(places) == 1 else f"{root.name}/{name}"] = path
    return files, skipped


def _walk(folder: Path, skipped: list[Skipped], root: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            yield from _walk(path, skipped, root)
        elif stat.S_ISREG(mode):
            yield path
        else:
            skipped.append(Skipped(path.relative_to(root).as_posix(), None, reasons.NO_REGULAR_FILE))


def _loader(path: Path) -> Load:
    def load() -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            raise Unreadable(reasons.UNREADABLE.format(error=error.strerror or "no access")) from None

    return load


def _corpus(loads: Mapping[str, Load], skipped: Iterable[Skipped], config: Config) -> Corpus:
    lists = [name for name in sorted(loads) if PurePosixPath(name).name == config.analysis.ingest.manifest]
    listed: dict[str, dict[str, Any]] = {}
    amiss = list(skipped)
    manifests = set()
    for name in lists:
        try:
            data = loads[name]()
        except Unreadable:
            continue
        if is_manifest(data):
            fields, faults = fields_by_file(name, data, loads)
            listed.update(fields)
            amiss += faults
            manifests.add(name)
    readings = [
        _reading(name, loads[name], listed.get(name, {}), config) for name in sorted(loads) if name not in manifests
    ]
    articles = _unique(readings, amiss)
    amiss += [item for reading in readings for item in reading.skipped]
    order = sorted(set(amiss), key=lambda item: (item.path, item.row or 0, item.reason))
    return Corpus(tuple(articles), tuple(order), _duplicates(articles))


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
                reason = reasons.SAME_ID.format(id=reasons.shown(article.article_id), other=where)
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
