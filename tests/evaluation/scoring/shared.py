"""Passages that articles share, and quotes, against an annotation."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tests.evaluation.scoring.base import Row, Scores, common, f_one, fold, missing, pair_up, prf, share


def _sides(case: Row) -> tuple[Row, Row]:
    a, b = sorted((case["a"], case["b"]), key=lambda side: (side["doc"], side["start"]))
    return a, b


def _covered(side: Row, others: Iterable[Row]) -> int:
    """How many characters of the span stand in any of the others."""
    places: set[int] = set()
    for other in others:
        if common(side, other):
            places |= set(range(max(side["start"], other["start"]), min(side["end"], other["end"])))
    return len(places)


def _size(side: Row) -> int:
    return int(side["end"] - side["start"])


def overlap_scores(gold: Sequence[Row], found: Sequence[Row]) -> Scores:
    """Shared passages by character: means over cases, ``plagdet`` of PAN (Potthast et al. 2010), cases by type.

    Cases of type ``same_fact`` are neutral: a found pair that touches them alone is left out. A case counts as
    found (``found_<type>``) if half of its characters on both sides are.
    """
    cases = [(*_sides(case), case["type"]) for case in gold]
    due = [case for case in cases if case[2] != "same_fact"]
    told = [_sides(case) for case in found]

    def touching(one: Sequence[Any], others: Iterable[Sequence[Any]]) -> list[Sequence[Any]]:
        return [other for other in others if common(one[0], other[0]) and common(one[1], other[1])]

    told = [pair for pair in told if touching(pair, due) or not touching(pair, cases)]

    def mean_cover(these: Sequence[Sequence[Any]], those: Sequence[Sequence[Any]]) -> float:
        parts = []
        for one in these:
            partners = touching(one, those)
            cover = sum(_covered(one[k], [other[k] for other in partners]) for k in (0, 1))
            parts.append(cover / (_size(one[0]) + _size(one[1])))
        return sum(parts) / len(parts) if parts else 1.0

    precision, recall = mean_cover(told, due), mean_cover(due, told)
    grains = [len(touching(case, told)) for case in due if touching(case, told)]
    granularity = sum(grains) / len(grains) if grains else 1.0
    scores = {"overlap_p": precision, "overlap_r": recall}
    scores["plagdet"] = f_one(precision, recall) / math.log2(1 + granularity)
    for kind in ("verbatim", "near_verbatim", "paraphrase_quote"):
        these = [case for case in due if case[2] == kind]
        seen = [
            all(2 * _covered(case[k], [p[k] for p in touching(case, told)]) >= _size(case[k]) for k in (0, 1))
            for case in these
        ]
        scores[f"found_{kind}"] = share(sum(seen), len(these))
    return scores


def _inside(one: Row, other: Row) -> bool:
    return one is not other and common(one, other) == _size(one)


def quote_scores(gold: Mapping[str, Any], found: Sequence[Row]) -> Scores:
    """Direct speech: spans (half of either in common), speakers among the found ones, same statements.

    Indirect speech, words in quotation marks that nobody says, rows marked ``neutral`` and fragments inside a
    longer quote cost nothing. Statements are pairs of quotes of different articles; a quote that holds two
    statements may miss one of its pairs.
    """
    rows: Sequence[Row] = gold["quotes"]
    spoken = [row for row in rows if row["kind"].startswith("direct") and not row.get("neutral")]
    due = [row for row in spoken if not any(_inside(row, other) for other in spoken)]
    pairs = pair_up(rows, found, 0.4999)
    match = {rows[i]["id"]: found[j] for i, j in pairs.items()}
    hits = [row for row in due if row["id"] in match]
    spare = [
        f
        for j, f in enumerate(found)
        if f["kind"] != "indirect" and j not in pairs.values() and not any(common(f, row) for row in rows)
    ]
    scores = prf("quote", len(hits), len(hits) + len(spare), len(due))
    named = [row for row in hits if row["speaker"]]
    scores["speaker"] = share(sum(_same_name(row, match[row["id"]]) for row in named), len(named))
    return scores | _statements(gold, spoken, match)


def _same_name(gold: Row, found: Row) -> bool:
    if missing(found["speaker"]):
        return False
    one, other = fold(found["speaker"]), fold(gold["speaker"])
    return one in other or other in one


def _statements(gold: Mapping[str, Any], spoken: Sequence[Row], match: Mapping[str, Row]) -> Scores:
    by_id = {row["id"]: row for row in spoken}
    groups = [[quote for quote in group if quote in by_id] for group in gold["same_statement"].values()]
    due = {
        frozenset(pair)
        for group in groups
        for pair in itertools.combinations(group, 2)
        if by_id[pair[0]]["doc"] != by_id[pair[1]]["doc"]
    }
    said = set()
    for a, b in itertools.combinations([row for row in spoken if row["id"] in match], 2):
        one, other = (match[row["id"]]["statement_id"] for row in (a, b))
        if a["doc"] != b["doc"] and not missing(one) and one == other:
            said.add(frozenset((a["id"], b["id"])))
    double = {quote for quote in by_id if sum(quote in group for group in groups) > 1}
    spared = {pair for pair in due - said if pair & double}
    return prf("statement", len(due & said), len(said), len(due - spared))
