"""What the overview says, on the tiny corpus and on what is left of it."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.findings import (
    Finding,
    closest_pair,
    key_numbers,
    left_out,
    lone_figures,
    longest_shared,
    own_words,
    reused_share,
    top_terms,
    volume,
    worth_a_look,
)
from dashboard.analysis.reuse.counting import united
from dashboard.analysis.shares import theme_mix
from dashboard.tables import TABLES, Analysis, empty, table
from tests.tiny import FIL, GAZETTE, RADIO, TEXTS, tiny_analysis, words_in


def nothing() -> Analysis:
    return Analysis(**{name: empty(name) for name in TABLES})


def test_key_numbers() -> None:
    numbers = key_numbers(tiny_analysis())
    assert (numbers.articles, numbers.sources, numbers.stories) == (4, 3, 2)
    assert (numbers.figures, numbers.compared, numbers.contradictions) == (12, 3, 1)
    assert (numbers.first, numbers.last) == ("2024-03-04", "2024-04")


def test_reused_words_are_counted_once() -> None:
    analysis = tiny_analysis()
    clause, quote = "Norvia investit 30 millions d’euros dans l’usine", "Nous devons baisser nos coûts pour sauver"
    rows = analysis.reuse[analysis.reuse["kind"] != "short"]
    spans = {FIL: 0, GAZETTE: 0, RADIO: 0}
    for row in rows.itertuples():
        spans[str(row.a_article)] += words_in(TEXTS[str(row.a_article)][row.a_start : row.a_end])
        spans[str(row.b_article)] += words_in(TEXTS[str(row.b_article)][row.b_start : row.b_end])
    assert clause in TEXTS[FIL] and clause in TEXTS[RADIO] and quote in TEXTS[GAZETTE]
    assert reused_share(analysis) == pytest.approx(sum(spans.values()) / analysis.articles["n_words"].sum())
    doubled = analysis.with_tables(reuse=pd.concat([analysis.reuse, analysis.reuse], ignore_index=True))
    assert reused_share(doubled) == reused_share(analysis)


def test_the_pair_that_shares_most() -> None:
    pair = closest_pair(tiny_analysis())
    assert pair is not None
    assert (pair.source_a, pair.source_b, pair.quoted) == ("Radio Sud", "Le Fil", 0.0)
    assert pair.containment == pytest.approx(9 / 32)


def test_the_gravest_comes_first() -> None:
    found = worth_a_look(tiny_analysis())
    assert [finding.kind for finding in found] == ["contradict", "shared", "shared", "lone", "lone", "left_out"]
    assert found[0] == Finding("contradict", "c-layoffs")


def test_a_lone_figure_needs_others_who_tell_the_story() -> None:
    found = lone_figures(tiny_analysis())
    assert {finding.key for finding in found} == {"c-sale_price", "c-recycled_share"}
    assert {finding.source for finding in found} == {"La Gazette", "Le Fil"}


def test_shared_passages_do_not_come_twice() -> None:
    analysis = tiny_analysis()
    again = analysis.reuse.assign(reuse_id="again:" + analysis.reuse["reuse_id"])
    doubled = analysis.with_tables(reuse=pd.concat([analysis.reuse, again], ignore_index=True))
    assert len(longest_shared(doubled)) == len(longest_shared(analysis)) == 2


def test_a_theme_that_one_source_leaves_out() -> None:
    assert left_out(tiny_analysis(), theme_mix(tiny_analysis())) == [Finding("left_out", "layoffs", "Radio Sud")]


def term(article_id: str, lemma: str, count: int, kind: str = "word") -> dict[str, object]:
    row = {"article_id": article_id, "lemma": lemma, "term": lemma.title(), "kind": kind}
    return row | {"count": count, "tfidf": 0.1, "rank": 1}


def test_a_term_that_sets_a_source_apart() -> None:
    rows = [(FIL, "verre", 9), (FIL, "usine", 9), (GAZETTE, "usine", 20), (RADIO, "usine", 10), (RADIO, "rare", 1)]
    analysis = tiny_analysis().with_tables(terms=table("terms", [term(*row) for row in rows]), term_mentions=many(rows))
    assert own_words(analysis) == [Finding("term", "verre", "Le Fil")]
    # Who is named sets a source apart as its words do, here and on the page of the terms.
    named = [*rows, (GAZETTE, "cgt", 30)]
    analysis = tiny_analysis().with_tables(
        terms=table("terms", [term(*row, kind="name" if row[1] == "cgt" else "word") for row in named]),
        term_mentions=many(named),
    )
    assert own_words(analysis)[0] == Finding("term", "cgt", "La Gazette")
    alone = analysis.with_tables(terms=table("terms", [term(*row) for row in rows[:2]]), term_mentions=many(rows[:2]))
    assert own_words(alone) == []


def many(rows: list[tuple[str, str, int]]) -> pd.DataFrame:
    """So many mentions of each lemma in the first passage of the article's body."""
    passages = tiny_analysis().passages
    body = passages[passages["role"] == "body"].drop_duplicates("article_id").set_index("article_id")["passage_id"]
    return table(
        "term_mentions",
        [
            {"lemma": lemma, "article_id": article, "passage_id": body[article], "start": place, "end": place + 1}
            for article, lemma, count in rows
            for place in range(count)
        ],
    )


def test_top_terms_are_telling_ones_by_their_mentions() -> None:
    rows = [term(FIL, "usine", 2), term(GAZETTE, "usine", 3), term(RADIO, "verre", 4), term(FIL, "mot", 4)]
    heavy = {"usine": 0.5, "verre": 2.0, "mot": 0.1}
    rows = [row | {"tfidf": heavy[str(row["lemma"])]} for row in rows]
    found = top_terms(tiny_analysis().with_tables(terms=table("terms", rows)), 2)
    assert list(found.itertuples(index=False, name=None)) == [("usine", "Usine", 5), ("verre", "Verre", 4)]


def test_volume_by_day() -> None:
    rows = volume(tiny_analysis())
    assert list(rows.itertuples(index=False, name=None)) == [
        ("2024-03-04", "Le Fil", 1),
        ("2024-03-05", "La Gazette", 1),
        ("2024-03-05", "Radio Sud", 1),
    ]


def test_nothing_says_nothing() -> None:
    analysis = nothing()
    numbers = key_numbers(analysis)
    assert (numbers.articles, numbers.reused, numbers.first) == (0, None, None)
    assert closest_pair(analysis) is None
    assert worth_a_look(analysis) == []
    assert volume(analysis).empty


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=8))
def test_merged_spans_cover_the_same_places(pairs: list[tuple[int, int]]) -> None:
    spans = [(start, start + length) for start, length in pairs]
    joined = united(spans)
    assert {place for a, b in spans for place in range(a, b)} == {place for a, b in joined for place in range(a, b)}
    assert all(end < start for (_, end), (start, _) in pairwise(joined))
