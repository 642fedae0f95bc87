"""The names of topics on the map."""

from __future__ import annotations

import itertools
import random

import pandas as pd
import pytest

from dashboard.analysis.landmarks import EMPTY, HEIGHT, LETTER, MAP_HEIGHT, PADDING, ROOMS, Room, landmarks
from dashboard.tables import Analysis, conform
from tests.tiny import FIL, tiny_analysis

Spot = tuple[float, float, str]
WIDE, NARROW = ROOMS


def mapped(spots: list[Spot], labels: dict[str, str], level: str = "coarse") -> Analysis:
    """A corpus of one article with a passage at each spot (x, y, topic), and these topics."""
    analysis = tiny_analysis()
    ids = [f"{FIL}:{place:04d}" for place in range(len(spots))]
    places = range(len(spots))
    passages = pd.DataFrame({"passage_id": ids, "article_id": FIL, "start": places, "end": places}).assign(
        role="body", n_words=1, copy_of=None, x=[x for x, _, _ in spots], y=[y for _, y, _ in spots]
    )
    topics = pd.DataFrame({"topic_id": list(labels), "level": level, "label": list(labels.values())}).assign(
        terms="a", colour="#2166AC", n_passages=1, npmi=0.1
    )
    given = pd.DataFrame({"passage_id": ids, "topic_id": [topic for *_, topic in spots]}).assign(score=1.0)
    return analysis.with_tables(
        passages=conform("passages", passages),
        topics=conform("topics", topics),
        passage_topics=conform("passage_topics", given),
    )


def crowd(topics: int, size: int, seed: int) -> list[Spot]:
    draw = random.Random(seed)
    middles = [(draw.random(), draw.random()) for _ in range(topics)]
    return [
        (draw.gauss(x, 0.08), draw.gauss(y, 0.08), f"t{topic}")
        for topic, (x, y) in enumerate(middles) for _ in range(size)
    ]  # fmt: skip


def boxes(found: pd.DataFrame, spots: list[Spot], room: Room, width: float) -> list[tuple[float, float, float, float]]:
    """Left, right, top and bottom of each name, in pixels, on a map of this width."""
    xs, ys = [x for x, _, _ in spots], [y for _, y, _ in spots]
    made = []
    for row in found.to_dict("records"):
        text, dx, dy = (row[column] for column in room.columns)
        if text:
            x, y, _ = spots[int(row["passage_id"].rpartition(":")[2])]
            across = PADDING + (x - min(xs)) / (max(xs) - min(xs)) * (width - 2 * PADDING) + dx
            down = PADDING + (max(ys) - y) / (max(ys) - min(ys)) * (MAP_HEIGHT - 2 * PADDING) + dy
            half = LETTER * len(text) / 2
            made.append((across - half, across + half, down - HEIGHT / 2, down + HEIGHT / 2))
    return made


def test_a_name_stands_at_the_passage_in_the_middle_of_its_topic() -> None:
    spots = [(0, 0.5, "t1"), (0.2, 0.5, "t1"), (0.6, 0.5, "t1"), (1, 1, "t2"), (0.9, 0.9, "t2"), (0.8, 0, "t2")]
    found = landmarks(mapped(spots, {"t1": "musée · entrées · prix", "t2": "port"})).set_index("passage_id")
    named = found.loc[f"{FIL}:0001"]
    assert (named["name"], named["short"]) == ("musée · entrées", "musée")
    assert (named["short_dx"], named["short_dy"]) == (0.0, -17.0)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.column)
def test_a_name_hides_no_dot_where_there_is_room(room: Room) -> None:
    # Dots close above and below those of the topic: over and under it there is no room, beside it there is.
    wall = [(0.5 + step / 40, 0.5 + side / 25, "t2") for step in range(-4, 5) for side in (-2, -1, 1, 2)]
    spots: list[Spot] = [*[(0.5, 0.5, "t1")] * 3, *wall, (0.0, 0.0, "t3"), (1.0, 1.0, "t3")]
    found = landmarks(mapped(spots, {"t1": "port"}))
    for width in (room.narrowest, room.widest):
        ((left, right, top, bottom),) = boxes(found, spots, room, width)
        for x, y, _ in spots:
            across, down = PADDING + x * (width - 2 * PADDING), PADDING + (1 - y) * (MAP_HEIGHT - 2 * PADDING)
            assert not (left < across < right and top < down < bottom)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.column)
def test_no_name_lies_on_another_or_leaves_the_map_at_any_width(seed: int, room: Room) -> None:
    spots = crowd(16, 12, seed)
    labels = {f"t{topic}": f"{'long ' * (topic % 4)}terme {topic} · autre terme" for topic in range(16)}
    found = landmarks(mapped(spots, labels))
    assert 2 <= (found[room.column] != "").sum() <= room.most
    for width in range(room.narrowest, room.widest + 1, 30):
        drawn = boxes(found, spots, room, width)
        for left, right, top, bottom in drawn:
            assert left >= -0.01 and right <= width + 0.01 and top >= -0.01 and bottom <= MAP_HEIGHT + 0.01
        for one, two in itertools.combinations(drawn, 2):
            apart = one[1] <= two[0] + 0.01 or two[1] <= one[0] + 0.01
            assert apart or one[3] <= two[2] + 0.01 or two[3] <= one[2] + 0.01


def test_a_narrow_map_bears_fewer_and_shorter_names() -> None:
    labels = {f"t{topic}": f"Fédération internationale de natation · nage {topic}" for topic in range(12)}
    found = landmarks(mapped(crowd(12, 6, 3), labels))
    short = [name for name in found["short"] if name]
    assert 1 <= len(short) <= NARROW.most < (found["name"] != "").sum() <= WIDE.most
    assert all(name.startswith("nage") for name in short)


def test_small_topics_and_the_other_level_have_no_name() -> None:
    spots: list[Spot] = [(0, 0, "t1"), (1, 1, "t1"), (0.5, 0.1, "t2"), (0.6, 0.1, "t2"), (0.4, 0.1, "t2")]
    analysis = mapped(spots, {"t1": "port", "t2": "quai"}, "fine")
    assert landmarks(analysis).empty
    assert "quai" in set(landmarks(analysis, "fine")["name"])


def test_without_topics_or_places_there_is_no_name() -> None:
    for spots, labels in (([(0.0, 0.0, "t1")] * 3, {}), ([], {"t1": "port"}), ([(float("nan"), 0.0, "t1")] * 4, {})):
        found = landmarks(mapped(spots, labels))
        assert found.empty and list(found.columns) == ["passage_id", *EMPTY]
