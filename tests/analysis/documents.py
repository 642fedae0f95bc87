"""Documents for the tests of words and themes, read as the pipeline reads them."""

from __future__ import annotations

from dashboard.config import load_config
from dashboard.model import Article, Document
from dashboard.text.document import read_document

CONFIG = load_config()


def read(text: str, article_id: str = "a", published: str | None = None, language: str = "fr") -> Document:
    """One document of the text under the default configuration."""
    return read_document(Article(article_id, f"source {article_id}", "", text, published, language), CONFIG)
