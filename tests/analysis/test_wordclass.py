"""Nouns, adjectives, verbs and adverbs told apart by their forms."""

from __future__ import annotations

import pytest

from dashboard.analysis.wordclass import WordClass, word_class
from dashboard.config import load_config

CASES: dict[WordClass, str] = {
    "noun": """investissement licenciement logement médicament règlement dossier chantier rapport offre titre avenir
    salaire politique musique cheval hôpital logiciel touriste président salarié marché dirigeant carburant débat""",
    "adjective": """artificiel technologique génératif électrique nucléaire européen français supprimé galopant
    récent belge rapide""",
    "verb": "annoncer manger placer finir rendre prendre venir pouvoir servir croire",
    "adverb": "seulement récemment rapidement officiellement",
}


@pytest.mark.parametrize(
    ("lemma", "expected"), [(word, kind) for kind, words in CASES.items() for word in words.split()]
)
def test_class_of_a_french_lemma(lemma: str, expected: WordClass) -> None:
    assert word_class(lemma, "fr", load_config().analysis.terms) == expected


def test_outside_french_everything_is_a_noun() -> None:
    assert word_class("quickly", "en", load_config().analysis.terms) == "noun"
