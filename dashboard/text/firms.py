"""Names of firms and of what they sell, by their last word or what stands right behind: Averlin Studio, TF1+."""

from __future__ import annotations

from dashboard.config.entities import Entities
from dashboard.config.names import NameRules
from dashboard.text.gazetteer import Found, match_at
from dashboard.text.people import is_demonym, is_first_name
from dashboard.text.runs import run_end
from dashboard.text.words import Words, is_capital

# What ends the address of a site that a firm or medium is called by: Averlin.fr.
_DOMAINS = frozenset({"fr", "be", "ch", "ca", "com", "org", "net", "info", "io", "eu", "africa", "brussels"})
_LONGEST = 5


def firm_at(words: Words, place: int, entities: Entities) -> Found | None:
    """The firm or medium whose name begins at a capital and ends in a word of ``tails`` or as an address does."""
    behind = words.surfaces[place + 1 : place + _LONGEST]
    tailed = not entities.rules.tails.isdisjoint(behind)
    addressed = bool(behind) and behind[0] in _DOMAINS
    if not (tailed or addressed) or not words.surfaces[place][0].isupper():
        return None
    if place > 0 and _continues(words, place):
        return None
    return _site_at(words, place) or (_tailed_at(words, place, entities.rules) if tailed else None)


def _site_at(words: Words, place: int) -> Found | None:
    behind = place + 1
    if words.between(place, behind) != "." or words.surfaces[behind] not in _DOMAINS:
        return None
    return Found(place, behind + 1, words.text(place, behind + 1), "ORG")


def _tailed_at(words: Words, place: int, rules: NameRules) -> Found | None:
    word = words.surfaces[place]
    if word in rules.titles or word in rules.common or word in rules.acronyms or is_first_name(word, rules):
        return None
    if (
        is_demonym(words.lowers[place], rules)
        or words.lowers[place] in rules.openers
        or words.lowers[place] in rules.people
    ):
        return None
    stop = run_end(words, place, rules)
    tailed = any(words.surfaces[here] in rules.tails for here in range(place + 1, stop))
    return Found(place, stop, words.text(place, stop), "ORG") if tailed and stop <= place + _LONGEST else None


def _continues(words: Words, place: int) -> bool:
    return words.glued(place - 1, place) and is_capital(words.surfaces[place - 1]) and not words.begins(place - 1)


def lengthened(words: Words, name: Found, entities: Entities) -> Found:
    """The name with what belongs to it behind: its country or town (*Averlin Belgique*), or the plus of an offer."""
    if name.type == "PER" or name.tail:
        return name
    end = words.ends[name.stop - 1]
    if words.folded[end : end + 1] == "+" and not words.folded[end + 1 : end + 2].isalnum():
        return Found(name.first, name.stop, f"{words.text(name.first, name.stop)}+", "PRODUCT", tail="+")
    short = name.stop == name.first + 1 or not name.known
    if name.type == "ORG" and short and name.stop < len(words) and words.surfaces[name.stop][0].isupper():
        place = match_at(words, name.stop, entities, ()) if words.between(name.stop - 1, name.stop) == " " else None
        if place and place.type == "LOC" and name.certain:
            return Found(name.first, place.stop, words.text(name.first, place.stop), "ORG")
    return name
