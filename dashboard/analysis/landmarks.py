"""Where on the map of passages the names of the topics stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.analysis.shares import counted_passages
from dashboard.tables import Analysis

Places = npt.NDArray[np.float64]

#: Smaller topics have no place of their own.
LEAST_PASSAGES = 3
SEPARATOR = " · "
#: Height of the map, and what it keeps free around the dots, in pixels.
MAP_HEIGHT, PADDING = 420, 16
#: A name's width for each character, its height, and how far a dot reaches from its middle, in pixels.
LETTER, HEIGHT, DOT = 7.4, 18.0, 6.0
# Dots are counted in squares of so many pixels.
CELL = 3
#: Terms of a topic's label that are written on a wide map; a narrow one bears the first of so few characters.
TERMS, SHORT = 2, 20
# A name may stand at one of so many passages, those nearest to the middle of its topic, over, under or beside it.
ANCHORS = 6
#: More dots than this hide one another, and every one of them is sent to the browser: so many are drawn.
MOST_DOTS = 1500
# A name moves this far (in pixels) from the middle of its topic rather than lie on one dot more.
PATIENCE = 40.0
# Maps of so many widths, from the narrowest to the widest of a room, are looked at.
WIDTHS = 7


@dataclass(frozen=True, slots=True)
class Room:
    """Maps between two widths in pixels: how many names they bear, and how those are written."""

    column: str
    narrowest: int
    widest: int
    most: int
    written: Callable[[list[str]], str]

    @property
    def columns(self) -> tuple[str, str, str]:
        """Of the text, and of how far to the right of its passage and below it that stands."""
        return self.column, f"{self.column}_dx", f"{self.column}_dy"


@dataclass(frozen=True, slots=True)
class _Topic:
    """The terms of a topic's name, and the passages nearest to its middle with their places (0..1)."""

    terms: list[str]
    passages: list[str]
    places: list[tuple[float, float]]


#: The text of the names on wide and on narrow maps is in the columns ``name`` and ``short``.
ROOMS = (
    Room("name", 620, 1240, 14, lambda terms: SEPARATOR.join(terms[:TERMS])),
    Room("short", 290, 619, 7, lambda terms: next((term for term in terms if len(term) <= SHORT), terms[0])),
)
#: What a passage without a name has in its columns.
EMPTY = {column: value for room in ROOMS for column, value in zip(room.columns, ("", 0.0, 0.0), strict=True)}


def landmarks(analysis: Analysis, level: str = "coarse") -> pd.DataFrame:
    """passage_id, and for wide (``name``) and narrow maps (``short``) a text with ``_dx`` and ``_dy``, largest first.

    A name stands at a passage near the middle of its topic (the median in x and y), so many pixels to the right of
    it and below; where it hides fewest dots, and never on another name, at any width of its maps. It is "" at the
    passage that bears only the other one. Topics of fewer than three placed passages, and those for which no place
    is left, have no name.
    """
    placed = counted_passages(analysis).dropna(subset=["x", "y"])[["passage_id", "x", "y"]].sort_values("passage_id")
    topics = analysis.topics.loc[analysis.topics["level"] == level, ["topic_id", "label"]]
    for axis in ("x", "y"):
        low, high = (float(edge) for edge in (placed[axis].min(), placed[axis].max())) if len(placed) else (0.0, 1.0)
        placed = placed.assign(**{axis: (placed[axis] - low) / ((high - low) or 1.0)})
    members = analysis.passage_topics[["passage_id", "topic_id"]].merge(placed, on="passage_id")
    anchors = _anchors(members.merge(topics, on="topic_id"))
    dots = placed[["x", "y"]].to_numpy()[:: max(-(-len(placed) // MOST_DOTS), 1)]
    rows: dict[str, dict[str, object]] = {}
    for room in ROOMS:
        for passage, *written in _written(anchors, dots, room):
            row = rows.setdefault(passage, {"passage_id": passage, **EMPTY})
            row.update(zip(room.columns, written, strict=True))
    return pd.DataFrame(list(rows.values()), columns=["passage_id", *EMPTY]).astype({"passage_id": "str"})


def _anchors(members: pd.DataFrame) -> list[_Topic]:
    """For each topic that is large enough, the largest first, the passages nearest to its middle."""
    groups = members.groupby("topic_id")
    across = members["x"] - groups["x"].transform("median")
    down = members["y"] - groups["y"].transform("median")
    rows = members.assign(far=across**2 + down**2, size=groups["passage_id"].transform("size"))
    rows = rows[rows["size"] >= LEAST_PASSAGES].sort_values(["topic_id", "far", "passage_id"])
    rows = rows[rows.groupby("topic_id").cumcount() < ANCHORS].sort_values(
        ["size", "topic_id"], ascending=[False, True], kind="stable"
    )
    found: dict[str, _Topic] = {}
    columns = (rows[name].tolist() for name in ("topic_id", "label", "passage_id", "x", "y"))
    for topic, label, passage, x, y in zip(*columns, strict=True):
        one = found.setdefault(topic, _Topic(label.split(SEPARATOR), [], []))
        one.passages.append(passage)
        one.places.append((x, y))
    return list(found.values())


def _written(anchors: list[_Topic], dots: Places, room: Room) -> list[tuple[str, str, float, float]]:
    """The names that find a place on the maps of a room: passage, text, pixels to its right and below it."""
    widths = np.linspace(room.narrowest, room.widest, WIDTHS)
    crowds = _crowds(dots, widths)
    taken: list[tuple[Places, float]] = []
    found: list[tuple[str, str, float, float]] = []
    for topic in anchors:
        if len(found) >= room.most:
            break
        text = room.written(topic.terms)
        width = LETTER * len(text)
        offsets = np.array(_offsets(width))
        at = _pixels(np.array(topic.places), widths)
        moves = (at[:, :, None, :] - at[:, :1, None, :] + offsets).reshape(len(widths), -1, 2)
        middles = moves + at[:, :1]
        cost = np.hypot(moves[0, :, 0], moves[0, :, 1]) / PATIENCE + _hidden(middles, width, crowds)
        cost[~_free(middles, width, taken, widths)] = np.inf
        best = int(cost.argmin())
        if np.isfinite(cost[best]):
            taken.append((middles[:, best], width))
            anchor, offset = divmod(best, len(offsets))
            found.append((topic.passages[anchor], text, float(offsets[offset, 0]), float(offsets[offset, 1])))
    return found


def _offsets(width: float) -> list[tuple[float, float]]:
    """Where a name's middle may be from its passage, in pixels to the right and below: over, under, beside it."""
    beside = round(width / 2 + DOT + 4)
    near = [(0, -17), (0, 17), (beside, 0), (-beside, 0)]
    far = [(dx, dy) for dy in (-30, 30) for dx in (0, beside / 2, -beside / 2)]
    return [(float(dx), float(dy)) for dx, dy in near + far]


def _pixels(places: Places, widths: Places) -> Places:
    """Places on the map (n x 2, 0..1, y upwards) in pixels at each width (widths x n x 2, y downwards)."""
    across = PADDING + places[None, :, 0] * (widths[:, None] - 2 * PADDING)
    down = PADDING + (1 - places[:, 1]) * (MAP_HEIGHT - 2 * PADDING)
    return np.stack([across, np.broadcast_to(down, across.shape)], axis=2)


def _crowds(dots: Places, widths: Places) -> list[Places]:
    """For each width, how many dots lie left of and above each corner of a grid of ``CELL`` pixels."""
    found = []
    for width, places in zip(widths, _pixels(dots, widths), strict=True):
        edges = [np.arange(0, end + 2 * CELL, CELL) for end in (width, MAP_HEIGHT)]
        counts = np.histogram2d(places[:, 0], places[:, 1], bins=edges)[0]
        found.append(np.pad(counts.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0))))
    return found


def _hidden(middles: Places, width: float, crowds: list[Places]) -> Places:
    """The most dots that a name of this width hides at any width of the map, for each place of its middle."""
    reach = np.array([width / 2 + DOT, HEIGHT / 2 + DOT])
    found = []
    for places, crowd in zip(middles, crowds, strict=True):
        ends = [np.clip(np.rint((places + side * reach) / CELL), 0, np.array(crowd.shape) - 1) for side in (-1, 1)]
        (left, top), (right, low) = (end.astype(int).T for end in ends)
        found.append(crowd[right, low] - crowd[left, low] - crowd[right, top] + crowd[left, top])
    return np.asarray(np.max(found, axis=0))


def _free(middles: Places, width: float, taken: list[tuple[Places, float]], widths: Places) -> npt.NDArray[np.bool_]:
    """Which places of a name are inside the map and on no other name, at every width between the two."""
    inside = (middles[..., 0] >= width / 2) & (middles[..., 0] <= widths[:, None] - width / 2)
    inside &= (middles[..., 1] >= HEIGHT / 2) & (middles[..., 1] <= MAP_HEIGHT - HEIGHT / 2)
    free = inside.all(axis=0)
    for other, its in taken:
        apart = middles - other[:, None, :]
        # Names move evenly as the map grows: in between they touch if they change sides.
        aside = (apart[..., 0].min(axis=0) >= (width + its) / 2) | (apart[..., 0].max(axis=0) <= -(width + its) / 2)
        free &= aside | (np.abs(apart[..., 1]) >= HEIGHT).all(axis=0)
    return np.asarray(free)
