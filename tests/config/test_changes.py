"""The nouns of changes, as the configuration gives them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.config import load_config
from dashboard.config.base import ConfigError, Section
from dashboard.config.changes import read_changes

MEASURES = load_config().quantities.measures


def _read(values: dict[str, dict[str, list[str]]]) -> str | None:
    changes = read_changes(Section(values, Path("quantities.toml"), "changes"), MEASURES)
    found = changes.nouns.search("le prix moyen")
    return changes.measure(found).name if found else None


def test_a_noun_finds_its_measure() -> None:
    assert _read({"price": {"nouns": ["prix"]}}) == "price"


def test_no_noun_finds_nothing() -> None:
    assert _read({}) is None


def test_an_unknown_measure_is_an_error() -> None:
    with pytest.raises(ConfigError, match="name of a measure"):
        _read({"no_such_measure": {"nouns": ["prix"]}})
