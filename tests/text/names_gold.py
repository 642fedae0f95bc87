"""Snippets with the names in them, and how many of these are found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from dashboard.text.clean import search_key
from tests.text.settings import read

FOLDER = Path(__file__).parent / "gold"


@dataclass(frozen=True)
class Gold:
    """A name of a snippet: every spelling's key, its type, whether it must be found."""

    keys: frozenset[str]
    type: str
    needed: bool


@dataclass(frozen=True)
class Score:
    """Share of the needed names that are found, of the found ones that are right, of the right ones well typed."""

    recall: float
    precision: float
    types: float


def snippets(file: str) -> list[tuple[str, list[Gold]]]:
    """Text and names of every block of a gold file."""
    found: list[tuple[str, list[Gold]]] = []
    for block in re.split(r"^## .*\n", (FOLDER / file).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        lines = [line for line in block.splitlines() if line.strip()]
        names = [_gold(line) for line in lines if line.startswith(("= ", "? "))]
        found.append(("\n".join(line for line in lines if not line.startswith(("= ", "? "))), names))
    return found


def score(file: str) -> Score:
    """How well the names of a gold file are found; each counts once a snippet, one marked ``?`` not at all."""
    needed = right = spurious = typed = 0
    for text, gold in snippets(file):
        types = {key(name.name): name.type for name in read(text).names if not name.described}
        known = {spelling: one for one in gold for spelling in one.keys}
        spurious += sum(name not in known for name in types)
        typed += sum(name in known and known[name].needed and known[name].type == kind for name, kind in types.items())
        needed += sum(one.needed for one in gold)
        right += sum(one.needed and bool(one.keys & types.keys()) for one in gold)
    return Score(right / needed, right / (right + spurious), typed / right)


def key(name: str) -> str:
    """What two spellings share: no case, accents, hyphens, leading articles."""
    words = re.sub(r"[^\w&+.%]+", " ", search_key(name)).split()
    while len(words) > 1 and words[0] in {"l", "le", "la", "les", "d", "de", "des", "du", "m", "mme", "me"}:
        words.pop(0)
    return " ".join(words)


def _gold(line: str) -> Gold:
    name, *rest = (part.strip() for part in line[2:].split("|"))
    kind, *spellings = rest or ["ORG"]
    return Gold(frozenset(key(spelling) for spelling in (name, *spellings)), kind, line.startswith("="))
