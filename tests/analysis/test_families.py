"""Words of a theme that are forms of one another are one family."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.families import families, sister_words
from dashboard.config import load_config
from dashboard.config.themes import LISTS, Theme

NONE = Theme("sea", (), (), (), (), (), "Mer", "Sea", "#112233")


def grouped(*words: str) -> list[tuple[str, ...]]:
    return [family.words for family in sister_words(words)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("chercheur", "chercheurs"), "chercheur"),
        (("chercheurs", "chercheuse", "chercheur"), "chercheur"),
        (("modèles de langage", "modèle de langage"), "modèle de langage"),
        (("chatbots", "chatbot"), "chatbot"),
        (("plan social", "plans sociaux"), "plan social"),
        (("racheté", "racheter", "rachetées"), "racheter"),
        (("licenciement", "licenci*", "licencier"), "licenci*"),
        (("supprimer + poste", "postes + supprimer"), "supprimer + poste"),
        (("usine + ferm*", "fermer + usines", "usine + fermeture"), "usine + ferm*"),
        (("licen*", "licenci*", "licenciés"), "licen*"),
    ],
)
def test_forms_of_one_word_are_a_family(words: tuple[str, ...], name: str) -> None:
    [family] = sister_words(words)
    assert family.word == name and sorted(family.words) == sorted(words)


@pytest.mark.parametrize(
    "words",
    [
        ("licencier", "licenciement"),
        ("IA", "ia"),
        ("chercheur", "recherche"),
        ("modèle", "modèle de langage"),
        ("licenci*", "plan de licenciement"),
        ("prix", "au prix de"),
        ("lever + million", "lever + milliard"),
        ("usine + ferm*", "fermer"),
    ],
)
def test_words_of_their_own_stay_apart(words: tuple[str, ...]) -> None:
    assert grouped(*words) == [(word,) for word in words]


def test_forms_in_several_carrying_lists_are_one_and_shown_in_the_strongest() -> None:
    theme = replace(NONE, strong=("chercheur",), words=("savant", "chercheurs"), negatives=("chercheurs",))
    found = [(family.key, family.word, family.forms) for family in families(theme)]
    assert found == [
        ("strong", "chercheur", (("strong", "chercheur"), ("words", "chercheurs"))),
        ("words", "savant", (("words", "savant"),)),
        ("negatives", "chercheurs", (("negatives", "chercheurs"),)),
    ]


def test_a_weak_word_with_a_star_does_not_take_a_strong_one() -> None:
    theme = replace(NONE, strong=("adoption",), weak=("adopt*", "adopter"))
    assert [family.words for family in families(theme)] == [("adoption",), ("adopt*", "adopter")]


@pytest.mark.parametrize("theme", load_config().themes.themes, ids=lambda theme: theme.theme_id)
def test_every_word_of_the_project_is_in_one_family(theme: Theme) -> None:
    found = [form for family in families(theme) for form in family.forms]
    assert sorted(found) == sorted((key, word) for key in LISTS for word in getattr(theme, key))


@given(
    st.lists(
        st.sampled_from(["port", "ports", "porte", "port*", "mer", "mers", "port + mer", "mer + ports"]), unique=True
    )
)
def test_families_do_not_depend_on_the_order(words: list[str]) -> None:
    one, other = (
        {frozenset(family.words): family.word for family in sister_words(each)} for each in (words, words[::-1])
    )
    assert one == other
