"""Drafts of themes on disk: what is kept comes back, under its own name and for its own themes alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.config.theme_edits import deleted, merged, recoloured, word_added, words_struck
from dashboard.config.themes import Theme, Themes
from dashboard.views.theme_editor import drafts
from dashboard.views.theme_editor.drafts import Draft, Step, drop_draft, keep_draft, kept_draft, new_token
from tests.analysis.documents import CONFIG

SEA = Theme("sea", ("phare",), ("port", "jetée"), ("eau",), ("port du masque",), (), "Mer", "Sea", "#112233")
LAND = Theme("land", ("moisson",), ("champ",), (), (), ("vin",), "Terre", "Land", "#445566", learned=("land",))
READ = Themes((SEA, LAND), CONFIG.themes.scoring)
WORD = word_added(READ, "sea", "weak", "écume “blanche”")
STEPS = (
    Step("word", WORD, ("écume", "Mer", "weak"), "sea", place=""),
    Step("struck", words_struck(WORD, "sea", [("words", "port")]), ("port", "Mer", "words"), "sea", words=("port",)),
    Step("merged", merged(WORD, "land", "sea"), ("Terre", "Mer"), "land", "sea"),
    Step("replaced", replace(deleted(READ, "land"), scoring=replace(READ.scoring, words=2.0)), ("x.toml",)),
)
TOKEN = "0123456789abcdef" * 2


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RECOUPE_CACHE", str(tmp_path))
    return tmp_path / "drafts"


@pytest.mark.parametrize("applied", [None, READ, recoloured(READ, "sea", "#000000"), merged(READ, "land", "sea")])
@pytest.mark.parametrize("n", range(len(STEPS) + 1))
def test_what_is_kept_comes_back(applied: Themes | None, n: int) -> None:
    assert keep_draft(TOKEN, Draft(applied, STEPS[:n]), READ)
    wanted = None if applied == READ else applied
    found = kept_draft(TOKEN, READ)
    assert found is not None and found.steps == STEPS[:n] and found.applied in (applied, wanted)


def test_themes_that_are_as_they_were_read_are_not_written_over_again(cache: Path) -> None:
    keep_draft(TOKEN, Draft(None, STEPS[:1]), READ)
    text = (cache / f"{TOKEN}.json").read_text("utf-8")
    assert "moisson" not in text and "écume “blanche”" in text
    assert (cache / f"{TOKEN}.json").stat().st_mode & 0o077 == 0


def test_after_saving_only_the_edits_since_come_back() -> None:
    applied = recoloured(READ, "sea", "#000000")
    step = Step("word", word_added(applied, "land", "weak", "blé"), ("blé", "Terre", "weak"), "land")
    keep_draft(TOKEN, Draft(applied, (step,)), READ)
    assert kept_draft(TOKEN, applied) == Draft(None, (step,))


def test_a_draft_of_other_themes_stays_away() -> None:
    keep_draft(TOKEN, Draft(None, STEPS), READ)
    assert kept_draft(TOKEN, recoloured(READ, "sea", "#000000")) is None


@pytest.mark.parametrize("token", ["", "../themes", "0" * 31, TOKEN.upper(), f"{TOKEN}/x", TOKEN])
def test_a_name_that_nobody_gave_has_no_draft(token: str, cache: Path) -> None:
    cache.mkdir()
    (cache.parent / "themes.json").write_text("{}")
    assert kept_draft(token, READ) is None
    drop_draft(token)
    assert (cache.parent / "themes.json").exists()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"made_of": [], "pool": [], "steps": [], "applied": null}'])
def test_a_damaged_file_is_no_draft(text: str, cache: Path) -> None:
    cache.mkdir()
    (cache / f"{TOKEN}.json").write_text(text)
    assert kept_draft(TOKEN, READ) is None


def test_a_dropped_draft_is_gone_and_the_oldest_go(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "KEEP", 2)
    tokens = [new_token() for _place in range(3)]
    assert len(set(tokens)) == 3
    for token in tokens:
        keep_draft(token, Draft(None, STEPS[:1]), READ)
    assert len(list(cache.glob("*.json"))) == 2 and kept_draft(tokens[2], READ)
    drop_draft(tokens[2])
    assert kept_draft(tokens[2], READ) is None


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RECOUPE_CACHE", str(tmp_path / "file"))
    assert keep_draft(TOKEN, Draft(None, STEPS), READ) is False
