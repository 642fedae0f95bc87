#!/usr/bin/env python3
"""Times terms, themes and topics against scikit-learn's TfidfVectorizer on the same passages, in one run.

  python benchmarks/terms.py [FOLDER] [--passages 10000]

FOLDER is any corpus (default: seeds/); its articles are repeated, each time with other words at its ends, until
there are enough passages. Times are processor seconds of one thread.
"""

from __future__ import annotations

import os

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sklearn.feature_extraction.text import TfidfVectorizer

from dashboard.analysis.stories import stories_of
from dashboard.analysis.terms import terms_of
from dashboard.analysis.themes import themes_of
from dashboard.analysis.topics import topics_of
from dashboard.config import load_config
from dashboard.ingest import read_corpus
from dashboard.model import Document
from dashboard.text.document import read_document


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "seeds")
    parser.add_argument("--passages", type=int, default=10_000)
    options = parser.parse_args()
    config = load_config()
    articles = read_corpus([options.folder], config).articles
    documents: list[Document] = []
    total = number = 0
    while total < options.passages:
        article = articles[number % len(articles)]
        copy = replace(article, article_id=f"{number:06d}-{article.article_id}", text=f"{article.text}\nNo {number}.")
        documents.append(read_document(copy, config))
        total += len(documents[-1].passages)
        number += 1
    texts = [d.article.text[p.start : p.end] for d in documents for p in d.passages]
    print(f"{len(documents)} articles, {len(texts)} passages, {sum(len(d.tokens) for d in documents)} words")
    base = timed("TfidfVectorizer", lambda: TfidfVectorizer().fit_transform(texts))
    terms = timed("terms", lambda: terms_of(documents, config))
    themes = timed("themes", lambda: themes_of(documents, config))
    given = terms_of(documents, config)[0]
    topics = timed("topics", lambda: topics_of(documents, given, config))
    timed("stories", lambda: stories_of(documents, config))
    print(f"terms, themes and topics together: {(terms + themes + topics) / base:.1f} times TfidfVectorizer")


def timed(name: str, work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    took = time.process_time() - started
    print(f"{name:16} {took:6.2f} s")
    return took


if __name__ == "__main__":
    main()
