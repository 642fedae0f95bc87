"""Whether a lemma is a noun, an adjective, a verb or no term, without a tagger: by its forms and endings.

A verb is what simplemma's word lists conjugate; an adjective has an adjective's ending, is made from a verb or
stands in the configuration; everything else that is no stop word is taken as a noun.
"""

from __future__ import annotations

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
        "émouvoir", "promouvoir",
    )
)  # fmt: skip
_ADJECTIVE = (
    "ique", "uel", "iel", "nel", "tel", "eux", "able", "ible", "aire", "ial", "nal", "ral", "cal", "tal", "oral",
    "gal", "val", "dal", "mal", "bal", "tif", "sif", "ien", "ais", "ois", "éen", "iste", "esque",
)  # fmt: skip
_ADVERB_STEMS = (
    "amment", "emment", "iquement", "ellement", "eusement", "ivement", "alement", "ablement", "iblement",
    "airement", "ièrement", "idement", "urement", "ûrement", "ainement", "ouvellement", "ément", "ûment",
)  # fmt: skip


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
    if lemma in settings.adjectives or (lemma.endswith(_ADJECTIVE) and "-" not in lemma) or _is_participle(lemma):
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


def _is_participle(lemma: str) -> bool:
    """Whether a verb makes the word: *injecté*, *galopant*; nouns among them stand in the configuration."""
    if lemma.endswith(("é", "ée")):
        return _is_verb(lemma.rstrip("e").removesuffix("é") + "er")
    return lemma.endswith("ant") and (_is_verb(lemma[:-3] + "er") or _is_verb(lemma[:-3] + "re"))


def _is_adverb(lemma: str) -> bool:
    if lemma.endswith(_ADVERB_STEMS):
        return True
    stem = lemma[:-4]
    return stem.endswith("e") and lemma_of(stem, "fr") == stem[:-1] and not _is_verb(stem + "r")
