"""``config/analysis.toml`` and the stop words as frozen settings, one class a section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.config.base import read_toml
from dashboard.config.ingest import IngestSettings, read_ingest
from dashboard.config.quotes import QuoteSettings, read_quotes
from dashboard.config.reuse import ReuseSettings, read_reuse
from dashboard.config.terms import TermSettings, TopicSettings, read_terms, read_topics
from dashboard.config.text import TextSettings, read_text


@dataclass(frozen=True, slots=True)
class AnalysisSettings:
    """Every section of the file; ``stopwords`` is folded words by language."""

    ingest: IngestSettings
    text: TextSettings
    reuse: ReuseSettings
    quotes: QuoteSettings
    terms: TermSettings
    topics: TopicSettings
    stopwords: Mapping[str, frozenset[str]]


def load_analysis(path: Path, *stopword_files: Path) -> AnalysisSettings:
    """The settings of the file; stop word files are named ``stopwords_<language>.txt``. Raises ConfigError."""
    file = read_toml(path)
    settings = AnalysisSettings(
        ingest=read_ingest(file.table("ingest")),
        text=read_text(file.table("text")),
        reuse=read_reuse(file.table("reuse")),
        quotes=read_quotes(file.table("quotes")),
        terms=read_terms(file.table("terms")),
        topics=read_topics(file.table("topics")),
        stopwords={words.stem.removeprefix("stopwords_"): _words(words) for words in stopword_files},
    )
    file.finish()
    return settings


def _words(path: Path) -> frozenset[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word.strip() for line in lines if (word := line.partition("#")[0]).strip())
