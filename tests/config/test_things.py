"""Things that are counted, as their file gives them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.config import ConfigError, load_config
from dashboard.config.things import load_things, names_of_things

GOOD = """
[stores]
nouns = ["magasins", "boutiques"]
examples = ["Elle tient [78 magasins]."]
counter_examples = ["Elle tient [78 gares]."]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "quantities_things.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_thing_is_a_measure_that_its_nouns_say_alone(tmp_path: Path) -> None:
    (stores,) = load_things(write(tmp_path, GOOD), 0.05)
    assert (stores.name, stores.nouns, stores.comparable) == ("stores", frozenset({"magasins", "boutiques"}), False)
    assert names_of_things(write(tmp_path, GOOD))["stores"].labels == {"fr": "magasins", "en": "stores"}


def test_a_noun_stands_for_one_thing(tmp_path: Path) -> None:
    twice = GOOD + GOOD.replace("stores", "shops")
    with pytest.raises(ConfigError, match="a noun stands for one thing"):
        load_things(write(tmp_path, twice), 0.05)


def test_every_thing_is_found_by_its_noun_and_compared_only_where_equal() -> None:
    rules = load_config().quantities
    assert len(rules.things) > 100
    assert all(rules.by_noun[noun] is thing for thing in rules.things for noun in thing.nouns)
    assert {thing.name for thing in rules.things} <= rules.loose
    assert "revenue" not in rules.loose
