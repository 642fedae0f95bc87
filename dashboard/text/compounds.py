"""Names of several words that their first or last word tells: La Gazette du Perche, CHU de Rouen, Val de Loire."""

from __future__ import annotations

from dashboard.config.entities import Entities
from dashboard.config.names import NameRules
from dashboard.text.capitals import type_of
from dashboard.text.gazetteer import Found, match_at
from dashboard.text.people import is_demonym, is_first_name, is_local
from dashboard.text.runs import run_end
from dashboard.text.words import Words, is_capital, is_common_word

_ARTICLES = frozenset({"Le", "La", "Les", "L'"})
_SMALL_ARTICLES = frozenset({"le", "la", "les", "l'"})
_OF = frozenset({"de", "du", "des", "d'"})
_SIZES = frozenset({"Petit", "Petite", "Nouveau", "Nouvelle", "Nouvel", "Grand"})
_JOINTS = frozenset({"of", "and", "for", "in", "et", "&"})
_PRESS = frozenset({"revue", "journal", "magazine", "quotidien", "hebdomadaire", "mensuel", "bimensuel", "trimestriel"})
_PRINTED = frozenset({"paru", "publié", "publi"})
_OPENING, _CLOSING = '«“"', '»”"'
_LONGEST_TITLE = 6


def compound_at(words: Words, place: int, entities: Entities) -> Found | None:
    """The name of several words that begins at a capital, told by its first or last word, or by quotation marks.

    Newspapers (*La Gazette du Perche*, *Dakar Matin*), journals (*Nature Physics*), organisations behind an acronym
    (*CHU de Rouen*) or *Pro*, landscapes (*Val de Loire*), titles of works in quotation marks. None where none begins.
    """
    if not words.surfaces[place][0].isupper():
        return None
    return (
        _title_at(words, place, entities)
        or _periodical_at(words, place, entities.rules)
        or _journal_at(words, place, entities)
        or _local_paper_at(words, place, entities)
        or _led_at(words, place, entities.rules)
    )


def _periodical_at(words: Words, place: int, rules: NameRules) -> Found | None:
    """A newspaper by its noun and what it is of, or by its own capital article inside a sentence."""
    article = words.surfaces[place] in _ARTICLES
    head = place + 1 if article else place
    if head + 1 < len(words) and words.surfaces[head] in _SIZES:
        head += 1
    if head >= len(words) or words.surfaces[head] not in rules.periodicals or not _joined(words, place, head):
        return None
    stop = _complement_end(words, head + 1, rules)
    alone = stop == head + 1
    if (alone and not article) or (words.begins(place) and (alone or not article)):
        return None
    text = words.text(place, stop)
    return None if words.text(head, stop) in rules.common else Found(place, stop, text, "ORG")


def _complement_end(words: Words, place: int, rules: NameRules) -> int:
    """The word after adjectives, capitals or one *de* with its noun; ``place`` itself where nothing of it follows."""
    stop = place
    while stop < len(words) and stop < place + 2 and words.glued(stop - 1, stop) and _describes(words, stop, rules):
        stop += 1
    if stop < len(words) and words.glued(stop - 1, stop) and _opens_run(words, stop, rules):
        return run_end(words, stop, rules)
    linked = _after_links(words, stop)
    if linked is None:
        return stop
    if _opens_run(words, linked, rules):
        return run_end(words, linked, rules)
    noun = words.surfaces[linked]
    common = len(noun) > 3 and noun.islower() and is_common_word(noun, words.language, rules)
    return linked + 1 if common and words.lowers[stop] != "de" else stop


def _describes(words: Words, place: int, rules: NameRules) -> bool:
    lower = words.lowers[place]
    if words.surfaces[place] != lower:
        return False
    return is_local(lower, rules) or lower in rules.adjectives


def _opens_run(words: Words, place: int, rules: NameRules) -> bool:
    word = words.surfaces[place]
    return is_capital(word) and not is_first_name(word, rules) and word not in rules.titles


def _after_links(words: Words, place: int) -> int | None:
    """The place behind *de*, *du*, *des* or *de la*, None where no such link stands there."""
    if place >= len(words) or words.surfaces[place] not in _OF or not words.glued(place - 1, place):
        return None
    here = place + 1
    if here < len(words) and words.surfaces[here] in _SMALL_ARTICLES and words.glued(here - 1, here):
        here += 1
    return here if here < len(words) and words.glued(here - 1, here) else None


def _journal_at(words: Words, place: int, entities: Entities) -> Found | None:
    """A journal by the word before it (*la revue*) or by its first word and its field: all its capitals, linked ones
    included."""
    rules = entities.rules
    cued = place > 0 and _names_journal(words, place - 1) and words.between(place - 1, place) == " "
    fielded = words.surfaces[place] in rules.journals and _follows(words, place + 1, rules.fields)
    if not (cued or fielded) or is_first_name(words.surfaces[place], rules):
        return None
    stop = place + 1
    while stop < min(len(words), place + 7) and words.glued(stop - 1, stop):
        here = stop + (words.lowers[stop] in _JOINTS)
        if here >= len(words) or not words.glued(here - 1, here) or not _opens_run(words, here, rules):
            break
        stop = here + 1
    return Found(place, stop, words.text(place, stop), "ORG") if stop > place + 1 else None


def _names_journal(words: Words, place: int) -> bool:
    """Whether a word leads to a journal: *la revue*, or *dans* soon after *paru* or *publié*."""
    if words.lowers[place] in _PRESS:
        return True
    if words.lowers[place] != "dans":
        return False
    return any(word.rstrip("es") in _PRINTED for word in words.lowers[max(0, place - 5) : place])


def _follows(words: Words, place: int, among: frozenset[str]) -> bool:
    return place < len(words) and words.surfaces[place] in among and words.between(place - 1, place) == " "


def _local_paper_at(words: Words, place: int, entities: Entities) -> Found | None:
    """A place's newspaper or station by its last word: Dakar Matin."""
    if not _follows(words, place + 1, entities.rules.press_tails) or _continues(words, place):
        return None
    known = match_at(words, place, entities, ())
    if known and known.stop > place + 1:
        return None
    first = words.surfaces[place]
    if known is None and (first in entities.rules.common or is_common_word(first, words.language, entities.rules)):
        return None
    return Found(place, place + 2, words.text(place, place + 2), "ORG")


def _led_at(words: Words, place: int, rules: NameRules) -> Found | None:
    """*Pro* with a capital, an acronym or a word of the landscape with the capital that says of where."""
    word = words.surfaces[place]
    kind = "ORG" if word in rules.acronym_heads else "LOC" if words.lowers[place] in rules.landscapes else None
    leads = kind is not None or word in rules.prefixes
    if not leads or place + 1 >= len(words) or _continues(words, place):
        return None
    if word in rules.prefixes:
        following = words.surfaces[place + 1]
        fits = words.between(place, place + 1) == " " and _opens_run(words, place + 1, rules)
        stop = run_end(words, place + 1, rules)
        return Found(place, stop, words.text(place, stop), "ORG") if fits and following.isalpha() else None
    here = _after_links(words, place + 1)
    if here is None and words.between(place, place + 1) == " ":
        here = place + 1
    if here is None or not _opens_run(words, here, rules) or words.surfaces[here] in rules.acronyms:
        return None
    stop = run_end(words, here, rules)
    farther = _after_links(words, stop) if words.lowers[stop - 1] in rules.landscapes else None
    if farther is not None and _opens_run(words, farther, rules):
        stop = run_end(words, farther, rules)  # RC Val de Corne
    return Found(place, stop, words.text(place, stop), "ORG" if kind == "ORG" else "LOC")


def _continues(words: Words, place: int) -> bool:
    """Whether the capital only goes on a run of capitals or a number."""
    if place == 0 or not words.glued(place - 1, place):
        return False
    before = words.surfaces[place - 1]
    return (is_capital(before) and not words.begins(place - 1)) or before.isdigit()


def _title_at(words: Words, place: int, entities: Entities) -> Found | None:
    """What fills quotation marks, where an article and its noun both have a capital, as in titles: « La Promesse »."""
    rules = entities.rules
    if words.surfaces[place] not in _ARTICLES or place + 1 >= len(words) or not _joined(words, place, place + 1):
        return None
    sized = place + 2 < len(words) and words.surfaces[place + 1] in _SIZES and _joined(words, place, place + 2)
    noun = words.surfaces[place + 1 + sized]
    excluded = noun in rules.common or noun in rules.acronyms or is_demonym(noun.lower(), rules)
    if excluded or not _opens_run(words, place + 1, rules) or not _is_opened(words, place):
        return None
    stop = next((here for here in range(place + 2, place + 2 + _LONGEST_TITLE) if _is_closed(words, here)), None)
    known = match_at(words, place, entities, ())
    if stop is None or (known and known.stop == stop):
        return None
    if noun in rules.periodicals:
        return Found(place, stop, words.text(place, stop), "ORG")
    common = is_common_word(noun, words.language, rules)
    return Found(place, stop, words.text(place, stop), "PRODUCT" if common else type_of(words, place, stop, rules))


def _is_opened(words: Words, place: int) -> bool:
    before = words.folded[max(0, words.starts[place] - 2) : words.starts[place]].strip()
    return before[-1:] in tuple(_OPENING)


def _is_closed(words: Words, stop: int) -> bool:
    """Whether the word before ``stop`` is the last inside quotation marks."""
    if stop > len(words):
        return False
    end = words.ends[stop - 1]
    return words.folded[end : end + 2].strip()[:1] in tuple(_CLOSING)


def _joined(words: Words, first: int, last: int) -> bool:
    return all(words.glued(left, left + 1) for left in range(first, last))
