"""Names of topics: the terms that set a group of passages apart from the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.topics.matrix import Floats, Ints
from dashboard.text.clean import search_key

# How much a term that names another topic better loses here (0: nothing).
DISTINCT = 0.2
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


def ranked_terms(matrix: Any, labels: Ints, count: int) -> list[Ints]:
    """For each topic the columns of ``matrix`` (passages x terms) that best name it, best first.

    G2 of passage frequencies, in small topics (under about fifty passages) weighed by the share of the topic's
    passages that hold the term, so that one passage's words do not name it; and weighed down where the term
    names another topic better. Of equals the one that stands more often in the topic comes first.
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
        smooth = min(1.0, size / 50)
        scores[topic] = np.clip(g2, 0, None) * (inside[topic] / max(size, 1.0)) ** (0.5 * (1 - smooth))
    best = np.maximum(scores.max(axis=0), 1e-12)
    scores *= (scores / best) ** DISTINCT
    named = []
    for topic in range(topics):
        order = np.lexsort((np.arange(scores.shape[1]), -often[topic], -scores[topic].round(9)))[:count]
        named.append(np.asarray(order[scores[topic][order] > 0], dtype=np.int64))
    return named


def label_columns(ranked: Sequence[Sequence[int]], shown: Sequence[str], count: int) -> list[list[int]]:
    """For each topic the ``count`` of its ranked terms that make its name.

    No two are of one word family (*élection*, *électoral*; *Macron*, *Emmanuel Macron*), and none names an
    earlier topic of the list, while there are others to choose from.
    """
    taken: set[str] = set()
    found = []
    for columns in ranked:
        free = [column for column in columns if shown[column] not in taken]
        chosen: list[int] = []
        for column in [*free, *(column for column in columns if shown[column] in taken)]:
            if len(chosen) < count and not any(akin(shown[column], shown[other]) for other in chosen):
                chosen.append(column)
        taken |= {shown[column] for column in chosen}
        found.append(chosen)
    return found


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


def coherence(matrix: Any, columns: Ints) -> float | None:
    """Mean normalised mutual information of the terms' pairs over passages, -1..1; None for fewer than two."""
    if len(columns) < 2:
        return None
    presence = (matrix[:, columns] > 0).astype(np.float64)
    joint = np.asarray((presence.T @ presence).todense()) / presence.shape[0]
    alone = np.diag(joint)
    pairs = np.triu_indices(len(columns), 1)
    both, apart = joint[pairs], (alone[:, None] * alone[None, :])[pairs]
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.log(both / apart) / -np.log(both)
    values = np.where(both <= 0, -1.0, np.where(both >= 1, 1.0, values))
    return float(np.clip(values.mean(), -1.0, 1.0))
