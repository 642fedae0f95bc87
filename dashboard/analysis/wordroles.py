"""What a word is to the terms: a unit with a key, a link between two units, or what parts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dashboard.analysis.wordclass import infinitive_of, is_measure, word_class
from dashboard.config import Config
from dashboard.model import Word
from dashboard.text.clean import fold
from dashboard.text.lemmas import lemma_of
from dashboard.text.tokens import spans_of

# A compound is a phrase of the configuration, which is a term whole and part of no other; a place is also a person of
# whom the text gives one name alone.
NAME, PLACE, NOUN, ADJECTIVE, VERB, COMPOUND = range(6)
_KINDS = {"noun": NOUN, "adjective": ADJECTIVE, "verb": VERB}
# What a word is between units, or that it is one; ``EITHER``: a noun or a verb's form, as its place says.
PARTS, SAYS_OF, SAYS_OF_THE, SAYS_THE, CONTENT, EITHER = range(6)


#: Words after which *offre*, *marche*, *conteste* are nouns.
BEFORE_NOUN = frozenset(
    (
        "le", "la", "les", "l'", "un", "une", "de", "d'", "du", "des", "à", "au", "aux", "en", "sur", "sous", "par",
        "pour", "sans", "avec", "contre", "dans", "entre", "et", "ou", "ce", "cet", "cette", "ces", "son", "sa", "ses",
        "leur", "leurs", "mon", "ma", "mes", "notre", "nos", "votre", "vos", "quel", "quelle", "chaque", "aucune",
        "aucun", "quelque", "quelques", "plusieurs", "certains", "certaines", "toute", "tout", "même", "autre",
        "autres", "première", "premier", "seconde", "dernière", "dernier", "prochaine", "prochain", "après", "avant",
        "dès", "depuis", "comme", "vers", "chez", "hors", "via", "selon", "malgré",
    )
)  # fmt: skip
_OF = frozenset(("de", "d'"))
_OF_THE = frozenset(("du", "des"))
_THE = frozenset(("la", "le", "les", "l'"))


class Role(NamedTuple):
    """What a word is; a unit has a key and a kind. ``compound``: whether a phrase of the configuration may begin
    with it."""

    role: int
    key: str = ""
    kind: int = NOUN
    compound: bool = False


class Reader:
    """What the settings make of words, each distinct one looked at once."""

    def __init__(self, config: Config) -> None:
        """Stop words, joined spellings and adjectives are those of ``config``."""
        self.settings = config.analysis.terms
        self._stop: Mapping[str, frozenset[str]] = config.analysis.stopwords
        self.same = joined_lemmas(config.analysis.terms.same)
        self.compounds = _compounds(config.analysis.terms.phrases)
        self._begin = frozenset(first for first, _ in self.compounds)
        self.read = cache(self._read)
        self.noun_follows = cache(self._noun_follows)

    def _noun_follows(self, word: Word) -> bool:
        """Whether a form that may be a verb's is a noun after this word."""
        return word.surface[0].isdigit() or any(
            form in BEFORE_NOUN or form in self.settings.general or is_measure(form)
            for form in (fold(word.surface).lower(), word.lemma)
        )

    def _read(self, word: Word) -> Role:
        begins = word.language == "fr" and word.lemma in self._begin
        return self._role(word)._replace(compound=begins)

    def _role(self, word: Word) -> Role:
        surface, lemma, language = fold(word.surface), fold(word.lemma).lower(), word.language
        lowered = surface.lower()
        stop = self._stop.get(language, frozenset())
        acronym = surface.isupper() and len(surface) > 1
        if lowered in _OF or lowered in _OF_THE or lowered in _THE:
            return Role(SAYS_OF if lowered in _OF else SAYS_OF_THE if lowered in _OF_THE else SAYS_THE)
        if (
            not surface[0].isalpha()
            or len(surface) < 2
            or surface.endswith("'")
            or (not acronym and (lowered in stop or lemma in stop))
            or is_measure(lowered)
        ):
            return Role(PARTS)
        if language == "fr" and not acronym and _is_plural_noun(lowered, lemma):
            lemma = lowered[:-1]
        kind = "noun" if acronym else word_class(lemma, language, self.settings)
        doubtful = kind == "noun" and language == "fr" and lemma == lowered and lemma not in self.settings.nouns
        if doubtful and not acronym and infinitive_of(lemma):
            return Role(EITHER, lemma)
        return Role(PARTS) if kind == "adverb" else Role(CONTENT, self.same.get(lemma, lemma), _KINDS[kind])


def _is_plural_noun(surface: str, lemma: str) -> bool:
    """Whether a form taken for a verb's second person is the plural of a noun, as the press writes: *sauvegardes*."""
    return surface.endswith("es") and lemma.endswith("er") and surface[:-2] == lemma[:-2]


def joined_lemmas(same: Mapping[str, str]) -> dict[str, str]:
    """The joined spellings of the configuration by the keys under which terms are counted."""
    return {_lemmas(other): _lemmas(target) for other, target in same.items()}


def _compounds(phrases: Sequence[str]) -> dict[tuple[str, str], list[tuple[str, tuple[str, ...]]]]:
    """The phrases as (key, lemmas of their tokens), longest first, by their first two lemmas; the second of a phrase
    of one word is empty."""
    found: dict[tuple[str, str], list[tuple[str, tuple[str, ...]]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        words = tuple(lemma_of(phrase[start:end], "fr") for start, end in spans_of(phrase))
        key = " ".join("de" if word in ("du", "des") else word for word in words)
        found.setdefault((words[0], words[1] if len(words) > 1 else ""), []).append((key, words))
    return found


def _lemmas(words: str) -> str:
    """The key of a term: its words' lemmas, ``de`` for every link."""
    lemmas = (lemma_of(word, "fr") for word in words.replace("d'", "de ").split())
    return " ".join("de" if lemma == "du" else lemma for lemma in lemmas)
