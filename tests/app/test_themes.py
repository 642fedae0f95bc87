"""The view Themes: what it says under filters, addresses and empty selections."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.tables import Analysis, empty
from tests.app.drawn import rows_with
from tests.app.running import open_app, pieces, settled, shown, specs
from tests.tiny import tiny_analysis

EVIL = "<img src=x onerror=alert(1)> **gras** :material/bolt: $x$"


def cards(app: AppTest) -> int:
    """How many passage cards stand on the page."""
    return shown(app).count("<article class='rc-card'>")


def test_the_finding_and_the_mix_come_from_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "themes")
    assert "La Gazette est seul à traiter de «\u202fSociété\u202f»\u202f: 33\u202f% de ses mots." in shown(app)
    rows = rows_with(app, "spoken")
    assert {row["spoken"] for row in rows if row["source"] == "Le Fil"} == {
        "Le Fil · Licenciements · 65\u202f%",
        "Le Fil · Investissement · 35\u202f%",
    }


def test_the_theme_with_most_words_is_open_and_its_evidence_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "themes")
    assert ">Licenciements</h2>" in shown(app)
    assert "4 passages" in shown(app)
    body = pieces(app)["themes:layoffs:cards"]
    assert re.search(r'<mark class="rc-theme[^>]*>supprimerait 150 postes</mark>', body)
    assert "start=" in body and "view=articles" in body


@pytest.mark.parametrize(
    ("params", "title", "n"),
    [
        ({"show": "investment"}, "Investissement", 3),
        ({"show": "layoffs", "by": "le-fil"}, "Licenciements · Le Fil", 2),
        ({"show": "none"}, "Sans thème", 1),
        ({"show": "layoffs", "when": "2024-03-05"}, "Licenciements · 5 mars 2024", 2),
        ({"show": "no-such-theme"}, "Licenciements", 4),
        ({"show": "layoffs", "by": "no-such-source"}, "Licenciements", 4),
    ],
)
def test_the_address_opens_a_theme(monkeypatch: pytest.MonkeyPatch, params: dict[str, str], title: str, n: int) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "themes", **params)
    assert f">{title}</h2>" in shown(app)
    assert cards(app) == n


def test_a_filter_of_source_changes_mix_and_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "themes", source="le-fil")
    assert "est seul à traiter" not in shown(app)
    assert cards(app) == 2
    assert {row["source"] for row in rows_with(app, "spoken")} == {"Le Fil"}


def test_a_filter_of_theme_opens_that_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "themes", theme="society")
    assert ">Société</h2>" in shown(app)
    assert {row["theme"] for row in rows_with(app, "spoken")} == {"society"}


def test_topics_are_listed_coarse_and_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "themes")
    assert pieces(app)["topics:list"].count("<li>") == 2
    assert "thème «\u202fLicenciements\u202f» dans 50\u202f% d’entre eux" in pieces(app)["topics:list"]
    level = next(group for group in app.button_group if group.key == "topics:level")
    level.set_value("fine").run()
    assert settled(app) and pieces(app)["topics:list"].count("<li>") == 3


def test_a_topic_opens_its_passages_at_its_own_level(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "themes", topic="f1")
    assert ">Norvia · usine</h2>" in shown(app)
    assert pieces(app)["topics:cards"].count("rc-card'") == 3


def test_a_topic_without_a_theme_stands_out(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tiny_analysis()
    themes = whole.passage_themes
    bare = whole.with_tables(passage_themes=themes[themes["theme"] == "layoffs"], digest="bare")
    app = open_app(monkeypatch, bare, "themes")
    assert pieces(app)["topics:list"].count("aucun thème ne le couvre") == 1


def test_time_is_shown_only_where_dates_span_periods(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tiny_analysis()
    assert "Les thèmes dans le temps" in shown(open_app(monkeypatch, whole, "themes"))
    one = Analysis(**(whole.tables() | {"articles": whole.articles.assign(published="2024-03")}), digest="one-date")
    assert "Les thèmes dans le temps" not in shown(open_app(monkeypatch, one, "themes"))


def test_a_selection_without_passages_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "themes", q="introuvable")
    assert "Aucun passage à classer par thème" in shown(app)
    assert specs(app) == []


def test_a_corpus_without_topics_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = tiny_analysis().tables() | {"topics": empty("topics"), "passage_topics": empty("passage_topics")}
    app = open_app(monkeypatch, Analysis(**tables, digest="no-topics"), "themes")
    assert "Trop peu de passages" in shown(app)


def test_strings_of_the_corpus_stay_text(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tiny_analysis()
    articles = whole.articles.assign(source=EVIL, title=EVIL)
    topics = whole.topics.assign(label=EVIL)
    evil = Analysis(**(whole.tables() | {"articles": articles, "topics": topics}), digest="evil")
    html = shown(open_app(monkeypatch, evil, "themes"))
    assert "<img" not in html and "&lt;img src=x onerror" in html


def test_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "themes", lang="en")
    assert "La Gazette alone writes about “Society”: 33% of its words." in shown(app)
