"""Charts of the terms: what they draw, exactly, and that they leave their input alone."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.analysis.shares import name_shares, term_sources
from dashboard.analysis.specific import course
from dashboard.charts import terms
from dashboard.charts.style import contrast
from tests.charts.looks import SOURCES, source_look
from tests.charts.test_themes import rows_of
from tests.tiny import tiny_analysis

KEYNESS = pd.DataFrame(
    {
        "lemma": ["musée", "visiteur", "poste"],
        "term": ["musée", "visiteurs", "postes"],
        "g2": [9.5, 4.0, -3.2],
        "count": [2, 1, 0],
        "count_rest": [0, 0, 1200],
    }
)


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


def test_keyness_goes_both_ways_with_the_counts_printed() -> None:
    chart = terms.keyness_chart(KEYNESS, source_look())
    rows = {row["lemma"]: (row["side"], row["printed"]) for row in rows_of(chart)}
    assert rows == {"musée": ("more", "2 / 0"), "visiteur": ("more", "1 / 0"), "poste": ("less", "0 / 1\u202f200")}
    ends = {param["name"]: param.get("value") for param in chart["params"]}
    assert (ends["low"], ends["high"]) == (-3.84, 9.5)
    # The counts stand beyond the ends of the bars: pixels are kept free for them, whatever the width.
    assert chart["layer"][0]["encoding"]["x"]["scale"]["padding"] == terms.COUNTS
    # The line of chance is drawn on both sides that have bars, also where none reaches it.
    drawn = [layer["encoding"]["x"]["datum"] for layer in chart["layer"] if layer["mark"]["type"] == "rule"]
    assert drawn == [-3.84, 3.84]


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


def test_the_course_is_in_order_of_time() -> None:
    chart = terms.course_chart(course(tiny_analysis(), "poste"), source_look("en"))
    rows = {row["period"]: row["printed"] for row in rows_of(chart)}
    assert list(rows) == ["2024-03-04", "2024-03-05"]
    assert rows["2024-03-04"] == "38.5"


def _names(names: pd.DataFrame, share: str) -> Any:
    return terms.names_chart(names, source_look(), share)


def test_neighbours_are_bars_of_passages() -> None:
    neighbours = pd.DataFrame({"lemma": ["coût"], "term": ["coûts"], "n_passages": [3]})
    (row,) = rows_of(terms.neighbours_chart(neighbours, source_look()))
    assert (row["term"], row["value"], row["printed"]) == ("coûts", 3, "3")


def test_no_chart_writes_to_its_input() -> None:
    look, table, names = source_look(dark=True), term_sources(tiny_analysis()), name_shares(tiny_analysis())
    for draw, frame in (
        (lambda: terms.dots_chart(table, look, "tfidf"), table),
        (lambda: terms.bars_chart(table, look, "count"), table),
        (lambda: terms.keyness_chart(KEYNESS, look), KEYNESS),
        (lambda: terms.names_chart(names, look, "article_share"), names),
    ):
        before = frame.copy()
        draw()
        pd.testing.assert_frame_equal(frame, before)
