#!/usr/bin/env python3
"""Measures topics and themes on labelled news and prints a table.

  python benchmarks/topics.py FOLDER [--quick]

FOLDER holds bbc_news.jsonl and french_news.jsonl ({"id", "text", "label"} a line, five labels each). A document is
taken as one passage. Printed are the agreement with the labels (AMI) at the true number of topics and without one,
coherence (NPMI over windows of ten words, first ten terms) and diversity of the terms at 10 to 50 topics, the
accuracy of five themes of six words each, and how many passages stay in their topic when one of fifty articles goes.
Where BERTopic is installed it runs beside.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import random
import sys
import time
import tomllib
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import adjusted_mutual_info_score

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dashboard.analysis.themes import themes_of
from dashboard.analysis.topics import Topics, grouped, named_groups, topics_of
from dashboard.config import Config, load_config
from dashboard.config.base import Section
from dashboard.config.themes import read_themes
from dashboard.model import Article, Document
from dashboard.tables import empty
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
SEEDS = 5
# Articles of the corpus that one is taken from, how often such a corpus is drawn, how many are taken from each.
FEW, DRAWS, REMOVED = 50, 4, 5


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
            stability(rows, load_config())


def whole_passages(config: Config) -> Config:
    text = replace(config.analysis.text, max_words=10**6, piece_words=10**6, heading_words=1)
    return replace(config, analysis=replace(config.analysis, text=text))


def article(row: dict[str, str], language: str, whole: bool = True) -> Article:
    text = " ".join(row["text"].split()) if whole else row["text"]
    return Article(str(row["id"]), "news", "", text, language=language)


def labelled(rows: Rows, documents: list[Document]) -> dict[str, str]:
    return {d.passages[0].passage_id: row["label"] for row, d in zip(rows, documents, strict=True) if d.passages}


def agreement(rows: Rows, documents: list[Document], config: Config) -> None:
    """AMI at the true number of topics, the median of five seeds, and without a number, where nothing is drawn."""
    labels = labelled(rows, documents)
    for k, seeds in ((len(set(labels.values())), range(SEEDS)), (None, range(1))):
        started = time.perf_counter()
        scores, count = [], 0
        for seed in seeds:
            found = grouped(documents, config, k, seed)
            given = [str(found.get(passage, f"none {passage}")) for passage in labels]
            scores.append(adjusted_mutual_info_score(list(labels.values()), given))
            count = len(set(found.values()))
        took = (time.perf_counter() - started) / len(scores)
        said = f"k = {k}, median of {len(scores)} seeds" if k else "no k"
        print(f"{said:24} topics {count:3d}  AMI {np.median(scores):.3f}  {took:.1f} s a run")


def stability(rows: Rows, config: Config) -> None:
    """The share of passages that stay in their topic when one of fifty articles goes, without and with the earlier."""
    print(f"== one of {FEW} articles removed, {DRAWS} draws of {REMOVED} each: passages that stay, mean (least)")
    draws = [random.Random(draw).sample(rows, FEW) for draw in range(DRAWS)]
    read = [[read_document(article(row, "fr", whole=False), config) for row in drawn] for drawn in draws]
    for level in ("coarse", "fine"):
        alone, kept = [], []
        for documents in read:
            before = topics_of(documents, empty("terms"), config)
            for gone in range(0, FEW, FEW // REMOVED):
                left = documents[:gone] + documents[gone + 1 :]
                alone.append(stays(before, topics_of(left, empty("terms"), config), level))
                kept.append(stays(before, topics_of(left, empty("terms"), config, before), level, by_id=True))
        held = np.mean([share >= 0.9 for share in alone])
        said = f"{level:8} without {np.mean(alone):.3f} ({min(alone):.3f}), at least .9 in {held:.0%}"
        print(f"{said}   with the earlier {np.mean(kept):.3f} ({min(kept):.3f})")


def stays(before: Topics, after: Topics, level: str, by_id: bool = False) -> float:
    """The share of the common passages in the same topic: that of the same id, or the best match one to one."""
    one, two = (
        found.passage_topics[found.passage_topics["topic_id"].str.startswith(level[0])].set_index("passage_id")[
            "topic_id"
        ]
        for found in (before, after)
    )
    both = pd.DataFrame({"before": one, "after": two}).dropna()
    if by_id:
        return float((both["before"] == both["after"]).mean())
    counts = pd.crosstab(both["before"], both["after"]).to_numpy()
    matched = linear_sum_assignment(-counts)
    return float(counts[matched].sum() / len(both))


def coherence_table(rows: Rows, documents: list[Document], config: Config, sizes: tuple[int, ...]) -> None:
    texts = [row["text"].split() for row in rows]
    results = []
    for k in sizes:
        started = time.perf_counter()
        topics = named_groups(documents, config, k)
        took = time.perf_counter() - started
        results.append((npmi(topics, texts), diversity(topics)))
        print(f"k = {k:3d}  NPMI {results[-1][0]:.3f}  diversity {results[-1][1]:.3f}  {took:.1f} s")
    print(f"mean     NPMI {np.mean([r[0] for r in results]):.3f}  diversity {np.mean([r[1] for r in results]):.3f}")
    bertopic(texts, sizes)


def bertopic(texts: list[list[str]], sizes: tuple[int, ...]) -> None:
    try:
        from bertopic import BERTopic
    except ImportError:
        print("BERTopic is not installed and was not run; published for it: NPMI .167 diversity .794")
        return
    results = []
    started = time.perf_counter()
    for k in sizes:
        model = BERTopic(nr_topics=k + 1)
        model.fit([" ".join(words) for words in texts])
        topics = [[word for word, _ in terms] for topic, terms in model.get_topics().items() if topic >= 0]
        results.append((npmi(topics, texts), diversity(topics)))
    took = (time.perf_counter() - started) / len(sizes)
    means = [np.mean([result[place] for result in results]) for place in (0, 1)]
    print(f"BERTopic NPMI {means[0]:.3f}  diversity {means[1]:.3f}  {took:.1f} s a run")


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
    main: dict[str, str] = dict(given.loc[given["main"], ["passage_id", "theme"]].itertuples(index=False))
    right = sum(main.get(passage) == label for passage, label in labels.items())
    print(f"five themes: accuracy {right / len(rows):.3f}, given to {len(main)} of {len(rows)}")


if __name__ == "__main__":
    main()
