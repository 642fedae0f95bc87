"""Who was first with words that several articles print, as far as their dates and credits tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dashboard.analysis.reuse.origin import origins, spans_of_dates
from dashboard.config.reuse import ReuseSettings

_MINUTES = ReuseSettings().simultaneous_minutes


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article."""

    article_id: str
    source: str
    published: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where words come from; no kind says that anyone copied.

    ``earlier``: the article ``first`` is surely dated before all others. ``simultaneous``: the earliest ones are
    dated within some minutes of one another. ``common_source``: the outlets have them from ``agency``.
    ``unknown``: the dates do not tell.
    """

    kind: Literal["earlier", "simultaneous", "common_source", "unknown"]
    first: str | None = None
    agency: str | None = None


def in_order(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places by the last moment that their date may mean, undated ones last: a time goes before its whole day."""
    ends = spans_of_dates([place.published for place in places])[:, 1]
    keys = {
        place: (bool(np.isnan(end)), float(end), place.source, place.article_id, place.start)
        for place, end in zip(places, ends, strict=True)
    }
    return tuple(sorted(places, key=lambda place: keys[place]))


def origin_of(places: Sequence[Place], agency: str | None = None, minutes: float = _MINUTES) -> Origin:
    """The origin of words in these places (at least one); ``agency`` is the one that stands behind them, if any."""
    if agency:
        return Origin("common_source", agency=agency)
    ordered = in_order(places)
    dates = spans_of_dates([place.published for place in ordered])
    others = np.arange(1, len(ordered))
    found = set(origins(dates, np.zeros_like(others), others, minutes).tolist())
    if found == {"a"}:
        return Origin("earlier", first=ordered[0].article_id)
    return Origin("simultaneous" if found and found <= {"a", "simultaneous"} else "unknown")
