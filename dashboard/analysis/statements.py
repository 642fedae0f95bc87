"""One utterance in all its wordings: quotes of one speaker that say the same, however cut, worded or translated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from dashboard.config import Config
from dashboard.text.clean import search_key

_WORD = re.compile(r"\w+")
_SHINGLE = 5
_COMMON = 50  # a run of words in more quotes than this is a stock phrase
_ROWS = 512
_ACROSS = 0.55  # the least cosine of two quotes given to different speakers that share five words in a row
_LOOSE = 0.7  # how far below the threshold two groups may be on average when a pair joins them


def statements_of(quotes: pd.DataFrame, articles: pd.DataFrame, config: Config) -> pd.Series[str]:
    """For each row of ``quotes`` (without statement_id) the statement it words; None where no other quote words it.

    Two quotes word one statement where one speaker, or an organisation and its head, says them and the cosine of
    their TF-IDF vectors of character 3-5-grams is at least ``statement_similarity``. The id is the quote_id of
    the statement's first wording, by article and place; quotes under ``statement_words`` words have none.
    """
    settings = config.analysis.quotes
    result = pd.Series([None] * len(quotes), index=quotes.index, name="statement_id", dtype=object)
    order = quotes.reset_index(drop=True).sort_values(["article_id", "start", "end", "kind"], kind="stable")
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    spans = zip(order["article_id"], order["start"], order["end"], strict=True)
    said = [" ".join(_WORD.findall(search_key(texts[article][start:end]))) for article, start, end in spans]
    long = [place for place, words in enumerate(said) if words.count(" ") + 1 >= settings.statement_words]
    if len(long) < 2:
        return result.astype("str")
    said = [said[place] for place in long]
    speakers = [_speakers(order["speaker"].iloc[place], config) for place in long]
    pairs = _pairs(said, speakers, settings.statement_similarity)
    ids, index = order["quote_id"].to_numpy(object), order.index.to_numpy()
    for group in _groups(pairs, len(said), settings.statement_similarity * _LOOSE):
        first = ids[long[group[0]]]
        result.iloc[[index[long[member]] for member in group]] = first
    return result.astype("str")


def _speakers(speaker: object, config: Config) -> frozenset[str]:
    """Who answers for a quote: each speaker, an organisation's head as the organisation."""
    if not isinstance(speaker, str):
        return frozenset()
    heads = config.entities.head_of
    return frozenset(heads.get(name, name) for name in speaker.split(" et "))


def _pairs(said: Sequence[str], speakers: Sequence[frozenset[str]], least: float) -> dict[tuple[int, int], float]:
    """The cosine of every two quotes that may be one statement."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors: Any = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32)
    matrix = vectors.fit_transform(said).tocsr()
    pairs: dict[tuple[int, int], float] = {}
    blocks: dict[str, list[int]] = {}
    for place, names in enumerate(speakers):
        for name in names:
            blocks.setdefault(name, []).append(place)
    for name in sorted(blocks):
        pairs.update(_alike(matrix, np.array(blocks[name]), least))
    across = [pair for pair in sorted(_sharing(said)) if not speakers[pair[0]] & speakers[pair[1]]]
    for first, second in across:
        cosine = float(matrix[first].multiply(matrix[second]).sum())
        if cosine >= _ACROSS:
            pairs[first, second] = cosine
    return pairs


def _alike(matrix: Any, block: np.ndarray[Any, Any], least: float) -> Iterator[tuple[tuple[int, int], float]]:
    """The pairs within a block whose cosine is at least ``least``, some hundred rows at a time."""
    rows = matrix[block]
    for begin in range(0, len(block), _ROWS):
        cosines = (rows[begin : begin + _ROWS] @ rows.T).tocoo()
        good = cosines.data >= least
        for row, column, cosine in zip(cosines.row[good], cosines.col[good], cosines.data[good], strict=True):
            if begin + row < column:
                yield (int(block[begin + row]), int(block[column])), float(cosine)


def _sharing(said: Sequence[str]) -> set[tuple[int, int]]:
    """The pairs that have five words in a row in common, stock phrases left out."""
    holders: dict[tuple[str, ...], set[int]] = {}
    for place, text in enumerate(said):
        words = text.split()
        for begin in range(len(words) - _SHINGLE + 1):
            holders.setdefault(tuple(words[begin : begin + _SHINGLE]), set()).add(place)
    shared = (sorted(places) for places in holders.values() if 1 < len(places) <= _COMMON)
    return {pair for places in shared for pair in combinations(places, 2)}


def _groups(pairs: Mapping[tuple[int, int], float], count: int, loose: float) -> list[list[int]]:
    """Groups of quotes, closest pairs joined first, while two groups are alike on average; each sorted."""
    group = list(range(count))
    members = {place: [place] for place in range(count)}
    for (first, second), _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        a, b = sorted((group[first], group[second]))
        if a == b:
            continue
        between = [pairs.get((min(x, y), max(x, y)), 0.0) for x in members[a] for y in members[b]]
        if sum(between) >= loose * len(between):
            for place in members.pop(b):
                group[place] = a
                members[a].append(place)
    return [sorted(found) for found in members.values() if len(found) > 1]
