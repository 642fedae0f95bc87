import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.coded import code, distinct, lists, numbered
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


@given(st.lists(st.integers(-5, 5)))
def test_distinct_values_are_those_of_numpy(values: list[int]) -> None:
    numbers = np.array(values, dtype=np.int64)
    found, first, which = distinct(numbers)
    wanted = np.unique(numbers, return_index=True, return_inverse=True)
    assert [part.tolist() for part in (found, first, which)] == [part.tolist() for part in wanted]


def test_new_values_get_the_next_numbers() -> None:
    numbers = {"quai": 0}
    assert numbered(["bac", "quai", "bac", "grue"], numbers) == [1, 0, 1, 2]
    assert numbers == {"quai": 0, "bac": 1, "grue": 2}


def test_lists_are_taken_together() -> None:
    made = lists([[4, 5], [], [6]])
    items, rows = made.of(np.array([2, 0, 1, 0]))
    assert (items.tolist(), rows.tolist()) == ([6, 4, 5, 4, 5], [0, 1, 1, 3, 3])
    assert [part.tolist() for part in made.flat()] == [[4, 5, 6], [0, 0, 2]]
