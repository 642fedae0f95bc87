"""Themes of passages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.analysis.teaching import Scored
from dashboard.analysis.themes import example_failures, give_themes, themes_of
from dashboard.config import Config
from tests.analysis.documents import CONFIG, read
from tests.analysis.test_lexicon import theme

TEXT = """Grève chez le fabricant de vélos
Les syndicats appellent à la grève pour les salaires. Le chiffre d'affaires a pourtant grimpé au deuxième trimestre.
Ils y seront."""


def two_themes() -> Config:
    themes = theme("sea", words=("mer", "bateau", "port")), theme("hill", words=("montagne", "sommet", "neige"))
    scoring = replace(CONFIG.themes.scoring, learn_from=12)
    return replace(CONFIG, themes=replace(CONFIG.themes, themes=themes, scoring=scoring))


def test_a_passage_has_several_themes_the_best_first() -> None:
    rows = themes_of([read(TEXT)], CONFIG)
    body = rows[rows["start"] == TEXT.index("Les")]
    assert body["theme"].tolist() == ["labour", "results"] or body["theme"].tolist() == ["results", "labour"]
    assert body["main"].tolist() == [True, False]
    assert body["score"].is_monotonic_decreasing and body["score"].between(0, 1).all()


def test_evidence_leads_to_the_words() -> None:
    rows = themes_of([read(TEXT)], CONFIG).set_index(["start", "theme"])
    evidence = rows.loc[(TEXT.index("Les"), "results"), "evidence"]
    words = [TEXT[int(start) : int(end)] for start, end in (pair.split("-") for pair in evidence.split(";"))]
    assert "chiffre d'affaires" in words


def test_a_heading_has_its_own_theme() -> None:
    rows = themes_of([read(TEXT)], CONFIG)
    assert rows[rows["start"] == 0].iloc[0]["theme"] == "labour"


def test_boilerplate_and_bare_passages_have_none() -> None:
    rows = themes_of([read("Pour gérer vos consentements :\nLundi.")], CONFIG)
    assert rows.empty


def test_a_passage_without_a_word_takes_the_theme_of_its_article() -> None:
    scoring = CONFIG.themes.scoring
    scored = {0: Scored({1: 5.0}, {}), 1: Scored({}, {}), 2: Scored({1: 2.0}, {})}
    assert [theme for theme, _ in give_themes(scored, scoring)[1]] == [1]
    mixed = {0: Scored({0: 5.0}, {}), 1: Scored({}, {}), 2: Scored({1: 5.0}, {}), 3: Scored({2: 5.0}, {})}
    assert give_themes(mixed, replace(scoring, inherit=0.5))[1] == []


def test_the_second_theme_must_be_sure_or_near_the_best() -> None:
    scoring = replace(CONFIG.themes.scoring, threshold=1.0, share=0.5, sure=4.0)
    assert give_themes({0: Scored({0: 6.0, 1: 2.9, 2: 1.0}, {})}, scoring)[0] == [(0, 6.0)]
    assert give_themes({0: Scored({0: 6.0, 1: 3.0}, {})}, scoring)[0] == [(0, 6.0), (1, 3.0)]
    assert give_themes({0: Scored({0: 12.0, 1: 4.0}, {})}, scoring)[0] == [(0, 12.0), (1, 4.0)]


def test_a_weak_word_is_not_enough_against_the_article() -> None:
    scored = {0: Scored({1: 5.0}, {}), 1: Scored({0: 0.3}, {}), 2: Scored({1: 2.0}, {})}
    assert [theme for theme, _ in give_themes(scored, CONFIG.themes.scoring)[1]] == [1]


def test_the_theme_of_the_article_is_carried_by_a_single_cue() -> None:
    scoring = CONFIG.themes.scoring
    scored = {0: Scored({}, {}), 1: Scored({0: 2.5, 1: 0.3}, {}), 2: Scored({1: 2.0}, {})}
    assert [theme for theme, _ in give_themes(scored, scoring)[1]] == [0, 1]
    assert [theme for theme, _ in give_themes({**scored, 1: Scored({0: 2.5}, {})}, scoring)[1]] == [0]


def test_the_theme_of_the_heading_goes_to_what_follows() -> None:
    scoring = CONFIG.themes.scoring
    scored = {0: Scored({1: 2.5}, {}), 1: Scored({0: 2.5}, {}), 2: Scored({2: 2.5}, {}), 3: Scored({1: 1.5}, {})}
    assert [theme for theme, _ in give_themes(scored, scoring)[1]] == [0, 1]
    assert [theme for theme, _ in give_themes(scored, replace(scoring, carried=0.9))[1]] == [0]
    cued = {**scored, 1: Scored({0: 2.5, 1: 0.3}, {})}
    assert [theme for theme, _ in give_themes(cued, replace(scoring, carried=0.9))[1]] == [0, 1]
    assert [theme for theme, _ in give_themes(cued, replace(scoring, carried=0.9, headline=0.9))[1]] == [0]


def test_a_brief_passage_is_read_with_the_next() -> None:
    scored = {0: Scored({}, {}), 1: Scored({1: 9.0}, {}), 2: Scored({0: 9.0}, {}), 3: Scored({2: 9.0}, {})}
    scoring = CONFIG.themes.scoring
    assert give_themes(scored, scoring)[0] == []
    assert [theme for theme, _ in give_themes(scored, scoring, None, {0})[0]] == [1]


def test_unless_leaves_strong_words_alone() -> None:
    sport = theme("rivals", strong=("monopole",), words=("rival",), unless=("match",))
    config = replace(CONFIG, themes=replace(CONFIG.themes, themes=(sport,)))
    assert len(themes_of([read("Le rival perd un match.")], config)) == 0
    assert len(themes_of([read("Un monopole sur le match.")], config)) == 1


def test_a_large_corpus_teaches_thin_themes() -> None:
    sea = [f"Le bateau de pêche {n} quitte le port, ses filets pleins de sardines." for n in range(8)]
    hill = [f"La neige couvre le sommet {n} où campent des alpinistes encordés." for n in range(8)]
    texts = [*sea, *hill, "Les filets pleins de sardines.", "Des alpinistes encordés campent."]
    rows = themes_of([read(text, f"a{place:02d}") for place, text in enumerate(texts)], two_themes())
    main = rows[rows["main"]].set_index("article_id")["theme"]
    assert main["a16"] == "sea" and main["a17"] == "hill"
    assert rows.set_index("article_id").loc["a16", "evidence"] == ""


def test_a_small_corpus_teaches_nothing() -> None:
    rows = themes_of([read("Le bateau quitte le port."), read("Des filets de sardines.", "b")], two_themes())
    assert rows["article_id"].tolist() == ["a"]


def test_every_example_of_the_configuration_holds() -> None:
    assert example_failures(CONFIG) == []


def test_an_example_that_fails_is_named() -> None:
    wrong = replace(theme("sea", words=("mer",)), yes=("La montagne est haute.",), no=("La mer est belle.",))
    failures = example_failures(replace(CONFIG, themes=replace(CONFIG.themes, themes=(wrong,))))
    assert len(failures) == 2
    assert failures[0].endswith("[themes.sea] yes: 'La montagne est haute.' should be given the theme, got no theme")
    assert "should not be given the theme, got sea" in failures[1]


@pytest.mark.parametrize("texts", [[], [""], ["Il y a."], ["...\n\n—"]])
def test_degenerate_corpora_have_no_theme(texts: list[str]) -> None:
    assert themes_of([read(text, f"a{place}") for place, text in enumerate(texts)], CONFIG).empty
