"""Who was first, as far as dates and credits tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.earlier import Origin, Place, in_order, origin_of


def places(*dates: str | None) -> list[Place]:
    """One place a date, in articles a, b, c... of as many sources."""
    return [Place(name, name.upper(), date, 0, 9) for name, date in zip("abcdef", dates, strict=False)]


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (("2024-03-05", "2024-03-05T08:10"), "ba"),
        (("2024-03", "2024-03-31", None), "abc"),
        ((None, "2024", "2023-12-31"), "cba"),
        (("2024-03-05T10:00+02:00", "2024-03-05T09:00Z"), "ab"),
    ],
)
def test_a_time_goes_before_its_day(dates: tuple[str | None, ...], order: str) -> None:
    assert "".join(place.article_id for place in in_order(places(*dates))) == order


@pytest.mark.parametrize(
    ("dates", "origin"),
    [
        (("2024-03-05", "2024-03-06", "2024-03-09"), Origin("earlier", "a")),
        (("2024-03-06", "2024-03-05"), Origin("earlier", "b")),
        (("2024-03-05T08:00", "2024-03-05T08:11"), Origin("earlier", "a")),
        (("2024-03-05T08:00", "2024-03-05T08:10"), Origin("simultaneous")),
        (("2024-03-05T08:00", "2024-03-05T08:05", "2024-03-05"), Origin("unknown")),
        (("2024-03-05", "2024-03-05"), Origin("unknown")),
        (("2024-03", "2024-03-15"), Origin("unknown")),
        (("2024-03-05", None), Origin("unknown")),
        (("2024-03-05",), Origin("unknown")),
    ],
)
def test_the_origin(dates: tuple[str | None, ...], origin: Origin) -> None:
    assert origin_of(places(*dates)) == origin


def test_an_agency_stands_behind_all() -> None:
    assert origin_of(places("2024-03-05", "2024-03-06", None), "AFP") == Origin("common_source", agency="AFP")


@given(st.permutations(["2024-03-05T08:10", "2024-03-05", "2024-03", None]))
def test_the_order_of_places_changes_nothing(dates: list[str | None]) -> None:
    named = {date: Place(str(date), "X", date, 0, 1) for date in dates}
    assert [place.published for place in in_order([named[date] for date in dates])] == [
        "2024-03-05T08:10",
        "2024-03-05",
        "2024-03",
        None,
    ]
