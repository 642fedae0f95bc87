#!/usr/bin/env python3
"""Measures topics and themes on labelled news and prints a table.

  python benchmarks/topics.py FOLDER [--quick]

FOLDER holds bbc_news.jsonl and french_news.jsonl ({"id", "text", "label"} a line, five labels each). A document is
taken as one passage. Printed are the agreement with the labels (AMI) at the true number of topics and without one,
coherence (NPMI over windows of ten words, first ten terms) and diversity of the terms at 10 to 50 topics, and the
accuracy of five themes of six words each. Where BERTopic is installed it runs beside.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import sys
import time
import tomllib
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import numpy as np
from sklearn.metrics import adjusted_mutual_info_score

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dashboard.analysis.themes import themes_of
from dashboard.analysis.topics import grouped, named_groups
from dashboard.config import Config, load_config
from dashboard.config.base import Section
from dashboard.config.themes import read_themes
from dashboard.model import Article, Document
from dashboard.text.document import read_document

FIVE_THEMES = """
[themes.business]
label_fr = "Économie"
words = ["entreprise", "économie", "marché", "banque", "prix", "commerce"]
[themes.health]
label_fr = "Santé"
words = ["santé", "maladie", "médecin", "hôpital", "patient", "vaccin"]
[themes.politics]
label_fr = "Politique"
words = ["président", "élection", "gouvernement", "parti", "opposition", "ministre"]
[themes.sports]
label_fr = "Sport"
words = ["football", "match", "équipe", "joueur", "coupe", "club"]
[themes.technology]
label_fr = "Technologie"
words = ["technologie", "internet", "numérique", "application", "données", "intelligence artificielle"]
"""
Rows = list[dict[str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true", help="10 topics only for coherence")
    options = parser.parse_args()
    config = whole_passages(load_config())
    for name, language in (("bbc_news", "en"), ("french_news", "fr")):
        rows = [json.loads(line) for line in (options.folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
        documents = [read_document(article(row, language), config) for row in rows]
        print(f"== {name}: {len(rows)} documents")
        agreement(rows, documents, config)
        if language == "en":
            coherence_table(rows, documents, config, (10,) if options.quick else (10, 20, 30, 40, 50))
        else:
            five_themes(rows, documents, config)


def whole_passages(config: Config) -> Config:
    text = replace(config.analysis.text, max_words=10**6, piece_words=10**6, heading_words=1)
    return replace(config, analysis=replace(config.analysis, text=text))


def article(row: dict[str, str], language: str) -> Article:
    return Article(str(row["id"]), "news", "", " ".join(row["text"].split()), language=language)


def labelled(rows: Rows, documents: list[Document]) -> dict[str, str]:
    return {d.passages[0].passage_id: row["label"] for row, d in zip(rows, documents, strict=True) if d.passages}


def agreement(rows: Rows, documents: list[Document], config: Config) -> None:
    labels = labelled(rows, documents)
    for k in (len(set(labels.values())), None):
        started = time.perf_counter()
        found = grouped(documents, config, k)
        took = time.perf_counter() - started
        given = [found.get(passage, f"none {passage}") for passage in labels]
        score = adjusted_mutual_info_score(list(labels.values()), [str(group) for group in given])
        given = f"k = {k}" if k else "no k"
        print(f"{given:8} topics {len(set(found.values())):3d}  AMI {score:.3f}  {took:.1f} s")


def coherence_table(rows: Rows, documents: list[Document], config: Config, sizes: tuple[int, ...]) -> None:
    texts = [row["text"].split() for row in rows]
    results = []
    for k in sizes:
        topics = named_groups(documents, config, k)
        results.append((npmi(topics, texts), diversity(topics)))
        print(f"k = {k:3d}  NPMI {results[-1][0]:.3f}  diversity {results[-1][1]:.3f}")
    print(f"mean     NPMI {np.mean([r[0] for r in results]):.3f}  diversity {np.mean([r[1] for r in results]):.3f}")
    bertopic(texts, sizes)


def bertopic(texts: list[list[str]], sizes: tuple[int, ...]) -> None:
    try:
        from bertopic import BERTopic
    except ImportError:
        print("BERTopic is not installed; published: NPMI .167 diversity .794")
        return
    results = []
    for k in sizes:
        model = BERTopic(nr_topics=k + 1)
        model.fit([" ".join(words) for words in texts])
        topics = [[word for word, _ in terms] for topic, terms in model.get_topics().items() if topic >= 0]
        results.append((npmi(topics, texts), diversity(topics)))
    print(f"BERTopic NPMI {np.mean([r[0] for r in results]):.3f}  diversity {np.mean([r[1] for r in results]):.3f}")


def npmi(topics: list[list[str]], texts: list[list[str]], window: int = 10) -> float:
    """Mean over topics of the mean over pairs, probabilities by sliding windows (c_npmi of gensim)."""
    wanted = {term for topic in topics for term in topic[:10]}
    alone: dict[str, int] = defaultdict(int)
    both: dict[tuple[str, str], int] = defaultdict(int)
    total = 0
    for words in texts:
        for start in range(max(1, len(words) - window + 1)):
            total += 1
            here = sorted({word for word in words[start : start + window] if word in wanted})
            for word in here:
                alone[word] += 1
            for pair in itertools.combinations(here, 2):
                both[pair] += 1
    means = []
    for topic in topics:
        known = [term for term in topic[:10] if alone[term]]
        pairs = itertools.combinations(known, 2)
        values = [_npmi(both[min(a, b), max(a, b)], alone[a], alone[b], total) for a, b in pairs]
        means.append(float(np.mean(values)) if values else 0.0)
    return float(np.mean(means))


def _npmi(both: int, left: int, right: int, total: int) -> float:
    joint = both / total + 1e-12
    return math.log(joint / (left / total * right / total)) / -math.log(joint)


def diversity(topics: list[list[str]]) -> float:
    terms = [term for topic in topics for term in topic[:10]]
    return len(set(terms)) / len(terms) if terms else 0.0


def five_themes(rows: Rows, documents: list[Document], config: Config) -> None:
    themes = read_themes(Section(tomllib.loads(FIVE_THEMES), Path("five themes")))
    labels = labelled(rows, documents)
    given = themes_of(documents, replace(config, themes=themes))
    main = dict(given.loc[given["main"], ["passage_id", "theme"]].itertuples(index=False))
    right = sum(main.get(passage) == label for passage, label in labels.items())
    print(f"five themes: accuracy {right / len(rows):.3f}, given to {len(main)} of {len(rows)}")


if __name__ == "__main__":
    main()
