"""Measures and subjects of figures in short press texts, against floors; ``python -m`` this file prints the scores.

A line of ``texts.txt`` is a text; ``[figure|measures|subjects]`` marks a figure with every right measure (``,``
between) and subject (``/`` between); ``-`` is none, ``?`` before a subject says that none is right, too.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from dashboard.analysis.quantities import quantities_of
from dashboard.config import load_config
from dashboard.model import Article
from dashboard.text.document import read_document

HERE = Path(__file__).resolve().parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
MARK = re.compile(r"\[([^|\]]*)\|([^|\]]*)\|([^|\]]*)\]")
ASIDE = 3  # every third text is aside


class Marked(NamedTuple):
    """A figure of a text, with its right measures and subjects; None stands for none."""

    start: int
    end: int
    measures: tuple[str | None, ...]
    subjects: tuple[str | None, ...]


def parsed(line: str) -> tuple[str, list[Marked]]:
    """The text without its marks, and what they mark."""
    text, rows, last = "", [], 0
    for mark in MARK.finditer(line):
        text += line[last : mark.start()]
        start, last = len(text), mark.end()
        text += mark[1]
        measures = tuple(None if name == "-" else name for name in mark[2].split(","))
        subjects = tuple(None if name == "-" else name for name in mark[3].lstrip("?").split("/"))
        rows.append(Marked(start, len(text), measures, subjects + ((None,) if mark[3].startswith("?") else ())))
    return text + line[last:], rows


def is_right(subject: str | None, wanted: tuple[str | None, ...]) -> bool:
    """Whether a subject is one of those wanted, or one of the two names holds the other."""
    plain = [None if name is None else " ".join(re.findall(r"\w+", name.lower())) for name in (subject, *wanted)]
    found, rest = plain[0], plain[1:]
    return any(found == name or bool(found and name and (found in name or name in found)) for name in rest)


def texts(part: str) -> list[str]:
    lines = (HERE / "texts.txt").read_text(encoding="utf-8").splitlines()
    return [line for place, line in enumerate(lines) if (place % ASIDE == ASIDE - 1) == (part == "aside")]


@cache
def scores(part: str) -> dict[str, float]:
    """The shares of the figures found whose measure and whose subject are right."""
    config = load_config()
    found = measures = subjects = 0
    for place, line in enumerate(texts(part)):
        text, rows = parsed(line)
        quantities = quantities_of(read_document(Article(f"{part}{place}", "", "", text), config), config)
        for row in rows:
            near = [quantity for quantity in quantities if quantity.start < row.end and row.start < quantity.end]
            if near:
                found += 1
                measures += near[0].measure in row.measures
                subjects += is_right(near[0].subject, row.subjects)
    return {"measure": measures / found, "subject": subjects / found}


@pytest.mark.parametrize(("part", "name"), [(part, name) for part, floors in FLOORS.items() for name in floors])
def test_floor(part: str, name: str) -> None:
    assert scores(part)[name] >= FLOORS[part][name]


if __name__ == "__main__":
    for part in FLOORS:
        print(f"{part:6}", "  ".join(f"{name} {value:.3f}" for name, value in scores(part).items()))
