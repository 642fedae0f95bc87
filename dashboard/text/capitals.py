"""Names that no list holds, from capitals inside sentences; doubtful ones are left alone."""

from __future__ import annotations

import re

from dashboard.config.names import NameRules
from dashboard.model import NameType
from dashboard.text.gazetteer import Found
from dashboard.text.people import is_demonym, is_first_name
from dashboard.text.words import Words, could_be_version, is_capital, is_common_word

_PLACE_FORM = re.compile(
    r"(?:Saint|Sainte|Saints|Haute?s?|Bas|Basses?|Mont|Val|Vallée|Port|Pont|Château|Villeneuve|Bourg|Roche|Nouvelle)-.+|"
    r".+-(?:sur|sous|en|de|du|des|la|le|les|lès|lez|aux|à|d'|l')-?.+",
    re.I,
)
_OF = frozenset({"de", "d'", "du", "des"})
# Inhabitants and followers after an article (les Gambiens) are no names.
_PEOPLE_FORM = re.compile(r"[^\W\d_]{2,20}?(?:ien|ienne|éen|éenne|ain|aine|ais|aise|ois|oise|iste)s?")
_BEFORE_PEOPLE = frozenset({"les", "des", "aux", "un", "une", "ces", "deux", "trois"})
_ROMAN = re.compile(r"[IVXLC]{1,6}(?:er|e|ème)?")
_ARTICLES = frozenset({"le", "la", "les", "l'"})
_PARTICLES = frozenset({"le", "la", "de", "van", "von", "ben", "al", "el"})
_TRAILING = frozenset(
    {
        "il",
        "elle",
        "ils",
        "elles",
        "on",
        "ce",
        "le",
        "la",
        "les",
        "un",
        "une",
        "mais",
        "et",
        "comme",
        "dans",
        "pour",
    }
)
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
# First quarters and halves of years (T3, S1) are no names, save where the word before says of what.
_PERIOD = re.compile(r"[TSQH][1-4]")
# What follows the town that a dispatch begins with: Rouen (AFP) –, Rouen, le 3 mai -.
_DATELINE = re.compile(
    r"(?: \([^()\n]{2,30}\))?(?:, [^()\n—–-]{3,25})? "
    r"\((?:AFP|AP|Reuters|ATS|Belga|APS|MAP|TAP|ANP|dpa|EFE|Agence [^()\n]{2,20})\)\s{0,2}[—–-] "
    r"|, (?:le )?\d{1,2}(?:er)? [a-zéû]{3,9}(?: \d{4})?(?: \([^()\n]{2,20}\))?\s{0,2}[—–-] "
)
_LONGEST = 6


def capitals_at(words: Words, place: int, stop: int, rules: NameRules) -> Found | None:
    """The name that the capitals from ``place`` up to ``stop`` make, None where they may well be none.

    A capital that begins a sentence counts only if the word is in no dictionary; common capitals (peoples, ranks,
    days, general acronyms) never do; common words in the middle need a cue such as *chez* or *à* before them.
    """
    if stop > place + 1 and _is_dropped(words, place, rules):
        return None
    while stop > place + 1 and words.lowers[stop - 1] in _TRAILING:
        stop -= 1
    if stop == place + 1:
        return _single(words, place, rules)
    # Two capitals inside an English sentence make a name, common words or not (Thames Water).
    english = words.language == "en" and not words.begins(place)
    # A capital article inside a French sentence belongs to the name behind it (Le Particulier).
    own = words.lowers[place] in ("le", "la", "les") and not words.begins(place) and words.language == "fr"
    own = own and words.surfaces[place + 1] not in rules.common and not _is_dropped(words, place + 1, rules)
    weak = not (english or own) and all(_is_weak(words, here, rules) for here in range(place, stop))
    if stop - place > 4 or (weak and not _cue(words, place, rules) and not _is_english_office(words, stop - 1, rules)):
        return None
    return Found(place, stop, words.text(place, stop), type_of(words, place, stop, rules))


def _is_english_office(words: Words, place: int, rules: NameRules) -> bool:
    """Whether a name ends as an organisation's does in English: Federal Trade Commission."""
    return words.surfaces[place] in rules.organisations


def run_end(words: Words, place: int, rules: NameRules) -> int:
    """The word after the last of a run of glued capitals, a number at its end included (Leopard 2)."""
    stop = place + 1
    while stop < min(len(words), place + _LONGEST) and words.glued(stop - 1, stop):
        if words.surfaces[stop].isdigit():
            return stop + 1 if could_be_version(words, stop) else stop
        word = words.surfaces[stop]
        if not is_capital(word) or is_first_name(word, rules) or _PERIOD.fullmatch(word):
            break
        stop += 1
    return stop


def type_of(words: Words, first: int, stop: int, rules: NameRules) -> NameType:
    """What a name most likely names, by what stands before it and by its form; an organisation where nothing tells."""
    text = words.text(first, stop)
    before = words.lowers[first - 1] if first and words.between(first - 1, first) == " " else ""
    if before in rules.product_cues or any(letter.isdigit() for letter in text):
        return "PRODUCT"
    if before in rules.organisation_cues or (stop > first + 1 and words.surfaces[stop - 1] in rules.organisations):
        return "ORG"  # Lemaire Banque
    if _could_be_person(words, first, stop, rules):
        return "PER"
    dated = first == 0 and _DATELINE.match(words.folded, words.ends[stop - 1]) is not None
    return "LOC" if dated or _PLACE_FORM.fullmatch(text) or _is_place(words, first, rules) else "ORG"


def _could_be_person(words: Words, first: int, stop: int, rules: NameRules) -> bool:
    """Two or three words of letters, the first in no dictionary, in a place's position all of them."""
    place = _is_place(words, first, rules)
    parts = words.surfaces[first:stop]
    led = words.lowers[first] in ("le", "la") and not place
    # After a capital article (Le Gall) only the text's own language tells a surname from a common noun.
    foreign = [
        not (is_common_word(part, words.language, rules) if led else _in_dictionaries(part, rules))
        for part in parts
        if part.lower() not in _PARTICLES
    ]
    letters = all(part.replace("-", "").replace("'", "").isalpha() and not part.isupper() for part in parts)
    camel = any(part[1:] != part[1:].lower() and "-" not in part and "'" not in part for part in parts)
    return 1 < len(parts) <= 3 and letters and not camel and foreign[0] and (all(foreign) or not place)


def _single(words: Words, place: int, rules: NameRules) -> Found | None:
    word = words.surfaces[place]
    cue = _cue(words, place, rules)
    if len(word) < 2 or (words.begins(place) and len(word) < 3):
        return None
    if word in rules.common or word in rules.acronyms or word in rules.titles or is_demonym(words.lowers[place], rules):
        return None
    if _PERIOD.fullmatch(word) and cue not in rules.product_cues:
        return None
    if _is_weak(words, place, rules) and cue is None:
        return Found(place, place + 1, word, "PER", certain=False)
    if _PEOPLE_FORM.fullmatch(words.lowers[place]) and place and words.lowers[place - 1] in _BEFORE_PEOPLE:
        return None
    if is_first_name(word, rules) and cue is None:
        return Found(place, place + 1, word, "PER", certain=not words.begins(place))
    return Found(place, place + 1, word, type_of(words, place, place + 1, rules))


def _is_dropped(words: Words, place: int, rules: NameRules) -> bool:
    """Whether a capital at the beginning of a run is only the sentence's, a title or a common capital."""
    word = words.surfaces[place]
    if word in rules.titles or word in rules.acronyms or word in rules.common:
        return True
    if is_demonym(words.lowers[place], rules) or _PERIOD.fullmatch(word):
        return True
    if _ROMAN.fullmatch(word) and words.lowers[place] not in _ARTICLES:
        return True
    return words.begins(place) and is_common_word(word, words.language, rules)


def _is_weak(words: Words, place: int, rules: NameRules) -> bool:
    """Whether a word says little of a name: it is in the dictionary, a number or a common capital."""
    word = words.surfaces[place]
    if word in rules.common or word.isdigit() or len(word) == 1:
        return True
    mixed = word[1:] != word[1:].lower()
    return not mixed and is_common_word(word, words.language, rules)


def _cue(words: Words, place: int, rules: NameRules) -> str | None:
    if place == 0 or words.between(place - 1, place) != " ":
        return None
    before = words.lowers[place - 1]
    if before in rules.organisation_cues or before in rules.product_cues or before == "à":
        return before
    return None


def _is_place(words: Words, first: int, rules: NameRules) -> bool:
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


def _in_dictionaries(word: str, rules: NameRules) -> bool:
    return is_common_word(word, "fr", rules) or is_common_word(word, "en", rules)
