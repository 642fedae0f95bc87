"""The words whose learned weights speak for a theme: how many there are, and which tell most in a corpus."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dashboard.analysis.coded import Bools, Coded, Ints
from dashboard.analysis.scores import Floats
from dashboard.analysis.wordclass import is_participle, word_class
from dashboard.analysis.wordroles import BEFORE_NOUN
from dashboard.analysis.wordweights import TELLS, Heard, heard_in, said_of, written_forms
from dashboard.config import Config
from dashboard.config.learned import Learned
from dashboard.config.themes import CARRYING, Theme, Themes
from dashboard.model import Document
from dashboard.text.clean import fold

# A word tells of a theme in a corpus if it speaks for it by so much (in logits), stands in so many of its articles, at
# least this share of the word's passages has the theme, and so many times the share of all passages.
_WEIGHS, _ARTICLES, _MOSTLY, _LIFT = 4.0, 2, 0.5, 1.25
# It stands in so many passages of the theme, where there are more than few passages in all in one more.
_LEAST, _FEW = 2, 300
# Of the places of a noun at least so many follow a word that leads one: else it is a verb's form (*il vit*).
_LED = 0.25
_SHORT = 3


def n_speaking(theme: Theme, config: Config) -> int:
    """The number of learned words that speak for the theme, without those struck from it."""
    return int((_weights(theme, config) > 0).sum())


def weighs(theme: Theme, word: str, config: Config, struck: bool = False) -> bool:
    """Whether the word has a learned weight for the theme; ``struck`` tells of struck words too."""
    learned = config.learned
    weights = _weights(replace(theme, struck=()) if struck else theme, config)
    return any(weights[learned.rows[form]] != 0 for form in written_forms(word, learned) if form in learned.rows)


def telling_words(
    documents: Sequence[Document], theme: Theme, passages: Collection[str], config: Config, most: int
) -> list[tuple[str, int]]:
    """The learned words that tell most of the theme in these documents, each with the number of all their passages
    that hold it; at most so many. ``passages`` are the ids of those that have the theme.

    Such a word weighs much, stands in several of the theme's articles, and most of its passages have the theme, more
    than chance gives. What it adds there, summed, times the logarithm of that lift ranks it. Left out are words that
    the theme lists itself, parts of names, verbs and their forms, and words of any subject.
    """
    learned = config.learned
    heard = heard_in(documents, learned, config.analysis.stopwords[learned.language])
    counts = _counts(documents, heard, passages, len(learned.words))
    weights = _weights(theme, config)
    adds = weights[heard.word] / heard.length[heard.passage]
    counted = counts.given[heard.passage] & ~heard.small & (adds >= TELLS)
    sums = np.bincount(heard.word[counted], adds[counted], len(learned.words))
    lift = (counts.inside + 0.5) / (counts.all + 1.0) / max(counts.given.mean(), 1e-9)
    told = (sums > 0) & (weights >= _WEIGHS) & (lift >= _LIFT) & counts.of_the_theme()
    ranks = np.where(told, sums * np.log2(np.maximum(lift, 1.0)), 0.0)
    listed = _listed(theme, learned)
    rows = (row for row in np.argsort(-ranks, kind="stable").tolist() if ranks[row] > 0)
    nouns = (row for row in rows if not _lists(listed, learned.words[row]) and _is_thing(row, heard, config))
    return [(learned.words[row], int(counts.all[row])) for row, _place in zip(nouns, range(most), strict=False)]


@dataclass(frozen=True, slots=True)
class _Counts:
    """Whether each passage has the theme (``given``); by learned word the number of passages, of those with the theme
    and of their articles, and of passages where it is part of a name."""

    given: Bools
    all: Ints
    inside: Ints
    articles: Ints
    named: Ints

    def of_the_theme(self) -> Bools:
        """Whether a word stands in enough of the theme's passages and articles, and mostly there."""
        least = _LEAST + (len(self.given) > _FEW)
        enough = (self.inside >= least) & (self.articles >= _ARTICLES)
        return np.asarray(enough & (self.inside >= _MOSTLY * self.all) & (self.named * 2 < self.all))


def _counts(documents: Sequence[Document], heard: Heard, passages: Collection[str], n_words: int) -> _Counts:
    ids = (passage.passage_id for document in documents for passage in document.passages)
    given = np.array([one in passages for one in ids], dtype=bool)
    inside = given[heard.passage]
    article = heard.coded.article_of(heard.first[inside])
    cells = np.unique(article * n_words + heard.word[inside])
    named = _named(documents, heard.coded)[heard.first]
    return _Counts(
        given=given,
        all=np.bincount(heard.word, minlength=n_words),
        inside=np.bincount(heard.word[inside], minlength=n_words),
        articles=np.bincount(cells % n_words, minlength=n_words),
        named=np.bincount(heard.word[named], minlength=n_words),
    )


def _named(documents: Sequence[Document], coded: Coded) -> Bools:
    """Whether each token stands in a name."""
    before = coded.base.tolist()
    spans = [(at + name.start, at + name.end) for one, at in zip(documents, before, strict=False) for name in one.names]
    steps = np.zeros(len(coded.word) + 1, dtype=np.int64)
    starts, ends = np.array(spans, dtype=np.int64).reshape(-1, 2).T
    np.add.at(steps, np.searchsorted(coded.starts, starts), 1)
    np.add.at(steps, np.searchsorted(coded.starts, ends), -1)
    return np.asarray(np.cumsum(steps)[:-1] > 0)


def _is_thing(row: int, heard: Heard, config: Config) -> bool:
    """Whether a learned word is an acronym, a noun or an adjective of some subject, and used as one."""
    word, settings = config.learned.words[row], config.analysis.terms
    if word != word.lower():
        return True
    if len(word) < _SHORT or word in settings.general:
        return False
    kind = word_class(word, config.learned.language, settings)
    if kind == "adjective":
        return not is_participle(word)
    return kind == "noun" and _led(heard.first[heard.word == row], heard.coded) >= _LED


def _led(tokens: Ints, coded: Coded) -> float:
    """The share of these tokens that follow a word after which nouns stand."""
    led = tokens[(tokens > 0) & (coded.sentence[tokens] == coded.sentence[tokens - 1])] - 1
    before = [fold(coded.words[word].surface).lower() for word in coded.word[led].tolist()]
    return sum(word in BEFORE_NOUN for word in before) / max(1, len(tokens))


def _weights(theme: Theme, config: Config) -> Floats:
    """What each learned word says for the theme; 0 for those that were struck."""
    said = said_of(Themes((theme,), config.themes.scoring), config.learned)
    return np.asarray(said.weights.max(axis=1)) if len(said.theme) else np.zeros(len(config.learned.words))


def _listed(theme: Theme, learned: Learned) -> frozenset[str]:
    single = [entry for key in CARRYING for entry in getattr(theme, key) if " " not in entry]
    return frozenset(form for entry in single for form in (*written_forms(entry, learned), entry.casefold()))


def _lists(listed: Collection[str], word: str) -> bool:
    """Whether the word or a family that it belongs to is listed."""
    families = (f"{word[:length]}*" for length in range(3, len(word) + 1))
    return word in listed or any(family in listed for family in families)
