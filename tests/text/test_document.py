import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.model import Article
from dashboard.text import document as room
from dashboard.text.document import batches, read_document, read_documents
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


def test_capitals_of_a_headline_are_no_acronyms() -> None:
    assert [token.lemma for token in read("LES MAIRES ONT PEUR\nFin.").tokens][:4] == ["le", "maire", "avoir", "peur"]


def test_an_empty_text_has_nothing() -> None:
    document = read_document(article(" \n "), config())
    assert [len(column) for column in (document.passages, document.sentences, document.tokens, document.names)] == [
        0
    ] * 4


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


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(alphabet=ALPHABET, max_size=120), st.sampled_from(["fr", "en"])), max_size=5))
def test_articles_read_together_are_as_read_one_by_one(texts: list[tuple[str, str]]) -> None:
    articles = [Article(f"{n}.txt", "Le Fil", "", text, language=spoken) for n, (text, spoken) in enumerate(texts)]
    assert list(read_documents(articles, config())) == [read_document(one, config()) for one in articles]


def test_a_long_line_is_cut_and_read() -> None:
    text = "Le maire compte 12 000 voix et 3\u202f400 bulletins, dit-il. " * 30
    document = read(text)
    assert len(document.passages) > 1
    assert [token.surface for token in document.tokens if token.surface[0].isdigit()] == ["12 000", "3\u202f400"] * 30
    assert len(document.sentences) == 30


def test_batches_hold_every_article_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_TOGETHER", 10)
    articles = [article("x" * size) for size in (4, 7, 0, 12, 1)]
    assert [[len(one.text) for one in batch] for batch in batches(articles)] == [[4, 7], [0, 12], [1]]
    heard: list[tuple[int, int]] = []
    read_documents(articles, config(), lambda done, total: heard.append((done, total)))
    assert heard == [(0, 5), (1, 5), (2, 5), (3, 5), (4, 5)]
