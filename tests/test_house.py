"""The walls of the house: who may import whom, and which packages stay in which room."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RINGS = (
    {"model", "tables"},
    {"config"},
    {"text", "ingest"},
    {"analysis"},
    {"pipeline", "store", "filters"},
    {"charts", "export"},
    {"views"},
    {"__main__"},
)
RING = {room: depth for depth, rooms in enumerate(RINGS) for room in rooms}


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides where it leads"
            yield node.module or ""


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT / "dashboard").with_suffix("").parts
    return parts[0]


def sources() -> list[Path]:
    return sorted((ROOT / "dashboard").rglob("*.py"))


def test_imports_run_one_way() -> None:
    outward = []
    for path in sources():
        here = RING.get(room_of(path))
        for name in imports_of(path):
            parts = name.split(".")
            there = RING.get(parts[1]) if parts[0] == "dashboard" and len(parts) > 1 else None
            if here is not None and there is not None and there > here:
                outward.append(f"{path.relative_to(ROOT)} -> {name}")
    assert outward == []


def test_only_views_know_streamlit_and_only_charts_know_altair() -> None:
    strangers = []
    for path in sources():
        for name in imports_of(path):
            top = name.split(".")[0]
            if (top == "streamlit" and room_of(path) != "views") or (top == "altair" and room_of(path) != "charts"):
                strangers.append(f"{path.relative_to(ROOT)} -> {name}")
    assert strangers == []


def test_every_room_is_in_the_plan() -> None:
    rooms = {room_of(path) for path in sources()}
    assert rooms - set(RING) == {"__init__", "locales"}
