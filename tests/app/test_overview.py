"""The overview says what stands in the tables and leads to it."""

from __future__ import annotations

import pytest

from dashboard.tables import TABLES, Analysis, empty
from tests.app.running import drawn, open_app, pieces, shown
from tests.tiny import GAZETTE, MUSEUM, tiny_analysis


def only(analysis: Analysis, article_id: str) -> Analysis:
    """The rows of one article, as a corpus of it alone would have them."""
    kept = {
        name: frame[frame["article_id"] == article_id].reset_index(drop=True)
        for name, frame in analysis.tables().items()
        if "article_id" in frame.columns
    }
    none = {name: empty(name) for name in ("reuse", "source_overlap", "claims", "claim_mentions", "skipped")}
    topics = {"topics": empty("topics"), "passage_topics": empty("passage_topics")}
    return Analysis(**kept, **none, **topics, digest=f"only-{article_id}")


def test_the_sentence_and_the_key_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis())
    assert "4 articles de 3 médias racontent 2 histoires\u202f: 3 chiffres comparés, 1 contradiction" in shown(app)
    assert "28\u202f% des mots de Radio Sud figurent aussi dans Le Fil." in shown(app)
    numbers = pieces(app)["overview"]
    assert numbers.count("<b>12</b><span>chiffres</span>") == 1
    assert "<b>23\u202f%</b><span>mots communs à plusieurs médias</span>" in numbers


def test_contradictions_come_first_and_lead_to_their_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    findings = pieces(open_app(monkeypatch, tiny_analysis()))["overview"].split("<li>")[1:]
    assert "Contradiction" in findings[0]
    assert "120 ou 150" in findings[0]
    assert "view=figures&amp;claim=c-layoffs" in findings[0]
    assert "view=overlap&amp;passage=fil.txt" in findings[1]
    assert "Radio Sud ne dit rien de «\u202fLicenciements\u202f»" in findings[-1]


def test_the_heatmap_shows_the_selection(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = drawn(open_app(monkeypatch, tiny_analysis()), 0, "cells")
    assert set(whole["source"]) == {"La Gazette", "Le Fil", "Radio Sud"}
    part = drawn(open_app(monkeypatch, tiny_analysis(), source="le-fil"), 0, "cells")
    assert list(part["printed"]) == ["65\u202f%", "35\u202f%"]


def test_volume_is_shown_only_where_dates_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Articles au fil du temps" in shown(open_app(monkeypatch, tiny_analysis()))
    assert "Articles au fil du temps" not in shown(open_app(monkeypatch, tiny_analysis(), source="le-fil"))


@pytest.mark.parametrize("article_id", [GAZETTE, MUSEUM])
def test_a_corpus_of_one_article(monkeypatch: pytest.MonkeyPatch, article_id: str) -> None:
    app = open_app(monkeypatch, only(tiny_analysis(), article_id))
    assert "1 article de 1 média raconte cette histoire." in shown(app)
    assert len(app.pills(key="f:source").options) == 1


def test_a_corpus_without_themes(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = tiny_analysis().with_tables(passage_themes=empty("passage_themes"))
    app = open_app(monkeypatch, Analysis(**{**bare.tables(), "digest": "no-themes"}))
    assert "Aucun de ces passages ne relève d’un des thèmes configurés." in shown(app)
    assert app.pills(key="f:theme").options == []


def test_a_corpus_without_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, Analysis(**{name: empty(name) for name in TABLES}, digest="nothing"))
    assert "Ce corpus ne contient aucun article lisible." in shown(app)


def test_names_from_articles_stay_text(monkeypatch: pytest.MonkeyPatch) -> None:
    evil = "<img src=x onerror=alert(1)> :material/home: $x^2$ [a](javascript:b)"
    analysis = tiny_analysis()
    articles = analysis.articles.assign(
        source=analysis.articles["source"].replace("Le Fil", evil), title=evil
    )  # fmt: skip
    mentions = analysis.claim_mentions.assign(source=analysis.claim_mentions["source"].replace("Le Fil", evil))
    spoiled = analysis.with_tables(articles=articles, claim_mentions=mentions)
    for view in ("", "articles"):
        app = open_app(monkeypatch, Analysis(**{**spoiled.tables(), "digest": f"evil{view}"}), view)
        assert "<img" not in shown(app)
        assert "&lt;img src=x onerror=alert(1)&gt;" in shown(app)
        [label] = [option for option in app.pills(key="f:source").options if "img" in option]
        assert ":material" not in label
        assert "](" not in label


def test_a_filter_of_theme_claims_nothing_of_whole_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "de ses mots" in shown(open_app(monkeypatch, tiny_analysis()))
    filtered = shown(open_app(monkeypatch, tiny_analysis(), "overview", theme=["layoffs", "society"]))
    assert "Thèmes par média" in filtered and "de ses mots" not in filtered
