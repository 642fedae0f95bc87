import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.dates import date_in, date_of

READ = [
    ("2023", "2023"),
    ("2023-01", "2023-01"),
    ("2023-01-12", "2023-01-12"),
    ("2023/01/12", "2023-01-12"),
    ("20230112", "2023-01-12"),
    ("2023-01-23T08:15", "2023-01-23T08:15"),
    ("2023-01-23 08:15:42", "2023-01-23T08:15"),
    ("2023-01-23T08:15:30+01:00", "2023-01-23T08:15"),
    ("2023-01-23T08:15:30Z", "2023-01-23T09:15"),
    ("2023-07-23T08:15:30.123Z", "2023-07-23T10:15"),
    ("2023-01-23T23:30:00Z", "2023-01-24T00:30"),
    ("2023-01-23T00:00:00", "2023-01-23"),
    ("12 janvier 2023", "2023-01-12"),
    ("Jeudi 12 janvier 2023 à 8h15", "2023-01-12T08:15"),
    ("le 1er août 2022", "2022-08-01"),
    ("1 aout 2022", "2022-08-01"),
    ("janvier 2023", "2023-01"),
    ("déc. 2022", "2022-12"),
    ("12/01/2023", "2023-01-12"),
    ("12.01.2023 08:15", "2023-01-12T08:15"),
    ("01/23/2023", "2023-01-23"),
    ("01/2023", "2023-01"),
    ("Mon, 23 Jan 2023 08:15:00 GMT", "2023-01-23T09:15"),
    ("Mon, 23 Jan 2023 08:15:00 +0100", "2023-01-23T08:15"),
    ("January 12, 2023", "2023-01-12"),
    ("Jan 12, 2023 8:15 PM", "2023-01-12T20:15"),
    ("12\u202fjanvier\u00a02023", "2023-01-12"),
]
NONE = [
    "30/02/2023", "2023-02-30", "2023-13", "00/2023", "13/2023", "hier", "mardi", "", "0000", "9999-01-01", "1600",
    "12 marsouin 2023", "12 Dupont 2023", "2023-01-23T25:15", "2023-01-23T08:75", "99/99/2023", "x" * 500, "12/01/23",
]  # fmt: skip


@pytest.mark.parametrize(("printed", "iso"), READ)
def test_date_of(printed: str, iso: str) -> None:
    assert date_of(printed) == iso


@pytest.mark.parametrize("printed", NONE)
def test_what_is_no_date(printed: str) -> None:
    assert date_of(printed) is None


@given(st.text(alphabet="0123456789-/. :hTZ+janvierdéc", max_size=40))
def test_any_text_gives_truncated_iso_or_nothing(printed: str) -> None:
    found = date_of(printed)
    assert found is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?", found)


@given(st.datetimes().filter(lambda moment: 1700 <= moment.year <= 2200))
def test_iso_round_trip(moment) -> None:  # type: ignore[no-untyped-def]
    assert date_of(moment.date().isoformat()) == moment.date().isoformat()


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Publié le 12 janvier 2024 à 8h15 | Mis à jour le 13 janvier 2024", "2024-01-12T08:15"),
        ("Publié par Le service web le | Modifié le", None),
        ("date 2024-03 La verrerie rouvre.", "2024-03"),
        ("12/01/2024", "2024-01-12"),
        ("Published January 12, 2024", "2024-01-12"),
        ("Mis à jour le 12 janvier 2024", None),
        ("© Le Fil 2024", None),
        ("Temps de lecture : 3 min", None),
    ],
)
def test_date_in(line: str, iso: str | None) -> None:
    assert date_in(line) == iso
