"""A theme made of a learned topic: its terms, each in the list that its aim deserves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dashboard.analysis.bench import Bench
from dashboard.config.theme_edits import MOST_LABEL, ThemeEditError, clean, entry_of

# A term found in the topic with this share of its passages carries the theme alone, or in most texts.
STRONG, COMMON = 0.6, 0.25
LABEL_TERMS = 3


def topic_words(terms: Iterable[str], members: Collection[str], bench: Bench) -> dict[str, tuple[str, ...]]:
    """The terms as the lists ``strong``, ``words`` and ``weak`` of a theme, in their order.

    ``members`` are the topic's passage ids. A term that stands in one passage of the topic alone is at most common,
    one that stands in none is left out. The best aimed term is common at least, so that the theme has a word;
    all three lists are empty where no term is found.
    """
    inside = set(members)
    aims: dict[str, tuple[float, int]] = {}
    for entry in _entries(terms):
        found = bench.passage_ids(entry)
        if hits := len(found & inside):
            aims[entry] = hits / len(found), hits
    best = max(aims, key=lambda entry: aims[entry], default="")
    lists: Mapping[str, list[str]] = {"strong": [], "words": [], "weak": []}
    for entry, (share, hits) in aims.items():
        if share >= STRONG and hits > 1:
            lists["strong"].append(entry)
        elif share >= COMMON or entry == best:
            lists["words"].append(entry)
        else:
            lists["weak"].append(entry)
    return {name: tuple(entries) for name, entries in lists.items()}


def topic_label(terms: Iterable[str]) -> str:
    """The topic's first terms as the name of a theme, as many of three as fit."""
    label = ""
    for term in list(terms)[:LABEL_TERMS]:
        longer = f"{label}, {clean(term)}" if label else clean(term)
        if len(longer) <= MOST_LABEL:
            label = longer
    return label[:1].upper() + label[1:]


def _entries(terms: Iterable[str]) -> list[str]:
    """The terms that can be words of a theme, each once."""
    found = []
    for term in terms:
        try:
            found.append(entry_of(term))
        except ThemeEditError:
            continue
    return list(dict.fromkeys(found))
