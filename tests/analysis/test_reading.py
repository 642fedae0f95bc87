"""The reading pane's blocks and layers, on the tiny corpus."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.analysis.reading import Block, article_counts, blocks_of, reading_of, shared_of, window, within
from tests.copied import copied
from tests.tiny import FIL, GAZETTE, MUSEUM, RADIO, TEXTS, tiny_analysis


def passages(*rows: tuple[int, int, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["start", "end", "role"])


BLOCKS = [
    ("un\ndeux", [(0, 2, "heading"), (3, 7, "body")], [(0, 2, "heading"), (3, 7, "body")]),
    ("un deux", [(0, 2, "body"), (3, 7, "body")], [(0, 7, "body")]),
    ("un deux", [(3, 7, "body"), (0, 2, "body")], [(0, 7, "body")]),
    ("un deux", [(0, 2, "body"), (3, 7, "boilerplate")], [(0, 2, "body"), (3, 7, "boilerplate")]),
    ("", [], []),
]


@pytest.mark.parametrize(("text", "rows", "expected"), BLOCKS)
def test_pieces_of_a_line_are_one_block(
    text: str, rows: list[tuple[int, int, str]], expected: list[tuple[int, int, str]]
) -> None:
    assert blocks_of(text, passages(*rows)) == [Block(*block) for block in expected]


def test_every_layer_of_an_article() -> None:
    analysis = tiny_analysis()
    reading = reading_of(analysis, GAZETTE)
    text = TEXTS[GAZETTE]
    assert [text[block.start : block.end] for block in reading.blocks] == text.split("\n")
    assert [block.role for block in reading.blocks] == ["heading", "body", "body"]
    assert [row["surface"] for row in reading.figures] == [text[row["start"] : row["end"]] for row in reading.figures]
    assert len(reading.quotes) == int((analysis.quotes["article_id"] == GAZETTE).sum())
    assert {span.other for span in reading.shared} == {FIL, RADIO}
    assert all(0 <= span.start < span.end <= len(text) for span in reading.evidence)


def test_shared_spans_are_seen_from_both_sides() -> None:
    reuse = tiny_analysis().reuse
    for mine, other in ((FIL, RADIO), (RADIO, FIL)):
        [span] = [span for span in shared_of(reuse, mine) if span.other == other]
        assert TEXTS[mine][span.start : span.end] == TEXTS[other][span.other_start : span.other_end]


def test_an_exact_copy_shows_its_original() -> None:
    analysis = tiny_analysis()
    copy = analysis.articles[analysis.articles["article_id"] == FIL].assign(article_id="copie.txt", duplicate_of=FIL)
    doubled = analysis.with_tables(articles=pd.concat([analysis.articles, copy], ignore_index=True))
    read, original = reading_of(doubled, "copie.txt"), reading_of(doubled, FIL)
    assert (read.blocks, read.shared, read.evidence) == (original.blocks, original.shared, original.evidence)
    assert [row["quantity_id"] for row in read.figures] == [row["quantity_id"] for row in original.figures] != []
    counts = article_counts(doubled).set_index("article_id")
    assert counts.loc["copie.txt", "figures"] == counts.loc[FIL, "figures"] > 0


def test_an_unknown_article_is_an_error() -> None:
    with pytest.raises(KeyError):
        reading_of(tiny_analysis(), "nulle-part.txt")


def test_copies_stand_under_the_earliest() -> None:
    counts = article_counts(copied()).set_index("article_id")
    assert counts["copy_of"].dropna().to_dict() == {RADIO: FIL}
    assert article_counts(tiny_analysis())["copy_of"].isna().all()


def test_articles_stand_in_the_order_of_their_dates() -> None:
    counts = article_counts(tiny_analysis())
    assert list(counts["article_id"]) == [FIL, GAZETTE, RADIO, MUSEUM]
    assert list(counts["shared"]) == [3, 3, 2, 0]


def test_a_line_of_many_passages_is_cut_into_blocks() -> None:
    text = "mot " * 4000
    pieces = [(start, start + 999, "body") for start in range(0, 16_000, 1000)]
    blocks = blocks_of(text, passages(*pieces))
    assert [(block.start, block.end) for block in blocks] == [(0, 5999), (6000, 11_999), (12_000, 15_999)]


def test_a_part_of_a_reading() -> None:
    whole = reading_of(tiny_analysis(), GAZETTE)
    line = whole.blocks[2]
    part = within(whole, line.start, line.end)
    assert [row["surface"] for row in part.figures] == ["31 millions d’euros", "5 millions d’euros"]
    assert part.quotes == ()
    assert part.blocks == whole.blocks
    assert all(line.start < span.end for span in part.shared)


WINDOWS = [
    ([10, 10, 10], 0, 100, (0, 3)),
    ([10, 10, 10], 0, 10, (0, 1)),
    ([10, 10, 10], 15, 10, (1, 2)),
    ([10, 10, 10, 10], 25, 20, (2, 4)),
    ([10, 10, 10, 10], 35, 20, (2, 4)),
    ([500], 3, 10, (0, 1)),
    ([10, 10], 99, 10, (1, 2)),
    ([], 0, 10, (0, 0)),
]


@pytest.mark.parametrize(("lengths", "at", "most", "expected"), WINDOWS)
def test_a_long_article_is_shown_in_part(lengths: list[int], at: int, most: int, expected: tuple[int, int]) -> None:
    ends = [sum(lengths[: place + 1]) for place in range(len(lengths))]
    blocks = [Block(end - length, end, "body") for end, length in zip(ends, lengths, strict=True)]
    assert window(blocks, at, most) == expected
