"""The search for a browser, and that the watch sees what it is there to see."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import NoBrowserError, Watch, find_chromium, install_command, watched_page


def _playwright(own: Path) -> Any:
    return SimpleNamespace(chromium=SimpleNamespace(executable_path=str(own)))


def _program(folder: Path, name: str) -> Path:
    program = folder / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return program


def test_the_environment_comes_before_playwrights_own_and_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named, own = _program(tmp_path, "named"), _program(tmp_path, "own")
    on_path = _program(tmp_path, "chromium-browser")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROMIUM", str(named))
    assert find_chromium(_playwright(own)) == named
    monkeypatch.delenv("CHROMIUM")
    assert find_chromium(_playwright(own)) == own
    own.unlink()
    assert find_chromium(_playwright(own)) == on_path


def test_without_a_browser_the_error_says_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoBrowserError, match=r"playwright install chromium"):
        find_chromium(_playwright(tmp_path / "none"))
    _program(tmp_path, "apt-get")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert install_command() == "apt-get update && apt-get install -y chromium"


def test_a_wrong_name_in_the_environment_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "gone"))
    with pytest.raises(NoBrowserError, match="gone: no such file"):
        find_chromium(_playwright(tmp_path))


def test_the_watch_notes_strangers_and_errors(browser: Browser) -> None:
    watch = Watch()
    with watched_page(browser, watch) as page:
        page.set_content("<img src='http://elsewhere.invalid/a.png'><script>console.error('oops')</script>")
        page.evaluate("setTimeout(() => { throw new Error('late') }, 0)")
        page.wait_for_timeout(200)
    assert watch.strangers == ["http://elsewhere.invalid/a.png"]
    assert any("oops" in error for error in watch.errors)
    assert any("late" in error for error in watch.errors)
