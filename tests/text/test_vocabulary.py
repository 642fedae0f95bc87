import numpy as np
import pytest

from dashboard.model import Word
from dashboard.text.vocabulary import Vocabulary, could_be_acronym, token_lemma


@pytest.mark.parametrize(
    ("surface", "loud", "lemma"),
    [("IA", False, "IA"), ("ai", False, "avoir"), ("12 000", False, "12 000"), ("MAIRES", True, "maire")],
)
def test_token_lemma(surface: str, loud: bool, lemma: str) -> None:
    assert token_lemma(surface, "fr", loud) == lemma


def test_could_be_acronym() -> None:
    assert [could_be_acronym(word) for word in ("IA", "CGT", "A", "Ia", "ENTREPRISE", "G7")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip


def test_a_form_is_another_word_in_a_name_or_another_language() -> None:
    printed = ["maires", "IA"]
    vocabulary = Vocabulary(printed)
    forms = np.array([1, 0, 1])
    found = [
        [vocabulary.words[code] for code in codes.tolist()]
        for codes in (vocabulary.plain(forms, "fr"), vocabulary.named(forms, "fr"), vocabulary.plain(forms, "en"))
    ]
    assert found[0] == [Word("IA", "IA", "fr"), Word("maires", "maire", "fr"), Word("IA", "IA", "fr")]
    assert found[1] == [Word("IA", "IA", "fr"), Word("maires", "maires", "fr"), Word("IA", "IA", "fr")]
    assert found[2] == [Word("IA", "IA", "en"), Word("maires", "maires", "en"), Word("IA", "IA", "en")]
    assert len(vocabulary.words) == len(set(vocabulary.words))


def test_forms_may_be_added_later() -> None:
    printed = ["maires"]
    vocabulary = Vocabulary(printed)
    vocabulary.plain(np.array([0]), "fr")
    printed += ["villes", "ports"]
    assert [vocabulary.words[code].lemma for code in vocabulary.plain(np.array([2, 0]), "fr").tolist()] == [
        "port",
        "maire",
    ]


def test_a_loud_passage_has_no_acronyms() -> None:
    vocabulary = Vocabulary(["PEUR"])
    assert vocabulary.words[int(vocabulary.loud(np.array([0]), "fr")[0])].lemma == "peur"
