"""Tables as CSV that a spreadsheet opens without running anything in it. Knows nothing of Streamlit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

#: What a spreadsheet takes for a formula: its signs, also full width, behind blanks, marks or apostrophes.
_FORMULA = re.compile(r"'*(?:[\t\r\n\0]|[\s\u200b-\u200f\u2060\ufeff\"]*[=+\-@|%＝＋－＠])")


def spreadsheet_csv(frame: pd.DataFrame, headers: Mapping[str, str], language: str = "fr") -> bytes:
    """The table as CSV for a spreadsheet: UTF-8 with a mark that says so, headers in words, formulas defused.

    In French fields are parted by semicolons and decimals by commas, as French spreadsheets expect. A column
    without a header in ``headers`` keeps its name. Text cells that a spreadsheet would run get an apostrophe
    in front; numbers stay numbers.
    """
    safe = frame.copy()
    for name in safe.columns:
        if not (pd.api.types.is_numeric_dtype(safe[name]) or pd.api.types.is_bool_dtype(safe[name])):
            safe[name] = safe[name].map(defused)
    safe.columns = [defused(headers.get(str(name), str(name))) for name in safe.columns]
    comma = language == "fr"
    text = safe.to_csv(index=False, sep=";" if comma else ",", decimal="," if comma else ".", lineterminator="\r\n")
    return str(text).encode("utf-8-sig", errors="replace")


def defused(value: Any) -> Any:
    """The cell with an apostrophe in front where a spreadsheet would run it; else, and if no text, as it is.

    Taking one leading apostrophe away from a cell that ``_FORMULA`` matches gives the cell back.
    """
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
