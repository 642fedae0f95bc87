"""Tables as files: every format gives back the same rows, and nothing is half written."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from dashboard.export import json_lines, write_tables
from dashboard.tables import TABLES, conform
from tests.tiny import tiny_analysis


def test_json_lines_hold_the_contract_and_null_for_nothing(tmp_path: Path) -> None:
    write_tables(tiny_analysis(), tmp_path, "jsonl")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{name}.jsonl" for name in TABLES)
    rows = [json.loads(line) for line in (tmp_path / "skipped.jsonl").read_text(encoding="utf-8").splitlines()]
    assert rows[0] == {"path": "vide.txt", "row": None, "reason": "the file is empty"}
    assert rows[1]["row"] == 3
    assert isinstance(rows[1]["row"], int)


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl"])
def test_every_format_reads_back_and_repeats_its_bytes(tmp_path: Path, form: str) -> None:
    analysis = tiny_analysis()
    written = write_tables(analysis, tmp_path, form)  # type: ignore[arg-type]
    first = [path.read_bytes() for path in written]
    read = {"parquet": pd.read_parquet, "csv": pd.read_csv, "jsonl": lambda path: pd.read_json(path, lines=True)}[form]
    back = conform("claims", read(tmp_path / f"claims.{form}").astype({"period": "object"}))
    pd.testing.assert_frame_equal(
        back.drop(columns="period"), analysis.claims.drop(columns="period"), check_exact=False
    )
    write_tables(analysis, tmp_path, form)  # type: ignore[arg-type]
    assert [path.read_bytes() for path in written] == first


def test_a_cell_that_a_spreadsheet_would_run_is_written_as_it_is(tmp_path: Path) -> None:
    frame = tiny_analysis().skipped.assign(reason="=1+1")
    assert '"reason": "=1+1"' in next(json_lines("skipped", frame))
