"""An Analysis on disk: each stage's tables as Parquet under a digest of its inputs, settings and code."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from dashboard.analysis.corrections import Correction, from_record, to_record
from dashboard.config import Config, ConfigError, digest
from dashboard.config.themes import Themes, load_themes
from dashboard.config.themes_writing import themes_toml
from dashboard.ingest import read_corpus
from dashboard.pipeline import Progress, Tables, analyse
from dashboard.tables import Analysis

KEEP = 8


class DiskShelf:
    """Finished stages below ``folder``, one folder a stage and digest.

    A damaged or unreadable entry is made anew, a folder that cannot be written to is done without: the
    shelf saves time and is never needed.
    """

    def __init__(self, folder: Path) -> None:
        """``folder`` is made at the first ``put``."""
        self.folder = folder

    def get(self, stage: str, key: str, names: tuple[str, ...]) -> Tables | None:
        """The stage's tables made under ``key``; None if any is missing or damaged."""
        place = self.folder / stage / key
        try:
            found = {name: pd.read_parquet(place / f"{name}.parquet") for name in names}
            os.utime(place)
        except (OSError, ValueError):
            return None
        return found

    def put(self, stage: str, key: str, tables: Tables) -> None:
        """Writes the tables beside the shelf and moves them in at once, so that no reader sees half of them."""
        place = self.folder / stage / key
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            made = Path(tempfile.mkdtemp(prefix=".new-", dir=place.parent))
            try:
                for name, frame in tables.items():
                    frame.to_parquet(made / f"{name}.parquet", index=False)
                shutil.rmtree(place, ignore_errors=True)
                made.rename(place)
            except BaseException:
                shutil.rmtree(made, ignore_errors=True)
                raise
            self._prune(place.parent)
        except OSError:
            return

    def _prune(self, stage: Path) -> None:
        """Drops all but the KEEP entries of a stage that were used last."""
        entries = sorted((p for p in stage.iterdir() if not p.name.startswith(".")), key=lambda p: p.stat().st_mtime)
        for entry in entries[:-KEEP]:
            shutil.rmtree(entry, ignore_errors=True)


def default_shelf() -> DiskShelf:
    """The shelf of this user: ``$RECOUPE_CACHE``, else ``recoupe`` in the user's cache folder."""
    chosen = os.environ.get("RECOUPE_CACHE")
    if chosen:
        return DiskShelf(Path(chosen))
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return DiskShelf(Path(base) / "recoupe")


def load_or_analyse(
    paths: Sequence[Path], config: Config, progress: Progress | None = None, keep_topics: bool = False
) -> Analysis:
    """The Analysis of the corpus, from disk as far as nothing changed.

    With ``keep_topics``, as the app asks for, topics keep number, name and colour from what the cache holds of the
    same paths while the corpus there grows or shrinks; without it, as on the command line, the tables depend on
    corpus and configuration alone. Raises IngestError for a path that is not there or holds nothing to read.
    """
    place = digest(sorted(str(path.resolve()) for path in paths)) if keep_topics else ""
    return analyse(read_corpus(paths, config), config, progress, default_shelf(), place)


def corrections_file(paths: Sequence[Path]) -> Path:
    """Where a corpus's corrections are kept: beside its first folder or file, never inside."""
    first = paths[0].resolve()
    return first.with_name(f"{first.name}.corrections.jsonl")


def read_corrections(file: Path) -> tuple[tuple[Correction, ...], tuple[str, ...]]:
    """The corrections in the file, and one sentence for each line that is none; nothing where there is no file."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return (), ()
    except (OSError, UnicodeDecodeError) as error:
        return (), (f"{file.name}: cannot be read: {error}",)
    found, faults = [], []
    for row, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found.append(from_record(json.loads(line)))
        except ValueError as error:
            faults.append(f"{file.name}, line {row}: {error}; mend the line or delete it")
    return tuple(found), tuple(faults)


def write_corrections(file: Path, corrections: Sequence[Correction]) -> None:
    """Writes the corrections beside their place and moves them there whole. Raises OSError."""
    _write(file, "".join(json.dumps(to_record(correction), ensure_ascii=False) + "\n" for correction in corrections))


def themes_file(paths: Sequence[Path], folder: Path | None) -> Path:
    """Where a reader's own themes are kept: in the configuration folder where one was given, so that the command
    line finds them too; else beside the corpus's first folder or file, never inside."""
    if folder is not None:
        return folder / "themes.toml"
    first = paths[0].resolve()
    return first.with_name(f"{first.name}.themes.toml")


def write_themes(file: Path, themes: Themes) -> Path | None:
    """Writes the themes whole. A file that a person wrote, with its comments, is kept beside it as ``.bak``.

    What comes back is that copy, None where there is none; the first one stays. Raises OSError.
    """
    former = file.with_name(f"{file.name}.bak")
    if file.exists() and not former.exists() and not _is_written_here(file):
        shutil.copyfile(file, former)
    _write(file, themes_toml(themes))
    return former if former.exists() else None


def _is_written_here(file: Path) -> bool:
    try:
        return file.read_text(encoding="utf-8") == themes_toml(load_themes(file))
    except (ConfigError, OSError, UnicodeDecodeError):
        return False


def _write(file: Path, text: str) -> None:
    """Writes the text beside its place and moves it there whole."""
    handle, draft = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        Path(draft).replace(file)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
