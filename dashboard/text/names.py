"""Names of people, organisations, products and places, every spelling joined to its canonical one."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.config.entities import Entities
from dashboard.model import Article, Name, Passage
from dashboard.text.gazetteer import Match, Words, matches_of, words_of


def names_of(
    article: Article, passages: Sequence[Passage], spans: Sequence[Sequence[tuple[int, int]]], entities: Entities
) -> tuple[Name, ...]:
    """The names of an article, sorted by ``start``; ``spans`` are the words of each passage.

    A description (``described``) may hold the name of a place or a product, so only descriptions overlap names.
    """
    names: list[Name] = []
    for passage, words_at in zip(passages, spans, strict=True):
        here = [(start - passage.start, end - passage.start) for start, end in words_at]
        words = words_of(article.text[passage.start : passage.end], here)
        names += [_name(article, passage, words, match) for match in matches_of(words, entities)]
    return tuple(sorted(names, key=lambda name: (name.start, -name.end)))


def _name(article: Article, passage: Passage, words: Words, match: Match) -> Name:
    start = passage.start + words.starts[match.first]
    end = passage.start + words.ends[match.stop - 1] + len(match.entry.tail)
    entry = match.entry
    surface = article.text[start:end]
    return Name(article.article_id, passage.passage_id, start, end, surface, entry.name, entry.type, entry.described)
