"""Figures under one key as claims: all together, or, where they cannot be told to be of one thing, apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from dashboard.analysis.claims.compare import Mention, alike, compare
from dashboard.analysis.claims.rows import Row


def parts_of(rows: list[Row], tolerance: float, only_equal: bool) -> list[list[Row]]:
    """The rows as one claim, or, where they cannot be told to be of one thing, by values that go together."""
    ordered = sorted(rows, key=lambda row: (row.article, row.start))
    if not only_equal and not _is_ambiguous(ordered, tolerance):
        return [ordered]
    articles = {row.article for row in ordered if row.attributed}  # others speak against its own figure there
    torn = {own for own in articles if _is_ambiguous([row for row in ordered if row.article == own], tolerance)}
    apart = [row for row in ordered if row.attributed and row.article in torn]
    rest = [row for row in ordered if not (row.attributed and row.article in torn)]
    if not only_equal and apart and rest and not _is_ambiguous(rest, tolerance):
        return [rest, *parts_of(apart, tolerance, True)]
    parts: list[list[Row]] = []
    told: list[dict[object, Mention]] = []  # of each part, what differs
    for row in ordered:
        mention = row.mention
        home = next(
            (
                place
                for place, others in enumerate(told)
                if mention.told in others
                or (
                    all(compare(mention, other, tolerance) != "contradict" for other in others.values())
                    and (not only_equal or alike(mention, parts[place][0].mention, tolerance))
                )
            ),
            len(parts),
        )
        if home == len(parts):
            parts.append([])
            told.append({})
        parts[home].append(row)
        told[home].setdefault(mention.told, mention)
    return parts


def distinct(rows: Iterable[Row]) -> list[Mention]:
    """The figures of the rows, those that say the same once: an article may repeat itself a thousand times."""
    return list({row.mention.told: row.mention for row in rows}.values())


def _is_ambiguous(rows: list[Row], tolerance: float) -> bool:
    """Whether one article gives values that exclude each other: then they are not of one thing."""
    by_article: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_article[row.article].append(row)
    return any(
        compare(a, b, tolerance) == "contradict"
        for part in by_article.values()
        for a, b in combinations(distinct(part), 2)
    )
