"""Fields as found in a file to an Article: values checked, what is doubtful left empty and listed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from dashboard.config import Config
from dashboard.ingest import reasons
from dashboard.ingest.dates import date_in, date_of
from dashboard.ingest.decode import tidy
from dashboard.ingest.reasons import Unreadable, shown
from dashboard.model import Article, Skipped
from dashboard.text.lemmas import language_of
from dashboard.text.passages import role_of

_LANGUAGE_NAMES = {"français": "fr", "francais": "fr", "french": "fr", "anglais": "en", "english": "en"}
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]{2,8}){0,3}", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_UNSAFE_URL = re.compile(r"[\s\x00-\x1f\x7f\"<>\\^`{|}]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where fields were found: the file's path in the corpus and the 1-based row, None for the whole file."""

    path: str
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave; ``places`` says of each article where it stood."""

    articles: list[Article] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def skip(self, place: Place, reason: str) -> None:
        """Lists something that was not read, or a value that was left empty."""
        self.skipped.append(Skipped(place.path, place.row, reason))

    def add(self, place: Place, fields: Mapping[str, Any], config: Config) -> None:
        """Adds the article of the fields (``text``, ``id``, ``source``...), or lists why there is none."""
        try:
            self.articles.append(_article(self, place, fields, config))
            self.places.append(place)
        except Unreadable as fault:
            self.skip(place, fault.reason)


def _article(reading: Reading, place: Place, fields: Mapping[str, Any], config: Config) -> Article:
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise Unreadable(reasons.NO_TEXT if place.row else reasons.EMPTY)
    text = tidy(text)
    given = {name: _line(reading, place, name, fields.get(name)) for name in ("id", "source", "title", "author")}
    url = _url(reading, place, fields.get("url"))
    article_id = given["id"] or (f"{place.path}#{place.row}" if place.row else place.path)
    return Article(
        article_id=article_id,
        source=_source(given["source"], url, place, config),
        title=given["title"] or title_of(text, config),
        text=text,
        published=_published(reading, place, fields) or printed_date(text, config),
        language=_language(reading, place, fields.get("language"), text),
        url=url,
        author=given["author"],
    )


def title_of(text: str, config: Config) -> str:
    """The headline that a text begins with: its first line that is no boilerplate, if it has a heading's form.

    It stays in the text. Empty where the text begins with running prose, or is one line in all.
    """
    lines = [line.strip() for line in text[:5000].split("\n") if line.strip()]
    content = [line for line in lines[:8] if role_of(line, config.analysis.text) != "boilerplate"]
    if len(content) < 2 or role_of(content[0], config.analysis.text) != "heading":
        return ""
    return content[0].lstrip("# ").strip()


def printed_date(text: str, config: Config) -> str | None:
    """The date that one of a text's first lines of metadata prints, before its content or in front of it."""
    lines = [line.strip() for line in text[:3000].split("\n") if line.strip()]
    for line in lines[:6]:
        if role_of(line, config.analysis.text) == "boilerplate" or line.startswith("date "):
            found = date_in(line)
            if found:
                return found
    return None


def _line(reading: Reading, place: Place, name: str, value: Any) -> str | None:
    """A value as one line of text; None where it is missing, listed where it is no text."""
    if value is None or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        reading.skip(place, reasons.NO_VALUE.format(field=name))
        return None
    return _BLANKS.sub(" ", tidy(str(value))).strip() or None


def _source(given: str | None, url: str | None, place: Place, config: Config) -> str:
    """The outlet as named, else by its address, else the file's name, so that nothing is lost."""
    if given:
        return config.sources.label(given)
    known = config.sources.of_url(url)
    if known:
        return known.label
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return host or PurePosixPath(place.path).name


def _url(reading: Reading, place: Place, value: Any) -> str | None:
    address = _line(reading, place, "url", value)
    if address is None:
        return None
    if not could_be_safe_url(address):
        reading.skip(place, reasons.NO_URL.format(value=shown(address)))
        return None
    return address


def could_be_safe_url(address: str) -> bool:
    """Whether an address is http or https, names a host and hides none behind a user's name."""
    if _UNSAFE_URL.search(address) or len(address) > 2000:
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def _published(reading: Reading, place: Place, fields: Mapping[str, Any]) -> str | None:
    printed = _line(reading, place, "published", fields.get("published") or fields.get("date"))
    found = date_of(printed) if printed else None
    if printed and found is None:
        reading.skip(place, reasons.NO_DATE.format(value=shown(printed)))
    return found


def _language(reading: Reading, place: Place, value: Any, text: str) -> str:
    given = _line(reading, place, "language", value)
    if given:
        code = _LANGUAGE_NAMES.get(given.lower())
        found = _LANGUAGE.fullmatch(given)
        if code or found:
            return code or found.group(1).lower()  # type: ignore[union-attr]
        reading.skip(place, reasons.NO_LANGUAGE.format(value=shown(given)))
    return language_of(text)
