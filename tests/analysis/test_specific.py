"""What sets sources and themes apart, on the tiny corpus."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.analysis.specific import both_ends, counted_mentions, course, neighbours, specific_terms, strongest
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
    assert strongest(table) is not None


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
    table = pd.DataFrame({"group": ["A"] * 5 + ["B"], "lemma": list("abcdef"), "g2": [9.0, 5.0, 0.5, -2.0, -7.0, 3.0]})
    assert list(both_ends(table, "A", 2)["lemma"]) == ["a", "b", "d", "e"]
    assert list(both_ends(table, "A", 1)["lemma"]) == ["a", "e"]
    assert list(both_ends(table, "A", 9)["lemma"]) == ["a", "b", "d", "e"]
    assert both_ends(table, "C", 2).empty
    assert strongest(table) == {"group": "A", "lemma": "a", "g2": 9.0}
    assert strongest(table[table["g2"] < 3.84]) is None


def test_the_company_of_a_term() -> None:
    # "coût" and "site" stand together in three passages.
    rows = neighbours(tiny_analysis(), "coût", 5).set_index("term")
    assert rows.loc["site", "n_passages"] == 3
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
