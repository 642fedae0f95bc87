"""What the words around a capital tell of its name: what kind of thing it is, whether a town begins a dispatch."""

from __future__ import annotations

import re

from dashboard.config.names import NameRules
from dashboard.model import NameType
from dashboard.text.people import is_demonym, is_local
from dashboard.text.runs import run_end
from dashboard.text.words import Words, is_capital

_OF = frozenset({"de", "d'", "du", "des"})
_ARTICLES = frozenset({"le", "la", "les", "l'"})
LED = frozenset({"le", "la", "l'", "un", "une", "du", "au"})
_THINGS = frozenset({"le", "la", "un", "une"})
_HERE = frozenset({"à", "en", "au", "aux", "vers", "depuis"})
# After these, *à* leads to whom or what something is done, not to a place.
_GOVERNING = frozenset(
    {
        "face",
        "grâce",
        "quant",
        "suite",
        "rapport",
        "appartient",
        "dû",
        "due",
        "contraire",
        "merci",
    }
)
# What follows the town that a dispatch begins with: Rouen (AFP) –, Rouen, le 3 mai -.
_DATELINE = re.compile(
    r"(?: \([^()\n]{2,30}\))?(?:, [^()\n—–-]{3,25})? "
    r"\((?:AFP|AP|Reuters|ATS|Belga|APS|MAP|TAP|ANP|dpa|EFE|Agence [^()\n]{2,20})\)\s{0,2}[—–-] "
    r"|, (?:le )?\d{1,2}(?:er)? [a-zéû]{3,9}(?: \d{4})?(?: \([^()\n]{2,20}\))?\s{0,2}[—–-] "
)
# The same behind a town all in capitals: LILLE –, AGEN (Lot-et-Garonne) –.
_DASH = re.compile(r"(?: \([^()\n]{2,30}\))?\.? {0,2}[—–-] ")


def cue_before(words: Words, place: int, rules: NameRules) -> str | None:
    """The word before a name that tells its kind: *chez*, *logiciel*, *baptisé*; None where none does.

    An adjective may stand between (*la marque rennaise*), or the adjective of a people stand alone (*l'italien*).
    """
    if place == 0:
        return None
    before, gap = words.lowers[place - 1], words.between(place - 1, place)
    if gap not in (" ", ", "):
        return None
    if gap == ", ":
        stop = run_end(words, place, rules)
        closed = stop < len(words) and words.between(stop - 1, stop) == ", "
        return before if closed and before in rules.organisation_cues and _led(words, place - 1) else None
    if _is_cue(before, rules) or before in rules.naming or before == "à":
        return before
    if place > 1 and words.between(place - 2, place - 1) in (" ", "") and is_local(before, rules):
        second = words.lowers[place - 2]
        return second if _is_cue(second, rules) or (second in LED and is_demonym(before, rules)) else None
    return None


def _is_cue(word: str, rules: NameRules) -> bool:
    return word in rules.organisation_cues or word in rules.product_cues


def _led(words: Words, place: int) -> bool:
    """Whether an article stands right before a word: *le promoteur*, Averlin, ..."""
    return place > 0 and words.lowers[place - 1] in LED


def apposed_kind(words: Words, first: int, stop: int, rules: NameRules) -> NameType | None:
    """The kind of thing that an apposition calls a name: Averlin, un logiciel de paie."""
    if stop + 1 >= len(words) or words.between(stop - 1, stop) != ", ":
        return None
    if first and words.lowers[first - 1] in _HERE:
        return None  # À Vaubert, la coopérative ...
    # Behind a definite article may follow the rest of the sentence: Interrogé par Averlin, le robot ...
    if words.lowers[stop] not in (LED if words.begins(first) or stop > first + 1 else {"un", "une"}):
        return None
    for noun in words.lowers[stop + 1 : stop + 3]:
        if noun in rules.product_cues and noun not in rules.organisation_cues:
            return "PRODUCT"
        if noun in rules.organisation_cues:
            return "ORG"
        if noun in rules.people and stop > first + 1:
            return "PER"
    return None


def names_firm(words: Words, place: int, rules: NameRules) -> bool:
    """Whether a word for organisations stands soon before *baptisé*: une société rennaise baptisée Averlin."""
    return any(word in rules.organisation_cues for word in words.lowers[max(0, place - 5) : place - 1])


def after_article(words: Words, place: int) -> bool:
    """Whether an article that people do without stands right before a word: *le* Jules Verne."""
    return place > 0 and words.lowers[place - 1] in _THINGS and words.between(place - 1, place) == " "


def is_eponym(words: Words, place: int, rules: NameRules) -> bool:
    """Whether the words before a name make it the label of a thing (*la loi Veil*), which tells of no one."""
    if place == 0:
        return False
    before = words.lowers[place - 1]
    if before not in rules.eponyms and (before not in _OF or place < 2):
        return False
    known = before in rules.eponyms or words.text(place - 2, place).lower() in rules.eponyms
    return known and words.between(place - 1, place) in (" ", "")


def begins_dispatch(words: Words, end: int) -> bool:
    """Whether what follows is as behind the town that a dispatch begins with: an agency, a date, a dash."""
    return _DATELINE.match(words.folded, end) is not None or _DASH.match(words.folded, end) is not None


def is_dated(words: Words, end: int) -> bool:
    """Whether the first word is the town that a dispatch begins with; ``end`` is where its name ends."""
    loud = words.surfaces[0].isupper() and len(words.surfaces[0]) > 2
    return begins_dispatch(words, end) if loud else _DATELINE.match(words.folded, end) is not None


def is_place(words: Words, first: int, rules: NameRules) -> bool:
    """Whether a name stands where places do: after *à*, *usine de*, *originaire de*, or alone in brackets."""
    if first == 0:
        return False
    if words.between(first - 1, first) not in (" ", ""):
        bracketed = words.folded[words.starts[first] - 1] == "(" and words.folded.startswith(")", words.ends[first])
        return bracketed and not words.surfaces[first].isupper()
    before = words.lowers[first - 1]
    second = words.lowers[first - 2] if first > 1 else ""
    if before in rules.place_cues or before in _HERE:
        return before != "à" or not (second in _GOVERNING or _gives(second, rules))
    if before in _ARTICLES:
        return second in {"dans", "vers", "par", "sur", "depuis"} and not words.surfaces[first].isupper()
    owner = first > 1 and is_capital(words.surfaces[first - 2]) and second not in _ARTICLES
    cued = second in rules.place_cues or f"{second} {before.replace(chr(39), 'e')}" in rules.place_cues
    return before in _OF and (cued or (owner and not words.begins(first - 2)))


def _gives(word: str, rules: NameRules) -> bool:
    """Whether a word is a participle of ``receiving``, feminine and plural included."""
    return any(word.removesuffix(ending) in rules.receiving for ending in ("", "e", "s", "es"))
