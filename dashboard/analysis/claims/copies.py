"""Which figures stand in passages that two articles share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

import pandas as pd

from dashboard.analysis.claims.compare import alike
from dashboard.analysis.claims.rows import Row


class Copies:
    """Which figures stand in passages that two articles share."""

    def __init__(self, reuse: pd.DataFrame) -> None:
        self._shared: dict[tuple[str, str], list[tuple[int, int, int, int]]] = defaultdict(list)
        columns = ("a_article", "a_start", "a_end", "b_article", "b_start", "b_end")
        # A few words in common are a stock phrase or an official wording, no copied sentence.
        reuse = reuse[reuse["kind"] != "short"]
        for a, a_start, a_end, b, b_start, b_end in zip(*(reuse[column] for column in columns), strict=True):
            self._shared[a, b].append((int(a_start), int(a_end), int(b_start), int(b_end)))
            self._shared[b, a].append((int(b_start), int(b_end), int(a_start), int(a_end)))

    def origins(self, by_source: Mapping[str, list[Row]]) -> int:
        """Sources, those all of whose figures stand in passages shared with another counted once with it."""
        home = {source: source for source in by_source}

        def root(source: str) -> str:
            while home[source] != source:
                source = home[source]
            return source

        for a, b in combinations(sorted(by_source), 2):
            if self._share(by_source[a], by_source[b]):
                home[root(b)] = root(a)
        return len({root(source) for source in by_source})

    def _share(self, rows: list[Row], others: list[Row]) -> bool:
        return self._copied(rows, others) or self._copied(others, rows)

    def _copied(self, rows: list[Row], others: list[Row]) -> bool:
        """Whether each of the rows stands in a passage that holds it, or it rounded, in the other article.

        A figure that differs is never a copy: whoever changed it in a copied sentence answers for it.
        """
        return all(
            any(alike(row.mention, other.mention, 0.0) and self._in_one_passage(row, other) for other in others)
            for row in rows
        )

    def _in_one_passage(self, row: Row, other: Row) -> bool:
        return any(
            start <= row.start and row.end <= end and other_start <= other.start and other.end <= other_end
            for start, end, other_start, other_end in self._shared.get((row.article, other.article), ())
        )
