"""Finds the cue words of all measures in a sentence at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from dashboard.config.meaning import Measure
from dashboard.config.quantities import QuantityRules

Spans = tuple[tuple[int, int], ...]
_WORD = re.compile(r"(?<!\w)\w")
_PREFIX = 4
_Bucket = dict[str, list[tuple[re.Pattern[str], int]]]


class CueBook:
    """The cues of all measures by their first letters, so that one pass over the words of a sentence finds them."""

    def __init__(self, rules: QuantityRules) -> None:
        """Places in ``measures`` number the measures; those of counted things come last."""
        self.measures: tuple[Measure, ...] = (*rules.measures, *rules.things)
        self.by_noun: dict[str, list[int]] = {}
        self.by_unit: dict[str, list[int]] = {}
        self.fallback: dict[str, list[int]] = {}
        self.shapes: tuple[int, ...] = tuple(
            place for place, measure in enumerate(rules.measures) if measure.shape in ("change", "share")
        )
        self._cues: _Bucket = {}
        self._complements: _Bucket = {}
        for place, measure in enumerate(self.measures):
            for table, keys in (
                (self.by_noun, measure.nouns),
                (self.by_unit, measure.own_units),
                (self.fallback, measure.fallback),
            ):
                for key in keys:
                    table.setdefault(key, []).append(place)
        for place, measure in enumerate(rules.measures):
            _sort_in(self._cues, measure.cue_words, place)
            _sort_in(self._complements, measure.complement_words, place)
        self._kept = lru_cache(maxsize=4096)(self._found)

    def hits(self, text: str) -> Mapping[int, Spans]:
        """Where the cues of each measure stand in a text in lower case; measures without one are left out."""
        return self._kept(text)

    def complements(self, text: str, place: int) -> Iterator[int]:
        """The measures one of whose complements begins at a place."""
        for pattern, measure in _bucket(self._complements, text, place):
            if pattern.match(text, place):
                yield measure

    def _found(self, text: str) -> Mapping[int, Spans]:
        found: dict[int, dict[int, int]] = {}
        for word in _WORD.finditer(text):
            start = word.start()
            for pattern, measure in _bucket(self._cues, text, start):
                match = pattern.match(text, start)
                if match:
                    ends = found.setdefault(measure, {})
                    ends[start] = max(ends.get(start, 0), match.end())
        return {measure: tuple(sorted(ends.items())) for measure, ends in sorted(found.items())}


@lru_cache(maxsize=4)
def book_of(rules: QuantityRules) -> CueBook:
    """The book of some rules, made once."""
    return CueBook(rules)


def _sort_in(bucket: _Bucket, words: tuple[str, ...], place: int) -> None:
    by_prefix: dict[str, list[str]] = {}
    for word in words:
        by_prefix.setdefault(word.split("*")[0][:_PREFIX], []).append(word)
    for prefix, group in by_prefix.items():
        parts = "|".join(_pattern(word) for word in sorted(group, key=len, reverse=True))
        bucket.setdefault(prefix, []).append((re.compile(parts), place))


def _pattern(word: str) -> str:
    return r"\w{0,20}".join(re.escape(part) for part in word.split("*")) + ("" if word.endswith("'") else r"(?!\w)")


def _bucket(bucket: _Bucket, text: str, start: int) -> Iterator[tuple[re.Pattern[str], int]]:
    for length in range(1, _PREFIX + 1):
        yield from bucket.get(text[start : start + length], ())
