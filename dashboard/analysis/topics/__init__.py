"""Topics: groups of passages learned from the corpus, coarse and fine, named by their terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.topics.agreement import agreed
from dashboard.analysis.topics.clusters import communities, k_means, likeness, neighbours, refined, without_crumbs
from dashboard.analysis.topics.earlier import Learned, earlier_topics, ids_of, kept_groups, same_topics
from dashboard.analysis.topics.labels import N_TERMS, Nameables, nameables_of, names_of
from dashboard.analysis.topics.latent import latent, sample_of
from dashboard.analysis.topics.matrix import Counts, Floats, Ints, counts_of, weighted
from dashboard.analysis.topics.naming import coherence, ranked_terms
from dashboard.analysis.topics.places import places_of
from dashboard.config import Config
from dashboard.config.terms import TopicSettings
from dashboard.model import Document
from dashboard.tables import conform, empty

# No theme's colour: a topic is no theme.
NEUTRAL = "#5F6368"
SEPARATOR = " · "
# Groups are found among so many passages, the others join them; the map's dimensions are learned from more.
SAMPLE = 1500
LATENT_SAMPLE = 3000
# Up to so many passages one article more could turn a group: there several groupings must agree.
AGREED = 1000


@dataclass(frozen=True, slots=True)
class Topics:
    """The tables ``topics`` and ``passage_topics``, and ``places`` (passage_id, x, y between -1 and 1)."""

    topics: pd.DataFrame
    passage_topics: pd.DataFrame
    places: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Space:
    """What clustering works on: rows that hold any term (``kept``, places in the counts), weights, latent places."""

    passages: tuple[str, ...]
    kept: Ints
    counts: Any
    weights: Any
    rows: Floats
    columns: Ints


def topics_of(
    documents: Sequence[Document], terms: pd.DataFrame, config: Config, earlier: Learned | None = None
) -> Topics:
    """Coarse and fine topics of all passages that hold a term; a corpus too small for two groups has none.

    ``topic_id`` is c1, c2... (coarse) and f1, f2... (fine) by size; those of an ``earlier`` analysis keep their
    id, name and colour where they share most passages, and where most passages are known from it they stay in
    their topic, the others joining the nearest one. ``score`` is the cosine to the topic's centre. The table
    ``terms`` tells which words stand mostly in one phrase, which is then named whole; it may be empty.
    """
    settings = config.analysis.topics
    counts = counts_of(documents, config)
    space = space_of(counts, settings)
    if space is None:
        return Topics(empty("topics"), empty("passage_topics"), _no_places())
    nameables = nameables_of(counts, space.kept, documents, terms, config)
    topics, members = [], []
    if not any(earlier_topics(level, earlier, space.passages) for level in ("coarse", "fine")):
        earlier = None
    learned: tuple[Ints, Any] | None = None
    coarse = np.zeros(len(space.passages), dtype=np.int64)
    for level, resolution in (("coarse", settings.resolution_coarse), ("fine", settings.resolution_fine)):
        known = earlier_topics(level, earlier, space.passages)
        labels = kept_groups(space.rows, space.passages, known)
        if labels is None:
            learned = learned or learned_graph(space)
            labels = found_groups(space, learned, resolution, settings)
        labels = _by_size(labels)
        coarse = labels if level == "coarse" else coarse
        ids = ids_of(labels, space.passages, level, known)
        table = _topic_rows(nameables, labels, ids, (level, settings.label_terms))
        topics.append(_named_as_before(table, same_topics(labels, ids, space.passages, known), earlier))
        members.append(_member_rows(space, labels, ids))
    places = places_of(space.rows, coarse)
    map_places = pd.DataFrame({"passage_id": space.passages, "x": places[:, 0], "y": places[:, 1]})
    table = conform("topics", _coloured(pd.concat(topics, ignore_index=True), earlier))
    return Topics(table, conform("passage_topics", pd.concat(members, ignore_index=True)), map_places)


def learned_graph(space: Space) -> tuple[Ints, Any]:
    """The places of the passages that groups are learned from, and the graph of neighbours (sparse) among them."""
    sample = sample_of(space.passages, SAMPLE)
    return sample, neighbours(likeness(space.weights[sample]), int(np.clip(np.sqrt(len(sample)), 3, 12)))


def found_groups(space: Space, learned: tuple[Ints, Any], resolution: float, settings: TopicSettings) -> Ints:
    """A group for each passage of the space, found on the graph of the sampled ones (``learned``: sample, graph)."""
    sample, graph = learned
    if len(sample) <= AGREED:
        resolution = max(resolution, settings.resolution_small)
        graph = agreed(graph, [space.passages[place].rpartition(":")[0] for place in sample], resolution)
    groups = without_crumbs(communities(graph, resolution), space.rows[sample], 3 if len(sample) > 30 else 2)
    labels = np.full(len(space.passages), -1, dtype=np.int64)
    labels[sample] = groups
    return refined(labels, space.counts, space.weights, settings.refine)


def grouped(documents: Sequence[Document], config: Config, k: int | None = None, seed: int = 0) -> dict[str, int]:
    """A group for each passage that holds a term: ``k`` groups by k-means, or as many as are found (coarse).

    ``seed`` draws the beginnings of k-means; without ``k`` it changes nothing.
    """
    settings = config.analysis.topics
    space = space_of(counts_of(documents, config), settings)
    if space is None:
        return {}
    if k is None:
        found = found_groups(space, learned_graph(space), settings.resolution_coarse, settings)
    else:
        found = refined(k_means(space.rows, k, seed), space.counts, space.weights, settings.refine)
    return dict(zip(space.passages, _by_size(found).tolist(), strict=True))


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
    passages = tuple(counts.passages[place] for place in filled)
    size = min(settings.components, round(1.5 * n**0.5))
    rows = latent(weights, size, sample_of(passages, LATENT_SAMPLE))
    return Space(passages, filled, counts.matrix[filled][:, columns], weights, rows, columns)


def _by_size(labels: Ints) -> Ints:
    """The labels numbered from 0, the largest group first, of equal ones that with the earliest passage."""
    groups, first, sizes = np.unique(labels, return_index=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    new = np.empty(int(groups.max()) + 1, dtype=np.int64)
    new[groups[order]] = np.arange(len(groups))
    return np.asarray(new[labels])


def _topic_rows(nameables: Nameables, labels: Ints, ids: Sequence[str], named: tuple[str, int]) -> pd.DataFrame:
    level, count = named
    shown, by_term = nameables.shown, nameables.matrix.tocsc()
    found = names_of(nameables, labels, count)
    return pd.DataFrame(
        {
            "topic_id": topic_id,
            "level": level,
            "label": SEPARATOR.join(shown[column] for column in found[label].name) or topic_id,
            "terms": ";".join(shown[column] for column in found[label].terms),
            "colour": "",
            "n_passages": int((labels == label).sum()),
            "npmi": coherence(by_term, found[label].terms),
        }
        for label, topic_id in enumerate(ids)
    )


def _named_as_before(topics: pd.DataFrame, same: set[str], earlier: Learned | None) -> pd.DataFrame:
    """With the earlier label and terms for the topics in ``same``."""
    if earlier is None or not same:
        return topics
    old = earlier.topics.set_index("topic_id")
    mine = topics["topic_id"].isin(same & set(old.index))
    kept = {name: topics["topic_id"].map(old[name]).where(mine, topics[name]) for name in ("label", "terms")}
    return topics.assign(**kept)


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


def _coloured(topics: pd.DataFrame, earlier: Learned | None) -> pd.DataFrame:
    """With colours: an earlier topic's own, else the neutral one."""
    known = {} if earlier is None else dict(zip(earlier.topics["topic_id"], earlier.topics["colour"], strict=True))
    colours = [known.get(topic, NEUTRAL) for topic in topics["topic_id"]]
    return topics.assign(colour=colours)


def _no_places() -> pd.DataFrame:
    return pd.DataFrame(
        {"passage_id": pd.Series(dtype="str"), "x": pd.Series(dtype="float64"), "y": pd.Series(dtype="float64")}
    )
