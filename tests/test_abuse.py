"""The folder of abuse is read as it says: good articles in, bad files listed, nothing raised."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.config import load_config
from dashboard.ingest import Corpus, read_corpus
from tests.abuse import BAD, COPY, GOOD, ORIGINAL, OTHER_TEXT, PAYLOADS, make_abuse_folder


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return read_corpus([make_abuse_folder(tmp_path_factory.mktemp("abuse") / "corpus")], load_config())


def test_good_articles_are_read_and_bad_files_listed(corpus: Corpus) -> None:
    assert tuple(article.article_id for article in corpus.articles) == GOOD
    files = {item.path.rsplit("/", 1)[-1] for item in corpus.skipped if item.row is None}
    assert files == set(BAD)


def test_encodings_give_the_same_letters(corpus: Corpus) -> None:
    texts = {article.article_id: article.text for article in corpus.articles}
    assert texts["utf16.txt"] == OTHER_TEXT
    assert texts["cp1252.txt"].endswith("Un cœur à 3 €.")


def test_the_copy_points_to_the_first(corpus: Corpus) -> None:
    assert corpus.duplicates == {COPY: ORIGINAL}


def test_titles_and_sources_are_kept_as_they_are_and_false_links_dropped(corpus: Corpus) -> None:
    rows = {article.article_id: article for article in corpus.articles}
    for number, (source, title, url) in enumerate(PAYLOADS, 1):
        article = rows[f"charge-{number}"]
        assert article.source == source
        assert article.title == title
        assert article.url == (url if url.startswith("https://") else None)


def test_scripts_of_a_page_are_no_text_and_printed_ones_are(corpus: Corpus) -> None:
    text = next(article.text for article in corpus.articles if article.article_id == "page.html")
    assert "document.cookie" not in text
    assert '<script>alert("pris")</script>' in text


def test_a_smaller_line_can_be_had(tmp_path: Path) -> None:
    size = (make_abuse_folder(tmp_path, line_bytes=1000) / "longue.txt").stat().st_size
    assert 1000 <= size < 1200
