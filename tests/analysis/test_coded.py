import pytest

from dashboard.analysis.coded import code
from dashboard.text import pieces
from tests.analysis.documents import read

TEXTS = ("Le maire de Lyon parle. Il part.", "Lyon attend le maire.\nIl parle.")


def test_each_token_lies_where_it_stands() -> None:
    documents = [read(text, str(place)) for place, text in enumerate(TEXTS)]
    coded, whole = code(documents), "".join(TEXTS)
    spans = zip(coded.starts.tolist(), coded.ends.tolist(), strict=True)
    assert [whole[start:end] for start, end in spans] == [coded.words[word].surface for word in coded.word.tolist()]
    assert coded.first.tolist() == [0, 7, 13]
    assert coded.sentence.tolist() == [0] * 5 + [1] * 2 + [2] * 4 + [3] * 2
    assert coded.passage_of.tolist() == [0, 0, 1, 2]
    assert coded.article_of(coded.first[:-1]).tolist() == [0, 1]


def test_words_are_told_apart_whenever_their_articles_were_read(monkeypatch: pytest.MonkeyPatch) -> None:
    together = code([read(text, str(place)) for place, text in enumerate(TEXTS)])
    one = read(TEXTS[0], "0")
    monkeypatch.setattr(pieces, "_pieces", pieces.Pieces())
    apart = code([one, read(TEXTS[1], "1")])
    assert apart.words == together.words
    assert apart.word.tolist() == together.word.tolist()


def test_no_document_has_no_words() -> None:
    assert (code([]).words, len(code([]).word)) == ((), 0)
