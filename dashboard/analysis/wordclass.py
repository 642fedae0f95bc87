"""Whether a lemma is a noun, an adjective, a verb or no term, without a tagger: by its forms and endings.

A verb is what simplemma's word lists conjugate; an adjective has an adjective's ending, is made from a verb or
stands in the configuration; everything else that is no stop word is taken as a noun.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from dashboard.config.terms import TermSettings
from dashboard.text.lemmas import lemma_of

WordClass = Literal["noun", "adjective", "verb", "adverb"]

_IRREGULAR = frozenset(
    (
        "être", "avoir", "faire", "aller", "venir", "tenir", "voir", "savoir", "pouvoir", "vouloir", "devoir",
        "falloir", "valoir", "naître", "connaître", "paraître", "disparaître", "apparaître", "croire", "boire",
        "asseoir", "mourir", "courir", "offrir", "ouvrir", "couvrir", "souffrir", "cueillir", "acquérir",
        "conquérir", "pleuvoir", "prévoir", "recevoir", "décevoir", "concevoir", "percevoir", "apercevoir",
        "émouvoir", "promouvoir", "mettre", "prendre", "requérir", "vaincre", "convaincre", "suivre",
    )
)  # fmt: skip
_ADJECTIVE = (
    "ique", "uel", "iel", "nel", "tel", "eux", "able", "ible", "aire", "ial", "nal", "ral", "cal", "tal", "oral",
    "gal", "val", "dal", "mal", "bal", "tif", "sif", "ien", "ais", "ois", "éen", "esque",
    # Forms that word lists do not bring back to a lemma, of places above all: la mairie *rennaise*.
    "aise", "oise", "ienne", "éenne", "aises", "oises", "iennes", "éennes", "uels", "iels", "nels", "tifs", "tives",
)  # fmt: skip
_ADVERB_STEMS = (
    "amment", "emment", "iquement", "ellement", "eusement", "ivement", "alement", "ablement", "iblement",
    "airement", "ièrement", "idement", "urement", "ûrement", "ainement", "ouvellement", "ément", "ûment",
)  # fmt: skip


# How the participle of an irregular verb ends, and the verb.
_PARTICIPLES = (
    ("i", ("ir", "re")), ("u", ("re", "ir", "oir")), ("uit", ("uire",)), ("it", ("ire",)), ("ris", ("rendre",)),
    ("is", ("ettre",)), ("quis", ("quérir",)), ("ert", ("rir",)), ("eint", ("eindre",)), ("aint", ("aindre",)),
    ("cu", ("cre",)), ("clu", ("clure",)), ("clus", ("clure",)),
)  # fmt: skip
# Words that count: cardinals, their collectives in -aine, ordinals in -ième, fractions.
_CARDINALS = frozenset(
    (
        "zéro", "un", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
        "treize", "quatorze", "quinze", "seize", "vingt", "vingts", "trente", "quarante", "cinquante", "soixante",
        "septante", "huitante", "octante", "nonante", "cent", "cents", "mille", "et", "million", "millions",
        "milliard", "milliards", "demi", "demie", "tiers", "quart", "quarts", "moitié", "millier", "milliers",
    )
)  # fmt: skip
_ORDINAL = re.compile(
    "(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz|vingt|trent|quarant"
    "|cinquant|soixant|septant|huitant|nonant|cent|mill|milliard|million|un)ièmes?"
)
_COLLECTIVE = re.compile("(?:huit|neuv|diz|douz|quinz|vingt|trent|quarant|cinquant|soixant|septant|nonant|cent)aines?")
# A quarter or half of a year (T2, Q3, S1), and units of measure that have no word.
_CODE = re.compile("[tqs][1-4]|[kmgt]?wh?|[mkcd]?m[²³23]?|[kcm]?g|ha|k?t|[km]€|[kmg]?hz|[kmgt]o|f?cfa|usd|eur|chf|gbp")


def is_measure(word: str) -> bool:
    """Whether a word in lower case counts or measures: a number in letters, an ordinal, a quarter, a unit."""
    if _CODE.fullmatch(word):
        return True
    parts = word.split("-")
    return all(part in _CARDINALS for part in parts[:-1]) and (
        (parts[-1] in _CARDINALS and word not in ("un", "une", "et"))
        or bool(_ORDINAL.fullmatch(parts[-1]) or _COLLECTIVE.fullmatch(parts[-1]))
    )


@cache
def infinitive_of(word: str) -> str:
    """The verb of which a word in lower case may be the third person of the present; ``""`` where there is none.

    For the forms in -e that simplemma takes for words of their own, since many are nouns too: *conteste*, *lève*.
    """
    if not word.endswith("e") or len(word) < 4 or word.endswith("ée"):
        return ""
    stem = word[:-1]
    plain = re.sub("[èê](?=[^aeiouyéèê]{1,2}$)", "e", stem)
    closed = re.sub("è(?=[^aeiouyéèê]{1,2}$)", "é", stem)
    return next((verb for verb in (stem + "er", plain + "er", closed + "er") if _is_verb(verb)), "")


def word_class(lemma: str, language: str, settings: TermSettings) -> WordClass:
    """The class of a lemma; a word that nothing tells of is a noun. Outside French everything is a noun."""
    if language != "fr" or not lemma:
        return "noun"
    if _is_verb(lemma):
        return "verb"
    if lemma in settings.nouns:
        return "noun"
    if lemma.endswith("ment") and _is_adverb(lemma):
        return "adverb"
    if lemma in settings.adjectives or (lemma.endswith(_ADJECTIVE) and "-" not in lemma) or is_participle(lemma):
        return "adjective"
    return "noun"


@cache
def _is_verb(lemma: str) -> bool:
    if not lemma.endswith(("er", "ir", "re")) or len(lemma) < 4:
        return False
    if lemma in _IRREGULAR:
        return True
    stem = lemma[:-2]
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    forms = (soft + "ait", soft + "aient", stem + "issait", stem + "aient", lemma.rstrip("e") + "ait")
    return any(form != lemma and lemma_of(form, "fr") == lemma for form in forms)


@cache
def is_participle(lemma: str) -> bool:
    """Whether a verb makes the word: *injecté*, *galopant*, *réduit*; nouns among them stand in the configuration."""
    if lemma.startswith("in") and len(lemma) > 6 and is_participle(lemma[2:]):
        return True
    if lemma.endswith(("é", "ée")):
        return _is_verb(lemma.rstrip("e").removesuffix("é") + "er")
    if lemma.endswith(("ou", "ait")):
        return False
    if lemma.endswith("ant"):
        return _is_verb(lemma[:-3] + "er") or _is_verb(lemma[:-3] + "re")
    return any(
        lemma.endswith(end) and len(lemma) > len(end) + 1 and _is_verb(lemma[: -len(end)] + ending)
        for end, endings in _PARTICIPLES
        for ending in endings
    )


def _is_adverb(lemma: str) -> bool:
    if lemma.endswith(_ADVERB_STEMS):
        return True
    stem = lemma[:-4]
    return stem.endswith("e") and lemma_of(stem, "fr") == stem[:-1] and not _is_verb(stem + "r")
