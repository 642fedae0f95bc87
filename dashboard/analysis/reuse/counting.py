"""Counts words of shared passages, once each, inside the passages of a selection."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from dashboard.analysis.reuse.words import Ints

_WORD = re.compile(r"\w+")
Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Counter:
    """The words of one article; ``counted`` and ``unquoted`` say how many that count stand before each word."""

    starts: Ints
    counted: Ints
    unquoted: Ints

    def words(self, spans: Iterable[tuple[int, int]]) -> tuple[int, int]:
        """Words that count inside the spans (code points), each once, and those of them outside quotation marks."""
        total = plain = 0
        for start, end in united(spans):
            low, high = np.searchsorted(self.starts, (start, end))
            total += int(self.counted[high] - self.counted[low])
            plain += int(self.unquoted[high] - self.unquoted[low])
        return total, plain


def counter_of(text: str, passages: Spans, quoted: Spans) -> Counter:
    """The counter of an article of which the passages are selected."""
    starts = _starts(text)
    chosen, plain = _inside(starts, passages), ~_inside(starts, quoted)
    return Counter(starts, np.r_[0, np.cumsum(chosen)], np.r_[0, np.cumsum(chosen & plain)])


def spans_by_article(frame: pd.DataFrame) -> dict[str, Spans]:
    """The (start, end) of a table's rows by article."""
    spans: dict[str, Spans] = {}
    for article, start, end in zip(
        frame["article_id"].tolist(), frame["start"].tolist(), frame["end"].tolist(), strict=True
    ):
        spans.setdefault(article, []).append((start, end))
    return spans


def n_words(text: str, spans: Spans) -> int:
    """Words that begin inside the spans of the text, each once."""
    return sum(_n_words(text[start:end]) for start, end in united(spans))


def united(spans: Iterable[tuple[int, int]]) -> Spans:
    """The spans, sorted, with those that overlap made one."""
    result: Spans = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


@lru_cache(maxsize=8192)
def _starts(text: str) -> Ints:
    return np.fromiter((match.start() for match in _WORD.finditer(text)), np.int64)


@lru_cache(maxsize=65536)
def _n_words(text: str) -> int:
    return len(_WORD.findall(text))


def _inside(starts: Ints, spans: Spans) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    change = np.zeros(len(starts) + 1, np.int64)
    if spans:
        edges = np.searchsorted(starts, np.array(spans, np.int64).reshape(-1, 2))
        np.add.at(change, edges[:, 0], 1)
        np.add.at(change, edges[:, 1], -1)
    return np.cumsum(change[:-1]) > 0
