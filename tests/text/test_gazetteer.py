import pytest

from dashboard.text.gazetteer import allowed
from tests.text.settings import config, read

FOUND = [
    ("Le patron du Figaro et le maire du Havre ont signé.", ["Le Figaro", "Le Havre"]),
    ("La chaîne Canal+ grandit, le Canal de Nantes aussi.", ["Canal+", "Nantes"]),
    ("Idriss Deby et Etats-Unis, sans accents.", ["Idriss Déby", "États-Unis"]),
    ("L’Oréal et L'Équipe recrutent.", ["L'Oréal", "L'Équipe"]),
    ("Air France KLM et Saint Étienne, sans trait d'union.", ["Air France-KLM", "Saint-Étienne"]),
    ("AIRBUS ET LA SNCF RECRUTENT", ["Airbus", "SNCF"]),
    ("Orange a relevé ses tarifs de fibre.", ["Orange"]),
    ("Une orange et un citron. Orange amère, citron vert.", []),
    ("L'opérateur Orange recule.", ["Orange"]),
    ("Le Dall-E 2 puis la Falcon 9 de SpaceX.", ["Dall-E 2", "Falcon 9", "SpaceX"]),
    ("Le Forem forme à Marche-en-Famenne ; la SNCB et bpost aussi.", ["Forem", "Marche-en-Famenne", "SNCB", "Bpost"]),
    ("La Finma écrit à Julius Baer, à Bellinzone puis à Sion.", ["Finma", "Julius Bär", "Bellinzone", "Sion"]),
    ("La CAQ a réuni la CSN et Hydro-Québec à Rimouski.", [
        "Coalition avenir Québec", "CSN", "Hydro-Québec", "Rimouski",
    ]),
    ("La Sonatel, Ecobank et l'Uemoa, à Korhogo et Kolwezi.", ["Sonatel", "Ecobank", "Uemoa", "Korhogo", "Kolwezi"]),
    ("Sur Disney+ et Prime Video, pas sur M6.", ["Disney+", "Prime Video", "M6"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_listed_names(text: str, names: list[str]) -> None:
    assert [name.name for name in read(text).names] == names


def test_a_guard_opens_by_its_words() -> None:
    entities = config().entities
    assert "Total" in allowed(entities, "Le pétrolier Total investit.")
    assert "Total" not in allowed(entities, "Total : douze euros.")
