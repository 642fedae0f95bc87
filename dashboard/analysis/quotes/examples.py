"""The examples of the quote rules, tried."""

from __future__ import annotations

from dashboard.analysis.quotes.find import quotes_of
from dashboard.config import Config
from dashboard.model import Article
from dashboard.text.document import read_document


def example_failures(config: Config) -> list[str]:
    """One sentence for each example of ``[[quotes.examples]]`` whose quotes are not those it names."""
    failures = []
    for example in config.analysis.quotes.examples:
        article = Article("example", "example", "", example.text, None, example.language)
        found = quotes_of(read_document(article, config), config)
        got = tuple((quote.kind, quote.speaker or "", example.text[quote.start : quote.end]) for quote in found)
        if got != example.quotes:
            failures.append(
                f"{config.folder / 'analysis.toml'}: [[quotes.examples]] {example.id}: "
                f"expected {_shown(example.quotes)}, got {_shown(got)}"
            )
    return failures


def _shown(quotes: tuple[tuple[str, str, str], ...]) -> str:
    """The quotes as the file writes them."""
    return "; ".join(" | ".join(quote) for quote in quotes) or "no quote"
