#!/usr/bin/env python3
"""Scores the search for shared passages on corpora with known copies, beside difflib and datasketch's MinHash LSH.

  python -m benchmarks.planted FOLDER...     medians over the folders, each with articles.jsonl and gold.jsonl

An article is a line of ``id``, ``source``, ``text`` and ``date``, a known copy a line of ``a`` and ``b`` (each with
``doc``, ``start``, ``end``) and ``type``; what is of type ``chance`` counts neither way. difflib looks at the pairs of
articles that the search names, since it could not look at all pairs; datasketch names pairs and no passages, and runs
where it is installed.
"""

from __future__ import annotations

import argparse
import difflib
import importlib
import importlib.util
import json
import re
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.analysis.reuse import reuse_of
from dashboard.config import load_config
from dashboard.tables import empty
from tests.evaluation.scoring import overlap_scores

Case = dict[str, Any]
Pair = tuple[str, str]
_WORD = re.compile(r"\w+")
_FEWEST = 8  # words of a passage that counts


def case(a: tuple[str, int, int], b: tuple[str, int, int], kind: str = "found") -> Case:
    """A pair of passages, each of (article, start, end)."""
    sides = {name: dict(zip(("doc", "start", "end"), side, strict=True)) for name, side in (("a", a), ("b", b))}
    return {**sides, "type": kind}


def ours(articles: pd.DataFrame) -> list[Case]:
    """The shared passages that count."""
    reuse = reuse_of(articles, empty("passages"), empty("quotes"), load_config().analysis.reuse)
    rows = reuse[["a_article", "a_start", "a_end", "b_article", "b_start", "b_end"]]
    return [case(row[:3], row[3:]) for row in rows.itertuples(index=False, name=None)]


def by_difflib(articles: pd.DataFrame, pairs: Iterable[Pair]) -> list[Case]:
    """Blocks of eight words and more that difflib finds in the given pairs of articles."""
    spans = {
        name: list(_WORD.finditer(text)) for name, text in zip(articles["article_id"], articles["text"], strict=True)
    }
    words = {name: [found.group().lower() for found in places] for name, places in spans.items()}
    found = []
    for a, b in sorted(pairs):
        for block in difflib.SequenceMatcher(None, words[a], words[b], autojunk=False).get_matching_blocks():
            if block.size >= _FEWEST:
                ends = [(spans[a], block.a), (spans[b], block.b)]
                sides = [(places[at].start(), places[at + block.size - 1].end()) for places, at in ends]
                found.append(case((a, *sides[0]), (b, *sides[1])))
    return found


def by_datasketch(articles: pd.DataFrame) -> set[Pair]:
    """The pairs of whole articles that MinHash LSH names: 128 permutations of 4-word shingles, threshold .1."""
    datasketch: Any = importlib.import_module("datasketch")
    index, sketches = datasketch.MinHashLSH(threshold=0.1, num_perm=128), {}
    for name, text in zip(articles["article_id"], articles["text"], strict=True):
        words = _WORD.findall(text.lower())
        sketch = datasketch.MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[at : at + 4]).encode() for at in range(len(words) - 3)])
        index.insert(name, sketch)
        sketches[name] = sketch
    return {(other, name) for name, sketch in sketches.items() for other in index.query(sketch) if other < name}


def pairs_of(cases: Iterable[Case]) -> set[Pair]:
    """The pairs of articles that share something."""
    return {(min(ends), max(ends)) for ends in ((one["a"]["doc"], one["b"]["doc"]) for one in cases)}


def pair_scores(found: set[Pair], gold: set[Pair], neutral: set[Pair]) -> dict[str, float]:
    """Precision and recall of pairs of articles."""
    told, hit = found - (neutral - gold), len(found & gold)
    return {"pair_p": hit / max(1, len(told)), "pair_r": hit / max(1, len(gold))}


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What the work returns, and the seconds of the processor that it took."""
    clock = time.process_time()
    return work(), time.process_time() - clock


def measure(folder: Path) -> dict[str, dict[str, float]]:
    """One corpus: each way of searching with its scores."""
    rows = [json.loads(line) for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    columns = {"article_id": "id", "source": "source", "text": "text", "published": "date"}
    articles = pd.DataFrame({name: [row[key] for row in rows] for name, key in columns.items()})
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    gold = [{**one, "type": "same_fact" if one["type"] == "chance" else one["type"]} for one in gold]
    due = pairs_of(one for one in gold if one["type"] != "same_fact")
    neutral = pairs_of(one for one in gold if one["type"] == "same_fact")

    def told(cases: list[Case], seconds: float) -> dict[str, float]:
        passages = {"plagdet": overlap_scores(gold, cases)["plagdet"]} if cases else {}
        return {**passages, **pair_scores(pairs_of(cases), due, neutral), "articles_s": len(rows) / seconds}

    ours(articles.head(2))
    found, seconds = timed(lambda: ours(articles))
    scores = {"shared passages": told(found, seconds)}
    scores["difflib, those pairs"] = told(*timed(lambda: by_difflib(articles, pairs_of(found))))
    if importlib.util.find_spec("datasketch"):
        pairs, seconds = timed(lambda: by_datasketch(articles))
        scores["datasketch, no passages"] = {**pair_scores(pairs, due, neutral), "articles_s": len(rows) / seconds}
    return scores


def main() -> None:
    """Reads the command line, prints the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    measured = [measure(folder) for folder in parser.parse_args().folders]
    print(f"median of {len(measured)}")
    for name, first in measured[0].items():
        medians = {key: statistics.median(scores[name][key] for scores in measured) for key in first}
        shown = "  ".join(f"{key} {value:.3f}" for key, value in medians.items() if key != "articles_s")
        print(f"  {name:<24} {shown}  {medians['articles_s']:.0f} articles/s")
    if "datasketch, no passages" not in measured[0]:
        print("  datasketch is not installed: not measured")


if __name__ == "__main__":
    main()
