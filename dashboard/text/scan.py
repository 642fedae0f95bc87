"""One passage read for names, from the surest kind to the least."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from dashboard.config.entities import Entities
from dashboard.config.names import NameRules
from dashboard.text.acronyms import explained_at
from dashboard.text.capitals import capitals_at
from dashboard.text.compounds import compound_at
from dashboard.text.firms import firm_at, lengthened
from dashboard.text.gazetteer import Found, loud_match_at, match_at, spellings_of
from dashboard.text.hints import begins_dispatch, is_eponym
from dashboard.text.institutions import begins_institution, institution_at
from dashboard.text.people import is_first_name, person_at
from dashboard.text.runs import run_end
from dashboard.text.words import Words, bare, could_be_version, is_capital


def names_in(words: Words, entities: Entities, open_guards: Collection[str], titled: bool = False) -> list[Found]:
    """The names of a passage in its order, none inside another, descriptions aside.

    In a ``titled`` passage, where most words have capitals, only listed names count.
    """
    found: list[Found] = []
    free = 0
    for place in _openings(words, _starters(entities)):
        if place < free:
            continue
        here = _name_at(words, place, entities, open_guards, titled)
        if here:
            free = here.stop
            if not is_eponym(words, here.first, entities.rules):
                found.append(_made(words, _listed_place(words, here, found), found, entities))
    return found


def _openings(words: Words, starters: frozenset[str]) -> Sequence[int]:
    """The places where a name may begin: those of capitals and of starters."""
    if starters.isdisjoint(words.surfaces):
        return words.capitals
    small = (place for place, surface in enumerate(words.surfaces) if surface in starters)
    return sorted({*words.capitals, *small})


def _made(words: Words, name: Found, before: Sequence[Found], entities: Entities) -> Found:
    """An unknown name right behind a listed firm that an article leads, as its product: la Peugeot Zephyr."""
    if name.known or name.type == "LOC" or not before or before[-1].stop != name.first:
        return name
    last = words.surfaces[name.stop - 1]
    if last in entities.rules.organisations or last in entities.rules.tails:
        return name
    maker = before[-1]
    led = maker.first > 0 and words.lowers[maker.first - 1] in {"le", "la", "un", "une", "du", "au"}
    behind = words.between(name.first - 1, name.first) == " "
    return replace(name, type="PRODUCT") if maker.known and maker.type == "ORG" and led and behind else name


def _listed_place(words: Words, name: Found, before: Sequence[Found]) -> Found:
    """An unknown single name as a place where *et* or *ou* joins it to a listed one, or one with *à*."""
    if name.known or name.type != "ORG" or name.stop > name.first + 1 or not before:
        return name
    left = before[-1]
    gap = words.folded[words.ends[left.stop - 1] + len(left.tail) : words.starts[name.first]]
    led = left.known or (left.first > 0 and words.lowers[left.first - 1] in {"à", "entre", "vers"})
    upper = words.surfaces[name.first].isupper()
    return replace(name, type="LOC") if left.type == "LOC" and led and gap in (" et ", " ou ") and not upper else name


def _name_at(
    words: Words,
    place: int,
    entities: Entities,
    open_guards: Collection[str],
    titled: bool,
) -> Found | None:
    rules = entities.rules
    word = words.surfaces[place]
    what = _first_word(word, entities)
    if what.title:
        return None
    known = match_at(words, place, entities, open_guards) if what.listed else None
    if known is None and place == 0 and word.isupper() and begins_dispatch(words, words.ends[0]):
        known = loud_match_at(words, place, entities, sure=True)
    if titled:
        return known or (loud_match_at(words, place, entities) if word.isupper() else None)
    longer = _longer(words, place, entities, what)
    if longer and (known is None or longer.stop > known.stop):
        return longer
    person = person_at(words, place, rules) if what.capital else None
    if person and (
        known is None or (person.stop > known.stop and known.stop == place + 1 and is_first_name(word, rules))
    ):
        return person
    if known:
        return lengthened(words, _with_version(words, known), entities)
    unlisted = _unlisted(words, place, entities, open_guards) if what.capital else None
    return lengthened(words, unlisted, entities) if unlisted else None


class _FirstWord(NamedTuple):
    """What a word that may begin a name is: its first letter a capital (``upper``) or any (``capital``), a title, one
    that listed spellings (``listed``), organisations or places (``of_place``) begin with."""

    upper: bool
    capital: bool
    title: bool
    listed: bool
    organisation: bool
    of_place: bool


@lru_cache(maxsize=1 << 16)
def _first_word(word: str, entities: Entities) -> _FirstWord:
    rules = entities.rules
    return _FirstWord(
        word[0].isupper(),
        is_capital(word),
        word in rules.titles,
        bare(word) in spellings_of(entities),
        begins_institution(word, rules),
        word in rules.place_heads,
    )


def _longer(words: Words, place: int, entities: Entities, what: _FirstWord) -> Found | None:
    """The name of several words that its first word or what stands behind tells."""
    found = _explained(words, place, entities.rules) if what.upper else None
    if found is None and what.organisation:
        found = institution_at(words, place, entities)
    if found is None and what.upper:
        found = compound_at(words, place, entities)
    if found is None and what.of_place:
        found = _place_at(words, place, entities)
    return found or (firm_at(words, place, entities) if what.capital else None)


def _explained(words: Words, place: int, rules: NameRules) -> Found | None:
    """A long form that its acronym in brackets bounds: Rassemblement des éleveurs bio (REB)."""
    if words.lowers[place] in _LINKS:
        return None
    stop = explained_at(words, place)
    if stop is None or (words.begins(place) and words.surfaces[place] not in rules.organisations):
        return None
    return Found(place, stop, words.text(place, stop), "ORG")


def _unlisted(words: Words, place: int, entities: Entities, open_guards: Collection[str]) -> Found | None:
    stop = run_end(words, place, entities.rules)
    for here in range(place + 1, stop):
        if bare(words.surfaces[here]) in spellings_of(entities) and match_at(words, here, entities, open_guards):
            stop = here
            break
    if stop == place + 1 and _is_pair(words.surfaces[place], entities):
        return None
    return capitals_at(words, place, stop, entities.rules)


def _is_pair(word: str, entities: Entities) -> bool:
    """Whether a hyphen joins two listed places, as a match does: France-Italie."""
    if "-" not in word:
        return False
    left, _, right = bare(word).partition("-")
    listed = spellings_of(entities)
    if right in {"Nord", "Sud", "Est", "Ouest", "Centre"}:
        return False
    return all(
        any(entry.type == "LOC" and entry.words == (part,) for entry in listed.get(part, ())) for part in (left, right)
    )


def _with_version(words: Words, known: Found) -> Found:
    """A listed product with the number after it (Falcon 9): another name than the product's own."""
    stop = known.stop
    if known.type != "PRODUCT" or stop >= len(words) or not words.surfaces[stop].isdigit():
        return known
    if not words.glued(stop - 1, stop) or not could_be_version(words, stop):
        return known
    return Found(known.first, stop + 1, f"{known.name} {words.surfaces[stop]}", "PRODUCT")


@lru_cache(maxsize=8)
def _starters(entities: Entities) -> frozenset[str]:
    """Words in small letters, and numbers, that may begin a name."""
    rules = entities.rules
    heads = {phrase.split()[0] for phrase in rules.small_organisations | rules.place_heads}
    spelled = {spelling.split()[0] for entity in entities.by_name.values() for spelling in entity.spellings}
    return frozenset(heads | {word for word in spelled | set(spellings_of(entities)) if word == word.lower()})


def _place_at(words: Words, place: int, entities: Entities) -> Found | None:
    """A place whose name begins with its kind in small letters: col du Tourmalet, rue de Rivoli."""
    rules = entities.rules
    if words.surfaces[place] not in rules.place_heads:
        return None
    here = place + 1
    while here < min(len(words), place + 3) and words.lowers[here] in _LINKS and words.glued(here - 1, here):
        here += 1
    if here >= len(words) or not words.glued(here - 1, here) or not is_capital(words.surfaces[here]):
        return None
    listed = match_at(words, here, entities, ())
    if listed and listed.type in ("ORG", "PRODUCT"):
        return None
    stop = max(run_end(words, here, rules), listed.stop if listed else 0)
    return Found(place, stop, words.text(place, stop), "LOC")


_LINKS = frozenset({"de", "du", "des", "d'", "la", "le", "les", "l'"})
