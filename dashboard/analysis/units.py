"""A document as the units that terms are made of: names and content words, and what links each to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.analysis.wordclass import infinitive_of, is_measure, word_class
from dashboard.config import Config
from dashboard.model import Document, Token
from dashboard.text.clean import fold
from dashboard.text.lemmas import lemma_of
from dashboard.text.tokens import spans_of

# Between two units of one phrase: nothing, a bare "de", or "de" with an article; anything else parts them.
ADJACENT, OF, OF_THE, APART = 0, 1, 2, 3
NAME, PLACE, NOUN, ADJECTIVE, VERB = "name", "place", "noun", "adjective", "verb"
# A phrase of the configuration, which is a term whole and part of no other; a noun or a verb's form, as its place says.
COMPOUND, EITHER = "compound", "either"
# Words after which *offre*, *marche*, *conteste* are nouns.
_BEFORE_NOUN = frozenset(
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
_GAPS = frozenset((" ", "\u00a0", "\u202f", "-"))
# What a function word does to the link before it: (ADJACENT, OF, OF_THE, APART) become these.
_SAYS_OF = (OF, APART, APART, APART)
_SAYS_OF_THE = (OF_THE, APART, APART, APART)
_SAYS_THE = (APART, OF_THE, APART, APART)
_PARTS = (APART, APART, APART, APART)


@dataclass(slots=True)
class Units:
    """Parallel lists, one item a unit. ``links`` says what stands between a unit and the one before it."""

    keys: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    links: list[int] = field(default_factory=list)


class Reader:
    """Turns tokens into units by the settings, each distinct token looked at once."""

    def __init__(self, config: Config) -> None:
        """Stop words, joined spellings and adjectives are those of ``config``."""
        self.settings = config.analysis.terms
        self._stop: Mapping[str, frozenset[str]] = config.analysis.stopwords
        self.same = joined_lemmas(config.analysis.terms.same)
        self._compounds = _compounds(config.analysis.terms.phrases)
        self._known: dict[str, dict[tuple[str, str], tuple[str, str] | tuple[int, int, int, int]]] = {}

    def read(self, document: Document) -> Units:
        """The units of a document in the text's order; a name's words are one unit, a description none."""
        units = Units()
        keys, classes, starts, ends = units.keys, units.classes, units.starts, units.ends
        sentences, links = units.sentences, units.links
        names = {name.start: name for name in document.names if not name.described}
        text, language = document.article.text, document.article.language
        known = self._known.setdefault(language, {})
        found: tuple[str, str] | tuple[int, int, int, int]
        link, until, last, sentence = APART, -1, 0, -1
        compounds = self._whole(document) if language == "fr" else {}
        for place, token in enumerate(document.tokens):
            start = token.start
            if start < until:
                continue
            gap = start - last
            if token.sentence != sentence or gap > 1 or (gap == 1 and text[last] not in _GAPS):
                link, sentence = APART, token.sentence
            name, whole = names.get(start), compounds.get(start)
            if name is not None and is_measure(name.name.lower()):
                name = None
            if whole is not None and (name is None or name.end <= whole[1]):
                found = self.same.get(whole[0], whole[0]), COMPOUND
                until = last = whole[1]
            elif name is not None:
                found = (name.name, PLACE if name.type == "LOC" else NAME)
                until = last = name.end
            else:
                last = token.end
                word = (token.surface, token.lemma)
                found = known.get(word) or known.setdefault(word, self._classed(*word, language))
            if len(found) == 2:
                key, kind = found
                if kind == EITHER:
                    opens = place == 0 or document.tokens[place - 1].sentence != token.sentence
                    key, kind = self._decided(key, opens or self._noun_follows(document.tokens[place - 1]))
                keys.append(key)
                classes.append(kind)
                starts.append(start)
                ends.append(last)
                sentences.append(sentence)
                links.append(link)
                link = ADJACENT
            else:
                link = found[link]
        return units

    def _whole(self, document: Document) -> dict[int, tuple[str, int]]:
        """The phrases of the configuration in a document: where each begins -> its key and end."""
        tokens, found, until = document.tokens, {}, 0
        for place, token in enumerate(tokens):
            for key, words in self._compounds.get(token.lemma, ()):
                last = place + len(words) - 1
                if place < until or last >= len(tokens) or tokens[last].sentence != token.sentence:
                    continue
                if all(tokens[place + step].lemma == word for step, word in enumerate(words)):
                    found[token.start] = (key, tokens[last].end)
                    until = last + 1
        return found

    def _noun_follows(self, token: Token) -> bool:
        return token.surface[0].isdigit() or any(
            word in _BEFORE_NOUN or word in self.settings.general or is_measure(word)
            for word in (fold(token.surface).lower(), token.lemma)
        )

    def _decided(self, key: str, noun: bool) -> tuple[str, str]:
        return (self.same.get(key, key), NOUN) if noun else (infinitive_of(key), VERB)

    def _classed(self, surface: str, lemma: str, language: str) -> tuple[str, str] | tuple[int, int, int, int]:
        """Key and class of a content word; of any other what it does to the link before it."""
        surface, lemma = fold(surface), fold(lemma).lower()
        lowered = surface.lower()
        stop = self._stop.get(language, frozenset())
        acronym = surface.isupper() and len(surface) > 1
        if lowered in _OF or lowered in _OF_THE or lowered in _THE:
            return _SAYS_OF if lowered in _OF else _SAYS_OF_THE if lowered in _OF_THE else _SAYS_THE
        if (
            not surface[0].isalpha()
            or len(surface) < 2
            or surface.endswith("'")
            or is_measure(lowered)
            or (not acronym and (lowered in stop or lemma in stop))
        ):
            return _PARTS
        kind = NOUN if acronym else word_class(lemma, language, self.settings)
        doubtful = kind == NOUN and language == "fr" and lemma == lowered and lemma not in self.settings.nouns
        if doubtful and not acronym and infinitive_of(lemma):
            return lemma, EITHER
        return _PARTS if kind == "adverb" else (self.same.get(lemma, lemma), kind)


@dataclass(slots=True)
class _Last:
    """The units of the corpus read last, since terms, themes and topics read the same one."""

    settings: object = None
    reader: Reader | None = None
    units: dict[tuple[str, int, int, int], Units] = field(default_factory=dict)


_last = _Last()


def read_units(documents: Sequence[Document], config: Config) -> tuple[list[Units], Reader]:
    """The units of each document, and the reader that knows the joined spellings.

    What was read last is kept, by the article's id, text, words and names.
    """
    if _last.settings is not config.analysis or _last.reader is None:
        _last.settings, _last.reader, _last.units = config.analysis, Reader(config), {}
    known, reader = _last.units, _last.reader
    _last.units = {}
    for document in documents:
        key = _key(document)
        _last.units[key] = known.get(key) or reader.read(document)
    return [_last.units[_key(document)] for document in documents], reader


def _key(document: Document) -> tuple[str, int, int, int]:
    article = document.article
    return article.article_id, hash((article.text, article.language)), len(document.tokens), hash(document.names)


def joined_lemmas(same: Mapping[str, str]) -> dict[str, str]:
    """The joined spellings of the configuration by the keys under which terms are counted."""
    return {_lemmas(other): _lemmas(target) for other, target in same.items()}


def _compounds(phrases: Sequence[str]) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The phrases as (key, lemmas of their tokens), longest first, by their first lemma."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        words = tuple(lemma_of(phrase[start:end], "fr") for start, end in spans_of(phrase))
        key = " ".join("de" if word in ("du", "des") else word for word in words)
        found.setdefault(words[0], []).append((key, words))
    return found


def _lemmas(words: str) -> str:
    """The key of a term: its words' lemmas, ``de`` for every link."""
    lemmas = (lemma_of(word, "fr") for word in words.replace("d'", "de ").split())
    return " ".join("de" if lemma == "du" else lemma for lemma in lemmas)
