"""Figures read in annotated sentences of many topics, against floors; ``python -m`` this file prints the scores."""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dashboard.analysis.quantities import quantities_of
from dashboard.config import load_config
from dashboard.model import Article
from dashboard.text.document import read_document
from tests.evaluation.scoring.base import pair_up, share
from tests.evaluation.scoring.figures import accepts, quantity_scores

HERE = Path(__file__).resolve().parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def scores(part: str) -> dict[str, float]:
    """Span and value F1; certainty, measure and subject as shares of the matches that annotate them."""
    config = load_config()
    plain = {"value": None, "min": None, "max": None, "unit": None, "bound": "exact", "kind": "other"}
    gold = [plain | dict.fromkeys(("certainty", "measure", "subject")) | row for row in lines(f"{part}_gold")]
    found = [
        asdict(quantity) | {"doc": row["doc"]}
        for row in lines(f"{part}_texts")
        for quantity in quantities_of(
            read_document(Article(row["doc"], "", "", row["text"], language=row["language"]), config), config
        )
    ]
    due = [row for row in gold if not row.get("optional")]
    pairs = pair_up(due, found)
    made = {name: value for name, value in quantity_scores(gold, found).items() if name.endswith("_f1")}
    for field in ("bound", "certainty", "measure", "subject"):
        told = [(due[i], found[j]) for i, j in pairs.items() if due[i][field] is not None]
        made[field] = share(sum(accepts(row, other, field) for row, other in told), len(told))
    return made


@pytest.mark.parametrize(("part", "name"), [(part, name) for part, floors in FLOORS.items() for name in floors])
def test_floor(part: str, name: str) -> None:
    assert scores(part)[name] >= FLOORS[part][name]


@pytest.mark.parametrize("part", ["dev", "aside"])
def test_annotations_stand_in_their_texts(part: str) -> None:
    texts = {row["doc"]: row["text"] for row in lines(f"{part}_texts")}
    assert all(texts[row["doc"]][row["start"] : row["end"]] == row["surface"] for row in lines(f"{part}_gold"))


if __name__ == "__main__":
    for part in FLOORS:
        print(f"{part:6}", "  ".join(f"{name} {value:.3f}" for name, value in scores(part).items()))
