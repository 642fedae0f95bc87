"""An article read: everything that needs this article alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dashboard.config import Config
from dashboard.model import Article, Document
from dashboard.text.batch import Batch
from dashboard.text.names import names_of

# So many characters are read together: the more, the less each of them costs, up to what memory should be taken for.
_TOGETHER = 1_000_000


def read_document(article: Article, config: Config) -> Document:
    """The article with its passages, and the sentences, tokens and names of those that are no boilerplate."""
    return read_documents((article,), config)[0]


def read_documents(
    articles: Sequence[Article], config: Config, progress: Callable[[int, int], None] | None = None
) -> tuple[Document, ...]:
    """Each article read; ``progress`` hears (done, total)."""
    made: list[Document] = []
    for batch in batches(articles):
        read = Batch(batch, config.analysis.text)
        names = []
        for place, (article, words) in enumerate(zip(batch, read.words(), strict=True)):
            if progress:
                progress(len(made) + place, len(articles))
            names.append(names_of(article, read.content(place), words, config.entities))
        made += read.documents(names)
    return tuple(made)


def batches(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    """The articles in their order, some at a time."""
    begin = size = 0
    for place, article in enumerate(articles):
        size += len(article.text)
        if size >= _TOGETHER:
            yield articles[begin : place + 1]
            begin, size = place + 1, 0
    if begin < len(articles):
        yield articles[begin:]
