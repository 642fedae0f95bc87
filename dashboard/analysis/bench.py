"""A corpus read once, on which other themes are tried: only the articles that an edit touches are scored again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.coded import code
from dashboard.analysis.cues import cues_of
from dashboard.analysis.lexicon import TIERS, Lexicon
from dashboard.analysis.scores import Scored
from dashboard.analysis.themes import score_passages, theme_table
from dashboard.config import Config, digest
from dashboard.config.themes import Theme, Themes
from dashboard.model import Article, Document
from dashboard.tables import Analysis
from dashboard.text.document import read_document

#: A corpus of more words is tried on a part of its articles, evenly picked, so that an edit shows at once.
MOST_WORDS = 400_000
# As many tables are kept as an analyst goes back and forth between.
_KEPT = 8
#: Where an entry was found: the document's place, and its passages' places with the mentions in each.
Finds = dict[int, Counter[int]]
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
    made = []
    for place, article in enumerate(articles):
        if progress:
            progress(place, len(articles))
        made.append(read_document(article, config))
    return tuple(made)


class Bench:
    """Documents and what the words of themes found in them; several readers may share them."""

    def __init__(self, documents: Sequence[Document], config: Config) -> None:
        """``config`` is that of the documents; its themes are the first that are tried."""
        self.documents, self._config = tuple(documents), config
        self._finds: dict[str, Finds] = {}
        self._scored: tuple[Themes, tuple[Mapping[int, Scored], ...]] | None = None
        self._tables: dict[str, pd.DataFrame] = {}

    def table(self, themes: Themes) -> pd.DataFrame:
        """The table ``passage_themes`` of the documents under these themes; treat it as read-only."""
        key = digest(themes)
        if key not in self._tables:
            scored = self._score(themes)
            while len(self._tables) >= _KEPT:
                self._tables.pop(next(iter(self._tables)), None)
            self._tables[key] = theme_table(self.documents, scored, replace(self._config, themes=themes))
        return self._tables[key]

    def passages_with(self, entries: Iterable[str]) -> dict[str, int]:
        """For each entry of a theme the number of passages that hold it, whatever else stands there."""
        return {entry: sum(map(len, finds.values())) for entry, finds in self._found(entries).items()}

    def passage_ids(self, entry: str) -> set[str]:
        """The ids of the passages that hold the entry."""
        (finds,) = self._found([entry]).values()
        return {self.documents[at].passages[place].passage_id for at, places in finds.items() for place in places}

    def _found(self, entries: Iterable[str]) -> dict[str, Finds]:
        wanted = list(dict.fromkeys(entries))
        if missing := [entry for entry in wanted if entry not in self._finds]:
            self._finds.update(_finds(self.documents, missing))
        return {entry: self._finds[entry] for entry in wanted}

    def _score(self, themes: Themes) -> tuple[Mapping[int, Scored], ...]:
        """Every document's points; those of documents that hold no changed word are taken from the last time."""
        before = self._scored
        scored: tuple[Mapping[int, Scored], ...]
        if before is None or not _in_order(before[0], themes):
            scored = tuple(score_passages(document, themes) for document in self.documents)
        else:
            old, points = before
            finds = self._found(_changed(old, themes))
            touched = {at for places in finds.values() for at in places}
            moved = _moved(old, themes)
            scored = tuple(
                score_passages(document, themes) if at in touched else _renumbered(points[at], moved)
                for at, document in enumerate(self.documents)
            )
        self._scored = themes, scored
        return scored


def _finds(documents: Sequence[Document], entries: Sequence[str]) -> dict[str, Finds]:
    """Each entry sought by itself: as the one strong word of a theme of its own it is silenced by no other."""
    lexicon = Lexicon([_alone(entry) for entry in entries])
    found: dict[str, Finds] = {entry: {} for entry in entries}
    coded, cues = code(documents), cues_of(documents, lexicon)
    articles, passages = coded.article_of(cues.first), coded.passage_of[coded.sentence[cues.first]]
    begins = np.cumsum([0, *(len(document.passages) for document in documents)])
    within = passages - begins[articles]
    for theme, at, place in zip(cues.theme.tolist(), articles.tolist(), within.tolist(), strict=True):
        found[entries[theme]].setdefault(at, Counter())[place] += 1
    return found


def _alone(entry: str) -> Theme:
    return Theme("t", (entry,), (), (), (), (), "", "", "")


def _changed(old: Themes, new: Themes) -> list[str]:
    """The entries that are not in the same list of the same theme in both."""
    return sorted({entry for _, _, entry in _placed(old) ^ _placed(new)})


def _in_order(old: Themes, new: Themes) -> bool:
    """Whether both weigh alike and what both have stands in one order: of two equal finds the first one counts."""
    if old.scoring != new.scoring:
        return False
    pairs = [(old.order, new.order)]
    for theme_id in set(old.order) & set(new.order):
        pairs += [(getattr(old.by_id[theme_id], tier), getattr(new.by_id[theme_id], tier)) for tier in TIERS]
    return all(_common(left, right) == _common(right, left) for left, right in pairs)


def _common(entries: Sequence[str], other: Sequence[str]) -> list[str]:
    there = set(other)
    return [entry for entry in entries if entry in there]


def _placed(themes: Themes) -> set[tuple[str, str, str]]:
    return {
        (theme.theme_id, tier, entry) for theme in themes.themes for tier in TIERS for entry in getattr(theme, tier)
    }


def _moved(old: Themes, new: Themes) -> dict[int, int]:
    """The old place of every theme to its new one; empty where none moved."""
    places = {theme: place for place, theme in enumerate(new.order)}
    moved = {place: places[theme] for place, theme in enumerate(old.order) if theme in places}
    return {} if all(here == there for here, there in moved.items()) else moved


def _renumbered(scored: Mapping[int, Scored], moved: Mapping[int, int]) -> Mapping[int, Scored]:
    if not moved:
        return scored
    return {
        place: Scored(
            {moved[theme]: points for theme, points in passage.points.items()},
            {moved[theme]: spans for theme, spans in passage.evidence.items()},
        )
        for place, passage in scored.items()
    }


def _or_none(value: Any) -> Any:
    return value if isinstance(value, str) else None
