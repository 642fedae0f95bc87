"""The names of topics on the map."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.analysis.landmarks import landmarks
from dashboard.analysis.shares import counted_passages
from dashboard.tables import Analysis
from tests.tiny import tiny_analysis


def mapped(places: list[tuple[float, float, str]], labels: dict[str, str]) -> Analysis:
    """The tiny corpus with its first passages at these places (x, y, topic), the others without a place."""
    analysis = tiny_analysis()
    ids = list(counted_passages(analysis)["passage_id"])[: len(places)]
    passages = analysis.passages.assign(x=float("nan"), y=float("nan")).set_index("passage_id")
    for name, (x, y, _topic) in zip(ids, places, strict=True):
        passages.loc[name, ["x", "y"]] = x, y
    n = len(labels)
    topics = pd.DataFrame(
        {"topic_id": list(labels), "level": ["coarse"] * n, "label": list(labels.values()), "terms": ["a"] * n}
        | {"colour": ["#2166AC"] * n, "n_passages": [1] * n, "npmi": [0.1] * n}
    )
    given = pd.DataFrame({"passage_id": ids, "topic_id": [topic for *_, topic in places], "score": [1.0] * len(ids)})
    given = given.astype({"passage_id": "str", "topic_id": "str"})
    return analysis.with_tables(
        passages=passages.reset_index()[list(analysis.passages.columns)], topics=topics, passage_topics=given
    )


def test_a_name_stands_at_the_passage_in_the_middle_of_its_topic() -> None:
    places = [(0, 0, "t1"), (0.1, 0, "t1"), (0.5, 0, "t1"), (1, 1, "t2"), (0.9, 1, "t2"), (0.8, 1, "t2")]
    analysis = mapped(places, {"t1": "musée · entrées · prix", "t2": "port"})
    ids = list(counted_passages(analysis)["passage_id"])
    found = landmarks(analysis)
    assert found.to_dict("records") == [
        {"passage_id": ids[1], "name": "musée · entrées", "short": "musée"},
        {"passage_id": ids[4], "name": "port", "short": "port"},
    ]


@pytest.mark.parametrize(("y", "names"), [(0.02, ["port"]), (0.5, ["port", "quai"])])
def test_no_name_lies_on_that_of_a_larger_topic(y: float, names: list[str]) -> None:
    places = [(0.0, 0.0, "t1")] * 4 + [(0.01, y, "t2")] * 3 + [(1.0, 1.0, "t3")]
    assert list(landmarks(mapped(places, {"t1": "port", "t2": "quai", "t3": "mer"}))["name"]) == names


def test_without_topics_or_places_there_is_no_name() -> None:
    assert landmarks(mapped([(0.0, 0.0, "t1")] * 3, {})).empty
    assert landmarks(mapped([], {"t1": "port"})).empty
