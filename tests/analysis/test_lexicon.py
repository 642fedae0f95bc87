"""Words of themes found in a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.coded import code
from dashboard.analysis.cues import cues_of
from dashboard.analysis.lexicon import TIERS, Lexicon
from dashboard.config.themes import Theme
from tests.analysis.documents import read
from tests.analysis.plain_themes import plain_cues


def theme(theme_id: str = "t", **lists: tuple[str, ...]) -> Theme:
    every = {"strong": (), "words": (), "weak": (), "negatives": (), "unless": ()} | lists
    return Theme(theme_id, **every, label_fr=theme_id, label_en=theme_id, colour="#000000")


def found(text: str, *themes: Theme) -> list[tuple[str, str, str]]:
    cues = cues_of([read(text)], Lexicon(themes))
    pieces = (dict.fromkeys(zip(*spans, strict=True)) for spans in zip(cues.start, cues.end, strict=True))
    surfaces = [" + ".join(text[start:end] for start, end in spans) for spans in pieces]
    tiers = [TIERS[tier] for tier in cues.tier]
    return list(zip([themes[theme].theme_id for theme in cues.theme], tiers, surfaces, strict=True))


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
    cues = cues_of([read("L'usine va fermer.")], Lexicon([theme(words=("usine", "fermer + usine"))]))
    assert cues.start.tolist() == [[2, 2], [2, 11]] and cues.end.tolist() == [[7, 7], [7, 17]]


ENTRIES = (
    "usine", "fermer + usine", "plan social", "social", "plan de relance", "licenci*", "bourse", "bourse d'études",
    "au prix de", "prix", "Mars", "grève + grève", "prix + bourse", "levée de fonds", "fonds", "créateur",
)  # fmt: skip
PIECES = (
    "l'usine", "ferme", "plan social", "un plan de grande relance", "licenciés", "bourse d'études", "au prix du blé",
    "prix", "Mars", "grève", "levée de 30 000 fonds", "les fonds", "le créateur de ChatGPT", ".", ",", "\n", "bourse",
    "plans sociaux", "relance",
)  # fmt: skip
LISTS = st.lists(st.sampled_from(ENTRIES), max_size=4, unique=True).map(tuple)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.tuples(LISTS, LISTS, LISTS, LISTS), min_size=1, max_size=3),
    st.lists(st.lists(st.sampled_from(PIECES), max_size=18).map(" ".join), max_size=3),
)
def test_cues_are_those_of_a_plain_search(lists: list[tuple[tuple[str, ...], ...]], texts: list[str]) -> None:
    tiers = ("strong", "words", "negatives", "unless")
    lexicon = Lexicon([theme(f"t{n}", **dict(zip(tiers, one, strict=True))) for n, one in enumerate(lists)])
    documents = [read(text, f"a{place}") for place, text in enumerate(texts)]
    cues, base = cues_of(documents, lexicon), code(documents).base.tolist()
    expected = [
        (cue.theme, cue.tier, cue.entry, tuple((start + before, end + before) for start, end in cue.spans))
        for document, before in zip(documents, base, strict=False)
        for cue in plain_cues(document, lexicon)
    ]
    pieces = [
        tuple(dict.fromkeys(zip(start, end, strict=True)))
        for start, end in zip(cues.start.tolist(), cues.end.tolist(), strict=True)
    ]
    columns = cues.theme.tolist(), [TIERS[tier] for tier in cues.tier], cues.entry.tolist(), pieces
    assert list(zip(*columns, strict=True)) == expected
