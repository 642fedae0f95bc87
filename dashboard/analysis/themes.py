"""The themes of each passage, from the words of ``config/themes.toml`` and, in a large corpus, from its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

import pandas as pd

from dashboard.analysis.lexicon import Cue, lexicon_of
from dashboard.analysis.teaching import Points, Scored, Span, Taught, learned
from dashboard.config import Config
from dashboard.config.themes import Themes, ThemeScoring
from dashboard.model import Article, Document
from dashboard.tables import table
from dashboard.text.document import read_document


def themes_of(documents: Sequence[Document], config: Config) -> pd.DataFrame:
    """The table ``passage_themes``: the themes given to each passage that is no boilerplate, the main one first.

    ``score`` is points / (points + 2), so 0.5 is one strong word. ``evidence`` is empty where a passage has its
    theme from its article alone.
    """
    return theme_table(documents, [score_passages(document, config.themes) for document in documents], config)


def theme_table(documents: Sequence[Document], scored: Sequence[Mapping[int, Scored]], config: Config) -> pd.DataFrame:
    """``themes_of`` for documents whose passages have their points already (``score_passages``)."""
    themes = config.themes
    taught = learned(documents, scored, config)
    rows: list[dict[str, object]] = []
    for document, passages in zip(documents, scored, strict=True):
        rows += _rows(document, passages, taught, themes)
    return table("passage_themes", rows)


def _rows(
    document: Document, scored: Mapping[int, Scored], taught: Taught, themes: Themes
) -> Iterable[dict[str, object]]:
    own = {place: taught.get(document.passages[place].passage_id, {}) for place in scored}
    brief = {place for place in scored if document.passages[place].n_words <= themes.scoring.brief}
    for place, given in give_themes(scored, themes.scoring, own, brief).items():
        passage = document.passages[place]
        for rank, (theme, points) in enumerate(given):
            yield {
                "passage_id": passage.passage_id,
                "article_id": passage.article_id,
                "start": passage.start,
                "end": passage.end,
                "theme": themes.order[theme],
                "score": round(points / (points + 2.0), 6),
                "main": rank == 0,
                "evidence": ";".join(f"{start}-{end}" for start, end in scored[place].evidence.get(theme, ())),
            }


def score_passages(document: Document, themes: Themes) -> dict[int, Scored]:
    """Points and evidence by passage place, for every passage that is no boilerplate."""
    cues: dict[int, list[Cue]] = defaultdict(list)
    for cue in lexicon_of(themes).cues(document):
        cues[cue.passage].append(cue)
    places = [place for place, passage in enumerate(document.passages) if passage.role != "boilerplate"]
    return {place: _scored(cues[place], themes.scoring) for place in places}


def give_themes(
    scored: Mapping[int, Scored],
    scoring: ThemeScoring,
    taught: Mapping[int, Points] | None = None,
    brief: Collection[int] = (),
) -> dict[int, list[tuple[int, float]]]:
    """For each passage the themes it is given with their points, best first; the article is the context.

    ``taught`` holds the points that the corpus adds, by passage place; ``brief`` the places of the passages, such
    as headings, that what comes next speaks for as well.
    """
    taught = taught or {}
    totals: Points = defaultdict(float)
    for passage in scored.values():
        for theme, points in passage.points.items():
            totals[theme] += points
    places = sorted(scored)
    after = {place: scored[follower].points for place, follower in pairwise(places)}
    lead = _lead(scored[places[0]].points, scoring) if places else None
    given = {}
    for place, passage in scored.items():
        found = _sum(passage.points, taught.get(place, {}))
        if place in brief:
            ahead = after.get(place, {})
            found = _sum(found, {theme: scoring.beside * min(more, scoring.sure) for theme, more in ahead.items()})
        shares = _shares(totals, passage.points)
        given[place] = _given(found, shares, scoring, lead)
    return given


def _lead(points: Points, scoring: ThemeScoring) -> int | None:
    """The theme of an article's first passage, which is its heading."""
    return next((theme for theme, most in _ranked(points)[:1] if most >= scoring.threshold / 2), None)


def _sum(own: Points, more: Points) -> Points:
    return {theme: own.get(theme, 0.0) + more.get(theme, 0.0) for theme in {**own, **more}} if more else own


def _shares(totals: Points, own: Points) -> Points:
    """Each theme's share of the points of an article's other passages."""
    rest = {theme: points - own.get(theme, 0.0) for theme, points in totals.items()}
    whole = sum(rest.values())
    return {theme: points / whole for theme, points in rest.items()} if whole > 1e-9 else {}


def _given(found: Points, shares: Points, scoring: ThemeScoring, lead: int | None) -> list[tuple[int, float]]:
    ranked = _ranked({theme: own + scoring.context * shares.get(theme, 0.0) for theme, own in found.items()})
    best = ranked[0][1] if ranked else 0.0
    if best < scoring.threshold / 2:
        given = [(theme, share) for theme, share in _ranked(shares)[:1] if share >= scoring.inherit]
    else:
        least = max(scoring.threshold, min(scoring.share * best, scoring.sure))
        carried = _carried(found, shares, scoring, lead)
        given = [item for at, item in enumerate(ranked) if at == 0 or item[1] >= least or item[0] in carried]
    told = shares.get(lead, 0.0) if lead is not None else 0.0
    if lead is not None and told >= scoring.carried and len(given) < 2 and lead not in dict(given):
        given.append((lead, scoring.context * told))
    return given


def _carried(found: Points, shares: Points, scoring: ThemeScoring, lead: int | None) -> set[int]:
    """The themes of an article for which a single cue is enough: the one told most, and that of the heading."""
    most = {theme for theme, share in _ranked(shares)[:1] if share >= scoring.carried}
    if lead is not None and shares.get(lead, 0.0) >= scoring.headline:
        most.add(lead)
    return {theme for theme in most if found.get(theme)}


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


def _ranked(points: Points) -> list[tuple[int, float]]:
    return sorted(points.items(), key=lambda item: (-item[1], item[0]))


def example_failures(config: Config) -> list[str]:
    """One sentence for each example of ``themes.toml`` that is not given what it says; empty when all hold."""
    file = config.folder / "themes.toml"
    failures = []
    for theme in config.themes.themes:
        for wanted, sentences in (("yes", theme.yes), ("no", theme.no)):
            for sentence in sentences:
                given = _themes_of_text(sentence, config)
                if (theme.theme_id in given) != (wanted == "yes"):
                    got = ", ".join(given) or "no theme"
                    verb = "be given" if wanted == "yes" else "not be given"
                    failures.append(
                        f"{file}: [themes.{theme.theme_id}] {wanted}: {sentence!r} should {verb} the theme, got {got}"
                    )
    return failures


def _themes_of_text(text: str, config: Config) -> list[str]:
    document = read_document(Article("example", "example", "", text), config)
    found = give_themes(score_passages(document, config.themes), config.themes.scoring)
    return [config.themes.order[theme] for given in found.values() for theme, _ in given]
