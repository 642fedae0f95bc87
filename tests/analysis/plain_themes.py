"""Themes by plain loops over tokens and cues: what the coded search and the arrays of points must come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from dashboard.analysis.cues import PAIR_REACH
from dashboard.analysis.entries import small
from dashboard.analysis.lexicon import TIERS, Lexicon, lexicon_of
from dashboard.analysis.scores import Scores
from dashboard.config.themes import Themes, ThemeScoring
from dashboard.model import Document, Token, Word

Points = dict[int, float]
Span = tuple[int, int]
_RANK = {tier: place for place, tier in enumerate(TIERS)}


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage's points and evidence by theme (a place in the order of the themes), cues of its own only."""

    points: Points
    evidence: Mapping[int, tuple[Span, ...]]


class Cue(NamedTuple):
    theme: int
    tier: str
    entry: int
    passage: int
    first: int
    last: int
    spans: tuple[Span, ...]


def plain_cues(document: Document, lexicon: Lexicon) -> list[Cue]:
    """Every cue of one document, word after word."""
    tokens, language = list(document.tokens), document.article.language
    known = [lexicon.known(Word(token.surface, token.lemma, language)) for token in tokens]
    hidden = [any(n.described and n.start <= token.start < n.end for n in document.names) for token in tokens]
    places = [place for place, word in enumerate(known) if word is not None and not hidden[place]]
    found: list[Cue] = []
    parts: dict[tuple[int, int], list[Span]] = defaultdict(list)

    def cue(entry: int, pieces: tuple[Span, ...]) -> Cue:
        theme, tier, _ = lexicon.entries[entry]
        first, last = places[pieces[0][0]], places[pieces[-1][1]]
        spans = tuple((tokens[places[left]].start, tokens[places[right]].end) for left, right in pieces)
        return Cue(theme, tier, entry, document.sentences[tokens[first].sentence].passage, first, last, spans)

    for at, place in enumerate(places):
        sentence = tokens[place].sentence
        for part, phrase in enumerate(lexicon.phrases):
            there = [known[later] for later in places[at : at + len(phrase)]]
            last = at + len(phrase) - 1
            if (
                len(there) == len(phrase)
                and all(word and number in word.numbers for word, number in zip(there, phrase, strict=True))
                and tokens[places[last]].sentence == sentence
                and (part not in lexicon.beside or _stands(tokens, place, lexicon.beside[part]))
            ):
                found += [cue(entry, ((at, last),)) for entry in lexicon.single[part]]
                parts[sentence, part].append((at, last))
    for entry, (_, _, both) in enumerate(lexicon.entries):
        for (sentence, part), pieces in list(parts.items()):
            if len(both) == 2 and part == both[0]:
                found += [cue(entry, pair) for pair in _pairs(pieces, parts.get((sentence, both[1]), []))]
    return sorted(_pruned(found), key=lambda cue: (cue.first, cue.last, cue.theme, cue.entry))


def _stands(tokens: Sequence[Token], place: int, beside: tuple[tuple[str, ...], tuple[str, ...]]) -> bool:
    before, after = beside
    near = [tokens[at].surface for at in range(place - len(before), place) if at >= 0]
    near += [token.surface for token in tokens[place + 1 : place + 1 + len(after)]]
    return tuple(map(small, near)) == before + after


def _pairs(left: Sequence[Span], right: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    for first, last in left:
        near = [(max(a - last, first - b), a, b) for a, b in right if b < first or a > last]
        if near and min(near)[0] <= PAIR_REACH:
            yield tuple(sorted(((first, last), min(near)[1:3])))


def _pruned(cues: list[Cue]) -> Iterator[Cue]:
    wide = [cue for cue in cues if cue.tier == "negatives" or (len(cue.spans) == 1 and cue.last > cue.first)]
    seen: set[tuple[int, tuple[Span, ...]]] = set()
    for cue in sorted(cues, key=lambda cue: (_RANK[cue.tier], cue.entry)):
        if cue.tier == "unless":
            yield cue
        elif cue.tier != "negatives" and (cue.theme, cue.spans) not in seen:
            seen.add((cue.theme, cue.spans))
            around = [w for w in wide if w.first <= cue.first <= w.last or w.first <= cue.last <= w.last]
            if not any(_silences(holder, cue) for holder in around):
                yield cue


def _silences(holder: Cue, cue: Cue) -> bool:
    touches = any(start < till and since < end for start, end in cue.spans for since, till in holder.spans)
    if holder is cue or holder.entry == cue.entry or not touches:
        return False
    if holder.tier == "negatives":
        return holder.theme == cue.theme and not (cue.first < holder.first or cue.last > holder.last)
    if len(cue.spans) > 1 or holder.last - holder.first <= cue.last - cue.first or holder.tier == "unless":
        return False
    if holder.theme == cue.theme:
        return _RANK[holder.tier] <= _RANK[cue.tier]
    return cue.tier != "strong" and holder.tier == "strong"


def in_passages(scores: Scores, passages: Sequence[int]) -> list[Scored]:
    """The points and evidence of some passages of the arrays."""
    spans: dict[tuple[int, int], list[Span]] = defaultdict(list)
    for passage, theme, start, end in scores.evidence.itertuples(index=False, name=None):
        spans[passage, theme].append((start, end))
    made = []
    for passage in passages:
        themes = np.flatnonzero(scores.found[passage]).tolist()
        points = {theme: float(scores.points[passage, theme]) for theme in themes}
        made.append(Scored(points, {theme: tuple(spans[passage, theme]) for theme in themes}))
    return made


def plain_scores(document: Document, themes: Themes) -> dict[int, Scored]:
    """Points and evidence of each passage that is no boilerplate, cue after cue."""
    cues: dict[int, list[Cue]] = defaultdict(list)
    for cue in plain_cues(document, lexicon_of(themes)):
        cues[cue.passage].append(cue)
    places = [place for place, passage in enumerate(document.passages) if passage.role != "boilerplate"]
    return {place: _scored(cues[place], themes.scoring) for place in places}


def _scored(cues: Sequence[Cue], scoring: ThemeScoring) -> Scored:
    barred = {cue.theme for cue in cues if cue.tier == "unless"}
    weights = {"strong": scoring.strong, "words": scoring.words, "weak": scoring.weak}
    counted: dict[int, dict[int, float]] = defaultdict(dict)
    evidence: dict[int, set[Span]] = defaultdict(set)
    for cue in cues:
        if cue.tier == "unless" or (cue.theme in barred and cue.tier != "strong"):
            continue
        weight = weights[cue.tier]
        before = counted[cue.theme].get(cue.entry)
        counted[cue.theme][cue.entry] = weight if before is None else before + weight * scoring.repeat
        evidence[cue.theme].update(cue.spans)
    points = {theme: sum(entries.values()) for theme, entries in counted.items()}
    return Scored(points, {theme: tuple(sorted(spans)) for theme, spans in evidence.items()})


def plain_themes(
    scored: Mapping[int, Scored],
    scoring: ThemeScoring,
    taught: Mapping[int, Points] | None = None,
    brief: Collection[int] = (),
) -> dict[int, list[tuple[int, float]]]:
    """The themes given to each passage of one article with their points, passage after passage."""
    taught = taught or {}
    totals: Points = defaultdict(float)
    for passage in scored.values():
        for theme, points in passage.points.items():
            totals[theme] += points
    places = sorted(scored)
    after = {place: scored[follower].points for place, follower in pairwise(places)}
    heading = _ranked(scored[places[0]].points)[:1] if places else []
    lead = next((theme for theme, most in heading if most >= scoring.threshold / 2), None)
    given = {}
    for place, passage in scored.items():
        found = _sum(passage.points, taught.get(place, {}))
        if place in brief:
            ahead = after.get(place, {})
            found = _sum(found, {theme: scoring.beside * min(more, scoring.sure) for theme, more in ahead.items()})
        rest = {theme: points - passage.points.get(theme, 0.0) for theme, points in totals.items()}
        whole = sum(rest.values())
        shares = {theme: points / whole for theme, points in rest.items()} if whole > 1e-9 else {}
        given[place] = _given(found, shares, scoring, lead)
    return given


def _sum(own: Points, more: Points) -> Points:
    return {theme: own.get(theme, 0.0) + more.get(theme, 0.0) for theme in {**own, **more}}


def _given(found: Points, shares: Points, scoring: ThemeScoring, lead: int | None) -> list[tuple[int, float]]:
    ranked = _ranked({theme: own + scoring.context * shares.get(theme, 0.0) for theme, own in found.items()})
    best = ranked[0][1] if ranked else 0.0
    heir = [(theme, share) for theme, share in _ranked(shares)[:1] if share >= scoring.inherit]
    if best < scoring.threshold / 3 or (heir and best < scoring.threshold / 2):
        given = heir
    else:
        least = max(scoring.threshold, min(scoring.share * best, scoring.sure))
        carried = {theme for theme, share in _ranked(shares)[:1] if share >= scoring.carried}
        if lead is not None and shares.get(lead, 0.0) >= scoring.headline:
            carried.add(lead)
        single = {theme for theme in carried if found.get(theme)}
        given = [item for at, item in enumerate(ranked) if at == 0 or item[1] >= least or item[0] in single]
    told = shares.get(lead, 0.0) if lead is not None else 0.0
    if lead is not None and told >= scoring.carried and len(given) < 2 and lead not in dict(given):
        given.append((lead, scoring.context * told))
    return given


def _ranked(points: Points) -> list[tuple[int, float]]:
    return sorted(points.items(), key=lambda item: (-item[1], item[0]))
