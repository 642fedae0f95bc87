"""What an article says that others said: quotes in marks and reported speech, each with its speaker."""

from dashboard.analysis.quotes.examples import example_failures
from dashboard.analysis.quotes.find import quotes_of

__all__ = ["example_failures", "quotes_of"]
