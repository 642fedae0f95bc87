"""``config/learned_fr.npz``: how much each word speaks for each theme, learned from annotated passages."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dashboard.config.base import ConfigError

Floats = npt.NDArray[np.float32]
HIDDEN = {"presentation": True}
#: One step of ``rarity`` as it is stored, in a byte.
RARITY_STEP = 0.05
_OWN, _CONTEXT = 4, 7


@dataclass(frozen=True, eq=False)
class Learned:
    """Weights of words for themes, and of all that speaks for a theme, in logits (natural log odds).

    ``columns`` names the themes that were learned, for texts in ``language``. ``rarity`` (n_words) is the inverse
    document frequency of each of ``words`` (lemmas, sorted); ``weights`` (n_words x n_columns) what it adds in a
    passage, divided there by the root of the summed squares of the rarities of the passage's words.
    ``own`` (n_columns + 1 x 4) weighs the logarithm of 1 + a theme's points, whether it has any, whether the passage
    is brief, and 1; its last row is for themes that were not learned. ``cross`` (n_columns x n_columns) weighs the
    logarithm of 1 + the points of each theme (a row) for each theme (a column). ``context`` weighs, alike for all
    themes, what the passage says itself, the mean chance in the article's other passages, that in its heading,
    whether the passage is brief, brief times the mean, brief times the chance in the next passage, and 1.
    ``listed`` (n_columns) are the entries that each theme had when this was learned, as (list, entry): what its
    points came from. ``content`` is a digest of all this.
    """

    language: str
    columns: tuple[str, ...]
    content: str
    words: tuple[str, ...] = field(metadata=HIDDEN)
    rarity: Floats = field(metadata=HIDDEN)
    weights: Floats = field(metadata=HIDDEN)
    own: Floats = field(metadata=HIDDEN)
    cross: Floats = field(metadata=HIDDEN)
    context: Floats = field(metadata=HIDDEN)
    listed: tuple[frozenset[tuple[str, str]], ...] = field(metadata=HIDDEN)

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """The place of each word."""
        return {word: place for place, word in enumerate(self.words)}

    def listed_for(self, columns: Iterable[str]) -> frozenset[tuple[str, str]]:
        """The (list, entry) that any of these columns was learned with."""
        known = dict(zip(self.columns, self.listed, strict=True))
        return frozenset().union(*(known.get(column, frozenset()) for column in columns))


def load_learned(path: Path) -> Learned:
    """The weights of the file, kept while it does not change. Raises ConfigError."""
    try:
        stamp = path.stat()
        return _loaded(path, stamp.st_mtime_ns, stamp.st_size)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from None


@lru_cache(maxsize=4)
def _loaded(path: Path, _changed: int, _size: int) -> Learned:
    data = path.read_bytes()
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as file:
            words = tuple(bytes(file["words"]).decode("utf-8").split("\n"))
            columns = tuple(str(name) for name in file["columns"])
            learned = Learned(
                language=str(file["language"]),
                columns=columns,
                content=hashlib.sha256(data).hexdigest()[:16],
                words=words,
                rarity=file["rarity"].astype(np.float32) * np.float32(RARITY_STEP),
                weights=file["weights"].astype(np.float32) * file["scale"].astype(np.float32),
                own=file["own"].astype(np.float32),
                cross=file["cross"].astype(np.float32),
                context=file["context"].astype(np.float32),
                listed=_listed(bytes(file["listed"]).decode("utf-8"), columns),
            )
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise ConfigError(f"{path}: no file of learned weights ({error}); restore it") from None
    tables = (learned.rarity, learned.weights, learned.own, learned.cross, learned.context)
    shapes, n_words, n = tuple(table.shape for table in tables), len(words), len(columns)
    if shapes != ((n_words,), (n_words, n), (n + 1, _OWN), (n, n), (_CONTEXT,)):
        raise ConfigError(f"{path}: its tables do not fit together ({shapes}); restore it")
    return learned


def save_learned(path: Path, learned: Learned) -> None:
    """Writes the weights, a byte each: the same weights give the same file."""
    scale = np.maximum(np.abs(learned.weights).max(axis=0), 1e-9) / 127
    np.savez_compressed(
        path,
        language=np.array(learned.language),
        columns=np.array(learned.columns),
        words=np.frombuffer("\n".join(learned.words).encode(), np.uint8),
        rarity=np.clip(np.round(learned.rarity / RARITY_STEP), 0, 255).astype(np.uint8),
        weights=np.round(learned.weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        own=learned.own.astype(np.float32),
        cross=learned.cross.astype(np.float32),
        context=learned.context.astype(np.float32),
        listed=np.frombuffer("\n".join(_lines(learned)).encode(), np.uint8),
    )


def _lines(learned: Learned) -> list[str]:
    """The entries that the themes had, one a line: column, list and entry with tabs between, sorted."""
    pairs = zip(learned.columns, learned.listed, strict=True)
    return sorted(f"{column}\t{name}\t{entry}" for column, entries in pairs for name, entry in entries)


def _listed(lines: str, columns: Sequence[str]) -> tuple[frozenset[tuple[str, str]], ...]:
    """What ``_lines`` wrote. Raises ValueError at a line of another shape."""
    found: dict[str, set[tuple[str, str]]] = {column: set() for column in columns}
    for line in lines.split("\n") if lines else ():
        column, name, entry = line.split("\t")
        found[column].add((name, entry))
    return tuple(frozenset(found[column]) for column in columns)
