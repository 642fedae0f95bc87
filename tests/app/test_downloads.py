"""Every download of the dashboard: no column of code in it, in either language."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
import streamlit as st

from dashboard.tables import TABLES
from dashboard.views.address import VIEWS
from dashboard.views.headers import headers
from tests.app.running import open_app
from tests.tiny import tiny_analysis

EXPECTED = {
    "overview": {"themes"},
    "themes": {"themes", "theme-layoffs", "topics", "topic"},
    "terms": {"terms", "concordance", "specific-terms", "names"},
    "overlap": {"overlap", "shared-passages"},
    "figures": {"figures"},
    "quotes": {"quotes"},
    "articles": {"articles"},
}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The name of each CSV that a page offers to its text."""
    found: dict[str, str] = {}

    def offer(label: str, data: Callable[[], bytes], file_name: str, **_more: Any) -> bool:
        if file_name.endswith(".csv"):
            found[file_name.removeprefix("recoupe-").removesuffix(".csv")] = data().decode("utf-8-sig")
        return False

    monkeypatch.setattr(st, "download_button", offer)
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_headers_are_words_and_none_stands_twice(
    monkeypatch: pytest.MonkeyPatch, made: dict[str, str], view: str, language: str
) -> None:
    analysis = tiny_analysis()
    topic = str(analysis.topics["topic_id"].iloc[0])
    open_app(monkeypatch, analysis, view, show="layoffs", topic=topic, lang=language)
    assert EXPECTED[view] <= {*made}
    codes = {name for columns in TABLES.values() for name in (column.name for column in columns)} | {*headers()}
    for name, text in made.items():
        head = next(csv.reader(io.StringIO(text), delimiter=";" if language == "fr" else ","))
        assert len(set(head)) == len(head), name
        assert not codes & {*head}, name
        assert not [title for title in head if "_" in title or title[:1].islower()], name
