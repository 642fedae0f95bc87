"""Two numbers that make one figure: *de 5 à 7 %*, *entre 500 et 600 salariés*, *3 à 15 millions €*, *10-15 %*."""

from __future__ import annotations

from dashboard.analysis.quantities.compounds import Tail
from dashboard.analysis.quantities.lexicon import Scan
from dashboard.analysis.quantities.numbers import Number, is_digits, read_number
from dashboard.analysis.quantities.readings import Reading
from dashboard.analysis.quantities.tails import tail_of

_FROM = frozenset({"de", "d'", "from", "du"})
_BETWEEN = frozenset({"entre", "between"})
_TO = frozenset({"à", "to", "jusqu'à", "a"})
_AND = frozenset({"et", "and"})
_OR = frozenset({"ou", "or"})
_DASH = frozenset({"-", "–", "—"})
_MODIFIERS = frozenset({"de", "d'", "environ", "quelque", "près", "plus", "moins", "from", "about"})
_REACH = 5  # tokens between a verb of change and its first number


def range_of(scan: Scan, i: int, number: Number) -> Reading | None:
    """The range that begins with the number at token ``i``; None where there is none."""
    first = tail_of(scan, number)
    joint = first.end if first else number.end
    opener = _opener(scan, i)
    if not _joins(scan, joint, opener, first):
        return None
    j = joint + 1
    while (
        scan.keys[j] in ("environ", "près", "de", "plus", "d'", "quelque", "les", "about", "$", "£", "€")
        and j - joint < 3
    ):
        j += 1
    if not is_digits(scan.keys[j]) and scan.lexicon.anchors.get(scan.keys[j]) != "number":
        return _to_one(scan, i, number, first, j) if opener else None
    second = read_number(scan, j)
    if second is None:
        return None
    last = tail_of(scan, second)
    together = _belong_together(number, first, second, last, opener or scan.keys[joint])
    if not together and not (last is None and _is_change(scan, i, joint, second)):
        return None
    return _joined(scan, i, (number, first), (second, last))


def _opener(scan: Scan, i: int) -> str:
    """The preposition that opens a range before token ``i``, modifiers passed over; empty where there is none."""
    keys = scan.keys
    k = i - 1
    while keys[k] in ("environ", "quelque", "près", "plus", "moins", "$", "£", "€") or (
        keys[k] in _FROM and keys[k - 1] in ("près", "plus", "moins")
    ):
        k -= 1
    return keys[k] if keys[k] in _FROM or keys[k] in _BETWEEN else ""


def _joins(scan: Scan, joint: int, opener: str, first: Tail | None) -> bool:
    key = scan.keys[joint]
    if key in _TO:
        return first is None or (first.end == joint and (opener in _FROM or _is_unit(first)))
    if key in _AND:
        return opener in _BETWEEN
    if key in _OR:
        return first is None
    if key in _DASH:
        return first is None or scan.glued(joint - 1)
    return False


def _is_unit(tail: Tail) -> bool:
    return tail.noun is None and tail.unit is not None


def _belong_together(number: Number, first: Tail | None, second: Number, last: Tail | None, opener: str) -> bool:
    if last is None:
        if first is None:
            return opener in _BETWEEN and number.value < second.value and number.value > 12
        return (opener in _FROM or opener in _BETWEEN) and first.noun is None and second.scale == 1
    if first is None:
        small = number.value < second.value or number.scale > 1 or opener in _FROM or number.value < 1000
        if opener in _OR:
            return number.value < second.value <= number.value * 2 + 2
        return small and not (opener in _DASH and number.value >= second.value)
    same = (first.kind, first.unit) == (last.kind, last.unit) or (first.unit is None and last.kind == "money")
    if not same:
        return False
    return opener in _FROM or opener in _BETWEEN or opener in _DASH or number.value < second.value


def _is_change(scan: Scan, i: int, joint: int, second: Number) -> bool:
    """*passer de 320 à 250*: a verb of change before, no year and no unit after the second number."""
    keys = scan.keys
    if keys[joint] not in _TO or (second.plain and 1900 <= second.value <= 2100):
        return False
    k = i - 1
    while k > i - _REACH and keys[k] in _MODIFIERS:
        k -= 1
    return keys[k] in scan.lexicon.sets["changes"]


def _joined(scan: Scan, i: int, one: tuple[Number, Tail | None], two: tuple[Number, Tail | None]) -> Reading:
    (number, first), (second, last) = one, two
    tail = last or first
    low, high = number.value, second.value
    if first is None and number.scale == 1 and number.value < 1000 and second.scale > 1:
        low *= second.scale
    low_factor = (first or last or _NONE).factor
    high_factor = (last or first or _NONE).factor
    if first is None and last is not None and second.scale == 1:
        low_factor = last.factor
    low, high = float(f"{low * low_factor:.12g}"), float(f"{high * high_factor:.12g}")
    end = last.end if last else second.end
    if tail is None:
        return Reading(i, end, "count", low=min(low, high), high=max(low, high), bare=True)
    return Reading(
        i,
        end,
        tail.kind,
        low=min(low, high),
        high=max(low, high),
        unit=tail.unit,
        noun=tail.noun,
        bare=tail.unit is None,
    )


_NONE = Tail("count", None, 1.0, 0)


def _to_one(scan: Scan, i: int, number: Number, first: Tail | None, j: int) -> Reading | None:
    """*de 800 000 à un million*, *entre six mois et un an*."""
    if scan.keys[j] not in scan.lexicon.sets["one"]:
        return None
    one = Number(1.0, j + 1, False, 1.0)
    from dashboard.analysis.quantities.numbers import read_scale

    second = read_scale(scan, one)
    last = tail_of(scan, second)
    if last is None or (last.noun is not None and second.scale == 1):
        return None
    if first is not None and (first.kind != last.kind or (first.unit != last.unit and first.kind != "duration")):
        return None
    if first is not None and first.unit != last.unit:
        return None
    return _joined(scan, i, (number, first), (second, last))
