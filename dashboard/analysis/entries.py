"""The words of the themes' entries: which count, which small ones stand beside them, in which forms they occur."""

from __future__ import annotations

from functools import cache

from dashboard.model import Word
from dashboard.text.clean import fold
from dashboard.text.lemmas import lemma_of
from dashboard.text.tokens import spans_of

# The small words before and after a word.
Beside = tuple[tuple[str, ...], tuple[str, ...]]
# Words that may stand inside a phrase unseen, and are left out of its entry as well.
GLUE = frozenset(
    (
        "le", "la", "les", "l'", "l", "un", "une", "des", "d'", "d", "de", "du", "à", "au", "aux", "son", "sa",
        "ses", "s'", "se", "leur", "leurs", "notre", "nos", "votre", "vos", "mon", "ma", "mes", "ce", "cet",
        "cette", "ces", "environ", "près", "quelque", "quelques", "plusieurs", "tout", "toute", "tous", "toutes",
        "quelconque", "très", "the", "a", "an", "of", "its", "their", "our",
    )
)  # fmt: skip
_ACCENTS = str.maketrans("àâäçéèêëîïôöùûü", "aaaceeeeiioouuu")
# Small words that are forms of one; those of reflexive verbs may stand apart from the verb (*s'est allié*).
_SMALL = {"d'": "de", "d": "de", "du": "de", "des": "de", "au": "à", "aux": "à", "l'": "le", "l": "le", "la": "le"}
_SMALL |= {"les": "le", "une": "un"}
_REFLEXIVE = frozenset(("se", "s'"))


def content(part: str) -> list[str]:
    """The words of an entry's part less the small ones; all of them where it has no others."""
    words = split(part)
    return [word for word in words if word not in GLUE] or words


def beside(part: str) -> Beside:
    """The small words of a phrase that has one other word alone; they tell *au prix de* from any price."""
    words = split(part)
    places = [place for place, word in enumerate(words) if word not in GLUE]
    if len(places) != 1 or len(words) == 1:
        return (), ()
    small = [_SMALL.get(word, word) for word in words]
    before = tuple(word for word in small[: places[0]] if word not in _REFLEXIVE)
    return before, tuple(small[places[0] + 1 :])


@cache
def small(surface: str) -> str:
    """A word as it is compared with the small words of an entry: *du* is *de*, *aux* is *à*."""
    plain = fold(surface).lower()
    return _SMALL.get(plain, plain)


def is_glue(word: Word) -> bool:
    """Whether a word may stand inside a phrase unseen: a number or a small word."""
    return word.surface[0].isdigit() or word.lemma in GLUE or fold(word.surface).lower() in GLUE


def split(part: str) -> list[str]:
    """The words of an entry's part, elisions apart; a family keeps its ``*``."""
    return [word for piece in part.split() for word in _words_of(piece)] or [fold(part.strip())]


@cache
def _words_of(piece: str) -> tuple[str, ...]:
    folded = fold(piece)
    if piece.endswith("*"):
        return (folded,)
    return tuple(folded[start:end] for start, end in spans_of(folded))


def forms_of(word: str, in_phrase: bool) -> set[str]:
    """Every key under which an entry's word is found: itself, its plurals and feminines, and without the accent
    on its first letter, which capitals often lack. One with a capital is found as written alone."""
    if word.endswith("*"):
        return set()
    if word != word.lower():
        return {word}
    forms = {word, word + "s", word + "x"}
    if word.endswith("é"):
        forms |= {word + "e", word + "es"}
    if word.endswith("al"):
        forms.add(word[:-1] + "ux")
    if in_phrase:
        forms.add(lemma_of(word, "fr"))
    return forms | {form[0].translate(_ACCENTS) + form[1:] for form in forms}
