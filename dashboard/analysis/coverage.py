"""Learned topics beside configured themes: which theme covers a topic, and which topics no theme covers."""

from __future__ import annotations

import pandas as pd

from dashboard.analysis.shares import counted_passages
from dashboard.tables import Analysis

# A theme covers a topic of which it holds at least this share of the passages.
COVERS = 1 / 3
# What a passage without a word of its own may have from its article alone: one point at most.
INHERITED = 0.333334


def topic_coverage(analysis: Analysis, level: str) -> pd.DataFrame:
    """The topics of one level, largest first, with who tells them and the theme that overlaps them most.

    Columns: topic_id, label, terms, colour, npmi, n_passages, n_sources, sources (names with ; between), theme
    ("" where none of the passages has one), theme_share (share of the passages that have this theme, main or
    not, and not from their article alone) and covered (whether that is at least a third). Counts are of passages
    that count, in the selection.
    """
    topics = analysis.topics.loc[analysis.topics["level"] == level, ["topic_id", "label", "terms", "colour", "npmi"]]
    passages = counted_passages(analysis)[["passage_id", "source"]]
    members = analysis.passage_topics[["topic_id", "passage_id"]].merge(passages, on="passage_id")
    told = members[["topic_id", "source"]].drop_duplicates().sort_values("source").groupby("topic_id")["source"]
    sizes = members.groupby("topic_id")["passage_id"].nunique().to_frame("n_passages")
    sizes = sizes.assign(n_sources=told.size(), sources=told.agg(";".join)).reset_index()
    found = topics.merge(sizes, on="topic_id").merge(_main_overlap(analysis, members), on="topic_id", how="left")
    result = found.assign(
        theme=found["theme"].fillna(""), theme_share=found["overlap"].fillna(0.0) / found["n_passages"].clip(lower=1)
    ).drop(columns="overlap")
    result = result.assign(covered=result["theme_share"] >= COVERS)
    return result.sort_values(["n_passages", "topic_id"], ascending=[False, True]).reset_index(drop=True)


def _main_overlap(analysis: Analysis, members: pd.DataFrame) -> pd.DataFrame:
    """topic_id, theme and ``overlap``, the number of the topic's passages that have this most frequent theme."""
    given = analysis.passage_themes
    own = given[(given["evidence"] != "") | (given["score"] > INHERITED)]
    themes = members.merge(own[["passage_id", "theme"]], on="passage_id")
    counts = themes.groupby(["topic_id", "theme"], as_index=False).agg(overlap=("passage_id", "nunique"))
    return counts.sort_values(["overlap", "theme"], ascending=[False, True]).drop_duplicates("topic_id")
