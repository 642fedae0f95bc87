"""Words of themes found in a text."""

from __future__ import annotations

import pytest

from dashboard.analysis.lexicon import Lexicon
from dashboard.config.themes import Theme
from tests.analysis.documents import read


def theme(theme_id: str = "t", **lists: tuple[str, ...]) -> Theme:
    every = {"strong": (), "words": (), "weak": (), "negatives": (), "unless": ()} | lists
    return Theme(theme_id, **every, label_fr=theme_id, label_en=theme_id, colour="#000000")


def found(text: str, *themes: Theme) -> list[tuple[str, str, str]]:
    document = read(text)
    cues = Lexicon(themes).cues(document)
    return [
        (themes[cue.theme].theme_id, cue.tier, " + ".join(text[start:end] for start, end in cue.spans)) for cue in cues
    ]


@pytest.mark.parametrize(
    ("entry", "text", "surface"),
    [
        ("racheter", "Le groupe rachète son voisin.", "rachète"),
        ("bénéfice", "Les bénéfices montent.", "bénéfices"),
        ("salarié", "Une salariée témoigne.", "salariée"),
        ("licenci*", "Il faut licencier.", "licencier"),
        ("licenci*", "Des licenciements.", "licenciements"),
        ("levée de fonds", "Une levée de 30 millions. Les levées de fonds baissent.", "levées de fonds"),
        ("plan social", "Deux plans sociaux.", "plans sociaux"),
        ("suppression de postes", "La suppression de 300 postes.", "suppression de 300 postes"),
        ("économie", "Economie en berne.", "Economie"),
        ("l'IA", "Voici l’IA.", "IA"),
        ("supprimer + poste", "Des postes seront donc supprimés.", "postes + supprimés"),
        ("course à", "La course aux puces, une course en ville.", "course"),
        ("au prix de", "Au prix d'un effort. Le prix de base.", "prix"),
        ("le prévenu", "Il a prévenu que le prévenu viendrait.", "prévenu"),
        ("se séparer + cadre", "Il s'est séparé de dix cadres.", "séparé + cadres"),
    ],
)
def test_an_entry_finds_its_forms(entry: str, text: str, surface: str) -> None:
    assert found(text, theme(words=(entry,))) == [("t", "words", surface)]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("IA", "J'ai froid."),
        ("mars", "Il licencie."),
        ("Mars", "En mars, la sonde part."),
        ("supprimer + poste", "Il supprime. Le poste reste."),
        ("levée de fonds", "Une levée. Des fonds."),
        ("licenci*", "Une licorne."),
        ("sur un an", "Il compte sur elle."),
        ("gagner les", "Elle gagne."),
    ],
)
def test_nothing_to_find(entry: str, text: str) -> None:
    assert found(text, theme(words=(entry,))) == []


def test_a_negative_silences_its_own_theme_alone() -> None:
    themes = theme("a", words=("bourse",), negatives=("bourse d'études",)), theme("b", words=("bourse",))
    assert found("Une bourse d'études.", *themes) == [("b", "words", "bourse")]


def test_a_pair_of_words_is_excluded_where_both_stand() -> None:
    one = theme(words=("adopter",), negatives=("adopter + loi",))
    assert found("Les députés adoptent la loi.", one) == []
    assert found("Les jeunes adoptent le vélo.", one) == [("t", "words", "adoptent")]


def test_a_single_word_is_excluded_as_well() -> None:
    text = "Elle évoque la capitale et le capital."
    assert found(text, theme(words=("capital", "capitale"), negatives=("capitale",))) == [("t", "words", "capital")]


def test_the_longer_entry_of_a_theme_counts_alone() -> None:
    assert found("Le plan social.", theme(strong=("plan social",), words=("social",))) == [
        ("t", "strong", "plan social")
    ]


def test_a_strong_phrase_claims_the_words_of_other_themes() -> None:
    themes = theme("a", strong=("plan social",)), theme("b", words=("social",))
    assert found("Le plan social.", *themes) == [("a", "strong", "plan social")]


def test_a_description_of_a_name_says_nothing() -> None:
    text = "Microsoft investit. Le créateur de ChatGPT embauche."
    assert found(text, theme(words=("ChatGPT",))) == []


def test_spans_are_sorted_and_exact() -> None:
    cues = Lexicon([theme(words=("usine", "fermer + usine"))]).cues(read("L'usine va fermer."))
    assert [cue.spans for cue in cues] == [((2, 7),), ((2, 7), (11, 17))]
