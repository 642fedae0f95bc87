import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.text.sentences import sentences_of

CASES = [
    ["Le maire a dit non.", "La ministre aussi."],
    ["M. Dupont est venu avec Mme. Leroy.", "Ils repartent."],
    ["J.-P. Martin et G. Blanc ont signé.", "Point final."],
    ["Il a dit : « Oui. »", "Puis il est parti."],
    ["« C'est vrai ! »", "Elle insiste."],
    ["Est-ce sûr ?", "Personne ne sait…", "La suite demain."],
    ["Le groupe (coté à Paris.)", "Le cours monte."],
    ["Il attend env. 300 personnes, etc. la liste est longue."],
    ["une liste. ou bien rien du tout."],
    ["Le taux est de 3.5 % selon example.com et reste stable."],
    ['"Nous verrons."', '"Demain peut-être", dit-il.'],
    ["Fin de l'acte II.", "Le rideau tombe."],
    ["Le prix monte !", "– Vraiment ?", "– Oui."],
    ["Réunion le 3 janv. 2024 à Lyon.", "Entrée libre."],
    ["The U.S. Treasury agreed.", "Mr. Brown did not."],
]


@pytest.mark.parametrize("sentences", CASES)
def test_sentences_of(sentences: list[str]) -> None:
    text = "Avant. " + " ".join(sentences) + " Après."
    start, end = 7, len(text) - 7
    assert [text[a:b] for a, b in sentences_of(text, start, end)] == sentences


@given(st.text(alphabet='aA. \n»«"!?…é1-M', max_size=200))
def test_sentences_cover_all_but_blanks_in_order(text: str) -> None:
    spans = sentences_of(text, 0, len(text))
    inside = "".join(text[a:b] for a, b in spans)
    assert inside.split() == text.split() or "".join(inside.split()) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)
