"""A session goes on with the draft that the reader's tab names, and keeps what changes in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import streamlit

import dashboard.views.theme_editor.draft as draft
from dashboard.config import load_config
from dashboard.config.theme_edits import word_added
from dashboard.views.theme_editor import kept
from dashboard.views.theme_editor.drafts import Draft, Step, keep_draft, kept_draft

READ = load_config().themes
STEP = Step("word", word_added(READ, "layoffs", "weak", "adieu"), ("adieu", "Licenciements", "weak"), "layoffs")
TOKEN = "ab" * 16


class Sent:
    """What the component is given, in place of the browser."""

    def __init__(self) -> None:
        self.data: dict[str, Any] = {}

    def __call__(self, key: str, data: dict[str, Any], on_kept_change: Any) -> None:
        self.data = data


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sent:
    """A session of its own, without a browser."""
    monkeypatch.setenv("RECOUPE_CACHE", str(tmp_path))
    monkeypatch.setattr(streamlit, "session_state", {})
    monkeypatch.setattr(kept, "_read", lambda: READ)
    found = Sent()
    monkeypatch.setattr(kept, "_component", lambda: found)
    return found


def answer(token: object) -> None:
    """The browser names a draft."""
    streamlit.session_state[kept._KEY] = {"kept": token}
    kept._adopt()


def test_a_new_session_asks_until_something_is_edited(sent: Sent) -> None:
    kept.keeper()
    assert (sent.data["asks"], sent.data["token"]) == (True, "")
    draft.edit(READ, lambda _themes: STEP)
    kept.keeper()
    token = sent.data["token"]
    assert sent.data["asks"] is False and kept_draft(token, READ) == Draft(None, (STEP,))
    draft.edit(READ, lambda themes: Step("word", word_added(themes, "layoffs", "weak", "salut"), (), "layoffs"))
    kept.keeper()
    found = kept_draft(token, READ)
    assert sent.data["token"] == token and found and len(found.steps) == 2
    draft.discard()
    kept.keeper()
    assert sent.data["token"] == "" and kept_draft(token, READ) is None


def test_a_session_goes_on_with_the_draft_that_is_named(sent: Sent) -> None:
    keep_draft(TOKEN, Draft(STEP.themes, (STEP,)), READ)
    kept.keeper()
    answer(TOKEN)
    assert draft.steps() == (STEP,) and draft.in_use(READ) == STEP.themes
    kept.keeper()
    assert sent.data["asks"] is False and sent.data["token"] not in ("", TOKEN)
    draft.undo()
    assert draft.steps() == ()


@pytest.mark.parametrize("token", [TOKEN, "", None, 3, "../../x", {"kept": TOKEN}])
def test_a_name_without_a_draft_changes_nothing_and_is_forgotten(sent: Sent, token: object) -> None:
    kept.keeper()
    answer(token)
    kept.keeper()
    assert draft.steps() == () and sent.data == {"html": "", "asks": False, "token": ""}


def test_an_answer_that_comes_late_takes_nothing_back(sent: Sent) -> None:
    keep_draft(TOKEN, Draft(None, (STEP, STEP)), READ)
    draft.edit(READ, lambda _themes: STEP)
    kept.keeper()
    answer(TOKEN)
    assert draft.steps() == (STEP,)
