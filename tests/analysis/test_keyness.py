"""Keyness, co-occurrents and trends by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from dashboard.analysis.keyness import cooccurrents, g2, keyness, log_ratio, trend


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


def test_cooccurrents_are_bound_by_passages() -> None:
    found = cooccurrents(TABLE, "salaire", min_count=1)
    assert set(found["lemma"]) == {"grève", "usine"}
    assert found.set_index("lemma").loc["usine", ["together", "passages"]].tolist() == [1, 2]
    assert cooccurrents(TABLE, "salaire").empty and cooccurrents(TABLE, "absent").empty


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
