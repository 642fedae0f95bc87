"""Claims: the figures of several sources for one thing, side by side, with a verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import combinations, product
from typing import Any, NamedTuple

import pandas as pd

from dashboard.analysis.claims.compare import Mention, better, compare, worse
from dashboard.config.quantities import QuantityRules
from dashboard.model import Verdict
from dashboard.tables import table

__all__ = ["claims_of", "judge"]


class _Key(NamedTuple):
    """What makes figures comparable; ``story`` stands in for a period that is not given."""

    measure: str
    subject: str | None
    kind: str
    unit: str | None
    period: str | None
    story: str | None


class _Row(NamedTuple):
    """A figure and where it stands."""

    mention: Mention
    counterparty: str | None
    story: str | None
    article: str
    start: int
    end: int
    attributed: bool = False


def claims_of(
    quantities: pd.DataFrame, articles: pd.DataFrame, reuse: pd.DataFrame, rules: QuantityRules
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables claims and claim_mentions: every figure with a measure stands in one claim.

    Figures are compared where measure, subject, counterparty, kind, unit and period are the same; a figure
    without a period joins those of its story, one without a counterparty those of the only one that is named.
    Where a source gives several values that exclude each other, or the measure is too wide to compare, only
    equal and compatible figures stand together, so that none of them contradicts another by chance. Exact
    copies of articles give no figures. A claim's id is a hash of what makes it and of its first figure.
    """
    groups = _grouped(quantities, articles)
    copies = _Copies(reuse)
    claims: list[dict[str, Any]] = []
    mentions: list[dict[str, Any]] = []
    wide = rules.loose
    for key in sorted(groups, key=lambda key: tuple(str(part) for part in key)):
        for counterparty, rows in _by_counterparty(groups[key]):
            tolerance = rules.tolerance_of(key.measure)
            for part in _parts(rows, tolerance, key.subject is None or key.measure in wide or key.kind == "date"):
                claim = _claim(key, counterparty, part)
                claims.append(claim | _judged(part, tolerance, copies))
                mentions += [
                    {
                        "claim_id": claim["claim_id"],
                        "quantity_id": row.mention.quantity_id,
                        "source": row.mention.source,
                    }
                    for row in part
                ]
    return table("claims", claims), table("claim_mentions", mentions)


def judge(
    claims: pd.DataFrame,
    mentions: pd.DataFrame,
    quantities: pd.DataFrame,
    reuse: pd.DataFrame,
    rules: QuantityRules,
) -> pd.DataFrame:
    """The claims that have one of these mentions, judged by these mentions alone; order and ids are kept."""
    by_id = {row["quantity_id"]: row for row in quantities.to_dict("records")}
    rows: dict[str, list[_Row]] = defaultdict(list)
    for claim_id, quantity_id, source in zip(
        mentions["claim_id"], mentions["quantity_id"], mentions["source"], strict=True
    ):
        if quantity_id in by_id:
            rows[claim_id].append(_row(by_id[quantity_id], source, None))
    copies = _Copies(reuse)
    judged = [
        claim | _judged(rows[claim["claim_id"]], rules.tolerance_of(claim["measure"]), copies)
        for claim in claims.to_dict("records")
        if claim["claim_id"] in rows
    ]
    return table("claims", judged)


def _grouped(quantities: pd.DataFrame, articles: pd.DataFrame) -> dict[_Key, list[_Row]]:
    about = {row["article_id"]: row for row in articles.to_dict("records")}
    groups: dict[_Key, list[_Row]] = defaultdict(list)
    for quantity in quantities.to_dict("records"):
        article = about.get(quantity["article_id"])
        if article is None or not _missing(article["duplicate_of"]) or _missing(quantity["measure"]):
            continue
        period = _text(quantity["date"] if quantity["kind"] == "date" else quantity["refers_to"])
        year = period[:4] if period and period[:4].isdigit() else None
        story = _text(article["story_id"])
        key = _Key(
            quantity["measure"],
            _text(quantity["subject"]),
            quantity["kind"],
            _text(quantity["unit"]),
            year,
            None if year else story,
        )
        groups[key].append(_row(quantity, article["source"], story))
    return groups


def _row(quantity: Mapping[Any, Any], source: str, story: str | None) -> _Row:
    mention = Mention(
        quantity_id=quantity["quantity_id"],
        source=source,
        value=_number(quantity["value"]),
        low=_number(quantity["min"]),
        high=_number(quantity["max"]),
        date=_text(quantity["date"]),
        bound=quantity["bound"],
        denied=quantity["certainty"] == "denied",
    )
    return _Row(
        mention,
        _text(quantity["counterparty"]),
        story,
        quantity["article_id"],
        int(quantity["start"]),
        int(quantity["end"]),
        quantity["certainty"] == "attributed",
    )


def _by_counterparty(rows: list[_Row]) -> Iterable[tuple[str | None, list[_Row]]]:
    """The rows of each counterparty; those without one join the only one there is."""
    named = sorted({row.counterparty for row in rows if row.counterparty is not None})
    if len(named) <= 1:
        yield (named[0] if named else None), rows
        return
    for name in [None, *named]:
        part = [row for row in rows if row.counterparty == name]
        if part:
            yield name, part


def _parts(rows: list[_Row], tolerance: float, only_equal: bool) -> list[list[_Row]]:
    """The rows as one claim, or, where they cannot be told to be of one thing, by values that go together."""
    ordered = sorted(rows, key=lambda row: (row.article, row.start))
    if not only_equal and not _is_ambiguous(ordered, tolerance):
        return [ordered]
    articles = {row.article for row in ordered if row.attributed}  # others speak against its own figure there
    torn = {own for own in articles if _is_ambiguous([row for row in ordered if row.article == own], tolerance)}
    apart = [row for row in ordered if row.attributed and row.article in torn]
    rest = [row for row in ordered if row not in apart]
    if not only_equal and apart and rest and not _is_ambiguous(rest, tolerance):
        return [rest, *_parts(apart, tolerance, True)]
    parts: list[list[_Row]] = []
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
                    and (not only_equal or compare(mention, parts[place][0].mention, tolerance) == "agree")
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


def _distinct(rows: Iterable[_Row]) -> list[Mention]:
    """The figures of the rows, those that say the same once: an article may repeat itself a thousand times."""
    return list({row.mention.told: row.mention for row in rows}.values())


def _is_ambiguous(rows: list[_Row], tolerance: float) -> bool:
    """Whether one article gives values that exclude each other: then they are not of one thing."""
    by_article: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        by_article[row.article].append(row)
    return any(
        compare(a, b, tolerance) == "contradict"
        for part in by_article.values()
        for a, b in combinations(_distinct(part), 2)
    )


def _claim(key: _Key, counterparty: str | None, rows: list[_Row]) -> dict[str, Any]:
    stories, first = sorted({row.story for row in rows if row.story}), min(row.mention.quantity_id for row in rows)
    return {
        "claim_id": "c" + sha256("|".join(str(part) for part in (*key, counterparty, first)).encode()).hexdigest()[:12],
        "measure": key.measure,
        "subject": key.subject,
        "counterparty": counterparty,
        "kind": key.kind,
        "unit": key.unit,
        "period": key.period,
        "story_id": stories[0] if len(stories) == 1 else None,
    }


def _judged(rows: list[_Row], tolerance: float, copies: _Copies) -> dict[str, Any]:
    by_source: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        by_source[row.mention.source].append(row)
    verdict: Verdict = "single"
    if len(by_source) > 1:
        verdict = "agree"
        for a, b in combinations(sorted(by_source), 2):
            verdict = worse(verdict, _between(by_source[a], by_source[b], tolerance))
    lows = [end for row in rows for end in (row.mention.value, row.mention.low) if end is not None]
    highs = [end for row in rows for end in (row.mention.value, row.mention.high) if end is not None]
    return {
        "verdict": verdict,
        "low": min(lows, default=None),
        "high": max(highs or lows, default=None),
        "n_sources": len(by_source),
        "n_origins": copies.origins(by_source),
    }


def _between(rows: list[_Row], others: list[_Row], tolerance: float) -> Verdict:
    """The verdict on two sources: of all their figures the two that go together best."""
    verdict: Verdict = "contradict"
    for one, other in product(_distinct(rows), _distinct(others)):
        verdict = better(verdict, compare(one, other, tolerance))
    return verdict


class _Copies:
    """Which figures stand in passages that two articles share."""

    def __init__(self, reuse: pd.DataFrame) -> None:
        self._shared: dict[tuple[str, str], list[tuple[int, int, int, int]]] = defaultdict(list)
        columns = ("a_article", "a_start", "a_end", "b_article", "b_start", "b_end")
        # A few words in common are a stock phrase or an official wording, no copied sentence.
        reuse = reuse[reuse["kind"] != "short"]
        for a, a_start, a_end, b, b_start, b_end in zip(*(reuse[column] for column in columns), strict=True):
            self._shared[a, b].append((int(a_start), int(a_end), int(b_start), int(b_end)))
            self._shared[b, a].append((int(b_start), int(b_end), int(a_start), int(a_end)))

    def origins(self, by_source: Mapping[str, list[_Row]]) -> int:
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

    def _share(self, rows: list[_Row], others: list[_Row]) -> bool:
        return self._copied(rows, others) or self._copied(others, rows)

    def _copied(self, rows: list[_Row], others: list[_Row]) -> bool:
        """Whether each of the rows stands in a passage that holds one of the others in the other article."""
        return all(any(self._in_one_passage(row, other) for other in others) for row in rows)

    def _in_one_passage(self, row: _Row, other: _Row) -> bool:
        return any(
            start <= row.start and row.end <= end and other_start <= other.start and other.end <= other_end
            for start, end, other_start, other_end in self._shared.get((row.article, other.article), ())
        )


def _missing(value: object) -> bool:
    return value is None or value != value


def _text(value: object) -> str | None:
    return None if _missing(value) else str(value)


def _number(value: Any) -> float | None:
    return None if _missing(value) else float(value)
