"""An article read: everything that needs this article alone."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np

from dashboard.config import Config
from dashboard.model import Article, Document, Name, Passage, Sentence, Tokens, Word
from dashboard.text.clean import fold
from dashboard.text.lemmas import lemma_of
from dashboard.text.names import names_of
from dashboard.text.passages import passages_of
from dashboard.text.sentences import sentences_in
from dashboard.text.words import Words, is_loud, words_in


def read_document(article: Article, config: Config) -> Document:
    """The article with its passages, and the sentences, tokens and names of those that are no boilerplate."""
    passages = passages_of(article, config.analysis.text)
    folded = fold(article.text)
    content = [passage for passage in passages if passage.role != "boilerplate"]
    words = words_in(article.text, folded, [(passage.start, passage.end) for passage in content], article.language)
    sentences = _sentences(folded, passages)
    names = names_of(article, content, words, config.entities)
    tokens = _tokens(content, words, sentences, names)
    return Document(article, passages, sentences, tokens, names)


def _sentences(folded: str, passages: Sequence[Passage]) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(start, end, place)
        for place, passage in enumerate(passages)
        if passage.role != "boilerplate"
        for start, end in sentences_in(folded[passage.start : passage.end], passage.start)
    )


def _tokens(
    passages: Sequence[Passage],
    words: Sequence[Words],
    sentences: Sequence[Sentence],
    names: Sequence[Name],
) -> Tokens:
    here = list(zip(passages, words, strict=True))
    starts = array("q", [passage.start + start for passage, found in here for start in found.starts])
    ends = array("q", [passage.start + end for passage, found in here for end in found.ends])
    tokens: list[Word] = []
    for found in words:
        tokens += map(_words(found.language, is_loud(found.printed)).__getitem__, found.printed)
    for name in names:
        if not name.described:
            inside = slice(bisect_left(starts, name.start), bisect_left(starts, name.end))
            tokens[inside] = [_names_words(word.language)[word.surface] for word in tokens[inside]]
    begins = np.array([sentence.start for sentence in sentences[1:]], dtype=np.int64)
    places = np.searchsorted(begins, np.frombuffer(starts, dtype=np.int64), side="right") if starts else begins
    return Tokens(starts, ends, tuple(tokens), array("q", places.tobytes()))


class _Words(dict[str, Word]):
    """One word for each surface in a language, made when it is first asked for."""

    def __init__(self, language: str, lemma: Callable[[str], str]) -> None:
        super().__init__()
        self._language, self._lemma = language, lemma

    def __missing__(self, surface: str) -> Word:
        found = self[surface] = Word(surface, self._lemma(surface), self._language)
        return found


@cache
def _words(language: str, loud: bool) -> _Words:
    return _Words(language, lambda surface: token_lemma(surface, language, loud))


@cache
def _names_words(language: str) -> _Words:
    return _Words(language, lambda surface: surface)


def token_lemma(surface: str, language: str, loud: bool = False) -> str:
    """The lemma of one token that is part of no name: numbers and acronyms as they are, else as ``lemma_of``.

    In a ``loud`` passage, all in capitals, capitals make no acronym.
    """
    if surface[0].isdigit() or (could_be_acronym(surface) and not loud):
        return surface
    return lemma_of(surface, language)


def could_be_acronym(word: str) -> bool:
    """Two to six capitals, as in IA, which are no form of a word (*ai*)."""
    return 2 <= len(word) <= 6 and word.isalpha() and word.isupper()
