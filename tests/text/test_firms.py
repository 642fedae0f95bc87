import pytest

from tests.text.settings import read

LAST_WORDS = [
    ("Le maire a reçu Brumelle Studio mardi.", [("Brumelle Studio", "ORG")]),
    ("Corvenne Logistique embauche.", [("Corvenne Logistique", "ORG")]),
    ("Avec Nuit Interactive, le Vosk Rugby a perdu.", [("Nuit Interactive", "ORG"), ("Vosk Rugby", "ORG")]),
    ("Depuis, le Rugby et le Cloud attendent.", []),
    ("Selon Morlac.fr, tout va bien. Usagers.be proteste.", [("Morlac.fr", "ORG"), ("Usagers.be", "ORG")]),
    ("Il s'arrête là.be", []),
]
BEHIND = [
    ("Chez Carrefour Belgique, on attend.", [("Carrefour Belgique", "ORG")]),
    ("La direction de Brovik Chimay se tait.", [("Brovik Chimay", "ORG")]),
    ("Lidl, Belgique : deux mots.", [("Lidl", "ORG"), ("Belgique", "LOC")]),
    ("Sur Ubisoft+ et Zarvek+, on joue.", [("Ubisoft+", "PRODUCT"), ("Zarvek+", "PRODUCT")]),
    ("Airbus +3 % : le titre monte.", [("Airbus", "ORG")]),
    ("Il conduit la Peugeot Zephyrine.", [("Peugeot", "ORG"), ("Zephyrine", "PRODUCT")]),
    ("Une étude du Reuters Institute paraît.", [("Reuters", "ORG"), ("Institute", "ORG")]),
]
PAIRS = [
    ("Le studio Vague Bleue et la société Belle Rive recrutent.", [("Vague Bleue", "ORG"), ("Belle Rive", "ORG")]),
    ("Belle Rive taille dans ses effectifs.", [("Belle Rive", "ORG")]),
    ("Meubles Kerlen arrête une ligne.", [("Meubles Kerlen", "ORG")]),
    ("Elle lance le Caillou 2 samedi.", [("Caillou 2", "PRODUCT")]),
    ("Huit Romands sur dix. Reste Marseille. Selon Paris, rien.", [("Marseille", "LOC"), ("Paris", "LOC")]),
    ("AUTOMOBILE. La berline sera chère.", []),
    ("Le Zarvek 310 EVO gagne.", [("Zarvek 310 EVO", "PRODUCT")]),
]
TOLD = [
    ("La marque rennaise Caillou ferme.", [("Caillou", "ORG")]),
    ("Il achète à l'italien Azur un atelier.", [("Azur", "ORG")]),
    ("Le promoteur, Verger Doré, se tait.", [("Verger Doré", "ORG")]),
    ("Un robot baptisé Caillou trie le verre.", [("Caillou", "PRODUCT")]),
    ("Une société nantaise baptisée Caillou recrute.", [("Caillou", "ORG")]),
    ("Brenvika, un logiciel de paie, plaît.", [("Brenvika", "PRODUCT")]),
    ("À Brenvika, la coopérative sème.", [("Brenvika", "LOC")]),
    ("Lors d'un débat, Jorunn Velstad, la maire de Pau, répond.", [("Jorunn Velstad", "PER"), ("Pau", "LOC")]),
    ("Le calcul tourne sur le Jean Zorbier.", [("Jean Zorbier", "PRODUCT")]),
]
LABELS = [
    ("La procédure Renault et la loi Veil protègent.", []),
    ("C'est le talon d'Achille du projet.", []),
    ("LILLE – Les bus roulent.", [("Lille", "LOC")]),
    ("BREVAN (Lot) – Les bus roulent.", [("BREVAN", "LOC"), ("Lot", "LOC")]),
    ("Le bus relie Dakar et Brevanka.", [("Dakar", "LOC"), ("Brevanka", "LOC")]),
    ("Il vit à Chicoutimi-Nord.", [("Chicoutimi-Nord", "LOC")]),
]


@pytest.mark.parametrize(("text", "names"), [*LAST_WORDS, *BEHIND, *PAIRS, *TOLD, *LABELS])
def test_names_by_what_stands_around(text: str, names: list[tuple[str, str]]) -> None:
    found = read(text).names
    assert [(name.name, name.type) for name in found if not name.described] == names
    assert all(text[name.start : name.end] == name.surface for name in found)
