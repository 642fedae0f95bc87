import pytest

from dashboard.text.people import is_demonym, is_first_name
from tests.text.settings import config, read

CASES = [
    ("Le chercheur Zorba Quenneville attend.", ["Zorba Quenneville"]),
    ("Pour Mme Quentrec, c'est non.", ["Quentrec"]),
    ("Il cite Dominique de Vaugirard et Ludwig van der Meer.", ["Dominique de Vaugirard", "Ludwig van der Meer"]),
    ("Avec George W. Bush et J. K. Morlaix.", ["George W. Bush", "J. K. Morlaix"]),
    ("La ministre française Ève Tardieu, et le maire, Guy Loche.", ["Ève Tardieu", "Guy Loche"]),
    ("Martin Bouygues a vendu Bouygues.", ["Martin Bouygues", "Bouygues"]),
    ("Anne Marchand nage vite. Dimanche, Marchand a gagné.", ["Anne Marchand", "Anne Marchand"]),
    ("La vitamine C. Mais aussi le zinc.", []),
    ("Johnson & Johnson et Procter & Gamble.", ["Johnson & Johnson", "Procter & Gamble"]),
    ("Aminata, 33 ans, et Ousmane, caissier de 28 ans.", ["Aminata", "Ousmane"]),
    ("Le président Directeur et le capitaine République.", []),
]
DEMONYMS = [("françaises", True), ("américain", True), ("tunisienne", True), ("grecque", True), ("table", False)]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_people(text: str, names: list[str]) -> None:
    assert [name.name for name in read(text).names] == names


@pytest.mark.parametrize(("word", "is_one"), DEMONYMS)
def test_is_demonym(word: str, is_one: bool) -> None:
    assert is_demonym(word, config().entities.rules) is is_one


def test_is_first_name() -> None:
    rules = config().entities.rules
    assert [is_first_name(word, rules) for word in ("Jeanne", "Jean-Marie", "J.-P.", "Table", "Paris-Nice")] == [
        True, True, True, False, False,
    ]  # fmt: skip
