import pytest

from tests.text.settings import read

CASES = [
    ("Il saisit la Fédération française de pétanque.", ["Fédération française de pétanque"]),
    ("Il saisit le ministère de la Transition écologique et de la Cohésion des territoires.",
     ["ministère de la Transition écologique et de la Cohésion des territoires"]),
    ("Le parquet de Quimper et le tribunal judiciaire de Brest enquêtent.",
     ["parquet de Quimper", "tribunal judiciaire de Brest"]),
    ("Un rapport de l'Institut Lumen et de l'Inserm.", ["Institut Lumen", "Inserm"]),
    ("Elle dirige l'Institute for Sea Law, Policy and Trade de l'Université de Brest.",
     ["Institute for Sea Law, Policy and Trade", "Université de Brest"]),
    ("Elle enseigne à l'université Lyon 2.", ["université Lyon 2"]),
    ("Le Rassemblement des éleveurs bio (REB) proteste.", ["Rassemblement des éleveurs bio"]),
    ("Le laboratoire danois Novarex recule.", ["Novarex"]),
    ("Il écrit à l'Association des juges tunisiens.", ["Association des juges tunisiens"]),
    ("Le conseil municipal de Redon et le festival de Lunel protestent.",
     ["conseil municipal de Redon", "festival de Lunel"]),
    ("Ainsi Averlin Banque presse la Banque centrale européenne d'abaisser son taux.", ["Averlin Banque", "BCE"]),
    ("Un conseil, une commission et le Conseil se réunissent.", []),
    ("Dans le Groupe B, tout reste ouvert.", []),
    ("Elle écrit à l'Office morvandais de la santé et à la Guilde du jeu vidéo.",
     ["Office morvandais de la santé", "Guilde du jeu vidéo"]),
    ("Selon la Société pédagogique drômoise, tout va bien.", ["Société pédagogique drômoise"]),
    ("La Commission croise les données et le Conseil apaise.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), CASES)
def test_institutions(text: str, names: list[str]) -> None:
    assert list(dict.fromkeys(name.name for name in read(text).names)) == names
    assert all(name.type == "ORG" for name in read(text).names)
