"""A term in its contexts."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.concordance import concordance

TEXT = "Hier encore, la grève durait.\nUne autre grève commence demain à Lens."


def table(text: str, word: str) -> pd.DataFrame:
    starts = [place for place in range(len(text)) if text.startswith(word, place)]
    rows = [(word, "a", "a:0", start, start + len(word)) for start in starts]
    return pd.DataFrame(rows, columns=["lemma", "article_id", "passage_id", "start", "end"])


def test_left_key_and_right() -> None:
    rows = concordance(table(TEXT, "grève"), {"a": TEXT}, "grève", width=16)
    assert rows[["left", "key", "right"]].to_numpy().tolist() == [
        ["Hier encore, la ", "grève", " durait."],
        ["Une autre ", "grève", " commence demain"],
    ]
    assert [TEXT[row.start : row.end] for row in rows.itertuples()] == ["grève", "grève"]


def test_sorted_by_the_nearest_words() -> None:
    rows = concordance(table(TEXT, "grève"), {"a": TEXT}, "grève", order="left")
    assert [left.split()[-1] for left in rows["left"]] == ["autre", "la"]
    rows = concordance(table(TEXT, "grève"), {"a": TEXT}, "grève", order="right")
    assert [right.split()[0] for right in rows["right"]] == ["commence", "durait."]


def test_nothing_to_find() -> None:
    assert concordance(table(TEXT, "grève"), {"a": TEXT}, "usine").empty
    assert concordance(table(TEXT, "grève"), {}, "grève").empty


@given(st.text(alphabet="ab \n", max_size=40), st.integers(1, 20))
def test_contexts_stand_beside_the_key(text: str, width: int) -> None:
    flat = text.replace("\n", " ")
    for row in concordance(table(text, "a"), {"a": text}, "a", width).itertuples():
        assert flat[: row.start].rstrip().endswith(str(row.left).rstrip())
        assert flat[row.end :].startswith(str(row.right))
        assert len(str(row.left)) <= width and len(str(row.right)) <= width
