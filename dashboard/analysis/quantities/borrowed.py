"""Bare numbers that borrow their unit: from the figure before them, from the next in a list, from their whole."""

from __future__ import annotations

from math import log10

from dashboard.analysis.quantities.lexicon import Scan
from dashboard.analysis.quantities.numbers import read_number
from dashboard.analysis.quantities.readings import Reading

_LISTED = frozenset({",", "voire", "ou", "et", "puis", "peut", "-", "être", "or", "and", "même"})
_THOUSAND = 1000
_REACH = 60  # tokens from a figure to a number that *en* ties to it
# *en tout 300*: no pronoun
_NO_PRONOUN = frozenset({"tout", "moyenne", "gros", "revanche", "effet", "outre", "plus", "moins", "face", "fait"})
_WHOLES = frozenset({"ses", "ces", "leurs", "les", "nos", "the", "its", "their"})


def stands_for(scan: Scan, reading: Reading, prior: Reading) -> bool:
    """Whether *en* ties a bare number to the figure of the sentence before (*La ville en paie 600 000*)."""
    if reading.value is None or reading.start - prior.end > _REACH or prior.unit is None:
        return False
    if prior.kind == "money":
        return is_pronoun(scan, reading.start) and scan.keys[reading.start - 1] not in _NO_PRONOUN
    return prior.kind in ("people", "count") and _only(scan, reading.start)


def _only(scan: Scan, i: int) -> bool:
    """*n'en reconnaît que quatre*."""
    return scan.keys[i - 1] == "que" and "en" in scan.keys[i - 5 : i - 1]


def is_like(scan: Scan, reading: Reading, last: Reading) -> bool:
    """Whether a bare number counts what the figure before it does, by the words beside it."""
    keys, i, end = scan.keys, reading.start, reading.end
    if last.kind in ("date", "ordinal", "age") or reading.value is None:
        return False
    if keys[i - 1] == "dont" or (keys[i - 1] == "soit" and keys[end] == "de" and keys[end + 1] in ("plus", "moins")):
        return True
    if last.kind not in ("people", "count"):
        return False
    if keys[i - 2] == "sur" and keys[i - 1] in ("les", "ses", "ces", "leurs"):
        return True  # 180 postes sur les 3 150
    told = keys[end] in ("selon", "according") or (keys[end] == "d'" and keys[end + 1] in ("après", "entre"))
    return told or _only(scan, i)


def like(scan: Scan, reading: Reading, last: Reading) -> Reading:
    """A bare number with the unit of the figure before it, and its scale (*4,3 milliards, contre 3,9*)."""
    made = reading._replace(kind=last.kind, unit=last.unit, noun=last.noun, bare=False)
    first = read_number(scan, last.start) if last.value is not None and reading.value is not None else None
    if first is None or not first.raw or last.value is None or reading.value is None:
        return made
    scale = last.value / first.raw
    if scale >= _THOUSAND and reading.value < _THOUSAND and scale == 10 ** round(log10(scale)):
        return made._replace(value=float(f"{reading.value * scale:.12g}"))
    return made


def listed(scan: Scan, readings: list[Reading]) -> list[Reading]:
    """The readings, those of a list with the unit that only its last one prints (*19, 22 et 34 ans*), those of a part
    with that of the whole (*onze des 34 sites*)."""
    made = list(readings)
    for place in range(len(made) - 2, -1, -1):
        if made[place].bare and made[place].kind == "count":
            made[place] = _with_next(scan, made[place], made[place + 1])
    return made


def _with_next(scan: Scan, reading: Reading, following: Reading) -> Reading:
    """A bare number with the unit of the one after it in a list (*1 000, voire 2 000 ans*)."""
    between = scan.keys[reading.end : following.start]
    if _is_part(between, reading, following):
        return reading._replace(kind=following.kind, unit=following.unit, noun=following.noun, bare=False)
    if following.bare or following.kind in ("date", "ordinal") or not 0 < len(between) <= 4:
        return reading
    if not set(between) <= _LISTED or (between == [","] and following.kind in ("people", "count")):
        return reading
    if reading.value is None or following.unit in ("x", None):
        return reading
    return reading._replace(kind=following.kind, unit=following.unit, noun=following.noun, bare=False)


def _is_part(between: list[str], reading: Reading, following: Reading) -> bool:
    """Whether a bare number counts some of the next figure's things (*onze de ses 34 sites*)."""
    if following.kind not in ("people", "count") or following.noun is None or following.bare:
        return False
    told = between in (["des"], ["of", "the"]) or (len(between) == 2 and between[0] == "de" and between[1] in _WHOLES)
    whole = following.value
    return told and reading.value is not None and whole is not None and reading.value < whole


def is_pronoun(scan: Scan, i: int) -> bool:
    """*le Raja en a six*, *l'usine en compte douze*."""
    return (
        scan.keys[i - 2] == "en"
        and scan.keys[i - 1][:1].isalpha()
        and scan.keys[i - 1] not in scan.lexicon.words.dates.months
    )
