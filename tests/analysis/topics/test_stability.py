"""The same topics each time, and nearly the same when an article goes."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from dashboard.analysis.topics import Topics, topics_of
from dashboard.model import Document
from dashboard.tables import empty
from dashboard.text.document import read_document
from tests.analysis.documents import CONFIG
from tests.newsroom import newsroom

ROOT = Path(__file__).resolve().parents[3]
NONE = empty("terms")
GONE = (3, 14, 27, 38, 49)
PRINT = """
import hashlib, random
from dashboard.analysis.topics import topics_of
from dashboard.tables import empty
from dashboard.text.document import read_document
from tests.analysis.documents import CONFIG
from tests.newsroom import newsroom
found = topics_of([read_document(article, CONFIG) for article in newsroom()], empty("terms"), CONFIG)
tables = found.topics, found.passage_topics, found.places
print(hashlib.sha256("".join(table.to_json() for table in tables).encode()).hexdigest())
"""


@cache
def documents() -> tuple[Document, ...]:
    return tuple(read_document(article, CONFIG) for article in newsroom())


@cache
def whole() -> Topics:
    return topics_of(documents(), NONE, CONFIG)


def of_level(found: Topics, level: str) -> pd.Series:
    members = found.passage_topics[found.passage_topics["topic_id"].str.startswith(level[0])]
    return members.set_index("passage_id")["topic_id"]


def share_that_stays(before: pd.Series, after: pd.Series) -> float:
    """The share of the common passages whose topic is the one that most resembles their earlier one."""
    both = pd.DataFrame({"before": before, "after": after}).dropna()
    counts = both.value_counts().reset_index()
    met: list[tuple[str, str]] = []
    stays = 0
    for one, two, count in counts.itertuples(index=False):
        if not any(one == left or two == right for left, right in met):
            met.append((one, two))
            stays += int(count)
    return stays / len(both)


@pytest.mark.parametrize("level", ["coarse", "fine"])
@pytest.mark.parametrize("gone", GONE)
def test_one_of_fifty_articles_moves_few_passages(level: str, gone: int) -> None:
    left = topics_of(documents()[:gone] + documents()[gone + 1 :], NONE, CONFIG)
    assert share_that_stays(of_level(whole(), level), of_level(left, level)) >= 0.9


@pytest.mark.parametrize("gone", GONE)
def test_with_what_was_learned_before_nothing_moves(gone: int) -> None:
    left = topics_of(documents()[:gone] + documents()[gone + 1 :], NONE, CONFIG, whole())
    back = topics_of(documents(), NONE, CONFIG, left)
    columns = ["level", "label", "terms", "colour"]
    for found in (left, back):
        for level in ("coarse", "fine"):
            both = of_level(found, level).to_frame("now").join(of_level(whole(), level).rename("then"), how="inner")
            assert len(both) > 200 and (both["now"] == both["then"]).mean() >= (1.0 if found is left else 0.97)
        then = whole().topics.set_index("topic_id")[columns]
        pd.testing.assert_frame_equal(found.topics.set_index("topic_id")[columns].sort_index(), then.sort_index())


def test_a_corpus_of_other_articles_starts_anew() -> None:
    others = [read_document(article, CONFIG) for article in newsroom(20, seed=1)]
    renamed = whole().passage_topics.assign(passage_id="elsewhere " + whole().passage_topics["passage_id"])
    before = Topics(whole().topics.assign(colour="#000000"), renamed, whole().places)
    after, fresh = topics_of(others, NONE, CONFIG, before), topics_of(others, NONE, CONFIG)
    pd.testing.assert_frame_equal(after.passage_topics, fresh.passage_topics)
    pd.testing.assert_frame_equal(after.topics, fresh.topics)


def test_ten_runs_are_one() -> None:
    for _ in range(9):
        again = topics_of(documents(), NONE, CONFIG)
        pd.testing.assert_frame_equal(again.topics, whole().topics)
        pd.testing.assert_frame_equal(again.passage_topics, whole().passage_topics)
        pd.testing.assert_frame_equal(again.places, whole().places)


def test_other_processes_find_the_same() -> None:
    printed = set()
    for seed in ("0", "1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", PRINT], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        printed.add(run.stdout)
    assert len(printed) == 1


def test_no_two_topics_of_a_level_share_a_name() -> None:
    for _, topics in whole().topics.groupby("level"):
        assert topics["label"].is_unique
        assert topics["label"].str.count(" · ").between(2, 3).all()
