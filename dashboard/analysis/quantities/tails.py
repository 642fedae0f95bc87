"""What follows a number: its unit, or the noun that it counts."""

from __future__ import annotations

from dashboard.analysis.quantities.compounds import Tail, unit_at, with_unit
from dashboard.analysis.quantities.lexicon import Scan, UnitMatch
from dashboard.analysis.quantities.numbers import Number

_MAX_ADJECTIVES = 2
_ROUND = 1e6


def tail_of(scan: Scan, number: Number) -> Tail | None:
    """Unit or counted noun of a number; None where nothing that it counts follows."""
    keys, sets = scan.keys, scan.lexicon.sets
    j = number.end
    if (number.linked and keys[j] in sets["link"]) or (
        keys[j] == "-" and scan.glued(j) and scan.glued(j - 1) and scan.lexicon.words.decimal == "."
    ):
        j += 1
    found = unit_at(scan, j)
    if found is None and keys[j] in sets["link"] and number.value >= _ROUND:
        found = unit_at(scan, j + 1)  # 1 000 000 d'euros
        found = found if found and found.kind == "money" else None
    if found and _fits(scan, number, j, found):
        return with_unit(scan, number, found)
    if number.digits and scan.glued(number.end - 1) and keys[j][:1].isalpha():
        return _abbreviated(scan, number, j)
    if number.digits and number.scale == 1 and keys[j] in scan.lexicon.words.abbreviations and scan.capital(j):
        return _abbreviated(scan, number, j)
    k = j
    while keys[k] in sets["adjectives"] and k - j < _MAX_ADJECTIVES:
        k += 1
    if k > j:
        found = unit_at(scan, k)
        if found and found.kind == "duration":
            return with_unit(scan, number, found)
    noun = _noun(scan, number, j)
    if noun is None and number.scale >= 1e6 and number.linked and j == number.end:
        return Tail("money", None, 1.0, number.end)
    return noun


def _fits(scan: Scan, number: Number, j: int, found: UnitMatch) -> bool:
    """Whether a unit of one or two letters is one here: it stands close to digits and is not a word's beginning."""
    key = scan.keys[j]
    if key == "x":
        return number.digits and scan.glued(j - 1)
    if len(key) > 2 or not key.isalpha() or (found.kind == "duration" and len(key) == 2):
        return True
    if key == "a" or not (number.digits or number.scale > 1):
        return False
    return not (scan.keys[found.end] == "'" and scan.glued(found.end - 1))


def _abbreviated(scan: Scan, number: Number, j: int) -> Tail | None:
    """*250k abonnés*, *1,2 M de vues*, *10 Md*; None where letters are glued to the number that are no scale."""
    key = scan.keys[j]
    factor = scan.lexicon.words.abbreviations.get(key)
    if factor is None or (scan.glued(j) and scan.keys[j + 1][:1].isalnum()):
        return None
    scaled = number._replace(value=number.value * factor, end=j + 1, scale=factor, plain=False)
    k = j + 1 + (scan.keys[j + 1] in scan.lexicon.sets["link"])
    noun = _noun(scan, scaled._replace(end=k), k)
    if noun:
        return noun._replace(factor=factor)
    return Tail("money", None, factor, j + 1) if factor >= 1e6 else Tail("count", None, factor, j + 1)


def _noun(scan: Scan, number: Number, j: int) -> Tail | None:
    """The counted noun at token ``j``, adjectives before it passed over."""
    keys, sets = scan.keys, scan.lexicon.sets
    start = j
    if number.linked and j == number.end and scan.lexicon.words.decimal == ",":
        return None  # un million de francs, never without "de"
    if keys[j + 1] == "-" and _compound(scan, j)[1] in sets["people"]:
        return Tail("people", "people", 1.0, _compound(scan, j)[0], _compound(scan, j)[1])
    while (keys[j] in sets["adjectives"] or _is_compared(scan, j)) and j - start < _MAX_ADJECTIVES:
        j += 1 + _is_compared(scan, j)
    if j > start and not _is_plural(scan, j) and keys[j - 1] in sets["people"]:
        j -= 1  # quatre jeunes
    key = keys[j]
    if not key[:1].isalpha() or key in sets["stops"] or key.endswith("'"):
        return Tail("count", None, 1.0, j, None) if j > start and keys[j - 1] in sets["others"] else None
    if number.scale >= 1e6 and j > number.end and key in sets["money_nouns"]:
        return Tail("money", None, 1.0, number.end)
    end, noun = _compound(scan, j)
    if noun in sets["people"] or key in sets["people"]:
        return Tail("people", "people", 1.0, end, noun)
    if not _is_plural(scan, j) and (not 0 < number.value < 2 or not number.digits or number.scale > 1e3):
        return None
    if scan.capital(j):
        return _named_noun(scan, number, j)
    unit = noun if noun in sets["invariable"] else singular(noun)
    return Tail("count", unit, 1.0, end, noun)


def _is_compared(scan: Scan, j: int) -> bool:
    """*les trois plus grands groupes*."""
    return scan.keys[j] == "plus" and scan.keys[j + 1] in scan.lexicon.sets["adjectives"]


def _compound(scan: Scan, j: int) -> tuple[int, str]:
    """The end of a noun with hyphens (*sans-abri*), and the noun."""
    end = j + 1
    while (
        scan.keys[end] == "-" and scan.glued(end - 1) and scan.glued(end) and scan.keys[end + 1][:1].isalpha()
    ) and end - j < 5:
        end += 2
    return end, "".join(scan.keys[j:end])


def _named_noun(scan: Scan, number: Number, j: int) -> Tail | None:
    key = scan.keys[j]
    if any(key.endswith(ending) for ending in scan.lexicon.words.names.demonym_endings):
        return Tail("people", "people", 1.0, j + 1, key)
    if number.plain and 1900 <= number.value <= 2100:
        return None
    return Tail("count", singular(key), 1.0, j + 1, key)


def _is_plural(scan: Scan, j: int) -> bool:
    key = scan.keys[j]
    if len(key) < 3:
        return False
    return key[-1] in "sxz" or key in scan.lexicon.sets["invariable"] or _compound(scan, j)[1][-1] in "sx"


def singular(noun: str) -> str:
    """The noun without the mark of its plural, roughly; the unit of a count."""
    if noun.endswith("aux") and len(noun) > 4 and not noun.endswith("eaux"):
        return noun[:-3] + "al"
    if noun.endswith(("eaux", "eux", "oux")):
        return noun[:-1]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") and len(noun) > 3 else noun


def adjoins(scan: Scan, tail: Tail | None, end: int) -> bool:
    """Whether the word before *sur* is what is counted, or the adjective of the noun that is."""
    if tail is None:
        return scan.capital(end)
    key = scan.keys[end]
    return tail.noun is not None and len(key) > 4 and key[-1] == "s" and key not in scan.lexicon.sets["stops"]
