"""The terms of each article: names, chosen phrases and lemmas in one ranking."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pandas as pd

from dashboard.analysis.phrases import Candidate, absorb, candidates, chosen
from dashboard.analysis.units import ADJECTIVE, NAME, VERB, Reader, Units
from dashboard.config import Config
from dashboard.config.terms import TermSettings
from dashboard.model import Document
from dashboard.tables import conform, empty
from dashboard.text.clean import fold

# What a word of any subject counts beside one of this subject.
GENERAL = 0.2


@dataclass(slots=True)
class _Tally:
    """What is known of one term in one article."""

    kind: str
    weight: float
    spans: list[tuple[int, int]] = field(default_factory=list)
    surfaces: Counter[str] = field(default_factory=Counter)
    opening: bool = False


def terms_of(documents: Sequence[Document], config: Config) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables ``terms`` and ``term_mentions``.

    A phrase takes its words' counts, a joined spelling counts for its canonical one. ``tfidf`` is
    (1 + log2 count) times the weight of the term's kind, a fifth of it for words of any subject, more where the
    term stands in the title or first passage: the corpus is no background here, since in a corpus on one story
    it would punish the words of the story. ``rank`` follows it.
    """
    settings, reader = config.analysis.terms, Reader(config)
    corpus = []
    for document in documents:
        units = reader.read(document)
        corpus.append((units, list(candidates(units, settings))))
    kept = chosen(corpus, settings)
    terms: dict[str, list[object]] = defaultdict(list)
    mentions: dict[str, list[object]] = defaultdict(list)
    for document, (units, found) in zip(documents, corpus, strict=True):
        tallies = _tally(document, units, absorb(units, found, kept), reader)
        _write(document, tallies, settings, terms, mentions)
    if not terms:
        return empty("terms"), empty("term_mentions")
    return conform("terms", pd.DataFrame(terms)), conform("term_mentions", pd.DataFrame(mentions))


def _tally(document: Document, units: Units, phrases: Sequence[Candidate], reader: Reader) -> dict[str, _Tally]:
    text = fold(document.article.text)
    opening = _opening(document)
    tallies: dict[str, _Tally] = {}
    for key, kind, weight, first, last in _pieces(units, phrases, reader):
        tally = tallies.get(key)
        if tally is None:
            tally = tallies[key] = _Tally(kind, weight)
        start, end = units.starts[first], units.ends[last]
        tally.spans.append((start, end))
        surface = text[start:end]
        tally.surfaces[surface if kind == "name" else _uncapitalised(surface)] += 1
        tally.opening = tally.opening or start < opening
    return tallies


def _pieces(units: Units, phrases: Sequence[Candidate], reader: Reader) -> Iterator[tuple[str, str, float, int, int]]:
    """Key, kind, weight, first and last unit of each mention."""
    settings = reader.settings
    at = {phrase.first: phrase for phrase in phrases}
    place = 0
    while place < len(units.keys):
        phrase = at.get(place)
        if phrase is not None:
            key = reader.same.get(phrase.key, phrase.key)
            yield key, "phrase", settings.phrase, phrase.first, phrase.last
            place = phrase.last + 1
            continue
        key, kind = units.keys[place], units.classes[place]
        weight = {NAME: settings.name, ADJECTIVE: settings.adjective, VERB: settings.verb}.get(kind, settings.noun)
        if " " in key and kind != NAME:
            yield key, "phrase", settings.phrase, place, place
        elif key not in settings.never:
            yield key, "name" if kind == NAME else "word", weight, place, place
        place += 1


def _uncapitalised(surface: str) -> str:
    """A word as it stands inside a sentence; one with a second capital (IA, GPU) keeps the first."""
    return surface if surface[1:2].isupper() else surface[:1].lower() + surface[1:]


def _opening(document: Document) -> int:
    """Where the title and the first passage of the body end."""
    content = [passage for passage in document.passages if passage.role != "boilerplate"]
    body = [passage for passage in content if passage.role == "body"]
    first = body[0] if body else content[0] if content else None
    return first.end if first else 0


def _write(
    document: Document,
    tallies: dict[str, _Tally],
    settings: TermSettings,
    terms: dict[str, list[object]],
    mentions: dict[str, list[object]],
) -> None:
    article = document.article.article_id
    weights = {key: _weight(key, tally, settings) for key, tally in tallies.items()}
    order = sorted(tallies, key=lambda key: (-weights[key], tallies[key].spans[0], key))
    for rank, key in enumerate(order, 1):
        tally = tallies[key]
        terms["article_id"].append(article)
        terms["lemma"].append(key)
        terms["term"].append(min(tally.surfaces, key=lambda surface: (-tally.surfaces[surface], surface)))
        terms["kind"].append(tally.kind)
        terms["count"].append(len(tally.spans))
        terms["tfidf"].append(weights[key])
        terms["rank"].append(rank)
    places = sorted((start, end, key) for key, tally in tallies.items() for start, end in tally.spans)
    passage = 0
    for start, end, key in places:
        while document.passages[passage].end <= start:
            passage += 1
        mentions["lemma"].append(key)
        mentions["article_id"].append(article)
        mentions["passage_id"].append(document.passages[passage].passage_id)
        mentions["start"].append(start)
        mentions["end"].append(end)


def _weight(key: str, tally: _Tally, settings: TermSettings) -> float:
    weight = tally.weight * _frequency(len(tally.spans))
    if key in settings.general and tally.kind == "word":
        weight *= GENERAL
    if tally.opening:
        weight *= 1 + settings.opening
    return round(weight, 6)


def _frequency(count: int) -> float:
    return 1 + math.log2(count)


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
    ratio = joined["now"].map(_frequency) / joined["count"].map(_frequency)
    joined["tfidf"] = (joined["tfidf"] * ratio).round(6)
    joined["count"] = joined["now"]
    joined = joined.sort_values(["article_id", "tfidf", "rank"], ascending=[True, False, True], kind="stable")
    joined["rank"] = joined.groupby("article_id", sort=False).cumcount() + 1
    return conform("terms", joined)
