"""The figures that can be compared: rows of figures under what makes them one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from dashboard.analysis.claims.compare import Mention, compare


class Key(NamedTuple):
    """What makes figures comparable; ``story`` stands in for a period that is not given."""

    measure: str
    subject: str | None
    kind: str
    unit: str | None
    period: str | None
    story: str | None


class Row(NamedTuple):
    """A figure and where it stands."""

    mention: Mention
    counterparty: str | None
    story: str | None
    article: str
    start: int
    end: int
    attributed: bool = False


def grouped(quantities: pd.DataFrame, articles: pd.DataFrame) -> dict[Key, list[Row]]:
    """The figures that have a measure, under what makes them comparable; those of exact copies are left out."""
    about = {row["article_id"]: row for row in articles.to_dict("records")}
    groups: dict[Key, list[Row]] = defaultdict(list)
    for quantity in quantities.to_dict("records"):
        article = about.get(quantity["article_id"])
        if article is None or not _missing(article["duplicate_of"]) or _missing(quantity["measure"]):
            continue
        period = _text(quantity["date"] if quantity["kind"] == "date" else quantity["refers_to"])
        year = period[:4] if period and period[:4].isdigit() else None
        story = _text(article["story_id"])
        key = Key(
            quantity["measure"],
            _text(quantity["subject"]),
            quantity["kind"],
            _text(quantity["unit"]),
            year,
            None if year else story,
        )
        groups[key].append(row_of(quantity, article["source"], story))
    return groups


def adopted(groups: dict[Key, list[Row]], loose: frozenset[str]) -> dict[Key, list[Row]]:
    """The groups, their rows without a subject under the only subject that their story names for the same thing.

    A row with a counterparty joins where that is the same (*le rachat de X pour 60 millions*), any other where it
    contradicts none of the figures there. Rows of ``loose`` measures, and dates, stay.
    """
    named: dict[Key, list[Key]] = defaultdict(list)
    for key in groups:
        if key.subject is not None:
            named[key._replace(subject=None)].append(key)
    made = {key: list(rows) for key, rows in groups.items() if key.subject is not None}
    for key, rows in groups.items():
        if key.subject is not None:
            continue
        stay = key.measure in loose or key.kind == "date"
        for row in sorted(rows, key=lambda row: (row.article, row.start)):
            homes = [] if stay else [home for home in named[key] if _tells(row, groups[home])]
            made.setdefault(homes[0] if len(homes) == 1 and _fits(row, made[homes[0]]) else key, []).append(row)
    return made


def _tells(row: Row, others: list[Row]) -> bool:
    """Whether rows are of a story, and, where it has one, of its counterparty."""
    same = (other for other in others if row.story is not None and other.story == row.story)
    return any(row.counterparty in (None, other.counterparty) for other in same)


def _fits(row: Row, others: list[Row]) -> bool:
    if row.counterparty is not None:
        return True
    told = {other.mention.told: other.mention for other in others}
    return all(compare(row.mention, mention, 0.0) != "contradict" for mention in told.values())


def row_of(quantity: Mapping[Any, Any], source: str, story: str | None) -> Row:
    """A row of the table quantities as one to be compared; ``story`` is that of its article."""
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
    return Row(
        mention,
        _text(quantity["counterparty"]),
        story,
        quantity["article_id"],
        int(quantity["start"]),
        int(quantity["end"]),
        quantity["certainty"] == "attributed",
    )


def _missing(value: object) -> bool:
    return value is None or value != value


def _text(value: object) -> str | None:
    return None if _missing(value) else str(value)


def _number(value: Any) -> float | None:
    return None if _missing(value) else float(value)
