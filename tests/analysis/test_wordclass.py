"""Nouns, adjectives, verbs and adverbs told apart by their forms."""

from __future__ import annotations

import pytest

from dashboard.analysis.wordclass import WordClass, infinitive_of, is_measure, word_class
from dashboard.config import load_config

CASES: dict[WordClass, str] = {
    "noun": """investissement licenciement logement médicament règlement dossier chantier rapport offre titre avenir
    salaire politique musique cheval hôpital logiciel touriste président salarié marché dirigeant carburant débat
    grossiste radiologue fleuriste intérimaire falaise antenne cervoise gardienne""",
    "adjective": """artificiel technologique génératif électrique nucléaire européen français supprimé galopant
    récent belge rapide rebondi requis fondu réduit compris invaincu contraint
    quimpéroise brestoise marseillaise alésienne populiste conversationnels""",
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


@pytest.mark.parametrize(
    "word",
    ["dix-huit", "cinquième", "quatre-vingt-douze", "vingt-et-unième", "quarantaine", "tiers", "t4", "gwh", "m³", "ha"],
)
def test_numbers_quarters_and_units_measure(word: str) -> None:
    assert is_measure(word)


@pytest.mark.parametrize("word", ["une", "premier", "semaine", "gaz", "ia", "dizaineur", "marque"])
def test_other_words_do_not(word: str) -> None:
    assert not is_measure(word)


@pytest.mark.parametrize(
    ("form", "verb"), [("conteste", "contester"), ("lève", "lever"), ("cède", "céder"), ("ville", ""), ("armée", "")]
)
def test_the_verb_of_a_form_in_e(form: str, verb: str) -> None:
    assert infinitive_of(form) == verb
