"""Which place a click asks for, and that its mark is drawn there alone."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

from dashboard.views import arrival, navigate


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A session of its own, at the address that a test sets."""

    class Address(dict[str, str]):
        def from_dict(self, params: dict[str, list[str]]) -> None:
            self.clear()
            self.update({key: values[0] for key, values in params.items()})

    fake = SimpleNamespace(session_state={}, query_params=Address())
    monkeypatch.setattr(arrival, "st", fake)
    monkeypatch.setattr(navigate, "st", fake)
    return fake


@pytest.mark.parametrize(
    ("view", "params", "place"),
    [
        ("terms", {"term": "usine", "by": "le-fil"}, "term"),
        ("terms", {"source": "le-fil"}, ""),
        ("themes", {"show": "layoffs", "when": "2024-03"}, "show"),
        ("themes", {"topic": "c1"}, "topic"),
        ("themes", {"edit": "topic", "topic": "c1"}, arrival.TOP),
        ("articles", {"article": "a.txt"}, ""),
    ],
)
def test_the_address_names_the_place(view: str, params: dict[str, str], place: str) -> None:
    assert arrival.place_of(view, params) == place


def test_the_place_of_a_link_that_was_opened_is_wanted_far_from_the_click(session: SimpleNamespace) -> None:
    session.query_params.update(view="terms", term="usine")
    assert re.fullmatch(r' data-arrive="\d+" data-far', arrival.mark("term"))
    assert arrival.mark("name") == "" and arrival.mark(arrival.TOP) == ""


def test_the_mark_stays_the_same_until_the_next_click(session: SimpleNamespace) -> None:
    session.query_params.update(view="terms")
    assert arrival.mark("term") == ""
    navigate.follow("?view=terms&term=usine")
    first = arrival.mark("term")
    assert "data-far" not in first and arrival.mark("term") == first
    navigate.follow("?view=terms&term=usine")
    assert arrival.mark("term") not in ("", first)


def test_another_view_begins_at_its_head(session: SimpleNamespace) -> None:
    session.query_params.update(view="themes", show="layoffs")
    navigate.follow("?view=figures")
    assert "data-far" in arrival.mark(arrival.TOP) and arrival.mark("show") == ""
    navigate.follow("?view=figures&claim=c1")
    assert arrival.mark(arrival.TOP) == ""


def test_a_link_of_others_asks_for_nothing(session: SimpleNamespace) -> None:
    session.query_params.update(view="terms")
    navigate.follow("https://fil.example/?view=terms&term=usine")
    assert arrival.mark("term") == ""
