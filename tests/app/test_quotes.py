"""The view Quotes: speakers, who quotes whom, statements in all their wordings."""

from __future__ import annotations

import re

import pytest

from dashboard.tables import empty
from tests.app.drawn import rows_with
from tests.app.fresh import open_fresh
from tests.app.running import pieces, shown, specs
from tests.tiny import FIL, tiny_analysis

EVIL = "<img src=x onerror=alert(1)> **gras** $x$"


def plain(text: str) -> str:
    return " ".join(text.split())


def test_the_finding_and_the_speakers_come_from_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "quotes")
    assert "5 citations de 3 locuteurs ; 1 déclaration est rapportée par plusieurs articles." in plain(shown(app))
    names = re.findall(r"<bdi>([^<]*)</bdi><span class='rc-muted'>(\d+)", pieces(app)["quotes:speakers"])
    assert names == [("Claire Morel", "3"), ("CGT", "1"), ("Paul Lenoir", "1")]


def test_who_is_quoted_by_whom(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "quotes")
    rows = {(row["speaker"], row["source"]): row["printed"] for row in rows_with(app, "n_quotes")}
    assert rows["Claire Morel", "Radio Sud"] == "1" and rows["CGT", "Le Fil"] == "—"


def test_a_statement_has_one_line_a_wording(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "quotes")
    body = pieces(app)["quotes:statements:cards"]
    assert body.count("<li>") == 3
    assert re.search(r'<mark class="rc-edited[^>]*>ce</mark>', body)


def test_a_speaker_keeps_only_their_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "quotes", speaker="CGT")
    assert "1 citation<" in plain(shown(app))
    assert "quotes:statements:cards" not in pieces(app)
    both = open_fresh(monkeypatch, tiny_analysis(), "quotes", speaker="Claire Morel", by="le-fil")
    assert "Claire Morel · Le Fil" in shown(both) and pieces(both)["quotes:list:cards"].count("<article") == 1


def test_an_unknown_speaker_in_the_address_means_all(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "quotes", speaker="Personne")
    assert pieces(app)["quotes:list:cards"].count("<article") == 5


def test_speakers_that_were_not_found_have_words(monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = tiny_analysis()
    quotes = analysis.quotes.copy()
    quotes.loc[quotes["article_id"] == FIL, "speaker"] = None
    app = open_fresh(monkeypatch, analysis.with_tables(quotes=quotes), "quotes", speaker="none")
    assert "Locuteur non identifié" in shown(app)
    assert pieces(app)["quotes:list:cards"].count("<article") == 1


def test_no_quotation(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis().with_tables(quotes=empty("quotes")), "quotes")
    assert not specs(app) and "Aucune citation dans les passages" in shown(app)


def test_names_from_articles_stay_text(monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = tiny_analysis()
    quotes = analysis.quotes.assign(speaker=EVIL, speaker_surface=EVIL)
    app = open_fresh(monkeypatch, analysis.with_tables(quotes=quotes), "quotes")
    assert "<img" not in shown(app) and "&lt;img" in shown(app)
