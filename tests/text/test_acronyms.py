import pytest

from dashboard.text.acronyms import could_abbreviate, is_acronym
from tests.text.settings import read

CASES = [
    ("BCE", "Banque centrale européenne", True),
    ("ASN", "Autorité de sûreté nucléaire", True),
    ("Cedeao", "Communauté économique des États de l'Afrique de l'Ouest", True),
    ("HCR", "Haut-Commissariat des Nations unies pour les réfugiés", True),
    ("CRE", "Commission de régulation de l'énergie", True),
    ("ONU", "Banque mondiale", False),
    ("BCE", "Banque", False),
    ("PME", "Parti socialiste", False),
]


@pytest.mark.parametrize(("short", "long", "fits"), CASES)
def test_could_abbreviate(short: str, long: str, fits: bool) -> None:
    assert could_abbreviate(short, long) is fits


def test_is_acronym() -> None:
    assert [is_acronym(word) for word in ("BCE", "Cedeao", "U.S.", "Un", "2024", "le")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip


def test_acronyms_of_things_are_no_names() -> None:
    text = "La peste porcine africaine (PPA) recule. La PPA frappe l'Est. La commission du verre (CDV) se réjouit."
    assert list(dict.fromkeys(name.name for name in read(text).names)) == ["CDV"]
