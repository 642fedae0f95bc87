"""Links keep the filters and name places exactly."""

from __future__ import annotations

from dashboard.config import load_config
from dashboard.filters import Filters
from dashboard.views.address import parse
from dashboard.views.navigate import article_link, link, source_ids
from dashboard.views.scene import Scene
from tests.tiny import GAZETTE, tiny_analysis


def scene(filters: Filters) -> Scene:
    analysis = tiny_analysis()
    return Scene(analysis, analysis, filters, load_config(), "fr")


def test_a_link_keeps_the_filters() -> None:
    chosen = Filters(sources=("Le Fil",), themes=("layoffs",), query="a & b")
    assert parse(link(scene(chosen), "terms", term="usine")) == (
        "terms",
        {"source": ["le-fil"], "theme": ["layoffs"], "q": ["a & b"], "term": ["usine"]},
    )


def test_a_link_to_a_place() -> None:
    assert parse(article_link(scene(Filters()), GAZETTE, 3, 9)) == (
        "articles",
        {"article": [GAZETTE], "start": ["3"], "end": ["9"]},
    )
    assert parse(article_link(scene(Filters()), GAZETTE)) == ("articles", {"article": [GAZETTE]})


def test_ids_follow_the_corpus() -> None:
    one = scene(Filters())
    assert source_ids(one) == {"La Gazette": "la-gazette", "Le Fil": "le-fil", "Radio Sud": "radio-sud"}
    articles = one.whole.articles.assign(source="Autre")
    other = Scene(one.whole.with_tables(articles=articles), one.analysis, Filters(), one.config, "fr")
    assert source_ids(other) == {"Autre": "autre"}
    assert source_ids(one)["Le Fil"] == "le-fil"
