import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.text.document import could_be_acronym, read_document, token_lemma
from tests.text.settings import article, config, read

ALPHABET = "LMaeé' ’\u00a0\u202f12,.!?«»\n-—…\u0000\ufffdœ😀İ"


def test_everything_lies_in_its_place() -> None:
    text = (
        "Alba ferme\nLe PDG d’Airbus, Guillaume Faury, a parlé. Il repart.\nLire aussi : le verre\nFin de l'histoire."
    )
    document = read(text)
    assert [text[s.start : s.end] for s in document.sentences] == [
        "Alba ferme",
        "Le PDG d’Airbus, Guillaume Faury, a parlé.",
        "Il repart.",
        "Fin de l'histoire.",
    ]
    assert [sentence.passage for sentence in document.sentences] == [0, 1, 1, 3]
    assert [token.lemma for token in document.tokens if token.sentence == 1] == [
        "le", "PDG", "de", "Airbus", "Guillaume", "Faury", "avoir", "parler",
    ]  # fmt: skip
    assert "verre" not in {token.surface for token in document.tokens}


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


def test_capitals_of_a_headline_are_no_acronyms() -> None:
    assert [token.lemma for token in read("LES MAIRES ONT PEUR\nFin.").tokens][:4] == ["le", "maire", "avoir", "peur"]


def test_an_empty_text_has_nothing() -> None:
    document = read_document(article(" \n "), config())
    assert (document.passages, document.sentences, tuple(document.tokens), document.names) == ((), (), (), ())


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=400))
def test_every_offset_is_exact(text: str) -> None:
    document = read(text)
    assert all(text[t.start : t.end] == t.surface for t in document.tokens)
    assert all(text[n.start : n.end] == n.surface for n in document.names)
    for token in document.tokens:
        sentence = document.sentences[token.sentence]
        assert sentence.start <= token.start < token.end <= sentence.end
    for sentence in document.sentences:
        passage = document.passages[sentence.passage]
        assert passage.start <= sentence.start < sentence.end <= passage.end
    assert {n.passage_id for n in document.names} <= {p.passage_id for p in document.passages}


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from(["Le maire de Lyon a parlé.", "Airbus recrute.", "M. Faury dit non.", "\n"]), max_size=12)
)
def test_reading_twice_gives_the_same(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert read(text) == read(text)
