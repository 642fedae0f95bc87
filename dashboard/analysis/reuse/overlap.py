"""What the sources of a selection share: containment both ways, counted again for whatever is selected."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.analysis.reuse.counting import Counter, Spans, counter_of, n_words, spans_by_article

_COLUMNS = {
    "source_a": "str",
    "source_b": "str",
    "containment": "float64",
    "containment_unquoted": "float64",
    "n_words": "int64",
    "n_passages": "int64",
    "longest": "int64",
    "n_statements": "int64",
}
Side = tuple[str, int, int]  # article, start, end


def overlap_of(
    reuse: pd.DataFrame, articles: pd.DataFrame, passages: pd.DataFrame, quotes: pd.DataFrame
) -> pd.DataFrame:
    """The table ``source_overlap``: one row for every ordered pair of different sources of ``articles``.

    Only words inside the given passages count, boilerplate left out. containment is the share of source a's
    words that stand in passages which b also prints (kind ``short`` does not count), 0 where a has no words;
    containment_unquoted is the same without the words inside quotation marks. n_statements counts the
    statements of ``quotes`` that both report. Fewer than two sources give no row.
    """
    texts = dict(zip(articles["article_id"].tolist(), articles["text"].tolist(), strict=True))
    sources = dict(zip(texts, articles["source"].tolist(), strict=True))
    names = sorted(set(sources.values()))
    chosen, words = _chosen(passages)
    quoted = spans_by_article(quotes[(quotes["kind"] != "indirect").to_numpy()])
    rows = _rows(reuse, sources)
    sharing = sorted({side[0] for row in rows for side in row})
    counters = {name: counter_of(texts[name], chosen.get(name, []), quoted.get(name, [])) for name in sharing}
    shared = _shared(rows, counters, sources)
    totals: dict[str, tuple[int, int]] = {}
    for article, source in sources.items():
        inside = n_words(texts[article], quoted[article]) if article in quoted else 0
        total, plain = totals.get(source, (0, 0))
        own = words.get(article, 0)
        totals[source] = (total + own, plain + max(0, own - inside))
    statements = _statements(quotes, sources)
    found = []
    for a in names:
        for b in names:
            if a != b:
                counts = _containment(shared.get((a, b), []), counters, totals[a])
                found.append((a, b, *counts, len(statements.get(a, set()) & statements.get(b, set()))))
    columns = zip(*found, strict=True) if found else [()] * len(_COLUMNS)
    named = zip(_COLUMNS.items(), columns, strict=True)
    # Made column by column: this runs at each click on a filter, where conform would take longest of all.
    return pd.DataFrame({name: pd.Series(values, dtype=dtype) for (name, dtype), values in named})


def _chosen(passages: pd.DataFrame) -> tuple[dict[str, Spans], dict[str, int]]:
    """The selected spans of each article, and the number of words in them, boilerplate left out."""
    spans: dict[str, Spans] = {}
    words: dict[str, int] = {}
    columns = ("article_id", "start", "end", "role", "n_words")
    for article, start, end, role, count in zip(*(passages[name].tolist() for name in columns), strict=True):
        if role != "boilerplate":
            spans.setdefault(article, []).append((start, end))
            words[article] = words.get(article, 0) + count
    return spans, words


def _rows(reuse: pd.DataFrame, sources: Mapping[str, str]) -> list[tuple[Side, Side]]:
    """Both sides of each shared passage that counts."""
    columns = ("kind", "a_article", "a_start", "a_end", "b_article", "b_start", "b_end")
    sides = zip(*(reuse[column].tolist() for column in columns), strict=True)
    return [
        ((a, a_start, a_end), (b, b_start, b_end))
        for kind, a, a_start, a_end, b, b_start, b_end in sides
        if kind != "short" and a in sources and b in sources and sources[a] != sources[b]
    ]


def _shared(
    rows: list[tuple[Side, Side]], counters: Mapping[str, Counter], sources: Mapping[str, str]
) -> dict[tuple[str, str], list[Side]]:
    """For each ordered pair of sources what the first shares with the second, where both sides are selected."""
    shared: dict[tuple[str, str], list[Side]] = {}
    for a, b in rows:
        if all(counters[article].words([(start, end)])[0] for article, start, end in (a, b)):
            first, second = sources[a[0]], sources[b[0]]
            shared.setdefault((first, second), []).append(a)
            shared.setdefault((second, first), []).append(b)
    return shared


def _containment(
    sides: list[Side], counters: Mapping[str, Counter], total: tuple[int, int]
) -> tuple[float, float, int, int, int]:
    """Both containments, words, passages and the longest passage of what one source shares with another."""
    spans: dict[str, Spans] = {}
    for article, start, end in sides:
        spans.setdefault(article, []).append((start, end))
    counted = [counters[article].words(places) for article, places in spans.items()]
    words, plain = sum(both[0] for both in counted), sum(both[1] for both in counted)
    longest = max((counters[article].words([(start, end)])[0] for article, start, end in sides), default=0)
    return (_share(words, total[0]), _share(plain, total[1]), words, len(sides), longest)


def _share(part: int, whole: int) -> float:
    """The part of the whole, 0..1, to six places."""
    return round(min(1.0, part / whole), 6) if whole else 0.0


def _statements(quotes: pd.DataFrame, sources: Mapping[str, str]) -> dict[str, set[str]]:
    """The statements that each source reports."""
    found: dict[str, set[str]] = {}
    if "statement_id" in quotes:
        for article, statement in zip(quotes["article_id"].tolist(), quotes["statement_id"].tolist(), strict=True):
            if isinstance(statement, str) and article in sources:
                found.setdefault(sources[article], set()).add(statement)
    return found
