"""What the tests of text/ share: the project's own settings, read once, and articles of one text."""

from __future__ import annotations

from functools import cache

from dashboard.config import Config, load_config
from dashboard.model import Article, Document
from dashboard.text.document import read_document


@cache
def config() -> Config:
    """The project's own settings."""
    return load_config()


def article(text: str, language: str = "fr") -> Article:
    """An article of one text."""
    return Article("a.txt", "Le Fil", "", text, language=language)


def read(text: str, language: str = "fr") -> Document:
    """The text as a document."""
    return read_document(article(text, language), config())
