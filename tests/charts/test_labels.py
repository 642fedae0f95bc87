"""Names cut in the middle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.labels import FITTING, label_expression, shortened


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


@given(st.text(max_size=40), st.sampled_from(FITTING))
def test_no_name_is_too_long(name: str, most: int) -> None:
    assert len(shortened(name, most)) <= max(most, 1)


def test_every_name_has_its_forms() -> None:
    said = label_expression(["Le Fil", 'Un "titre"'], "bandwidth('x')")
    assert '"Le Fil": ["Le…l", "Le Fil", "Le Fil", "Le Fil"]' in said and '\\"titre\\"' in said
    assert label_expression(["Le Fil"]).endswith("[datum.value][3]")
