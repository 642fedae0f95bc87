"""What sets sources and themes apart, on the tiny corpus."""

from __future__ import annotations

from typing import Literal

import pandas as pd
import pytest

from dashboard.analysis.specific import (
    Part,
    apart,
    both_ends,
    counted_mentions,
    course,
    mentions_in,
    neighbours,
    own_terms,
    specific_terms,
)
from dashboard.tables import Analysis, empty
from tests.tiny import tiny_analysis

NOTHING = Analysis(**{name: empty(name) for name in tiny_analysis().tables()})


def test_counts_of_a_source_and_of_the_rest() -> None:
    table = specific_terms(tiny_analysis(), "source")
    row = table[(table["group"] == "Le Fil") & (table["lemma"] == "poste")].iloc[0]
    assert (row["term"], row["kind"], row["count"], row["count_rest"]) == ("postes", "word", 2, 1)
    mentions = counted_mentions(tiny_analysis())
    assert row["total"] == (mentions["source"] == "Le Fil").sum()
    assert row["total"] + row["total_rest"] == len(mentions)
    # A term with one mention in all says nothing about anybody.
    assert "verre recyclé" not in set(table["lemma"])


def test_themes_are_compared_without_those_passages_that_have_none() -> None:
    table = specific_terms(tiny_analysis(), "theme")
    assert set(table["group"]) == {"layoffs", "investment", "society"}
    museum = table[(table["group"] == "society") & (table["lemma"] == "musée")].iloc[0]
    assert (museum["count"], museum["count_rest"]) == (2, 0)


def test_periods_are_as_fine_as_the_dates() -> None:
    assert set(specific_terms(tiny_analysis(), "period")["group"]) == {"2024-03-04", "2024-03-05"}


@pytest.mark.parametrize("by", ["source", "theme", "period"])
def test_one_group_has_nothing_to_be_compared_with(by: str) -> None:
    whole = tiny_analysis()
    one = whole.with_tables(
        articles=whole.articles.assign(source="Le Fil", published="2024"),
        passage_themes=whole.passage_themes.query("theme == 'layoffs'"),
    )
    assert specific_terms(one, by).empty  # type: ignore[arg-type]


def test_both_ends_of_a_group() -> None:
    table = pd.DataFrame({"group": ["A"] * 5 + ["B"], "lemma": list("abcdef"), "g2": [9.0, 5.0, 3.5, -4.0, -7.0, 3.0]})
    assert list(both_ends(table, "A", 2)["lemma"]) == ["a", "b", "d", "e"]
    assert list(both_ends(table, "A", 1)["lemma"]) == ["a", "e"]
    assert list(both_ends(table, "A", 9)["lemma"]) == ["a", "b", "d", "e"]
    # What may be chance is claimed nowhere.
    assert both_ends(table, "B", 2).empty and both_ends(table, "C", 2).empty


def test_the_term_that_sets_each_source_apart() -> None:
    table = pd.DataFrame(
        {
            "group": list("AABBCD"),
            "lemma": list("uvwxyz"),
            "g2": [9.0, 12.0, 20.0, 7.0, 6.0, 30.0],
            "count": [5, 4, 3, 9, 9, 2],
        }
    )
    assert apart(table)[["group", "lemma"]].to_numpy().tolist() == [["B", "w"], ["A", "v"]]
    assert apart(table[:0]).empty
    whole = tiny_analysis()
    assert own_terms(whole).equals(apart(specific_terms(whole, "source")))


def test_a_term_that_a_source_never_uses_is_at_its_left_end() -> None:
    whole = tiny_analysis()
    extra = whole.term_mentions[whole.term_mentions["lemma"] == "musée"]
    more = whole.with_tables(term_mentions=pd.concat([whole.term_mentions, *[extra] * 30], ignore_index=True))
    table = specific_terms(more, "source")
    rows = both_ends(table, "Le Fil", 8)
    less = rows[rows["g2"] < 0].set_index("lemma")
    assert less.loc["musée", ["count", "count_rest"]].tolist() == [0, 62]
    assert less.loc["musée", "log_ratio"] < 0


@pytest.mark.parametrize(
    ("part", "count"),
    [
        (Part(), 3),
        (Part(source="Le Fil"), 2),
        (Part(theme="layoffs"), 3),
        (Part(theme="labour"), 0),
        (Part(theme="labour", lesser=True), 1),
        (Part(period="2024-03-05"), 1),
        (Part(period="2024"), 3),
        (Part(source="Le Fil", period="2024-03-05"), 0),
        (Part(beside="salarié"), 1),
        (Part(beside="salarié", source="La Gazette"), 0),
        (Part(beside="unknown"), 0),
    ],
)
def test_the_mentions_in_a_part(part: Part, count: int) -> None:
    rows = mentions_in(tiny_analysis(), part)
    assert (rows["lemma"] == "poste").sum() == count


@pytest.mark.parametrize("by", ["source", "theme", "period"])
def test_a_part_holds_as_many_mentions_as_its_mark_says(by: Literal["source", "theme", "period"]) -> None:
    table = specific_terms(tiny_analysis(), by)
    assert len(table)
    for row in table.itertuples():
        rows = mentions_in(tiny_analysis(), Part(**{by: str(row.group)}))
        assert (rows["lemma"] == row.lemma).sum() == row.count


def test_the_passages_with_both_are_those_of_the_bar() -> None:
    for row in neighbours(tiny_analysis(), "alba", 9).itertuples():
        rows = mentions_in(tiny_analysis(), Part(beside=str(row.lemma)))
        assert rows.loc[rows["lemma"] == "alba", "passage_id"].nunique() == row.n_passages


def test_the_company_of_a_term() -> None:
    # "coût" and "site" stand together in three passages.
    rows = neighbours(tiny_analysis(), "coût", 5).set_index("term")
    assert rows.loc["site", ["n_passages", "passages", "log_dice"]].tolist() == [3, 3, 14.0]
    assert rows["n_passages"].is_monotonic_decreasing
    assert neighbours(tiny_analysis(), "nothing", 5).empty


def test_the_course_of_a_term() -> None:
    rows = course(tiny_analysis(), "poste").set_index("period")
    assert rows["count"].to_dict() == {"2024-03-04": 2, "2024-03-05": 1}
    assert rows.loc["2024-03-04", "per_thousand"] == pytest.approx(2000 / 52, abs=1e-6)


def test_empty_tables() -> None:
    assert specific_terms(NOTHING, "source").empty
    assert neighbours(NOTHING, "alba", 3).empty
    assert course(NOTHING, "alba").empty


def test_terms_of_one_mention_each_give_no_row() -> None:
    whole = tiny_analysis()
    single = whole.with_tables(term_mentions=whole.term_mentions.drop_duplicates("lemma"))
    assert specific_terms(single, "source").empty
