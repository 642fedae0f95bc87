"""One corpus on its way through the stages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd

from dashboard.config import Config
from dashboard.ingest import Corpus
from dashboard.model import Article, Document, Quote

Tables = dict[str, pd.DataFrame]
Progress = Callable[[str, int, int], None]


@dataclass
class Work:
    """One corpus on its way through the stages; ``tables`` grows stage by stage.

    ``earlier`` holds the tables of the topics learned before, while the stage that keeps to them runs.
    """

    corpus: Corpus
    config: Config
    progress: Progress = lambda stage, done, total: None
    tables: Tables = field(default_factory=dict)
    earlier: Tables | None = None

    @cached_property
    def analysed(self) -> tuple[Article, ...]:
        """The articles that are read for their content: all but a source's exact copies of itself.

        Another outlet that prints the very same text stays in: who prints what is what is compared. An article
        without a named source (it carries its file's name) is taken for a mere second copy.
        """
        first = {article.article_id: article for article in self.corpus.articles}
        return tuple(a for a in self.corpus.articles if not self._is_second_copy(a, first))

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Every analysed article read once; made only when a stage that is not on the shelf needs it."""
        from dashboard.text.document import read_documents

        return read_documents(self.analysed, self.config, lambda done, total: self.progress("read", done, total))

    @cached_property
    def quotes(self) -> tuple[tuple[Quote, ...], ...]:
        """The quotes of every document, in their order: a table of their own, and who says the figures in them."""
        from dashboard.analysis.quotes import quotes_of

        return tuple(tuple(quotes_of(document, self.config)) for document in self.documents)

    def _is_second_copy(self, article: Article, first: Mapping[str, Article]) -> bool:
        original = self.corpus.duplicates.get(article.article_id)
        if original is None:
            return False
        unnamed = article.source in (article.article_id, Path(article.article_id).stem, Path(article.article_id).name)
        return unnamed or article.source == first[original].source


@dataclass(frozen=True, slots=True)
class Stage:
    """A step: the tables it makes, the stages it builds on, its settings and the code it runs.

    ``code`` names modules and packages below ``dashboard/``; a change in them makes the stage run again.
    """

    name: str
    makes: tuple[str, ...]
    needs: tuple[str, ...]
    settings: Callable[[Config], tuple[object, ...]]
    run: Callable[[Work], Tables]
    code: tuple[str, ...]
