"""Finds the names and descriptions of ``config/entities.toml`` among the words of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.config.entities import Entities
from dashboard.model import NameType
from dashboard.text.clean import fold
from dashboard.text.tokens import spans_of

_BARE = str.maketrans("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ", "AAACEEEEIIOOUUU")
# Between two words of one name there is nothing but these.
_GLUE = frozenset(" -·./&")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a passage, folded, with their places in ``folded``, which is the whole passage, folded."""

    folded: str
    surfaces: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One spelling or description as words; ``tail`` is what follows the last word (``+`` in Canal+)."""

    words: tuple[str, ...]
    tail: str
    spelling: str
    name: str
    type: NameType
    described: bool


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found: its first word and the word after its last."""

    first: int
    stop: int
    entry: Entry


Index = dict[str, tuple[Entry, ...]]


def words_of(text: str, spans: Sequence[tuple[int, int]]) -> Words:
    """The words of a passage at the spans, which are offsets into it."""
    folded = fold(text)
    surfaces = tuple(folded[start:end] for start, end in spans)
    return Words(folded, surfaces, tuple(start for start, _ in spans), tuple(end for _, end in spans))


def bare(word: str) -> str:
    """The word with its capitals' accents removed, since *État* is printed *Etat* as well."""
    return word.translate(_BARE)


@lru_cache(maxsize=8)
def index_of(entities: Entities) -> tuple[Index, Index]:
    """Spellings (as written) and descriptions (lower case) by their first word, longest first."""
    named: dict[str, set[Entry]] = {}
    described: dict[str, set[Entry]] = {}
    for entity in entities.by_name.values():
        for spelling in entity.spellings:
            for variant in {spelling, spelling.replace("-", " ")}:
                entry = _entry(bare(fold(variant)), spelling, entity.name, entity.type, False)
                named.setdefault(entry.words[0], set()).add(entry)
        for phrase in entity.descriptions:
            entry = _entry(fold(phrase).lower(), phrase, entity.name, entity.type, True)
            described.setdefault(entry.words[0], set()).add(entry)
    return _sorted(named), _sorted(described)


def matches_of(words: Words, entities: Entities) -> Iterator[Match]:
    """Every spelling, the longest at each word and none inside another, then every description."""
    named, described = index_of(entities)
    place = 0
    bares = [bare(word) for word in words.surfaces]
    while place < len(bares):
        found = next((m for e in named.get(bares[place], ()) if (m := _match(words, bares, place, e))), None)
        if found:
            yield found
        place = found.stop if found else place + 1
    lowers = [word.lower() for word in words.surfaces]
    for place, word in enumerate(lowers):
        found = next((m for e in described.get(word, ()) if (m := _match(words, lowers, place, e))), None)
        if found:
            yield found


def _entry(text: str, spelling: str, name: str, kind: NameType, described: bool) -> Entry:
    spans = spans_of(text)
    return Entry(tuple(text[a:b] for a, b in spans), text[spans[-1][1] :], spelling, name, kind, described)


def _sorted(found: dict[str, set[Entry]]) -> Index:
    def order(entry: Entry) -> tuple[int, int, str, str]:
        return -len(entry.words), -len(entry.tail), entry.name, entry.spelling

    return {word: tuple(sorted(entries, key=order)) for word, entries in found.items()}


def _match(words: Words, surfaces: Sequence[str], place: int, entry: Entry) -> Match | None:
    stop = place + len(entry.words)
    if tuple(surfaces[place:stop]) != entry.words:
        return None
    for left in range(place, stop - 1):
        if not _GLUE.issuperset(words.folded[words.ends[left] : words.starts[left + 1]]):
            return None
    if entry.tail and not words.folded.startswith(entry.tail, words.ends[stop - 1]):
        return None
    return Match(place, stop, entry)
