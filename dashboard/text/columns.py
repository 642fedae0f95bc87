"""The passages and sentences of some articles as columns; offsets count through all their texts laid end to end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.config.text import TextSettings
from dashboard.model import Article, Ints, Passage
from dashboard.text.clean import fold, fold_blanks
from dashboard.text.ends import breaks_in
from dashboard.text.passages import lines_of, passages_from
from dashboard.text.pieces import Pieces, Stream, ranges, running
from dashboard.text.sentences import sentences_in


@dataclass(frozen=True, slots=True)
class Content:
    """The passages that are no boilerplate, one item each: the place of their article, their own place in it, and
    where they begin and end. The texts of the articles begin at ``base``, which ends with where the last one ends."""

    articles: Sequence[Article]
    base: Ints
    article: Ints
    place: Ints
    starts: Ints
    ends: Ints

    def printed(self, passage: int) -> str:
        """What is printed from a passage's begin to its end."""
        article = int(self.article[passage])
        before = int(self.base[article])
        return self.articles[article].text[int(self.starts[passage]) - before : int(self.ends[passage]) - before]


@dataclass(frozen=True, slots=True)
class Spans:
    """Where sentences begin and end, in order, and the place of their passage in its article."""

    starts: Ints
    ends: Ints
    passages: Ints


def cut(
    articles: Sequence[Article], settings: TextSettings, pieces: Pieces
) -> tuple[list[tuple[Passage, ...]], Content, Stream]:
    """The passages of each article, those that are content and the pieces of these.

    The pieces of lines, which are counted, are those of passages; only lines that are cut are looked up once more.
    """
    lines = [lines_of(article.text) for article in articles]
    spaced = [fold_blanks(article.text) for article in articles]
    each = [(place, *span) for place, here in enumerate(lines) for span in here]
    stream = pieces.stream([spaced[place][start:end] for place, start, end in each])
    totals = iter(pieces.n_words(stream).tolist())
    passages = [
        passages_from(article, here, [next(totals) for _ in here], settings)
        for article, here in zip(articles, lines, strict=True)
    ]
    content = _content(articles, passages)
    article, starts, ends = np.array(each, dtype=np.int64).reshape(-1, 3).T
    starts, ends = starts + content.base[article], ends + content.base[article]
    line = np.searchsorted(starts, content.starts, side="right") - 1
    parts = np.flatnonzero((starts[line] != content.starts) | (ends[line] != content.ends))
    again = pieces.stream([fold_blanks(content.printed(part)) for part in parts.tolist()])
    begins, sizes = stream.first[line], np.diff(stream.first)[line]
    begins[parts], sizes[parts] = len(stream.numbers) + again.first[:-1], np.diff(again.first)
    numbers = np.concatenate((stream.numbers, again.numbers))[ranges(begins, sizes)]
    return passages, content, Stream(numbers, running(sizes))


def _content(articles: Sequence[Article], passages: Sequence[Sequence[Passage]]) -> Content:
    rows = [
        (article, place, passage.start, passage.end)
        for article, here in enumerate(passages)
        for place, passage in enumerate(here)
        if passage.role != "boilerplate"
    ]
    base = running(np.array([len(article.text) for article in articles], dtype=np.int64))
    article, place, starts, ends = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    return Content(articles, base, article, place, starts + base[article], ends + base[article])


def sentences_of_all(content: Content, stream: Stream, pieces: Pieces) -> Spans:
    """The sentences of all passages, as ``sentences_in`` finds them in each; most are told by their pieces alone."""
    breaks = breaks_in(pieces.heads(stream.numbers), pieces.tails(stream.numbers), stream.first)
    sure = np.flatnonzero(~breaks.unsure)
    owner = np.searchsorted(stream.first, breaks.places, side="right") - 1
    kept = ~breaks.unsure[owner]
    begins = running(pieces.lengths(stream.numbers) + 1)
    begins = begins[breaks.places[kept]] + (content.starts - begins[stream.first[:-1]])[owner[kept]]
    read = [
        span
        for place in np.flatnonzero(breaks.unsure).tolist()
        for span in sentences_in(fold(content.printed(place)), int(content.starts[place]))
    ]
    others = np.array(read, dtype=np.int64).reshape(-1, 2)
    # One blank parts two sentences that are told by pieces.
    starts = np.sort(np.concatenate((content.starts[sure], begins, others[:, 0])))
    ends = np.sort(np.concatenate((content.ends[sure], begins - 1, others[:, 1])))
    return Spans(starts, ends, content.place[np.searchsorted(content.starts, starts, side="right") - 1])
