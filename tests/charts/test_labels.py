"""Names that fit an axis: cut in the middle, laid in lines, tilted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.labels import MOST_LINES, heads, in_lines, label_expression, shortened


@pytest.mark.parametrize(
    ("name", "most", "expected"),
    [
        ("Le Fil", 13, "Le Fil"),
        ("les_echos_2023-01-23", 13, "les_ec…-01-23"),
        ("les_echos_2023-01-24", 13, "les_ec…-01-24"),
        ("Le Courrier de l’Ouest", 7, "Le…est"),
        ("abc", 2, "a…"),
    ],
)
def test_the_middle_goes(name: str, most: int, expected: str) -> None:
    assert shortened(name, most) == expected


@given(st.text(max_size=40), st.integers(2, 30))
def test_no_name_is_too_long(name: str, most: int) -> None:
    assert len(shortened(name, most)) <= most


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Média A", ["Média", "A"]),
        ("Le Fil", ["Le", "Fil"]),
        ("La Vigie des Monts", ["La Vigie", "des Monts"]),
        ("depeche_2023.txt", ["depeche_2023.txt"]),
        ("", [""]),
    ],
)
def test_a_name_in_lines(name: str, expected: list[str]) -> None:
    assert in_lines(name) == expected


@given(st.text(alphabet="abé ", max_size=24))
def test_lines_lose_no_word(name: str) -> None:
    lines = in_lines(name)
    assert " ".join(lines).split() == name.split() and 1 <= len(lines) <= MOST_LINES


def test_every_name_beside_a_row_has_its_form() -> None:
    said = label_expression(["Le Fil", 'Un "titre"', "le_courrier_de_la_baie_2023"])
    assert '"Le Fil": "Le Fil"' in said and '\\"titre\\"' in said and '"le_courrier…_baie_2023"' in said


def test_heads_stand_upright_where_they_fit_and_are_tilted_elsewhere() -> None:
    axis = heads(["Média A", "Média B"], bold=True)
    # Seven characters in one line, five in the longest of two.
    assert "bandwidth('x') >= 57 ? 0 : bandwidth('x') >= 42 ? 1 : 2" in axis["labelExpr"]
    assert '"Média A": ["Média A", ["Média", "A"], "Média A"]' in axis["labelExpr"]
    assert axis["labelAngle"].to_dict() == {"expr": "bandwidth('x') >= 42 ? 0 : -50"}
    # The second line stands between the first and the column, not on the column.
    assert axis["labelPadding"].to_dict() == {"expr": "bandwidth('x') < 57 && bandwidth('x') >= 42 ? 23 : 8"}


def test_a_name_without_a_blank_is_cut_and_tilted_only_where_its_ends_do_not_fit() -> None:
    axis = heads(["000_depeche_du_matin.txt", "001_depeche_du_soir.txt"])
    assert axis["labelExpr"].endswith("[datum.value][bandwidth('x') >= 172 ? 0 : bandwidth('x') >= 172 ? 1 : 2]")
    assert axis["labelAngle"].to_dict() == {"expr": "bandwidth('x') >= 144 ? 0 : -50"}
    assert '["000_depeche_du_matin.txt"], "000_depech…matin.txt"]' in axis["labelExpr"]
