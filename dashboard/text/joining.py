"""Names of one article joined: surnames to full names, acronyms to long forms, spellings to one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from dashboard.model import NameType
from dashboard.text.acronyms import could_abbreviate
from dashboard.text.clean import search_key
from dashboard.text.gazetteer import Found
from dashboard.text.words import Words

Passages = Sequence[tuple[Words, list[Found]]]

_PARTICLE_WORDS = "de du des d le la van von der den di da del el al ben"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())


def joined(passages: Passages) -> list[list[Found]]:
    """The names of each passage under one name each; the doubtful that nothing else in the article bears out left out.

    A listed name is never renamed, save to the person it is the surname of after a title.
    """
    surnames = _surnames(name for _, found in passages for name in found if name.certain)
    kept = _borne_out([found for _, found in passages], surnames)
    names = [name for found in kept for name in found]
    renamed = _acronyms(passages) | surnames
    spelled = _spellings(names, renamed)
    types = _types(names)
    return [[_settled(name, renamed, spelled, types) for name in found] for found in kept]


def _borne_out(passages: Iterable[list[Found]], surnames: Mapping[str, str]) -> list[list[Found]]:
    found = [list(names) for names in passages]
    sure = {name.name for names in found for name in names if name.certain} | surnames.keys()
    return [[name for name in names if name.certain or name.name in sure] for names in found]


def _surnames(names: Iterable[Found]) -> dict[str, str]:
    """Surname to full name, where only one person of the article bears it."""
    full = {name.name for name in names if name.type == "PER" and " " in name.name}
    by_surname: dict[str, set[str]] = {}
    for name in full:
        for surname in _surname_forms(name):
            by_surname.setdefault(surname, set()).add(name)
    return {surname: min(bearers) for surname, bearers in by_surname.items() if len(bearers) == 1}


def _surname_forms(name: str) -> set[str]:
    """The ways to print a surname: the last word, and from each particle or second word on."""
    words = name.split()
    forms = {words[-1]}
    for place in range(1, len(words)):
        if place == 1 or search_key(words[place]) in _PARTICLES:
            forms.add(" ".join(words[place:]))
    return {form for form in forms if form[0].isupper() or " " in form or "-" in form}


def _acronyms(passages: Passages) -> dict[str, str]:
    """Acronym to long form, where one stands in brackets behind the other: Autorité de sûreté nucléaire (ASN)."""
    pairs: dict[str, str] = {}
    for words, found in passages:
        for left, right in pairwise(found):
            between = words.folded[words.ends[left.stop - 1] + len(left.tail) : words.starts[right.first]]
            closed = words.folded.startswith(")", words.ends[right.stop - 1])
            if between != " (" or not closed:
                continue
            if could_abbreviate(right.name, left.name):
                pairs.setdefault(right.name, left.name)
            elif could_abbreviate(left.name, right.name):
                pairs.setdefault(left.name, right.name)
    return pairs


def _spellings(names: Sequence[Found], renamed: Mapping[str, str]) -> dict[str, str]:
    """Each unlisted name to the spelling that stands for all that differ in case, accents, hyphens and blanks alone."""
    by_key: dict[str, Counter[str]] = {}
    listed: dict[str, str] = {}
    for name in names:
        key = _key(name.name)
        if key not in by_key:
            by_key[key] = Counter()
        by_key[key][name.name] += 1
        if name.known:
            listed.setdefault(key, name.name)
    best = {key: listed.get(key) or _most_usual(counts) for key, counts in by_key.items()}
    return {name.name: best[_key(name.name)] for name in names if not name.known and name.name not in renamed}


def _most_usual(counts: Counter[str]) -> str:
    """The most frequent form; of several the one not all in capitals, then the first in the text."""
    if len(counts) == 1:
        return next(iter(counts))
    order = {form: place for place, form in enumerate(counts)}
    return min(counts, key=lambda form: (-counts[form], form.isupper(), order[form]))


@lru_cache(maxsize=1 << 16)
def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9+]", "", search_key(name)) or name


def _types(names: Iterable[Found]) -> dict[str, NameType]:
    """The type of each unlisted name that its mentions vote for, the surest kinds first where they tie."""
    votes: dict[str, Counter[NameType]] = {}
    for name in names:
        if name.name not in votes:
            votes[name.name] = Counter()
        votes[name.name][name.type] += 1 + name.certain + 18 * name.known
    order = ("PER", "LOC", "PRODUCT", "ORG")
    return {name: min(counts, key=lambda kind: (-counts[kind], order.index(kind))) for name, counts in votes.items()}


def _settled(
    name: Found,
    renamed: Mapping[str, str],
    spelled: Mapping[str, str],
    types: Mapping[str, NameType],
) -> Found:
    if name.known and not (name.type == "PER" and name.name in renamed):
        return name
    target = renamed.get(name.name) or spelled.get(name.name, name.name)
    kind = types.get(target, types.get(name.name, name.type))
    return name if (target, kind) == (name.name, name.type) else replace(name, name=target, type=kind)
