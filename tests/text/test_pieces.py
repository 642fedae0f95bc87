from hypothesis import given
from hypothesis import strategies as st

from dashboard.text.clean import fold
from dashboard.text.pieces import find_words
from dashboard.text.tokens import matched

TEXT = "L’IA compte 12\u202f000 postes.\nA-t-il 3 400\u00a0€ ?"


def test_words_are_folded_lowered_and_printed() -> None:
    found = find_words(TEXT, [(0, 26), (27, len(TEXT))])
    assert found.surfaces == ("L'", "IA", "compte", "12 000", "postes", "A", "il", "3 400")
    assert found.lowers == ("l'", "ia", "compte", "12 000", "postes", "a", "il", "3 400")
    assert found.printed == ("L’", "IA", "compte", "12\u202f000", "postes", "A", "il", "3 400")
    assert found.first.tolist() == [0, 5, 8]
    assert found.starts.tolist() == [0, 2, 5, 12, 19, 0, 4, 7]
    assert found.ends.tolist() == [2, 4, 11, 18, 25, 1, 6, 12]


def test_no_text_has_no_words() -> None:
    assert find_words("", []).first.tolist() == [0]
    assert find_words(" — ", [(0, 3), (3, 3)]).first.tolist() == [0, 0, 0]


@given(st.lists(st.text(alphabet="aAé'’-1 0\u202f\uffff\n.tl")))
def test_each_span_has_the_words_that_it_has_by_itself(parts: list[str]) -> None:
    text, spans = "", []
    for part in parts:
        spans.append((len(text), len(text) + len(part)))
        text += part + "\n"
    found = find_words(text, spans)
    for place, (start, end) in enumerate(spans):
        here = slice(*found.first[place : place + 2].tolist())
        own = matched(fold(text[start:end]))
        assert list(zip(found.starts[here].tolist(), found.ends[here].tolist(), strict=True)) == own
        assert list(found.printed[here]) == [text[start + left : start + right] for left, right in own]
        assert list(found.surfaces[here]) == [fold(printed) for printed in found.printed[here]]
