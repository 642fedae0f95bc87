"""Phrases of two or three content words, chosen by French patterns and by how much their words attract each other.

Patterns: noun adjective, noun *de* noun (with or without an article), and those two joined. Association is
normalised pointwise mutual information (Bouma 2009).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dashboard.analysis.units import ADJACENT, ADJECTIVE, APART, NOUN, OF, OF_THE, Units
from dashboard.config.terms import TermSettings

# Adjectives that say of what kind a thing is (*réforme fiscale*), rather than what someone thinks of it.
_RELATIONAL = ("ique", "el", "al", "aire", "ien", "ais", "ois", "ain", "éen", "ier", "ilier", "iste", "cole")


class Candidate(NamedTuple):
    """Units ``first`` to ``last`` (included) of a document as one phrase; ``tight`` where no article parts them."""

    key: str
    first: int
    last: int
    tight: bool


def candidates(units: Units, settings: TermSettings) -> list[Candidate]:
    """Every sequence of units that a pattern takes, in order, those that ``never`` excludes left out."""
    keys, classes, links = units.keys, units.classes, units.links
    count = len(keys)
    found = []
    for place in range(count - 1):
        if links[place + 1] == APART or classes[place] != NOUN:
            continue
        first = _step(units, place, settings)
        if not first:
            continue
        key = f"{keys[place]} {first}"
        if key not in settings.never:
            found.append(Candidate(key, place, place + 1, links[place + 1] != OF_THE))
        if place + 2 < count and links[place + 2] != APART:
            tail = _step(units, place + 1, settings)
            if not tail and classes[place + 1] == ADJECTIVE and links[place + 2] != ADJACENT:
                tail = f"de {keys[place + 2]}" if classes[place + 2] == NOUN else ""
            if tail:
                tight = links[place + 1] != OF_THE and links[place + 2] != OF_THE
                found.append(Candidate(f"{key} {tail}", place, place + 2, tight))
    return found


def _step(units: Units, place: int, settings: TermSettings) -> str:
    """The next unit with its link, if a phrase may go on from ``place`` to it; else nothing."""
    key, kind, link = units.keys[place + 1], units.classes[place + 1], units.links[place + 1]
    if link == ADJACENT:
        allowed = kind == ADJECTIVE or (kind == NOUN and units.classes[place] == NOUN)
        return key if allowed and key not in settings.general else ""
    return f"de {key}" if link != APART and kind == NOUN else ""


def chosen(corpus: Sequence[tuple[Units, Sequence[Candidate]]], settings: TermSettings) -> dict[str, int]:
    """The phrases that are terms, with their counts in the corpus."""
    counts: Counter[str] = Counter()
    words: Counter[str] = Counter()
    parts: dict[str, tuple[str, str, bool]] = {}
    for units, found in corpus:
        words.update(units.keys)
        counts.update([candidate.key for candidate in found])
        for candidate in found:
            known = parts.get(candidate.key)
            if known is None or (candidate.tight and not known[2]):
                names_a_thing = candidate.tight and _names_a_thing(units, candidate, settings)
                parts[candidate.key] = (units.keys[candidate.first], units.keys[candidate.last], names_a_thing)
    total = sum(words.values())
    kept: dict[str, int] = {}
    for key, count in counts.items():
        left, right, names_a_thing = parts[key]
        often = count >= settings.phrase_count
        if names_a_thing or (often and association(count, words[left], words[right], total) >= settings.association):
            kept[key] = count
    return kept


def _names_a_thing(units: Units, candidate: Candidate, settings: TermSettings) -> bool:
    """Whether the phrase is one even where it stands once: two particular words of a tight pattern."""
    left, right = units.keys[candidate.first], units.keys[candidate.last]
    if candidate.last - candidate.first > 1 or left in settings.general or right in settings.general:
        return False
    return units.links[candidate.last] == OF or (
        units.classes[candidate.last] == ADJECTIVE and right.endswith(_RELATIONAL)
    )


def association(both: int, left: int, right: int, total: int) -> float:
    """Normalised pointwise mutual information of two words that stand together ``both`` times, -1..1."""
    if not both or both >= total:
        return 1.0 if both else -1.0
    joint = both / total
    return math.log(joint / ((left / total) * (right / total))) / -math.log(joint)


def absorb(found: Sequence[Candidate], kept: Mapping[str, int]) -> dict[int, Candidate]:
    """The phrases of a document by their first unit, none overlapping another: longer first, then more frequent."""
    order = [(c.first - c.last, -kept[c.key], c.first, c) for c in found if c.key in kept]
    order.sort()
    taken: set[int] = set()
    result: dict[int, Candidate] = {}
    for _, _, first, candidate in order:
        if first in taken or candidate.last in taken or first + 1 in taken:
            continue
        taken.update(range(first, candidate.last + 1))
        result[first] = candidate
    return result
