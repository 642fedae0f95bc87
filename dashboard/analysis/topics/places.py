"""A place on the plane for each passage, topics apart from one another."""

from __future__ import annotations

import numpy as np

from dashboard.analysis.topics.matrix import Floats, Ints


def places_of(rows: Floats, labels: Ints) -> Floats:
    """Places (n x 2) between -1 and 1, deterministic.

    The topics' centres stand by classical scaling of their cosine distances and are pushed apart until their
    discs, as large as their passages need, no longer overlap; inside its disc a passage stands by its two first
    principal components.
    """
    topics = np.unique(labels)
    centres = np.array([_unit(rows[labels == topic].mean(axis=0)) for topic in topics])
    radii = np.sqrt(np.array([(labels == topic).sum() for topic in topics]) / max(len(labels), 1))
    spread = _apart(_scaled(centres), radii)
    places = np.zeros((len(labels), 2))
    for number, topic in enumerate(topics):
        members = labels == topic
        places[members] = spread[number] + radii[number] * 0.9 * _disc(rows[members])
    reach = np.abs(places).max()
    return np.asarray((places / reach if reach > 0 else places).round(4)) + 0.0


def _unit(row: Floats) -> Floats:
    length = float(np.linalg.norm(row))
    return row / length if length > 0 else row


def _scaled(centres: Floats) -> Floats:
    """Two dimensions whose distances follow the cosine distances (classical scaling, Torgerson 1952)."""
    n = len(centres)
    if n < 2:
        return np.zeros((n, 2))
    squared = (2 - 2 * np.clip(centres @ centres.T, -1, 1)) ** 1.0
    centring = np.eye(n) - 1 / n
    values, vectors = np.linalg.eigh(-0.5 * centring @ squared @ centring)
    best = np.argsort(-values)[:2]
    found = vectors[:, best] * np.sqrt(np.clip(values[best], 0, None))
    return _signed(np.pad(found, ((0, 0), (0, 2 - found.shape[1]))))


def _signed(columns: Floats) -> Floats:
    """Each column turned so that its largest entry is positive, since eigenvectors have no sign of their own."""
    if not columns.size:
        return columns
    largest = columns[np.abs(columns).argmax(axis=0), np.arange(columns.shape[1])]
    return columns * np.where(largest < 0, -1.0, 1.0)


def _apart(centres: Floats, radii: Floats, rounds: int = 300) -> Floats:
    """The centres moved away from each other until discs of these radii do not overlap."""
    n = len(centres)
    if n < 2:
        return centres
    angles = 2 * np.pi * np.arange(n) / max(n, 1)
    found = centres + 1e-3 * np.column_stack([np.cos(angles), np.sin(angles)])
    wanted = (radii[:, None] + radii[None, :]) * 1.1
    for _ in range(rounds):
        gaps = found[:, None, :] - found[None, :, :]
        distance = np.sqrt((gaps**2).sum(axis=2)) + np.eye(n)
        lack = np.clip(wanted - distance, 0, None) * (1 - np.eye(n))
        if lack.max() < 1e-3:
            break
        found = found + 0.5 * (gaps / distance[:, :, None] * lack[:, :, None]).sum(axis=1)
    return found


def _disc(rows: Floats) -> Floats:
    """Places inside the unit disc by the first two principal components."""
    n = len(rows)
    if n == 1:
        return np.zeros((1, 2))
    centred = rows - rows.mean(axis=0)
    # The axes of the covariance: as wide as the space, however many passages there are.
    _, axes = np.linalg.eigh(centred.T @ centred)
    found = _signed(centred @ axes[:, ::-1][:, :2])
    found = np.pad(found, ((0, 0), (0, 2 - found.shape[1])))
    length = np.sqrt((found**2).sum(axis=1))
    if length.max() <= 1e-9:
        angles = 2 * np.pi * np.arange(n) / n
        return 0.5 * np.column_stack([np.cos(angles), np.sin(angles)])
    ranks = np.argsort(np.argsort(length, kind="stable"), kind="stable")
    even = np.sqrt((ranks + 0.5) / n)
    return np.asarray(found / np.maximum(length, 1e-12)[:, None] * even[:, None])
