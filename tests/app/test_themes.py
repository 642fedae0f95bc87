"""The view Themes: what it says under filters, addresses and empty selections."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.tables import Analysis, empty
from tests.app.drawn import rows_with
from tests.app.running import open_app, pieces, settled, shown, specs
from tests.tiny import FIL, tiny_analysis

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


def with_lesser() -> Analysis:
    """The tiny corpus, with one passage on layoffs that is about investment as well."""
    whole = tiny_analysis()
    rows = whole.passage_themes
    first = rows[(rows["theme"] == "layoffs") & rows["passage_id"].str.startswith(FIL)].head(1)
    more = first.assign(theme="investment", main=False, score=0.5)
    return whole.with_tables(passage_themes=pd.concat([rows, more], ignore_index=True), digest="lesser")


def test_a_mark_opens_as_many_passages_as_it_says_and_offers_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = with_lesser()
    app = open_app(monkeypatch, corpus, "themes", show="investment", by="le-fil")
    [said] = [row["n_passages"] for row in rows_with(app, "spoken") if "Le Fil · Investissement" in row["spoken"]]
    assert cards(app) == said == 1
    assert "Voir aussi 1 autre, où ce thème est secondaire" in pieces(app)["themes:all"]
    both = open_app(monkeypatch, corpus, "themes", show="investment", by="le-fil", every="yes")
    assert cards(both) == 2
    assert "<p>1 passage, et 1 autre où ce thème est secondaire" in pieces(both)["title:show"]
    assert "Seulement ceux dont c’est le thème principal" in pieces(both)["themes:all"]


def test_passages_are_shown_where_the_theme_is_nowhere_the_main_one(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = with_lesser()
    rows = whole.passage_themes
    lesser = whole.with_tables(passage_themes=rows.assign(main=rows["main"] & (rows["theme"] != "investment")))
    app = open_app(monkeypatch, lesser.with_tables(digest="nowhere"), "themes", show="investment", by="le-fil")
    assert "<p>2 passages, où ce thème est secondaire" in pieces(app)["title:show"] and cards(app) == 2


def test_a_filter_of_theme_says_what_the_bars_show(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, with_lesser(), "themes", theme="investment")
    said = "4 passages ont le thème «\u202fInvestissement\u202f», dont 3 comme thème principal."
    assert said in shown(app)
    assert "Le filtre garde les passages qui ont ce thème, principal ou non." in shown(app)
    assert "est seul à traiter" not in shown(app)


def test_the_legend_has_the_filtered_theme_even_without_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = with_lesser()
    rows = whole.passage_themes
    lesser = whole.with_tables(passage_themes=rows.assign(main=rows["main"] & (rows["theme"] != "investment")))
    app = open_app(monkeypatch, lesser.with_tables(digest="legend"), "themes", theme="investment")
    assert re.search(r'Investissement</bdi> <span class="rc-muted">0\u202f%', pieces(app)["themes:legend"])
    assert "mais jamais comme thème principal." in shown(app)


def test_topics_are_listed_coarse_and_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "themes")
    assert pieces(app)["topics:list"].count("<li>") == 2
    assert "couvert par «\u202fLicenciements\u202f» (50\u202f%)" in pieces(app)["topics:list"]
    level = next(group for group in app.button_group if group.key == "topics:level")
    level.set_value("fine").run()
    assert settled(app) and pieces(app)["topics:list"].count("<li>") == 3


def test_the_map_names_the_topics_that_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    def written(app: AppTest) -> set[str]:
        return {row["name"] for row in rows_with(app, "name_dx") if row["name"]}

    app = open_app(monkeypatch, tiny_analysis(), "themes")
    assert written(app) == {"Alba · Norvia"}
    next(group for group in app.button_group if group.key == "topics:level").set_value("fine").run()
    assert settled(app) and written(app) == {"postes · coûts", "Norvia · usine"}
    asked = open_app(monkeypatch, tiny_analysis(), "themes", topic="f1")
    assert written(asked) == {"postes · coûts", "Norvia · usine"}


def test_a_topic_opens_its_passages_at_its_own_level(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "themes", topic="f1")
    assert ">Norvia · usine</h2>" in shown(app)
    assert pieces(app)["topics:cards"].count("rc-card'") == 3


def test_a_topic_without_a_theme_stands_out(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tiny_analysis()
    themes = whole.passage_themes
    bare = whole.with_tables(passage_themes=themes[themes["theme"] == "layoffs"], digest="bare")
    listed = pieces(open_app(monkeypatch, bare, "themes"))["topics:list"]
    assert listed.count("aucun thème ne le couvre") == 1
    covered, uncovered = listed.split("</li>")[:2]
    # Each is offered as a theme, that which a theme covers more quietly; and only that has the theme's colour.
    assert "rc-quiet" in covered and "edit=topic&amp;topic=c0" in covered and "rc-ring" not in covered
    assert "rc-quiet" not in uncovered and "edit=topic&amp;topic=c1" in uncovered and "rc-ring" in uncovered
    assert "--mark:#B85C00" in covered and "--mark:#" not in uncovered


def test_a_filter_covers_no_topic(monkeypatch: pytest.MonkeyPatch) -> None:
    # In one source alone the theme investment is the main one of every passage of the topic.
    whole = tiny_analysis()
    themes = whole.passage_themes
    gazette = ~((themes["theme"] == "layoffs") & themes["article_id"].str.startswith("gazette"))
    mixed = whole.with_tables(passage_themes=themes[gazette], digest="mixed")
    for params in ({}, {"source": "le-fil"}):
        listed = pieces(open_app(monkeypatch, mixed, "themes", **params))["topics:list"]
        assert "surtout «\u202fInvestissement\u202f» (38\u202f%)" in listed.split("</li>")[0]


def test_time_is_shown_only_where_dates_span_periods(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tiny_analysis()
    several = open_app(monkeypatch, whole, "themes")
    assert "Les thèmes dans le temps" in shown(several)
    one = Analysis(**(whole.tables() | {"articles": whole.articles.assign(published="2024-03")}), digest="one-date")
    single = open_app(monkeypatch, one, "themes")
    assert "d’une même période (mars 2024)\u202f: il n’y en a pas d’autre" in shown(single)
    assert "d’une même période" not in shown(several)
    assert len(specs(single)) == len(specs(several)) - 1


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
