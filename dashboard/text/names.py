"""Names of people, organisations, products and places, every spelling joined to its canonical one."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.config.entities import Entities
from dashboard.model import Article, Name, Passage
from dashboard.text.descriptions import described_in
from dashboard.text.gazetteer import Found, allowed
from dashboard.text.joining import joined
from dashboard.text.scan import names_in
from dashboard.text.words import Words, is_capital, words_of


def names_of(
    article: Article,
    passages: Sequence[Passage],
    spans: Sequence[Sequence[tuple[int, int]]],
    entities: Entities,
) -> tuple[Name, ...]:
    """The names of an article, sorted by ``start``; ``spans`` are the words of each passage.

    No two names overlap, but a description (``described``: *la firme de Redmond* for Microsoft) may hold a name.
    """
    guards = allowed(entities, article.text)
    words = [_words(article, passage, found) for passage, found in zip(passages, spans, strict=True)]
    scanned = [names_in(here, entities, guards, titled=is_titled(here)) for here in words]
    settled = joined(list(zip(words, scanned, strict=True)))
    described = described_in(list(zip(words, settled, strict=True)), entities)
    names = [
        _name(article, passage, here, one)
        for passage, here, plain, more in zip(passages, words, settled, described, strict=True)
        for one in (*plain, *more)
    ]
    return tuple(sorted(names, key=lambda name: (name.start, -name.end, name.name)))


def is_titled(words: Words) -> bool:
    """Whether most words of a passage have capitals, as in English headlines or cries: there they say nothing."""
    long = [word for word in words.surfaces if len(word) > 3 and word[0].isalpha()]
    return len(long) >= 4 and sum(is_capital(word) for word in long) > 0.85 * len(long)


def _words(article: Article, passage: Passage, spans: Sequence[tuple[int, int]]) -> Words:
    here = [(start - passage.start, end - passage.start) for start, end in spans]
    return words_of(article.text[passage.start : passage.end], here, article.language)


def _name(article: Article, passage: Passage, words: Words, found: Found) -> Name:
    start = passage.start + words.starts[found.first]
    end = passage.start + words.ends[found.stop - 1] + len(found.tail)
    surface = article.text[start:end]
    return Name(
        article.article_id,
        passage.passage_id,
        start,
        end,
        surface,
        found.name,
        found.type,
        found.described,
    )
