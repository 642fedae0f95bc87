"""What topics learned before lend to those of a corpus that has since changed: groups, ids, names, colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import pandas as pd

from dashboard.analysis.topics.clusters import joined
from dashboard.analysis.topics.matrix import Floats, Ints

# Share of the passages that an earlier analysis must know for its topics to be kept as they are, and for new
# ones to be matched to them at all.
KNOWN = 0.7
MATCHED = 0.3
# A topic keeps its name while so much of it, and of the earlier one, is the same.
SAME = 0.6


class Learned(Protocol):
    """Topics learned before: an Analysis, or what ``topics_of`` gave."""

    @property
    def topics(self) -> pd.DataFrame:
        """The table ``topics``."""

    @property
    def passage_topics(self) -> pd.DataFrame:
        """The table ``passage_topics``."""


def earlier_topics(level: str, earlier: Learned | None, passages: Sequence[str]) -> dict[str, str]:
    """The earlier topic of each passage on a level; empty where it knows too few of these passages to tell."""
    if earlier is None or earlier.passage_topics.empty or not len(passages):
        return {}
    old = earlier.passage_topics
    old = old[old["topic_id"].str.startswith(level[0])]
    known = dict(zip(old["passage_id"].tolist(), old["topic_id"].tolist(), strict=True))
    share = sum(passage in known for passage in passages) / len(passages)
    return known if share >= MATCHED else {}


def knows_enough(earlier: pd.DataFrame, now: pd.DataFrame) -> bool:
    """Whether the earlier table ``passage_topics`` knows so many passages of the new one that its topics stayed."""
    here = set(now["passage_id"])
    return bool(here) and len(here & set(earlier["passage_id"])) / len(here) >= KNOWN


def kept_groups(rows: Floats, passages: Sequence[str], known: dict[str, str]) -> Ints | None:
    """The earlier groups, new passages in the nearest; None where too few passages are known to go by them."""
    topics = sorted({known[passage] for passage in passages if passage in known}) if known else []
    if len(topics) < 2:
        return None
    number = {topic: place for place, topic in enumerate(topics)}
    labels = np.array([number.get(known.get(passage, ""), -1) for passage in passages], dtype=np.int64)
    if (labels >= 0).mean() < KNOWN:
        return None
    return joined(labels, rows, len(topics))


def ids_of(labels: Ints, passages: Sequence[str], level: str, known: dict[str, str]) -> list[str]:
    """An id for each group in order; the group that shares most passages with an earlier topic takes its id."""
    taken: dict[int, str] = {}
    for (label, topic), _ in sorted(_shared(labels, passages, known).items(), key=lambda item: (-item[1], item[0])):
        if label not in taken and topic not in taken.values():
            taken[label] = topic
    used = {int(topic[1:]) for topic in known.values()}
    count = int(labels.max()) + 1
    free = (number for number in range(1, count + len(used) + 2) if number not in used)
    return [taken[label] if label in taken else f"{level[0]}{next(free)}" for label in range(count)]


def same_topics(labels: Ints, ids: Sequence[str], passages: Sequence[str], known: dict[str, str]) -> set[str]:
    """The ids of those topics that are much the same as the earlier ones of their id, and so keep their names.

    Compared are the passages that both analyses have: new ones and those that went change no name.
    """
    shared = _shared(labels, passages, known)
    here: dict[int, int] = {}
    there: dict[str, int] = {}
    for (label, topic), count in shared.items():
        here[label] = here.get(label, 0) + count
        there[topic] = there.get(topic, 0) + count
    found = set()
    for label, topic in enumerate(ids):
        both = shared.get((label, topic), 0)
        if both and both / (here[label] + there[topic] - both) >= SAME:
            found.add(topic)
    return found


def _shared(labels: Ints, passages: Sequence[str], known: dict[str, str]) -> dict[tuple[int, str], int]:
    """How many passages each group shares with each earlier topic."""
    shared: dict[tuple[int, str], int] = {}
    if not known:
        return shared
    for passage, label in zip(passages, labels.tolist(), strict=True):
        if passage in known:
            pair = (label, known[passage])
            shared[pair] = shared.get(pair, 0) + 1
    return shared
