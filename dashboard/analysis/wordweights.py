"""What the words of a passage say for the learned themes: a weight for each word of the language, summed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import repeat
from operator import attrgetter
from typing import Any

import numpy as np

from dashboard.analysis.coded import Bools, Coded, Ints, code
from dashboard.analysis.scores import Floats
from dashboard.config.learned import Learned
from dashboard.config.themes import CARRYING, Themes
from dashboard.model import Document
from dashboard.text.clean import search_key
from dashboard.text.lemmas import lemma_of

_LEMMA, _LANGUAGE = attrgetter("lemma"), attrgetter("language")
# A word is shown as evidence if it adds at least so much (in logits), and of a passage's words so many at most.
TELLS, MOST = 0.15, 3


@dataclass(frozen=True, slots=True)
class Heard:
    """The learned words of the passages, each once in a passage, sorted by passage and word.

    ``word`` is a place in the learned words, ``first`` its first token in the passage, ``small`` whether it is a
    stop word, which has a weight but is evidence of nothing. ``length`` (n_passages) is the root of the summed
    squares of the rarities of a passage's words, 1 where it has none.
    """

    coded: Coded
    passage: Ints
    word: Ints
    first: Ints
    small: Bools
    length: Floats

    def silent(self) -> Bools:
        """The passages without a learned word that is no stop word."""
        return np.asarray(np.bincount(self.passage[~self.small], minlength=len(self.length)) == 0)


@dataclass(frozen=True, slots=True)
class Said:
    """Who is spoken for: ``theme`` (a place among the themes) by ``column`` (one of the learned), one item each.

    ``weights`` is n_words x n_items, without the words that were struck from a theme.
    """

    theme: Ints
    column: Ints
    weights: Floats


def said_of(themes: Themes, learned: Learned) -> Said:
    """The learned columns that the themes name, less the words struck from each."""
    pairs = [
        (place, learned.columns.index(column), theme)
        for place, theme in enumerate(themes.themes)
        for column in theme.learned
        if column in learned.columns
    ]
    columns = np.array([column for _, column, _ in pairs], dtype=np.int64)
    weights = learned.weights[:, columns].astype(np.float64)
    for item, (_, _, theme) in enumerate(pairs):
        struck = {form for entry in theme.struck for word in entry.split() for form in written_forms(word, learned)}
        weights[[learned.rows[form] for form in sorted(struck) if form in learned.rows], item] = 0.0
    return Said(np.array([place for place, _, _ in pairs], dtype=np.int64), columns, weights)


def unlearned(themes: Themes, learned: Learned) -> Themes:
    """The themes with only those words that their learned weights were not learned with, each in the list it has now.

    What excludes and blocks stays. A theme without learned weights keeps all its words.
    """
    made = []
    for theme in themes.themes:
        known = learned.listed_for(theme.learned)
        lists: dict[str, Any] = {
            name: tuple(entry for entry in getattr(theme, name) if (name, entry) not in known) for name in CARRYING
        }
        made.append(replace(theme, **lists))
    return replace(themes, themes=tuple(made))


def written_forms(word: str, learned: Learned) -> tuple[str, str]:
    """The word as written, which is how acronyms were learned, and its lemma."""
    return word, lemma_of(word, learned.language)


def heard_in(documents: Sequence[Document], learned: Learned, stopwords: frozenset[str] = frozenset()) -> Heard:
    """The learned words in every passage of the documents; those of other languages have none."""
    coded = code(documents)
    stops = _stops(learned, stopwords)
    rows = learned.rows
    known = np.fromiter(map(rows.get, map(_LEMMA, coded.words), repeat(-1)), np.int64, len(coded.words))
    if set(map(_LANGUAGE, coded.words)) - {learned.language}:
        known[np.array([word.language != learned.language for word in coded.words], dtype=bool)] = -1
    word = known[coded.word]
    tokens = np.flatnonzero(word >= 0)
    passage = coded.passage_of[coded.sentence[tokens]]
    cells, first = np.unique(passage * len(rows) + word[tokens], return_index=True)
    passage, found = np.divmod(cells, max(1, len(rows)))
    n_passages = sum(len(document.passages) for document in documents)
    squares = np.bincount(passage, learned.rarity[found].astype(np.float64) ** 2, n_passages)
    return Heard(coded, passage, found, tokens[first], stops[found], np.where(squares > 0, np.sqrt(squares), 1.0))


@lru_cache(maxsize=4)
def _stops(learned: Learned, stopwords: frozenset[str]) -> Bools:
    """Whether each learned word is a stop word."""
    return np.array([word in stopwords or search_key(word) in stopwords for word in learned.words], dtype=bool)


def spoken(heard: Heard, said: Said) -> Floats:
    """What the words say, n_passages x n_items of ``said``, in logits."""
    from scipy.sparse import csr_matrix

    shape = len(heard.length), len(said.weights)
    counts = csr_matrix((np.ones(len(heard.word)), (heard.passage, heard.word)), shape=shape)
    return np.asarray(counts @ said.weights) / heard.length[:, None]


def telling(heard: Heard, said: Said, passage: Ints, theme: Ints) -> Iterator[list[tuple[int, int]]]:
    """For each passage and theme the spans of the words that speak most for it there, offsets into its article."""
    starts = np.searchsorted(heard.passage, passage, side="left").tolist()
    stops = np.searchsorted(heard.passage, passage, side="right").tolist()
    items = {place: np.flatnonzero(said.theme == place) for place in np.unique(theme).tolist()}
    coded = heard.coded
    for place, of, start, stop in zip(passage.tolist(), theme.tolist(), starts, stops, strict=True):
        words = heard.word[start:stop]
        adds = said.weights[words[:, None], items[of]].max(axis=1, initial=0.0) / heard.length[place]
        adds[heard.small[start:stop]] = 0.0
        best = np.argsort(-adds, kind="stable")[:MOST]
        tokens = np.sort(heard.first[start:stop][best[adds[best] >= TELLS]])
        before = coded.base[coded.article_of(tokens)]
        yield list(zip((coded.starts[tokens] - before).tolist(), (coded.ends[tokens] - before).tolist(), strict=True))
