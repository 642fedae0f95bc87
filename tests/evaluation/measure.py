"""Every measure of an analysis of ``seeds/``; ``python -m tests.evaluation.measure`` prints them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.config import load_config
from dashboard.ingest import read_corpus
from dashboard.pipeline import analyse
from dashboard.tables import Analysis
from tests.evaluation import scoring
from tests.evaluation.scoring import Row, Scores

HERE = Path(__file__).resolve().parent
GOLD, SEEDS = HERE / "seeds", HERE.parents[1] / "seeds"


def analyse_seeds() -> Analysis:
    """The default corpus, analysed from its files with the project's own settings."""
    config = load_config()
    return analyse(read_corpus([SEEDS], config), config)


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """The table's rows as the scorers take them: ``doc`` is the article_id."""
    columns = {"article_id": "doc"} if "article_id" in frame.columns else {}
    records: list[Row] = frame.rename(columns=columns).to_dict("records")  # type: ignore[assignment]
    return records


def measure(analysis: Analysis) -> dict[str, Scores]:
    """Subject (quantities, claims, overlap, quotes, themes, terms, names) -> its measures."""
    found = {name: rows_of(frame) for name, frame in analysis.tables().items()}
    articles, quantities = _lines("themes_articles"), _lines("quantities")
    words = load_config().analysis.stopwords["fr"]
    return {
        "quantities": scoring.quantity_scores(quantities, found["quantities"], _lines("traps")),
        "claims": scoring.claim_scores(_json("facts"), found),
        "overlap": scoring.overlap_scores(_json("overlap")["pairs"], [_pair(row) for row in found["reuse"]]),
        "quotes": scoring.quote_scores(_json("quotes"), found["quotes"]),
        "themes": scoring.theme_scores(_lines("themes_passages"), found["passages"], found["passage_themes"]),
        "terms": scoring.term_scores(articles, found["terms"], words),
        "names": scoring.name_scores(articles, found["names"]),
    }


def floors() -> Iterator[tuple[str, str, float, bool]]:
    """(subject, measure, limit, whether it is the least that is allowed) of every line of ``floors.toml``."""
    limits = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    for side, least in (("at_least", True), ("at_most", False)):
        for subject, lines in limits[side].items():
            for name, limit in lines.items():
                yield subject, name, float(limit), least


def _pair(row: Row) -> Row:
    return {
        side: {"doc": row[f"{side}_article"], "start": row[f"{side}_start"], "end": row[f"{side}_end"]} for side in "ab"
    }


def _lines(name: str) -> list[Row]:
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def _json(name: str) -> Any:
    return json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    for subject, scores in measure(analyse_seeds()).items():
        print(f"{subject:10}", "  ".join(f"{name} {value:.3f}" for name, value in scores.items()))
