"""Plain numbers and shares in French and in English."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_decimal

# French groups thousands and sets % off with a narrow no-break space, and units with a no-break space.
NARROW, FIXED = "\u202f", "\u00a0"
BABEL = {"fr": "fr", "en": "en_GB"}


def number(value: float, language: str, decimals: int = 6) -> str:
    """``12 000,5`` or ``12,000.5``; at most ``decimals`` digits after the mark, none that is not needed."""
    shown = "#,##0." + "#" * decimals if decimals else "#,##0"
    return format_decimal(Decimal(repr(float(value))), format=shown, locale=BABEL[language])


def percent(share: float, language: str, decimals: int = 0) -> str:
    """A share from 0 to 1 as ``16 %`` or ``16%``; above nothing but rounded to nothing it is ``< 1 %``."""
    smallest = 10.0**-decimals
    if 0 < share * 100 < smallest / 2:
        return f"<{FIXED}{with_percent(number(smallest, language), language)}"
    return with_percent(number(round(share * 100, decimals), language, decimals), language)


def with_percent(digits: str, language: str) -> str:
    """Digits followed by the sign, set off in French."""
    return f"{digits}{NARROW}%" if language == "fr" else f"{digits}%"
