"""Years that are somebody's age, and points that are percentage points."""

from __future__ import annotations

from dashboard.analysis.quantities.lexicon import Scan
from dashboard.analysis.quantities.readings import Reading

_OLDEST, _GROWN = 120, 14
_WINDOW = 14
_YEARS = frozenset({"ans", "an", "year", "years", "old"})
_COUNTED = frozenset({"années", "mois", "semaines", "months"})  # ages only after *âgé de*, *un bébé de*
_JOINTS = frozenset({"et", "ou", ",", "and", "or", "à"})


def as_points(scan: Scan, reading: Reading) -> Reading:
    """Points are percentage points where the text says so or moves a rate by them; those of an index are counted."""
    indexed = reading.unit == "pp" and reading.noun is None and scan.keys[reading.end - 1] in ("pt", "pts")
    if not indexed and (reading.noun not in ("point", "points") or reading.kind != "count"):
        return reading
    keys, sets = scan.keys, scan.lexicon.sets
    around = keys[max(0, reading.start - _WINDOW) : reading.end + 8]
    if (reading.value or 0) > 100 or not sets["indices"].isdisjoint(around):
        return reading._replace(kind="count", unit="point", noun="points")
    if "%" in around or not sets["moves"].isdisjoint(around) or "points" not in around:
        return reading._replace(kind="percent", unit="pp", noun=None)
    return reading


def as_age(scan: Scan, reading: Reading, before: Reading | None) -> Reading:
    """Years that are an age (*âgé de 34 ans*, *Jeanne, 34 ans,*); ``before`` is the figure before them."""
    keys, sets, phrases = scan.keys, scan.lexicon.sets, scan.lexicon.phrases
    aged = scan.ends_with(reading.start - 1, phrases["age"]) or (
        keys[reading.start - 1] in sets["one"] and scan.ends_with(reading.start - 2, phrases["age"])
    )
    if reading.bare and reading.value and aged:
        return reading._replace(kind="age", unit="year", bare=False)
    if reading.kind != "duration" or not 0 < (reading.high or reading.value or 0) <= _OLDEST:
        return reading
    last = keys[reading.end - 1]
    small = keys[reading.start - 1] in sets["link"] and keys[reading.start - 2] in sets["small"]
    if last in _COUNTED and (aged or small):
        return reading._replace(kind="age")
    if reading.unit != "year" or not (last in _YEARS or "0" <= last[:1] <= "9"):
        return reading
    return reading._replace(kind="age") if _goes_on(scan, reading, before) or _is_age(scan, reading) else reading


def _goes_on(scan: Scan, reading: Reading, before: Reading | None) -> bool:
    """The second age of a list (*deux hommes de 24 et 31 ans*)."""
    if before is None or before.kind != "age":
        return False
    between = scan.keys[before.end : reading.start]
    return len(between) == 1 and between[0] in _JOINTS


def _is_lived(scan: Scan, reading: Reading) -> bool:
    """*j'ai 57 ans*, *entré à l'usine à 19 ans*, *espérance de vie de 85 ans*; not *condamné à dix ans*."""
    keys, sets = scan.keys, scan.lexicon.sets
    i, end = reading.start, reading.end
    if keys[end] in sets["link"]:
        return False  # a 20 ans de carrière
    before = keys[max(0, i - _WINDOW) : i]
    if not sets["lives"].isdisjoint(before[-10:]):
        return True
    under = scan.ends_with(i - 1, scan.lexicon.phrases["under"])
    if keys[i - 1 - under] in sets["have"] and keys[i - 2 - under] != "y":
        return True  # but not: il y a dix ans
    grown = (reading.value or 0) >= _GROWN
    return keys[i - 1] == "à" and grown and sets["terms"].isdisjoint([*before, *keys[end : end + 4]])


def _is_age(scan: Scan, reading: Reading) -> bool:
    keys, sets, phrases = scan.keys, scan.lexicon.sets, scan.lexicon.phrases
    i, end = reading.start, reading.end
    if keys[end] in scan.lexicon.words.ages.after or (keys[end] == "-" and keys[end + 1] == "old"):
        return True
    if scan.ends_with(i - 1, phrases["aged_at"]):
        return True
    if keys[i - 1] in sets["birthday"] and keys[end] not in sets["link"]:
        return True  # ses 90 ans, but not ses 20 ans de carrière
    if _is_lived(scan, reading):
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
    people = any(keys[k - back] in sets["aged"] or keys[k - back] in sets["people"] for back in range(3))
    if people and (keys[i - 1] in sets["link"] or under):
        return True
    if keys[k] in ("les", "des", "aux") and (under or reading.low is not None):
        return True
    closed = keys[end] in (",", ")", ".", ";", "") or keys[end] == "et"
    if keys[i - 1] in (",", "(") and closed and keys[i - 2][:1].isalpha():
        return True
    return keys[i - 1] == "à" and keys[end] in (",", "seulement") and (reading.value or 0) >= 10
