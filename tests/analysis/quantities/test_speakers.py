"""Who is said to say a figure: each its own source, a clean name, nobody where nobody says it."""

from __future__ import annotations

import pytest

from dashboard.analysis.quantities import quantities_of
from dashboard.config import load_config
from dashboard.model import Article
from dashboard.text.document import read_document

CONFIG = load_config()


def said(text: str) -> list[tuple[str, str | None]]:
    document = read_document(Article("a", "A", "", text), CONFIG)
    return [(figure.certainty, figure.attributed_to) for figure in quantities_of(document, CONFIG)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Environ 250 ouvriers ont défilé, d'après la mairie ; ils étaient plusieurs centaines, selon la CGT.",
            [("attributed", "la mairie"), ("attributed", "CGT")],
        ),
        (
            "Ils étaient 400 selon la police, 900 d'après les organisateurs.",
            [("attributed", "la police"), ("attributed", "les organisateurs")],
        ),
        (
            "Le prix s'établit à 3 080 euros, selon les notaires, dans cette ville oubliée de 5 800 habitants.",
            [("attributed", "les notaires"), ("confirmed", None)],
        ),
        ("« Une usine sur cinq fermera », tempère la professeure Alice Morand.", [("attributed", "Alice Morand")]),
        ("Les parents réclamaient plus de 900 euros.", [("attributed", "les parents")]),
        ("La note, calcule le syndicat, ne dépasse pas 75 millions d'euros.", [("attributed", "le syndicat")]),
        ("Le bilan est de 12 morts, selon le préfet, Jean Morel.", [("attributed", "Jean Morel")]),
        ("Selon le préfet, Jean Morel, le bilan est de 12 morts.", [("attributed", "Jean Morel")]),
        ("Selon les syndicats, Ferrox supprimerait 400 postes.", [("attributed", "les syndicats")]),
        ("D'après des proches du dossier, Google verserait 3 milliards.", [("attributed", "des proches du dossier")]),
        ("D'après le « Courrier du soir », il vaut 3 millions d'euros.", [("attributed", "courrier du soir")]),
        ("Le montant n'a pas été révélé, mais il atteindrait 10 millions d'euros.", [("conditional", None)]),
        ("La ville, qui recensait 5 300 foyers, vieillit.", [("confirmed", None)]),
        ("Les droits auraient rapporté 3 millions d'euros.", [("conditional", None)]),
        ("Enquête menée auprès de 804 personnes, selon la méthode des quotas.", [("confirmed", None)]),
    ],
)
def test_source(text: str, expected: list[tuple[str, str | None]]) -> None:
    got = said(text)
    assert [certainty for certainty, _ in got] == [certainty for certainty, _ in expected]
    assert [who and who.lower() for _, who in got] == [who and who.lower() for _, who in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'usine emploie 120 personnes et vise le double.", ["confirmed", "projected"]),
        ("L'écart se resserrerait : 52 % contre 48.", ["conditional", "conditional"]),
        ("Onze des 34 sites fermeront.", ["projected", "confirmed"]),
        ("L'abstention pourrait dépasser 45 %, contre 60 % en 2020.", ["conditional", "confirmed", "confirmed"]),
        ("Il devra verser 3 000 euros à la victime.", ["confirmed"]),
        ("Après deux ans de travaux, le pont rouvrira en mai 2031.", ["confirmed", "projected"]),
        ("Moscou nie les faits et affirme avoir abattu 41 drones.", ["confirmed"]),
        ("« Il n'y a aucun accord à 28 millions d'euros », répond le club.", ["denied"]),
        ("La dynamique ne se dément pas depuis trois mois.", ["confirmed"]),
    ],
)
def test_certainty(text: str, expected: list[str]) -> None:
    assert [certainty for certainty, _ in said(text)][: len(expected)] == expected
