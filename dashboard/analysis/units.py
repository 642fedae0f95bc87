"""A document as the units that terms are made of: names and content words, and what links each to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.analysis.wordclass import word_class
from dashboard.config import Config
from dashboard.model import Document, Token
from dashboard.text.clean import fold
from dashboard.text.lemmas import lemma_of

# Between two units of one phrase: nothing, a bare "de", or "de" with an article; anything else parts them.
ADJACENT, OF, OF_THE, APART = 0, 1, 2, 3
_OF = frozenset(("de", "d'"))
_OF_THE = frozenset(("du", "des"))
_THE = frozenset(("la", "le", "les", "l'"))
_BLANK = frozenset(("", " ", "\u00a0", "\u202f", "-"))
NAME, NOUN, ADJECTIVE, VERB = "name", "noun", "adjective", "verb"
_LETTERS = 2


@dataclass(slots=True)
class Units:
    """Parallel lists, one item a unit. ``links`` says what stands between a unit and the one before it."""

    keys: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    links: list[int] = field(default_factory=list)

    def add(self, key: str, kind: str, span: tuple[int, int], sentence: int, link: int) -> None:
        """One unit more."""
        self.keys.append(key)
        self.classes.append(kind)
        self.starts.append(span[0])
        self.ends.append(span[1])
        self.sentences.append(sentence)
        self.links.append(link)


class Reader:
    """Turns tokens into units by the settings, each distinct token looked at once."""

    def __init__(self, config: Config) -> None:
        """Stop words, joined spellings and adjectives are those of ``config``."""
        self.settings = config.analysis.terms
        self._stop: Mapping[str, frozenset[str]] = config.analysis.stopwords
        self.same = joined_lemmas(config.analysis.terms.same)
        self._known: dict[tuple[str, str, str], tuple[str, str] | None] = {}

    def read(self, document: Document) -> Units:
        """The units of a document in the text's order; a name's words are one unit, a description none."""
        units = Units()
        names = {name.start: name for name in document.names if not name.described}
        text, language = document.article.text, document.article.language
        link, until, last, sentence = APART, -1, 0, -1
        for token in document.tokens:
            if token.start < until:
                continue
            if token.sentence != sentence or text[last : token.start] not in _BLANK:
                link, sentence = APART, token.sentence
            last = token.end
            name = names.get(token.start)
            if name is not None:
                units.add(name.name, NAME, (name.start, name.end), sentence, link)
                until = last = name.end
                link = ADJACENT
                continue
            known = self._word(token, language)
            if known is None:
                link = _linked(link, token)
            else:
                units.add(known[0], known[1], (token.start, token.end), sentence, link)
                link = ADJACENT
        return units

    def _word(self, token: Token, language: str) -> tuple[str, str] | None:
        key = (token.surface, token.lemma, language)
        if key not in self._known:
            self._known[key] = self._classed(token, language)
        return self._known[key]

    def _classed(self, token: Token, language: str) -> tuple[str, str] | None:
        """Key and class of a word; None where it is no content word."""
        surface, lemma = fold(token.surface), fold(token.lemma).lower()
        stop = self._stop.get(language, frozenset())
        acronym = surface.isupper() and len(surface) > 1
        if not surface[0].isalpha() or len(surface) < _LETTERS or (surface.lower() in stop and not acronym):
            return None
        if lemma in stop and not acronym:
            return None
        kind = NOUN if acronym else word_class(lemma, language, self.settings)
        if kind == "adverb":
            return None
        return self.same.get(lemma, lemma), kind


def joined_lemmas(same: Mapping[str, str]) -> dict[str, str]:
    """The joined spellings of the configuration by the keys under which terms are counted."""
    return {_lemmas(other): _lemmas(target) for other, target in same.items()}


def _lemmas(words: str) -> str:
    """The key of a term: its words' lemmas, ``de`` for every link."""
    lemmas = (lemma_of(word, "fr") for word in words.replace("d'", "de ").split())
    return " ".join("de" if lemma == "du" else lemma for lemma in lemmas)


def _linked(link: int, token: Token) -> int:
    """What links the last unit to the next, one function word further on."""
    word = fold(token.surface).lower()
    if link == ADJACENT and word in _OF:
        return OF
    if link == ADJACENT and word in _OF_THE:
        return OF_THE
    if link == OF and word in _THE:
        return OF_THE
    return APART
