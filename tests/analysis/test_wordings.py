"""Wordings of one statement."""

from __future__ import annotations

from dashboard.analysis.earlier import Place
from dashboard.analysis.wordings import wordings

TEXTS = {
    "a": "On dit : nous restons ici.",
    "b": "Nous restons ICI, paraît-il",
    "c": "nous restons là",
    "d": "ils partent demain",
}


def place(name: str, text: str) -> Place:
    start = TEXTS[name].index(text)
    return Place(name, name.upper(), None, start, start + len(text))


ALL = [place("a", "nous restons ici"), place("b", "Nous restons ICI"), place("c", "nous restons là")]


def test_equal_wordings_are_one_whatever_their_case() -> None:
    found = wordings(ALL, TEXTS)
    assert [[one.source for one in wording.places] for wording in found] == [["A", "B"], ["C"]]


def test_two_wordings_are_marked_on_both_sides() -> None:
    first, second = wordings(ALL, TEXTS)
    assert [TEXTS["a"][start:end] for start, end in first.edits] == ["ici"]
    assert [TEXTS["c"][start:end] for start, end in second.edits] == ["là"]
    assert second.kept == 2 / 3


def test_of_more_wordings_the_first_is_the_measure() -> None:
    first, second, third = wordings([*ALL, place("d", "ils partent demain")], TEXTS)
    assert first.edits == () and second.kept == 2 / 3
    assert [TEXTS["d"][start:end] for start, end in third.edits] == ["ils partent demain"]


def test_no_place_no_wording() -> None:
    assert wordings([], TEXTS) == []
