"""Dates as truncated ISO: years, months, days, quarters and half-years; each is read from its first number."""

from __future__ import annotations

import re
from typing import NamedTuple

from dashboard.analysis.quantities.compounds import unit_at
from dashboard.analysis.quantities.lexicon import Scan
from dashboard.analysis.quantities.numbers import Number, is_digits, small_number
from dashboard.analysis.quantities.tails import tail_of

_NUMERIC = re.compile(r"([0-9]{1,2})[./]([0-9]{1,2})[./]((?:19|20)[0-9]{2}|[0-9]{2})$")
_ISO = re.compile(r"((?:19|20)[0-9]{2})-([0-9]{2})(?:-([0-9]{2}))?(?![0-9-])")

_IN_A_ROW = frozenset({"consécutif", "successif", "affilée", "suite", "running", "straight"})


class DateMatch(NamedTuple):
    """A date; ``start`` and ``end`` are tokens, end excluded. ``iso`` is truncated ISO, or ``Q3`` without a year."""

    start: int
    end: int
    iso: str


def date_at(scan: Scan, i: int) -> DateMatch | None:
    """The date that is read from the number at token ``i``; None where it is none."""
    key = scan.keys[i]
    if is_digits(key):
        return (
            _numeric(scan, i)
            or _day_month(scan, i, int(key) if key.isdigit() and len(key) <= 2 else 0, i + 1)
            or _short_quarter(scan, i)
            or _ranked_period(scan, i, key + scan.keys[i + 1], i + 2)
            or _year(scan, i)
        )
    ranked = _ranked_period(scan, i, key, i + 1)
    if ranked:
        return ranked
    if key in scan.lexicon.sets["first"] and scan.lexicon.words.decimal == ",":
        return _day_month(scan, i, 1, i + 1)
    small = small_number(scan, i)
    if small and 1 <= small[0] <= 31 and scan.lexicon.words.decimal == ",":
        return _day_month(scan, i, int(small[0]), small[1])
    return None


def lettered_quarter(scan: Scan, i: int) -> DateMatch | None:
    """*T2 2024*, *S1-2023*, *Q3*: a letter, a number, perhaps a year."""
    keys, sets = scan.keys, scan.lexicon.sets
    letter, number = keys[i], keys[i + 1]
    if not scan.glued(i) or number not in ("1", "2", "3", "4") or not scan.capital(i):
        return None
    if scan.ends[i - 1] == scan.starts[i] and keys[i - 1] not in ("(", "'", "«", '"'):
        return None
    if scan.glued(i + 1) and keys[i + 2][:1].isalnum():
        return None
    mark = "Q" if letter in sets["quarters"] else "H"
    if mark == "H" and number not in ("1", "2"):
        return None
    return _with_year(scan, i, i + 2, mark + number)


def is_year(key: str) -> bool:
    """Whether the token may be a year on its face: four digits from 1000 to 2199."""
    return len(key) == 4 and key.isdigit() and "1000" <= key <= "2199"


def _numeric(scan: Scan, i: int) -> DateMatch | None:
    key, text = scan.keys[i], scan.text
    if "." in key or scan.keys[i + 1] == "/" or scan.keys[i + 1] == "-":
        found = _NUMERIC.match(text[scan.starts[i] : scan.starts[i] + 10].strip(" ,;)"))
        if found and 1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12:
            year = found[3] if len(found[3]) == 4 else f"20{found[3]}"
            if "/" in found[0] or len(found[3]) == 4:
                end = _token_at(scan, i, scan.starts[i] + len(found[0]))
                return DateMatch(i, end, f"{year}-{int(found[2]):02}-{int(found[1]):02}")
        iso = _ISO.match(text, scan.starts[i])
        if iso and 1 <= int(iso[2]) <= 12:
            return DateMatch(i, _token_at(scan, i, iso.end()), iso[0])
    return None


def _token_at(scan: Scan, i: int, offset: int) -> int:
    """The first token from ``i`` on that does not end before or at ``offset``."""
    j = i + 1
    while scan.ends[j] <= offset:
        j += 1
    return j


def _day_month(scan: Scan, i: int, day: int, j: int) -> DateMatch | None:
    keys, dates = scan.keys, scan.lexicon.words.dates
    if keys[j] in scan.lexicon.sets["suffixes"] and scan.glued(j - 1) and is_digits(keys[i]):
        j += 1
    if keys[j] in scan.lexicon.sets["link"] and scan.lexicon.words.decimal == ".":
        j += 1
    month = dates.months.get(keys[j])
    if month and 1 <= day <= 31:
        end = j + 1 + (keys[j + 1] == "." and is_year(keys[j + 2]))
        if is_year(keys[end]) and unit_at(scan, end + 1) is None:
            return DateMatch(i, end + 1, f"{keys[end]}-{int(month):02}-{day:02}")
        return DateMatch(i, j + 1, f"--{int(month):02}-{day:02}")
    before = dates.months.get(keys[i - 1])
    if before and scan.lexicon.words.decimal == "." and 1 <= day <= 31 and is_digits(keys[i]):
        end = j + (keys[j] == ",")
        if is_year(keys[end]):
            return DateMatch(i - 1, end + 1, f"{keys[end]}-{int(before):02}-{day:02}")
        return DateMatch(i - 1, j, f"--{int(before):02}-{day:02}")
    return None


def _short_quarter(scan: Scan, i: int) -> DateMatch | None:
    """*2T24*, *1T 2023*, *4T*."""
    keys, sets = scan.keys, scan.lexicon.sets
    letter = keys[i + 1]
    if keys[i] not in ("1", "2", "3", "4") or not scan.glued(i) or not scan.capital(i + 1):
        return None
    mark = "Q" if letter in sets["quarters"] else "H" if letter in sets["halves"] else ""
    if not mark or (mark == "H" and keys[i] not in ("1", "2")):
        return None
    year = keys[i + 2]
    if scan.glued(i + 1) and year.isdigit() and len(year) == 2:
        return DateMatch(i, i + 3, f"20{year}-{mark}{keys[i]}")
    found = _with_year(scan, i, i + 2, mark + keys[i])
    return found if "-" in found.iso else None


def _ranked_period(scan: Scan, i: int, rank_word: str, j: int) -> DateMatch | None:
    """*premier semestre*, *3e trimestre de 2024*."""
    dates, sets = scan.lexicon.words.dates, scan.lexicon.sets
    rank = dates.rank_words.get(rank_word)
    if rank is None:
        return None
    j += scan.keys[j] == "-"
    noun = scan.keys[j]
    if noun in sets["quarter_nouns"] or (noun in sets["half_nouns"] and rank <= 2):
        if noun in sets["half_nouns"] and scan.lexicon.words.decimal == "." and scan.keys[j + 1] != "of":
            return None
        if scan.keys[j + 1] in _IN_A_ROW or (scan.keys[j + 1] in sets["link"] and scan.keys[j + 2] in _IN_A_ROW):
            return None  # le quatrième trimestre consécutif
        mark = "Q" if noun in sets["quarter_nouns"] else "H"
        return _with_year(scan, i, j + 1, f"{mark}{int(rank)}")
    return None


def _with_year(scan: Scan, start: int, end: int, part: str) -> DateMatch:
    keys = scan.keys
    j = end
    while keys[j] in ("de", "of", "-", "l'", "exercice", "l'exercice", "d'") and j - end < 3:
        j += 1
    if is_year(keys[j]):
        return DateMatch(start, j + 1, f"{keys[j]}-{part}")
    return DateMatch(start, end, part)


def _year(scan: Scan, i: int) -> DateMatch | None:
    """Four digits that are a year, with the month before them."""
    keys, key = scan.keys, scan.keys[i]
    if keys[i - 1] in scan.lexicon.sets["decades"] and key in ("50", "60", "70", "80", "90", "30", "20", "10"):
        return DateMatch(i, i + 1, f"{'20' if key in ('10', '20') else '19'}{key}")
    if not is_year(key):
        return None
    month = scan.lexicon.words.dates.months.get(keys[i - 1])
    if month is None and keys[i - 1] == ".":
        month = scan.lexicon.words.dates.months.get(keys[i - 2])
    if month:
        return DateMatch(i - 1 - (keys[i - 1] == "."), i + 1, f"{key}-{int(month):02}")
    if _is_measured(scan, i):
        return None
    if key < "1500" and not scan.ends_with(i - 1, scan.lexicon.phrases["year"]):
        return None
    return DateMatch(i, i + 1, key)


def _is_measured(scan: Scan, i: int) -> bool:
    """Whether a unit or a counted noun follows, and no word before says that it is a year."""
    keys = scan.keys
    tail = tail_of(scan, Number(float(keys[i]), i + 1, True, float(keys[i]), plain=True))
    if tail is None:
        return False
    if tail.noun is None and tail.unit is not None:
        return True
    return tail.kind == "people" or not scan.ends_with(i - 1, scan.lexicon.phrases["year"])
