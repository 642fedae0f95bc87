#!/usr/bin/env python3
"""Times the search for shared passages on invented press articles with planted copies, and says how many it finds.

  python benchmarks/reuse.py [--articles 1000 10000] [--seed 0]
  python benchmarks/reuse.py --corpus ARTICLES.jsonl [--out FOUND.jsonl]

Every size runs in a process of its own, so that its memory is its own. Beside it stand difflib, on the pairs of
articles that share something (it could not look at all pairs), up to 1,000 articles, and datasketch's MinHash LSH
where that is installed. With --corpus the articles are read (id, source, text, published or date), and what is
found is written, one pair of passages a line, for another scorer.
"""

from __future__ import annotations

import os

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import argparse
import difflib
import importlib.util
import json
import random
import resource
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import pandas as pd

from dashboard.analysis.reuse import reuse_of
from dashboard.config import load_config
from dashboard.tables import empty


def listed(words: str) -> list[str]:
    """The words of a list written with spaces."""
    return words.split()


SMALL = listed(
    "le la les un une des de du au aux et ou mais que qui dont où dans sur sous pour par avec sans entre vers chez "
    "ce cette ces son sa ses leur il elle ils elles on ne pas plus très bien aussi encore déjà est sont a ont était "
    "sera serait avait depuis après avant pendant comme si alors ainsi selon contre tout toute tous même"
)
STOCK = (
    "a-t-on appris de source proche du dossier",
    "dans un entretien accordé à la presse régionale",
    "par rapport à la même période un an plus tôt",
    "sous réserve de l'accord du conseil de surveillance",
    "n'était pas joignable au moment où ces lignes étaient écrites",
    "au terme d'une réunion qui aura duré plus de trois heures",
)
HEADS = listed("bar cal dor fen gar jal lor mar nav pel rav sol tar val vir zel")
MIDDLES = listed("a e i o u an on en ou ai")
TAILS = listed("ble cher dière ge gne lier mette nage que reur ssion tage teur tion veuse vier")
SOURCES = 30


@dataclass
class Article:
    """An invented article: its words, its source, and the (donor, first, first there, length) of what it copies."""

    source: str
    words: list[str]
    copies: list[tuple[int, int, int, int]] = field(default_factory=list)


def invent(count: int, seed: int) -> list[Article]:
    """Articles of about 350 words; one in eight copies one to three passages of 15-90 words, up to a tenth edited."""
    rng = random.Random(seed)
    nouns = sorted(
        {rng.choice(HEADS) + rng.choice(MIDDLES) + rng.choice(HEADS) + rng.choice(TAILS) for _ in range(9000)}
    )
    articles: list[Article] = []
    for number in range(count):
        words: list[str] = []
        while len(words) < rng.randint(200, 500):
            draw = rng.random()
            if draw < 0.01:
                words += rng.choice(STOCK).split()
            else:
                words.append(rng.choice(SMALL) if draw < 0.5 else nouns[int(len(nouns) * rng.random() ** 2)])
        article = Article(f"source {rng.randrange(SOURCES):02}", words)
        if number >= 20 and number % 8 == 0:
            for _ in range(rng.randint(1, 3)):
                copy(rng, articles, article, nouns)
        articles.append(article)
    return articles


def copy(rng: random.Random, articles: list[Article], article: Article, nouns: list[str]) -> None:
    """Puts a passage of an earlier article of another source into the article, at its end."""
    donor = rng.randrange(len(articles) if rng.random() < 0.7 else min(20, len(articles)))
    if articles[donor].source == article.source or articles[donor].copies:
        return
    size = rng.randint(15, 90)
    there = rng.randrange(max(1, len(articles[donor].words) - size))
    taken = articles[donor].words[there : there + size]
    rate = rng.uniform(0, 0.1)
    edited = [rng.choice(nouns) if 0 < at < size - 1 and rng.random() < rate else word for at, word in enumerate(taken)]
    article.words += [".", *[rng.choice(nouns) for _ in range(20)]]
    article.copies.append((donor, len(article.words), there, len(edited)))
    article.words += edited


def frame_of(articles: list[Article]) -> tuple[pd.DataFrame, list[list[int]]]:
    """The articles as a table, and where each of their words begins."""
    begins, texts = [], []
    for article in articles:
        place, starts = 0, []
        for word in article.words:
            starts.append(place)
            place += len(word) + 1
        begins.append([*starts, place])
        texts.append(" ".join(article.words))
    ids = [f"{number:07}" for number in range(len(articles))]
    sources = [article.source for article in articles]
    return pd.DataFrame({"article_id": ids, "source": sources, "text": texts, "published": None}), begins


Spans = dict[tuple[int, int], list[tuple[int, int]]]


def planted(articles: list[Article], begins: list[list[int]]) -> Spans:
    """For each pair (donor, copier) the planted spans of the copier's text, by characters."""
    spans: Spans = {}
    for number, article in enumerate(articles):
        for donor, first, _, size in article.copies:
            start, end = begins[number][first], begins[number][first + size] - 1
            spans.setdefault((donor, number), []).append((start, end))
    return spans


def scored(found: Spans, gold: Spans, known: set[tuple[int, int]]) -> str:
    """Recall of planted characters, and precision on the pairs of which one copies the other."""
    both = sum(
        max(0, min(end, stop) - max(start, begin))
        for pair, spans in gold.items()
        for start, end in spans
        for begin, stop in found.get(pair, ())
    )
    total = sum(end - start for spans in gold.values() for start, end in spans)
    given = sum(end - start for pair, spans in found.items() if pair in known for start, end in spans)
    return f"planted characters found {both / max(1, total):.3f}, right {both / max(1, given):.3f}"


def measure(count: int, seed: int) -> None:
    """One size: time, memory and what is found; then the others on the same articles."""
    articles = invent(count, seed)
    frame, begins = frame_of(articles)
    gold = planted(articles, begins)
    settings = load_config().analysis.reuse
    reuse_of(frame.head(2), empty("passages"), empty("quotes"), settings)
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    clock = time.process_time()
    reuse = reuse_of(frame, empty("passages"), empty("quotes"), settings)
    clock = time.process_time() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found: Spans = {}
    for row in reuse.itertuples():
        pair = int(row.a_article), int(row.b_article)
        found.setdefault(pair, []).append((row.b_start, row.b_end))
    print(f"{count} articles, {sum(len(spans) for spans in gold.values())} planted passages")
    print(
        f"  shared passages  {clock:8.2f} s  {count / clock:8.0f} articles/s  "
        f"{peak / 1024:.0f} MB ({(peak - base) / 1024:.0f} more than the articles)  {scored(found, gold, set(gold))}"
    )
    if count <= 1000:
        beside_difflib(articles, begins, gold)
    beside_datasketch(articles, gold)


def beside_difflib(articles: list[Article], begins: list[list[int]], gold: Spans) -> None:
    """difflib on the pairs that share something, blocks of eight words and more."""
    found: Spans = {}
    clock = time.process_time()
    for donor, number in gold:
        matcher = difflib.SequenceMatcher(None, articles[donor].words, articles[number].words, autojunk=False)
        for block in matcher.get_matching_blocks():
            if block.size >= 8:
                span = begins[number][block.b], begins[number][block.b + block.size] - 1
                found.setdefault((donor, number), []).append(span)
    clock = time.process_time() - clock
    every = clock / max(1, len(gold)) * len(articles) * (len(articles) - 1) / 2
    print(
        f"  difflib          {clock:8.2f} s  on {len(gold)} pairs; all pairs would take {every / 60:.1f} min  "
        f"{scored(found, gold, set(gold))}"
    )


def beside_datasketch(articles: list[Article], gold: Spans) -> None:
    """MinHash LSH of whole articles, which names pairs and no passages."""
    if importlib.util.find_spec("datasketch") is None:
        print("  datasketch       not installed")
        return
    from datasketch import MinHash, MinHashLSH

    clock = time.process_time()
    index, sketches = MinHashLSH(threshold=0.1, num_perm=128), []
    for number, article in enumerate(articles):
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(article.words[at : at + 4]).encode() for at in range(len(article.words) - 3)])
        index.insert(number, sketch)
        sketches.append(sketch)
    pairs = {
        (other, number) for number, sketch in enumerate(sketches) for other in index.query(sketch) if other < number
    }
    clock = time.process_time() - clock
    hit = len(pairs & set(gold))
    print(
        f"  datasketch       {clock:8.2f} s  {len(articles) / clock:8.0f} articles/s  pairs found "
        f"{hit / max(1, len(gold)):.3f}, right {hit / max(1, len(pairs)):.3f}; no passages"
    )


def read(path: Path, out: Path | None) -> None:
    """The same on articles that are given."""
    columns: dict[str, list[str | None]] = {"article_id": [], "source": [], "text": [], "published": []}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            for name, value in zip(columns, (str(row["id"]), row["source"], row["text"]), strict=False):
                columns[name].append(value)
            columns["published"].append(row.get("published", row.get("date")))
    frame = pd.DataFrame(columns)
    del columns
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    clock, processor = time.perf_counter(), time.process_time()
    reuse = reuse_of(frame, empty("passages"), empty("quotes"), load_config().analysis.reuse)
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{len(frame)} articles  {clock:.2f} s ({processor:.2f} s of one processor)  "
        f"{len(frame) / processor:.0f} articles/s  {peak / 1024:.0f} MB, {base / 1024:.0f} of them the articles  "
        f"{len(reuse)} shared passages"
    )
    if out:
        columns = ("a_article", "a_start", "a_end", "b_article", "b_start", "b_end")
        rows = zip(*(reuse[column].tolist() for column in columns), strict=True)
        lines = (json.dumps({"a": _side(*row[:3]), "b": _side(*row[3:])}, ensure_ascii=False) for row in rows)
        out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _side(doc: str, start: int, end: int) -> dict[str, object]:
    return {"doc": doc, "start": start, "end": end}


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    if options.corpus:
        read(options.corpus, options.out)
    elif len(options.articles) == 1:
        measure(options.articles[0], options.seed)
    else:
        for count in options.articles:
            command = [sys.executable, __file__, "--articles", str(count), "--seed", str(options.seed)]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
