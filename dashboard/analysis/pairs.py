"""Two articles set side by side: the passages that they share, and what differs inside them."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.diff import Span, difference
from dashboard.analysis.ledger import rows_of
from dashboard.tables import Analysis


@dataclass(frozen=True, slots=True)
class PairedPassage:
    """The ``number``-th shared passage, in the order of the first article.

    ``a`` and ``b`` are its places in the two texts, ``edits_a`` and ``edits_b`` the words in each that the other
    does not have, as offsets into the texts.
    """

    number: int
    reuse_id: str
    kind: str
    n_words: int
    a: Span
    b: Span
    edits_a: tuple[Span, ...]
    edits_b: tuple[Span, ...]


def article_pairs(analysis: Analysis) -> pd.DataFrame:
    """Every two articles that share words: a_article, b_article, source_a, source_b, n_passages and n_words.

    Those that share most words come first; ``short`` passages are counted only between articles that share no
    longer one.
    """
    sources = analysis.articles.set_index("article_id")["source"]
    rows = analysis.reuse.assign(counted=(analysis.reuse["kind"] != "short").astype("int64"))
    rows = rows.assign(long_words=rows["n_words"] * rows["counted"])
    sums = rows.groupby(["a_article", "b_article"], as_index=False).agg(
        n_passages=("reuse_id", "size"), n_words=("long_words", "sum"), short_words=("n_words", "sum")
    )
    sums = sums.assign(
        n_words=sums["n_words"].where(sums["n_words"] > 0, sums["short_words"]),
        source_a=sums["a_article"].map(sources),
        source_b=sums["b_article"].map(sources),
        _long=sums["n_words"] > 0,
    )
    ordered = sums.sort_values(["_long", "n_words", "a_article", "b_article"], ascending=[False, False, True, True])
    return ordered.drop(columns=["_long", "short_words"]).reset_index(drop=True)


def paired_passages(analysis: Analysis, a_article: str, b_article: str) -> list[PairedPassage]:
    """The shared passages of two articles, whichever way round they are stored, as ``a_article`` tells them."""
    reuse = analysis.reuse
    texts = analysis.articles.set_index("article_id")["text"]
    straight = reuse[(reuse["a_article"] == a_article) & (reuse["b_article"] == b_article)]
    turned = reuse[(reuse["a_article"] == b_article) & (reuse["b_article"] == a_article)]
    found = [((row.a_start, row.a_end), (row.b_start, row.b_end), row) for row in rows_of(straight)]
    found += [((row.b_start, row.b_end), (row.a_start, row.a_end), row) for row in rows_of(turned)]
    found.sort(key=lambda item: item[:2])
    passages = []
    for number, (a, b, row) in enumerate(found, 1):
        apart = difference(texts[a_article][a[0] : a[1]], texts[b_article][b[0] : b[1]])
        passages.append(
            PairedPassage(
                number=number,
                reuse_id=str(row.reuse_id),
                kind=str(row.kind),
                n_words=int(row.n_words),
                a=(int(a[0]), int(a[1])),
                b=(int(b[0]), int(b[1])),
                edits_a=tuple((a[0] + start, a[0] + end) for start, end in apart.a),
                edits_b=tuple((b[0] + start, b[0] + end) for start, end in apart.b),
            )
        )
    return passages
