"""From files to articles: one reader a format."""

from dashboard.ingest.corpus import Corpus, IngestError, read_corpus, read_uploads

__all__ = ["Corpus", "IngestError", "read_corpus", "read_uploads"]
