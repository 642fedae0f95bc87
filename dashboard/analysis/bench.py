"""A corpus read once, on which other themes are tried: the reading takes long, the themes do not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from dashboard.analysis.coded import code
from dashboard.analysis.cues import cues_of
from dashboard.analysis.lexicon import Lexicon
from dashboard.analysis.themes import themes_of
from dashboard.config import Config, digest
from dashboard.config.themes import Theme, Themes
from dashboard.model import Article, Document
from dashboard.tables import Analysis
from dashboard.text.document import read_documents

#: A corpus of more words is tried on a part of its articles, evenly picked, so that an edit shows at once.
MOST_WORDS = 400_000
# As many tables are kept as an analyst goes back and forth between.
_KEPT = 8
Progress = Callable[[int, int], None]


def articles_of(analysis: Analysis, most_words: int | None = None) -> tuple[Article, ...]:
    """The articles whose passages were analysed, in their order; with ``most_words`` only so many of them, evenly
    picked, as hold about that many words."""
    rows = analysis.articles[analysis.articles["article_id"].isin(analysis.passages["article_id"])]
    words = int(rows["n_words"].sum())
    if most_words is not None and words > most_words:
        step = words / most_words
        rows = rows.iloc[sorted({int(place * step) for place in range(int(len(rows) / step))})]
    names = ["article_id", "source", "title", "text", "published", "language", "url", "author"]
    return tuple(Article(*map(_or_none, row)) for row in rows[names].itertuples(index=False, name=None))


def read_all(articles: Sequence[Article], config: Config, progress: Progress | None = None) -> tuple[Document, ...]:
    """The documents of the articles; ``progress`` hears (done, total)."""
    return read_documents(articles, config, progress)


class Bench:
    """Documents and what the words of themes found in them; several readers may share them."""

    def __init__(self, documents: Sequence[Document], config: Config) -> None:
        """``config`` is that of the documents; its themes are the first that are tried."""
        self.documents, self._config = tuple(documents), config
        self._finds: dict[str, frozenset[str]] = {}
        self._tables: dict[str, pd.DataFrame] = {}

    def table(self, themes: Themes) -> pd.DataFrame:
        """The table ``passage_themes`` of the documents under these themes; treat it as read-only."""
        key = digest(themes)
        if key not in self._tables:
            made = themes_of(self.documents, replace(self._config, themes=themes))
            while len(self._tables) >= _KEPT:
                self._tables.pop(next(iter(self._tables)), None)
            self._tables[key] = made
            return made
        return self._tables[key]

    def passages_with_any(self, groups: Iterable[Sequence[str]]) -> list[int]:
        """For each group of entries of a theme the number of passages that hold one of them, whatever else stands
        there."""
        wanted = list(groups)
        found = self._found(entry for group in wanted for entry in group)
        return [len(frozenset().union(*(found[entry] for entry in group))) for group in wanted]

    def passage_ids(self, entry: str) -> frozenset[str]:
        """The ids of the passages that hold the entry."""
        return self._found([entry])[entry]

    def _found(self, entries: Iterable[str]) -> dict[str, frozenset[str]]:
        wanted = list(dict.fromkeys(entries))
        if missing := [entry for entry in wanted if entry not in self._finds]:
            self._finds.update(_finds(self.documents, missing))
        return {entry: self._finds[entry] for entry in wanted}


def _finds(documents: Sequence[Document], entries: Sequence[str]) -> dict[str, frozenset[str]]:
    """Each entry sought by itself: as the one strong word of a theme of its own it is silenced by no other."""
    ids = [passage.passage_id for document in documents for passage in document.passages]
    coded, cues = code(documents), cues_of(documents, Lexicon([_alone(entry) for entry in entries]))
    places = coded.passage_of[coded.sentence[cues.first]]
    found: dict[str, set[str]] = {entry: set() for entry in entries}
    for theme, place in zip(cues.theme.tolist(), places.tolist(), strict=True):
        found[entries[theme]].add(ids[place])
    return {entry: frozenset(passages) for entry, passages in found.items()}


def _alone(entry: str) -> Theme:
    return Theme("t", (entry,), (), (), (), (), "", "", "")


def _or_none(value: Any) -> Any:
    return value if isinstance(value, str) else None
