"""Topics beside themes, on the tiny corpus."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.analysis.coverage import topic_coverage
from dashboard.tables import Analysis, conform, empty
from tests.tiny import tiny_analysis


def corpus(rows: list[tuple[str, str, str, int]]) -> Analysis:
    """As many passages as each row says (topic, main theme, its word in the passage, how many), an article each."""
    told = [(topic, theme, word) for topic, theme, word, times in rows for _ in range(times)]
    ids = [f"a{place:03d}" for place in range(len(told))]
    words = [word for _, _, word in told]
    passage = {"passage_id": [f"{one}:0" for one in ids], "article_id": ids, "start": 0}
    ends = {"end": [len(word) for word in words]}
    themes = pd.DataFrame(
        {**passage, **ends, "theme": [theme for _, theme, _ in told], "score": 0.9, "main": True}
        | {"evidence": [f"0-{len(word)}" for word in words]}
    )
    topics = sorted({topic for topic, _, _ in told})
    named = dict.fromkeys(("label", "terms"), "x") | {"colour": "#2166AC", "n_passages": 1, "npmi": 0.1}
    articles = {"article_id": ids, "source": "Le Fil", "title": "", "language": "fr", "text": words, "n_words": 1}
    optional = dict.fromkeys(("published", "url", "author", "duplicate_of", "duplicate_group"))
    made = {
        "articles": pd.DataFrame({**articles, **optional, "story_id": ids}),
        "passages": pd.DataFrame(
            {**passage, **ends, "role": "body", "n_words": 1, "copy_of": None, "x": float("nan"), "y": float("nan")}
        ),
        "passage_themes": themes[themes["theme"] != ""],
        "topics": pd.DataFrame({"topic_id": topics, "level": "coarse", **named}),
        "passage_topics": pd.DataFrame(
            {"passage_id": passage["passage_id"], "topic_id": [topic for topic, _, _ in told], "score": 1.0}
        ),
    }
    return tiny_analysis().with_tables(**{name: conform(name, table) for name, table in made.items()})


# Half of the corpus is in topic c1; what the theme's words are outside of it decides.
OTHERS = [("c2", "", "", 8), ("c3", "other", "taxe", 8)]


@pytest.mark.parametrize(
    ("rows", "covered"),
    [
        # The theme gives the topic its colour by words that it has nowhere else: it is wider than the topic.
        ([("c1", "society", "match", 8), ("c2", "society", "école", 4), *OTHERS], False),
        # By words that are usual for it.
        ([("c1", "society", "match", 8), ("c2", "society", "match", 4), *OTHERS], True),
        ([("c1", "society", "matchs joués", 8), ("c2", "society", "matchs gagnés", 4), *OTHERS], True),
        # By a word that only one of thirty others knows.
        ([("c1", "society", "match", 8), ("c2", "society", "école", 29), ("c2", "society", "match", 1),
          ("c3", "", "", 60)], False),
        # It is hardly found elsewhere.
        ([("c1", "society", "match", 8), ("c2", "society", "école", 1), *OTHERS], True),
        # It is the main theme of less than half.
        ([("c1", "society", "match", 4), ("c1", "", "", 5), ("c2", "society", "match", 1), *OTHERS], False),
        # It is as common elsewhere.
        ([("c1", "society", "match", 8), ("c1", "", "", 4), ("c2", "society", "match", 12), *OTHERS], False),
    ],
)  # fmt: skip
def test_a_theme_covers_a_topic_by_its_usual_words_or_where_it_is_alone(
    rows: list[tuple[str, str, str, int]], covered: bool
) -> None:
    found = topic_coverage(corpus(rows), "coarse").set_index("topic_id")
    assert found.loc["c1", "theme"] == "society"
    assert found.loc["c1", "covered"] == covered


def test_a_filter_covers_no_topic() -> None:
    whole = corpus([("c1", "society", "match", 4), ("c1", "other", "taxe", 6), ("c2", "other", "taxe", 9)])
    themes = whole.passage_themes
    kept = themes.loc[themes["theme"] == "society", "passage_id"]
    selected = whole.with_tables(
        passages=whole.passages[whole.passages["passage_id"].isin(kept)],
        passage_topics=whole.passage_topics[whole.passage_topics["passage_id"].isin(kept)],
        passage_themes=themes[themes["theme"] == "society"],
    )
    alone = topic_coverage(selected, "coarse").set_index("topic_id").loc["c1"]
    beside = topic_coverage(selected, "coarse", whole).set_index("topic_id").loc["c1"]
    assert (alone["theme"], alone["theme_share"], alone["n_passages"]) == ("society", 1.0, 4)
    assert (beside["theme"], beside["theme_share"], beside["n_passages"]) == ("other", 0.6, 4)
    assert not beside["covered"]


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
