from typing import Any

import pytest

from dashboard.ingest.build import Place, Reading, could_be_safe_url, title_of
from tests.text.settings import config

SAFE = ["http://exemple.fr", "https://www.exemple.fr/a?b=c#d", "https://exemple.fr:8080/é"]
UNSAFE = [
    "javascript:alert(1)", "data:text/html,<b>x</b>", "//exemple.fr/a", "https://a@b.fr/", "ftp://exemple.fr", "https:///x",
    "https://exemple.fr/a b", "http://[::1", "exemple.fr", "https://exemple.fr/\"onclick", "https://" + "a" * 2100,
]  # fmt: skip
TITLES = [
    ("La verrerie rouvre\nLes salariés reviennent lundi.", "La verrerie rouvre"),
    ("Gérer mes cookies\n\nLa verrerie rouvre\nLes salariés reviennent.", "La verrerie rouvre"),
    ("# La verrerie rouvre\nLes salariés reviennent.", "La verrerie rouvre"),
    ("Les salariés reviennent lundi.\nLa suite.", ""),
    ("La verrerie rouvre", ""),
]


def add(fields: dict[str, Any], row: int | None = 1) -> Reading:
    reading = Reading()
    reading.add(Place("lot.jsonl", row), fields, config())
    return reading


@pytest.mark.parametrize("address", SAFE)
def test_safe_addresses(address: str) -> None:
    assert could_be_safe_url(address)


@pytest.mark.parametrize("address", UNSAFE)
def test_unsafe_addresses(address: str) -> None:
    assert not could_be_safe_url(address)


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title_of(text: str, title: str) -> None:
    assert title_of(text, config()) == title


def test_every_field_is_taken() -> None:
    fields = {
        "id": 7, "text": "Le texte\r\nici.", "source": " le  monde ", "title": "Un\ntitre", "date": "12 janvier 2023",
        "url": "https://exemple.fr/a", "language": "fr-CA", "author": "Ève Morin",
    }  # fmt: skip
    (article,) = add(fields).articles
    assert (article.article_id, article.text, article.source, article.title) == (
        "7", "Le texte\nici.", "Le Monde", "Un titre",
    )  # fmt: skip
    assert (article.published, article.url, article.language, article.author) == (
        "2023-01-12", "https://exemple.fr/a", "fr", "Ève Morin",
    )  # fmt: skip


def test_what_is_missing() -> None:
    (article,) = add({"text": "The mayor said no to the plan."}).articles
    assert (article.article_id, article.source, article.title, article.published, article.url, article.author) == (
        "lot.jsonl#1", "lot.jsonl", "", None, None, None,
    )  # fmt: skip
    assert article.language == "en"


def test_the_source_comes_from_the_address() -> None:
    assert add({"text": "x y", "url": "https://abonnes.lemonde.fr/a"}).articles[0].source == "Le Monde"
    assert add({"text": "x y", "url": "https://www.inconnu.example/a"}).articles[0].source == "inconnu.example"


def test_doubtful_values_are_left_empty_and_listed() -> None:
    reading = add({"text": "x", "date": "30/02/2023", "url": "javascript:x", "language": "klingon", "title": ["a"]})
    (article,) = reading.articles
    assert (article.published, article.url, article.title) == (None, None, "")
    assert sorted(item.reason for item in reading.skipped) == [
        "'30/02/2023' is no date; left empty",
        "'javascript:x' is no http(s) address; left empty",
        "'klingon' is no language code; the language was found from the text",
        "title is no text; left empty",
    ]
    assert {(item.path, item.row) for item in reading.skipped} == {("lot.jsonl", 1)}


@pytest.mark.parametrize("text", [None, "", "  \n", 12, ["a"]])
def test_no_text_is_no_article(text: Any) -> None:
    reading = add({"text": text})
    assert reading.articles == []
    assert [item.reason for item in reading.skipped] == ["has no text"]


def test_the_date_may_stand_in_the_text() -> None:
    assert add({"text": "Publié le 12 janvier 2024\nLa verrerie rouvre lundi."}).articles[0].published == "2024-01-12"
    assert add({"text": "La verrerie rouvre le 12 janvier 2024."}).articles[0].published is None
    assert add({"text": "Publié le 12 mai 2024\nFin.", "date": "2020"}).articles[0].published == "2020"
