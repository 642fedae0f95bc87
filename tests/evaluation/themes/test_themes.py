"""Themes of annotated passages in press style: a third was kept aside while the words were chosen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dashboard.analysis.themes import themes_of
from dashboard.config import load_config
from dashboard.model import Article
from dashboard.text.document import read_document
from tests.evaluation.scoring.words import theme_scores

ROWS = [json.loads(line) for line in Path(__file__).with_name("passages.jsonl").read_text("utf-8").splitlines()]
FLOORS = {
    "dev": {"theme_f1": 0.76, "theme_macro": 0.74, "main_lenient": 0.85},
    "aside": {"theme_f1": 0.76, "theme_macro": 0.72, "main_lenient": 0.85},
}


def scores(part: str) -> dict[str, float]:
    config = load_config()
    rows: list[dict[str, Any]] = [row for row in ROWS if row["set"] == part]
    documents = [read_document(Article(row["id"], "s", "", row["text"]), config) for row in rows]
    gold = [{**row, "doc": row["id"], "start": 0, "end": len(row["text"]), "boilerplate": False} for row in rows]
    passages = [
        {"doc": d.article.article_id, "passage_id": p.passage_id, "start": p.start, "end": p.end, "role": p.role}
        for d in documents
        for p in d.passages
    ]
    return theme_scores(gold, passages, themes_of(documents, config).to_dict("records"))


@pytest.mark.parametrize("part", sorted(FLOORS))
def test_floors(part: str) -> None:
    found = scores(part)
    assert {name: found[name] for name, floor in FLOORS[part].items() if found[name] < floor} == {}


def test_every_theme_is_annotated_in_both_parts() -> None:
    for part in FLOORS:
        given = {theme for row in ROWS if row["set"] == part for theme in row["themes"]}
        assert given == set(load_config().themes.order)
