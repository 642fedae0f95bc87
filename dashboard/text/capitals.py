"""Names that no list holds, from capitals inside sentences; doubtful ones are left alone."""

from __future__ import annotations

import re

from dashboard.config.names import NameRules
from dashboard.model import NameType
from dashboard.text.gazetteer import Found
from dashboard.text.hints import LED, after_article, apposed_kind, cue_before, is_dated, is_place, names_firm
from dashboard.text.people import is_demonym, is_first_name
from dashboard.text.runs import PERIOD
from dashboard.text.words import Words, is_common_word

_PLACE_FORM = re.compile(
    r"(?:Saint|Sainte|Saints|Haute?s?|Bas|Basses?|Mont|Val|Vallée|Port|Pont|Château|Villeneuve|Bourg|Roche|Nouvelle)-.+|"
    r".+-(?:Nord|Sud|Est|Ouest)|.+-(?:sur|sous|en|de|du|des|la|le|les|lès|lez|aux|à|d'|l')-?.+",
    re.I,
)
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


def capitals_at(words: Words, place: int, stop: int, rules: NameRules) -> Found | None:
    """The name that the capitals from ``place`` up to ``stop`` make, None where they may well be none.

    A capital that begins a sentence counts only if the word is in no dictionary; common capitals (peoples, ranks,
    days, general acronyms) never do; common words in the middle need a cue such as *chez* or *à* before them.
    """
    headed = _is_headed(words, place, stop, rules)
    if stop > place + 1 and not headed and _is_dropped(words, place, rules):
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
    pair = headed or _is_pair(words, place, stop, rules)
    weak = not (english or own or pair) and all(_is_weak(words, here, rules) for here in range(place, stop))
    told = cue_before(words, place, rules) or _is_english_office(words, stop - 1, rules)
    if stop - place > 4 or (weak and not told):
        return None
    return Found(place, stop, words.text(place, stop), type_of(words, place, stop, rules))


def _is_headed(words: Words, place: int, stop: int, rules: NameRules) -> bool:
    """Whether a common noun that begins a sentence begins a name as well: Meubles Kerlen, Nuit Blanche.

    Either it is a plural before a word that is in no dictionary, or the capital behind it is on a common word too.
    """
    if stop != place + 2 or not words.begins(place) or words.between(place, place + 1) != " ":
        return False
    if not _could_head(words, place, rules) or words.surfaces[place + 1] in rules.common | rules.acronyms:
        return False
    if is_demonym(words.lowers[place + 1], rules):
        return False  # Huit Romands sur dix
    if _is_weak(words, place + 1, rules):
        return not words.surfaces[place + 1][0].isdigit()
    return words.lowers[place].endswith(("s", "x")) and not words.surfaces[place + 1].isupper()


def _is_pair(words: Words, place: int, stop: int, rules: NameRules) -> bool:
    """Whether two common words with capitals, or one and a number, stand inside a French sentence: le Galet 2."""
    if stop == place + 1 or words.begins(place) or words.language != "fr":
        return False
    rest = words.surfaces[place + 1 : stop]
    clear = not any(word in rules.common or word in rules.acronyms for word in words.surfaces[place:stop])
    return clear and _could_head(words, place, rules) and not any(len(word) == 1 and word.isalpha() for word in rest)


def _could_head(words: Words, place: int, rules: NameRules) -> bool:
    """Whether a common word is one that a name may begin with: no preposition, rank, people or common capital."""
    word, lower = words.surfaces[place], words.lowers[place]
    if len(word) < 4 or word.isupper() or _is_no_head(lower, rules) or lower.endswith("ment"):
        return False
    counted = lower.partition("-")[0] in rules.openers
    return not (counted or word in rules.common or word in rules.titles or is_demonym(lower, rules))


def _is_no_head(lower: str, rules: NameRules) -> bool:
    return lower in rules.openers or lower in rules.naming or lower in rules.people


def _is_english_office(words: Words, place: int, rules: NameRules) -> bool:
    """Whether a name ends as an organisation's does in English: Federal Trade Commission."""
    return words.surfaces[place] in rules.organisations


def type_of(words: Words, first: int, stop: int, rules: NameRules) -> NameType:
    """What a name most likely names, by what stands before it and by its form; an organisation where nothing tells."""
    text = words.text(first, stop)
    cue = cue_before(words, first, rules)
    if cue in rules.product_cues or any(letter.isdigit() for letter in text):
        return "PRODUCT"
    if cue in rules.organisation_cues or (stop > first + 1 and words.surfaces[stop - 1] in rules.organisations):
        return "ORG"  # Lemaire Banque
    if cue in rules.naming:
        return "ORG" if names_firm(words, first, rules) else "PRODUCT"
    apposed = apposed_kind(words, first, stop, rules)
    if apposed or (cue in LED and stop == first + 1):
        return apposed or "ORG"
    if is_first_name(words.surfaces[first], rules) and after_article(words, first):
        return "PRODUCT"
    if _could_be_person(words, first, stop, rules):
        return "PER"
    dated = first == 0 and is_dated(words, words.ends[stop - 1])
    return "LOC" if dated or _PLACE_FORM.fullmatch(text) or is_place(words, first, rules) else "ORG"


def _could_be_person(words: Words, first: int, stop: int, rules: NameRules) -> bool:
    """Two or three words of letters, the first in no dictionary, in a place's position all of them."""
    place = is_place(words, first, rules)
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
    if word in rules.common or word in rules.acronyms or word in rules.titles or is_demonym(words.lowers[place], rules):
        return None
    begins = words.begins(place)
    if len(word) < 2 or (begins and len(word) < 3):
        return None
    if begins and word.isupper() and len(word) > 3 and is_common_word(word, words.language, rules):
        return None  # the label of a newsroom: AUTOMOBILE. La ...
    cue = cue_before(words, place, rules)
    if PERIOD.fullmatch(word) and cue not in rules.product_cues:
        return None
    if _is_weak(words, place, rules) and cue is None:
        return Found(place, place + 1, word, "PER", certain=False)
    if _PEOPLE_FORM.fullmatch(words.lowers[place]) and place and words.lowers[place - 1] in _BEFORE_PEOPLE:
        return None
    if is_first_name(word, rules) and cue is None and not after_article(words, place):
        return Found(place, place + 1, word, "PER", certain=not begins)
    return Found(place, place + 1, word, type_of(words, place, place + 1, rules))


def _is_dropped(words: Words, place: int, rules: NameRules) -> bool:
    """Whether a capital at the beginning of a run is only the sentence's, a title or a common capital."""
    word = words.surfaces[place]
    if word in rules.titles or word in rules.acronyms or word in rules.common:
        return True
    if is_demonym(words.lowers[place], rules) or PERIOD.fullmatch(word):
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


def _in_dictionaries(word: str, rules: NameRules) -> bool:
    return is_common_word(word, "fr", rules) or is_common_word(word, "en", rules)
