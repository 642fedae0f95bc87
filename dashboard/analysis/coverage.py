"""Learned topics beside configured themes: which theme covers a topic, and which topics no theme covers."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pandas as pd

from dashboard.analysis.evidence import spans_of
from dashboard.analysis.shares import Same, counted_passages
from dashboard.tables import Analysis

# A theme that covers a topic is the main one of at least this share of its passages.
HALF = 0.5
# So many times as common as elsewhere it belongs to the topic; so many times, it is hardly found elsewhere.
CLEARLY, ALONE = 2.0, 8.0
# A word is usual for a theme where so large a share of its other passages have the theme by that word.
USUAL = 0.05
# What a passage without a word of its own may have from its article alone: one point at most.
INHERITED = 0.333334
# Words that begin alike for so many letters are taken for one (*licencie*, *licenciements*).
STEM = 6


def topic_coverage(analysis: Analysis, level: str, whole: Analysis | None = None) -> pd.DataFrame:
    """The topics of one level, largest first, with who tells them and the theme that most of their passages have.

    Columns: topic_id, label, terms, colour, npmi, n_passages, n_sources, sources (names with ; between), theme
    ("" where none of the passages has one), theme_share (share of the passages whose main theme it is) and covered.
    Counts are of passages that count, in the selection; themes are those of the ``whole`` corpus, if it is given: a
    filter covers no topic.

    A theme covers a topic if it is the main one of at least half of its passages, and either is hardly found
    elsewhere or is there twice as often as elsewhere and for the words that are usual for it: a theme as wide as
    society gives half of all on football its colour, by words of football that it has nowhere else.
    """
    topics = analysis.topics.loc[analysis.topics["level"] == level, ["topic_id", "label", "terms", "colour", "npmi"]]
    members = _members(analysis)
    told = members[["topic_id", "source"]].drop_duplicates().sort_values("source").groupby("topic_id")["source"]
    sizes = members.groupby("topic_id")["passage_id"].nunique().to_frame("n_passages")
    sizes = sizes.assign(n_sources=told.size(), sources=told.agg(";".join)).reset_index()
    found = topics.merge(sizes, on="topic_id").merge(_cover(Same(whole or analysis)), on="topic_id", how="left")
    result = found.assign(
        theme=found["theme"].fillna(""),
        theme_share=found["theme_share"].fillna(0.0),
        covered=found["covered"].eq(True),
    )
    return result.sort_values(["n_passages", "topic_id"], ascending=[False, True]).reset_index(drop=True)


def _members(analysis: Analysis) -> pd.DataFrame:
    passages = counted_passages(analysis)[["passage_id", "source"]]
    return analysis.passage_topics[["topic_id", "passage_id"]].merge(passages, on="passage_id")


@lru_cache(maxsize=4)
def _cover(same: Same) -> pd.DataFrame:
    """topic_id, theme, theme_share and covered, of each topic that has a theme."""
    analysis = same.analysis
    members = _members(analysis)
    main, total = _main(analysis), len(counted_passages(analysis))
    sizes = members.groupby("topic_id")["passage_id"].nunique().to_dict()
    others = main["theme"].value_counts().to_dict()
    themed = members[["topic_id", "passage_id"]].merge(main[["passage_id", "theme"]], on="passage_id")
    counts = themed.groupby(["topic_id", "theme"], as_index=False).agg(n=("passage_id", "nunique"))
    first = counts.sort_values(["n", "theme"], ascending=[False, True]).drop_duplicates("topic_id")
    size = first["topic_id"].map(sizes).astype("float64")
    share = first["n"] / size
    elsewhere = (first["theme"].map(others).astype("float64") - first["n"]) / (total - size).clip(lower=1)
    held = share >= HALF
    carried = _carried(analysis, main, themed.merge(first[held], on=["topic_id", "theme"]))
    usual = first["topic_id"].map(carried).astype("float64").fillna(0.0) / size >= HALF
    covered = held & ((share >= ALONE * elsewhere) | (share >= CLEARLY * elsewhere) & usual)
    return first[["topic_id", "theme"]].assign(theme_share=share, covered=covered)


def _main(analysis: Analysis) -> pd.DataFrame:
    """passage_id, article_id, theme and evidence of the main theme of each passage that has it by itself."""
    given = analysis.passage_themes
    own = given["main"] & ((given["evidence"] != "") | (given["score"] > INHERITED))
    counted = given["passage_id"].isin(counted_passages(analysis)["passage_id"])
    return given.loc[own & counted, ["passage_id", "article_id", "theme", "evidence"]]


def _carried(analysis: Analysis, main: pd.DataFrame, asked: pd.DataFrame) -> dict[str, int]:
    """How many passages of each topic have the theme by a word that is usual for it outside the topic.

    ``main`` are the main themes of passages, ``asked`` the passages of a topic that have the theme in question.
    """
    texts = dict(zip(analysis.articles["article_id"], analysis.articles["text"], strict=True))
    words = _words(main[main["theme"].isin(set(asked["theme"]))], texts)
    others = main["theme"].value_counts().to_dict()
    found: dict[str, int] = {}
    for (topic, theme), rows in asked.groupby(["topic_id", "theme"]):
        here = words["passage_id"].isin(rows["passage_id"])
        of_theme = words["theme"] == theme
        inside, outside = words[here & of_theme], words.loc[~here & of_theme, "word"].value_counts()
        least = max(1.0, USUAL * (others[theme] - rows["passage_id"].nunique()))
        usual = set(outside.index[outside >= least])
        found[str(topic)] = int(inside.loc[inside["word"].isin(usual), "passage_id"].nunique())
    return found


def _words(main: pd.DataFrame, texts: dict[str, str]) -> pd.DataFrame:
    """passage_id, theme and ``word``, the beginning of each different word that gives a passage its theme."""
    rows: dict[tuple[Any, Any, str], None] = {}
    columns = (main[name] for name in ("passage_id", "article_id", "theme", "evidence"))
    for passage, article, theme, evidence in zip(*columns, strict=True):
        text = texts[article]
        rows.update(((passage, theme, text[start:end].casefold()[:STEM]), None) for start, end in spans_of(evidence))
    return pd.DataFrame(list(rows), columns=["passage_id", "theme", "word"])
