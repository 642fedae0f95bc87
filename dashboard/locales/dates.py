"""Dates of any precision in French and in English."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date

from dashboard.locales.digits import BABEL

_DAY = re.compile(r"(?:(\d{4})|-)-(\d\d)(?:-(\d\d))?(?:T.{0,40})?")
_PART = re.compile(r"(\d{4})-([QH])([1-4])")
_PART_WORDS = {
    ("fr", "Q"): "{nth}\u00a0trimestre {year}",
    ("fr", "H"): "{nth}\u00a0semestre {year}",
    ("en", "Q"): "Q{place} {year}",
    ("en", "H"): "H{place} {year}",
}


def date_text(iso: str, language: str) -> str:
    """A truncated ISO date in words: ``juillet 2019``, ``31 janvier``, ``2e trimestre 2022``, ``1er juillet 2019``.

    A time of day is left out. What is no such date comes back as it is.
    """
    if part := _PART.fullmatch(iso):
        year, letter, place = part.groups()
        nth = "1er" if place == "1" else f"{place}e"
        return _PART_WORDS[language, letter].format(nth=nth, place=place, year=year)
    if not (found := _DAY.fullmatch(iso)):
        return iso
    year, month, day = found.groups()
    try:
        # Without a year any leap year will do: 29 February must pass.
        moment = date(int(year or 2000), int(month), int(day or 1))
    except ValueError:
        return iso
    pattern = " ".join(part for part in ("d" if day else "", "MMMM", "y" if year else "") if part)
    text = format_date(moment, pattern, locale=BABEL[language])
    return f"1er{text[1:]}" if language == "fr" and day == "01" else text
