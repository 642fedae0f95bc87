"""Themes tried on a corpus that was read once give the very tables of a new analysis."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from dashboard.analysis.bench import Bench, articles_of, read_all
from dashboard.analysis.themes import themes_of
from dashboard.config.theme_edits import deleted, merged, recoloured, theme_added, word_added, words_struck
from dashboard.config.themes import Theme, Themes
from tests.analysis.documents import CONFIG, read
from tests.tiny import GAZETTE, MUSEUM, RADIO, tiny_analysis

SEA = Theme("sea", ("phare",), ("port", "jetée"), ("eau",), ("port du masque",), (), "Mer", "Sea", "#112233")
LAND = Theme("land", ("moisson",), ("champ", "tracteur"), ("eau",), (), (), "Terre", "Land", "#445566")
SKY = Theme("sky", (), ("nuage", "vent"), (), (), ("port",), "Ciel", "Sky", "#778899")
THEMES = Themes((SEA, LAND, SKY), CONFIG.themes.scoring)
TEXTS = {
    "a": "Le phare du port veille.\nLe tracteur quitte le champ, le vent se lève.\nRien ne presse.",
    "b": "La jetée et le port attendent.\nUn nuage passe, le vent tombe.",
    "c": "Le port du masque reste de règle.\nLa moisson commence, l’eau manque au champ.",
    "d": "Le maire a reçu deux élèves.\nIls ont parlé de musique.",
}
DOCUMENTS = tuple(read(text, name) for name, text in TEXTS.items())


def anew(themes: Themes) -> pd.DataFrame:
    return themes_of(DOCUMENTS, replace(CONFIG, themes=themes))


@pytest.mark.parametrize(
    "themes",
    [
        THEMES,
        word_added(THEMES, "sky", "words", "musique"),
        word_added(THEMES, "sea", "negatives", "phare du port"),
        word_added(THEMES, "land", "unless", "presser"),
        words_struck(THEMES, "sea", [("words", "port")]),
        merged(THEMES, "sea", "sky"),
        deleted(THEMES, "sea"),
        deleted(deleted(THEMES, "sky"), "sea"),
        theme_added(THEMES, "École", ["élève", "maire + élève"], "#000000")[0],
        recoloured(THEMES, "sea", "#FFFFFF"),
        replace(THEMES, themes=(SKY, LAND, SEA)),
        replace(THEMES, themes=(replace(SEA, words=("jetée", "port")), LAND, SKY)),
        replace(THEMES, scoring=replace(THEMES.scoring, words=2.0)),
    ],
)
def test_every_edit_gives_what_a_new_analysis_gives(themes: Themes) -> None:
    bench = Bench(DOCUMENTS, CONFIG)
    pd.testing.assert_frame_equal(bench.table(THEMES), anew(THEMES))
    pd.testing.assert_frame_equal(bench.table(themes), anew(themes))
    pd.testing.assert_frame_equal(bench.table(THEMES), anew(THEMES))


def test_a_table_is_made_once() -> None:
    bench = Bench(DOCUMENTS, CONFIG)
    first = bench.table(THEMES)
    assert bench.table(recoloured(THEMES, "sea", "#FFFFFF")) is first
    for number in range(20):
        bench.table(word_added(THEMES, "sea", "weak", f"mot{number}"))
    pd.testing.assert_frame_equal(bench.table(THEMES), first)


def test_the_passages_that_hold_an_entry_are_counted() -> None:
    bench = Bench(DOCUMENTS, CONFIG)
    groups = [["port"], ["champ + tracteur"], ["vent"], ["licorne"], ["port du masque"], ["port", "jetée"], []]
    assert bench.passages_with_any(groups) == [3, 1, 2, 0, 1, 3, 0]
    assert bench.passage_ids("vent") == {"a:25", "b:31"}


def test_the_articles_of_an_analysis_are_read_again_as_they_were() -> None:
    analysis = tiny_analysis()
    articles = articles_of(analysis)
    assert [article.article_id for article in articles] == sorted(set(analysis.passages["article_id"]))
    row = analysis.articles.set_index("article_id").loc[MUSEUM]
    [museum] = [article for article in articles if article.article_id == MUSEUM]
    assert (museum.text, museum.source, museum.published) == (row["text"], "La Gazette", "2024-04")
    assert any(article.author is None for article in articles)
    heard: list[tuple[int, int]] = []
    documents = read_all(articles[:2], CONFIG, lambda done, total: heard.append((done, total)))
    assert [document.article for document in documents] == list(articles[:2]) and heard == [(0, 2), (1, 2)]


def test_of_a_large_corpus_some_articles_are_taken() -> None:
    analysis = tiny_analysis()
    words = int(analysis.articles["n_words"].sum())
    some = articles_of(analysis, words // 2)
    assert 1 <= len(some) < 4 and {one.article_id for one in some} <= {GAZETTE, MUSEUM, RADIO, "fil.txt"}
    assert articles_of(analysis, words) == articles_of(analysis)
