"""Which of two articles came first, as far as their dates tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.reuse.words import Ints

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def spans_of_dates(published: Sequence[object]) -> NDArray[np.float64]:
    """For each truncated ISO date the first and last second that it may mean, since 1970; shape (n, 2).

    NaN where there is no date. A date with a time of day but no time zone is read as UTC.
    """
    return np.array([_span(value) for value in published], np.float64).reshape(-1, 2)


def origins(spans: NDArray[np.float64], a: Ints, b: Ints, minutes: float) -> NDArray[np.object_]:
    """``a`` or ``b`` for the earlier of each pair of rows of ``spans``, ``simultaneous`` within so many minutes.

    ``unknown`` where a date is missing, or where the two may mean the same moment and are less exact than that.
    """
    first, second = spans[a], spans[b]
    slack = minutes * 60
    exact = (np.ptp(first, axis=1) < slack) & (np.ptp(second, axis=1) < slack)
    close = exact & (np.abs(first[:, 0] - second[:, 0]) <= slack)
    result = np.full(len(a), "unknown", object)
    result[first[:, 1] < second[:, 0]] = "a"
    result[second[:, 1] < first[:, 0]] = "b"
    result[close] = "simultaneous"
    return result


def _span(value: object) -> tuple[float, float]:
    if not isinstance(value, str):
        return (np.nan, np.nan)
    text = value.strip()
    if found := _DATE.match(text):
        year, month, day = (int(part) if part else 0 for part in found.groups())
        return _calendar(year, month, day)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return (np.nan, np.nan)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    begin = (moment - _EPOCH).total_seconds()
    return (begin, begin)


def _calendar(year: int, month: int, day: int) -> tuple[float, float]:
    """First and last second of a year, a month or a day; NaN for one that does not exist."""
    try:
        first = datetime(year, month or 1, day or 1, tzinfo=UTC)
        if day:
            after = first + timedelta(days=1)
        elif month:
            after = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
        else:
            after = datetime(year + 1, 1, 1, tzinfo=UTC)
    except ValueError:
        return (np.nan, np.nan)
    return ((first - _EPOCH).total_seconds(), (after - _EPOCH).total_seconds() - 1)
