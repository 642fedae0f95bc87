"""The map of passages."""

from __future__ import annotations

import numpy as np

from dashboard.analysis.topics.places import places_of


def rows(n: int, groups: int) -> tuple[np.ndarray, np.ndarray]:
    labels = np.arange(n) % groups
    found = np.eye(groups)[labels] + 0.05 * np.sin(np.arange(n * groups).reshape(n, groups))
    return found / np.linalg.norm(found, axis=1, keepdims=True), labels


def test_topics_stand_apart() -> None:
    points, labels = rows(60, 4)
    places = places_of(points, labels)
    centres = np.array([places[labels == topic].mean(axis=0) for topic in range(4)])
    nearest = np.linalg.norm(places[:, None] - centres[None], axis=2).argmin(axis=1)
    assert (nearest == labels).mean() > 0.9


def test_places_are_within_the_square_and_the_same_each_time() -> None:
    points, labels = rows(31, 3)
    places = places_of(points, labels)
    assert np.abs(places).max() <= 1 and (places == places_of(points, labels)).all()


def test_one_topic_one_passage_and_equal_passages() -> None:
    assert places_of(np.array([[1.0, 0.0]]), np.array([0])).tolist() == [[0.0, 0.0]]
    equal = places_of(np.tile([1.0, 0.0], (5, 1)), np.zeros(5, dtype=np.int64))
    assert np.isfinite(equal).all() and len(np.unique(equal, axis=0)) == 5
