"""The files of the paths that were named, each under its name in the corpus."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.ingest import reasons
from dashboard.ingest.reasons import Unreadable
from dashboard.model import Skipped


@dataclass(frozen=True, slots=True)
class Files:
    """Regular files by their names in the corpus; ``alone`` are those that were named themselves."""

    all: dict[str, Path]
    alone: dict[str, Path]
    skipped: list[Skipped]


def find_files(paths: Sequence[Path]) -> Files:
    """Every file in the folders, at any depth, and every file named alone, each once; links are not followed.

    A name is the path inside its folder, or the bare name. Names that two folders share are told apart by their
    folders' names. Hidden files are passed over.
    """
    folders = sorted({path.resolve() for path in paths if path.is_dir()})
    alone = sorted({path.resolve() for path in paths if not path.is_dir()})
    skipped: list[Skipped] = []
    seen: set[Path] = set()
    places: dict[str, list[tuple[Path, Path]]] = {}
    for root in folders:
        for path in _walk(root, root, skipped):
            if path not in seen:
                seen.add(path)
                places.setdefault(path.relative_to(root).as_posix(), []).append((root, path))
    for path in alone:
        if not stat.S_ISREG(path.stat().st_mode):
            skipped.append(Skipped(path.name, None, reasons.NO_REGULAR_FILE))
        elif path not in seen:
            places.setdefault(path.name, []).append((path.parent, path))
    named: dict[str, Path] = {}
    for name, found in sorted(places.items()):
        named |= _told_apart(name, found, named)
    return Files(named, {name: path for name, path in named.items() if path not in seen}, skipped)


def read_bytes(path: Path, max_megabytes: int) -> bytes:
    """The file's content. Raises Unreadable where it is too large or cannot be opened."""
    try:
        if path.stat().st_size > max_megabytes * 1_000_000:
            raise Unreadable(reasons.TOO_LARGE.format(limit=max_megabytes))
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(reasons.UNREADABLE.format(error=error.strerror or "no access")) from None


def _told_apart(name: str, places: Sequence[tuple[Path, Path]], taken: dict[str, Path]) -> dict[str, Path]:
    if len(places) == 1 and name not in taken:
        return {name: places[0][1]}
    longest = max(len(root.parts) for root, _ in places)
    for depth in range(1, longest + 1):
        names = ["/".join((*root.parts[-depth:], name)) for root, _ in places]
        if len(set(names)) == len(names) and not taken.keys() & set(names):
            break
    return {chosen: path for chosen, (_, path) in zip(names, places, strict=True)}


def _walk(folder: Path, root: Path, skipped: list[Skipped]) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        reason = reasons.UNREADABLE.format(error=error.strerror or "no access")
        skipped.append(Skipped(folder.relative_to(root).as_posix(), None, reason))
        return
    for path in entries:
        if path.name.startswith("."):
            continue
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            yield from _walk(path, root, skipped)
        elif stat.S_ISREG(mode):
            yield path
        else:
            skipped.append(Skipped(path.relative_to(root).as_posix(), None, reasons.NO_REGULAR_FILE))
