"""Keyness, co-occurrents and trends by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.keyness import LIKELY, cooccurrents, g2, keyness, log_ratio, trend


def mentions(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["lemma", "article_id", "passage_id"])


TABLE = mentions(
    *[("grève", "a", "a:0")] * 3,
    ("salaire", "a", "a:0"),
    ("salaire", "b", "b:0"),
    *[("usine", "b", "b:0")] * 2,
    ("grève", "c", "c:0"),
    ("usine", "c", "c:9"),
)


def test_g2_of_a_table_by_hand() -> None:
    # 3 of 4 against 1 of 4: expected 2 and 2.
    assert float(g2([3], [4], [1], [4])[0]) == pytest.approx(2 * (3 * math.log(1.5) + math.log(0.5)), abs=1e-6)
    assert float(g2([1], [4], [3], [4])[0]) < 0
    assert float(g2([2], [4], [0], [0])[0]) == 0.0


def test_log_ratio_counts_doublings() -> None:
    assert log_ratio([4, 2, 1, 0], [8, 8, 8, 8], [1, 2, 4, 4], [8, 8, 8, 8]).tolist() == [2.0, 0.0, -2.0, -3.0]


def test_each_group_against_all_others() -> None:
    found = keyness(TABLE, TABLE["article_id"])
    first = found.groupby("group").first()
    assert first["lemma"].to_dict() == {"a": "grève", "b": "usine", "c": "grève"} or first.loc["a", "lemma"] == "grève"
    row = found[(found["group"] == "a") & (found["lemma"] == "grève")].iloc[0]
    assert row[["count", "total", "count_rest", "total_rest"]].tolist() == [3, 4, 1, 5]


def test_groups_may_be_empty_or_alone() -> None:
    assert keyness(TABLE[:0], TABLE[:0]["article_id"]).empty
    alone = keyness(TABLE, pd.Series(["all"] * len(TABLE)))
    assert (alone["g2"] == 0).all()


def test_rows_without_a_group_count_nowhere() -> None:
    groups = TABLE["article_id"].where(TABLE["article_id"] != "c")
    assert keyness(TABLE, groups)["total_rest"].max() == 4


def test_the_silence_of_a_group_is_told_where_it_is_beyond_chance() -> None:
    rows = [("grève", "a", "a:0")] * 20 + [("usine", "a", "a:0")] * 20 + [("usine", "b", "b:0")] * 40
    rows += [("rare", "a", "a:0")] * 2
    found = keyness(mentions(*rows), pd.Series([row[1] for row in rows])).set_index(["group", "lemma"])
    silence = found.loc[("b", "grève")]
    assert silence[["count", "total", "count_rest", "total_rest"]].tolist() == [0, 40, 20, 42]
    # 0 · log 0 is 0: only the cell with mentions counts.
    assert silence["g2"] == pytest.approx(-2 * 20 * math.log(82 / 42), abs=1e-6)
    assert silence["log_ratio"] == pytest.approx(math.log2((0.5 / 40) / (20 / 42)), abs=1e-6)
    # Two mentions less than nobody expects: chance.
    assert ("b", "rare") not in found.index and ("a", "rare") in found.index
    assert found["g2"].loc["b"].idxmin() == "grève"


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from(["x", "y", "z", None])), max_size=60))
def test_every_row_counts_what_stands_in_the_table(rows: list[tuple[str, str | None]]) -> None:
    table = mentions(*[(lemma, "a", "a:0") for lemma, _ in rows])
    groups = pd.Series([group for _, group in rows], dtype="object")
    counted = [row for row in rows if row[1] is not None]
    found = keyness(table, groups)
    for row in found.itertuples():
        assert row.count == counted.count((row.lemma, row.group))
        assert row.count + row.count_rest == sum(lemma == row.lemma for lemma, _ in counted) >= 2
        assert row.total + row.total_rest == len(counted)
        assert row.count or row.g2 <= -LIKELY
    said = set(zip(found["lemma"], found["group"], strict=True))
    assert said >= {row for row in counted if sum(lemma == row[0] for lemma, _ in counted) >= 2}


def test_cooccurrents_are_bound_by_passages() -> None:
    more = pd.concat([TABLE, mentions(("prime", "c", "c:20"))])
    found = cooccurrents(more, "salaire", min_count=1)
    assert set(found["lemma"]) == {"grève", "usine"}
    assert found.set_index("lemma").loc["usine", ["together", "passages"]].tolist() == [1, 2]
    # Two of four mentions stand together: 14 + log2(2 · 1 / (2 + 2)).
    assert found["log_dice"].tolist() == [13.0, 13.0]
    assert cooccurrents(TABLE, "salaire").empty and cooccurrents(TABLE, "absent").empty


def test_company_by_chance_alone_is_none() -> None:
    # Each of the two stands in half of the passages with the term, as in half of all others.
    assert cooccurrents(TABLE, "salaire", min_count=1).empty


def test_frequent_company_comes_before_a_rare_word_that_stands_nowhere_else() -> None:
    rows = [("azur", "a", f"a:{place}") for place in range(20)]
    rows += [("nuage", "a", f"a:{place}") for place in range(14)] + [("nuage", "a", f"a:{place}") for place in (30, 31)]
    rows += [("perle", "a", f"a:{place}") for place in (0, 1, 2)]
    rows += [("fond", "a", f"a:{place}") for place in range(15, 60)]
    assert cooccurrents(mentions(*rows), "azur")["lemma"].tolist() == ["nuage", "perle"]


def test_trend_by_day_week_month_and_year() -> None:
    articles = pd.DataFrame(
        {"article_id": ["a", "b", "c"], "published": ["2023-01-31", "2023-02-01", "2023-02"], "n_words": [100, 300, 50]}
    )
    days = trend(TABLE, articles, "grève")
    assert days[["period", "count"]].to_numpy().tolist() == [["2023-01-31", 3], ["2023-02-01", 0]]
    assert days["per_thousand"].tolist() == [30.0, 0.0]
    weeks = trend(TABLE, articles, "grève", "week")
    assert weeks[["period", "count", "n_words"]].to_numpy().tolist() == [["2023-01-30", 3, 400]]
    assert trend(TABLE, articles, "grève", "month")["count"].tolist() == [3, 1]
    assert trend(TABLE, articles, "grève", "year")["count"].tolist() == [4]
