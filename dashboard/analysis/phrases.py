"""Phrases of two or three content words, chosen by French patterns and by how much their words attract each other.

Patterns: noun adjective, noun *de* noun (with or without an article), and those two joined. Association is
normalised pointwise mutual information (Bouma 2009).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.analysis.units import ADJACENT, ADJECTIVE, APART, NAME, NOUN, OF, OF_THE, Units
from dashboard.config.terms import TermSettings


@dataclass(frozen=True, slots=True)
class Candidate:
    """Units ``first`` to ``last`` (included) of a document as one phrase; ``tight`` where no article parts them."""

    key: str
    first: int
    last: int
    tight: bool


def candidates(units: Units, settings: TermSettings) -> Iterator[Candidate]:
    """Every sequence of units that a pattern takes, in order, those that ``never`` excludes left out."""
    count = len(units.keys)
    for place in range(count - 1):
        if units.classes[place] not in (NOUN,):
            continue
        first = _step(units, place, settings)
        if first is None:
            continue
        key = f"{units.keys[place]} {first}"
        if key not in settings.never:
            yield Candidate(key, place, place + 1, units.links[place + 1] != OF_THE)
        if place + 2 < count and units.links[place + 2] != APART:
            second = _step(units, place + 1, settings)
            if second is not None or (units.classes[place + 1] == ADJECTIVE and _follows(units, place + 2)):
                tail = second or _joined(units, place + 2)
                tight = OF_THE not in units.links[place + 1 : place + 3]
                yield Candidate(f"{key} {tail}", place, place + 2, tight)


def _step(units: Units, place: int, settings: TermSettings) -> str | None:
    """The next unit with its link, if a phrase may go on from ``place`` to it."""
    following = place + 1
    link = units.links[following]
    if link == APART or units.classes[following] not in (NOUN, ADJECTIVE, NAME):
        return None
    if link == ADJACENT:
        is_adjective = units.classes[following] == ADJECTIVE
        allowed = is_adjective or (units.classes[following] == NOUN and units.classes[place] == NOUN)
        return units.keys[following] if allowed and units.keys[following] not in settings.general else None
    if units.classes[following] != NOUN:
        return None
    return _joined(units, following)


def _joined(units: Units, place: int) -> str:
    return units.keys[place] if units.links[place] == ADJACENT else f"de {units.keys[place]}"


def _follows(units: Units, place: int) -> bool:
    return units.links[place] in (OF, OF_THE) and units.classes[place] == NOUN


def chosen(corpus: Sequence[tuple[Units, Sequence[Candidate]]], settings: TermSettings) -> dict[str, int]:
    """The phrases that are terms, with their counts in the corpus."""
    counts: Counter[str] = Counter()
    words: Counter[str] = Counter()
    parts: dict[str, tuple[str, str]] = {}
    tight: Counter[str] = Counter()
    relational: dict[str, bool] = {}
    for units, found in corpus:
        words.update(units.keys)
        for candidate in found:
            counts[candidate.key] += 1
            tight[candidate.key] += candidate.tight
            if candidate.key not in parts:
                parts[candidate.key] = (units.keys[candidate.first], units.keys[candidate.last])
                relational[candidate.key] = _is_relational(units, candidate, settings)
    total = sum(words.values())
    kept: dict[str, int] = {}
    for key, count in counts.items():
        left, right = parts[key]
        bound = association(count, words[left], words[right], total)
        often = count >= settings.phrase_count and bound >= settings.association
        if often or (relational[key] and tight[key]):
            kept[key] = count
    return kept


def _is_relational(units: Units, candidate: Candidate, settings: TermSettings) -> bool:
    """Whether the phrase names a thing even where it stands once: two particular words of a tight pattern."""
    if candidate.last - candidate.first > 1:
        return False
    left, right = units.keys[candidate.first], units.keys[candidate.last]
    if left in settings.general or right in settings.general:
        return False
    if units.links[candidate.last] == OF:
        return True
    return units.classes[candidate.last] == ADJECTIVE


def association(both: int, left: int, right: int, total: int) -> float:
    """Normalised pointwise mutual information of two words that stand together ``both`` times, -1..1."""
    if not both or both >= total:
        return 1.0 if both else -1.0
    joint = both / total
    return math.log(joint / ((left / total) * (right / total))) / -math.log(joint)


def absorb(units: Units, found: Sequence[Candidate], kept: Mapping[str, int]) -> list[Candidate]:
    """The phrases of a document, none overlapping another: the longer first, then the more frequent."""
    order = sorted(
        (candidate for candidate in found if candidate.key in kept),
        key=lambda candidate: (candidate.first - candidate.last, -kept[candidate.key], candidate.first),
    )
    taken: set[int] = set()
    result = []
    for candidate in order:
        places = range(candidate.first, candidate.last + 1)
        if taken.isdisjoint(places):
            taken.update(places)
            result.append(candidate)
    return sorted(result, key=lambda candidate: candidate.first)
