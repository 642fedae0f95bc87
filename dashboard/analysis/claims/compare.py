"""Whether two figures for one thing agree, are compatible or contradict each other."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, inf, log10

from dashboard.model import Verdict

_EQUAL = 1e-9
_ROUGH = 0.05
_ORDER: tuple[Verdict, ...] = ("agree", "compatible", "contradict")


@dataclass(frozen=True, slots=True)
class Mention:
    """One source's figure for a claim, as far as comparing needs it."""

    quantity_id: str
    source: str
    value: float | None
    low: float | None
    high: float | None
    date: str | None
    bound: str
    denied: bool

    @property
    def told(self) -> tuple[object, ...]:
        """All that comparing reads; two mentions that are alike in it go for one."""
        return self.value, self.low, self.high, self.date, self.bound, self.denied

    @property
    def span(self) -> tuple[float, float]:
        """The values that the figure allows; open ends are infinite."""
        if self.value is None:
            return (-inf if self.low is None else self.low), (inf if self.high is None else self.high)
        if self.bound == "more_than":
            return self.value, inf
        return (-inf, self.value) if self.bound in ("less_than", "up_to") else (self.value, self.value)


def compare(a: Mention, b: Mention, tolerance: float) -> Verdict:
    """The verdict on two figures.

    ``compatible`` are two that differ within ``tolerance`` (relative) where one is marked *about*, one inside
    the other's range or bound, one that is the other rounded, one date the beginning of
    the other. Affirmed against denied contradicts where the figures themselves would not.
    """
    verdict = _compare_dates(a, b) if a.date or b.date else _compare_numbers(a, b, tolerance)
    if a.denied != b.denied:
        return "compatible" if verdict == "contradict" else "contradict"
    return verdict


def alike(a: Mention, b: Mention, tolerance: float) -> bool:
    """Whether two figures agree, or one is the other rounded; so they may be of one thing without saying so."""
    if compare(a, b, tolerance) == "agree":
        return True
    if a.denied != b.denied or a.value is None or b.value is None or a.date or b.date:
        return False
    return _rounds_to(a.value, b.value) or _rounds_to(b.value, a.value)


def worse(a: Verdict, b: Verdict) -> Verdict:
    """The one further from agreement."""
    return max(a, b, key=_ORDER.index)


def better(a: Verdict, b: Verdict) -> Verdict:
    """The one nearer to agreement."""
    return min(a, b, key=_ORDER.index)


def _compare_dates(a: Mention, b: Mention) -> Verdict:
    one, two = a.date or "", b.date or ""
    if one == two:
        return "agree"
    return "compatible" if one.startswith(two) or two.startswith(one) else "contradict"


def _compare_numbers(a: Mention, b: Mention, tolerance: float) -> Verdict:
    if a.value is not None and b.value is not None and _near(a.value, b.value, _EQUAL):
        return "agree" if a.bound == b.bound or {a.bound, b.bound} == {"exact", "about"} else "compatible"
    if a.value is None and b.value is None and (a.low, a.high) == (b.low, b.high):
        return "agree"
    margin = tolerance if "about" in (a.bound, b.bound) else _EQUAL
    (low, high), (other_low, other_high) = a.span, b.span
    if _reaches(low, other_high, margin) and _reaches(other_low, high, margin):
        return "compatible"
    if a.value is not None and b.value is not None and (_rounds_to(a.value, b.value) or _rounds_to(b.value, a.value)):
        return "compatible"
    return "contradict"


def _near(a: float, b: float, margin: float) -> bool:
    return abs(a - b) <= margin * max(abs(a), abs(b))


def _reaches(low: float, high: float, margin: float) -> bool:
    return low <= high or _near(low, high, margin)


def _rounds_to(precise: float, rounded: float) -> bool:
    """Whether the second is the first with fewer digits (1.23 and 1.2; 12.4 and 12; not 12,000 and 10,000).

    One digit is enough where a number below ten loses its decimals (7.1 and 7), if they differ by 5 % at most.
    """
    digits = _digits(rounded)
    if digits >= _digits(precise) or precise == 0 or digits == 0:
        return False
    if digits == 1 and not (abs(precise) < 10 and float(rounded).is_integer() and _near(precise, rounded, _ROUGH)):
        return False
    places = digits - 1 - floor(log10(abs(precise)))
    return _near(round(precise, places), rounded, _EQUAL)


def _digits(value: float) -> int:
    """Significant digits of a number, trailing zeros not counted."""
    return len(f"{abs(value):.12g}".replace(".", "").split("e")[0].strip("0"))
