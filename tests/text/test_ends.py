import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.text.clean import fold, fold_blanks
from dashboard.text.ends import (
    BEGINS,
    ENDS,
    GOES_ON,
    OPENED,
    OPENS,
    OTHER,
    UNSURE_HEAD,
    UNSURE_TAIL,
    breaks_in,
    head_of,
    tail_of,
)
from dashboard.text.pieces import Pieces
from dashboard.text.sentences import sentences_in


@pytest.mark.parametrize(
    ("piece", "head"),
    [
        ("Lyon", BEGINS), ("12", BEGINS), ("maire", OTHER), ("...", OTHER), ("«Lyon", OPENED), ("«lyon", OTHER),
        ("«", OPENS), ("—", OPENS), ("((", UNSURE_HEAD), ("»", UNSURE_HEAD), ("", UNSURE_HEAD),
        ("a\u2003B", UNSURE_HEAD), ("((((A", OTHER), ("É", BEGINS), ("œuf", OTHER),
    ],
)  # fmt: skip
def test_head_of(piece: str, head: int) -> None:
    assert head_of(piece) == head


@pytest.mark.parametrize(
    ("piece", "tail"),
    [
        ("mot", GOES_ON), ("mot.", ENDS), ("M.", GOES_ON), ("etc.", ENDS), ("env.", GOES_ON), ("quoi?!", ENDS),
        ("fin...", ENDS), ("mot.»", ENDS), ('mot."', ENDS), ('mot."»', UNSURE_TAIL), ("mot.......", UNSURE_TAIL),
        ("3.5", GOES_ON), ("mot.,", GOES_ON), ("J.-P.", GOES_ON), ("mot.\u2003A", UNSURE_TAIL), ("fin…", ENDS),
    ],
)  # fmt: skip
def test_tail_of(piece: str, tail: int) -> None:
    assert tail_of(piece) == tail


TEXT = st.lists(
    st.sampled_from(
        ["Le", "maire", "M.", "env.", "mot.", "mot!", "fin…", "«", "»", "mot.»", "mot.)", "(A", "(", "—", '"A', 'a."',
         "12", "etc.", "", "...", "......", "?!", "-", "\u2003", "A.", "’a", ".", "x.\u2003", "—«", "É"]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)  # fmt: skip


@given(st.lists(TEXT, max_size=4))
def test_pieces_tell_the_sentences_that_the_passage_has(texts: list[str]) -> None:
    texts = [fold_blanks(text).strip() or "a" for text in texts]
    pieces = Pieces()
    stream = pieces.stream(texts)
    breaks = breaks_in(pieces.heads(stream.numbers), pieces.tails(stream.numbers), stream.first)
    for place, text in enumerate(texts):
        if breaks.unsure[place]:
            continue
        first, stop = stream.first[place : place + 2].tolist()
        own = [at - first for at in breaks.places.tolist() if first <= at < stop]
        begins = [len(" ".join(text.split(" ")[:at])) + 1 for at in own]
        spans = list(zip([0, *begins], [*(at - 1 for at in begins), len(text)], strict=True))
        assert spans == sentences_in(fold(text), 0)


def test_usual_sentences_need_no_second_look() -> None:
    pieces = Pieces()
    stream = pieces.stream(["Le maire parle. « Oui », dit M. Roux. Puis rien.", "— Oui ! — Non. Fin"])
    breaks = breaks_in(pieces.heads(stream.numbers), pieces.tails(stream.numbers), stream.first)
    assert (breaks.places.tolist(), breaks.unsure.tolist()) == ([3, 9, 14, 16], [False, False])


def test_no_text_has_no_sentence() -> None:
    pieces = Pieces()
    stream = pieces.stream([])
    breaks = breaks_in(pieces.heads(stream.numbers), pieces.tails(stream.numbers), stream.first)
    assert (len(breaks.places), len(breaks.unsure)) == (0, 0)
