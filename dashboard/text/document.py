"""An article read: everything that needs this article alone."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.config import Config
from dashboard.model import Article, Document, Name, Passage, Sentence, Token
from dashboard.text.lemmas import lemma_of
from dashboard.text.names import names_of
from dashboard.text.passages import passages_of
from dashboard.text.sentences import sentences_of
from dashboard.text.tokens import spans_of


def read_document(article: Article, config: Config) -> Document:
    """The article with its passages, and the sentences, tokens and names of those that are no boilerplate."""
    passages = passages_of(article, config.analysis.text)
    content = [passage for passage in passages if passage.role != "boilerplate"]
    sentences = _sentences(article.text, passages)
    spans = [spans_of(article.text, passage.start, passage.end) for passage in content]
    names = names_of(article, content, spans, config.entities)
    tokens = _tokens(article, [span for passage in spans for span in passage], sentences, names)
    return Document(article, passages, sentences, tokens, names)


def _sentences(text: str, passages: Sequence[Passage]) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(start, end, place)
        for place, passage in enumerate(passages)
        if passage.role != "boilerplate"
        for start, end in sentences_of(text, passage.start, passage.end)
    )


def _tokens(
    article: Article,
    spans: Sequence[tuple[int, int]],
    sentences: Sequence[Sentence],
    names: Sequence[Name],
) -> tuple[Token, ...]:
    text, language = article.text, article.language
    named = [(name.start, name.end) for name in names if not name.described]
    tokens: list[Token] = []
    sentence = name = 0
    for start, end in spans:
        while sentence + 1 < len(sentences) and sentences[sentence + 1].start <= start:
            sentence += 1
        while name < len(named) and named[name][1] <= start:
            name += 1
        surface = text[start:end]
        inside = name < len(named) and named[name][0] <= start
        keeps = inside or surface[0].isdigit() or could_be_acronym(surface)
        tokens.append(
            Token(
                start,
                end,
                surface,
                surface if keeps else lemma_of(surface, language),
                sentence,
            )
        )
    return tuple(tokens)


def could_be_acronym(word: str) -> bool:
    """Two to six capitals, as in IA, which are no form of a word (*ai*)."""
    return 2 <= len(word) <= 6 and word.isalpha() and word.isupper()
