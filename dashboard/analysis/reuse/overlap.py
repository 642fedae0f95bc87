"""What the sources of a selection share: containment both ways, counted again for whatever is selected."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.analysis.reuse.counting import Counter, Spans, counter_of, n_words, spans_by_article
from dashboard.tables import conform

_COUNTS = ("containment", "containment_unquoted", "n_words", "n_passages", "longest", "n_statements")
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
    sources = dict(zip(articles["article_id"], articles["source"], strict=True))
    names = sorted(set(sources.values()))
    chosen, quoted = passages[passages["role"] != "boilerplate"], _quoted(quotes)
    rows = _rows(reuse, sources)
    counters = _counters(rows, articles, (chosen, quoted))
    shared = _shared(rows, counters, sources)
    totals = _totals(chosen, quoted, articles)
    statements = _statements(quotes, sources)
    found = []
    for a in names:
        for b in names:
            if a != b:
                counts = _containment(shared.get((a, b), []), counters, totals.get(a, (0, 0)))
                found.append((a, b, *counts, len(statements.get(a, set()) & statements.get(b, set()))))
    return conform("source_overlap", pd.DataFrame(found, columns=["source_a", "source_b", *_COUNTS]))


def _quoted(quotes: pd.DataFrame) -> pd.DataFrame:
    """The quotes that stand inside quotation marks."""
    return quotes[quotes["kind"] != "indirect"]


def _rows(reuse: pd.DataFrame, sources: Mapping[str, str]) -> list[tuple[Side, Side]]:
    """Both sides of each shared passage that counts."""
    full = reuse[reuse["kind"] != "short"]
    columns = ("a_article", "a_start", "a_end", "b_article", "b_start", "b_end")
    sides = zip(*(full[column].tolist() for column in columns), strict=True)
    return [
        ((a, a_start, a_end), (b, b_start, b_end))
        for a, a_start, a_end, b, b_start, b_end in sides
        if a in sources and b in sources and sources[a] != sources[b]
    ]


def _counters(
    rows: list[tuple[Side, Side]], articles: pd.DataFrame, chosen: tuple[pd.DataFrame, pd.DataFrame]
) -> dict[str, Counter]:
    """A counter for each article that shares something; ``chosen`` holds passages and quoted spans."""
    sharing = {side[0] for row in rows for side in row}
    some = articles[articles["article_id"].isin(sharing)]
    passages, quoted = (spans_by_article(frame[frame["article_id"].isin(sharing)]) for frame in chosen)
    return {
        article: counter_of(text, passages.get(article, []), quoted.get(article, []))
        for article, text in zip(some["article_id"], some["text"], strict=True)
    }


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


def _totals(passages: pd.DataFrame, quoted: pd.DataFrame, articles: pd.DataFrame) -> dict[str, tuple[int, int]]:
    """Words of each source, and those of them outside quotation marks."""
    words = passages.groupby("article_id")["n_words"].sum().to_dict()
    spans = spans_by_article(quoted)
    totals: dict[str, tuple[int, int]] = {}
    for article, source, text in zip(articles["article_id"], articles["source"], articles["text"], strict=True):
        own = int(words.get(article, 0))
        inside = n_words(text, spans[article]) if article in spans else 0
        total, plain = totals.get(source, (0, 0))
        totals[source] = (total + own, plain + max(0, own - inside))
    return totals


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
    known = quotes[quotes["statement_id"].notna()] if "statement_id" in quotes else quotes.head(0)
    found: dict[str, set[str]] = {}
    for article, statement in zip(known["article_id"], known.get("statement_id", known["article_id"]), strict=True):
        if article in sources:
            found.setdefault(sources[article], set()).add(statement)
    return found
