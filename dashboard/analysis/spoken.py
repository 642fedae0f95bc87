"""Who is quoted by whom, and the statements that several articles report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.earlier import Place, in_order
from dashboard.analysis.ledger import rows_of
from dashboard.analysis.origins import counted, independent, passage_origins
from dashboard.tables import Analysis

#: Stands for the speaker of quotes whose speaker was not found.
NOBODY = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One utterance in all its wordings: ``places`` in the order of their dates, ``kinds`` how each is reported.

    ``n_origins`` of its sources do not copy the passage from one another.
    """

    statement_id: str
    speaker: str
    places: tuple[Place, ...]
    kinds: Mapping[Place, str]
    n_origins: int

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources, each once, in the order of the places."""
        return tuple(dict.fromkeys(place.source for place in self.places))


def quotes_with_sources(analysis: Analysis, speaker: str | None = None, source: str = "") -> pd.DataFrame:
    """The quotes with source, title and published; ``speaker`` is "" where it is not known.

    Of one speaker and one source alone if they are given. By source, article and place.
    """
    articles = analysis.articles[["article_id", "source", "title", "published"]]
    rows = analysis.quotes.merge(articles, on="article_id")
    rows = rows.assign(speaker=rows["speaker"].fillna(NOBODY))
    if speaker is not None:
        rows = rows[rows["speaker"] == speaker]
    if source:
        rows = rows[rows["source"] == source]
    return rows.sort_values(["source", "article_id", "start"]).reset_index(drop=True)


def speaker_counts(analysis: Analysis) -> pd.DataFrame:
    """speaker, n_quotes, n_sources and n_statements (those that several articles report), most quotes first.

    Quotes without a speaker come last; copies are left out where they are counted once.
    """
    rows = counted(analysis, quotes_with_sources(analysis))
    shared = {statement.statement_id for statement in statements(analysis)}
    rows = rows.assign(shared=rows["statement_id"].where(rows["statement_id"].isin(shared)))
    counts = rows.groupby("speaker", as_index=False).agg(
        n_quotes=("quote_id", "size"), n_sources=("source", "nunique"), n_statements=("shared", "nunique")
    )
    counts = counts.assign(_last=counts["speaker"] == NOBODY)
    order = ["_last", "n_quotes", "n_sources", "speaker"]
    ordered = counts.sort_values(order, ascending=[True, False, False, True])
    return ordered.drop(columns="_last").reset_index(drop=True)


def speaker_sources(analysis: Analysis, speakers: list[str], sources: list[str]) -> pd.DataFrame:
    """speaker, source, n_quotes and n_copies for every two of these, 0 where the source does not quote the speaker.

    n_copies are the quotes that stand in copied passages, where those are counted once; n_quotes is without them.
    """
    rows = quotes_with_sources(analysis)
    own = rows["quote_id"].isin(counted(analysis, rows)["quote_id"])
    pairs = pd.MultiIndex.from_product([speakers, sources], names=["speaker", "source"])
    columns = {
        name: kept.groupby(["speaker", "source"]).size().reindex(pairs, fill_value=0)
        for name, kept in (("n_quotes", rows[own]), ("n_copies", rows[~own]))
    }
    return pd.DataFrame(columns, index=pairs).reset_index()


def statements(analysis: Analysis, speaker: str | None = None, source: str = "") -> list[Statement]:
    """The statements that at least two articles report, in most sources first, then in most places.

    Of one speaker alone if it is given; with ``source``, those that this source reports, in all their wordings.
    """
    rows = quotes_with_sources(analysis).dropna(subset=["statement_id"])
    rows = rows.sort_values(["published", "source", "article_id", "start"], na_position="last")
    origins = passage_origins(analysis)
    found = []
    for statement_id, group in rows.groupby("statement_id"):
        if group["article_id"].nunique() < 2 or (source and source not in set(group["source"])):
            continue
        named = group.loc[group["speaker"] != NOBODY, "speaker"]
        # The most frequent name; of several, the first in the alphabet.
        name = str(named.mode().iloc[0]) if len(named) else NOBODY
        if speaker is None or speaker in (name, *group["speaker"]):
            found.append(_statement(str(statement_id), name, group, origins))
    return sorted(found, key=lambda one: (-len(one.sources), -len(one.places), one.statement_id))


def _statement(statement_id: str, speaker: str, rows: pd.DataFrame, origins: Mapping[str, str]) -> Statement:
    kinds = {}
    for row in rows_of(rows):
        published = row.published if isinstance(row.published, str) else None
        place = Place(str(row.article_id), str(row.source), published, int(row.start), int(row.end))
        kinds[place] = str(row.kind)
    alone = independent(zip(rows["source"], rows["passage_id"], strict=True), origins)
    return Statement(statement_id, speaker, in_order(list(kinds)), kinds, alone)
