"""The view Terms: ranking, concordance, keyness and names, under filters, addresses and empty selections."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.tables import Analysis, empty
from tests.app.drawn import rows_with
from tests.app.running import open_app, pieces, settled, shown, specs
from tests.tiny import RADIO, tiny_analysis

EVIL = "<img src=x onerror=alert(1)> **gras** :material/bolt:"


def of_one_month() -> Analysis:
    """The tiny corpus within one month: without the period's slider, whose value the test harness loses."""
    whole = tiny_analysis()
    return Analysis(**(whole.tables() | {"articles": whole.articles.assign(published="2024-03")}), digest="one-month")


def choice(app: AppTest, key: str) -> Any:
    """The switch with this key."""
    return next(group for group in app.button_group if group.key == key)


def test_a_mark_for_each_source_and_term(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "terms")
    found = {(row["term"], row["source"]): row["value"] for row in rows_with(app, "shift")}
    assert (found["postes", "Le Fil"], found["postes", "La Gazette"]) == (2, 1)


def test_each_source_has_a_panel_whose_bars_open_the_term_there(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, of_one_month(), "terms")
    choice(app, "terms:layout").set_value("panels").run()
    panels = pieces(settled(app))["terms:panels"]
    assert re.findall(r"</span><bdi>([^<]*)</bdi></h3>", panels) == ["La Gazette", "Le Fil", "Radio Sud"]
    assert "by=le-fil" in panels and "by=radio-sud" in panels


def test_the_kind_and_the_layout_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, of_one_month(), "terms")
    choice(app, "terms:kinds").set_value(["phrase"]).run()
    assert {row["term"] for row in rows_with(settled(app), "shift")} == {"verre recyclé"}
    choice(app, "terms:layout").set_value("all").run()
    assert rows_with(settled(app), "shift") == []
    assert [row["term"] for row in rows_with(app, "total")] == ["verre recyclé"]


def test_tfidf_is_another_order(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "terms")
    counts = {row["spoken"] for row in rows_with(app, "shift")}
    choice(app, "terms:weight").set_value("tfidf").run()
    weights = {row["spoken"] for row in rows_with(settled(app), "shift")}
    assert counts and weights and not counts & weights


def test_the_concordance_of_the_term_in_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "terms", term="poste")
    assert "«\u202fpostes\u202f» en contexte" in shown(app) and "3 mentions" in shown(app)
    lines = pieces(app)["kwic:lines"]
    assert lines.count("<li>") == 3
    assert re.search(r"Alba supprime 120 </bdi></span><span class=\"rc-right\"><b><bdi>postes</bdi></b>", lines)
    assert "article=fil.txt&amp;start=18&amp;end=24" in lines


def test_the_concordance_of_one_source(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "terms", term="poste", by="la-gazette")
    assert pieces(app)["kwic:lines"].count("<li>") == 1
    assert "«\u202fpostes\u202f» en contexte · La Gazette" in shown(app)
    assert "1 mention dans 1 passage" in shown(app) and "Voir toutes ses mentions" in shown(app)


@pytest.mark.parametrize(
    ("asked", "title", "count"),
    [
        ({"show": "layoffs"}, " · Licenciements", "3 mentions dans 3 passages"),
        ({"show": "labour", "every": "yes"}, " · Travail et emploi", "1 mention dans 1 passage"),
        ({"when": "2024-03-04"}, " · 4 mars 2024", "2 mentions dans 2 passages"),
        ({"with": "salarié"}, " · avec «\u202fsalariés\u202f»", "1 mention dans 1 passage"),
        ({"by": "unknown", "show": "unknown", "when": "hier"}, "", "3 mentions dans 3 passages"),
    ],
)
def test_the_concordance_of_what_a_mark_stands_for(
    monkeypatch: pytest.MonkeyPatch, asked: dict[str, str], title: str, count: str
) -> None:
    html = shown(open_app(monkeypatch, tiny_analysis(), "terms", term="poste", **asked))
    assert f"«\u202fpostes\u202f» en contexte{title}<" in html and count in html
    assert ("Voir toutes ses mentions" in html) == bool(title)


def test_lines_are_sorted_by_what_stands_beside_the_term(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "terms", term="alba")
    choice(app, "kwic:order").set_value("right").run()
    lines = pieces(settled(app))["kwic:lines"]
    after = re.findall(r"<b><bdi>Alba</bdi></b>\W*(\w+)", lines)
    assert after == sorted(after, key=str.casefold) and len(after) == 4


def test_an_unknown_term_gives_the_first_one(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "terms", term="no-such-term")
    assert "en contexte" in shown(app) and pieces(app)["kwic:lines"].count("<li>") > 1


def test_what_sets_a_source_and_a_theme_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "terms")
    assert "Ce qui distingue «\u202fLa Gazette\u202f»" in shown(app)
    assert {row["term"]: row["printed"] for row in rows_with(app, "count_rest") if "term" in row}["musée"] == "2 / 0"
    choice(app, "apart:by").set_value("theme").run()
    assert "Ce qui distingue «\u202fInvestissement\u202f»" in shown(settled(app))


def test_one_source_alone_has_nothing_to_be_compared_with(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "terms", source="radio-sud")
    assert "Rien à comparer" in shown(app)
    assert "Cookies" not in str(rows_with(app, "shift"))


def test_names_with_their_share(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, of_one_month(), "terms")
    share = {(row["name"], row["source"]): row["printed"] for row in rows_with(app, "passage_share")}
    assert share["Alba", "La Gazette"] == "20\u202f%" and share["CGT", "Radio Sud"] == "–"
    choice(app, "names:share").set_value("article_share").run()
    share = {(row["name"], row["source"]): row["printed"] for row in rows_with(settled(app), "article_share")}
    assert share["Alba", "La Gazette"] == "50\u202f%"
    choice(app, "names:types").set_value(["LOC"]).run()
    assert {row["name"] for row in rows_with(settled(app), "article_share")} == {"Lens"}


def test_a_filter_of_theme_counts_again(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "terms", theme="society")
    assert {row["term"] for row in rows_with(app, "shift")} == {"musée", "visiteurs"}


def test_a_selection_without_terms_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "terms", q="introuvable")
    assert "Aucun terme" in shown(app)
    assert specs(app) == []


def test_a_corpus_without_names_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = tiny_analysis().tables() | {"names": empty("names")}
    app = open_app(monkeypatch, Analysis(**tables, digest="no-names"), "terms")
    assert "aucun nom de ce genre" in shown(app)


def test_strings_of_the_corpus_stay_text(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tiny_analysis()
    text = whole.articles["text"].where(whole.articles["article_id"] != RADIO, EVIL * 9)
    articles = whole.articles.assign(source=EVIL, text=text)
    terms = whole.terms.assign(term=EVIL)
    evil = Analysis(**(whole.tables() | {"articles": articles, "terms": terms}), digest="evil-terms")
    html = shown(open_app(monkeypatch, evil, "terms", term="alba"))
    assert "<img" not in html and "&lt;img src=x onerror" in html


def test_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tiny_analysis()
    often = whole.term_mentions[whole.term_mentions["lemma"] == "musée"]
    mentions = pd.concat([whole.term_mentions, *[often] * 9], ignore_index=True)
    tables = whole.tables() | {"term_mentions": mentions}
    app = open_app(monkeypatch, Analysis(**tables, digest="often"), "terms", lang="en")
    assert "“musée” sets La Gazette apart most: 20 mentions, and none in any other source." in shown(app)


def test_what_may_be_chance_is_not_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tiny_analysis()
    even = whole.term_mentions[whole.term_mentions["lemma"] == "alba"]
    app = open_app(monkeypatch, Analysis(**(whole.tables() | {"term_mentions": even}), digest="even"), "terms")
    assert "Rien ne distingue «\u202fLa Gazette\u202f» au-delà du hasard" in shown(app)
    assert "distingue le plus" not in shown(app) and rows_with(app, "log_ratio") == []


def test_what_cannot_be_compared_over_time_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, of_one_month(), "terms", term="usine")
    said = "Tous les articles datés sont d’une même période (mars 2024)"
    assert "Dans le temps</h2>" in shown(app) and said in shown(app)
    assert said in choice(app, "apart:by").help
    assert said not in shown(open_app(monkeypatch, tiny_analysis(), "terms", term="usine"))
