"""A figure as the grammar reads it, before anybody asks what it means."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.model import Bound, Kind


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text; ``start`` and ``end`` are characters, end excluded.

    A range has ``low`` and ``high``, a vague amount ``low`` alone; ``date`` is truncated ISO, of kind date
    alone. ``noun`` is the counted noun as printed, in lower case. ``bare`` figures have no unit of their own.
    """

    start: int
    end: int
    kind: Kind
    value: float | None = None
    low: float | None = None
    high: float | None = None
    date: str | None = None
    unit: str | None = None
    bound: Bound = "exact"
    noun: str | None = None
    bare: bool = False
