"""Names of people by first name, title or calling."""

from __future__ import annotations

import re
from functools import lru_cache

from dashboard.config.names import NameRules
from dashboard.text.gazetteer import Found
from dashboard.text.words import Words, is_capital, is_common_word, opens_elided

_LONGEST = 4
_OLDEST = 120  # years
# The word of an age stands no further behind the first word of a name.
_AGE_REACH = 24
_AGED = frozenset({"âgé", "âgée"})
_INITIALS = re.compile(r"(?:[A-Z]\.-?){1,3}")
# They part names as often as they belong to one, so only a first name before lets them join.
_FRENCH_PARTICLES = frozenset({"de", "du", "des", "d'", "la", "le", "l'"})


def person_at(words: Words, place: int, rules: NameRules) -> Found | None:
    """The person whose name begins at a capital.

    By a first name before a surname, a title (*M.*, *Mme*) before the capital, a word for people (*la ministre*,
    *l'entraîneur*) right before it, or an age after it (*Aminata, 26 ans*). None where nothing says so.
    """
    if not words.surfaces[place][0].isupper() or words.surfaces[place] in rules.titles:
        return None
    titled, called = _is_titled(words, place, rules), _is_called(words, place, rules)
    lettered = _is_initial(words, place) and not is_common_word(words.surfaces[place + 1], words.language, rules)
    first = lettered or is_first_name(words.surfaces[place], rules)
    if not (titled or called or first or "ans" in words.lowers[place + 2 : place + _AGE_REACH]):
        return None  # as for most capitals: nothing can tell of a person
    stop = _surname_end(words, place, rules)
    # After an article it is something called by a person's name: le Jules Verne, un Léon Blum.
    thing = place > 0 and words.lowers[place - 1] in _ARTICLES and words.between(place - 1, place) == " "
    if first and stop > place + 1 and not (thing and not called):
        return Found(place, stop, words.text(place, stop), "PER")
    if titled:
        return Found(place, stop, words.text(place, stop), "PER")
    if (called or _is_aged(words, stop, rules)) and not _is_thing(words, place, stop, rules):
        return Found(place, stop, words.text(place, stop), "PER")
    return None


@lru_cache(maxsize=1 << 16)
def is_first_name(word: str, rules: NameRules) -> bool:
    """Whether a word is a first name, or two joined (Jean-Marie, J.-P.)."""
    if word in rules.first_names or _INITIALS.fullmatch(word):
        return True
    parts = word.split("-")
    return len(parts) > 1 and parts[0] in rules.first_names and (parts[1] in rules.first_names or parts[0] in _JOINING)


_ARTICLES = frozenset({"le", "la", "un", "une"})
_JOINING = frozenset(
    {
        "Jean",
        "Marie",
        "Pierre",
        "Anne",
        "François",
        "Louis",
        "Paul",
        "Charles",
        "Michel",
        "Claude",
    }
)


def _surname_end(words: Words, place: int, rules: NameRules) -> int:
    """The word after the last of a run of capitals, particles between them included, at most four capitals."""
    stop, capitals = place + 1, 1
    while stop < len(words) and capitals < _LONGEST and (words.glued(stop - 1, stop) or _is_initial(words, stop - 1)):
        here = stop
        while (
            here < len(words)
            and here < stop + 3
            and words.lowers[here] in rules.particles
            and words.glued(here - 1, here)
        ):
            here += 1
        here += opens_elided(words, here)
        glued = here < len(words) and (words.glued(here - 1, here) or _is_initial(words, here - 1))
        if not glued or not _is_surname(words, here, rules):
            break
        particle = words.lowers[here - 1] in _FRENCH_PARTICLES and here > stop
        if particle and not (is_first_name(words.surfaces[place], rules) or _is_named(words, place, rules)):
            break
        stop, capitals = here + 1, capitals + 1
    return stop


def _is_named(words: Words, place: int, rules: NameRules) -> bool:
    """Whether a word for people leads to a word that is in no dictionary, which a first name may be."""
    return _is_called(words, place, rules) and not is_common_word(words.surfaces[place], words.language, rules)


def _is_initial(words: Words, place: int) -> bool:
    """Whether a word is an initial with its point inside a name: George W. Bush."""
    word = words.surfaces[place]
    return len(word) == 1 and word.isupper() and place + 1 < len(words) and words.between(place, place + 1) == ". "


def _is_surname(words: Words, place: int, rules: NameRules) -> bool:
    word = words.surfaces[place]
    return is_capital(word) and not (len(word) > 1 and word.isupper() and "." not in word)


def _is_titled(words: Words, place: int, rules: NameRules) -> bool:
    if place == 0:
        return False
    before = words.surfaces[place - 1]
    gap = words.between(place - 1, place)
    dotted = before + "." if gap.startswith(".") else before
    return gap in (" ", ". ") and dotted in rules.titles and (gap == ". " or before != "M")


def _is_called(words: Words, place: int, rules: NameRules) -> bool:
    """Whether a word for people stands before, an adjective (*le ministre français*) or a comma between allowed."""
    here = place - 1
    if (
        here >= 0
        and words.between(here, place) == " "
        and (words.lowers[here] in rules.adjectives or is_demonym(words.lowers[here], rules))
    ):
        here -= 1
    if here < 0 or words.between(here, here + 1) not in (" ", ", "):
        return False
    called = words.lowers[here] in rules.people or " ".join(words.lowers[max(0, here - 1) : here + 1]) in rules.people
    comma = words.between(place - 1, place) == ", " or words.between(here, here + 1) == ", "
    return called and (not comma or _stands_alone(words, place, rules))


def _stands_alone(words: Words, place: int, rules: NameRules) -> bool:
    """Whether a capital after a comma has another beside it, as an apposition has: le maire, Jean Dupont."""
    return place + 1 < len(words) and words.glued(place, place + 1) and _is_surname(words, place + 1, rules)


def _is_aged(words: Words, stop: int, rules: NameRules) -> bool:
    """Whether an age stands after a name's comma, alone or behind a calling: *, 26 ans*, *, infirmière de 44 ans*."""
    if stop >= len(words) or words.between(stop - 1, stop) != ", ":
        return False
    for place in range(stop, min(stop + 6, len(words) - 1)):
        if place > stop and words.between(place - 1, place) not in (" ", "-"):
            return False
        if words.lowers[place + 1] == "ans" and words.lowers[place].isdigit():
            callings = rules.people | _AGED
            called = place == stop or (words.lowers[stop] in callings and words.lowers[place - 1] in {"de", "d'"})
            return called and int(words.lowers[place]) < _OLDEST
    return False


def _is_thing(words: Words, place: int, stop: int, rules: NameRules) -> bool:
    """Whether what follows a word for people is more likely a thing: a common word, an acronym, a lone place."""
    first = words.surfaces[place]
    if first in rules.common or first in rules.acronyms or (first.isupper() and len(first) > 1):
        return True
    return stop == place + 1 and is_common_word(first, words.language, rules)


_CONTINENTS = (
    "afro-",
    "latino-",
    "franco-",
    "anglo-",
    "germano-",
    "italo-",
    "hispano-",
    "russo-",
    "sino-",
    "américano-",
    "israélo-",
)
_FEMININES = (("e", ""), ("ienne", "ien"), ("onne", "on"), ("éenne", "éen"), ("que", "c"), ("que", ""), ("lle", "l"))


# Adjectives of a town or land by their ending (cauchois, vannetais), and other words that end so.
_LOCAL = re.compile(r"[^\W\d_]{3,20}(?:ois|oise|ais|aise|ain|aine|ien|ienne|éen|éenne)")
_NOT_LOCAL_WORDS = """jamais désormais soudain demain lendemain combien certain certaine semaine parfois autrefois
toutefois quelquefois ancien ancienne maintien soutien entretien lointain lointaine prochain prochaine croise apaise
terrain refrain devienne parvienne revienne prévienne"""
_NOT_LOCAL = frozenset(_NOT_LOCAL_WORDS.split())


@lru_cache(maxsize=1 << 16)
def is_local(lower: str, rules: NameRules) -> bool:
    """Whether a word in small letters is the adjective of a town, land or people: cauchois, rennaise, ivoirien."""
    return is_demonym(lower, rules) or (_LOCAL.fullmatch(lower) is not None and lower not in _NOT_LOCAL)


@lru_cache(maxsize=1 << 16)
def is_demonym(lower: str, rules: NameRules) -> bool:
    """Whether a word in small letters names a people or is its adjective, feminine and plural included."""
    lower = lower.rpartition("-")[2] if lower.startswith(_CONTINENTS) else lower
    single = lower.rstrip("s")
    forms = {lower, single}
    for feminine, masculine in _FEMININES:
        if single.endswith(feminine):
            forms.add(single.removesuffix(feminine) + masculine)
    return bool(forms & rules.demonyms)
