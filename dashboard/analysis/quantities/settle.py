"""What is decided once all figures of a text are known: bounds, elided units, ages, points, shared unit words."""

from __future__ import annotations

import re
from functools import lru_cache

from dashboard.analysis.quantities.dates import is_year
from dashboard.analysis.quantities.figures import Figure
from dashboard.analysis.quantities.lexicon import Scan, linked
from dashboard.analysis.quantities.readings import Reading
from dashboard.config.units import Shared, Units
from dashboard.model import Bound

_ENDS = frozenset({".", "!", "?", "\n", "…", ""})
_PASSED = frozenset({"les", "la", "le", "l'", "un", "une", "des", "de", "d'", "the", "a", "+", "$", "£", "€"})
_SMALL, _LARGE = 16, 10_000


def settled(scan: Scan, readings: list[Reading], units: Units, context: str) -> list[Figure]:
    """The readings as figures; bare numbers that nothing explains are dropped."""
    found: list[Figure] = []
    last: Reading | None = None
    for reading in _listed(scan, readings):
        if last is not None and _sentence_between(scan, last.end, reading.start):
            last = None
        made = _with_bound(scan, _with_unit(scan, reading, last))
        if made is None:
            continue
        made = _as_age(scan, _as_points(scan, made))
        if made.unit and made.unit.startswith("?"):
            made = _told(made, units, context)
        found.append(_figure(scan, made))
        if made.kind not in ("date", "ordinal", "duration", "age") or last is None:
            last = made if made.kind != "date" else last
    return found


def _figure(scan: Scan, reading: Reading) -> Figure:
    start, end = scan.starts[reading.start], scan.ends[reading.end - 1]
    return Figure(
        start,
        end,
        reading.kind,
        reading.value,
        reading.low,
        reading.high,
        reading.date,
        reading.unit,
        reading.bound,
        reading.noun,
        reading.bare,
    )


def _sentence_between(scan: Scan, start: int, end: int) -> bool:
    keys = scan.keys
    return any(keys[k] in _ENDS and scan.capital(k + 1) for k in range(start, min(end, start + 60))) or end - start > 60


def _with_unit(scan: Scan, reading: Reading, last: Reading | None) -> Reading | None:
    """A bare number with the unit of the figure before it (*contre 4,3 à sa rivale*); None where it is no figure."""
    if not reading.bare or (reading.kind == "money" and last is None):
        return reading
    keys, phrases = scan.keys, scan.lexicon.phrases
    value = reading.value if reading.value is not None else reading.low
    if reading.kind == "money" and last is not None:
        if last.kind != "money" and scan.ends_with(reading.start - 1, phrases["contrast"]) and last.unit != "%":
            return reading._replace(kind=last.kind, unit=last.unit, noun=last.noun)
        return reading._replace(unit=last.unit) if last.kind == "money" else reading
    if last is not None and keys[reading.start - 1] in scan.lexicon.sets["over"] and last.value == reading.value:
        return None  # 24 heures sur 24
    if last is not None and keys[reading.start - 1] == "dont" and last.kind in ("people", "count"):
        return reading._replace(kind=last.kind, unit=last.unit, noun=last.noun)
    contrasted = scan.ends_with(reading.start - 1, phrases["contrast"])
    if last is not None and contrasted and last.unit is not None and keys[reading.start - 1] not in ("sur", "les"):
        return reading._replace(kind=last.kind, unit=last.unit, noun=last.noun, bare=True)
    if reading.low is not None or value is None:
        return reading
    if scan.ends_with(reading.start - 1, phrases["age"]) and value <= 120:
        return reading
    return reading if _is_counted(scan, reading, value) else None


def _is_counted(scan: Scan, reading: Reading, value: float) -> bool:
    """Whether a number without a noun counts something."""
    keys, sets = scan.keys, scan.lexicon.sets
    key, i = keys[reading.start], reading.start
    if keys[i - 1] in _ALL and not ("0" <= key[:1] <= "9"):
        return False
    if keys[i - 1] in sets["over"] and value > 1:
        return True
    if bound_before(scan, i) and value > 1 and not (1900 <= value <= 2100):
        return True
    if value >= 1 and keys[reading.end] == "en" and is_year(keys[reading.end + 1]) and keys[i - 1] in sets["and"]:
        return True
    if keys[reading.end - 1] in sets["others"]:
        return True
    if scan.ends_with(i - 1, scan.lexicon.phrases["counted"]) and value != 1:
        return True
    if (keys[reading.end] in sets["link"] and keys[reading.end + 1] in sets["of_these"]) or keys[reading.end] == "des":
        return value > 1
    if _is_pronoun(scan, i) or value >= _LARGE:
        return True
    if "," in key and scan.lexicon.words.decimal == ",":
        return True
    if not ("0" <= key[:1] <= "9"):
        if keys[reading.end] in sets["verbs"] and keys[i - 1] not in ("les", "ces", "tous", "the", "eux", "nous"):
            return True
        return value > _SMALL and keys[i - 1] not in ("le", "du", "au", "les", "des")
    if " " in key or "'" in key:
        return True
    if keys[i - 1] in ("le", "du", "au", "(", "numéro") or key.startswith("0"):
        return False
    return value >= 100 and value == int(value) and not (1000 <= value < 2200)


_ALL = frozenset({"tous", "toutes", "eux", "elles", "nous", "vous", "les", "ces", "both"})
_LISTED = frozenset({",", "voire", "ou", "et", "puis", "peut", "-", "être", "or", "and", "même"})


def _listed(scan: Scan, readings: list[Reading]) -> list[Reading]:
    """The readings, those of a list with the unit that only its last one prints (*19, 22 et 34 ans*)."""
    made = list(readings)
    for place in range(len(made) - 2, -1, -1):
        if made[place].bare and made[place].kind == "count":
            made[place] = _with_next(scan, made[place], made[place + 1])
    return made


def _with_next(scan: Scan, reading: Reading, following: Reading) -> Reading:
    """A bare number with the unit of the one after it in a list (*1 000, voire 2 000 ans*)."""
    between = scan.keys[reading.end : following.start]
    if following.bare or following.kind in ("date", "ordinal") or not 0 < len(between) <= 4:
        return reading
    if not set(between) <= _LISTED or (between == [","] and following.kind in ("people", "count")):
        return reading
    if reading.value is None or following.unit in ("x", None):
        return reading
    return reading._replace(kind=following.kind, unit=following.unit, noun=following.noun, bare=False)


def _is_pronoun(scan: Scan, i: int) -> bool:
    """*le Raja en a six*, *l'usine en compte douze*."""
    return (
        scan.keys[i - 2] == "en"
        and scan.keys[i - 1][:1].isalpha()
        and scan.keys[i - 1] not in scan.lexicon.words.dates.months
    )


def _with_bound(scan: Scan, reading: Reading | None) -> Reading | None:
    if reading is None or reading.kind in ("date", "ordinal"):
        return reading
    bound = bound_before(scan, reading.start) or bound_after(scan, reading.end)
    return reading._replace(bound=bound) if bound else reading


def bound_before(scan: Scan, start: int) -> Bound | None:
    """The bound that the words before a figure give, determiners passed over."""
    i = start - 1
    for _ in range(3):
        found = _matched(scan, i)
        if found:
            return found
        if scan.keys[i] not in _PASSED:
            return None
        i -= 1
    return None


def _matched(scan: Scan, i: int) -> Bound | None:
    keys, before = scan.keys, scan.lexicon.before
    for size in before.sizes.get(linked(keys[i]), ()):
        bound = before.values.get(tuple(map(linked, keys[i + 1 - size : i + 1])))
        if bound is not None:
            return bound
    return None


def bound_after(scan: Scan, end: int) -> Bound | None:
    """The bound that the words after a figure give."""
    keys, after = scan.keys, scan.lexicon.after
    for size in after.sizes.get(linked(keys[end]), ()):
        bound = after.values.get(tuple(map(linked, keys[end : end + size])))
        if bound is not None:
            return bound
    return None


def _as_points(scan: Scan, reading: Reading) -> Reading:
    """Points are percentage points where the text says so or moves a rate by them."""
    if reading.noun not in ("point", "points") or reading.kind != "count":
        return reading
    keys = scan.keys
    around = keys[max(0, reading.start - 14) : reading.end + 8]
    if "%" in around or any(word in scan.lexicon.sets["moves"] for word in around[:15]) or "points" not in around:
        return reading._replace(kind="percent", unit="pp", noun=None)
    return reading


def _as_age(scan: Scan, reading: Reading) -> Reading:
    """Years that are an age (*âgé de 34 ans*, *Jeanne, 34 ans,*)."""
    if reading.bare and reading.value and scan.ends_with(reading.start - 1, scan.lexicon.phrases["age"]):
        return reading._replace(kind="age", unit="year", bare=False)
    in_years = reading.unit == "year" and reading.kind == "duration"
    if not in_years or scan.keys[reading.end - 1] not in ("ans", "an", "year", "years", "old"):
        return reading
    top = reading.high or reading.value or 0
    if not 0 < top <= 120:
        return reading
    return reading._replace(kind="age") if _is_age(scan, reading) else reading


def _is_age(scan: Scan, reading: Reading) -> bool:
    keys, sets, phrases = scan.keys, scan.lexicon.sets, scan.lexicon.phrases
    i, end = reading.start, reading.end
    if keys[end] in scan.lexicon.words.ages.after or (keys[end] == "-" and keys[end + 1] == "old"):
        return True
    k = i - 1
    if keys[k] in ("environ", "presque", "quelque"):
        k -= 1
    under = scan.ends_with(k, phrases["under"])
    k -= under
    if keys[k] in sets["link"]:
        k -= 1
    if scan.ends_with(i - 1, phrases["age"]) and keys[i - 1] not in ("les", "des"):
        return True
    if any(keys[k - back] in sets["aged"] for back in range(3)) and (keys[i - 1] in sets["link"] or under):
        return True
    if keys[k] in ("les", "des") and (under or reading.low is not None):
        return True
    closed = keys[end] in (",", ")", ".", ";", "") or keys[end] == "et"
    if keys[i - 1] in (",", "(") and closed and keys[i - 2][:1].isalpha():
        return True
    return keys[i - 1] == "à" and keys[end] in (",", "seulement") and (reading.value or 0) >= 10


@lru_cache(maxsize=256)
def _hint(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=64)
def _shared_unit(shared: Shared, context: str) -> str:
    for unit, pattern in shared.hints:
        if _hint(pattern).search(context):
            return unit
    return shared.default


def _told(reading: Reading, units: Units, context: str) -> Reading:
    shared = units.shared[reading.unit or ""]
    unit = _shared_unit(shared, context)
    if not unit.isupper() and (reading.value or reading.low or 0) >= _LARGE:
        unit = shared.hints[0][0]  # nobody counts books by the hundred thousand
    if unit.isupper():
        return reading._replace(unit=unit)
    return reading._replace(kind="count", unit=unit, noun=unit)
