"""Numbers that are no figures: telephone numbers, addresses, scores, times of day, versions, names."""

from __future__ import annotations

import re

from dashboard.analysis.quantities.compounds import Tail, unit_at
from dashboard.analysis.quantities.dates import is_year
from dashboard.analysis.quantities.lexicon import Scan, phrases_by
from dashboard.analysis.quantities.numbers import Number, is_digits

_PHONE = re.compile(r"(?:\+[0-9]{2,3}[ .]?|0)[0-9](?:[ .-]?[0-9]{2}){4}(?![0-9])")
_HYPHENED = frozenset({"mi", "fin", "début", "avant", "après", "post", "pré", "t", "s", "q"})
_STRADDLES = "/@#_:&=~"


def trap_end(scan: Scan, i: int) -> int:
    """The token after the trap that begins at token ``i``; ``i`` itself where there is none."""
    keys = scan.keys
    if not is_digits(keys[i]):
        return i
    if _is_part_of_word(scan, i):
        return i + 1
    start = scan.starts[i]
    if keys[i].startswith("0") or keys[i - 1] == "+":
        phone = _PHONE.match(scan.text, start - (keys[i - 1] == "+"))
        if phone:
            return _past(scan, i, phone.end())
    return _clock_end(scan, i) or _always_end(scan, i) or _address_end(scan, i) or _score_end(scan, i) or i


def _is_part_of_word(scan: Scan, i: int) -> bool:
    """Whether letters or signs are glued to the number's left (GPT-3, A320, 14:30)."""
    keys = scan.keys
    if scan.ends[i - 1] != scan.starts[i]:
        return False
    before = keys[i - 1]
    if before[:1].isalpha():
        return not before.endswith("'")
    if before in ("-", "_"):
        glued = scan.ends[i - 2] == scan.starts[i - 1]
        return glued and keys[i - 2][:1].isalpha() and keys[i - 2] not in _HYPHENED
    if before == ".":
        return scan.ends[i - 2] == scan.starts[i - 1] and keys[i - 2][:1].isalnum()
    if before == "/" and is_year(keys[i]) and is_year(keys[i - 2]):
        return False  # 2022/2023
    return before in _STRADDLES and scan.ends[i - 2] == scan.starts[i - 1]


def _past(scan: Scan, i: int, offset: int) -> int:
    while scan.ends[i] <= offset and scan.keys[i] != "":
        i += 1
    return i


def _clock_end(scan: Scan, i: int) -> int:
    """*20h30*, *à 18 heures*, *14:30*; 0 where it is no time of day."""
    keys = scan.keys
    if not keys[i].isdigit() or len(keys[i]) > 2 or int(keys[i]) > 24:
        return 0
    if keys[i + 1] == ":" and scan.glued(i) and scan.glued(i + 1) and is_digits(keys[i + 2]):
        return i + 3
    if keys[i + 1] not in scan.lexicon.sets["clock"]:
        return 0
    minutes = (
        keys[i + 2].isdigit() and len(keys[i + 2]) == 2 and (keys[i + 1] == "h" or scan.lexicon.words.decimal == ".")
    )
    end = i + 2 + minutes
    if _is_span(scan, end) or _is_named_hour(scan, i):
        return end
    if keys[i - 1] == "le" or (scan.capital(i + 1) and len(keys[i + 1]) > 1):
        return end  # le 20 heures de TF1, les 24 Heures du Mans
    asked = scan.ends_with(i - 1, scan.lexicon.phrases["clock"])
    if keys[i + 1] not in ("h", "am", "pm") and (not asked or keys[i + 2] in scan.lexicon.sets["link"]):
        return 0
    if keys[i + 1] == "h" and not asked and (not minutes or _lasts(scan, i)):
        return 0
    return end


def _is_span(scan: Scan, end: int) -> bool:
    """Whether an hour is one end of opening hours (*de 16h à 20h*)."""
    keys, units = scan.keys, scan.lexicon.sets["clock"]
    hour = keys[end + 1]
    return keys[end] in ("à", "-", "–") and hour.isdigit() and int(hour) <= 24 and keys[end + 2] in units


def _is_named_hour(scan: Scan, i: int) -> bool:
    """*le concert de 21 heures*, *après 19 heures*: an hour of the day, and no length of time."""
    keys = scan.keys
    if keys[i - 1] == "après":
        return int(keys[i]) >= _EVENING and keys[i + 2] not in scan.lexicon.sets["link"]
    return keys[i - 1] == "de" and keys[i - 2] in _HELD and keys[i + 2] not in scan.lexicon.sets["link"]


_EVENING = 17
_HELD = frozenset(
    {"journal", "concert", "messe", "train", "séance", "vol", "match", "bulletin", "édition", "spectacle"}
)


def _always_end(scan: Scan, i: int) -> int:
    """*24 heures sur 24*, *7j/7*; 0 where it is none."""
    keys = scan.keys
    if keys[i] not in ("7", "24", "365") or keys[i + 2] not in ("/", *scan.lexicon.sets["over"]):
        return 0
    return i + 4 if keys[i + 3] == keys[i] and unit_at(scan, i + 1) else 0


def _lasts(scan: Scan, i: int) -> bool:
    """*en 2h30*, *un film de 2h30*: a length of time."""
    return scan.keys[i - 1] in _LASTING or (scan.keys[i - 1] in scan.lexicon.sets["link"] and int(scan.keys[i]) <= 6)


_LASTING = frozenset({"en", "dure", "pendant", "durant", "durera", "duré"})


def _address_end(scan: Scan, i: int) -> int:
    """*12, rue de*, *12 bis rue*, *75008 Paris*; 0 where it is no address."""
    keys, sets = scan.keys, scan.lexicon.sets
    j = i + 1
    if keys[j] in ("bis", "ter"):
        j += 1
    if keys[j] == ",":
        j += 1
    if keys[j] in sets["streets"] and keys[i].isdigit():
        return j + 1
    postal = len(keys[i]) == 5 and keys[i].isdigit() and scan.capital(i + 1) and keys[i + 1].isalpha()
    return i + 1 if postal else 0


def _score_end(scan: Scan, i: int) -> int:
    """*3-1*, *6-4, 7-5*, *2 à 1*: two small numbers without a unit; 0 where it is none."""
    keys = scan.keys
    if not (keys[i].isdigit() and len(keys[i]) <= 3):
        return 0
    mark, other = keys[i + 1], keys[i + 2]
    if not (other.isdigit() and len(other) <= 3):
        return 0
    if mark in ("-", "–", "/") and scan.glued(i) and scan.glued(i + 1):
        if unit_at(scan, i + 3) or (keys[i + 3][:1].isalpha() and _looks_counted(scan, i + 3)):
            return 0
        if mark != "/" and keys[i + 3] == "-":
            return i + 5
        return i + 3 if _is_no_date(scan, i) else 0
    if mark == "à" and int(keys[i]) <= 20 and int(other) <= 20 and not scan.ends_with(i - 1, _RANGE_OPENERS):
        counted = unit_at(scan, i + 3) or _looks_counted(scan, i + 3)
        return 0 if counted else i + 3
    return 0


_RANGE_OPENERS = phrases_by({("de",): True, ("entre",): True}, -1)


def _is_no_date(scan: Scan, i: int) -> bool:
    return scan.keys[i + 3] not in scan.lexicon.words.dates.months and scan.keys[i + 3] != "/"


def _looks_counted(scan: Scan, j: int) -> bool:
    key = scan.keys[j]
    return len(key) > 3 and key[-1] in "sx" and key not in scan.lexicon.sets["stops"]


def is_label(scan: Scan, i: int, number: Number, tail: Tail | None) -> bool:
    """Whether the number belongs to the word before it (*article 49*, *Boeing 737*, *Ligue 1*)."""
    keys, sets = scan.keys, scan.lexicon.sets
    before = keys[i - 1]
    if before in ("°", "º") and keys[i - 2] == "n":
        return True
    if before == "." and keys[i - 2] in ("art", "p", "no", "chap", "al"):
        return True
    if tail is not None and (tail.unit in ("%", "pp") or tail.kind in ("money", "people", "duration")):
        return False
    named = scan.capital(i - 1) and before.isalpha() and i - 1 > 0
    if named and tail is not None and tail.noun is not None and scan.capital(tail.end - 1) and number.plain:
        return True  # Boeing 737 Max
    titled = tail is not None and tail.noun is not None and scan.capital(tail.end - 1) and scan.capital(i)
    if titled and not number.digits and before.isalpha():
        return True  # Les Quatre Saisons
    if number.digits and number.plain and number.value < 10000:
        if before in sets["labels"]:
            return tail is None or tail.noun is not None
        counted = scan.ends_with(i - 1, scan.lexicon.phrases["counted"])
        if tail is None and scan.capital(i - 1) and before.isalpha() and not counted:
            return scan.starts[i] - scan.ends[i - 1] == 1
    return False
