import pytest

from dashboard.ingest.files import read_file, suffix_of
from dashboard.ingest.reasons import Unreadable
from tests.text.settings import config


@pytest.mark.parametrize(
    ("path", "suffix"), [("a.TXT", ".txt"), ("x/a.htm", ".html"), ("a.ndjson", ".jsonl"), ("a.markdown", ".md")]
)
def test_suffix_of(path: str, suffix: str) -> None:
    assert suffix_of(path) == suffix


def test_unknown_types_are_named() -> None:
    with pytest.raises(Unreadable) as fault:
        suffix_of("a.docx")
    assert fault.value.reason == "unknown file type .docx; known are .txt .md .html .json .jsonl .csv"


def test_the_list_overrules_the_file() -> None:
    (article,) = read_file("a.md", b"---\nsource: Sud\nid: 9\n---\nLe texte.", {"source": "Le Fil"}, config()).articles
    assert (article.article_id, article.source, article.text) == ("a.md", "Le Fil", "Le texte.")


def test_rows_have_their_own_place() -> None:
    reading = read_file("lot.jsonl", b'{"text": "Le texte."}\nnon\n{"id": "x", "text": "Un autre."}', {}, config())
    assert [article.article_id for article in reading.articles] == ["lot.jsonl#1", "x"]
    assert [(item.path, item.row) for item in reading.skipped] == [("lot.jsonl", 2)]


def test_a_file_over_the_limit_is_not_read() -> None:
    data = b"a" * (config().analysis.ingest.max_megabytes * 1_000_000 + 1)
    reading = read_file("a.txt", data, {}, config())
    assert reading.articles == []
    assert [item.reason for item in reading.skipped] == ["larger than 50 MB"]
