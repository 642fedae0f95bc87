"""Names of topics: the terms that set a group of passages apart from the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.topics.matrix import Floats, Ints
from dashboard.text.clean import search_key

# How much a term that names another topic better loses here (0: nothing).
DISTINCT = 0.2
# Topics of fewer passages are small: there one passage's words could pass for the topic's.
SMALL = 50
# Two words are of one family if they begin alike for so many letters and this share of the longer one.
STEM, STEM_SHARE = 5, 0.55


def log_likelihood(inside: Floats, outside: Floats, n_inside: float, n_outside: float) -> Floats:
    """G2 of each term (Dunning 1993), negative where it is rarer inside; all arguments count passages."""
    total = inside + outside
    expected_in = total * n_inside / (n_inside + n_outside)
    expected_out = total - expected_in
    with np.errstate(divide="ignore", invalid="ignore"):
        left = np.where(inside > 0, inside * np.log(inside / expected_in), 0.0)
        right = np.where(outside > 0, outside * np.log(outside / expected_out), 0.0)
    g2 = 2 * (left + right)
    return np.where(inside >= expected_in, g2, -g2)


@dataclass(frozen=True, slots=True)
class Scores:
    """How well each term (column) names each topic (row): ``values``, 0 where it does not.

    ``inside`` counts the topic's passages that hold the term, ``often`` its mentions there, ``sizes`` all passages.
    """

    values: Floats
    inside: Floats
    often: Floats
    sizes: Floats

    def best(self, topic: int, count: int) -> Ints:
        """The columns that best name the topic, best first; of equals the one that stands more often in it."""
        row = self.values[topic]
        order = np.lexsort((np.arange(len(row)), -self.often[topic], -row.round(9)))[:count]
        return np.asarray(order[row[order] > 0], dtype=np.int64)


def term_scores(matrix: Any, labels: Ints) -> Scores:
    """The scores of the columns of ``matrix`` (passages x terms, counts) for the topics of ``labels``.

    G2 of passage frequencies, in small topics (under about fifty passages) weighed by the share of the topic's
    passages that hold the term, so that one passage's words do not name it; and weighed down where the term
    names another topic better.
    """
    from scipy.sparse import csr_matrix

    presence = (matrix > 0).astype(np.float64)
    sizes = np.bincount(labels).astype(np.float64)
    n, topics = float(len(labels)), len(sizes)
    member = csr_matrix((np.ones(len(labels)), (labels, np.arange(len(labels)))), shape=(topics, len(labels)))
    inside = np.asarray((member @ presence).todense())
    often = np.asarray((member @ matrix).todense())
    total = inside.sum(axis=0)
    scores = np.zeros_like(inside)
    for topic, size in enumerate(sizes):
        g2 = log_likelihood(inside[topic], total - inside[topic], size, n - size) if n > size else inside[topic]
        smooth = min(1.0, size / SMALL)
        scores[topic] = np.clip(g2, 0, None) * (inside[topic] / max(size, 1.0)) ** (0.5 * (1 - smooth))
    best = np.maximum(scores.max(axis=0), 1e-12)
    scores *= (scores / best) ** DISTINCT
    return Scores(scores, inside, often, sizes)


def ranked_terms(matrix: Any, labels: Ints, count: int) -> list[Ints]:
    """For each topic the columns of ``matrix`` (passages x terms) that best name it, best first."""
    scores = term_scores(matrix, labels)
    return [scores.best(topic, count) for topic in range(len(scores.sizes))]


def whole_phrases(keys: Sequence[str], shown: Sequence[str], terms: pd.DataFrame) -> tuple[str, ...]:
    """The spellings ``shown`` of the ``keys``, but the phrase where a word stands mostly in one (*intelligence*).

    ``terms`` is the table; that phrase must stand twice, and more often than the word outside all phrases.
    """
    if terms.empty:
        return tuple(shown)
    lemma, lemmas = pd.factorize(terms["lemma"])
    count, phrase = terms["count"].to_numpy(), (terms["kind"] == "phrase").to_numpy()
    names = lemmas.tolist()
    alone = dict(zip(names, np.bincount(lemma[~phrase], count[~phrase], len(names)).tolist(), strict=True))
    inside = np.bincount(lemma[phrase], count[phrase], len(names))
    often = np.flatnonzero(inside > 1).tolist()
    holds: dict[str, int] = {}
    for times, name, place in sorted((float(inside[place]), names[place], place) for place in often):
        holds.update((word, place) for word in name.split() if alone.get(word, 0) < times)
    rows = np.flatnonzero(np.isin(lemma, list(holds.values())))
    spelling = _spellings(lemma[rows].tolist(), terms["term"].take(rows).tolist(), count[rows].tolist())
    return tuple(spelling[holds[key]] if key in holds else form for key, form in zip(keys, shown, strict=True))


def _spellings(owners: Sequence[int], texts: Sequence[str], counts: Sequence[int]) -> dict[int, str]:
    """The most frequent text of each owner, of equal ones the first by letters."""
    times: dict[tuple[int, str], int] = {}
    for owner, text, count in zip(owners, texts, counts, strict=True):
        times[owner, text] = times.get((owner, text), 0) + count
    by_letters = sorted(times, key=lambda pair: pair[1], reverse=True)
    return dict(sorted(by_letters, key=lambda pair: times[pair]))


def distinct(columns: Sequence[int], shown: Sequence[str], count: int) -> list[int]:
    """The first ``count`` columns none of which is much the same as one before.

    That is: spelled alike but for case, accents, hyphens, spaces and endings of number and gender (*candidat*,
    *candidate*), or one holding all words of the other (*cloud*, *cloud computing*).
    """
    seen: set[str] = set()
    chosen: list[int] = []
    held: list[frozenset[str]] = []
    for column in columns:
        plain = search_key(shown[column])
        flat = _unended(plain.replace("-", "").replace(" ", ""))
        words = frozenset(map(_unended, plain.replace("'", " ").split()))
        if flat in seen or any(words <= others or others <= words for others in held) or len(chosen) >= count:
            continue
        seen.add(flat)
        held.append(words)
        chosen.append(column)
    return chosen


def _unended(word: str) -> str:
    """Without the endings of number and gender that only add letters; short words stay."""
    for ending in ("s", "x", "e"):
        if len(word) > 5 and word.endswith(ending):
            word = word[:-1]
    return word


def akin(one: str, two: str) -> bool:
    """Whether two terms share a word or a word's family."""
    return any(_of_one_family(left, right) for left in _words(one) for right in _words(two))


def _words(term: str) -> list[str]:
    words = search_key(term).replace("'", " ").replace("-", " ").split()
    return [word for word in words if len(word) > 3] or words[-1:]


def _of_one_family(left: str, right: str) -> bool:
    stem = round(max(STEM, STEM_SHARE * max(len(left), len(right))))
    return left == right or (len(left) >= stem and left[:stem] == right[:stem])


def coherence(matrix: Any, columns: Sequence[int]) -> float | None:
    """Mean normalised mutual information of the terms' pairs over passages, -1..1; None for fewer than two."""
    if len(columns) < 2:
        return None
    presence = (matrix[:, list(columns)] > 0).astype(np.float64)
    joint = np.asarray((presence.T @ presence).todense()) / presence.shape[0]
    alone = np.diag(joint)
    pairs = np.triu_indices(len(columns), 1)
    both, apart = joint[pairs], (alone[:, None] * alone[None, :])[pairs]
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.log(both / apart) / -np.log(both)
    values = np.where(both <= 0, -1.0, np.where(both >= 1, 1.0, values))
    return float(np.clip(values.mean(), -1.0, 1.0))
