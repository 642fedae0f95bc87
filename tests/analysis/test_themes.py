"""Themes of passages."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.giving import Passages, give
from dashboard.analysis.scores import Scores, scores_of
from dashboard.analysis.themes import example_failures, themes_of
from dashboard.config import Config
from dashboard.config.theme_edits import word_added
from dashboard.config.themes import ThemeScoring
from tests.analysis.documents import CONFIG, read
from tests.analysis.plain_themes import Scored, in_passages, plain_scores, plain_themes
from tests.analysis.test_lexicon import theme

TEXT = """Grève chez le fabricant de vélos
Les syndicats appellent à la grève pour les salaires. Le chiffre d'affaires a pourtant grimpé au deuxième trimestre.
Ils y seront."""


def give_themes(
    scored: dict[int, Scored],
    scoring: ThemeScoring,
    taught: dict[int, dict[int, float]] | None = None,
    brief: set[int] = frozenset(),
) -> dict[int, list[tuple[int, float]]]:
    """What ``give`` gives the passages of one article of three themes."""
    size = (len(scored), 3)
    points, more, found = np.zeros(size), np.zeros(size), np.zeros(size, dtype=bool)
    for place, one in scored.items():
        for column, value in one.points.items():
            points[place, column], found[place, column] = value, True
    for place, one in (taught or {}).items():
        for column, value in one.items():
            more[place, column] = value
    every = np.ones(len(scored), dtype=bool)
    passages = Passages(np.zeros(len(scored), dtype=np.int64), every, np.isin(np.arange(len(scored)), list(brief)))
    made = give(Scores(points, found, pd.DataFrame()), passages, scoring, None if taught is None else more)
    result: dict[int, list[tuple[int, float]]] = {place: [] for place in scored}
    for passage, place, value in zip(made.passage.tolist(), made.theme.tolist(), made.points.tolist(), strict=True):
        result[passage].append((place, value))
    assert made.main.tolist() == [rank == 0 for row in result.values() for rank in range(len(row))]
    return result


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


@pytest.mark.parametrize("theme_id", [one for one in CONFIG.themes.order if one != "society"])
def test_a_strong_word_of_the_readers_own_gives_its_shipped_theme_every_passage(theme_id: str) -> None:
    text = (
        "Le wombat au tribunal.\n"
        "Le juge a renvoyé le wombat devant la cour d'assises pour le braquage du bureau de poste de Bressols.\n"
        "Les infirmiers manquent dans les hôpitaux de la région, a noté le wombat sans répondre aux questions."
    )
    document = read(text)
    before = themes_of([document], CONFIG).query("theme == @theme_id")
    assert len(before) < len(document.passages)
    tried = replace(CONFIG, themes=word_added(CONFIG.themes, theme_id, "strong", "wombat"))
    rows = themes_of([document], tried).query("theme == @theme_id")
    assert rows["passage_id"].tolist() == [passage.passage_id for passage in document.passages]
    assert (rows["score"] >= 0.5).all()


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


POINTS = st.dictionaries(st.integers(0, 2), st.sampled_from((0.3, 0.75, 1.0, 1.5, 2.5, 5.0)), max_size=3)


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.tuples(POINTS, POINTS, st.booleans()), min_size=1, max_size=6),
    st.booleans(),
    st.sampled_from((0.0, 0.2, 0.5)),
)
def test_themes_are_given_as_by_plain_rules(
    rows: list[tuple[dict[int, float], dict[int, float], bool]], learns: bool, carried: float
) -> None:
    scored = {place: Scored(points, {}) for place, (points, _, _) in enumerate(rows)}
    taught = {place: more for place, (_, more, _) in enumerate(rows)} if learns else None
    brief = {place for place, (_, _, short) in enumerate(rows) if short}
    scoring = replace(CONFIG.themes.scoring, carried=carried)
    expected = plain_themes(scored, scoring, taught, brief)
    found = give_themes(scored, scoring, taught, brief)
    assert {p: [theme for theme, _ in one] for p, one in found.items()} == {
        p: [theme for theme, _ in one] for p, one in expected.items()
    }
    for place, one in expected.items():
        assert np.allclose([value for _, value in found[place]], [value for _, value in one])


PIECES = (
    "Les syndicats", "appellent à la grève", "le chiffre d'affaires", "grimpe", "plan social", "l'IA",
    "un procès", "la loi", "la bourse", "licencier 30 salariés", "le match", ".", ",", "\n",
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join), max_size=3))
def test_passages_score_as_by_plain_rules_alone_and_together(texts: list[str]) -> None:
    documents = [read(text, f"a{place}") for place, text in enumerate(texts)]
    together, before = scores_of(documents, CONFIG.themes), 0
    for document in documents:
        plain = plain_scores(document, CONFIG.themes)
        assert in_passages(scores_of([document], CONFIG.themes), list(plain)) == list(plain.values())
        assert in_passages(together, [before + place for place in plain]) == list(plain.values())
        before += len(document.passages)
