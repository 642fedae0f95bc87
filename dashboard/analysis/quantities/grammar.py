"""Every figure of a text: finds where one may begin and reads it there, once, from left to right."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.analysis.quantities.compounds import unit_at
from dashboard.analysis.quantities.dates import date_at, is_year, lettered_quarter
from dashboard.analysis.quantities.figures import Figure
from dashboard.analysis.quantities.lexicon import Scan, lexicon_of, scan_of
from dashboard.analysis.quantities.numbers import Number, is_digits, read_number, small_number
from dashboard.analysis.quantities.ranges import range_of
from dashboard.analysis.quantities.readings import (
    Reading,
    amount,
    double_at,
    half_at,
    one_at,
    over,
    over_at,
    part_at,
    parts_of,
    scale_at,
    vague_unit,
)
from dashboard.analysis.quantities.settle import settled
from dashboard.analysis.quantities.tails import adjoins, tail_of
from dashboard.analysis.quantities.traps import is_label, trap_end
from dashboard.config.quantities import QuantityRules

_Reader = Callable[[Scan, int], Reading | None]


def find_figures(text: str, language: str, rules: QuantityRules, context: str | None = None) -> list[Figure]:
    """The figures of a text, sorted, without overlap; their offsets count in the text itself.

    ``context`` is the article around the text, by which ambiguous units (*francs*) are told; the text itself
    where it is None. Takes time in proportion to the length of the text.
    """
    scan = scan_of(text, lexicon_of(rules, language))
    return settled(scan, _readings(scan), rules.units, text if context is None else context)


def _readings(scan: Scan) -> list[Reading]:
    anchors = scan.lexicon.anchors
    beginnings = {key for key in set(scan.keys) if key in anchors or is_digits(key)}
    places = [i for i, key in enumerate(scan.keys) if key in beginnings]
    found: list[Reading] = []
    resume = 0
    for i in places:
        if i < resume:
            continue
        trap = trap_end(scan, i)
        if trap > i:
            resume = trap
            continue
        for reading in _read(scan, i):
            if not found or reading.start >= found[-1].end:
                found.append(reading)
            resume = max(resume, reading.end)
    return found


def _read(scan: Scan, i: int) -> list[Reading]:
    key = scan.keys[i]
    if is_digits(key):
        return _from_number(scan, i)
    anchor = scan.lexicon.anchors[key]
    if anchor == "number":
        return [] if _joined_before(scan, i) else _from_number(scan, i)
    reading = _READERS[anchor](scan, i)
    return [reading] if reading else []


def _joined_before(scan: Scan, i: int) -> bool:
    """Whether a hyphen joins the word to one before it (*entre-deux*, *Vingt-Six*)."""
    return scan.keys[i - 1] == "-" and scan.glued(i - 1) and scan.glued(i - 2) and scan.keys[i - 2][:1].isalpha()


def _from_number(scan: Scan, i: int) -> list[Reading]:
    date = date_at(scan, i)
    if date:
        first = Reading(date.start, date.end, "date", date=date.iso)
        return [first] if _is_dated(scan, date.start, i) else []
    days = _first_day(scan, i)
    if days:
        return days
    rank = _rank(scan, i)
    if rank:
        return [rank]
    number = read_number(scan, i)
    if number is None:
        return []
    reading = range_of(scan, i, number) or parts_of(scan, i, number) or _simple(scan, i, number)
    return [reading] if reading else []


def _is_dated(scan: Scan, start: int, i: int) -> bool:
    """Not a year that belongs to a name (*Paris 2024*)."""
    if start < i or not is_year(scan.keys[i]) or scan.keys[i - 1][:1] in ("", "(", ",", ";", "."):
        return True
    before = scan.keys[i - 1]
    if before == "-" and scan.glued(i - 1) and scan.glued(i - 2):
        return is_digits(scan.keys[i - 2]) or before in ("mi",) or scan.keys[i - 2] in ("mi", "fin", "début")
    named = scan.capital(i - 1) and before.isalpha() and scan.starts[i] - scan.ends[i - 1] == 1
    return not named or bool(scan.ends_with(i - 1, scan.lexicon.phrases["year"]))


def _first_day(scan: Scan, i: int) -> list[Reading]:
    """*du 12 au 15 mars*: two dates, the month printed once."""
    keys = scan.keys
    if not (keys[i].isdigit() and len(keys[i]) <= 2):
        return []
    j = i + 1 + (keys[i + 1] in scan.lexicon.sets["suffixes"] and scan.glued(i))
    if keys[j] not in ("au", "et", "-", "–", "to", "and", "ou"):
        return []
    k = j + 1 + (keys[j + 1] in ("le", "du", "au", "the"))
    if not is_digits(keys[k]):
        return []
    last = date_at(scan, k)
    if last is None or last.start != k or not 1 <= int(keys[i]) <= 31 or len(last.iso) < 7:
        return []
    first = f"{last.iso[:-2]}{int(keys[i]):02}"
    if last.iso[-3] != "-":
        return []
    return [
        Reading(i, j, "date", date=first),
        Reading(last.start, last.end, "date", date=last.iso),
    ]


def _simple(scan: Scan, i: int, number: Number) -> Reading | None:
    """A number with its unit or noun, or bare; None where it is part of a name, a time of day or a word."""
    keys, sets = scan.keys, scan.lexicon.sets
    tail = tail_of(scan, number)
    end = tail.end if tail else number.end
    if tail is None and scan.glued(number.end - 1):
        hyphened = keys[number.end] == "-" and scan.glued(number.end)
        if hyphened or (number.digits and keys[number.end][:1].isalpha()):
            return None
    named = keys[end + 1] in sets["over"] and adjoins(scan, tail, end)
    end += named  # quatre TGV sur dix, trois foyers raccordables sur quatre
    if keys[end] in sets["over"] and (tail is None or tail.noun is not None or tail.unit == "x"):
        share = over(scan, i, number.value, end)
        if share:
            return share
    end -= named
    if is_label(scan, i, number, tail):
        return None
    if not number.digits and keys[i - 1] in ("tous", "toutes"):
        return None
    k = i - 1
    while keys[k] in _NEARLY and i - k < 4:
        k -= 1
    if keys[k] in sets["by"] and keys[k - 1] in sets["multiplied"] and (tail is None or tail.noun is not None):
        return Reading(i, number.end, "other", number.value, unit="x")
    reading = amount(scan, i, number, tail)
    if reading.unit == "x" and keys[end] not in sets["comparative"] and keys[end - 1] != "x":
        reading = reading._replace(kind="count")
    return _signed(scan, _grouped(scan, number, reading))


def _grouped(scan: Scan, number: Number, reading: Reading) -> Reading:
    """*10,000 emplois* in French text is no decimal number."""
    key = scan.keys[number.end - 1]
    if reading.kind in ("people", "count") and number.digits and number.scale == 1 and reading.value is not None:
        whole, mark, part = key.partition(",")
        if mark and len(part) == 3 and whole.isdigit() and whole != "0" and scan.lexicon.words.decimal == ",":
            return reading._replace(value=float(whole + part))
    return reading


def _signed(scan: Scan, reading: Reading) -> Reading:
    """The figure with the minus that is glued to it."""
    i = reading.start
    if reading.value is None or reading.unit not in ("%", "pp", "°C", "°F"):
        return reading
    if scan.keys[i - 1] in scan.lexicon.words.minus and reading.unit[0] == "°" and scan.keys[i - 2] not in _NOT_MINUS:
        return reading._replace(start=i - 1, value=-reading.value)  # il fait moins 12 degrés
    bracketed = scan.keys[i - 2] in ("(", "[")  # (- 3 %)
    if scan.keys[i - 1] not in ("-", "−", "–") or not (scan.glued(i - 1) or bracketed):
        return reading
    if scan.ends[i - 2] == scan.starts[i - 1] and scan.keys[i - 2] not in ("(", "«", '"'):
        return reading
    return reading._replace(start=i - 1, value=-reading.value)


_SCHOOL = frozenset({"lycéen", "lycéenne", "lycéens", "lycéennes", "élève", "élèves", "classe", "classes"})
_NEARLY = frozenset({"près", "plus", "moins", "environ", "presque", "quasiment", "de", "d'", "about", "nearly"})
_NOT_MINUS = frozenset({"au", "du", "en", "de", "d'", "ou", "plus", "le", "un"})


def _rank(scan: Scan, i: int) -> Reading | None:
    """*3e*, *1er*, *vingt-troisième*: a number with the ending or the last word of a rank."""
    keys, lexicon = scan.keys, scan.lexicon
    if is_digits(keys[i]):
        j = i + 1
        if not (scan.glued(i) and keys[j] in lexicon.sets["suffixes"]) or not keys[i].isdigit() or len(keys[i]) > 4:
            return None
        if scan.glued(j) and keys[j + 1][:1].isalnum():
            return None
        if unit_at(scan, j) and keys[j] not in ("e", "er", "re"):
            return None
        return _ranked(scan, i, j + 1, float(keys[i]))
    small = small_number(scan, i)
    if small is None or keys[small[1]] not in ("-", "et") or (keys[small[1]] == "-" and not scan.glued(small[1])):
        return None
    last = keys[small[1] + 1]
    rank = 1.0 if last == "unième" else lexicon.words.ordinals.words.get(last)
    return _ranked(scan, i, small[1] + 2, small[0] + rank) if rank and last not in ("second", "seconde") else None


def _ranked(scan: Scan, start: int, end: int, value: float) -> Reading | None:
    if scan.keys[end] in scan.lexicon.sets["not_rank"] or (scan.keys[end] == "-" and scan.glued(end)):
        return None
    return Reading(start, end, "ordinal", value, unit="rank")


def _rank_word(scan: Scan, i: int) -> Reading | None:
    """*troisième*; a quarter or half-year where one follows, a part where it is one."""
    if _joined_before(scan, i):
        return None
    date = date_at(scan, i)
    if date:
        return Reading(date.start, date.end, "date", date=date.iso)
    words = scan.lexicon.words
    if scan.keys[i] in words.fractions.nouns:
        part = part_at(scan, i)
        if part:
            return part
    value = words.ordinals.words[scan.keys[i]]
    pupil = scan.keys[i - 1] in ("de", "en") and scan.keys[i - 2] in _SCHOOL
    if pupil or scan.keys[i + 1] in scan.lexicon.sets["no_rank"]:
        return None
    if value == 2 and scan.keys[i].startswith("second") and not scan.keys[i + 1][:1].isalpha():
        return None
    return _ranked(scan, i, i + 1, value)


def _first(scan: Scan, i: int) -> Reading | None:
    """*premier semestre*, *premier janvier*, *premier producteur*."""
    date = date_at(scan, i)
    if date:
        return Reading(date.start, date.end, "date", date=date.iso)
    sets = scan.lexicon.sets
    of = scan.keys[i + 2] in sets["link"] or scan.keys[i + 2] in ("du", "des")
    if scan.keys[i + 1] in sets["first_nouns"] or (of and scan.keys[i + 1] in sets["first_of"]):
        return Reading(i, i + 1, "ordinal", 1.0, unit="rank")
    return None


def _part(scan: Scan, i: int) -> Reading | None:
    if scan.keys[i] in scan.lexicon.words.ordinals.words:
        return _rank_word(scan, i)
    return part_at(scan, i)


def _half(scan: Scan, i: int) -> Reading | None:
    return half_at(scan, i) or (part_at(scan, i) if scan.keys[i] in scan.lexicon.words.fractions.nouns else None)


def _quarter(scan: Scan, i: int) -> Reading | None:
    date = lettered_quarter(scan, i)
    return Reading(date.start, date.end, "date", date=date.iso) if date else None


def _money(scan: Scan, i: int) -> Reading | None:
    """*$10bn*, *CHF 30 millions*: the sign before the number."""
    keys, lexicon = scan.keys, scan.lexicon
    if not is_digits(keys[i + 1]):
        return None
    sign = keys[i - 1] + keys[i] if scan.glued(i - 1) and keys[i - 1] + keys[i] in lexicon.prefixes else keys[i]
    start = i - 1 if sign != keys[i] else i
    unit = lexicon.prefixes[sign]
    number = read_number(scan, i + 1)
    if number is None:
        return None
    ranged = range_of(scan, i + 1, number)
    if ranged and ranged.kind in ("money", "count"):
        return ranged._replace(start=start, kind="money", unit=unit, noun=None, bare=False)
    factor = lexicon.words.abbreviations.get(keys[number.end])
    if factor and not (scan.glued(number.end) and keys[number.end + 1][:1].isalnum()):
        return Reading(start, number.end + 1, "money", float(f"{number.value * factor:.12g}"), unit=unit)
    return Reading(start, number.end, "money", number.value, unit=unit)


_READERS: dict[str, _Reader] = {
    "first": _first,
    "rank": _rank_word,
    "scale": scale_at,
    "part": _part,
    "half": _half,
    "over": over_at,
    "double": double_at,
    "quarter": _quarter,
    "money": _money,
    "one": one_at,
    "vague": vague_unit,
}
