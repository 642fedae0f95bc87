"""Topics beside themes, on the tiny corpus."""

from __future__ import annotations

from dashboard.analysis.coverage import topic_coverage
from dashboard.tables import Analysis, empty
from tests.tiny import tiny_analysis


def test_fine_topics_with_their_sources_and_themes() -> None:
    rows = topic_coverage(tiny_analysis(), "fine").set_index("topic_id")
    assert list(rows.index) == ["f0", "f1", "f2"]
    assert rows["n_passages"].to_dict() == {"f0": 5, "f1": 3, "f2": 2}
    assert rows.loc["f0", "sources"] == "La Gazette;Le Fil;Radio Sud"
    assert rows.loc["f0", "n_sources"] == 3
    # Four of five passages of f0 are about layoffs, all three of f1 about investment.
    assert (rows.loc["f0", "theme"], rows.loc["f0", "theme_share"]) == ("layoffs", 0.8)
    assert (rows.loc["f1", "theme"], rows.loc["f1", "theme_share"]) == ("investment", 1.0)
    assert rows["covered"].all()


def test_a_topic_that_no_theme_covers() -> None:
    analysis = tiny_analysis()
    themes = analysis.passage_themes
    bare = analysis.with_tables(passage_themes=themes[~themes["theme"].isin(["society", "adoption"])])
    rows = topic_coverage(bare, "coarse").set_index("topic_id")
    assert rows["covered"].to_dict() == {"c0": True, "c1": False}
    assert (rows.loc["c1", "theme"], rows.loc["c1", "theme_share"]) == ("", 0.0)
    # Six of the eight passages of c0 keep a theme, four of them the same one.
    assert (rows.loc["c0", "theme"], rows.loc["c0", "theme_share"]) == ("layoffs", 0.5)


def test_without_topics_there_is_no_row() -> None:
    nothing = Analysis(**{name: empty(name) for name in tiny_analysis().tables()})
    assert topic_coverage(nothing, "fine").empty


def test_a_theme_that_passages_have_from_their_article_alone_covers_no_topic() -> None:
    analysis = tiny_analysis()
    themes = analysis.passage_themes
    inherited = analysis.with_tables(passage_themes=themes.assign(evidence="", score=1 / 3))
    assert not topic_coverage(inherited, "coarse")["covered"].any()
    taught = analysis.with_tables(passage_themes=themes.assign(evidence="", score=0.4))
    assert topic_coverage(taught, "fine")["covered"].all()
