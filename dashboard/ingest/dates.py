"""Dates as the press prints them, to truncated ISO text."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from dashboard.text.clean import search_key

_MONTHS = (
    "janvier janv jan january",
    "fevrier fevr fev february feb",
    "mars mar march",
    "avril avr april apr",
    "mai may",
    "juin june jun",
    "juillet juil july jul",
    "aout august aug",
    "septembre september sept sep",
    "octobre october oct",
    "novembre november nov",
    "decembre december dec",
)
_CLOCK = r"(?P<hour>\d{1,2})[:h](?P<minute>\d{2})?(?::\d{2}(?:[.,]\d{1,9})?)?(?P<pm> ?[ap]m)?"
_TIME = rf"(?:[T ,]{{0,3}}(?:à |at )?{_CLOCK})?"
_ZONE = r" ?(?P<zone>Z|UTC|GMT|CES?T|[+-]\d{2}:?\d{2})?(?: ?\([A-Z]{2,5}\))?"
_DAY_NAME = r"(?:[^\W\d]{2,9}\.?,? )?(?:le )?"
_MONTH = r"(?P<name>[^\W\d_]{3,9})\.?"
_FORMS = tuple(
    re.compile(form + tail, re.IGNORECASE)
    for form, tail in (
        (r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?", "$"),
        (r"(?P<year>\d{4})(?P<sep>[-/])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})", _TIME + _ZONE + "$"),
        (r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})", "$"),
        (r"(?P<day>\d{1,2})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4})", _TIME + _ZONE + "$"),
        (r"(?P<month>\d{1,2})/(?P<year>\d{4})", "$"),
        (_DAY_NAME + r"(?P<day>\d{1,2})(?:er|st|nd|rd|th)? " + _MONTH + r",? (?P<year>\d{4})", _TIME + _ZONE + "$"),
        (_DAY_NAME + _MONTH + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})", _TIME + _ZONE + "$"),
        (_MONTH + r" (?P<year>\d{4})", "$"),
    )
)


def date_of(printed: str) -> str | None:
    """A date as ``2023``, ``2023-01``, ``2023-01-12`` or, with its time, ``2023-01-12T08:15``; None if it is none.

    Day stands before month (12/01/2023 is 12 January) unless only the other way is a date. A time with a zone is
    given as Paris time, one without as it stands; midnight sharp is how lists print a day without a time. Years
    outside 1700 to 2200 are no dates of press articles.
    """
    text = " ".join(printed.replace("\u202f", " ").replace("\xa0", " ").split())
    if len(text) > 60:
        return None
    for form in _FORMS:
        found = form.match(text)
        if found:
            return _iso(found.groupdict())
    return None


def date_in(line: str) -> str | None:
    """The date of publication that a line of metadata prints (*Publié le 12 mars 2024 à 8h15*, *date 2024-03*).

    None for any other line, one that tells an update or a copyright included.
    """
    begins = _TELLS.match(line)
    if not begins:
        return None
    rest = _UPDATED.split(line[begins.end() :], maxsplit=1)[0]
    return next((found for match in _PRINTED.finditer(rest) if (found := date_of(match.group()))), None)


_TELLS = re.compile(
    r"\W{0,3}(?:article |texte |vidéo )?(?:(?:publiée?|mise? en ligne|postée?|published|posted|date)\b|(?=\d))",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:mise? à jour|modifiée?|updated|modified)\b", re.IGNORECASE)
_PRINTED = re.compile(
    r"\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2})?)?(?!\d)|\d{1,2}/\d{1,2}/\d{4}(?:(?: à)? \d{1,2}[:h]\d{2})?"
    r"|(?:\d{1,2}(?:er)? )?[^\W\d_]{3,9}\.? (?:\d{1,2}, )?\d{4}(?:,? (?:à )?\d{1,2}[:h]\d{2})?"
)


def _iso(parts: dict[str, str | None]) -> str | None:
    year = int(parts["year"] or 0)
    month = _month_of(parts["name"]) if parts.get("name") else int(parts.get("month") or 0)
    if not 1700 <= year <= 2200 or (month is None) or month > 12 + 19 * bool(parts.get("day")):
        return None
    if not month:
        return None if parts.get("month") or parts.get("name") else f"{year:04}"
    if not parts.get("day"):
        return f"{year:04}-{month:02}"
    day = int(parts["day"] or 0)
    if month > 12 and parts.get("sep") == "/" and day <= 12:
        day, month = month, day
    try:
        return _moment(date(year, month, day), parts)
    except ValueError:
        return None


def _moment(day: date, parts: dict[str, str | None]) -> str:
    if not parts.get("hour"):
        return day.isoformat()
    hour = int(parts["hour"] or 0)
    if parts.get("pm"):
        hour = hour % 12 + 12 * (parts["pm"].strip().lower() == "pm")  # type: ignore[union-attr]
    moment = datetime(day.year, day.month, day.day, hour, int(parts.get("minute") or 0))
    zone = (parts.get("zone") or "").upper()
    if (moment.hour, moment.minute) == (0, 0):
        return day.isoformat()
    if zone and not zone.startswith("CE"):
        moment = _paris(moment - _offset(zone))
    return moment.isoformat(timespec="minutes")


def _month_of(name: str | None) -> int | None:
    """The month of a whole name or a usual short form, accents or not; None for any other word."""
    plain = search_key(name or "")
    return next((place for place, names in enumerate(_MONTHS, 1) if plain in names.split()), None)


def _offset(zone: str) -> timedelta:
    if zone[0] not in "+-":
        return timedelta()
    sign = 1 if zone[0] == "+" else -1
    return sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))


def _paris(moment: datetime) -> datetime:
    """UTC to Paris time by the rule of the European Union, without the machine's own zone tables."""
    begins, ends = _last_sunday(moment.year, 3), _last_sunday(moment.year, 10)
    return moment + timedelta(hours=2 if begins <= moment < ends else 1)


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1)
    return last - timedelta(days=(last.weekday() + 1) % 7)
