"""Descriptions that stand for a name, resolved inside one article: la firme de Redmond, le PDG de Microsoft."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from dashboard.config.entities import Entities
from dashboard.text.clean import fold
from dashboard.text.gazetteer import Entry, Found, Index, entry_of, longest_first, stop_of
from dashboard.text.people import is_demonym
from dashboard.text.words import Words, is_capital

_OF = frozenset({"de", "d'", "du", "des"})
_ARTICLES = frozenset({"le", "la", "les", "l'"})


def described_in(passages: Sequence[tuple[Words, list[Found]]], entities: Entities) -> list[list[Found]]:
    """The descriptions of each passage.

    One that several entities share, or that holds no name of its own, counts only in an article that names its
    entity: the one named last before it, else the first that the article names. A head of an organisation is
    described by a word for people and the organisation's name, unless another person's name follows.
    """
    order: dict[str, int] = {}
    for _, found in passages:
        for name in found:
            order.setdefault(name.name, len(order))
    last: dict[str, int] = {}
    results = []
    for number, (words, found) in enumerate(passages):
        here: list[Found] = []
        for description, candidates in descriptions_in(words, entities):
            near = {name.name: len(words) + name.first for name in found if name.first < description.first}
            if _goes_on(words, description.stop, entities):
                continue
            chosen = _chosen(words, description, candidates, order, (last, near))
            if chosen and not _is_apposed(words, description, chosen, found):
                here.append(_as(description, chosen, entities))
        here += [one for one in _heads(words, found, entities, order) if not _inside(one, here)]
        results.append(here)
        last |= {name.name: number for name in found}
    return results


@lru_cache(maxsize=8)
def descriptions_of(entities: Entities) -> Index:
    """Descriptions in small letters by their first word, longest first."""
    found: dict[str, set[Entry]] = {}
    for entity in entities.by_name.values():
        for phrase in entity.descriptions:
            entry = entry_of(fold(phrase).lower(), phrase, entity.name, entity.type)
            found.setdefault(entry.words[0], set()).add(entry)
    return longest_first(found)


def descriptions_in(words: Words, entities: Entities) -> Iterator[tuple[Found, tuple[str, ...]]]:
    """Every description, the longest at each word, with all entities it may stand for, in the file's order."""
    index = descriptions_of(entities)
    if index.keys().isdisjoint(words.lowers):
        return
    for place, lower in enumerate(words.lowers):
        if lower not in index:
            continue
        hits = [(stop, entry) for entry in index[lower] if (stop := stop_of(words, place, entry, lower=True))]
        if hits:
            longest = max(stop for stop, _ in hits)
            entries = [entry for stop, entry in hits if stop == longest]
            names = tuple(entry.name for entry in entries)
            yield Found(place, longest, names[0], entries[0].type, described=True, known=True), names


def _chosen(
    words: Words,
    description: Found,
    candidates: Sequence[str],
    order: Mapping[str, int],
    before: tuple[Mapping[str, int], Mapping[str, int]],
) -> str | None:
    """The candidate that is meant; ``before`` tells when each name was last printed, in earlier passages and here."""
    named = [name for name in candidates if name in order]
    own = any(is_capital(words.surfaces[place]) for place in range(description.first, description.stop))
    if not named:
        return candidates[0] if own and len(candidates) == 1 else None
    earlier, here = before
    recent = [name for name in named if name in here or name in earlier]
    if recent:
        return max(recent, key=lambda name: (here.get(name, -1), earlier.get(name, -1), -order[name]))
    return min(named, key=lambda name: order[name])


def _is_apposed(words: Words, description: Found, chosen: str, found: Sequence[Found]) -> bool:
    """Whether a name beside the description says that it means another: *le laboratoire français Alba*."""
    for name in found:
        if name.name == chosen or name.type != description.type:
            continue
        if name.first == description.stop and words.between(name.first - 1, name.first) == " ":
            return True
        gap = words.folded[words.ends[name.stop - 1] : words.starts[description.first]]
        if name.stop <= description.first and gap in (", ", ", le ", ", la ", ", les ", ", l'"):
            return True
    return False


def _goes_on(words: Words, place: int, entities: Entities) -> bool:
    """Whether the phrase goes on to mean another: le président *tunisien*, la banque centrale *du Japon*."""
    if place >= len(words) or words.between(place - 1, place) != " ":
        return False
    if words.lowers[place] in {"de", "d'", "du", "des"}:
        return place + 1 < len(words) and is_capital(words.surfaces[place + 1])
    return words.lowers[place] == words.surfaces[place] and is_demonym(words.lowers[place], entities.rules)


def _heads(words: Words, found: Sequence[Found], entities: Entities, named: Collection[str]) -> list[Found]:
    """*le PDG de Microsoft* for who leads Microsoft."""
    results = []
    for name in found:
        heads = entities.heads(name.name)
        first = _calling(words, name.first, entities)
        if not heads or first is None or _names_another(words, name, found):
            continue
        chosen = next((head for head in heads if head in named), heads[0])
        results.append(Found(first, name.stop, chosen, "PER", name.tail, known=True, described=True))
    return results


def _calling(words: Words, place: int, entities: Entities) -> int | None:
    """The first word of *patron de* right before a name, None where it does not stand there."""
    here = place - 1
    while here >= 0 and words.lowers[here] in _ARTICLES:
        here -= 1
    if here < 1 or words.lowers[here] not in _OF:
        return None
    here -= 1
    if words.lowers[here] in {"général", "générale", "exécutif", "exécutive"} and here > 0:
        here -= 1
    return here if words.lowers[here] in leading_words() else None


@lru_cache(maxsize=1)
def leading_words() -> frozenset[str]:
    """Words for those who lead an organisation alone."""
    words = "patron patronne pdg dirigeant dirigeante président présidente directeur directrice dg chef cheffe"
    return frozenset(words.split())


def _names_another(words: Words, name: Found, found: Sequence[Found]) -> bool:
    """Whether a person's name follows at once (le patron de Renault, Luca de Meo): then the name itself tells."""
    following = next((other for other in found if other.first >= name.stop), None)
    if following is None or following.first - name.stop > 1:
        return False
    gap = words.folded[words.ends[name.stop - 1] : words.starts[following.first]]
    return len(gap) <= 3 and (following.type == "PER" or gap == " ")


def _as(description: Found, name: str, entities: Entities) -> Found:
    entity = entities.by_name[name]
    return Found(
        description.first,
        description.stop,
        name,
        entity.type,
        description.tail,
        known=True,
        described=True,
    )


def _inside(one: Found, others: Sequence[Found]) -> bool:
    return any(other.first <= one.first < other.stop for other in others)
