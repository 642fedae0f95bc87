"""Names of people, organisations, products and places, every spelling joined to its canonical one."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.config.entities import Entities
from dashboard.config.names import NameRules
from dashboard.model import Article, Name, Passage
from dashboard.text.acronyms import concepts_in
from dashboard.text.descriptions import described_in
from dashboard.text.gazetteer import Found, allowed
from dashboard.text.joining import joined
from dashboard.text.scan import names_in
from dashboard.text.words import Words, is_capital, is_common_word, is_loud


def names_of(
    article: Article,
    passages: Sequence[Passage],
    words: Sequence[Words],
    entities: Entities,
) -> tuple[Name, ...]:
    """The names of an article, sorted by ``start``; ``words`` are those of each passage.

    No two names overlap, but a description (``described``: *la firme de Redmond* for Microsoft) may hold a name.
    """
    guards = allowed(entities, article.text)
    concepts = {short for here in words for short in concepts_in(here, entities.rules.organisations)}
    scanned = [names_in(here, entities, guards, titled=is_titled(here, entities.rules)) for here in words]
    scanned = [[name for name in found if name.known or name.name not in concepts] for found in scanned]
    settled = joined(list(zip(words, scanned, strict=True)))
    described = described_in(list(zip(words, settled, strict=True)), entities)
    names = [
        _name(article, passage, here, one)
        for passage, here, plain, more in zip(passages, words, settled, described, strict=True)
        for one in (*plain, *more)
    ]
    return tuple(sorted(names, key=lambda name: (name.start, -name.end, name.name)))


def is_titled(words: Words, rules: NameRules) -> bool:
    """Whether a passage has capitals on common words, as English headlines and cries do: there they say nothing."""
    if not words.capitals:
        return False
    if words.capitals[0] < 3 and is_loud(words.surfaces):
        return True
    later = [words.surfaces[place] for place in words.capitals if place]
    later = [word for word in later if len(word) > 3 and word[0].isalpha()]
    capitals = [word for word in later if is_capital(word)]
    if len(capitals) < 3:
        return False
    # They are nine in ten of the long words or more; in most passages the first words tell that they are fewer.
    spare = 10 * len(capitals) - 9 * len(later)
    for word, lower in zip(words.surfaces[1:], words.lowers[1:], strict=True):
        if word == lower and len(word) > 3 and word[0].isalpha():
            spare -= 9
        if spare < 0:
            return False
    return sum(is_common_word(word, words.language, rules) for word in capitals) > 0.5 * len(capitals)


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
