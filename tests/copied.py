"""The tiny analysis as if Radio Sud had copied a line of Le Fil, its second from the third, and with it the article."""

from __future__ import annotations

import pandas as pd

from dashboard.tables import Analysis
from tests.tiny import FIL, RADIO, tiny_analysis


def copied() -> Analysis:
    """The analysis with one near-duplicate group and one copied passage."""
    analysis = tiny_analysis()
    lines = {article: ids.tolist() for article, ids in analysis.passages.groupby("article_id")["passage_id"]}
    original = {lines[RADIO][1]: lines[FIL][2]}
    group = pd.Series([FIL if name in (FIL, RADIO) else None for name in analysis.articles["article_id"]], dtype="str")
    copy_of = pd.Series([original.get(name) for name in analysis.passages["passage_id"]], dtype="str")
    return analysis.with_tables(
        articles=analysis.articles.assign(duplicate_group=group), passages=analysis.passages.assign(copy_of=copy_of)
    )
