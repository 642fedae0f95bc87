"""Where on the map of passages the names of the topics stand."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.shares import counted_passages
from dashboard.tables import Analysis

#: Smaller topics have no place of their own, and more names than this hide the passages.
LEAST_PASSAGES, MOST_NAMES = 3, 14
#: A name's width for each character and its height, in shares of the map at the width of a desk's screen.
LETTER, HEIGHT = 0.0075, 0.06
#: Terms of a topic's label that are written on the map.
TERMS = 2


@dataclass(frozen=True, slots=True)
class _Box:
    x: float
    y: float
    width: float

    def touches(self, other: _Box) -> bool:
        """Whether the two lie on one another."""
        near = abs(self.x - other.x) < (self.width + other.width) / 2
        return near and abs(self.y - other.y) < HEIGHT


def landmarks(analysis: Analysis, level: str = "coarse") -> pd.DataFrame:
    """passage_id, ``name`` (the topic's first two terms) and ``short`` (its first), the largest topics first.

    The passage is the one nearest to the middle (the median in x and y) of those of its topic that count and have
    a place on the map. Topics of fewer than three such passages are left out, and so is a name that would lie on
    that of a larger topic; at most fourteen are named.
    """
    placed = counted_passages(analysis).dropna(subset=["x", "y"])[["passage_id", "x", "y"]]
    topics = analysis.topics.loc[analysis.topics["level"] == level, ["topic_id", "label"]]
    members = analysis.passage_topics[["passage_id", "topic_id"]].merge(placed, on="passage_id")
    members = members.merge(topics, on="topic_id").sort_values(["topic_id", "passage_id"])
    if members.empty:
        return pd.DataFrame({"passage_id": [], "name": [], "short": []})
    for axis in ("x", "y"):
        low, high = float(placed[axis].min()), float(placed[axis].max())
        members[axis] = (members[axis] - low) / ((high - low) or 1.0)
    return _apart(_middles(members))


def _middles(members: pd.DataFrame) -> pd.DataFrame:
    """The row nearest to the middle of each topic, with the topic's ``size``; the largest first."""
    groups = members.groupby("topic_id")
    across = members["x"] - groups["x"].transform("median")
    down = members["y"] - groups["y"].transform("median")
    rows = members.assign(far=across**2 + down**2, size=groups["passage_id"].transform("size"))
    rows = rows[rows["size"] >= LEAST_PASSAGES].sort_values(["topic_id", "far", "passage_id"])
    return rows.drop_duplicates("topic_id").sort_values(["size", "topic_id"], ascending=[False, True])


def _apart(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows whose names lie on no earlier one, with ``name`` and ``short``."""
    taken: list[_Box] = []
    kept = []
    for passage, x, y, label in zip(rows["passage_id"], rows["x"], rows["y"], rows["label"], strict=True):
        terms = str(label).split(" · ")
        name = " · ".join(terms[:TERMS])
        box = _Box(float(x), float(y), LETTER * len(name))
        if len(taken) < MOST_NAMES and not any(box.touches(other) for other in taken):
            taken.append(box)
            kept.append({"passage_id": passage, "name": name, "short": terms[0]})
    return pd.DataFrame(kept, columns=["passage_id", "name", "short"])
