"""An article read: everything that needs this article alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np

from dashboard.config import Config
from dashboard.model import Article, Document, Name, Passage, Sentence, Tokens
from dashboard.text.clean import fold
from dashboard.text.lemmas import lemma_of
from dashboard.text.names import names_of
from dashboard.text.passages import passages_of
from dashboard.text.sentences import sentences_in
from dashboard.text.words import Words, is_loud, words_of


def read_document(article: Article, config: Config) -> Document:
    """The article with its passages, and the sentences, tokens and names of those that are no boilerplate."""
    passages = passages_of(article, config.analysis.text)
    folded = fold(article.text)
    content = [passage for passage in passages if passage.role != "boilerplate"]
    words = [words_of(folded[passage.start : passage.end], article.language) for passage in content]
    sentences = _sentences(folded, passages)
    names = names_of(article, content, words, config.entities)
    tokens = _tokens(article, content, words, sentences, names)
    return Document(article, passages, sentences, tokens, names)


def _sentences(folded: str, passages: Sequence[Passage]) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(start, end, place)
        for place, passage in enumerate(passages)
        if passage.role != "boilerplate"
        for start, end in sentences_in(folded[passage.start : passage.end], passage.start)
    )


def _tokens(
    article: Article,
    passages: Sequence[Passage],
    words: Sequence[Words],
    sentences: Sequence[Sentence],
    names: Sequence[Name],
) -> Tokens:
    starts = tuple(
        [passage.start + start for passage, here in zip(passages, words, strict=True) for start in here.starts]
    )
    if not starts:
        return Tokens()
    ends = tuple([passage.start + end for passage, here in zip(passages, words, strict=True) for end in here.ends])
    printed = [_printed(article.text, passage, here) for passage, here in zip(passages, words, strict=True)]
    surfaces = tuple([surface for here in printed for surface in here])
    lemmas = [lemma for here in printed for lemma in _lemmas(here, article.language)]
    for name in names:
        if not name.described:
            inside = slice(bisect_left(starts, name.start), bisect_left(starts, name.end))
            lemmas[inside] = surfaces[inside]
    begins = np.fromiter((sentence.start for sentence in sentences[1:]), np.int64, len(sentences) - 1)
    places = np.searchsorted(begins, np.array(starts), side="right")
    return Tokens(starts, ends, surfaces, tuple(lemmas), tuple(places.tolist()))


def _printed(text: str, passage: Passage, words: Words) -> Sequence[str]:
    """The words of a passage as printed: cut out again only where folding has changed something."""
    printed = text[passage.start : passage.end]
    if printed == words.folded:
        return words.surfaces
    return [printed[start:end] for start, end in zip(words.starts, words.ends, strict=True)]


def _lemmas(surfaces: Sequence[str], language: str) -> Iterable[str]:
    return map(_known(language, is_loud(surfaces)).__getitem__, surfaces)


class _Lemmas(dict[str, str]):
    """The lemma of each word of a language, looked up when it is first asked for."""

    def __init__(self, language: str, loud: bool) -> None:
        super().__init__()
        self._language, self._loud = language, loud

    def __missing__(self, surface: str) -> str:
        found = self[surface] = token_lemma(surface, self._language, self._loud)
        return found


@cache
def _known(language: str, loud: bool) -> _Lemmas:
    return _Lemmas(language, loud)


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
