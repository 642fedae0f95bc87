"""The shared passages of a corpus, as runs of words: the steps in their order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.reuse.align import Runs, chained, extended, merged, together
from dashboard.analysis.reuse.seeds import Flags, Limits, Seeds, joined, shingles_of
from dashboard.analysis.reuse.words import U64, Ints, Places, Words, mixed
from dashboard.config.reuse import ReuseSettings

_BATCH = 1 << 22
_LOW = (1 << 32) - 1


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the comparison knows of the articles: their words, and for each its source and story as numbers.

    A story of -1 is none.
    """

    words: Words
    source: Ints
    story: Ints


def shared_runs(corpus: Corpus, settings: ReuseSettings) -> tuple[Runs, Flags]:
    """The shared runs of all pairs of articles, sorted, and for each whether it has full weight.

    The others are short: they have fewer words outside stock phrases than ``min_words``.
    """
    words = corpus.words
    article = np.repeat(np.arange(len(corpus.source), dtype=np.int32), np.diff(words.first))
    cap = int(min(settings.cap_high, max(settings.cap_low, len(corpus.source) * settings.cap_share)))
    seeds, formula = joined(
        shingles_of(words.code, settings.shingle), article, Limits(cap, settings.repeats), settings.shingle
    )
    own = np.r_[0, np.cumsum(~formula, dtype=np.int32)]

    def weight(runs: Runs) -> Ints:
        """Words outside stock phrases, on the side that has fewer."""
        return np.asarray(np.minimum(own[runs.a_end] - own[runs.a], own[runs.b_end] - own[runs.b]), np.int64)

    runs = chained(_plausible(seeds, corpus, settings), settings.shingle, settings.gap)
    runs = extended(runs, words.code, settings.tolerance, far=True)
    runs = merged(runs, settings.merge_gap)
    runs = runs.take(weight(runs) >= settings.min_words)
    close = shingles_of(words.code, settings.close_shingle)
    again = chained(
        _both(
            _seeds_of_pairs(words, close, np.unique(runs.pair), settings),
            _seeds_of_stories(corpus, close, article, settings),
        ),
        settings.close_shingle,
        settings.close_gap,
    )
    again = extended(again, words.code, settings.tolerance)
    again = again.take(weight(again) >= settings.close_min_words)
    runs = merged(together(runs, again), settings.merge_gap)
    return runs, weight(runs) >= settings.min_words


def _plausible(seeds: Seeds, corpus: Corpus, settings: ReuseSettings) -> Seeds:
    """The seeds of pairs that have several; of one source, only those of pairs that are versions of one text.

    A passage that counts has two seeds at least. What an outlet repeats at the end of each of its articles is
    no reuse.
    """
    order = np.argsort(seeds.pair, kind="stable")
    seeds = seeds.take(order)
    begins = np.flatnonzero(np.r_[True, seeds.pair[1:] != seeds.pair[:-1]][: len(seeds.pair)])
    pair, count = seeds.pair[begins], np.diff(np.r_[begins, len(seeds.pair)])
    a, b = pair >> 32, pair & _LOW
    size = corpus.words.sizes()
    versions = count >= settings.same_source_share * np.minimum(size[a], size[b])
    good = (count > 1) & (versions | (corpus.source[a] != corpus.source[b]))
    return seeds.take(np.repeat(good, count))


def _seeds_of_pairs(words: Words, close: U64, pairs: Ints, settings: ReuseSettings) -> Seeds:
    """The seeds of short shingles inside the given pairs of articles alone, a few million words at a time."""
    size = np.diff(words.first)
    total = np.cumsum(size[pairs >> 32] + size[pairs & _LOW])
    found = [Seeds(np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.int32))]
    for batch in np.split(pairs, np.flatnonzero(np.diff(total // _BATCH)) + 1):
        sides = np.stack([batch >> 32, batch & _LOW], axis=1).ravel()
        owner = np.repeat(np.arange(len(sides)), size[sides])
        begins = np.r_[0, np.cumsum(size[sides])[:-1]][: len(sides)]
        places = np.arange(len(owner)) + np.repeat(words.first[sides] - begins, size[sides])
        salted = mixed(close[places] + mixed((owner >> 1).astype(np.uint64) + np.uint64(1)))
        seeds, _ = joined(salted, owner, Limits(2, settings.repeats), settings.close_shingle)
        back = places.astype(np.int32)
        found.append(Seeds(batch[(seeds.pair >> 32) >> 1], back[seeds.a], back[seeds.b]))
    return _both(*found)


def _seeds_of_stories(corpus: Corpus, close: U64, article: Places, settings: ReuseSettings) -> Seeds:
    """The seeds of short shingles between articles of different sources that tell one story."""
    counts = np.bincount(corpus.story[corpus.story >= 0], minlength=1)
    several = (corpus.story >= 0) & (counts[corpus.story] > 1)
    places = np.flatnonzero(several[article])
    salted = mixed(close[places] + mixed(corpus.story[article[places]].astype(np.uint64) + np.uint64(1)))
    seeds, _ = joined(salted, article[places], Limits(settings.cap_low, settings.repeats), settings.close_shingle)
    seeds = seeds.take(corpus.source[seeds.pair >> 32] != corpus.source[seeds.pair & _LOW])
    back = places.astype(np.int32)
    return Seeds(seeds.pair, back[seeds.a], back[seeds.b])


def _both(*parts: Seeds) -> Seeds:
    """The seeds of all parts, each once."""
    pair, a, b = (np.concatenate([getattr(part, column) for part in parts]) for column in ("pair", "a", "b"))
    order = np.lexsort((b, a, pair))
    pair, a, b = pair[order], a[order], b[order]
    new = np.ones(len(pair), np.bool_)
    new[1:] = (pair[1:] != pair[:-1]) | (a[1:] != a[:-1]) | (b[1:] != b[:-1])
    return Seeds(pair[new], a[new], b[new])
