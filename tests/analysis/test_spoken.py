"""Speakers and statements."""

from __future__ import annotations

import pandas as pd

from dashboard.analysis.spoken import NOBODY, quotes_with_sources, speaker_counts, speaker_sources, statements
from dashboard.tables import Analysis
from tests.tiny import FIL, GAZETTE, RADIO, tiny_analysis

SOURCES = ["La Gazette", "Le Fil", "Radio Sud"]


def without_speaker(article_id: str) -> Analysis:
    analysis = tiny_analysis()
    quotes = analysis.quotes.copy()
    quotes.loc[quotes["article_id"] == article_id, "speaker"] = None
    return analysis.with_tables(quotes=quotes)


def test_who_is_quoted_most_comes_first_in_however_few_sources() -> None:
    analysis = tiny_analysis()
    quotes = analysis.quotes
    paul = quotes[quotes["speaker"] == "Paul Lenoir"]
    more = [paul.assign(quote_id=paul["quote_id"] + f":{n}", statement_id=None) for n in range(9)]
    rows = speaker_counts(analysis.with_tables(quotes=pd.concat([quotes, *more], ignore_index=True)))
    assert list(rows["speaker"]) == ["Paul Lenoir", "Claire Morel", "CGT"]


def test_speakers_with_their_counts() -> None:
    rows = speaker_counts(tiny_analysis())
    assert [tuple(row) for row in rows.itertuples(index=False)] == [
        ("Claire Morel", 3, 3, 1),
        ("CGT", 1, 1, 0),
        ("Paul Lenoir", 1, 1, 0),
    ]


def test_quotes_without_a_speaker_come_last() -> None:
    assert list(speaker_counts(without_speaker(GAZETTE))["speaker"]) == ["Claire Morel", "Paul Lenoir", NOBODY]


def test_every_speaker_and_source_has_a_count() -> None:
    rows = speaker_sources(tiny_analysis(), ["Claire Morel", "CGT"], SOURCES)
    assert list(rows["n_quotes"]) == [1, 1, 1, 1, 0, 0]


def test_a_statement_holds_all_its_wordings_by_date() -> None:
    (found,) = statements(tiny_analysis())
    assert (found.speaker, found.sources) == ("Claire Morel", ("Le Fil", "La Gazette", "Radio Sud"))
    assert [place.article_id for place in found.places] == [FIL, GAZETTE, RADIO]
    assert set(found.kinds.values()) == {"direct"}


def test_a_statement_keeps_its_speaker_where_one_article_does_not_name_them() -> None:
    (found,) = statements(without_speaker(RADIO))
    assert found.speaker == "Claire Morel"


def test_statements_of_one_speaker_and_source() -> None:
    analysis = tiny_analysis()
    assert len(statements(analysis, "Claire Morel")) == 1
    assert statements(analysis, "CGT") == []
    assert len(statements(analysis, None, "Radio Sud")) == 1
    assert len(quotes_with_sources(analysis, "Claire Morel", "Le Fil")) == 1


def test_one_article_alone_shares_no_statement() -> None:
    analysis = tiny_analysis()
    alone = analysis.with_tables(quotes=analysis.quotes[analysis.quotes["article_id"] == FIL])
    assert statements(alone) == []
