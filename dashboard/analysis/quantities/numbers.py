"""Numbers in digits and in words, with their scales; a number is read from its first token."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.analysis.quantities.lexicon import Phrase, Scan

_LONGEST = 18  # more digits than this are no amount of anything
_DIGITS = "0123456789"


class Number(NamedTuple):
    """A number; ``end`` is the token after it.

    ``raw`` is what stands before the scale, ``scale`` 1 without one. ``linked`` tells that a counted noun
    follows with *de* (*un million de*). ``plain`` are digits without groups or decimals.
    """

    value: float
    end: int
    digits: bool
    raw: float
    scale: float = 1.0
    linked: bool = False
    plain: bool = False


def is_digits(key: str) -> bool:
    """Whether the token is written in digits."""
    return key[:1] in _DIGITS and key != ""


def read_number(scan: Scan, i: int) -> Number | None:
    """The number that begins at token ``i``, with its scale; None where there is none."""
    key = scan.keys[i]
    if is_digits(key):
        value = read_digits(key, scan.lexicon.words.grouping)
        if value is None:
            return None
        return read_scale(scan, Number(value, i + 1, True, value, plain=key.isdigit()))
    found = _below_million(scan, i)
    return read_scale(scan, Number(found[0], found[1], False, found[0])) if found else None


def read_digits(key: str, grouping: str) -> float | None:
    """The value of digits with groups and decimals; None for versions, long codes and numbers of another kind."""
    if len(key) > 2 * _LONGEST or key.startswith("0 "):
        return None
    plain = key.replace(" ", "").replace("'", "")
    if plain.isdigit():
        return float(plain) if len(plain) <= _LONGEST else None
    decimal = "," if grouping == "." else "."
    whole, mark, part = plain.partition(decimal)
    groups = whole.split(grouping)
    if len(groups) > 1:
        if all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3 and groups[0] != "0":
            whole = "".join(groups)
        elif len(groups) == 2 and not mark and groups[1].isdigit():
            return float(f"{groups[0]}.{groups[1]}")  # 4.3 in French text
        else:
            return None
    if not mark:
        return float(whole)
    if not part.isdigit():
        pieces = plain.split(decimal)  # 1,234,567 in French text
        grouped = all(len(piece) == 3 and piece.isdigit() for piece in pieces[1:]) and pieces[0].isdigit()
        return float("".join(pieces)) if grouped and len(pieces[0]) <= 3 else None
    return float(f"{whole}.{part}")


def _below_million(scan: Scan, i: int) -> tuple[float, int] | None:
    """A number in words up to 999,999."""
    keys, lexicon = scan.keys, scan.lexicon
    first = _below_thousand(scan, i)
    j = _after_hyphen(scan, first[1]) if first else i
    if keys[j] not in lexicon.thousand:
        return first
    value = (first[0] if first else 1.0) * 1000
    rest = _below_thousand(scan, _after_hyphen(scan, j + 1))
    return (value + rest[0], rest[1]) if rest and rest[0] > 0 else (value, j + 1)


def _below_thousand(scan: Scan, i: int) -> tuple[float, int] | None:
    keys, lexicon = scan.keys, scan.lexicon
    first = small_number(scan, i)
    j = _after_hyphen(scan, first[1]) if first else i
    if keys[j] not in lexicon.hundred or (first and not 1 <= first[0] <= 19):
        return first
    value = (first[0] if first else 1.0) * 100
    k = _after_hyphen(scan, j + 1)
    if keys[k] in lexicon.sets["and"] and lexicon.words.decimal == ".":
        k += 1
    rest = small_number(scan, k)
    return (value + rest[0], rest[1]) if rest and rest[0] > 0 else (value, j + 1)


def small_number(scan: Scan, i: int) -> tuple[float, int] | None:
    """A number in words below a hundred and the token after it."""
    keys, lexicon = scan.keys, scan.lexicon
    phrase: Phrase = ()
    best: tuple[float, int] | None = None
    j = i
    for _ in range(5):
        phrase = (*phrase, keys[j])
        if phrase not in lexicon.stems:
            break
        value = lexicon.small.get(phrase)
        if value is not None:
            best = value, j + 1
        j = _after_hyphen(scan, j + 1)
    return best


def _after_hyphen(scan: Scan, j: int) -> int:
    """The token after a hyphen that joins two words, or ``j`` itself."""
    return j + 1 if scan.keys[j] == "-" and scan.glued(j - 1) and scan.glued(j) else j


def read_scale(scan: Scan, number: Number) -> Number:
    """The number with the scales, collectives and remainders that follow it (*2 millions 300 000*)."""
    keys, words = scan.keys, scan.lexicon.words
    j = _after_hyphen(scan, number.end)
    scale = words.scales.get(keys[j])
    if scale is None and number.digits and keys[j] in scan.lexicon.thousand and keys[j] != "":
        made = number._replace(value=number.value * 1000, end=j + 1, scale=1000.0, plain=False)
        return read_scale(scan, made)
    if scale is None:
        collective = words.collectives.get(keys[j]) if number.raw > 1 else None
        return linked_scale(scan, number, collective, j + 1) if collective else number
    value, end = number.value * scale, j + 1
    if keys[end] in scan.lexicon.sets["and"] and keys[end + 1] in scan.lexicon.sets["half"]:
        return number._replace(value=value + scale / 2, end=end + 2, scale=scale, linked=True, plain=False)
    made = number._replace(value=value, end=end, scale=scale, linked=True, plain=False)
    rest = read_number(scan, end) if float(number.raw).is_integer() and _may_go_on(scan, end) else None
    if rest and 0 < rest.value < scale and rest.value >= scale / 1e4:
        return made._replace(value=value + rest.value, end=rest.end, linked=rest.linked)
    return linked_scale(scan, made, 1.0, end) if keys[end] in scan.lexicon.sets["link"] else made


def _may_go_on(scan: Scan, j: int) -> bool:
    key = scan.keys[j]
    return (is_digits(key) and len(key) >= 3) or scan.lexicon.anchors.get(key) == "number"


def linked_scale(scan: Scan, number: Number, factor: float, j: int) -> Number:
    """The number times ``factor`` and the scales that follow with *de* (*dizaines de milliers*)."""
    keys, words = scan.keys, scan.lexicon.words
    value, scale, end = number.value * factor, number.scale * factor, j
    for _ in range(3):
        if keys[j] not in scan.lexicon.sets["link"] and words.decimal == ",":
            break
        k = j + (keys[j] in scan.lexicon.sets["link"])
        further = words.scales.get(keys[k]) or words.collectives.get(keys[k])
        if further is None:
            break
        value, scale, j, end = value * further, scale * further, k + 1, k + 1
    return number._replace(value=value, end=end, scale=scale, linked=True, plain=False)
