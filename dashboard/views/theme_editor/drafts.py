"""What a reader edited in the themes and did not save, kept for the tab they sit at: it outlives a reload.

A draft is a file of its own in the user's cache folder, under a random name that only the reader's browser knows.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dashboard.config.themes import Theme, Themes, ThemeScoring
from dashboard.store import default_shelf

#: So many drafts are kept, those that were written last.
KEEP = 100
_TOKEN = re.compile(r"[0-9a-f]{32}")
_FIELDS = ("kind", "said", "theme", "into", "words", "place")


@dataclass(frozen=True, slots=True)
class Step:
    """One edit of the draft and the themes that it gave.

    ``kind`` is added, renamed, recoloured, merged, deleted, word, struck, replaced or, of learned words, learned_on,
    learned_off, silenced, restored or struck_whole (from a list, with its learned weight); ``said`` is what it named
    (labels and words, in the order of the sentence that tells it), ``theme`` the id of the theme it was made in and
    ``into`` that of the one which took its place. ``words`` are all forms of the word that it struck, ``place`` is
    where in the form it was made, so that its effect is told there.
    """

    kind: str
    themes: Themes
    said: tuple[str, ...] = ()
    theme: str = ""
    into: str = ""
    words: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The themes that every page of a session shows in place of those read (None: those read), and the edits that were
    not applied yet."""

    applied: Themes | None = None
    steps: tuple[Step, ...] = ()


def new_token() -> str:
    """A name that nobody can guess."""
    return secrets.token_hex(16)


def keep_draft(token: str, draft: Draft, read: Themes) -> bool:
    """Keeps the draft of themes that were ``read`` from their file; whether it could be written."""
    folder = _folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Made for this user's eyes alone.
        handle, made = tempfile.mkstemp(prefix=".new-", dir=folder)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(_packed(draft, read), out, ensure_ascii=False)
        Path(made).replace(folder / f"{token}.json")
        _prune(folder)
    except OSError:
        return False
    return True


def kept_draft(token: str, read: Themes) -> Draft | None:
    """The draft kept under the token; None where there is none, or it was made of other themes than those ``read``.

    Where what was applied has been saved since, and so is what is read now, only the edits after it come back.
    """
    if not _TOKEN.fullmatch(token):
        return None
    try:
        packed = json.loads((_folder() / f"{token}.json").read_text(encoding="utf-8"))
        place = packed["made_of"].index(_print(read))
        draft = _unpacked(packed, read)
    except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError):
        return None
    return Draft(None, draft.steps) if place else draft


def drop_draft(token: str) -> None:
    """Forgets the draft."""
    if _TOKEN.fullmatch(token):
        (_folder() / f"{token}.json").unlink(missing_ok=True)


def _folder() -> Path:
    return default_shelf().folder / "drafts"


def _prune(folder: Path) -> None:
    files = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime)
    for file in files[:-KEEP]:
        file.unlink(missing_ok=True)


def _print(themes: Themes) -> str:
    return hashlib.sha256(repr(themes).encode("utf-8", "surrogatepass")).hexdigest()


def _packed(draft: Draft, read: Themes) -> dict[str, Any]:
    """The draft without the themes that it left as they were read and applied: those are named alone."""
    applied = draft.applied or read
    same = {theme.theme_id: theme for theme in read.themes if applied.by_id.get(theme.theme_id) == theme}
    pool: dict[Theme, int] = {}

    def pack(themes: Themes) -> dict[str, Any]:
        places = [
            theme.theme_id if same.get(theme.theme_id) == theme else pool.setdefault(theme, len(pool))
            for theme in themes.themes
        ]
        return {"themes": places, "scoring": None if themes.scoring == read.scoring else asdict(themes.scoring)}

    steps = [{name: getattr(step, name) for name in _FIELDS} | pack(step.themes) for step in draft.steps]
    packed = {"made_of": [_print(read)] + ([_print(draft.applied)] if draft.applied else []), "steps": steps}
    packed["applied"] = pack(draft.applied) if draft.applied else None
    return packed | {"pool": [asdict(theme) for theme in pool]}


def _unpacked(packed: Mapping[str, Any], read: Themes) -> Draft:
    pool = [Theme(**_tupled(record)) for record in packed["pool"]]

    def themes(record: Mapping[str, Any]) -> Themes:
        found = tuple(read.by_id[one] if isinstance(one, str) else pool[one] for one in record["themes"])
        return Themes(found, ThemeScoring(**record["scoring"]) if record["scoring"] else read.scoring)

    steps = [
        Step(themes=themes(record), **_tupled({name: record[name] for name in _FIELDS})) for record in packed["steps"]
    ]
    return Draft(themes(packed["applied"]) if packed["applied"] else None, tuple(steps))


def _tupled(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in record.items()}
