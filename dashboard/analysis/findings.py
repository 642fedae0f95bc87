"""What the overview says of a selection: key numbers, the closest pair of sources, and what is worth a look.

Everything leads to rows of the tables by its ids; the words are the view's. Exact copies count for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.analysis.ledger import KINDS, ranked_claims
from dashboard.analysis.origins import counted, n_origins
from dashboard.analysis.reuse.counting import counter_of, spans_by_article
from dashboard.analysis.shares import NO_THEME, period_width, surfaces, theme_mix
from dashboard.analysis.specific import own_terms
from dashboard.tables import Analysis

#: At most so many findings are listed, and so many of one kind.
MOST_FINDINGS = 7
MOST_OF_KIND = {"contradict": 3, "shared": 2, "lone": 2, "left_out": 1, "term": 1}
#: A theme counts as told by the others when they give it this share of their words on average.
TOLD_FROM = 0.05
#: Kinds of figures that say something by themselves.
_TELLING = frozenset({"money", "people", "percent", "count", "other"})


@dataclass(frozen=True, slots=True)
class KeyNumbers:
    """Counts of a selection. ``origins`` is the articles with near-duplicates taken as one; ``compared`` is the
    claims that several sources give.

    ``reused`` is the share of words (0..1) that another source prints too, None where there are no words;
    ``first`` and ``last`` are the earliest and latest date as given, None where no article has one.
    """

    articles: int
    origins: int
    sources: int
    stories: int
    passages: int
    figures: int
    compared: int
    contradictions: int
    reused: float | None
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sources that share most: ``containment`` is the larger of the two directions, 0..1.

    ``quoted`` is the share (0..1) of the shared words that stand inside quotation marks.
    """

    source_a: str
    source_b: str
    containment: float
    quoted: float


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of *worth a look*.

    ``kind`` says what ``key`` is: ``contradict`` and ``lone`` a claim_id, ``shared`` a reuse_id, ``left_out`` a
    theme and ``term`` a lemma; of the last two, and of ``lone``, ``source`` is the outlet.
    """

    kind: str
    key: str
    source: str = ""


def key_numbers(analysis: Analysis) -> KeyNumbers:
    """The numbers at the top of the overview."""
    articles = analysis.articles[analysis.articles["duplicate_of"].isna()]
    dates = sorted(analysis.articles["published"].dropna())
    claims = analysis.claims
    return KeyNumbers(
        articles=len(analysis.articles),
        origins=n_origins(analysis.articles),
        sources=int(analysis.articles["source"].nunique()),
        stories=int(articles["story_id"].nunique()),
        passages=int((analysis.passages["role"] != "boilerplate").sum()),
        figures=len(counted(analysis, analysis.quantities)),
        compared=int((claims["verdict"] != "single").sum()),
        contradictions=int((claims["verdict"] == "contradict").sum()),
        reused=reused_share(analysis),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
    )


def reused_share(analysis: Analysis) -> float | None:
    """The share of all words (boilerplate apart) that stand in a passage another source prints too, 0..1.

    Of the words that count: of passages that are counted once, one.
    """
    articles = analysis.articles[analysis.articles["duplicate_of"].isna()]
    total = int(articles["n_words"].sum())
    if not total:
        return None
    sources = dict(zip(analysis.articles["article_id"], analysis.articles["source"], strict=True))
    spans: dict[str, list[tuple[int, int]]] = {}
    for row in analysis.reuse.itertuples():
        if row.kind == "short" or sources.get(str(row.a_article)) == sources.get(str(row.b_article)):
            continue
        spans.setdefault(str(row.a_article), []).append((_int(row.a_start), _int(row.a_end)))
        spans.setdefault(str(row.b_article), []).append((_int(row.b_start), _int(row.b_end)))
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    passages = spans_by_article(analysis.passages[analysis.passages["role"] != "boilerplate"])
    counters = {name: counter_of(texts[name], passages.get(name, []), []) for name in spans if name in texts}
    words = sum(counter.words(spans[name])[0] for name, counter in counters.items())
    return min(1.0, words / total)


def closest_pair(analysis: Analysis) -> Pair | None:
    """The two sources of which one shares the largest part of its words with the other; None where none do."""
    overlap = analysis.source_overlap[analysis.source_overlap["containment"] > 0]
    if overlap.empty:
        return None
    order = ["containment", "source_a", "source_b"]
    best = overlap.sort_values(order, ascending=[False, True, True]).iloc[0]
    names = {str(best["source_a"]), str(best["source_b"])}
    sources = analysis.articles.set_index("article_id")["source"]
    sides = zip(analysis.reuse["a_article"].map(sources), analysis.reuse["b_article"].map(sources), strict=True)
    between = analysis.reuse[[set(pair) == names for pair in sides]]
    between = between[between["kind"] != "short"]
    words = max(1, int(between["n_words"].sum()))
    quoted = min(1.0, int(between["n_words_quoted"].sum()) / words)
    return Pair(str(best["source_a"]), str(best["source_b"]), float(best["containment"]), quoted)


def worth_a_look(analysis: Analysis, mix: pd.DataFrame | None = None) -> list[Finding]:
    """At most seven findings, the gravest first: contradictions, the longest shared passages, figures that one
    source alone gives, a theme that one source leaves out, a term that sets one apart.

    ``mix`` is ``theme_mix`` of the analysis, where the caller has it already.
    """
    kinds = {
        "contradict": contradictions(analysis),
        "shared": longest_shared(analysis),
        "lone": lone_figures(analysis),
        "left_out": left_out(analysis, theme_mix(analysis) if mix is None else mix),
        "term": own_words(analysis),
    }
    chosen = {kind: found[: MOST_OF_KIND[kind]] for kind, found in kinds.items()}
    for kind, found in kinds.items():
        room = MOST_FINDINGS - sum(map(len, chosen.values()))
        if kind in ("contradict", "shared", "lone") and room > 0:
            chosen[kind] = found[: len(chosen[kind]) + (room if kind == "contradict" else min(room, 1))]
    return [finding for found in chosen.values() for finding in found][:MOST_FINDINGS]


def contradictions(analysis: Analysis) -> list[Finding]:
    """The claims on which sources contradict one another, those of most sources first."""
    ranked = ranked_claims(analysis.claims, analysis.claim_mentions)
    return [Finding("contradict", str(key)) for key in ranked.loc[ranked["verdict"] == "contradict", "claim_id"]]


def longest_shared(analysis: Analysis) -> list[Finding]:
    """The longest passages that two sources share, the same words once, each pair of sources once before any
    comes again.
    """
    sources = dict(zip(analysis.articles["article_id"], analysis.articles["source"], strict=True))
    reuse = analysis.reuse[analysis.reuse["kind"] != "short"]
    ordered = reuse.sort_values(["n_words", "similarity", "reuse_id"], ascending=[False, False, True])
    found: list[tuple[int, Finding]] = []
    taken: dict[str, list[tuple[int, int]]] = {}
    turns: dict[frozenset[str], int] = {}
    for row in ordered.to_dict("records"):
        pair = frozenset(sources[str(row[f"{side}_article"])] for side in "ab")
        sides = [(str(row[f"{side}_article"]), int(row[f"{side}_start"]), int(row[f"{side}_end"])) for side in "ab"]
        known = any(start < end_ and start_ < end for name, start, end in sides for start_, end_ in taken.get(name, ()))
        for name, start, end in sides:
            taken.setdefault(name, []).append((start, end))
        if len(pair) == 2 and not known:
            found.append((turns.get(pair, 0), Finding("shared", str(row["reuse_id"]))))
            turns[pair] = turns.get(pair, 0) + 1
    return [finding for _, finding in sorted(found, key=lambda turn: turn[0])]


def lone_figures(analysis: Analysis) -> list[Finding]:
    """Claims that one source alone gives though others tell the same story: stated ones first, each source once
    before any comes again.
    """
    told: dict[str, set[str]] = {}
    for story, source in zip(analysis.articles["story_id"], analysis.articles["source"], strict=True):
        told.setdefault(story, set()).add(source)
    certainty = dict(zip(analysis.quantities["quantity_id"], analysis.quantities["certainty"], strict=True))
    givers: dict[str, tuple[str, bool]] = {}
    rows = analysis.claim_mentions
    for claim, figure, source in zip(rows["claim_id"], rows["quantity_id"], rows["source"], strict=True):
        stated = certainty.get(figure) == "confirmed"
        givers[claim] = (source, stated or givers.get(claim, ("", False))[1])
    found: list[tuple[bool, int, float, str]] = []
    for row in analysis.claims[analysis.claims["n_sources"] == 1].to_dict("records"):
        named = isinstance(row["measure"], str) and isinstance(row["subject"], str) and row["kind"] in _TELLING
        alone = isinstance(row["story_id"], str) and len(told.get(row["story_id"], ())) < 2
        if named and not alone and row["claim_id"] in givers:
            high = row["high"] if row["high"] == row["high"] else 0.0
            stated = givers[row["claim_id"]][1]
            found.append((not stated, KINDS.index(row["kind"]), -float(high), str(row["claim_id"])))
    turns: dict[str, int] = {}
    ordered: list[tuple[int, Finding]] = []
    for *_, claim in sorted(found):
        source = givers[claim][0]
        ordered.append((turns.get(source, 0), Finding("lone", claim, source)))
        turns[source] = turns.get(source, 0) + 1
    return [finding for _, finding in sorted(ordered, key=lambda turn: turn[0])]


def left_out(analysis: Analysis, mix: pd.DataFrame) -> list[Finding]:
    """Themes that all sources but one tell, the largest first: the source is the one that leaves it out.

    ``mix`` is ``theme_mix`` of the analysis.
    """
    sources = sorted(mix["source"].unique())
    if len(sources) < 3:
        return []
    given = analysis.passage_themes.merge(analysis.articles[["article_id", "source"]], on="article_id")
    shares = mix[mix["theme"] != NO_THEME].pivot(index="source", columns="theme", values="share")
    shares = shares.reindex(sources).fillna(0.0)
    found = []
    for theme in shares.columns:
        silent = sorted(set(sources) - set(given.loc[given["theme"] == theme, "source"]))
        others = shares[theme].drop(silent)
        if len(silent) == 1 and float(others.mean()) >= TOLD_FROM:
            found.append((float(others.mean()), Finding("left_out", str(theme), silent[0])))
    return [finding for _, finding in sorted(found, key=lambda pair: (-pair[0], pair[1].key))]


def own_words(analysis: Analysis) -> list[Finding]:
    """The term that sets each source apart most (``own_terms``), the surest first."""
    found = own_terms(analysis)
    return [
        Finding("term", str(lemma), str(group)) for lemma, group in zip(found["lemma"], found["group"], strict=True)
    ]


def top_terms(analysis: Analysis, most: int) -> pd.DataFrame:
    """lemma, term and ``total`` mentions of the most telling terms (``telling_terms``), by mentions.

    Exact copies are left out.
    """
    copies = analysis.articles.loc[analysis.articles["duplicate_of"].notna(), "article_id"]
    terms = analysis.terms[~analysis.terms["article_id"].isin(copies)]
    place, lemmas = pd.factorize(terms["lemma"], sort=True)
    telling, total = (
        np.bincount(place, weights=weights, minlength=len(lemmas)) for weights in (terms["tfidf"] ** 2, terms["count"])
    )
    best = np.lexsort((np.arange(len(lemmas)), -telling))[:most]
    rows = pd.DataFrame({"lemma": lemmas[best], "total": total[best].astype("int64")})
    named = rows.merge(surfaces(analysis)[["lemma", "term"]], on="lemma")[["lemma", "term", "total"]]
    return named.sort_values(["total", "lemma"], ascending=[False, True]).reset_index(drop=True)


def volume(analysis: Analysis) -> pd.DataFrame:
    """period, source, articles: how many articles each source published; no row unless dates span two periods.

    ``period`` is truncated ISO, the finest precision that most dates have; less precise dates are left out.
    """
    dated = analysis.articles.dropna(subset=["published"])
    width = period_width(dated["published"])
    if width is None:
        return pd.DataFrame({"period": [], "source": [], "articles": []})
    fine = dated[dated["published"].str.len() >= width]
    fine = fine.assign(period=fine["published"].str[:width])
    return fine.groupby(["period", "source"], as_index=False).agg(articles=("article_id", "nunique"))


def _int(value: object) -> int:
    return int(str(value))
