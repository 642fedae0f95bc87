"""Units after a number, those of several steps among them: *8 euros 50*, *2 h 10*, *1 min 52 s*, *1 m 92*."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.analysis.quantities.lexicon import Scan, UnitMatch
from dashboard.analysis.quantities.numbers import Number, read_number
from dashboard.model import Kind

_LOWER = frozenset("mgthjps")  # units that are never written as a capital
_BELOW = {"hour": "minute", "minute": "second"}
_STEPS = 60
_CENTS = 0.01


class Tail(NamedTuple):
    """Kind and unit of a number; ``factor`` is what the number is to be multiplied with, ``end`` the token after.

    ``noun`` is the word that is counted, None for a unit. ``unit`` is None for money whose unit is not printed.
    """

    kind: Kind
    unit: str | None
    factor: float
    end: int
    noun: str | None = None


def unit_at(scan: Scan, i: int) -> UnitMatch | None:
    """The longest unit that begins at token ``i``."""
    keys, units = scan.keys, scan.lexicon.units
    for size in units.sizes.get(keys[i], ()):
        word = units.values.get(tuple(keys[i : i + size]))
        if word is not None:
            if size == 1 and keys[i] in _LOWER and scan.capital(i):
                return None  # 1,2 M is no length, 5G no weight
            return UnitMatch(word.unit, word.kind, word.factor, i + size)
    return None


def with_unit(scan: Scan, number: Number, found: UnitMatch) -> Tail:
    """The tail of a number before a unit, with the smaller units and the halves that follow it."""
    factor, end, unit = found.factor, found.end, found.unit
    keys, sets = scan.keys, scan.lexicon.sets
    tail = Tail(found.kind, unit, factor, end)
    if not number.value or number.scale > 1:
        return tail
    if (found.kind == "duration" or unit == "x") and keys[end] in sets["and"]:
        part = 0.5 if keys[end + 1] in sets["half"] else 0.25 if unit == "hour" and keys[end + 1] == "quart" else 0.0
        return Tail(found.kind, unit, factor * (1 + part / number.value), end + 2) if part else tail
    if factor != 1 or not number.value.is_integer():
        return tail
    if found.kind == "money":
        more, end = _cents(scan, end)
    elif unit in _BELOW:
        more, end = _smaller(scan, end, unit)
    else:
        more, end = _two_digits(scan, end) if unit == "m" and number.value < 10 else (0.0, end)
    return Tail(found.kind, unit, 1 + more / number.value, end)


def _cents(scan: Scan, end: int) -> tuple[float, int]:
    """*8 euros 50*, *3€50*, *1 euro 20 centimes*, *174 euros et vingt centimes*: hundredths and the token after."""
    j = end + (scan.keys[end] in scan.lexicon.sets["and"])
    part = read_number(scan, j)
    if part and part.value < 1 / _CENTS:
        found = unit_at(scan, part.end)
        if found and found.kind == "money" and found.factor == _CENTS:
            return part.value * _CENTS, found.end
    return _two_digits(scan, end)


def _two_digits(scan: Scan, end: int) -> tuple[float, int]:
    """Hundredths of two digits that nothing else follows."""
    key = scan.keys[end]
    if len(key) != 2 or not key.isdigit() or not _is_last(scan, end + 1):
        return 0.0, end
    return int(key) * _CENTS, end + 1


def _smaller(scan: Scan, end: int, unit: str | None) -> tuple[float, int]:
    """Minutes after hours, seconds after minutes, as a part of the larger unit; and the token after."""
    key, below = scan.keys[end], _BELOW.get(unit or "")
    if below is None or not key.isdigit() or len(key) > 2 or int(key) >= _STEPS:
        return 0.0, end
    found = unit_at(scan, end + 1)
    if found and found.unit == below and found.factor == 1:
        rest, last = _smaller(scan, found.end, below)
        hundredths = below == "second" and _two_digits(scan, found.end)
        if hundredths and hundredths[0]:
            rest, last = hundredths
        return (int(key) + rest) / _STEPS, last
    alone = unit == "hour" and len(key) == 2 and (scan.glued(end - 1) or _is_last(scan, end + 1))
    return (int(key) / _STEPS, end + 1) if alone else (0.0, end)


def _is_last(scan: Scan, j: int) -> bool:
    """Whether no noun or unit begins at token ``j``."""
    key = scan.keys[j]
    if scan.glued(j - 1) and (key[:1].isalnum() or key in ("%", "€", "$")):
        return False
    return not key[:1].isalnum() or key in scan.lexicon.sets["stops"] or key in scan.lexicon.sets["link"]
