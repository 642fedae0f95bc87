"""Reads TOML strictly: every key is understood, of the right type, or refused by name."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any


class ConfigError(ValueError):
    """A configuration that cannot be used; the message names file, table, key, value and what to do."""


class Section:
    """One table of a TOML file, read key by key; ``finish`` refuses the keys that nobody asked for."""

    def __init__(self, values: Mapping[str, Any], file: Path, name: str = "") -> None:
        """``name`` is the table's dotted path, empty for the file itself."""
        self._values, self.file, self.name = dict(values), file, name
        self._read: set[str] = set()

    def fault(self, key: str, value: object, advice: str) -> ConfigError:
        """The error that names this place; raise it."""
        place = f"[{self.name}] " if self.name else ""
        return ConfigError(f"{self.file}: {place}{key} = {value!r}: {advice}")

    def text(self, key: str, default: str | None = None) -> str:
        """A string; without a default the key must be there. Raises ConfigError."""
        return str(self._take(key, str, "a string in quotes", default))

    def number(
        self, key: str, default: float | None = None, low: float = float("-inf"), high: float = float("inf")
    ) -> float:
        """A number within ``low`` and ``high``, both included. Raises ConfigError."""
        value = self._take(key, (int, float), "a number", default)
        if isinstance(value, bool) or not low <= value <= high:
            raise self.fault(key, value, f"expected a number from {low} to {high}")
        return float(value)

    def whole(self, key: str, default: int | None = None, low: int = 0) -> int:
        """A whole number of at least ``low``. Raises ConfigError."""
        value = self._take(key, int, "a whole number", default)
        if isinstance(value, bool) or value < low:
            raise self.fault(key, value, f"expected a whole number of at least {low}")
        return int(value)

    def flag(self, key: str, default: bool | None = None) -> bool:
        """true or false. Raises ConfigError."""
        return bool(self._take(key, bool, "true or false", default))

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of strings. Raises ConfigError."""
        value = self._take(key, (list, tuple), "a list of strings", default)
        for item in value:
            if not isinstance(item, str):
                raise self.fault(key, item, "expected only strings in this list")
        return tuple(value)

    def choice(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """One of ``allowed``. Raises ConfigError."""
        value = self.text(key, default)
        if value not in allowed:
            raise self.fault(key, value, f"expected one of {', '.join(allowed)}")
        return value

    def pattern(self, key: str, default: str | None = None) -> re.Pattern[str]:
        """A regular expression, compiled, letter case ignored. Raises ConfigError."""
        source = self.text(key, default)
        try:
            return re.compile(source, re.IGNORECASE)
        except re.error as error:
            raise self.fault(key, source, f"no regular expression: {error}") from None

    def table(self, key: str) -> Section:
        """A table inside this one; an empty one where the file has none. Raises ConfigError."""
        value = self._take(key, dict, "a table", {})
        return Section(value, self.file, f"{self.name}.{key}" if self.name else key)

    def tables(self, key: str) -> list[Section]:
        """Every table of an array of tables (``[[key]]``). Raises ConfigError."""
        value = self._take(key, list, "an array of tables", [])
        name = f"{self.name}.{key}" if self.name else key
        for item in value:
            if not isinstance(item, dict):
                raise self.fault(key, item, f"expected tables, written [[{name}]]")
        return [Section(item, self.file, f"{name}#{place}") for place, item in enumerate(value, 1)]

    def named(self) -> list[tuple[str, Section]]:
        """Every table inside this one that nobody has read yet, as (key, table), in the file's order."""
        return [(key, self.table(key)) for key in self._values if key not in self._read]

    def given(self) -> list[str]:
        """Every key that the file gives here, in its order."""
        return list(self._values)

    def has(self, key: str) -> bool:
        """Whether the file gives the key."""
        return key in self._values

    def finish(self) -> None:
        """Raises ConfigError for the first key that was not read."""
        for key, value in self._values.items():
            if key not in self._read:
                known = ", ".join(sorted(self._read)) or "none"
                raise self.fault(key, value, f"unknown key; known here: {known}")

    def _take(self, key: str, kind: type | tuple[type, ...], wanted: str, default: Any) -> Any:
        self._read.add(key)
        if key not in self._values:
            if default is None:
                place = f"[{self.name}] " if self.name else ""
                raise ConfigError(f"{self.file}: {place}{key} is missing: add it as {wanted}")
            return default
        value = self._values[key]
        if not isinstance(value, kind):
            raise self.fault(key, value, f"expected {wanted}")
        return value


def read_toml(path: Path) -> Section:
    """The file as its outermost table. Raises ConfigError if it cannot be read or is no TOML."""
    try:
        return Section(tomllib.loads(path.read_text(encoding="utf-8")), path)
    except FileNotFoundError:
        raise ConfigError(f"{path}: not found; restore it or point --config to the folder that holds it") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: no TOML: {error}") from None


def digest(*parts: object) -> str:
    """A stable 16-digit hash of frozen settings.

    Fields whose metadata hold ``presentation`` (labels, colours) count for nothing, so that a rename
    recomputes nothing.
    """
    return hashlib.sha256(json.dumps([_plain(part) for part in parts], ensure_ascii=False).encode()).hexdigest()[:16]


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        shown = [field for field in fields(value) if not field.metadata.get("presentation")]
        return {field.name: _plain(getattr(value, field.name)) for field in shown}
    if isinstance(value, re.Pattern):
        return value.pattern
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in sorted(value.items(), key=lambda pair: str(pair[0]))}
    if isinstance(value, set | frozenset):
        return sorted(json.dumps(_plain(item), ensure_ascii=False) for item in value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)
