"""Phrases of two or three content words, chosen by French patterns and by how much their words attract each other.

Patterns: noun adjective, noun *de* noun (with or without an article), and those two joined. Association is
normalised pointwise mutual information (Bouma 2009).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.analysis.coded import Bools, Ints
from dashboard.analysis.units import ADJACENT, APART, OF, OF_THE, Units
from dashboard.analysis.wordroles import ADJECTIVE, NOUN
from dashboard.config.terms import TermSettings

# Adjectives that say of what kind a thing is (*réforme fiscale*), rather than what someone thinks of it.
_RELATIONAL = ("ique", "el", "al", "aire", "ien", "ais", "ois", "ain", "éen", "ier", "ilier", "iste", "cole")
_LINKED = pd.Series((" ", " de "), dtype="str")


@dataclass(frozen=True, slots=True)
class Candidates:
    """Sequences of units that a pattern takes, in the corpus's order, one array item each.

    ``phrase`` is a place in ``phrases``; ``first`` and ``last`` are places of units, both included; ``tight`` where
    no article parts them; ``particular`` where one mention is enough: two particular words of a tight pattern.
    """

    phrases: pd.Index[str]
    phrase: Ints
    first: Ints
    last: Ints
    tight: Bools
    particular: Bools

    def counts(self) -> Ints:
        """How often each of ``phrases`` stands in the corpus."""
        return np.bincount(self.phrase, minlength=len(self.phrases))


def candidates(units: Units, settings: TermSettings) -> Candidates:
    """Every sequence of units that a pattern takes, in order, those that ``never`` excludes left out."""
    general = units.keys_in(settings.general)
    steps = _steps(units, general, units.keys_in(settings.never))
    two = np.flatnonzero((units.kind == NOUN) & (steps > 0))
    three = two[steps[np.minimum(two + 1, len(steps) - 1)] > 0]
    keys = pd.Series(units.keys, dtype="str")
    texts, pairs = _joined((keys, keys), units.key[two], steps[two], units.key[two + 1])
    of_pair = pairs[np.searchsorted(two, three)]
    longer, triples = _joined((texts, keys), of_pair, steps[three + 1], units.key[three + 2])
    number, phrases = pd.factorize(pd.concat((texts, longer), ignore_index=True))
    barred = np.zeros(len(number), dtype=bool)
    barred[: len(texts)] = texts.isin(settings.never)
    phrase = np.concatenate((pairs, triples + len(texts)))
    first, last = np.concatenate((two, three)), np.concatenate((two + 1, three + 2))
    order = np.argsort(first * 2 + (last - first), kind="stable")
    order = order[~barred[phrase[order]]]
    phrase, first, last = number[phrase[order]], first[order], last[order]
    tight = (units.link[first + 1] != OF_THE) & (units.link[last] != OF_THE)
    particular = tight & (last == first + 1) & ~general[units.key[first]] & ~general[units.key[last]]
    relational = units.kind[last] == ADJECTIVE
    adjectives, which = np.unique(units.key[last[relational]], return_inverse=True)
    relational[relational] = np.array([units.keys[key].endswith(_RELATIONAL) for key in adjectives], dtype=bool)[which]
    return Candidates(phrases, phrase, first, last, tight, particular & ((units.link[last] == OF) | relational))


def _steps(units: Units, general: Bools, never: Bools) -> Ints:
    """How a phrase may go on from each unit to the next: 0 not at all, 1 at once, 2 with *de*.

    From and to a word that is no term none goes (*plupart des gens*).
    """
    steps = np.zeros(len(units.key), dtype=np.int64)
    kind, link, nouns = units.kind[1:], units.link[1:], units.kind[:-1] == NOUN
    fits = (kind == ADJECTIVE) | ((kind == NOUN) & nouns)
    steps[:-1][(link == ADJACENT) & fits & ~general[units.key[1:]]] = 1
    steps[:-1][(link != ADJACENT) & (link != APART) & (kind == NOUN)] = 2
    barred = never[units.key]
    steps[:-1][barred[:-1] | barred[1:]] = 0
    return steps


def _joined(
    texts: tuple[pd.Series[str], pd.Series[str]], begins: Ints, steps: Ints, follow: Ints
) -> tuple[pd.Series[str], Ints]:
    """The distinct texts of ``begins`` (places in the first of ``texts``), each with its step and what follows (places
    in the second), and which of them each is."""
    lefts, rights = texts
    n_keys = max(1, len(rights))
    codes, number = np.unique((begins * 2 + (steps - 1)) * n_keys + follow, return_inverse=True)
    left, right = codes // n_keys, codes % n_keys
    parts = lefts.take(left // 2), _LINKED.take(left % 2), rights.take(right)
    first, link, last = (part.reset_index(drop=True) for part in parts)
    return first + link + last, np.asarray(number, dtype=np.int64)


def chosen(units: Units, found: Candidates, settings: TermSettings) -> Bools:
    """Whether each phrase is a term: one particular mention, or enough of them and words that attract each other."""
    counts, words, n = found.counts(), np.bincount(units.key, minlength=len(units.keys)), len(found.phrases)
    kept = np.bincount(found.phrase[found.particular], minlength=n) > 0
    # The words of a phrase are those of its last tight mention, else of its first.
    mention = np.full(n, len(found.phrase), dtype=np.int64)
    np.minimum.at(mention, found.phrase, np.arange(len(found.phrase)))
    latest = np.full(n, -1, dtype=np.int64)
    np.maximum.at(latest, found.phrase[found.tight], np.flatnonzero(found.tight))
    mention = np.where(latest >= 0, latest, mention)
    total = len(units.key)
    for phrase in np.flatnonzero(~kept & (counts >= settings.phrase_count)).tolist():
        ends = found.first[mention[phrase]], found.last[mention[phrase]]
        left, right = (int(words[units.key[end]]) for end in ends)
        kept[phrase] = association(int(counts[phrase]), left, right, total) >= settings.association
    return np.asarray(kept)


def association(both: int, left: int, right: int, total: int) -> float:
    """Normalised pointwise mutual information of two words that stand together ``both`` times, -1..1."""
    if not both or both >= total:
        return 1.0 if both else -1.0
    joint = both / total
    return math.log(joint / ((left / total) * (right / total))) / -math.log(joint)


def absorb(found: Candidates, kept: Bools) -> Ints:
    """The places in ``found`` of the phrases taken, in order, none overlapping another: longer ones come first, then
    more frequent ones."""
    length, counts = found.last - found.first, found.counts()
    order = np.lexsort((found.first, -counts[found.phrase], -length))
    order = order[kept[found.phrase[order]]]
    taken = bytearray(int(found.last.max()) + 1 if len(found.last) else 0)
    result = []
    for place, first, last in zip(order.tolist(), found.first[order].tolist(), found.last[order].tolist(), strict=True):
        if not (taken[first] or taken[last] or taken[first + 1]):
            taken[first : last + 1] = b"\1" * (last + 1 - first)
            result.append(place)
    return np.sort(np.array(result, dtype=np.int64))
