"""Charts of the terms: what they draw, exactly, and that they leave their input alone."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.analysis.shares import name_shares, term_sources
from dashboard.charts import terms
from dashboard.charts.style import contrast
from tests.charts.looks import SOURCES, source_look
from tests.charts.test_themes import rows_of
from tests.tiny import tiny_analysis


def test_a_dot_a_source_and_term_sorted_by_the_total() -> None:
    table = term_sources(tiny_analysis())
    chart = terms.dots_chart(table, source_look(), "count")
    rows = {(row["term"], row["source"]): row["value"] for row in rows_of(chart)}
    assert rows["postes", "Le Fil"] == 2 and rows["postes", "La Gazette"] == 1
    assert ("postes", "Radio Sud") not in rows
    assert chart["layer"][1]["encoding"]["y"]["sort"] is None
    assert list(dict.fromkeys(row["term"] for row in rows_of(chart))) == list(dict.fromkeys(table["term"]))


def test_marks_of_one_value_stand_apart_and_others_in_the_middle() -> None:
    rows = rows_of(terms.dots_chart(term_sources(tiny_analysis()), source_look(), "count"))
    shifts = {(row["term"], row["source"]): row["shift"] for row in rows}
    assert shifts["postes", "Le Fil"] == 0 and shifts["postes", "La Gazette"] == 0
    usine = [shifts["usine", source] for source in SOURCES]
    assert usine == sorted(usine) and usine[1] == 0 and -1 <= usine[0] < 0 < usine[2] <= 1


def test_sources_keep_their_colours() -> None:
    table = term_sources(tiny_analysis())
    scale = terms.dots_chart(table[table["source"] == "Le Fil"], source_look(), "count")
    scale = scale["layer"][1]["encoding"]["color"]["scale"]
    assert dict(zip(scale["domain"], scale["range"], strict=True)) == SOURCES


def test_bars_print_the_weight_as_the_language_writes_it() -> None:
    table = term_sources(tiny_analysis(), "tfidf")
    for language, mark in (("fr", ","), ("en", ".")):
        rows = rows_of(terms.bars_chart(table, source_look(language), "tfidf"))
        assert len(rows) == table["lemma"].nunique()
        assert all(mark in row["printed"] for row in rows if row["value"] != round(row["value"]))


def test_names_print_the_share_that_was_asked_for() -> None:
    names = name_shares(tiny_analysis())
    by_article = {(row["name"], row["source"]): row["printed"] for row in rows_of(_names(names, "article_share"))}
    by_passage = {(row["name"], row["source"]): row["printed"] for row in rows_of(_names(names, "passage_share"))}
    assert by_article["Alba", "La Gazette"] == "50\u202f%"
    assert by_passage["Alba", "La Gazette"] == "20\u202f%"


def test_silence_is_a_dash() -> None:
    rows = {
        (row["name"], row["source"]): row["printed"]
        for row in rows_of(_names(name_shares(tiny_analysis()), "article_share"))
    }
    assert rows["CGT", "Radio Sud"] == "–"
    assert len(rows) == 6 * 3


@pytest.mark.parametrize("dark", [False, True])
def test_every_number_can_be_read_on_its_cell(dark: bool) -> None:
    rows = rows_of(terms.names_chart(name_shares(tiny_analysis()), source_look(dark=dark), "passage_share"))
    assert min(contrast(row["fill"], row["ink"]) for row in rows) >= 4.5


def _names(names: pd.DataFrame, share: str) -> Any:
    return terms.names_chart(names, source_look(), share)


def test_neighbours_are_bars_of_passages() -> None:
    neighbours = pd.DataFrame({"lemma": ["coût"], "term": ["coûts"], "n_passages": [3]})
    chart = terms.neighbours_chart(neighbours, source_look())
    (row,) = rows_of(chart)
    assert (row["term"], row["value"], row["printed"]) == ("coûts", 3, "3")
    assert _titles(chart) == ["Terme", "Passages avec les deux"]


def test_the_tooltip_of_a_bar_says_what_is_counted() -> None:
    table = term_sources(tiny_analysis())
    assert _titles(terms.bars_chart(table, source_look(), "count")) == ["Terme", "Mentions"]
    assert _titles(terms.bars_chart(table, source_look(), "tfidf")) == ["Terme", "TF-IDF"]


def _titles(chart: Any) -> list[str]:
    return [told["title"] for told in chart["layer"][0]["encoding"]["tooltip"]]


def test_an_axis_of_dots_has_few_numbers() -> None:
    chart = terms.dots_chart(term_sources(tiny_analysis()), source_look(), "count")
    assert chart["layer"][1]["encoding"]["x"]["axis"]["tickCount"] == terms.TICKS


def test_no_chart_writes_to_its_input() -> None:
    look, table, names = source_look(dark=True), term_sources(tiny_analysis()), name_shares(tiny_analysis())
    for draw, frame in (
        (lambda: terms.dots_chart(table, look, "tfidf"), table),
        (lambda: terms.bars_chart(table, look, "count"), table),
        (lambda: terms.names_chart(names, look, "article_share"), names),
    ):
        before = frame.copy()
        draw()
        pd.testing.assert_frame_equal(frame, before)
