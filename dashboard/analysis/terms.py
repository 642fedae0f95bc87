"""The terms of each article: names, chosen phrases and lemmas in one ranking."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat
from operator import contains
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.coded import Bools, Ints, numbered
from dashboard.analysis.mentions import GENERAL, IS_NAME, IS_WORD, Mentions, mentions_of
from dashboard.config import Config
from dashboard.config.terms import TermSettings
from dashboard.model import Document
from dashboard.tables import conform, empty
from dashboard.text.clean import fold

_KINDS = ("name", "phrase", "word")
# Blanks that are no single space between two words, and the one apostrophe that is a letter.
_BLANKS = ("  ", " \n", "\n ", *"\r\v\f\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2004\u2005\u2006\u2028\u2029")
_LETTER = "\u02bc"
_ACCENTS = {"é": "e", "ê": "e", "è": "e", "ô": "o"}


def terms_of(documents: Sequence[Document], config: Config) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables ``terms`` and ``term_mentions``.

    A phrase takes its words' counts, a joined spelling counts for its canonical one. ``tfidf`` is
    (1 + log2 count) times the weight of the term's kind, a fifth of it for terms of any subject, a little less for
    short words, more where the term stands in a heading, in the first passage of the body or in the plural: the
    corpus is no background here, since in a corpus on one story it would punish the words of the story. ``rank``
    follows it.
    """
    mentions = mentions_of(documents, config)
    if not len(mentions.key):
        return empty("terms"), empty("term_mentions")
    articles = [document.article.article_id for document in documents]
    passages = [passage.passage_id for document in documents for passage in document.passages]
    return _terms(mentions, articles, config.analysis.terms), _places(mentions, articles, passages)


def _terms(mentions: Mentions, articles: Sequence[str], settings: TermSettings) -> pd.DataFrame:
    article, key, n_keys = mentions.article, mentions.key, len(mentions.keys)
    pairs, first, group, count = np.unique(
        article * n_keys + key, return_index=True, return_inverse=True, return_counts=True
    )
    marks = mentions.heading, mentions.opening, mentions.plural
    heading, opening, plural = (_anywhere(group, mark, len(pairs)) for mark in marks)
    weight = mentions.weights[pairs % n_keys] * _frequency(count)
    weight[_repeated(mentions, pairs, count)] *= GENERAL
    weight = np.round(
        weight * (1 + settings.heading * heading + settings.opening * opening + settings.plural * plural), 6
    )
    order = _ranked(pairs // n_keys, weight, mentions.start[first])
    owner = (pairs // n_keys)[order]
    starts = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])
    rank = np.arange(len(order)) - np.repeat(starts, np.diff(np.r_[starts, len(order)])) + 1
    spellings, shown = _accented(mentions.keys, pairs % n_keys, *_shown(mentions, group))
    frame = pd.DataFrame(
        {
            "article_id": _texts(articles, owner),
            "lemma": _texts(mentions.keys, (pairs % n_keys)[order]),
            "term": _texts(spellings, shown[order]),
            "kind": _texts(_KINDS, mentions.kinds[(pairs % n_keys)[order]]),
            "count": count[order],
            "tfidf": weight[order],
            "rank": rank,
        }
    )
    return conform("terms", frame)


def _anywhere(group: Ints, marks: Bools, n_groups: int) -> Bools:
    """Of each group, whether any of its mentions is marked."""
    return np.bincount(group[marks], minlength=n_groups) > 0


def _ranked(article: Ints, weight: Any, start: Ints) -> Ints:
    """The order by article, the heaviest first, of equal ones the first in the text."""
    which, weights = pd.factorize(weight)
    rank = np.empty(len(weights), dtype=np.int64)
    rank[np.argsort(-weights)] = np.arange(len(weights))
    # One number for all three sorts in a third of the time; no two terms begin at one place.
    return np.argsort((article * len(weights) + rank[which]) * (1 + int(start.max(initial=0))) + start)


def _repeated(mentions: Mentions, pairs: Ints, count: Ints) -> Ints:
    """The places in ``pairs`` of words that a phrase or name of the same article holds, no less often than alone."""
    n_keys = len(mentions.keys)
    known = {mentions.keys[place]: place for place in np.flatnonzero(mentions.kinds == IS_WORD).tolist()}
    holding = np.flatnonzero(np.fromiter(map(contains, mentions.keys, repeat(" ")), bool, n_keys)).tolist()
    words = [mentions.keys[place].lower().split() for place in holding]
    parts = np.array(list(map(known.get, chain.from_iterable(words), repeat(-1))), dtype=np.int64)
    holders = np.repeat(np.array(holding, dtype=np.int64), list(map(len, words)))[parts >= 0]
    parts = parts[parts >= 0]
    # Each pair of a holder beside every part it has, by way of where the holder's parts begin.
    sizes = np.bincount(holders, minlength=n_keys)
    begins = np.cumsum(sizes) - sizes
    holder_of = pairs % n_keys
    many = sizes[holder_of]
    at = np.repeat(np.arange(len(pairs)), many)
    step = np.arange(len(at)) - np.repeat(np.cumsum(many) - many, many)
    wanted = (pairs - holder_of)[at] + parts[begins[holder_of[at]] + step]
    other = np.minimum(np.searchsorted(pairs, wanted), len(pairs) - 1)
    found = (pairs[other] == wanted) & (count[other] <= count[at])
    return np.unique(other[found])


def _shown(mentions: Mentions, group: Ints) -> tuple[list[str], Ints]:
    """Spellings, and for each group the number of its most frequent one, of equal ones the first by letters.

    A name is shown as printed, any other term as inside a sentence.
    """
    is_name = (mentions.kinds[mentions.key] == IS_NAME).astype(np.int64)
    used = np.flatnonzero(np.bincount(mentions.surface, minlength=len(mentions.surfaces)))
    printed = _flat([mentions.surfaces[place] for place in used.tolist()])
    spellings: dict[str, int] = {}
    forms = np.full((2, len(mentions.surfaces)), -1, dtype=np.int64)
    forms[:, used] = numbered(printed, spellings)
    as_word = np.bincount(mentions.surface[is_name == 0], minlength=len(mentions.surfaces))[used] > 0
    capital = [place for place in np.flatnonzero(as_word).tolist() if not printed[place][:1].islower()]
    forms[0, used[capital]] = numbered((_uncapitalised(printed[place]) for place in capital), spellings)
    n, chosen = len(spellings), forms[is_name, mentions.surface]
    codes, pairs = pd.factorize(group * n + chosen)
    count = np.bincount(codes)
    most = np.zeros(int(group.max()) + 1, dtype=np.int64)
    np.maximum.at(most, pairs // n, count)
    best = pairs[count == most[pairs // n]]
    shown, texts = np.full(len(most), -1, dtype=np.int64), list(spellings)
    alone = np.bincount(best // n)[best // n] == 1
    shown[best[alone] // n] = best[alone] % n
    for group_of, spelling in zip((best[~alone] // n).tolist(), (best[~alone] % n).tolist(), strict=True):
        if shown[group_of] < 0 or texts[spelling] < texts[shown[group_of]]:
            shown[group_of] = spelling
    return texts, shown


def _accented(keys: Sequence[str], key: Ints, spellings: list[str], shown: Ints) -> tuple[list[str], Ints]:
    """The spellings and their numbers with the accent of the lemma where a capital went without (*Etat*: *état*)."""
    accented = np.array([name[:1] in _ACCENTS for name in keys], dtype=bool)
    numbers: dict[str, int] = {}
    shown = shown.copy()
    for row in np.flatnonzero(accented[key]).tolist():
        old, name = spellings[shown[row]], keys[key[row]]
        if old[:1] == _ACCENTS[name[0]] and old[1:2].lower() == name[1:2]:
            shown[row] = len(spellings) + numbers.setdefault(name[0] + old[1:], len(numbers))
    return [*spellings, *numbers], shown


def _flat(surfaces: Sequence[str]) -> list[str]:
    """The surfaces folded, each blank in them one space. No passage, so no surface, has a line's end inside."""
    together = "\n".join(surfaces)
    folded = fold(f"\n{together}\n")
    plain = folded[1:-1].split("\n") if surfaces else []
    if _LETTER not in together and not any(blank in folded for blank in _BLANKS):
        return plain
    return [
        surface if surface.isalnum() else " ".join(flat.split()) for surface, flat in zip(surfaces, plain, strict=True)
    ]


def _uncapitalised(surface: str) -> str:
    """A word as it stands inside a sentence; one with a second capital (IA, GPU) keeps the first."""
    return surface if surface[1:2].isupper() else surface[:1].lower() + surface[1:]


def _places(mentions: Mentions, articles: Sequence[str], passages: Sequence[str]) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "lemma": _texts(mentions.keys, mentions.key),
            "article_id": _texts(articles, mentions.article),
            "passage_id": _texts(passages, mentions.passage),
            "start": mentions.start,
            "end": mentions.end,
        }
    )
    return conform("term_mentions", frame)


def _texts(values: Sequence[str], places: Ints) -> pd.Series[str]:
    """``values`` at ``places`` as a text column."""
    return pd.Series(list(values), dtype="str").take(places).reset_index(drop=True)


def _frequency(count: Any) -> Any:
    return 1 + np.log2(count)


def retally(terms: pd.DataFrame, mentions: pd.DataFrame, articles: pd.DataFrame | None = None) -> pd.DataFrame:
    """``terms`` with count, tfidf and rank of the given mentions alone; terms without any are left out.

    Where ``articles`` are given, only mentions in them count.
    """
    if articles is not None:
        mentions = mentions[mentions["article_id"].isin(articles["article_id"])]
    if terms.empty or mentions.empty:
        return empty("terms")
    counts = mentions.groupby(["article_id", "lemma"], sort=False).size().rename("now").reset_index()
    joined = terms.merge(counts, on=["article_id", "lemma"], how="inner")
    joined["tfidf"] = (joined["tfidf"] * _frequency(joined["now"]) / _frequency(joined["count"])).round(6)
    joined["count"] = joined["now"]
    joined = joined.sort_values(["article_id", "tfidf", "rank"], ascending=[True, False, True], kind="stable")
    joined["rank"] = joined.groupby("article_id", sort=False).cumcount() + 1
    return conform("terms", joined)
