"""What is decided once all figures of a text are known: bounds, elided units, ranges in two, shared unit words."""

from __future__ import annotations

import re
from functools import lru_cache

from dashboard.analysis.quantities.ages import as_age, as_points
from dashboard.analysis.quantities.borrowed import is_like, is_pronoun, like, listed, stands_for
from dashboard.analysis.quantities.dates import is_year
from dashboard.analysis.quantities.figures import Figure
from dashboard.analysis.quantities.lexicon import Scan, linked
from dashboard.analysis.quantities.readings import Reading
from dashboard.config.units import Shared, Units
from dashboard.model import Bound

_OPENS = frozenset({"«", "“", '"', "(", "–", "-"})
_FAR = 60
_ENDS = frozenset({".", "!", "?", "\n", "…", ""})
_PASSED = frozenset({"les", "la", "le", "l'", "un", "une", "des", "de", "d'", "the", "a", "+", "$", "£", "€"}) | {
    *("désormais", "déjà", "largement", "encore", "nettement", "légèrement", "même", "nouveau", "ainsi"),
}
_SMALL, _LARGE = 16, 10_000


def settled(scan: Scan, readings: list[Reading], units: Units, context: str) -> list[Figure]:
    """The readings as figures; bare numbers that nothing explains are dropped."""
    found: list[Figure] = []
    last: Reading | None = None
    prior: Reading | None = None
    before: Reading | None = None
    for reading in listed(scan, _paired(scan, readings)):
        if last is not None and _sentence_between(scan, last.end, reading.start):
            last = None
        tied = reading.bare and reading.kind == "count" and prior is not None and stands_for(scan, reading, prior)
        if tied and prior is not None:
            made = _with_bound(scan, _for(scan, reading, prior))
        else:
            made = _with_bound(scan, _with_unit(scan, reading, last))
        if made is None:
            continue
        made = as_age(scan, as_points(scan, _as_people(scan, made)), before)
        before = made
        if made.unit and made.unit.startswith("?"):
            made = _told(made, units, context)
        found.append(_figure(scan, made))
        if made.kind not in ("date", "ordinal", "duration", "age") or last is None:
            last = made if made.kind != "date" else last
            prior = last
    return found


def _for(scan: Scan, reading: Reading, prior: Reading) -> Reading:
    """A number that stands for more of what the figure before counts; money prints no currency: it is found later."""
    made = like(scan, reading, prior)
    return made._replace(unit=None) if made.kind == "money" else made


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
    if end - start > _FAR:
        return True
    return any(
        keys[k] in _ENDS and (scan.capital(k + 1) or (keys[k + 1] in _OPENS and scan.capital(k + 2)))
        for k in range(start, end)
    )


def _with_unit(scan: Scan, reading: Reading, last: Reading | None) -> Reading | None:
    """A bare number with the unit of the figure before it (*contre 4,3 à sa rivale*); None where it is no figure."""
    if not reading.bare or (reading.kind == "money" and last is None):
        return reading
    keys, phrases = scan.keys, scan.lexicon.phrases
    value = reading.value if reading.value is not None else reading.low
    if reading.kind == "money" and last is not None:
        if last.kind in ("people", "count") and scan.ends_with(reading.start - 1, phrases["contrast"]):
            return reading._replace(kind=last.kind, unit=last.unit, noun=last.noun)
        return reading._replace(unit=last.unit) if last.kind == "money" else reading
    if last is not None and keys[reading.start - 1] in scan.lexicon.sets["over"] and last.value == reading.value:
        return None  # 24 heures sur 24
    if last is not None and is_like(scan, reading, last):
        return like(scan, reading, last)
    if last is not None and keys[reading.end] in scan.lexicon.sets["verbs"] and keys[reading.start - 1] == ",":
        return like(scan, reading, last) if last.kind in ("people", "count") and value != 1 else None
    contrasted = scan.ends_with(reading.start - 1, phrases["contrast"])
    if (
        last is not None
        and contrasted
        and last.unit is not None
        and last.kind != "age"
        and keys[reading.start - 1] not in ("sur", "les")
    ):
        return like(scan, reading, last)._replace(bare=True)
    if reading.low is not None or value is None:
        return reading
    if scan.ends_with(reading.start - 1, phrases["age"]) and value <= 120:
        return reading
    return reading if _is_counted(scan, reading, value) else None


def _as_people(scan: Scan, reading: Reading) -> Reading:
    """A number without a noun that stands for people (*en tue des milliers*, *ils étaient 300*)."""
    if not reading.bare or reading.kind != "count" or reading.unit is not None:
        return reading
    told = scan.ends_with(reading.start - 1, scan.lexicon.phrases["people"])
    return reading._replace(kind="people", unit="people") if told else reading


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
    if is_pronoun(scan, i) or value >= _LARGE:
        return True
    if "," in key and scan.lexicon.words.decimal == ",":
        return True
    if keys[reading.end] in sets["verbs"] and (keys[i - 1] in _OPENERS or keys[i - 1] in _ENDS) and value > 1:
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


_OPENERS = frozenset({",", ";", ":", "et", "mais", "and", "but"})
_ALL = frozenset({"tous", "toutes", "eux", "elles", "nous", "vous", "les", "ces", "both"})


def _paired(scan: Scan, readings: list[Reading]) -> list[Reading]:
    """The readings, those of a range that print their unit twice as one (*entre un tiers et la moitié*)."""
    made: list[Reading] = []
    for reading in readings:
        if made and _is_pair(scan, made[-1], reading):
            made[-1] = _pair(made[-1], reading)
        else:
            made.append(reading)
    return made


def _is_pair(scan: Scan, one: Reading, two: Reading) -> bool:
    opener, joint = scan.keys[one.start - 1], scan.keys[one.end : two.start]
    if one.value is None or two.value is None or one.kind != two.kind or one.kind in ("date", "ordinal", "age"):
        return False
    if one.unit is None or one.unit != two.unit or one.noun != two.noun:
        return False
    return (opener, *joint) in (("entre", "et"), ("between", "and"), ("de", "à"), ("d'", "à"))


def _pair(one: Reading, two: Reading) -> Reading:
    low, high = sorted((one.value or 0.0, two.value or 0.0))
    return two._replace(start=one.start, value=None, low=low, high=high)


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
