import pytest

from dashboard.ingest.reasons import Unreadable
from dashboard.ingest.records import rows_of_csv, rows_of_json, rows_of_jsonl


def reasons(rows) -> list[tuple[int, str]]:  # type: ignore[no-untyped-def]
    return [(place, row.reason) for place, row in rows if isinstance(row, Unreadable)]


def test_json_lists_and_objects() -> None:
    record = (1, {"text": "a"})
    assert list(rows_of_json('[{"Text": "a"}]')) == [record]
    assert list(rows_of_json('{"articles": [{"text": "a"}]}')) == [record]
    assert list(rows_of_json('{"text": "a"}')) == [record]
    assert reasons(rows_of_json('[{"text": "a"}, 3, null]')) == [
        (2, "no article but a number; expected an object with text"),
        (3, "no article but nothing; expected an object with text"),
    ]


@pytest.mark.parametrize("text", ['{"a":', "[]", '"a"', "12", "[" * 100_000])
def test_json_without_articles(text: str) -> None:
    with pytest.raises(Unreadable):
        list(rows_of_json(text))


def test_jsonl_counts_lines() -> None:
    rows = list(rows_of_jsonl('{"text": "a"}\n\nnon\n{"text": "b"}\n'))
    assert [(place, row) for place, row in rows if isinstance(row, dict)] == [(1, {"text": "a"}), (4, {"text": "b"})]
    assert [place for place, _ in reasons(rows)] == [3]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_separators(separator: str) -> None:
    text = separator.join(("Text", "source")) + "\n" + separator.join(('"Un texte, long;\nici"', "Le Fil")) + "\n\n"
    assert list(rows_of_csv(text)) == [(1, {"text": "Un texte, long;\nici", "source": "Le Fil"})]


def test_csv_without_text_column() -> None:
    with pytest.raises(Unreadable) as fault:
        list(rows_of_csv("titre,corps\na,b\n"))
    assert fault.value.reason == "has no column named text; its columns are titre, corps"


def test_a_csv_cell_may_be_long() -> None:
    assert len(next(iter(rows_of_csv("text\n" + "a" * 300_000)))[1]["text"]) == 300_000  # type: ignore[index]
