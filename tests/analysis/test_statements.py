"""Wordings of one statement, brought together across articles."""

from __future__ import annotations

from types import MappingProxyType
from typing import cast

import pandas as pd
import pytest

from dashboard.analysis.statements import statements_of
from dashboard.config import Config, load_config

Rows = list[tuple[str, str | None, str]]


@pytest.fixture(scope="module")
def config() -> Config:
    return load_config()


def ids(rows: Rows, config: Config) -> list[str]:
    """The statement of each (article, speaker, words); the words of one article follow each other."""
    texts: dict[str, str] = {}
    made = []
    for article, speaker, words in rows:
        start = len(texts.get(article, ""))
        texts[article] = f"{texts.get(article, '')}{words} "
        place = {"quote_id": f"{article}:s{start}", "article_id": article, "start": start, "end": start + len(words)}
        made.append(
            {**place, "passage_id": f"{article}:0", "kind": "direct", "speaker": speaker, "speaker_surface": speaker}
        )
    articles = pd.DataFrame({"article_id": list(texts), "text": list(texts.values())})
    return cast(list[str], statements_of(pd.DataFrame(made), articles, config).fillna("-").tolist())


SAID = "Nous allons rouvrir la ligne avant la fin de l'été, quoi qu'il en coûte."
REWORDED = "Avant la fin de l'été nous aurons rouvert la ligne, quel que soit le coût."
OTHER = "Les salaires de nos apprentis augmenteront de quatre pour cent en janvier."


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("a", "Jean Petit", SAID), ("b", "Jean Petit", SAID.upper())], ["a:s0", "a:s0"]),
        ([("a", "Jean Petit", SAID), ("b", "Jean Petit", REWORDED)], ["a:s0", "a:s0"]),
        ([("a", "Jean Petit", SAID), ("b", "Jean Petit", SAID[:45])], ["a:s0", "a:s0"]),
        ([("a", "Jean Petit", SAID), ("b", "Jean Petit", OTHER)], ["-", "-"]),
        ([("a", "Jean Petit", SAID), ("b", "Anne Roux", REWORDED)], ["-", "-"]),
        ([("a", "Jean Petit", SAID), ("b", None, SAID)], ["a:s0", "a:s0"]),
        ([("b", "Microsoft", SAID), ("a", "Satya Nadella", REWORDED)], ["a:s0", "a:s0"]),
        ([("a", "Microsoft et OpenAI", SAID), ("b", "OpenAI", REWORDED)], ["a:s0", "a:s0"]),
        ([("a", "Jean Petit", "Oui, oui"), ("b", "Jean Petit", "Oui, oui")], ["-", "-"]),
        ([("a", "Jean Petit", SAID)], ["-"]),
        ([], []),
    ],
)
def test_statements(rows: Rows, expected: list[str], config: Config) -> None:
    if rows:
        assert ids(rows, config) == expected
    else:
        columns = ["quote_id", "article_id", "start", "end", "kind", "speaker"]
        found = statements_of(pd.DataFrame(columns=columns), pd.DataFrame({"article_id": [], "text": []}), config)
        assert found.empty


def test_heads_come_from_the_configuration(config: Config) -> None:
    assert isinstance(config.entities.head_of, dict | MappingProxyType)
    assert config.entities.head_of["Satya Nadella"] == "Microsoft"


def test_independent_of_order(config: Config) -> None:
    rows: Rows = [("c", "Jean Petit", OTHER), ("a", "Jean Petit", SAID), ("b", "Jean Petit", REWORDED)]
    assert ids(rows, config) == ["-", "a:s0", "a:s0"]
    assert ids(rows[::-1], config) == ["a:s0", "a:s0", "-"]
