"""The passages behind a theme or a topic, best first, with what in them speaks for it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.analysis.keyness import keyness
from dashboard.analysis.shares import counted_passages, surfaces
from dashboard.analysis.specific import counted_mentions
from dashboard.tables import Analysis

#: A mention of a verb or of a word of any subject weighs less, as the settings of the terms have it.
LEAST_WEIGHT = 0.2
#: So many terms with several mentions are enough to leave out those with one.
FEW = 4
_SHOWN = ["passage_id", "article_id", "source", "published", "start", "end", "score"]


def theme_passages(analysis: Analysis, theme: str, source: str = "") -> pd.DataFrame:
    """The passages that have the theme, of one source alone if it is given.

    Columns: passage_id, article_id, source, published, start, end, score (0..1), main and evidence. Passages whose
    main theme it is come first, then the higher score, then the order of the articles. Theme "" stands for the
    passages without a main theme; their score is 0 and their evidence empty.
    """
    passages = counted_passages(analysis)
    if source:
        passages = passages[passages["source"] == source]
    if theme:
        found = analysis.passage_themes.loc[analysis.passage_themes["theme"] == theme]
        rows = found[["passage_id", "score", "main", "evidence"]].merge(passages, on="passage_id")
    else:
        rows = passages.loc[passages["theme"] == ""].assign(score=0.0, main=False, evidence="")
    ordered = rows.sort_values(["main", "score", "article_id", "start"], ascending=[False, False, True, True])
    return ordered[[*_SHOWN, "main", "evidence"]].reset_index(drop=True)


def period_passages(analysis: Analysis, theme: str, period: str) -> pd.DataFrame:
    """``theme_passages`` of the articles that were published in the period (truncated ISO)."""
    rows = theme_passages(analysis, theme)
    return rows[rows["published"].fillna("").str.startswith(period)].reset_index(drop=True)


def topic_passages(analysis: Analysis, topic_id: str) -> pd.DataFrame:
    """The passages of a topic: passage_id, article_id, source, published, start, end, score; best first."""
    members = analysis.passage_topics.loc[analysis.passage_topics["topic_id"] == topic_id, ["passage_id", "score"]]
    rows = members.merge(counted_passages(analysis), on="passage_id")
    ordered = rows.sort_values(["score", "article_id", "start"], ascending=[False, True, True])
    return ordered[_SHOWN].reset_index(drop=True)


def name_passages(analysis: Analysis, name: str, source: str = "") -> pd.DataFrame:
    """The passages that mention a name (canonical), of one source alone if it is given, one row each.

    Columns: passage_id, article_id, source, published, start and end of the passage, score (mentions in it) and
    evidence (the mentions' ``start-end`` pairs with ; between). Most mentions first.
    """
    passages = counted_passages(analysis)
    if source:
        passages = passages[passages["source"] == source]
    found = analysis.names.loc[analysis.names["name"] == name, ["passage_id", "start", "end"]]
    return _with_evidence(found, passages)


def term_passages(analysis: Analysis, lemma: str, source: str = "") -> pd.DataFrame:
    """The passages that hold a term; columns and order as for ``name_passages``."""
    passages = counted_passages(analysis)
    if source:
        passages = passages[passages["source"] == source]
    found = analysis.term_mentions.loc[analysis.term_mentions["lemma"] == lemma, ["passage_id", "start", "end"]]
    return _with_evidence(found, passages)


def spans_of(evidence: str) -> list[tuple[int, int]]:
    """``12-19;40-44`` as pairs of offsets into the article's text; an empty text gives none."""
    pairs = (part.split("-", 1) for part in evidence.split(";") if part)
    return [(int(start), int(end)) for start, end in pairs]


def _with_evidence(found: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    spans = found["start"].astype(str) + "-" + found["end"].astype(str)
    ordered = found.assign(evidence=spans).sort_values(["passage_id", "start"])
    joined = ordered.groupby("passage_id", as_index=False).agg(evidence=("evidence", ";".join), score=("start", "size"))
    rows = joined.merge(passages, on="passage_id").sort_values(
        ["score", "article_id", "start"], ascending=[False, True, True]
    )
    return rows[[*_SHOWN, "evidence"]].reset_index(drop=True)


def terms_of_passages(analysis: Analysis, passage_ids: pd.Series[str], most: int) -> pd.DataFrame:
    """The ``most`` most telling terms of some passages: lemma, term, kind and count there; most mentions first.

    Telling is what stands there more often than in the other passages (G²), times what the term weighs anywhere;
    where there are no other passages, mentions take the place of G². Verbs and words of any subject are left out, and
    what stands there once, unless too few terms are left.
    """
    mentions = counted_mentions(analysis)
    inside = mentions["passage_id"].isin(passage_ids)
    rows = keyness(mentions, inside.map({True: "in", False: "out"}), min_count=1)
    rows = rows[(rows["group"] == "in") & (rows["count"] > 0)]
    against = rows["g2"] if not inside.all() else rows["count"]
    weight = rows["lemma"].map(_weights(analysis.terms)).astype("float64")
    kept = rows.assign(worth=against * weight)[(against > 0) & (weight >= LEAST_WEIGHT)]
    often = kept[kept["count"] > 1]
    kept = often if len(often) >= FEW else kept
    best = kept.sort_values(["worth", "lemma"], ascending=[False, True]).head(most)
    told = best.merge(surfaces(analysis), on="lemma").sort_values(["count", "lemma"], ascending=[False, True])
    return told[["lemma", "term", "kind", "count"]].reset_index(drop=True)


def _weights(terms: pd.DataFrame) -> pd.Series[float]:
    """What a mention of each lemma weighs, on average over its articles."""
    weights: pd.Series[float] = (terms["tfidf"] / (1 + np.log2(terms["count"]))).groupby(terms["lemma"]).mean()
    return weights
