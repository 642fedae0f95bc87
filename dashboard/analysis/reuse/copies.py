"""Near-duplicate articles, and passages that repeat an earlier article's."""

from __future__ import annotations

from collections import Counter as Counted
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.analysis.reuse.counting import Counter, Spans, counter_of, spans_by_article
from dashboard.analysis.reuse.origin import spans_of_dates
from dashboard.config.reuse import ReuseSettings

_DEFAULT = ReuseSettings()
Side = tuple[str, int, int]  # article, start, end


@dataclass(frozen=True, slots=True)
class _Shared:
    """A shared passage that counts: its later side, its earlier side, and how alike they are, 0..1."""

    later: Side
    earlier: Side
    similarity: float


@dataclass(frozen=True, slots=True)
class _Passages:
    """The passages of one article, by place, with the words of the article."""

    ids: tuple[str, ...]
    spans: Spans
    counter: Counter


def near_duplicates(
    reuse: pd.DataFrame, articles: pd.DataFrame, passages: pd.DataFrame, settings: ReuseSettings = _DEFAULT
) -> pd.Series[str]:
    """For each row of ``articles`` the group of articles that print nearly the same text; None where it is alone.

    A group is a connected component of pairs that share ``duplicate_share`` of the shorter's words outside
    boilerplate (``short`` passages left out), exact copies included. Its id is its first article's, by id.
    """
    known = _known(reuse, articles, passages)
    root = {article: article for article in articles["article_id"]}
    sides: dict[tuple[str, str], tuple[Spans, Spans]] = {}
    for shared in _shared(reuse, dict.fromkeys(root, 0.0)):
        pair = sides.setdefault((shared.later[0], shared.earlier[0]), ([], []))
        pair[0].append(shared.later[1:])
        pair[1].append(shared.earlier[1:])
    for (a, b), spans in sides.items():
        sizes = [int(known[article].counter.counted[-1]) for article in (a, b)]
        words = [known[article].counter.words(own)[0] for article, own in zip((a, b), spans, strict=True)]
        if words[sizes.index(min(sizes))] >= settings.duplicate_share * min(sizes) > 0:
            _join(root, a, b)
    if "duplicate_of" in articles:
        for article, original in zip(articles["article_id"], articles["duplicate_of"], strict=True):
            if isinstance(original, str) and original in root:
                _join(root, article, original)
    groups = [_find(root, article) for article in articles["article_id"]]
    size = Counted(groups)
    found = [group if size[group] > 1 else None for group in groups]
    return pd.Series(found, index=articles.index, name="duplicate_group", dtype=object).astype("str")


def passage_copies(
    reuse: pd.DataFrame, passages: pd.DataFrame, articles: pd.DataFrame, settings: ReuseSettings = _DEFAULT
) -> pd.Series[str]:
    """For each row of ``passages`` the passage_id of its earliest copy; None where it is no copy itself.

    A passage is a copy of an earlier article's where ``copy_share`` of its words are that article's words.
    An article counts as printed at the last moment that its date may mean; undated ones come last, and equal
    dates go by article_id, so that of several copies exactly one remains.
    """
    published = articles["published"].tolist() if "published" in articles else [None] * len(articles)
    latest = np.nan_to_num(spans_of_dates(published)[:, 1], nan=np.inf)
    dates = dict(zip(articles["article_id"], latest.tolist(), strict=True))
    known = _known(reuse, articles, passages)
    by_later: dict[str, list[_Shared]] = {}
    for shared in _shared(reuse, dates):
        by_later.setdefault(shared.later[0], []).append(shared)
    origin: dict[str, str] = {}
    for article in sorted(by_later, key=lambda article: _rank(article, dates)):
        rows = sorted(by_later[article], key=lambda shared: (_rank(shared.earlier[0], dates), shared.later))
        for copy, source in _copies(rows, known, settings.copy_share):
            origin[copy] = origin.get(source, source)
    found = [origin.get(passage) for passage in passages["passage_id"]]
    return pd.Series(found, index=passages.index, name="copy_of", dtype=object).astype("str")


def _copies(rows: Sequence[_Shared], known: Mapping[str, _Passages], share: float) -> Iterator[tuple[str, str]]:
    """The copied passages of one article, each with its earliest source; ``rows`` go from the earliest on."""
    own = known[rows[0].later[0]]
    for passage, (start, end) in zip(own.ids, own.spans, strict=True):
        size = own.counter.words([(start, end)])[0]
        alike: dict[str, float] = {}
        for row in rows:
            low, high = max(start, row.later[1]), min(end, row.later[2])
            if low < high and size:
                source = row.earlier[0]
                alike[source] = alike.get(source, 0.0) + own.counter.words([(low, high)])[0] * row.similarity
                if alike[source] >= share * size and (target := _opposite(row, (low, high), known[source])):
                    yield passage, target
                    break


def _opposite(row: _Shared, span: tuple[int, int], other: _Passages) -> str | None:
    """The earlier article's passage that stands opposite most of the span, judged by its place in the shared text."""
    (_, later, later_end), (_, earlier, earlier_end) = row.later, row.earlier
    scale = (earlier_end - earlier) / max(1, later_end - later)
    low, high = (earlier + (place - later) * scale for place in span)
    common = [min(high, end) - max(low, start) for start, end in other.spans]
    best = max(range(len(common)), key=lambda place: (common[place], -place), default=None)
    return other.ids[best] if best is not None and common[best] > 0 else None


def _shared(reuse: pd.DataFrame, dates: Mapping[str, float]) -> Iterator[_Shared]:
    """The shared passages that count, between articles that are known; the later side by date, then by id."""
    full = reuse[reuse["kind"] != "short"]
    columns = ("a_article", "a_start", "a_end", "b_article", "b_start", "b_end", "similarity")
    for a, a_start, a_end, b, b_start, b_end, similarity in zip(*(full[c].tolist() for c in columns), strict=True):
        if a in dates and b in dates:
            sides = sorted(((a, a_start, a_end), (b, b_start, b_end)), key=lambda side: _rank(side[0], dates))
            yield _Shared(sides[1], sides[0], similarity)


def _rank(article: str, dates: Mapping[str, float]) -> tuple[float, str]:
    return (dates[article], article)


def _known(reuse: pd.DataFrame, articles: pd.DataFrame, passages: pd.DataFrame) -> dict[str, _Passages]:
    """Passages and words of each article that shares something, boilerplate left out."""
    sharing = set(reuse["a_article"]) | set(reuse["b_article"])
    content = passages[(passages["role"] != "boilerplate") & passages["article_id"].isin(sharing)]
    content = content.sort_values(["article_id", "start"])
    ids = content.groupby("article_id")["passage_id"].agg(tuple).to_dict()
    spans = spans_by_article(content)
    some = articles[articles["article_id"].isin(sharing)]
    return {
        article: _Passages(ids.get(article, ()), spans.get(article, []), counter_of(text, spans.get(article, []), []))
        for article, text in zip(some["article_id"], some["text"], strict=True)
    }


def _find(root: dict[str, str], item: str) -> str:
    while root[item] != item:
        root[item] = root[root[item]]
        item = root[item]
    return item


def _join(root: dict[str, str], a: str, b: str) -> None:
    """Puts two groups together under the smaller id."""
    first, second = sorted((_find(root, a), _find(root, b)))
    root[second] = first
