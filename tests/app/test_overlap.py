"""The view Overlap: the summary, the heatmap, the shared passages, two articles side by side."""

from __future__ import annotations

import re

import pytest

from dashboard.config import load_config
from dashboard.ingest import Corpus
from dashboard.model import Article
from dashboard.pipeline import analyse
from dashboard.tables import empty
from tests.app.drawn import rows_with
from tests.app.fresh import open_fresh
from tests.app.running import pieces, settled, shown, specs
from tests.copied import copied
from tests.tiny import FIL, GAZETTE, tiny_analysis

EVIL = "<img src=x onerror=alert(1)> **gras** $x$"


def plain(text: str) -> str:
    return " ".join(text.split())


def test_the_summary_comes_from_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "overlap")
    said = "3 articles sur 4 partagent un passage d’au moins 8 mots avec un autre ; 1 passage figure dans 3 médias"
    assert said in plain(shown(app))


def test_both_directions_stand_in_the_heatmap(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "overlap")
    rows = {(row["source_a"], row["source_b"]): plain(str(row["printed"])) for row in rows_with(app, "source_b")}
    assert (rows["Le Fil", "Radio Sud"], rows["Radio Sud", "Le Fil"]) == ("17 %", "28 %")
    assert "28 % des mots de Radio Sud figurent aussi dans Le Fil" in plain(shown(app))


def test_the_switch_leaves_quoted_words_out(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "overlap")
    settled(app.toggle(key="overlap:unquoted").set_value(True).run())
    rows = {(row["source_a"], row["source_b"]): plain(str(row["printed"])) for row in rows_with(app, "source_b")}
    assert rows["Le Fil", "La Gazette"] == "0 %"
    assert "Hors guillemets" in shown(app)


def test_passages_in_most_sources_come_first_with_all_their_wordings(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "overlap")
    body = plain(pieces(app)["overlap:passages"])
    first, second = body.split("<article")[1:]
    assert "<b>9 mots</b> · <b>3 médias</b> · mot pour mot" in first
    assert "première parution" in first
    assert "89 % de similitude" in second and "citation" in second
    assert re.search(r'<mark class="rc-edited[^>]*>ce</mark>', second)


def test_undated_passages_name_no_first(monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = tiny_analysis()
    app = open_fresh(monkeypatch, analysis.with_tables(articles=analysis.articles.assign(published=None)), "overlap")
    body = pieces(app)["overlap:passages"]
    assert "première parution" not in body and "les dates ne disent pas" in body


def test_the_address_brings_a_passage_to_the_top(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "overlap", passage=f"{FIL}:120|{GAZETTE}:91")
    first = pieces(app)["overlap:passages"].split("<article")[1]
    assert "data-target" in first and "89" in first


def test_two_articles_have_the_same_numbers_and_the_edits_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "overlap")
    body = pieces(app)["overlap:pair"]
    assert re.findall(r'rc-number" style="--mark:(#\w{6})">(\d)<', body) == [
        ("#2166AC", "1"),
        ("#B85C00", "2"),
        ("#2166AC", "1"),
        ("#B85C00", "2"),
    ]
    assert [re.search(rf">{word}</mark>", body) is not None for word in ("le", "ce")] == [True, True]


@pytest.mark.parametrize(
    ("params", "left", "right"),
    [
        ({"a": "radio.txt", "b": "fil.txt"}, "Radio Sud", "Le Fil"),
        ({"of": "radio-sud", "by": "la-gazette"}, "Radio Sud", "La Gazette"),
        ({"a": "no-such", "b": "fil.txt"}, "Le Fil", "La Gazette"),
    ],
)
def test_the_address_chooses_the_pair(
    monkeypatch: pytest.MonkeyPatch, params: dict[str, str], left: str, right: str
) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "overlap", **params)
    heads = re.findall(r"<header><b><bdi>([^<]*)", pieces(app)["overlap:pair"])
    assert heads == [left, right]


def test_two_sources_that_share_nothing_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = tiny_analysis()
    reuse = analysis.reuse[analysis.reuse["b_article"] != "radio.txt"]
    app = open_fresh(monkeypatch, analysis.with_tables(reuse=reuse), "overlap", of="radio-sud", by="la-gazette")
    assert "Ces deux médias n’ont aucun passage en commun." in shown(app)


def test_one_source_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "overlap", source="le-fil")
    assert not specs(app) and "ne contient qu’un média" in shown(app)


def test_nothing_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    none = {name: empty(name) for name in ("reuse", "source_overlap")}
    app = open_fresh(monkeypatch, tiny_analysis().with_tables(**none), "overlap")
    assert not specs(app) and "Aucun passage commun à deux médias" in shown(app)


def test_near_duplicates_are_grouped_and_the_switch_is_the_filter(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, copied(), "overlap")
    assert "3 textes indépendants en tout" in plain(shown(app))
    assert "Presque le même texte : 2 articles, 2 médias, 1 origine" in plain(pieces(app)["overlap:copies"])
    before = {(row["source_a"], row["source_b"]): row["printed"] for row in rows_with(app, "source_b")}
    settled(app.toggle(key="overlap:once").set_value(True).run())
    assert "once" in app.query_params["copies"] and app.session_state["f:copies"] is True
    # What is shared is not hidden by counting it once.
    assert {(row["source_a"], row["source_b"]): row["printed"] for row in rows_with(app, "source_b")} == before


def test_copies_change_the_numbers_of_the_other_views(monkeypatch: pytest.MonkeyPatch) -> None:
    once = plain(shown(open_fresh(monkeypatch, copied(), "figures", copies="once")))
    every = plain(shown(open_fresh(monkeypatch, copied(), "figures")))
    assert "12 chiffres, " in every and "12 chiffres (10 sans les copies), " in once
    overview = plain(shown(open_fresh(monkeypatch, copied(), "overview", copies="once")))
    assert "4 articles (3 textes indépendants)" in overview
    # The key number, and the line of the active filters.
    assert "<b>4</b><span>articles (3 textes indépendants)</span>" in overview
    assert "<b>4 articles sur 4 (3 textes indépendants)</b>" in overview


@pytest.mark.parametrize("sources", [("Le Fil",), ("Le Fil", "Le Fil")])
def test_corpora_of_one_source_or_article_have_a_sentence(
    monkeypatch: pytest.MonkeyPatch, sources: tuple[str, ...]
) -> None:
    text = "Le vieux pont restera fermé aux camions jusqu’à la fin des travaux, prévue au printemps."
    articles = tuple(Article(f"{number}.txt", source, "", text) for number, source in enumerate(sources))
    config = load_config()
    app = open_fresh(monkeypatch, analyse(Corpus(articles, (), {}), config), "overlap")
    assert not specs(app) and "ne contient qu’un média" in shown(app)


def test_identical_articles_of_two_sources_share_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Le vieux pont restera fermé aux camions jusqu’à la fin des travaux, prévue au printemps."
    articles = (Article("a.txt", "Le Fil", "", text), Article("b.txt", "Radio Sud", "", text))
    app = open_fresh(monkeypatch, analyse(Corpus(articles, (), {}), load_config()), "overlap")
    assert "2 articles sur 2 partagent" in plain(shown(app)) and "1 texte indépendant en tout" in plain(shown(app))


def test_names_from_articles_stay_text(monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = tiny_analysis()
    articles = analysis.articles.assign(source=analysis.articles["source"] + EVIL, title=EVIL)
    app = open_fresh(monkeypatch, analysis.with_tables(articles=articles), "overlap")
    assert "<img" not in shown(app) and "&lt;img" in shown(app)
