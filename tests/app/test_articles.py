"""The reading pane opens at the place that the address names, with every layer marked."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from dashboard.tables import Analysis
from tests.app.fresh import open_fresh
from tests.app.running import open_app, pieces, shown
from tests.copied import copied
from tests.tiny import FIL, GAZETTE, RADIO, TEXTS, tiny_analysis
from tests.views.test_markup import Reader


def test_the_first_article_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "articles")
    assert pieces(app)["list"].count("<li>") == 4
    assert "aria-current" in pieces(app)["list"].split("<li>")[1]
    assert "Alba supprime 120 postes" in Reader(pieces(app)["reader"]).text


def test_a_place_is_marked_exactly(monkeypatch: pytest.MonkeyPatch) -> None:
    start = TEXTS[GAZETTE].index("environ 31 millions")
    end = start + len("environ 31 millions")
    app = open_app(monkeypatch, tiny_analysis(), "articles", article=GAZETTE, start=str(start), end=str(end))
    assert Reader(pieces(app)["reader"]).inside["rc-focus"] == "environ 31 millions"


def test_each_layer_marks_what_the_tables_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = tiny_analysis()
    reader = Reader(pieces(open_app(monkeypatch, analysis, "articles", article=RADIO))["reader"].split("rc-text")[1])
    figures = analysis.quantities[analysis.quantities["article_id"] == RADIO].sort_values("start")
    assert reader.inside["rc-figure"] == "".join(figures["surface"])
    quotes = analysis.quotes[analysis.quotes["article_id"] == RADIO].sort_values("start")
    spans = zip(quotes["start"], quotes["end"], strict=True)
    assert reader.inside["rc-quote"] == "".join(TEXTS[RADIO][start:end] for start, end in spans)


def test_the_list_counts_whole_articles_whatever_passages_a_filter_keeps(monkeypatch: pytest.MonkeyPatch) -> None:
    every, some = (
        set(re.findall(r"<b><bdi>(.*?)</bdi>.*?</span><span>(.*?)</span>", pieces(app)["list"]))
        for app in (
            open_app(monkeypatch, tiny_analysis(), "articles"),
            open_app(monkeypatch, tiny_analysis(), "articles", theme="layoffs"),
        )
    )
    assert some and some < every


def test_the_switches_are_the_legend_with_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    html = pieces(open_app(monkeypatch, tiny_analysis(), "articles", article=FIL))["reader"]
    for layer, label in (("figure", "Chiffres"), ("quote", "Citations"), ("shared", "Passages communs")):
        assert f"data-layer='{layer}' checked><mark class='rc-{layer}'>{label}</mark>" in html
    assert "<span class='rc-muted'>5</span>" in html


def test_what_is_not_part_of_the_article_is_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    html = pieces(open_app(monkeypatch, tiny_analysis(), "articles", article=RADIO))["reader"]
    folded = html.split("<details>")[1].split("</details>")[0]
    assert "Cookies" in folded
    assert html.count("<details") == 1
    inside = open_app(monkeypatch, tiny_analysis(), "articles", article=RADIO, start="0", end="7")
    assert "<details open>" in pieces(inside)["reader"]


def test_a_shared_passage_leads_to_the_other_article(monkeypatch: pytest.MonkeyPatch) -> None:
    html = pieces(open_app(monkeypatch, tiny_analysis(), "articles", article=RADIO))["reader"]
    row = tiny_analysis().reuse
    [pair] = row[(row["a_article"] == FIL) & (row["b_article"] == RADIO)].to_dict("records")
    assert f"article={FIL}&amp;start={pair['a_start']}&amp;end={pair['a_end']}" in html


STRANGE = [
    {"article": "nulle-part.txt"},
    {"article": "../../etc/passwd", "start": "0", "end": "5"},
    {"article": GAZETTE, "start": "-4", "end": "2"},
    {"article": GAZETTE, "start": "99", "end": "3"},
    {"article": GAZETTE, "start": "1e9", "end": "²"},
    {"article": GAZETTE, "start": "99999999999999999999", "end": "99999999999999999999"},
    {"article": [GAZETTE, FIL], "start": ["1", "2"], "end": "<b>"},
]


@pytest.mark.parametrize("params", STRANGE)
def test_a_tampered_address_opens_an_article(monkeypatch: pytest.MonkeyPatch, params: dict[str, str]) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "articles", **params)
    assert "rc-text" in pieces(app)["reader"]
    assert ("Ce corpus n’a pas d’article" in shown(app)) == (params["article"] not in (GAZETTE, [GAZETTE, FIL]))


def test_a_filter_narrows_the_list_and_leaves_the_open_article(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "articles", article=GAZETTE, source="le-fil")
    assert pieces(app)["list"].count("<li>") == 1
    assert "150 départs" in Reader(pieces(app)["reader"]).text


def test_a_copy_names_its_original(monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = tiny_analysis()
    copy = analysis.articles[analysis.articles["article_id"] == FIL].assign(article_id="copie.txt", duplicate_of=FIL)
    articles = pd.concat([analysis.articles, copy], ignore_index=True)
    doubled = Analysis(**{**analysis.tables(), "articles": articles, "digest": "copy"})
    html = pieces(open_app(monkeypatch, doubled, "articles", article="copie.txt"))["reader"]
    assert "Copie exacte d’un article de Le Fil, comptée une fois." in html
    assert "rc-figure" in html


def test_copies_are_folded_under_the_earliest(monkeypatch: pytest.MonkeyPatch) -> None:
    html = pieces(open_fresh(monkeypatch, copied(), "articles"))["list"]
    assert "4 articles (3 textes indépendants)" in html.replace("\u202f", " ").replace("\u00a0", " ")
    [folded] = html.split("<details>")[1:]
    inside = folded.split("</details>")[0]
    assert "encore 1 article de texte presque identique" in inside and "Radio Sud" in inside
    assert html.split("<details>")[0].count("<li>") == 1 and html.count("<li>") == 4
    read = pieces(open_fresh(monkeypatch, copied(), "articles", article=RADIO))["list"]
    assert "<details open>" in read and "aria-current" in read.split("<details open>")[1].split("</details>")[0]


def test_many_articles_come_in_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = tiny_analysis()
    base = analysis.articles[analysis.articles["article_id"] == GAZETTE]
    more = [base.assign(article_id=f"n{place:03}.txt", title=f"Titre {place}") for place in range(90)]
    many = Analysis(**{**analysis.tables(), "articles": pd.concat([analysis.articles, *more]), "digest": "many"})
    app = open_app(monkeypatch, many, "articles", article="n060.txt")
    assert pieces(app)["list"].count("<li>") == 40
    assert "Titre 60<" in pieces(app)["list"]
    assert "94 articles" in pieces(app)["list"]
