"""The wordings of one statement or shared passage, equal ones joined, differences told word by word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.analysis.diff import Span, difference, word_keys
from dashboard.analysis.earlier import Place


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording and every place that has it, the first one being the one that is shown.

    ``edits`` are the words, as offsets into that article's text, that the first wording of all does not have; of
    two wordings the first has its own edits too. ``kept`` is the share of words (0..1) that stand in both.
    """

    places: tuple[Place, ...]
    edits: tuple[Span, ...]
    kept: float


def wordings(places: Sequence[Place], texts: Mapping[str, str]) -> list[Wording]:
    """The wordings in the order of their first place; the first of all is what the others are compared with."""
    found: dict[tuple[str, ...], list[Place]] = {}
    for place in places:
        found.setdefault(word_keys(_text(place, texts)), []).append(place)
    groups = list(found.values())
    if len(groups) == 2:
        return [_wording(groups[0], groups[1][0], texts), _wording(groups[1], groups[0][0], texts)]
    return [_wording(group, groups[0][0], texts) for group in groups]


def _wording(group: list[Place], other: Place, texts: Mapping[str, str]) -> Wording:
    shown = group[0]
    apart = difference(_text(shown, texts), _text(other, texts))
    edits = tuple((shown.start + start, shown.start + end) for start, end in apart.a)
    return Wording(tuple(group), edits, apart.kept)


def _text(place: Place, texts: Mapping[str, str]) -> str:
    return texts[place.article_id][place.start : place.end]
