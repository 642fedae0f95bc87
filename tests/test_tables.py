"""Tables hold to their contract or say where they break it."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.model import Skipped
from dashboard.tables import TABLES, Analysis, TableError, check_table, conform, empty, table
from tests.tiny import tiny_analysis


def test_records_become_rows_in_the_order_of_the_contract() -> None:
    made = table("skipped", [Skipped("a.txt", None, "empty"), Skipped("b.csv", 3, "no text")])
    assert list(made.columns) == ["path", "row", "reason"]
    assert made["path"].tolist() == ["a.txt", "b.csv"]
    assert made["row"].isna().tolist() == [True, False]
    assert made["row"].tolist()[1] == 3.0


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_has_every_column_and_dtype(name: str) -> None:
    frame = empty(name)
    assert list(frame.columns) == [column.name for column in TABLES[name]]
    assert len(frame) == 0
    for column in TABLES[name]:
        kind = str(frame[column.name].dtype)
        assert kind == {"text": "str", "int": "int64", "float": "float64", "bool": "bool"}[column.dtype]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"claim_id": "c", "quantity_id": "q"}, "table claim_mentions: column source is missing"),
        ({"claim_id": "c", "quantity_id": None, "source": "s"}, "table claim_mentions: column quantity_id is empty"),
    ],
)
def test_a_broken_row_is_named(row: dict[str, object], message: str) -> None:
    with pytest.raises(TableError, match=message):
        table("claim_mentions", [row])


def test_a_word_outside_the_vocabulary_is_named() -> None:
    frame = tiny_analysis().claims.assign(verdict="wrong")
    with pytest.raises(TableError, match="column verdict holds 'wrong'"):
        check_table("claims", frame)


def test_conform_leaves_its_input_alone() -> None:
    given = pd.DataFrame({"source": ["s"], "claim_id": ["c"], "quantity_id": ["q"], "more": [1]}, index=[7])
    before = given.copy()
    made = conform("claim_mentions", given)
    assert list(made.columns) == ["claim_id", "quantity_id", "source"]
    assert made.index.tolist() == [0]
    pd.testing.assert_frame_equal(given, before)


def test_an_analysis_lists_its_tables_in_the_order_of_the_contract() -> None:
    analysis = tiny_analysis()
    assert isinstance(analysis, Analysis)
    assert list(analysis.tables()) == list(TABLES)
    other = analysis.with_tables(reuse=empty("reuse"))
    assert len(other.reuse) == 0
    assert len(analysis.reuse) > 0
