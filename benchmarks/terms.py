#!/usr/bin/env python3
"""Times terms, themes and topics against scikit-learn's TfidfVectorizer on the same text, in one run, on one core.

  python benchmarks/terms.py [FOLDER] [--passages 10000] [--rounds 5] [--seed 0]

Without FOLDER the text is invented press, the same for the same seed; FOLDER is any corpus, whose articles are
repeated until there are enough passages. TfidfVectorizer (default settings) is given the passages as texts and cuts
them into words itself. Ours is timed apart for

  words   passages, sentences, words and their lemmas, from the text
  names   names of people, organisations, products and places, which every view and comparison uses as well
  terms, themes, topics   from the documents so read: the functions that the pipeline calls, tables included

and then summed. A round reads and analyses everything anew; what is known of single words (lemmas, classes) stays from
the first round on, as in any process that has read a corpus before, so that the first round is printed by itself and
the others as medians. Times are processor seconds; the libraries are held to one thread.
"""

from __future__ import annotations

import os

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.press import Writer
from dashboard.analysis.terms import terms_of
from dashboard.analysis.themes import themes_of
from dashboard.analysis.topics import topics_of
from dashboard.config import Config, load_config
from dashboard.ingest import read_corpus
from dashboard.model import Article, Document
from dashboard.text.batch import Batch
from dashboard.text.document import batches, read_documents
from dashboard.text.passages import passages_of

BASE = "TfidfVectorizer"
OURS = ("terms", "themes", "topics")
Made = TypeVar("Made")


class Clock:
    """Processor seconds of each stage, one figure a round."""

    def __init__(self) -> None:
        self.times: dict[str, list[float]] = {}

    def time(self, stage: str, work: Callable[[], Made]) -> Made:
        """What the work gives; rubbish of earlier stages is cleared away before."""
        gc.collect()
        started = time.process_time()
        made = work()
        self.times.setdefault(stage, []).append(time.process_time() - started)
        return made


def repeated(folder: Path, passages: int, config: Config) -> Iterator[Article]:
    """The articles of a folder again and again, each time under another id and with another last line."""
    total = 0
    for number, article in enumerate(islice(cycle(read_corpus([folder], config).articles), passages)):
        copy = replace(article, article_id=f"{number:06}-{article.article_id}", text=f"{article.text}\nNo {number}.")
        yield copy
        total += len(passages_of(copy, config.analysis.text))
        if total >= passages:
            return


def one_round(articles: list[Article], config: Config, clock: Clock) -> None:
    """Everything once: TfidfVectorizer first, then ours from the text on."""
    passages = [passages_of(article, config.analysis.text) for article in articles]
    texts = [a.text[p.start : p.end] for a, here in zip(articles, passages, strict=True) for p in here]
    clock.time(BASE, lambda: TfidfVectorizer().fit_transform(texts))
    clock.time("words", lambda: _without_names(articles, config))
    documents = clock.time("words and names", lambda: read_documents(articles, config))
    terms, _ = clock.time("terms", lambda: terms_of(documents, config))
    clock.time("themes", lambda: themes_of(documents, config))
    clock.time("topics", lambda: topics_of(documents, terms, config))


def _without_names(articles: list[Article], config: Config) -> list[Document]:
    """The articles read as ``read_documents`` does, without the search for names."""
    made: list[Document] = []
    for batch in batches(articles):
        made += Batch(batch, config.analysis.text).documents([()] * len(batch))
    return made


def table(clock: Clock) -> list[tuple[str, float, float]]:
    """Stages and sums with the seconds of the first round and the median of the others."""
    times = dict(clock.times)
    both = zip(times.pop("words and names"), times["words"], strict=True)
    times["names"] = [whole - words for whole, words in both]
    sums = (
        ("terms, themes and topics", OURS),
        ("the same with words", (*OURS, "words")),
        ("the same with words and names", (*OURS, "words", "names")),
    )
    for name, parts in sums:
        times[name] = [sum(found) for found in zip(*(times[part] for part in parts), strict=True)]
    order = (BASE, "words", "names", *OURS, *(name for name, _ in sums))
    return [(name, times[name][0], median(times[name][1:] or times[name])) for name in order]


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5, help="rounds after the first")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    config, clock = load_config(), Clock()
    found = repeated(options.folder, options.passages, config) if options.folder else None
    articles = list(found or Writer(config, options.seed).articles(options.passages))
    documents = read_documents(articles[:50], config)
    size = sum(len(document.tokens) for document in documents) / max(1, sum(len(d.passages) for d in documents))
    print(
        f"{len(articles)} articles, about {size:.0f} words a passage, {sum(len(a.text) for a in articles)} characters"
    )
    for _ in range(1 + options.rounds):
        one_round(articles, config, clock)
    rows = table(clock)
    print(f"{'seconds':32} {'first':>8} {'median':>8} {'times ' + BASE:>22}")
    for name, first, later in rows:
        print(f"{name:32} {first:8.2f} {later:8.2f} {later / rows[0][2]:22.1f}")


if __name__ == "__main__":
    main()
