"""How many independent texts stand behind the articles, and what counts where copies are counted once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.earlier import Place, in_order
from dashboard.tables import Analysis


@dataclass(frozen=True, slots=True)
class Copies:
    """Articles that print nearly the same text: their places span the whole texts, in the order of their dates."""

    group_id: str
    places: tuple[Place, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources, each once, in the order of the places."""
        return tuple(dict.fromkeys(place.source for place in self.places))


def with_copies(articles: pd.DataFrame) -> pd.Series[str]:
    """The ``duplicate_group`` of each article where exact copies, which nothing else compares, join their original.

    None where an article is alone; a group that only copies make is named after their original.
    """
    original = articles["duplicate_of"].fillna(articles["article_id"])
    known = dict(zip(articles["article_id"], articles["duplicate_group"], strict=True))
    group = articles["duplicate_group"].fillna(original.map(known))
    return group.mask(group.isna() & original.duplicated(keep=False), original).rename("duplicate_group")


def n_origins(articles: pd.DataFrame) -> int:
    """How many independent texts the articles make: those of one near-duplicate group are one."""
    return int(articles["duplicate_group"].fillna(articles["article_id"]).nunique())


def copy_groups(articles: pd.DataFrame) -> list[Copies]:
    """The groups of near-duplicates among the articles, the largest first; an article alone makes none."""
    grouped = articles.dropna(subset=["duplicate_group"]).groupby("duplicate_group", sort=True)
    found = [_copies(str(group_id), rows) for group_id, rows in grouped if len(rows) > 1]
    return sorted(found, key=lambda group: (-len(group.places), group.group_id))


def counted(analysis: Analysis, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows (of a table with passage_id) that count: all, or those of no copy where copies are counted once."""
    return rows[rows["passage_id"].isin(analysis.passages["passage_id"])]


def passage_origins(analysis: Analysis) -> dict[str, str]:
    """passage_id to that of the earliest passage it repeats, its own for all others; of the passages that count."""
    passages = analysis.passages
    origin = passages["copy_of"].fillna(passages["passage_id"])
    return dict(zip(passages["passage_id"].tolist(), origin.tolist(), strict=True))


def independent(holders: Iterable[tuple[str, str]], origins: Mapping[str, str]) -> int:
    """How many of the sources stand for themselves, of (source, passage_id) pairs: those that print one passage,
    or copies of it, are one. A passage without an origin is a copy that is counted elsewhere.
    """
    group: dict[str, str] = {}

    def root(name: str) -> str:
        while group.setdefault(name, name) != name:
            name = group[name]
        return name

    sources = set()
    for source, passage in holders:
        if passage in origins:
            sources.add(f"source {source}")
            group[root(f"source {source}")] = root(f"passage {origins[passage]}")
    return len({root(source) for source in sources})


def _copies(group_id: str, rows: pd.DataFrame) -> Copies:
    published = [value if isinstance(value, str) else None for value in rows["published"]]
    columns = zip(rows["article_id"], rows["source"], published, rows["text"], strict=True)
    places = in_order([Place(str(article), str(source), date, 0, len(text)) for article, source, date, text in columns])
    return Copies(group_id, places)
