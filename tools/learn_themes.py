#!/usr/bin/env python3
"""Learns what each French word says for each theme from annotated passages, and writes it to a file of weights.

  python tools/learn_themes.py FOLDER... [--held FOLDER...] [--vectors FILE] [--out config/learned_fr.npz]

A folder holds ``texts/`` (UTF-8, one passage a line) and ``gold_passages.jsonl``: a JSON object a line with doc (the
file's name), start and end (offsets), themes (the best one first; "none" for none) and boilerplate. Texts that two
people annotated are given as two folders; a folder named twice counts twice in the weights of words. The themes and
their words are those of ``config/themes.toml``. Folders named with ``--held`` are not learned from: what comes out is
tried on them. Without ``--out`` nothing is written.

For each theme a logistic regression (L2, scikit-learn) weighs the points of all themes' words, whether it has any
itself, whether the passage is brief, and the passage's lemmas by their rarity, each lemma as itself and, with
``--vectors``, as its word vector: what was learned of *ouvrier* is then known of *manutentionnaire* too. ``--vectors``
is a NumPy archive with ``words``, ``rows`` (a word's row) and ``vec``; those of spaCy's fr_core_news_md were used.
Since all is a sum over lemmas, it ends in one weight for each lemma and theme. A second regression, the same for all
themes and learned from held-out halves, weighs the passage against those around it. Names are no words here: who is
reported on says nothing of the theme.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from dashboard.analysis.chances import Told, choose, features, in_context, own_logits
from dashboard.analysis.giving import Passages, passages_in
from dashboard.analysis.scores import scores_of
from dashboard.analysis.wordweights import Heard, heard_in, said_of, spoken
from dashboard.config import Config, load_config
from dashboard.config.learned import Learned, load_learned, save_learned
from dashboard.config.themes import CARRYING, Themes
from dashboard.ingest import read_corpus
from dashboard.model import Document
from dashboard.text.document import read_document

LANGUAGE = "fr"
# Weights of lemmas as themselves and as vectors beside features of unit spread, and the strength of the penalty:
# chosen on held-out writers.
ALONE, VECTOR, PENALTY = 9.0, 0.5, 0.01
FOLDS = 6
UNSEEN = 7.0
# Lemmas never seen in the passages whose vector says so little for every theme are left out.
LEAST = 0.35
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True)
class Annotated:
    """Passages of some folders with ``themes`` (n x n_themes, True where given), ``known`` (whether annotated) and
    ``weight`` (how often their folder was named)."""

    documents: list[Document]
    themes: Any
    known: Any
    weight: Any


def annotated(folders: Sequence[Path], config: Config) -> Annotated:
    """The passages of the folders, each given the themes of the annotated span that covers most of it."""
    documents: list[Document] = []
    rows, known, weight = [], [], []
    order = config.themes.order
    for folder, times in Counter(folders).items():
        gold = _gold(folder / "gold_passages.jsonl")
        for article in read_corpus([folder / "texts"], config).articles:
            document = read_document(replace(article, article_id=f"{folder.name}/{article.article_id}"), config)
            documents.append(document)
            weight.extend([times] * len(document.passages))
            for passage in document.passages:
                found = [
                    (min(passage.end, row["end"]) - max(passage.start, row["start"]), place)
                    for place, row in enumerate(gold.get(Path(article.article_id).stem, []))
                ]
                share, place = max(found, default=(0, 0), key=lambda one: (one[0], -one[1]))
                row = gold[Path(article.article_id).stem][place] if share * 2 > passage.end - passage.start else None
                known.append(row is not None and not row.get("boilerplate") and passage.role != "boilerplate")
                rows.append([row is not None and theme in row["themes"] for theme in order])
    return Annotated(documents, np.array(rows, dtype=bool), np.array(known, dtype=bool), np.array(weight))


def _gold(file: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of a file of annotations by the stem of their document. Ends the program at a row that is none."""
    if not file.is_file() or not (file.parent / "texts").is_dir():
        sys.exit(f"{file.parent}: expected gold_passages.jsonl and a folder texts in it")
    gold: dict[str, list[dict[str, Any]]] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            row["start"], row["end"], row["themes"] = int(row["start"]), int(row["end"]), list(row["themes"])
            gold.setdefault(Path(row["doc"]).stem, []).append(row)
        except (ValueError, KeyError, TypeError) as error:
            sys.exit(f"{file}, line {number}: no annotated passage ({error!r}); expected doc, start, end and themes")
    return gold


def is_word(lemma: str) -> bool:
    """Whether a lemma is an ordinary word or an acronym, no name or number."""
    if not _WORD.fullmatch(lemma):
        return False
    return lemma == lemma.lower() or (lemma.isupper() and 2 <= len(lemma) <= 6)


class Vectors:
    """Word vectors of unit length less their mean; a word without one has zeros."""

    def __init__(self, file: Path | None, seen: Iterable[str]) -> None:
        """``seen`` are the lemmas of the passages, whose mean is taken away."""
        self.rows: dict[str, int] = {}
        self.table = np.zeros((1, 1))
        if file is not None:
            with np.load(file, allow_pickle=True) as data:
                self.rows = dict(zip(data["words"].tolist(), data["rows"].tolist(), strict=True))
                table = data["vec"].astype(np.float64)
            table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
            known = sorted({self.rows[lemma] for lemma in seen if lemma in self.rows})
            self.table = table - table[known].mean(axis=0)

    def of(self, lemmas: Sequence[str]) -> Any:
        """One row for each lemma."""
        made = np.zeros((len(lemmas), self.table.shape[1]))
        for place, lemma in enumerate(lemmas):
            if lemma in self.rows:
                made[place] = self.table[self.rows[lemma]]
        return made


def vocabulary(seen: Counter[str], n: int, vectors: Vectors, more: Iterable[str]) -> Learned:
    """The lemmas to learn with their rarities: those in two passages or more, and those known by their vector."""
    words = sorted(
        {lemma for lemma, count in seen.items() if count > 1 or lemma in vectors.rows}
        | {lemma for lemma in more if lemma in vectors.rows}
    )
    rarity = np.array([np.log(n / seen[word]) if word in seen else UNSEEN for word in words], dtype=np.float32)
    empty = np.zeros((0, 0), dtype=np.float32)
    return Learned(LANGUAGE, (), "", tuple(words), rarity, empty, empty, empty, empty, ())


@dataclass(frozen=True)
class Matrix:
    """What one passage a row is judged by: ``own`` (4 x n x n_themes) and ``words`` (n x n_features); and its
    ``weight``."""

    own: Any
    words: Any
    weight: Any


def fit(data: Matrix, wanted: Any, rows: Any) -> tuple[Any, Any]:
    """For each theme the weights of ``own`` (n_themes x 4) and of ``words`` (n_features x n_themes)."""
    from joblib import Parallel, delayed
    from scipy.sparse import csr_matrix, hstack
    from sklearn.linear_model import LogisticRegression

    def one(theme: int) -> tuple[Any, Any]:
        own = data.own[:3, :, theme].T
        middle, spread = own[rows].mean(axis=0), np.maximum(own[rows].std(axis=0), 1e-6)
        table = csr_matrix(hstack([csr_matrix((own[rows] - middle) / spread), data.words[rows]]))
        model = LogisticRegression(C=PENALTY, max_iter=400).fit(table, wanted[rows, theme], data.weight[rows])
        weights = model.coef_[0, :3] / spread
        return np.append(weights, model.intercept_[0] - (weights * middle).sum()), model.coef_[0, 3:]

    made = Parallel(n_jobs=2)(delayed(one)(theme) for theme in range(wanted.shape[1]))
    return np.array([own for own, _ in made]), np.array([words for _, words in made]).T


def logits(data: Matrix, own: Any, words: Any) -> Any:
    """What each passage says itself for each theme."""
    return np.einsum("kf,fnk->nk", own, data.own) + data.words @ words


def plain(data: Matrix, wanted: Any, rows: Any) -> Any:
    """Weights of ``own`` alike for all themes, for those of which nothing is learned."""
    from sklearn.linear_model import LogisticRegression

    table = np.column_stack([data.own[place][rows].ravel() for place in range(3)])
    model = LogisticRegression(C=10).fit(table, wanted[rows].ravel())
    return np.append(model.coef_[0], model.intercept_[0])


def learn(given: Annotated, config: Config, vectors_file: Path | None, more: Sequence[str]) -> Learned:
    """The weights learned from the passages."""
    from scipy.sparse import csr_matrix, hstack

    documents, themes = given.documents, config.themes
    scores, passages = scores_of(documents, themes), passages_in(documents, themes.scoring)
    everything = _seen(documents, given.known)
    seen = Counter({lemma: count for lemma, count in everything.items() if is_word(lemma)})
    vectors = Vectors(vectors_file, everything)
    learned = vocabulary(seen, int(given.known.sum()), vectors, [lemma for lemma in more if is_word(lemma)])
    heard = heard_in(documents, learned)
    counts = _counts(heard, learned)
    of_words = vectors.of(learned.words) * learned.rarity[:, None]
    dense = counts @ csr_matrix(of_words)
    spread = float(dense[given.known].toarray().std(axis=0).mean()) or 1.0
    often = np.array([seen[word] > 1 for word in learned.words])
    alone = ALONE * learned.rarity * often
    table = features(scores, passages)
    parts = [counts.multiply(alone).tocsr(), dense * (VECTOR / spread), csr_matrix(table[0])]
    data = Matrix(table, csr_matrix(hstack(parts)), given.weight)
    own, words = fit(data, given.themes, given.known)
    n, n_themes = len(learned.words), len(themes.order)
    weights = alone[:, None] * words[:n] + (of_words * (VECTOR / spread)) @ words[n:-n_themes]
    half = _held_out(data, given, passages)
    context = _context(half, given, passages)
    made = replace(
        learned,
        columns=themes.order,
        weights=weights.astype(np.float32),
        own=np.vstack([own, plain(data, given.themes, given.known)]).astype(np.float32),
        cross=words[-n_themes:].astype(np.float32),
        context=context.astype(np.float32),
        listed=tuple(
            frozenset((name, entry) for name in CARRYING for entry in getattr(theme, name)) for theme in themes.themes
        ),
    )
    return pruned(made, seen)


def pruned(learned: Learned, seen: Counter[str]) -> Learned:
    """Without the lemmas that stand in no passage and say little for any theme."""
    kept = np.array([word in seen for word in learned.words]) | (np.abs(learned.weights).max(axis=1) >= LEAST)
    words = tuple(word for word, keep in zip(learned.words, kept.tolist(), strict=True) if keep)
    return replace(learned, words=words, rarity=learned.rarity[kept], weights=learned.weights[kept])


def _seen(documents: Sequence[Document], known: Any) -> Counter[str]:
    """In how many annotated passages each lemma stands."""
    seen: Counter[str] = Counter()
    places = iter(known.tolist())
    for document in documents:
        wanted = [next(places) for _ in document.passages]
        lemmas: list[set[str]] = [set() for _ in document.passages]
        for token in document.tokens:
            lemmas[document.sentences[token.sentence].passage].add(token.lemma)
        for here, want in zip(lemmas, wanted, strict=True):
            if want:
                seen.update(here)
    return seen


def _counts(heard: Heard, learned: Learned) -> Any:
    from scipy.sparse import csr_matrix

    size = len(heard.length), len(learned.words)
    return csr_matrix((1 / heard.length[heard.passage], (heard.passage, heard.word)), shape=size)


def _held_out(data: Matrix, given: Annotated, passages: Passages) -> Any:
    """Logits of each passage from weights learned without its article."""
    made = np.zeros(given.themes.shape)
    # By what it says: the same text in two folders, annotated by two people, is in one fold whatever its name.
    folds = np.array([zlib.crc32(document.article.text.encode()) % FOLDS for document in given.documents])
    folds = folds[passages.article]
    for fold in range(FOLDS):
        here = folds == fold
        made[here] = logits(data, *fit(data, given.themes, given.known & ~here))[here]
    return made


def _context(held: Any, given: Annotated, passages: Passages) -> Any:
    from sklearn.linear_model import LogisticRegression

    rows = np.flatnonzero(passages.content)
    around = in_context(held[rows], passages.article[rows], passages.brief[rows])
    known = given.known[rows]
    table = np.column_stack([one[known].ravel() for one in around[:6]])
    model = LogisticRegression(C=10).fit(table, given.themes[rows][known].ravel())
    return np.append(model.coef_[0], model.intercept_[0])


def tried(given: Annotated, config: Config) -> str:
    """Micro and macro F1 of the themes given to annotated passages under a configuration."""
    documents, themes = given.documents, config.themes
    scores, passages = scores_of(documents, themes), passages_in(documents, themes.scoring)
    said = said_of(themes, config.learned)
    by_words = spoken(heard_in(documents, config.learned), said)
    made = choose(
        own_logits(Told(scores, said, by_words), passages, config.learned), passages, config.learned, themes.scoring
    )
    found = np.zeros(given.themes.shape, dtype=bool)
    found[made.passage, made.theme] = True
    found, wanted = found[given.known], given.themes[given.known]
    right, wrong = (found & wanted).sum(axis=0), (found & ~wanted).sum(axis=0)
    missed = (~found & wanted).sum(axis=0)
    micro = 2 * right.sum() / max(1, 2 * right.sum() + wrong.sum() + missed.sum())
    macro = (2 * right / np.maximum(1, 2 * right + wrong + missed)).mean()
    return f"{int(given.known.sum())} passages, micro F1 {micro:.3f}, macro F1 {macro:.3f}"


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--held", type=Path, nargs="*", default=[])
    parser.add_argument("--vectors", type=Path)
    parser.add_argument(
        "--words", type=Path, help="a file of frequent words, one a line, to be weighed by their vector"
    )
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    config = load_config()
    given = annotated(options.folders, config)
    learned = learn(given, config, options.vectors, _lemmas(options.words))
    if options.out:
        save_learned(options.out, learned)
        learned = load_learned(options.out)
    print(f"{int(given.known.sum())} passages learned from, {len(learned.words)} words")
    everything: Themes = replace(
        config.themes, themes=tuple(replace(theme, learned=(theme.theme_id,)) for theme in config.themes.themes)
    )
    for folder in options.held:
        tried_on = annotated([folder], config)
        print(f"{folder.name}: {tried(tried_on, replace(config, themes=everything, learned=learned))}")


def _lemmas(file: Path | None) -> list[str]:
    """The lemmas of the words in a file."""
    from dashboard.text.lemmas import lemma_of

    if file is None:
        return []
    return sorted({lemma_of(word, LANGUAGE) for word in file.read_text(encoding="utf-8").split()})


if __name__ == "__main__":
    main()
