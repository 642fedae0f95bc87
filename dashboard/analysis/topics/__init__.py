"""Topics: groups of passages learned from the corpus, coarse and fine, named by their terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.topics.clusters import communities, k_means, neighbours, refined
from dashboard.analysis.topics.matrix import Counts, Floats, Ints, counts_of, latent, weighted
from dashboard.analysis.topics.naming import coherence, ranked_terms
from dashboard.analysis.topics.places import places_of
from dashboard.config import Config
from dashboard.config.terms import TopicSettings
from dashboard.model import Document
from dashboard.tables import Analysis, conform, empty

PALETTE = (
    "#2166AC", "#B85C00", "#1B7F5C", "#8E4A9E", "#6F6A00", "#B23A48", "#0F7F8F", "#7A5230", "#B0447A", "#4A5A78",
    "#4F7A1E", "#6B7280",
)  # fmt: skip
SEPARATOR = " · "
N_TERMS = 10
# Share of passages that an earlier analysis must know for its topics to be kept.
KNOWN = 0.7


@dataclass(frozen=True, slots=True)
class Topics:
    """The tables ``topics`` and ``passage_topics``, and ``places`` (passage_id, x, y between -1 and 1)."""

    topics: pd.DataFrame
    passage_topics: pd.DataFrame
    places: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Space:
    """What clustering works on: rows that hold any term, their weights, counts and latent places."""

    passages: tuple[str, ...]
    counts: Any
    weights: Any
    rows: Floats
    columns: Ints


def topics_of(
    documents: Sequence[Document], passage_themes: pd.DataFrame, config: Config, earlier: Analysis | None = None
) -> Topics:
    """Coarse and fine topics of all passages that hold a term; a corpus too small for two groups has none.

    ``topic_id`` is c1, c2... (coarse) and f1, f2... (fine) by size; those of an ``earlier`` analysis keep their
    id and colour where they share most passages, and where most passages are known from it they stay in their
    topic, the others joining the nearest one. ``score`` is the cosine to the topic's centre.
    """
    settings = config.analysis.topics
    counts = counts_of(documents, config)
    space = space_of(counts, settings)
    if space is None:
        return Topics(empty("topics"), empty("passage_topics"), _no_places())
    graph = neighbours(space.rows, int(np.clip(np.sqrt(len(space.passages)), 3, 15)))
    topics, members = [], []
    coarse = None
    for level, resolution in (("coarse", settings.resolution_coarse), ("fine", settings.resolution_fine)):
        labels = _kept(space, level, earlier)
        if labels is None:
            labels = refined(communities(graph, resolution), space.counts, space.weights, settings.refine)
        labels = _by_size(labels)
        coarse = labels if coarse is None else coarse
        ids = _ids(labels, space.passages, level, earlier)
        topics.append(_topic_rows(counts, space, labels, ids, (level, settings)))
        members.append(_member_rows(space, labels, ids))
    places = places_of(space.rows, coarse if coarse is not None else np.zeros(len(space.passages), dtype=np.int64))
    shown = pd.DataFrame({"passage_id": space.passages, "x": places[:, 0], "y": places[:, 1]})
    table = conform("topics", _coloured(pd.concat(topics, ignore_index=True), earlier))
    return Topics(table, conform("passage_topics", pd.concat(members, ignore_index=True)), shown)


def grouped(documents: Sequence[Document], config: Config, k: int | None = None) -> dict[str, int]:
    """A group for each passage that holds a term: ``k`` groups by k-means, or as many as Leiden finds (coarse)."""
    settings = config.analysis.topics
    space = space_of(counts_of(documents, config), settings)
    if space is None:
        return {}
    if k is None:
        graph = neighbours(space.rows, int(np.clip(np.sqrt(len(space.passages)), 3, 15)))
        labels = communities(graph, settings.resolution_coarse)
    else:
        labels = k_means(space.rows, k)
    labels = _by_size(refined(labels, space.counts, space.weights, settings.refine))
    return dict(zip(space.passages, labels.tolist(), strict=True))


def named_groups(documents: Sequence[Document], config: Config, k: int) -> list[list[str]]:
    """The ten terms of each of ``k`` topics by k-means, the largest topic first; for measuring."""
    counts = counts_of(documents, config)
    space = space_of(counts, config.analysis.topics)
    if space is None:
        return []
    labels = _by_size(refined(k_means(space.rows, k), space.counts, space.weights, config.analysis.topics.refine))
    named = ranked_terms(space.counts, labels, N_TERMS)
    return [[counts.terms[space.columns[place]] for place in best] for best in named]


def space_of(counts: Counts, settings: TopicSettings) -> Space | None:
    """The space of a corpus; None where fewer than four passages share terms."""
    n = len(counts.passages)
    if n < 4 or not counts.terms:
        return None
    weights, columns = weighted(counts.matrix, 2 if n < 1000 else 5, 0.3)
    filled = np.flatnonzero(np.diff(weights.indptr) > 0)
    if len(filled) < 4 or len(columns) < 3:
        return None
    weights = weights[filled]
    kept = counts.matrix[filled]
    passages = tuple(counts.passages[place] for place in filled)
    return Space(
        passages, kept[:, columns], weights, latent(weights, min(settings.components, round(1.5 * n**0.5))), columns
    )


def _by_size(labels: Ints) -> Ints:
    """The labels numbered from 0, the largest group first, of equal ones that with the earliest passage."""
    groups, first, sizes = np.unique(labels, return_index=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    new = np.empty(int(groups.max()) + 1, dtype=np.int64)
    new[groups[order]] = np.arange(len(groups))
    return np.asarray(new[labels])


def _earlier_topics(level: str, earlier: Analysis | None) -> dict[str, str]:
    """The earlier topic of each passage on a level."""
    if earlier is None or earlier.passage_topics.empty:
        return {}
    old = earlier.passage_topics
    old = old[old["topic_id"].str.startswith(level[0])]
    return dict(zip(old["passage_id"], old["topic_id"], strict=True))


def _kept(space: Space, level: str, earlier: Analysis | None) -> Ints | None:
    """The earlier groups, new passages in the nearest; None where too few passages are known to go by them."""
    known = _earlier_topics(level, earlier)
    topics = sorted({known[passage] for passage in space.passages if passage in known})
    number = {topic: place for place, topic in enumerate(topics)}
    labels = np.array([number.get(known.get(passage, ""), -1) for passage in space.passages], dtype=np.int64)
    if len(topics) < 2 or (labels >= 0).mean() < KNOWN:
        return None
    centres = np.array([space.rows[labels == place].mean(axis=0) for place in range(len(topics))])
    centres /= np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-12)
    new = np.flatnonzero(labels < 0)
    labels[new] = (space.rows[new] @ centres.T).argmax(axis=1)
    return labels


def _ids(labels: Ints, passages: Sequence[str], level: str, earlier: Analysis | None) -> list[str]:
    """An id for each group in order; the group that shares most passages with an earlier topic takes its id."""
    count = int(labels.max()) + 1
    prefix = level[0]
    taken: dict[int, str] = {}
    known = _earlier_topics(level, earlier)
    shared: dict[tuple[int, str], int] = {}
    for passage, label in zip(passages, labels.tolist(), strict=True):
        if passage in known:
            pair = (label, known[passage])
            shared[pair] = shared.get(pair, 0) + 1
    for (label, topic), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if label not in taken and topic not in taken.values():
            taken[label] = topic
    used = {int(topic[1:]) for topic in known.values()}
    free = (number for number in range(1, count + len(used) + 2) if number not in used)
    return [taken[label] if label in taken else f"{prefix}{next(free)}" for label in range(count)]


def _topic_rows(
    counts: Counts, space: Space, labels: Ints, ids: Sequence[str], named: tuple[str, TopicSettings]
) -> pd.DataFrame:
    level, settings = named
    nouns = counts.nouns[space.columns]
    eligible = np.flatnonzero(nouns) if nouns.sum() >= N_TERMS else np.arange(len(nouns))
    matrix = space.counts[:, eligible]
    rows = []
    for label, (topic_id, best) in enumerate(zip(ids, ranked_terms(matrix, labels, N_TERMS), strict=True)):
        shown = [counts.shown[space.columns[eligible[place]]] for place in best]
        rows.append(
            {
                "topic_id": topic_id,
                "level": level,
                "label": SEPARATOR.join(shown[: settings.label_terms]) or topic_id,
                "terms": ";".join(shown),
                "colour": "",
                "n_passages": int((labels == label).sum()),
                "npmi": coherence(matrix, best),
            }
        )
    return pd.DataFrame(rows)


def _member_rows(space: Space, labels: Ints, ids: Sequence[str]) -> pd.DataFrame:
    scores = np.zeros(len(labels))
    for label in range(len(ids)):
        members = labels == label
        centre = space.rows[members].mean(axis=0)
        scores[members] = space.rows[members] @ (centre / max(float(np.linalg.norm(centre)), 1e-12))
    return pd.DataFrame(
        {
            "passage_id": space.passages,
            "topic_id": [ids[label] for label in labels.tolist()],
            "score": np.clip(scores, 0, 1).round(6),
        }
    )


def _coloured(topics: pd.DataFrame, earlier: Analysis | None) -> pd.DataFrame:
    """With colours: an earlier topic's own, else the palette's by the number in the id, round and round."""
    known = {} if earlier is None else dict(zip(earlier.topics["topic_id"], earlier.topics["colour"], strict=True))
    colours = [known.get(topic, PALETTE[(int(topic[1:]) - 1) % len(PALETTE)]) for topic in topics["topic_id"]]
    return topics.assign(colour=colours)


def _no_places() -> pd.DataFrame:
    return pd.DataFrame(
        {"passage_id": pd.Series(dtype="str"), "x": pd.Series(dtype="float64"), "y": pd.Series(dtype="float64")}
    )
