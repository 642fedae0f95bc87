"""Values in their unit, ranges and vague amounts, in few characters. Every form is exact."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_decimal
from babel.units import format_unit

from dashboard.locales.digits import BABEL, FIXED, NARROW, number, with_percent

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_DURATIONS = frozenset(["second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"])
# Power of ten -> scale word: beside a currency, and in full (singular, plural) beside anything else.
_SCALES = {
    "fr": {9: ("Md", "milliard", "milliards"), 6: ("M", "million", "millions")},
    "en": {12: ("tn", "trillion", "trillion"), 9: ("bn", "billion", "billion"), 6: ("m", "million", "million")},
}
# One, ten and a hundred times a scale, said vaguely; then the word for thousands.
_VAGUE = {
    "fr": (("plusieurs", "dizaines", "centaines"), "milliers"),
    "en": (("several", "tens", "hundreds"), "thousand"),
}


def amount(value: float, kind: str, unit: str | None, language: str) -> str:
    """A value in its unit: ``10 Md$``, ``5 %``, ``3 ans``, ``3e``, ``12 TWh``; counted things go without unit."""
    if kind == "money" and unit:
        return _money(value, unit, language)
    if unit == "pp":
        return f"{number(value, language)}{FIXED}{_points(value, language)}"
    if kind == "percent" or unit == "%":
        # A third is no decimal number: two decimals are what anyone would print.
        decimals = 6 if round(value, 6) == value else 2
        return with_percent(number(value, language, decimals), language)
    if kind in ("duration", "age"):
        return f"{number(value, language)}{FIXED}{_time_word(value, unit or 'year', language)}"
    if kind == "ordinal":
        return _ordinal(value, language)
    if kind == "date":
        return str(int(value)) if value == int(value) else number(value, language)
    if unit == "x":
        return f"×{FIXED}{number(value, language)}"
    return f"{_scaled(value, language)}{FIXED}{unit}" if kind == "other" and unit else _scaled(value, language)


def between(low: float, high: float, kind: str, unit: str | None, language: str) -> str:
    """A range with its unit once: ``5 à 7 %``, ``500 à 600``, ``10 à 12 Md$``, ``$10bn to $12bn``."""
    first, last = amount(low, kind, unit, language), amount(high, kind, unit, language)
    tail = _unit_of(first)
    if tail and tail == _unit_of(last):
        first = first.removesuffix(tail)
    return f"{first}{FIXED}{'à' if language == 'fr' else 'to'}{FIXED}{last}"


def vague(low: float, kind: str, unit: str | None, language: str) -> str | None:
    """``plusieurs Md$``, ``dizaines de milliers`` for a lower end at twice a power of ten; None for any other."""
    exact = Decimal(repr(low)).normalize()
    power = int(exact.as_tuple().exponent)
    if exact.as_tuple().digits != (2,) or not 0 <= power < 15 or kind in ("percent", "ordinal", "date"):
        return None
    money = kind == "money" and bool(unit)
    base = max(known for known in (*_SCALES[language], 3, 0) if known <= power and power - known < 3)
    leads, thousands = _VAGUE[language]
    lead = leads[power - base]
    scale = "" if base == 0 else thousands if base == 3 else _SCALES[language][base][0 if money else 2]
    noun = (_SYMBOLS.get(unit or "", unit) or "") if money else ""
    if kind == "duration" and unit in _DURATIONS:
        noun = "années" if (unit, language) == ("year", "fr") else _time_word(2, unit or "", language)
    if money and base >= 6:
        scale, noun = _money_scale(scale, noun, language), ""
    return _vague_french(lead, scale, noun) if language == "fr" else _vague_english(lead, scale, noun)


def _vague_french(lead: str, scale: str, noun: str) -> str:
    several = "plusieurs"
    head = [lead] if lead == several else [lead, "de"] if scale else [several, lead]
    words = FIXED.join([*head, scale] if scale else head)
    if not noun:
        return words
    if words == several:
        return f"{words}{FIXED}{noun}"
    return f"{words}{FIXED}d’{noun}" if noun[0] in "aho" else f"{words}{FIXED}de{FIXED}{noun}"


def _vague_english(lead: str, scale: str, noun: str) -> str:
    several = lead == "several"
    glued = not scale.isalpha()
    words = [lead] if not scale else [lead, scale] if several else [lead, "of", scale if glued else f"{scale}s"]
    return FIXED.join([*words, *([] if several else ["of"]), noun] if noun else words)


def _money_scale(scale: str, noun: str, language: str) -> str:
    if language == "en":
        return f"{noun}{scale}" if noun in _SYMBOLS.values() else f"{noun}{FIXED}{scale}"
    return f"{scale}{noun}" if noun in _SYMBOLS.values() else f"{scale}{FIXED}{noun}"


def _scale(value: float, language: str) -> tuple[str, int]:
    """Digits and power of ten, of the largest scale under which at most three decimals are needed."""
    exact = Decimal(repr(value))
    for power in _SCALES[language]:
        scaled = exact.scaleb(-power).normalize()
        if abs(scaled) >= 1 and int(scaled.as_tuple().exponent) >= -3:
            return format_decimal(scaled, format="#,##0.###", locale=BABEL[language]), power
    return number(value, language), 0


def _scaled(value: float, language: str) -> str:
    digits, power = _scale(value, language)
    if not power:
        return digits
    _, one, many = _SCALES[language][power]
    return f"{digits}{FIXED}{one if abs(value) < 2 * 10**power else many}"


def _money(value: float, unit: str, language: str) -> str:
    digits, power = _scale(value, language)
    scale = _SCALES[language][power][0] if power else ""
    symbol = _SYMBOLS.get(unit)
    if language == "fr":
        return (
            f"{digits}{FIXED}{scale}{symbol}" if symbol else FIXED.join(part for part in (digits, scale, unit) if part)
        )
    sign, digits = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    return f"{sign}{symbol or unit + FIXED}{digits}{scale}"


def _points(value: float, language: str) -> str:
    return "pp" if language == "en" else "pt" if abs(value) < 2 else "pts"


def _time_word(value: float, unit: str, language: str) -> str:
    if unit not in _DURATIONS:
        return unit
    return format_unit(value, f"duration-{unit}", locale=BABEL[language]).replace(FIXED, " ").rpartition(" ")[2]


def _ordinal(value: float, language: str) -> str:
    if value != int(value):
        return number(value, language)
    if language == "fr":
        return f"{number(value, language)}{'er' if value == 1 else 'e'}"
    teens = 10 <= int(value) % 100 <= 20
    return f"{number(value, language)}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(int(value) % 10, 'th')}"


def _unit_of(text: str) -> str:
    """What follows the last digit if it is set off or a per cent sign, its space included; else nothing."""
    last = max((place for place, sign in enumerate(text) if sign.isdigit()), default=len(text) - 1)
    tail = text[last + 1 :]
    return tail if tail[:1] in (FIXED, NARROW, "%") else ""
