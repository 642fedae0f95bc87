"""Strict reading of TOML: understood, or refused by name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dashboard.config import ConfigError, load_config
from dashboard.config.base import digest, read_toml


def write(folder: Path, text: str) -> Path:
    path = folder / "rules.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a]\nname = 3", "[a] name = 3: expected a string in quotes"),
        ("[a]", "[a] name is missing: add it as a string in quotes"),
        ("[a]\nname = 'x'\nnom = 'y'", "[a] nom = 'y': unknown key; known here: name"),
        ("[a]\nname = 'x", "no TOML"),
    ],
)
def test_a_fault_names_file_table_key_value_and_advice(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, text)

    def load() -> None:
        section = read_toml(path).table("a")
        section.text("name")
        section.finish()

    with pytest.raises(ConfigError) as caught:
        load()
    assert str(path) in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "read", "message"),
    [
        ("n = 9", "number", "expected a number from 0 to 1"),
        ("n = true", "number", "expected a number"),
        ("n = -1", "whole", "expected a whole number of at least 0"),
        ("n = 1", "flag", "expected true or false"),
        ("n = ['a', 1]", "texts", "expected only strings in this list"),
        ("n = 'c'", "choice", "expected one of a, b"),
        ("n = '('", "pattern", "no regular expression"),
        ("n = [1]", "tables", "expected tables, written [[n]]"),
    ],
)
def test_every_reader_refuses_what_it_cannot_take(tmp_path: Path, text: str, read: str, message: str) -> None:
    section = read_toml(write(tmp_path, text))
    calls = {
        "number": lambda: section.number("n", low=0, high=1),
        "choice": lambda: section.choice("n", ("a", "b")),
    }
    with pytest.raises(ConfigError, match=re.escape(message)):
        calls.get(read, lambda: getattr(section, read)("n"))()


def test_defaults_stand_in_and_tables_come_in_order(tmp_path: Path) -> None:
    section = read_toml(write(tmp_path, "[b]\nx = 1\n[a]\nx = 2"))
    assert section.whole("n", 4) == 4
    assert section.has("b") and not section.has("c")
    assert [(name, table.whole("x")) for name, table in section.named()] == [("b", 1), ("a", 2)]


@dataclass(frozen=True)
class Paint:
    words: tuple[str, ...]
    label: str = field(metadata={"presentation": True})


def test_a_rename_changes_no_digest_and_a_word_does() -> None:
    plain = digest(Paint(("a", "b"), "one"))
    assert digest(Paint(("a", "b"), "two")) == plain
    assert digest(Paint(("a", "c"), "one")) != plain
    assert digest(re.compile("a"), {"b": 1, "a": frozenset("xy")}) == digest(
        re.compile("a"), {"a": frozenset("yx"), "b": 1}
    )


def test_the_projects_own_configuration_reads() -> None:
    config = load_config()
    assert config.analysis.text.max_words == 120


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such folder; give --config"):
        load_config(tmp_path / "nowhere")


def test_a_folder_with_one_file_takes_the_rest_from_the_project(tmp_path: Path) -> None:
    (tmp_path / "analysis.toml").write_text("[text]\nmax_words = 80\n", encoding="utf-8")
    config = load_config(tmp_path)
    assert config.analysis.text.max_words == 80
    assert config.folder == tmp_path
