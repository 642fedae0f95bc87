import pytest

from tests.text.settings import read

CASES = [
    ("La firme de Redmond investit.", [("firme de Redmond", "Microsoft")]),
    ("Le géant de l'informatique investit.", []),
    ("IBM et Microsoft : le géant de l'informatique investit.", [("géant de l'informatique", "Microsoft")]),
    ("Le PDG de Renault démissionne.", [("PDG de Renault", "Luca de Meo")]),
    ("Le PDG de Renault, Hervé Tison, démissionne.", []),
    ("Le président tunisien et Emmanuel Macron.", []),
    ("Emmanuel Macron est là. Le président français sourit.", [("président français", "Emmanuel Macron")]),
    ("La banque centrale américaine de la Fed.", [("banque centrale américaine", "Fed")]),
    ("Le constructeur au losange et Renault.", [("constructeur au losange", "Renault")]),
    ("Les directeurs de Renault.", []),
    ("Emmanuel Macron attend le chef de l'État tunisien.", []),
    ("Sanofi recule ; le laboratoire français Novarex grandit.", []),
    ("Novarex, le laboratoire français, dépasse Sanofi.", []),
    ("Sanofi, le laboratoire français, recule.", [("laboratoire français", "Sanofi")]),
    ("Microsoft puis IBM ont signé. Le géant de l'informatique paiera.", [("géant de l'informatique", "Microsoft")]),
]


@pytest.mark.parametrize(("text", "described"), CASES)
def test_descriptions(text: str, described: list[tuple[str, str]]) -> None:
    assert [(name.surface, name.name) for name in read(text).names if name.described] == described
