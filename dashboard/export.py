"""Tables written as files: Parquet, CSV or JSON lines, the same bytes for the same tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pandas as pd

from dashboard.tables import TABLES, Analysis

Format = Literal["parquet", "csv", "jsonl"]


def write_tables(analysis: Analysis, folder: Path, form: Format) -> list[Path]:
    """One file a table, written beside its place and moved there whole; the paths, in the contract's order.

    Nothing is added for spreadsheets: these are the tables as they are. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, frame in analysis.tables().items():
        path = folder / f"{name}.{form}"
        draft = folder / f".{name}.{form}.new"
        if form == "parquet":
            frame.to_parquet(draft, index=False)
        elif form == "csv":
            frame.to_csv(draft, index=False, lineterminator="\n")
        else:
            draft.write_text("".join(json_lines(name, frame)), encoding="utf-8", errors="surrogatepass")
        draft.replace(path)
        written.append(path)
    return written


def json_lines(name: str, frame: pd.DataFrame) -> Iterator[str]:
    """Each row as one line of JSON; an empty cell is null, a row number whole."""
    columns = [column.name for column in TABLES[name]]
    values = [[None if pd.isna(value) else value for value in frame[column].tolist()] for column in columns]
    if name == "skipped":
        values[1] = [None if row is None else int(row) for row in values[1]]
    for row in zip(*values, strict=True):
        yield json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n"
