from hypothesis import given
from hypothesis import strategies as st

from dashboard.text.clean import fold, fold_blanks
from dashboard.text.passages import count_words
from dashboard.text.pieces import Forms, Pieces
from dashboard.text.tokens import matched

TEXTS = ("L’IA compte 12\u202f000 postes.", "A-t-il 3 400\u00a0€ ?")


def forms_in(pieces: Pieces, texts: list[str]) -> Forms:
    """The words of the texts, number groups joined."""
    stream = pieces.stream([fold_blanks(text) for text in texts])
    return pieces.forms(pieces.joined(stream, texts.__getitem__))


def test_words_are_folded_lowered_and_printed() -> None:
    pieces = Pieces()
    found = forms_in(pieces, list(TEXTS))
    surfaces, lowers, printed = (
        [words[form] for form in found.form.tolist()] for words in (pieces.surfaces, pieces.lowers, pieces.printed)
    )
    assert surfaces == ["L'", "IA", "compte", "12 000", "postes", "A", "il", "3 400"]
    assert lowers == ["l'", "ia", "compte", "12 000", "postes", "a", "il", "3 400"]
    assert printed == ["L’", "IA", "compte", "12\u202f000", "postes", "A", "il", "3 400"]
    assert found.first.tolist() == [0, 5, 8]
    assert found.starts.tolist() == [0, 2, 5, 12, 19, 0, 4, 7]
    assert found.ends.tolist() == [2, 4, 11, 18, 25, 1, 6, 12]
    assert pieces.upper(found.form).tolist() == [True, True, False, False, False, True, False, False]
    assert pieces.capitals(pieces.forms(pieces.stream(["iPhone La le"])).form).tolist() == [True, True, False]


def test_no_text_has_no_words() -> None:
    assert forms_in(Pieces(), []).first.tolist() == [0]
    assert forms_in(Pieces(), [" — ", ""]).first.tolist() == [0, 0, 0]


def test_words_are_counted() -> None:
    pieces = Pieces()
    assert pieces.n_words(pieces.stream(["l'eau de 12 000 villes", "", "—"])).tolist() == [6, 0, 0]


@given(st.lists(st.text(alphabet="aAé'’-1 0\u202f\uffff.tl")))
def test_each_text_has_the_words_that_it_has_by_itself(texts: list[str]) -> None:
    pieces = Pieces()
    found = forms_in(pieces, texts)
    for place, text in enumerate(texts):
        here = slice(*found.first[place : place + 2].tolist())
        own = matched(fold(text))
        forms = found.form[here].tolist()
        assert list(zip(found.starts[here].tolist(), found.ends[here].tolist(), strict=True)) == own
        assert [pieces.printed[form] for form in forms] == [text[left:right] for left, right in own]
        assert [pieces.surfaces[form] for form in forms] == [fold(pieces.printed[form]) for form in forms]
    counted = pieces.n_words(pieces.stream([fold_blanks(text) for text in texts])).tolist()
    assert counted == [count_words(text) for text in texts]
