"""What the grammar reads at a place, in tokens; and the shares, ratios and vague amounts among it."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.analysis.quantities.compounds import Tail, unit_at
from dashboard.analysis.quantities.lexicon import Scan
from dashboard.analysis.quantities.numbers import Number, linked_scale, read_number, read_scale
from dashboard.analysis.quantities.tails import tail_of
from dashboard.model import Bound, Kind

# "un sur cinq", "81 départements sur 96" are shares; "72 lits sur 410" are two counts.
_WHOLES = frozenset((*range(2, 101), 1e3, 1e4, 1e5))
_SIZES = frozenset({"petite", "petit", "bonne", "bon", "grosse", "gros", "belle", "vraie", "simple"})
_POINTS = frozenset({"point", "points", "pt"})
_VAGUE = 2  # "plusieurs milliards" are at least two


class Reading(NamedTuple):
    """A figure between two tokens, end excluded; the fields are those of ``Figure``."""

    start: int
    end: int
    kind: Kind
    value: float | None = None
    low: float | None = None
    high: float | None = None
    date: str | None = None
    unit: str | None = None
    bound: Bound = "exact"
    noun: str | None = None
    bare: bool = False


def amount(scan: Scan, start: int, number: Number, tail: Tail | None) -> Reading:
    """A number with its tail as one figure; without a tail it is bare."""
    if tail is None:
        return Reading(start, number.end, "count", number.value, bare=True)
    value = number.value * tail.factor
    return Reading(start, tail.end, tail.kind, _tidy(value), unit=tail.unit, noun=tail.noun, bare=_is_bare(tail))


def _is_bare(tail: Tail) -> bool:
    return tail.unit is None and tail.noun is None


def _tidy(value: float) -> float:
    """The value without the dust of binary fractions (0.1 * 3)."""
    return float(f"{value:.12g}")


def scale_at(scan: Scan, i: int) -> Reading | None:
    """*un million de*, *une trentaine*, *plusieurs milliards*: a scale word without a number before it."""
    keys, words, sets = scan.keys, scan.lexicon.words, scan.lexicon.sets
    key, first = keys[i], i - 1
    if keys[first] in _SIZES and keys[first - 1] in sets["one"]:
        first -= 1  # une petite cinquantaine
    before = keys[first]
    collective = words.collectives.get(key)
    scale = collective or words.scales[key]
    single = Number(1.0, i, False, 1.0)
    alone = before in sets["one"] and not collective
    number = read_scale(scan, single) if alone else linked_scale(scan, single, scale, i + 1)
    if keys[number.end] in sets["and"] and keys[number.end + 1] in sets["half"]:
        number = number._replace(value=number.value * 1.5, end=number.end + 2)
    tail = tail_of(scan, number)
    if before in sets["definite"] and key in words.scales and key[-1] != "s" and tail and tail.end > number.end:
        return amount(scan, i, number, tail)
    if before == "du" and keys[i - 2] in ("barre", "cap", "seuil"):
        return amount(scan, i, number, tail)
    if before in sets["idioms"] and keys[i - 2] in sets["counting"] and number.end > i + 1:
        return _vague(scan, i, number, tail)
    if before in sets["one"] or (collective and key not in sets["bare"]):
        if before not in sets["one"] and keys[number.end] not in sets["link"]:
            return None
        start = first if before in sets["one"] else i
        reading = amount(scan, start, number, tail)
        return reading._replace(bound="about") if collective else reading
    start = i - 1 if before in sets["vague"] else i
    if (start == i and key not in sets["bare"]) or before in sets["idioms"] or (before in sets["link"] and start == i):
        return _vague_after_link(scan, i, number, tail)
    return _vague(scan, start, number, tail)


def _vague_after_link(scan: Scan, i: int, number: Number, tail: Tail | None) -> Reading | None:
    """*de milliers de manifestants* is one, *en milliards d'euros* and *par milliers* are none."""
    if scan.keys[i - 1] not in scan.lexicon.sets["link"] or tail is None or tail.end == number.end:
        return None
    return _vague(scan, i, number, tail)


def _vague(scan: Scan, start: int, number: Number, tail: Tail | None) -> Reading:
    low = number.value * _VAGUE
    if tail is None:
        return Reading(start, number.end, "count", low=low, bound="more_than", bare=True)
    reading = amount(scan, start, number, tail)
    return reading._replace(value=None, low=_tidy(low * tail.factor), bound="more_than")


def vague_unit(scan: Scan, i: int) -> Reading | None:
    """*plusieurs années*, *quelques jours*: a vague determiner before a unit of time."""
    found = unit_at(scan, i + 1)
    if found is None or found.kind != "duration" or len(scan.keys[i + 1]) < 3:
        return None
    return Reading(i, found.end, "duration", low=_VAGUE * found.factor, unit=found.unit, bound="more_than")


def part_at(scan: Scan, i: int) -> Reading | None:
    """*la moitié*, *un tiers*, *un cinquième de*: a part without a number before it."""
    keys, words, sets = scan.keys, scan.lexicon.words, scan.lexicon.sets
    key = keys[i]
    start = i - 1 if keys[i - 1] in sets["part_before"] else i
    if start == i and key == "moitié" and keys[i - 1] == "de":
        return _percent(i, i + 1, 0.5)  # réduit de moitié
    if start == i and keys[i - 2] in sets["part_before"] and keys[i - 1] in ("bon", "bonne", "gros", "grosse", "good"):
        start = i - 2
    share = words.fractions.nouns[key]
    if keys[i + 1] == "-" and scan.glued(i):
        return None
    if key in sets["part_whole"]:
        if words.decimal == ",":
            return _french_part(scan, start, i, share) if start < i else None
        return _percent(start, i + 1, share) if keys[i + 1] in sets["part_after"] else None
    ended = keys[i + 1] in sets["part_after"] or keys[i + 1] in sets["verbs"] or keys[i + 1] in ".,;"
    follows = ended and start < i and keys[start] in sets["one"]
    follows = follows or (start < i and keys[i - 1] in ("le", "au", "du") and _is_of_whole(scan, i + 1))
    return _percent(start, i + 1, share) if follows else None


def _is_of_whole(scan: Scan, i: int) -> bool:
    """Whether *le dixième* is a part (*de la population*), and no rank (*du classement*)."""
    keys = scan.keys
    if keys[i] == "du":
        return keys[i + 1] in _WHOLE_NOUNS
    return keys[i] == "de" and keys[i + 1] in _OWNED and keys[i + 2] not in _RANKED


_OWNED = frozenset({"la", "l'", "sa", "son", "ses", "leur", "leurs", "ce", "cette", "notre", "nos"})
_RANKED = frozenset(
    {"liste", "course", "série", "saison", "étape", "compétition", "table", "file", "hiérarchie", "année"}
)
_WHOLE_NOUNS = frozenset(
    {"budget", "total", "territoire", "prix", "parc", "capital", "marché", "pays", "chiffre", "coût", "montant", "pib"}
)


def _french_part(scan: Scan, start: int, i: int, share: float) -> Reading | None:
    keys = scan.keys
    if keys[i + 1] in scan.lexicon.sets["link"]:
        found = unit_at(scan, i + 2)
        if found and found.unit == "hour" and keys[i] != "moitié":
            return Reading(start, found.end, "duration", share, unit="hour")
        if keys[i + 2] in _POINTS:
            return Reading(start, i + 3, "percent", share, unit="pp")
        if keys[i + 2] in ("finale", "confiance"):
            return None
    if keys[i + 1] in ("temps", "payant", "provisionnel", "exclu", "lieu", "arrière"):
        return None
    return _percent(start, i + 1, share)


def _percent(start: int, end: int, share: float) -> Reading:
    return Reading(start, end, "percent", _tidy(share * 100), unit="%")


def parts_of(scan: Scan, start: int, number: Number) -> Reading | None:
    """*deux tiers*, *trois quarts*: a number of parts."""
    keys, words = scan.keys, scan.lexicon.words
    j = number.end + (keys[number.end] == "-" and scan.glued(number.end))
    share = words.fractions.nouns.get(keys[j])
    if share is None or number.value > 9 or number.scale != 1 or number.value < 2:
        return None
    if keys[j] == "second" or (keys[j][-1] != "s" and words.decimal == ","):
        return None
    if keys[j + 1] in scan.lexicon.sets["link"]:
        found = unit_at(scan, j + 2)
        if found and found.unit == "hour":
            return Reading(start, found.end, "duration", number.value * share, unit="hour")
        if keys[j + 2] in _POINTS:
            return Reading(start, j + 3, "percent", number.value * share, unit="pp")
        if keys[j + 2] in ("finale", "finales", "seconde"):
            return None
    return _percent(start, j + 1, number.value * share)


def over_at(scan: Scan, i: int) -> Reading | None:
    """*un Français sur cinq*: the word *sur* with *un* before and a bare number after it."""
    keys, sets = scan.keys, scan.lexicon.sets
    for k in range(i - 1, i - 5, -1):
        if keys[k] in sets["one"]:
            return over(scan, k, 1.0, i)
        if not keys[k][:1].isalpha():
            return None
    return None


def over(scan: Scan, start: int, part: float, i: int) -> Reading | None:
    """A share of a whole that is read after the word at token ``i``; None where no bare number stands there."""
    j = i + 1 + (scan.keys[i] == "out" and scan.keys[i + 1] == "of")
    whole = read_number(scan, j)
    if whole is None or whole.value < 2 or whole.value < part or whole.scale != 1 or whole.value != int(whole.value):
        return None
    tail = tail_of(scan, whole)
    if (tail is not None and (scan.keys[i] == "sur" or tail.noun is None)) or whole.value not in _WHOLES:
        return None
    return _percent(start, whole.end, part / whole.value)


def half_at(scan: Scan, i: int) -> Reading | None:
    """*un demi-million*, *une demi-heure*."""
    keys, words = scan.keys, scan.lexicon.words
    start = i - 1 if keys[i - 1] in scan.lexicon.sets["one"] else i
    j = i + 1 + (keys[i + 1] == "-")
    j += keys[j] in scan.lexicon.sets["one"] and words.decimal == "."
    scale = words.scales.get(keys[j]) or words.collectives.get(keys[j])
    if scale:
        number = linked_scale(scan, Number(0.5, j, False, 0.5), scale, j + 1)
        reading = amount(scan, start, number, tail_of(scan, number))
        return reading._replace(bound="about") if keys[j] in words.collectives else reading
    if keys[j] == "point":
        return Reading(start, j + 1, "percent", 0.5, unit="pp")
    found = unit_at(scan, j)
    if found and found.kind == "duration" and len(keys[j]) > 2 and keys[j] not in ("journée", "journées"):
        return Reading(start, found.end, "duration", 0.5 * found.factor, unit=found.unit)
    return None


def one_at(scan: Scan, i: int) -> Reading | None:
    """*un an*, *une semaine*, *un euro*: the article as a number, before a unit alone."""
    keys, sets = scan.keys, scan.lexicon.sets
    if keys[i + 1] in _POINTS and keys[i + 1] in sets["not_one"]:
        return _one_point(scan, i)
    if keys[i + 1] in sets["one_people"]:
        return Reading(i, i + 2, "people", 1.0, unit="people", noun=keys[i + 1])
    found = unit_at(scan, i + 1)
    rated = found is not None and found.kind == "money" and keys[found.end] == "par"  # un franc par jour
    if (
        found is None
        or (keys[i + 1] in sets["not_one"] and not rated)
        or len(keys[i + 1]) < 2
        or found.kind == "percent"
    ):
        return None
    if keys[i + 1] in ("times", "fois") or keys[i - 1] in ("l'", "chaque"):
        return None
    if found.kind != "duration" and not rated and (keys[i - 1] not in _PRICED or keys[found.end][:1].isalpha()):
        return None
    number = Number(1.0, i + 1, False, 1.0)
    tail = tail_of(scan, number)
    return amount(scan, i, number, tail) if tail and tail.noun is None else None


def _one_point(scan: Scan, i: int) -> Reading | None:
    """*progresse d'un point*, *un point et demi*: a percentage point, no point of view."""
    keys, sets = scan.keys, scan.lexicon.sets
    half = keys[i + 2] in sets["and"] and keys[i + 3] in sets["half"]
    compared = keys[i + 2] in sets["link"] and keys[i + 3] in ("plus", "moins")
    if not half and not compared and not any(key in sets["moves"] for key in keys[i - 4 : i]):
        return None
    return Reading(i, i + 2 + 2 * half, "percent", 1.0 + 0.5 * half, unit="pp")


# Words after which *un euro* is an amount and not just any euro.
_PRICED = frozenset(
    {"à", "pour", "d'", "de", "contre", "moins", "plus", "soit", "environ", "coûte", "for", "about", "by"}
)


def double_at(scan: Scan, i: int) -> Reading | None:
    """*le double de*, *twice the*."""
    keys, ratios = scan.keys, scan.lexicon.words.ratios
    if keys[i + 1] not in ratios.doubles_after or (ratios.doubles_before and keys[i - 1] not in ratios.doubles_before):
        return None
    return Reading(i, i + 1, "other", ratios.doubles[keys[i]], unit="x")
