"""Every reason for which something is not read can be said in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dashboard.ingest import reasons
from dashboard.locales import use_language
from dashboard.views.skipped import _templates, reason_text, skipped_html

REASONS = sorted(value for name, value in vars(reasons).items() if name.isupper() and isinstance(value, str))


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    use_language("fr")
    yield
    use_language("fr")


def test_all_reasons_are_known() -> None:
    assert sorted(_templates()) == REASONS


@pytest.mark.parametrize("template", REASONS)
def test_each_is_translated_with_what_it_names(template: str) -> None:
    filled = {name: f"«{name}»" for name in ("error", "kind", "limit", "suffix", "known", "columns", "id", "other")}
    filled |= {name: f"«{name}»" for name in ("value", "field", "file", "line")}
    reason = template.format(**filled)
    said = reason_text(reason)
    assert said != reason
    assert all(value in said for value in filled.values() if value in reason)
    use_language("en")
    assert reason_text(reason).replace("’", "'") == reason


def test_another_reason_stays_as_it_is() -> None:
    assert reason_text("something new") == "something new"


def test_names_of_files_are_text() -> None:
    html = skipped_html(
        [{"path": "<b>.txt", "row": 3.0, "reason": "has no text"}, {"path": "b", "row": None, "reason": "x"}]
    )
    assert "&lt;b&gt;.txt" in html
    assert "ligne 3" in html
    assert html.count("<li>") == 2
