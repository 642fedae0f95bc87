"""The shelf on disk and the file of corrections: whole or not at all, damage named, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from dashboard.analysis.corrections import Anchor, Correction
from dashboard.config import load_config
from dashboard.config.themes import load_themes
from dashboard.config.themes_writing import themes_toml
from dashboard.store import (
    KEEP,
    DiskShelf,
    corrections_file,
    default_shelf,
    read_corrections,
    themes_file,
    write_corrections,
    write_themes,
)
from tests.tiny import tiny_analysis

ONE = Correction(Anchor("a.txt", 3, "120 postes"), "reject", note="« chiffre de 2019 »")
OTHER = Correction(Anchor("a.txt", 9, "30 M€"), "join", target=Anchor("b.txt", 1, "31 M€"))


def test_a_shelf_gives_back_what_it_was_given(tmp_path: Path) -> None:
    shelf, claims = DiskShelf(tmp_path / "shelf"), tiny_analysis().claims
    assert shelf.get("claims", "k", ("claims",)) is None
    shelf.put("claims", "k", {"claims": claims})
    found = shelf.get("claims", "k", ("claims",))
    assert found is not None
    pd.testing.assert_frame_equal(found["claims"], claims)
    assert shelf.get("claims", "other", ("claims",)) is None
    assert shelf.get("claims", "k", ("claims", "missing")) is None


def test_a_shelf_keeps_the_entries_used_last_and_no_drafts(tmp_path: Path) -> None:
    shelf, claims = DiskShelf(tmp_path), tiny_analysis().claims
    for number in range(KEEP + 3):
        shelf.put("claims", f"k{number}", {"claims": claims})
    assert len(list((tmp_path / "claims").iterdir())) == KEEP


def test_the_folder_of_the_shelf_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOUPE_CACHE", str(tmp_path / "mine"))
    assert default_shelf().folder == tmp_path / "mine"
    monkeypatch.delenv("RECOUPE_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    assert default_shelf().folder == tmp_path / "user" / "recoupe"


def test_corrections_stand_beside_the_corpus_and_read_back(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    file = corrections_file([tmp_path / "articles"])
    assert file == tmp_path / "articles.corrections.jsonl"
    assert read_corrections(file) == ((), ())
    write_corrections(file, [ONE, OTHER])
    assert read_corrections(file) == ((ONE, OTHER), ())
    write_corrections(file, [OTHER])
    assert read_corrections(file) == ((OTHER,), ())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "articles.corrections.jsonl"]


def test_a_damaged_line_is_named_and_the_others_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "articles.corrections.jsonl"
    write_corrections(file, [ONE])
    file.write_text(file.read_text(encoding="utf-8") + '{broken\n\n{"action": "drop"}\n', encoding="utf-8")
    found, faults = read_corrections(file)
    assert found == (ONE,)
    assert [fault.split(":")[0] for fault in faults] == [
        "articles.corrections.jsonl, line 2",
        "articles.corrections.jsonl, line 4",
    ]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "articles.corrections.jsonl"
    write_corrections(file, [ONE])
    with pytest.raises(AttributeError):
        write_corrections(file, [ONE, None])  # type: ignore[list-item]
    assert read_corrections(file) == ((ONE,), ())


def test_own_themes_stand_beside_the_corpus_or_in_the_configuration(tmp_path: Path) -> None:
    assert themes_file([tmp_path / "articles"], None) == tmp_path / "articles.themes.toml"
    assert themes_file([tmp_path / "articles"], tmp_path / "mine") == tmp_path / "mine" / "themes.toml"


def test_themes_are_written_whole_and_the_first_file_is_kept(tmp_path: Path) -> None:
    themes, file = load_config().themes, tmp_path / "themes.toml"
    assert write_themes(file, themes) is None and load_themes(file) == themes
    assert write_themes(file, themes) is None
    file.write_text("# mine\n" + themes_toml(themes), encoding="utf-8")
    fewer = themes.without(themes.order[0])
    former = write_themes(file, fewer)
    assert former == tmp_path / "themes.toml.bak" and former.read_text("utf-8").startswith("# mine")
    assert write_themes(file, themes) == former and former.read_text("utf-8").startswith("# mine")
    assert load_themes(file) == themes
    assert sorted(path.name for path in tmp_path.iterdir()) == ["themes.toml", "themes.toml.bak"]
