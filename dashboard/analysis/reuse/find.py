"""The table of shared passages."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.reuse.align import Runs
from dashboard.analysis.reuse.counting import Spans, spans_by_article
from dashboard.analysis.reuse.lcs import common_words
from dashboard.analysis.reuse.origin import origins, spans_of_dates
from dashboard.analysis.reuse.passages import Corpus, shared_runs
from dashboard.analysis.reuse.seeds import Flags
from dashboard.analysis.reuse.whole import without_cut_numbers
from dashboard.analysis.reuse.words import Ints, Words, words_of
from dashboard.config.reuse import ReuseSettings
from dashboard.tables import conform, empty

_LOW = (1 << 32) - 1
_TAKEN = 1000
_USED = ("article_id", "source", "published", "story_id")


def reuse_of(
    articles: pd.DataFrame, passages: pd.DataFrame, quotes: pd.DataFrame, settings: ReuseSettings
) -> pd.DataFrame:
    """The table ``reuse`` of a corpus: every passage that two articles share, article a before b by id.

    Exact copies (``duplicate_of``) and boilerplate take no part. Articles of one source are compared as versions
    of one text only. ``story_id`` may be missing: then no pair is known to tell one story.
    """
    kept = articles[articles["duplicate_of"].isna()] if "duplicate_of" in articles else articles
    if len(kept) < 2:
        return empty("reuse")
    order = np.argsort(kept["article_id"].to_numpy(object), kind="stable")
    column = kept["text"]
    texts = _texts(column, order)
    kept = kept[[column for column in _USED if column in kept]].iloc[order].reset_index(drop=True)
    place = {article: number for number, article in enumerate(kept["article_id"])}
    words = words_of(texts, _numbered(passages[passages["role"] == "boilerplate"], place), _padding(settings))
    corpus = Corpus(words, _numbers(kept, "source"), _numbers(kept, "story_id"))
    runs, full = shared_runs(corpus, settings)
    runs = without_cut_numbers(runs, words, lambda number: str(column.iat[order[number]]))
    similarity = _similarities(runs, words)
    good = similarity >= np.where(full, settings.min_similarity, settings.short_similarity)
    good[good] = _disjoint(runs.take(good))
    runs, full, similarity = runs.take(good), full[good], similarity[good]
    quoted = _quoted(runs, words, _numbered(quotes[quotes["kind"] != "indirect"], place))
    return _with_origin(_table(kept, runs, words, (full, similarity, quoted)), kept, runs, settings)


def _texts(texts: pd.Series[str], order: Ints) -> Iterator[str]:
    """The texts in an order, taken out of the table a few at a time."""
    for low in range(0, len(order), _TAKEN):
        yield from texts.iloc[order[low : low + _TAKEN]].tolist()


def _padding(settings: ReuseSettings) -> int:
    """Breaks enough that no step can leap over them."""
    return max(settings.gap, settings.close_gap, settings.merge_gap) + settings.shingle + settings.tolerance + 2


def _numbers(articles: pd.DataFrame, column: str) -> Ints:
    """The values of a column as numbers, -1 for a missing one."""
    if column not in articles:
        return np.full(len(articles), -1, np.int64)
    return np.asarray(pd.factorize(articles[column], sort=True)[0], np.int64)


def _numbered(frame: pd.DataFrame, place: dict[str, int]) -> dict[int, Spans]:
    """The (start, end) of a table's rows, by the article's number."""
    return {place[article]: spans for article, spans in spans_by_article(frame).items() if article in place}


def _similarities(runs: Runs, words: Words) -> NDArray[np.float64]:
    """Common words of each run, in order, as a share of its longer side."""
    result = np.ones(len(runs))
    sides = zip(runs.a.tolist(), runs.a_end.tolist(), runs.b.tolist(), runs.b_end.tolist(), strict=True)
    for number, (a, a_end, b, b_end) in enumerate(sides):
        first, second = words.code[a:a_end], words.code[b:b_end]
        if len(first) != len(second) or not np.array_equal(first, second):
            common = common_words(first.tolist(), second.tolist())
            result[number] = common / max(len(first), len(second))
    return result


def _disjoint(runs: Runs) -> Flags:
    """Which runs stay when a run that stands for the most part in a longer one of its pair is dropped."""
    keep = np.ones(len(runs), np.bool_)
    crowded = np.flatnonzero(np.isin(runs.pair, runs.pair[1:][runs.pair[1:] == runs.pair[:-1]]))
    size = (runs.a_end - runs.a + runs.b_end - runs.b)[crowded]
    chosen: dict[int, list[int]] = {}
    for number in crowded[np.lexsort((crowded, -size))].tolist():
        others = chosen.setdefault(int(runs.pair[number]), [])
        keep[number] = not any(_inside(runs, number, other) for other in others)
        if keep[number]:
            others.append(number)
    return keep


def _inside(runs: Runs, number: int, other: int) -> bool:
    """Whether more than half of one side of a run stands in the same side of the other."""
    a = min(runs.a_end[number], runs.a_end[other]) - max(runs.a[number], runs.a[other])
    b = min(runs.b_end[number], runs.b_end[other]) - max(runs.b[number], runs.b[other])
    return bool(2 * a > runs.a_end[number] - runs.a[number] or 2 * b > runs.b_end[number] - runs.b[number])


def _quoted(runs: Runs, words: Words, spans: dict[int, Spans]) -> Ints:
    """Words of each run's longer side that stand inside quotation marks."""
    longer = runs.a_end - runs.a >= runs.b_end - runs.b
    article = np.where(longer, runs.pair >> 32, runs.pair & _LOW)
    first, last = np.where(longer, runs.a, runs.b), np.where(longer, runs.a_end, runs.b_end)
    inside = np.zeros(len(words.code) + 1, np.bool_)
    for number in np.unique(article).tolist():
        for start, end in spans.get(number, ()):
            low, high = words.between(number, start, end)
            inside[low:high] = True
    before = np.r_[0, np.cumsum(inside)]
    return np.asarray(before[last] - before[first])


def _table(
    articles: pd.DataFrame, runs: Runs, words: Words, measured: tuple[Flags, NDArray[np.float64], Ints]
) -> pd.DataFrame:
    """The runs as rows, without their origin."""
    full, similarity, quoted = measured
    ids = articles["article_id"].to_numpy(object)
    kind = np.where(similarity == 1.0, "verbatim", "edited")
    frame = pd.DataFrame(
        {
            "a_article": ids[runs.pair >> 32],
            "a_start": words.start[runs.a],
            "a_end": words.end[runs.a_end - 1],
            "b_article": ids[runs.pair & _LOW],
            "b_start": words.start[runs.b],
            "b_end": words.end[runs.b_end - 1],
            "kind": np.where(full, kind, "short"),
            "n_words": np.maximum(runs.a_end - runs.a, runs.b_end - runs.b),
            "n_words_quoted": quoted,
            "similarity": similarity.round(4),
        }
    )
    a, b = (
        frame["a_article"] + ":" + frame["a_start"].astype(str),
        frame["b_article"] + ":" + frame["b_start"].astype(str),
    )
    return frame.assign(reuse_id=a + "|" + b)


def _with_origin(frame: pd.DataFrame, articles: pd.DataFrame, runs: Runs, settings: ReuseSettings) -> pd.DataFrame:
    """The rows with who was first, as a table of the contract, sorted by articles and places.

    Whether the outlets have the words from an agency is told elsewhere (``analysis/credit.py``).
    """
    published = articles["published"].tolist() if "published" in articles else [None] * len(articles)
    dates = spans_of_dates(published)
    first = origins(dates, runs.pair >> 32, runs.pair & _LOW, settings.simultaneous_minutes)
    rows = frame.assign(origin=first, common_source=None)
    rows = rows.sort_values(["a_article", "b_article", "a_start", "b_start"], kind="stable")
    return conform("reuse", rows)
