"""Downloads open in a spreadsheet without running anything."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.spreadsheet import _FORMULA, defused, spreadsheet_csv

DANGEROUS = [
    "=1+1",
    "+33 1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\u00a0=1",
    "＝1",
    "'=1",
    '"=1',
    "\u200b=1",
    "%0",
]
HARMLESS = ["Le Fil", "12 000", "a=b", "10 %", "« Oui »", "", "’=", "l'heure"]


@pytest.mark.parametrize("value", DANGEROUS)
def test_a_formula_gets_an_apostrophe(value: str) -> None:
    assert defused(value) == f"'{value}"


@pytest.mark.parametrize("value", HARMLESS)
def test_plain_text_stays(value: str) -> None:
    assert defused(value) == value


@pytest.mark.parametrize("value", [3, -2.5, True, None])
def test_numbers_stay_numbers(value: object) -> None:
    assert defused(value) is value


@given(st.text())
def test_no_cell_begins_dangerously_and_each_comes_back(value: str) -> None:
    cell = defused(value)
    assert not cell.lstrip("\u200b\u00a0 \t").startswith(("=", "+", "-", "@"))
    assert (cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell) == value


def test_french_and_english_files() -> None:
    frame = pd.DataFrame({"source": ["Le Fil", "=A1"], "share": [0.5, -1.25]})
    french = spreadsheet_csv(frame, {"source": "Média", "share": "Part"}, "fr")
    assert french.decode("utf-8-sig") == "Média;Part\r\nLe Fil;0,5\r\n'=A1;-1,25\r\n"
    assert french.startswith(b"\xef\xbb\xbf")
    english = spreadsheet_csv(frame, {"source": "Source"}, "en")
    assert english.decode("utf-8-sig") == "Source,share\r\nLe Fil,0.5\r\n'=A1,-1.25\r\n"


def test_the_table_is_left_alone() -> None:
    frame = pd.DataFrame({"source": ["=A1"]})
    before = frame.copy()
    spreadsheet_csv(frame, {})
    pd.testing.assert_frame_equal(frame, before)
