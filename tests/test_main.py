"""The command line: tables, a summary, and one line for whatever is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.tables import TABLES
from tests.corpus import write_corpus


@pytest.fixture(autouse=True)
def own_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOUPE_CACHE", str(tmp_path / "shelf"))


def test_analyse_writes_every_table_and_says_what_was_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = write_corpus(tmp_path / "articles"), tmp_path / "out"
    assert main(["analyse", str(folder), "--out", str(out), "--format", "jsonl"]) == 0
    assert {path.stem for path in out.iterdir()} == set(TABLES)
    said = capsys.readouterr().out
    assert "4 articles from 3 sources read (1 exact copies), 1 skipped or doubtful" in said
    assert "vide.txt" in said
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    assert main(["analyse", str(folder), "--out", str(out), "--format", "jsonl"]) == 0
    assert {path.name: path.read_bytes() for path in out.iterdir()} == first
    ids = [json.loads(line)["article_id"] for line in first["articles.jsonl"].decode().splitlines()]
    assert ids == sorted(ids)


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_other_formats(tmp_path: Path, form: str) -> None:
    folder = write_corpus(tmp_path / "articles")
    assert main(["analyse", str(folder), "--out", str(tmp_path / "out"), "--format", form]) == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{name}.{form}" for name in TABLES}


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(arguments) == 2
    said = capsys.readouterr().err.strip()
    assert "\n" not in said
    return said


def test_what_is_wrong_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_corpus(tmp_path / "articles")
    nowhere = str(tmp_path / "nowhere")
    assert nowhere in refused(["analyse", nowhere, "--out", str(tmp_path / "out")], capsys)
    taken = folder / "aube.txt"
    assert "is a file; name a folder" in refused(["analyse", str(folder), "--out", str(taken)], capsys)
    assert "no such folder" in refused(["check", "--config", nowhere], capsys)
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "themes.toml").write_text("colour = 3\n", encoding="utf-8")
    said = refused(["check", "--config", str(tmp_path / "config")], capsys)
    assert "themes.toml" in said
    assert "colour = 3: unknown key" in said


def test_check_is_content_with_the_projects_own_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert "every example comes out as it says" in capsys.readouterr().out
