"""An article read: everything that needs this article alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dashboard.config import Config
from dashboard.model import Article, Document, Name, Passage, Sentence, Token
from dashboard.text.lemmas import lemma_of
from dashboard.text.names import names_of
from dashboard.text.passages import passages_of
from dashboard.text.sentences import sentences_of
from dashboard.text.tokens import spans_of
from dashboard.text.words import is_loud


def read_document(article: Article, config: Config) -> Document:
    """The article with its passages, and the sentences, tokens and names of those that are no boilerplate."""
    passages = passages_of(article, config.analysis.text)
    content = [passage for passage in passages if passage.role != "boilerplate"]
    sentences = _sentences(article.text, passages)
    spans = [spans_of(article.text, passage.start, passage.end) for passage in content]
    names = names_of(article, content, spans, config.entities)
    tokens = _tokens(article, spans, sentences, names)
    return Document(article, passages, sentences, tokens, names)


def _sentences(text: str, passages: Sequence[Passage]) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(start, end, place)
        for place, passage in enumerate(passages)
        if passage.role != "boilerplate"
        for start, end in sentences_of(text, passage.start, passage.end)
    )


def _tokens(
    article: Article, spans: Sequence[Sequence[tuple[int, int]]], sentences: Sequence[Sentence], names: Sequence[Name]
) -> tuple[Token, ...]:
    text, language = article.text, article.language
    named = [(name.start, name.end) for name in names if not name.described] + [(len(text) + 1, len(text) + 1)]
    begins = [sentence.start for sentence in sentences[1:]] + [len(text) + 1]
    tokens: list[Token] = []
    sentence = name = 0
    for passage in spans:
        surfaces = [text[start:end] for start, end in passage]
        loud = is_loud(surfaces)
        for (start, end), surface in zip(passage, surfaces, strict=True):
            while begins[sentence] <= start:
                sentence += 1
            while named[name][1] <= start:
                name += 1
            inside = named[name][0] <= start
            lemma = surface if inside else token_lemma(surface, language, loud)
            tokens.append(Token(start, end, surface, lemma, sentence))
    return tuple(tokens)


@cache
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
