"""Topics that keep their numbers, names and colours while the corpus of the app grows or shrinks.

What is learned from a corpus for the first time, or anew because too much of it has changed, is its *ground*, kept
on the shelf under the corpus's place. As long as most passages are known from the ground its topics stay, whatever
came and went in between: what is shown depends on the ground and the corpus alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from dashboard.analysis.topics.earlier import knows_enough
from dashboard.config import digest
from dashboard.pipeline.work import Stage, Tables, Work

_MADE = ("made_for", "made_as")


class Shelf(Protocol):
    """Where the tables of finished stages are kept between runs."""

    def get(self, stage: str, key: str, names: tuple[str, ...]) -> Tables | None:
        """The stage's tables made under ``key``; None if there are none that can be read."""

    def put(self, stage: str, key: str, tables: Tables) -> None:
        """Keeps the stage's tables under ``key``."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """The tables of the stage, the key of the input they were learned from, and their own key."""

    tables: Tables
    made_for: str
    made_as: str


def on_ground(work: Work, stage: Stage, key: str, place: tuple[Shelf, str]) -> tuple[Tables, str]:
    """The stage's tables and their key, by what was learned before at the ``place`` (shelf, key of the ground).

    ``key`` is that of the stage's input; without a ground the tables are those that it alone gives.
    """
    shelf, at = place
    ground = _ground(stage, shelf, at)
    if ground is not None and ground.made_for == key:
        return ground.tables, ground.made_as
    made_as = key if ground is None else digest(key, ground.made_as)
    work.earlier = None if ground is None else ground.tables
    found = shelf.get(stage.name, made_as, stage.makes)
    if found is None:
        found = stage.run(work)
        shelf.put(stage.name, made_as, found)
    work.earlier = None
    if ground is None or not knows_enough(ground.tables["passage_topics"], found["passage_topics"]):
        made = pd.DataFrame({"made_for": [key], "made_as": [made_as]})
        shelf.put("ground", at, {**found, "made": made})
    return found, made_as


def _ground(stage: Stage, shelf: Shelf, at: str) -> _Ground | None:
    found = shelf.get("ground", at, (*stage.makes, "made"))
    if found is None:
        return None
    made = found.pop("made")
    if tuple(made.columns) != _MADE or len(made) != 1:
        return None
    return _Ground(found, str(made["made_for"].iloc[0]), str(made["made_as"].iloc[0]))
