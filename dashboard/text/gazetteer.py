"""Finds the names and descriptions of ``config/entities.toml`` among the words of a text."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from dashboard.config.entities import Entities, Guard
from dashboard.model import NameType
from dashboard.text.clean import fold
from dashboard.text.tokens import spans_of
from dashboard.text.words import Words, bare, is_capital, is_common_word


@dataclass(frozen=True, slots=True)
class Entry:
    """One spelling or description as words.

    ``tail`` is what follows the last word (``+`` in Canal+); where ``after`` holds words, one stands right before.
    """

    words: tuple[str, ...]
    tail: str
    spelling: str
    name: str
    type: NameType
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A name found in a passage: its first word, the word after its last, what follows that (``tail``) and who it is.

    ``known`` says that a list holds it; ``certain`` that it needs no second sight; ``described`` that it is a
    description.
    """

    first: int
    stop: int
    name: str
    type: NameType
    tail: str = ""
    known: bool = False
    certain: bool = True
    described: bool = False


Index = dict[str, tuple[Entry, ...]]


@lru_cache(maxsize=8)
def spellings_of(entities: Entities) -> Index:
    """Spellings as written, capitals without accents, by their first word, longest first."""
    found: dict[str, set[Entry]] = {}
    for entity in entities.by_name.values():
        for spelling in entity.spellings:
            for variant in {spelling, spelling.replace("-", " ")}:
                entry = entry_of(bare(fold(variant)), spelling, entity.name, entity.type)
                found.setdefault(entry.words[0], set()).add(entry)
                if entry.words[0] in _CONTRACTED and len(entry.words) > 1:
                    short = replace(entry, words=entry.words[1:], after=_CONTRACTED[entry.words[0]])
                    found.setdefault(short.words[0], set()).add(short)
    return longest_first(found)


# *Le Havre* is printed *du Havre* and *au Havre*.
_CONTRACTED = {"Le": ("du", "au"), "Les": ("des", "aux")}


@lru_cache(maxsize=8)
def guards_of(entities: Entities) -> dict[str, Guard]:
    """The guard of each guarded spelling."""
    return {spelling: guard for guard in entities.guards for spelling in guard.spellings}


def allowed(entities: Entities, text: str) -> frozenset[str]:
    """The guarded spellings that count in an article of this text."""
    lower = fold(text).lower()
    present = set(_LETTERS.findall(lower))
    return frozenset(
        spelling
        for spelling, first, words, phrases in _guard_rows(entities)
        if first in present and (not words.isdisjoint(present) or any(phrase in lower for phrase in phrases))
    )


_LETTERS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8)
def _guard_rows(entities: Entities) -> tuple[tuple[str, str, frozenset[str], tuple[str, ...]], ...]:
    """Each guarded spelling, its first word, and what opens it: single words, and phrases."""
    rows = []
    for spelling, guard in guards_of(entities).items():
        words = frozenset(near for near in guard.near if _LETTERS.fullmatch(near))
        phrases = tuple(near for near in guard.near if near not in words)
        rows.append((spelling, _LETTERS.findall(spelling.lower())[0], words, phrases))
    return tuple(rows)


def match_at(words: Words, place: int, entities: Entities, open_guards: Collection[str]) -> Found | None:
    """The longest spelling at a word; None where there is none or its guard is shut.

    A common word that begins a sentence is not ``certain``.
    """
    first = bare(words.surfaces[place])
    second = bare(words.surfaces[place + 1]) if place + 1 < len(words) else ""
    for entry in spellings_of(entities).get(first, ()):
        if len(entry.words) > 1 and entry.words[1] != second:
            continue
        stop = stop_of(words, place, entry)
        if stop is None or not _is_open(words, place, entry, entities, open_guards):
            continue
        certain = stop > place + 1 or not _is_doubtful(words, place, entry, entities) or _acts(words, stop)
        return Found(place, stop, entry.name, entry.type, entry.tail, known=True, certain=certain)
    return None


def entry_of(text: str, spelling: str, name: str, kind: NameType) -> Entry:
    """A spelling or description as words."""
    spans = spans_of(text)
    return Entry(
        tuple(text[a:b] for a, b in spans),
        text[spans[-1][1] :].strip(),
        spelling,
        name,
        kind,
    )


def longest_first(found: dict[str, set[Entry]]) -> Index:
    """The entries of each first word, the longest first, then by name."""

    def order(entry: Entry) -> tuple[int, int, str, str, tuple[str, ...]]:
        return (
            -len(entry.words),
            -len(entry.tail),
            entry.name,
            entry.spelling,
            entry.after,
        )

    return {word: tuple(sorted(entries, key=order)) for word, entries in found.items()}


def stop_of(words: Words, place: int, entry: Entry, lower: bool = False) -> int | None:
    """The word after the entry's last if the entry stands at this place, in any letter case where ``lower``."""
    stop = place + len(entry.words)
    there = words.lowers[place:stop] if lower else words.surfaces[place:stop]
    if there != entry.words and (lower or tuple(map(bare, there)) != entry.words):
        return None
    if not all(words.glued(left, left + 1) for left in range(place, stop - 1)):
        return None
    if entry.after and not (
        place and words.lowers[place - 1] in entry.after and words.between(place - 1, place) == " "
    ):
        return None
    if entry.tail and not words.folded.startswith(entry.tail, words.ends[stop - 1]):
        return None
    return stop


def _is_open(
    words: Words,
    place: int,
    entry: Entry,
    entities: Entities,
    open_guards: Collection[str],
) -> bool:
    if entry.spelling not in guards_of(entities) or entry.spelling in open_guards:
        return True
    before = words.lowers[place - 1] if place else ""
    return before in entities.rules.organisation_cues or before in entities.rules.product_cues


def _is_doubtful(words: Words, place: int, entry: Entry, entities: Entities) -> bool:
    """Whether a listed word that begins a sentence may be common: in French by the dictionary, else if guarded."""
    if not words.begins(place):
        return False
    if words.language != "fr":
        return entry.spelling in guards_of(entities)
    return is_common_word(words.surfaces[place], words.language, entities.rules)


def loud_match_at(words: Words, place: int, entities: Entities, sure: bool = False) -> Found | None:
    """The longest spelling at a word all in capitals; short and guarded ones do not count, nor do common words.

    Where the place says that it is a name (``sure``), a common word may be one.
    """
    for entry in _loud_spellings(entities).get(bare(words.surfaces[place]), ()):
        stop = stop_of(words, place, entry)
        common = not sure and len(entry.words) == 1 and is_common_word(entry.words[0], words.language, entities.rules)
        if stop and not common and len(entry.spelling) > 3 and entry.spelling not in guards_of(entities):
            return Found(place, stop, entry.name, entry.type, entry.tail, known=True)
    return None


@lru_cache(maxsize=8)
def _loud_spellings(entities: Entities) -> Index:
    found: dict[str, set[Entry]] = {}
    for entries in spellings_of(entities).values():
        for entry in entries:
            loud = replace(entry, words=tuple(word.upper() for word in entry.words))
            found.setdefault(loud.words[0], set()).add(loud)
    return longest_first(found)


def _acts(words: Words, place: int) -> bool:
    """Whether the next word is a verb that a name would govern (Orange a annoncé), or *et* and another name."""
    if place >= len(words) or words.between(place - 1, place) != " ":
        return False
    following = words.lowers[place]
    listed = following == "et" and place + 1 < len(words) and is_capital(words.surfaces[place + 1])
    return listed or following in {
        "a",
        "est",
        "va",
        "vient",
        "veut",
        "doit",
        "peut",
        "avait",
        "aurait",
        "n'",
    }
