import pytest

from tests.text.settings import read

CASES = [
    ("Selon La Gazette du Perche, tout va bien.", [("La Gazette du Perche", "ORG")]),
    ("La Tribune des Monts a enquêté.", [("La Tribune des Monts", "ORG")]),
    ("Il a parlé au Courrier cauchois hier.", [("Courrier cauchois", "ORG")]),
    ("« Le Quotidien lorrain » révèle l'affaire.", [("Le Quotidien lorrain", "ORG")]),
    ("Un article du Petit Courrier de Brémont le dit.", [("Petit Courrier de Brémont", "ORG")]),
    ("Le patron lit Le Particulier.", [("Le Particulier", "ORG")]),
    ("Vaubrac, le 3 mai (Reuters) - Le port rouvre.", [("Vaubrac", "LOC"), ("Reuters", "ORG")]),
    ("M. Le Bihan et Mme De Kerdal viennent.", [("Le Bihan", "PER"), ("De Kerdal", "PER")]),
    ("La maladie de Lyme recule au T2.", []),
    ("Journal de bord d'un marin.", []),
    ("Il lit Nature Communications et la revue Polar Ecology.", [
        ("Nature Communications", "ORG"), ("Polar Ecology", "ORG"),
    ]),
    ("Le patron cité par Oran Hebdo se tait.", [("Oran Hebdo", "ORG")]),
    ("Pro Silva dit non.", [("Pro Silva", "ORG")]),
    ("Elle soigne au CHU de Vaubert et à la CCI Bretagne.", [("CHU de Vaubert", "ORG"), ("CCI Bretagne", "ORG")]),
    ("Le CHU manque de lits.", []),
    ("Les vergers du Val de Corne ont gelé.", [("Val de Corne", "LOC")]),
    ("Le Pays manque d'eau.", []),
    ("Le film « Les Dunes bleues » sort mercredi.", [("Les Dunes bleues", "PRODUCT")]),
    ("« Les Français sont las », dit-elle.", []),
    ("Il lit « Le Nouveau Sarmois » au café.", [("Le Nouveau Sarmois", "ORG")]),
    ("Le RC Val de Corne a perdu.", [("RC Val de Corne", "ORG")]),
    ("L'étude, parue en mai dans Glass and Ceramic Letters, rassure.", [("Glass and Ceramic Letters", "ORG")]),
    ("« La Bourse monte », dit-il.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), CASES)
def test_compounds(text: str, names: list[tuple[str, str]]) -> None:
    assert [(name.name, name.type) for name in read(text).names] == names


def test_offsets_are_those_of_the_whole_name() -> None:
    text = "D’après « L’Écho du Morvan », le gel dure."
    (name,) = read(text).names
    assert (text[name.start : name.end], name.type) == ("L’Écho du Morvan", "ORG")
