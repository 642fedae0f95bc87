import pytest

from dashboard.text.lemmas import language_of, lemma_of

FRENCH = [
    ("données", "donnée"),
    ("donnée", "donnée"),
    ("Donnée", "donnée"),
    ("licenciements", "licenciement"),
    ("supprimées", "supprimer"),
    ("chevaux", "cheval"),
    ("l'", "le"),
    ("Qu’", "que"),
    ("jusqu'", "jusque"),
    ("aujourd’hui", "aujourd'hui"),
    ("marchés", "marché"),
    ("salariés", "salarié"),
    ("percées", "percée"),
    ("zorglub", "zorglub"),
    ("Elections", "élection"),
    ("ECOLE", "école"),
    ("Etre", "être"),
    ("Emmanuel", "emmanuel"),
    ("elections", "elections"),
    ("12 000", "12 000"),
]
LANGUAGES = [
    ("La mairie a voté un budget de 12 millions d'euros.", "fr"),
    ("The council approved a budget of 12 million euros.", "en"),
    ("Grève : la SNCF prévoit un train sur trois", "fr"),
    ("Strike: one train in three, says operator", "en"),
    ("", "fr"),
    ("12 345", "fr"),
]


@pytest.mark.parametrize(("word", "lemma"), FRENCH)
def test_lemma_of_french(word: str, lemma: str) -> None:
    assert lemma_of(word, "fr") == lemma


@pytest.mark.parametrize(("word", "lemma"), [("companies", "company"), ("said", "say"), ("jobs", "job")])
def test_lemma_of_english(word: str, lemma: str) -> None:
    assert lemma_of(word, "en") == lemma


def test_a_language_without_word_list_leaves_the_word() -> None:
    assert lemma_of("Wörter", "xx") == "wörter"


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_language_of(text: str, language: str) -> None:
    assert language_of(text) == language
