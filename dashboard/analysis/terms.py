"""The terms of each article: names, chosen phrases and lemmas in one ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.analysis.phrases import Candidate, absorb, candidates, chosen
from dashboard.analysis.units import ADJECTIVE, NAME, NOUN, PLACE, VERB, Reader, Units, read_units
from dashboard.config import Config
from dashboard.config.terms import TermSettings
from dashboard.model import Document
from dashboard.tables import conform, empty
from dashboard.text.clean import fold

# What a word of any subject counts beside one of this subject.
GENERAL = 0.2
_KINDS = ("name", "phrase", "word")
Ints = npt.NDArray[np.int64]


@dataclass(slots=True)
class _Mentions:
    """Every mention in the corpus: parallel lists of numbers; keys and surfaces are numbered as they come.

    ``phrases`` are those chosen, with their counts.
    """

    phrases: Mapping[str, int]
    keys: dict[str, int] = field(default_factory=dict)
    surfaces: dict[str, int] = field(default_factory=dict)
    kinds: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    article: list[int] = field(default_factory=list)
    key: list[int] = field(default_factory=list)
    surface: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    passage: list[int] = field(default_factory=list)
    opening: list[bool] = field(default_factory=list)
    n_articles: int = 0
    n_passages: int = 0

    def number(self, key: str, kind: int, weight: float) -> int:
        """The key's number; its kind and weight are those of its first mention."""
        found = self.keys.get(key)
        if found is None:
            found = self.keys[key] = len(self.kinds)
            self.kinds.append(kind)
            self.weights.append(weight)
        return found


def terms_of(documents: Sequence[Document], config: Config) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables ``terms`` and ``term_mentions``.

    A phrase takes its words' counts, a joined spelling counts for its canonical one. ``tfidf`` is
    (1 + log2 count) times the weight of the term's kind, a fifth of it for words of any subject, more where the
    term stands in the title or first passage: the corpus is no background here, since in a corpus on one story
    it would punish the words of the story. ``rank`` follows it.
    """
    settings = config.analysis.terms
    units, reader = read_units(documents, config)
    units = _join_openings(units)
    corpus = [(one, candidates(one, settings)) for one in units]
    kept = chosen(corpus, settings)
    mentions = _Mentions(kept)
    ids: list[str] = []
    for document, (one, found) in zip(documents, corpus, strict=True):
        _collect(mentions, document, one, absorb(found, kept), reader)
        ids += [passage.passage_id for passage in document.passages]
    if not mentions.key:
        return empty("terms"), empty("term_mentions")
    articles = [document.article.article_id for document in documents]
    return _terms(mentions, articles, settings), _places(mentions, articles, ids)


def _join_openings(corpus: Sequence[Units]) -> list[Units]:
    """The units with a name of one word as the word it is elsewhere, where only a sentence's start gave it a capital.

    Units that change are copied: those given are kept for the next analysis.
    """
    words = {key for units in corpus for key, kind in zip(units.keys, units.classes, strict=True) if kind == NOUN}
    opens: dict[str, bool] = {}
    for units in corpus:
        for place, (key, kind) in enumerate(zip(units.keys, units.classes, strict=True)):
            if kind in (NAME, PLACE) and key[1:].islower() and key.lower() in words:
                first = place == 0 or units.sentences[place - 1] != units.sentences[place]
                opens[key] = opens.get(key, True) and first
    return [_lowered(units, {key for key, first in opens.items() if first}) for units in corpus]


def _lowered(units: Units, names: set[str]) -> Units:
    if names.isdisjoint(units.keys):
        return units
    named = [key in names and kind in (NAME, PLACE) for key, kind in zip(units.keys, units.classes, strict=True)]
    keys = [key.lower() if one else key for key, one in zip(units.keys, named, strict=True)]
    classes = [NOUN if one else kind for kind, one in zip(units.classes, named, strict=True)]
    return replace(units, keys=keys, classes=classes)


def _collect(
    mentions: _Mentions, document: Document, units: Units, phrases: Mapping[int, Candidate], reader: Reader
) -> None:
    """Adds the mentions of one document."""
    text, opening = document.article.text, _opening(document)
    passages = [mentions.n_passages + sentence.passage for sentence in document.sentences]
    place, count = 0, len(units.keys)
    while place < count:
        phrase = phrases.get(place)
        last = place if phrase is None else phrase.last
        number = _number(mentions, units, place, phrase, reader)
        if number >= 0:
            start, end = units.starts[place], units.ends[last]
            surface = text[start:end]
            mentions.article.append(mentions.n_articles)
            mentions.key.append(number)
            mentions.surface.append(mentions.surfaces.setdefault(surface, len(mentions.surfaces)))
            mentions.start.append(start)
            mentions.end.append(end)
            mentions.passage.append(passages[units.sentences[place]])
            mentions.opening.append(start < opening)
        place = last + 1
    mentions.n_articles += 1
    mentions.n_passages += len(document.passages)


def _number(mentions: _Mentions, units: Units, place: int, phrase: Candidate | None, reader: Reader) -> int:
    """The number of the term that begins at a unit; -1 where it is none."""
    settings = reader.settings
    if phrase is not None:
        weight = settings.phrase if mentions.phrases[phrase.key] > 1 else settings.rare
        return mentions.number(reader.same.get(phrase.key, phrase.key), 1, weight)
    key, kind = units.keys[place], units.classes[place]
    if kind in (NAME, PLACE):
        return mentions.number(key, 0, settings.name if kind == NAME else settings.place)
    if " " in key:
        return mentions.number(key, 1, settings.phrase)
    if key in settings.never:
        return -1
    found = mentions.keys.get(key)
    if found is not None:
        return found
    weight = {ADJECTIVE: settings.adjective, VERB: settings.verb}.get(kind, settings.noun)
    return mentions.number(key, 2, weight * (GENERAL if key in settings.general else 1.0))


def _opening(document: Document) -> int:
    """Where the title and the first passage of the body end."""
    content = [passage for passage in document.passages if passage.role != "boilerplate"]
    body = [passage for passage in content if passage.role == "body"]
    first = body[0] if body else content[0] if content else None
    return first.end if first else 0


def _terms(mentions: _Mentions, articles: Sequence[str], settings: TermSettings) -> pd.DataFrame:
    article, key = np.array(mentions.article, dtype=np.int64), np.array(mentions.key, dtype=np.int64)
    n_keys = len(mentions.kinds)
    pairs, first, group, count = np.unique(
        article * n_keys + key, return_index=True, return_inverse=True, return_counts=True
    )
    opening = np.zeros(len(pairs), dtype=bool)
    opening[group[np.array(mentions.opening, dtype=bool)]] = True
    weight = np.array(mentions.weights)[pairs % n_keys] * _frequency(count)
    weight[_repeated(mentions, pairs, count)] *= GENERAL
    weight = np.round(np.where(opening, weight * (1 + settings.opening), weight), 6)
    order = np.lexsort((np.array(mentions.start)[first], -weight, pairs // n_keys))
    owner = (pairs // n_keys)[order]
    starts = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])
    rank = np.arange(len(order)) - np.repeat(starts, np.diff(np.r_[starts, len(order)])) + 1
    spellings, shown = _shown(mentions, group)
    frame = pd.DataFrame(
        {
            "article_id": _texts(articles, owner),
            "lemma": _texts(list(mentions.keys), (pairs % n_keys)[order]),
            "term": _texts(spellings, shown[order]),
            "kind": _texts(_KINDS, np.array(mentions.kinds)[pairs % n_keys][order]),
            "count": count[order],
            "tfidf": weight[order],
            "rank": rank,
        }
    )
    return conform("terms", frame)


def _repeated(mentions: _Mentions, pairs: Ints, count: Ints) -> list[int]:
    """The places in ``pairs`` of words that a phrase or name of the same article holds, no less often than alone."""
    n_keys = len(mentions.kinds)
    place = {pair: at for at, pair in enumerate(pairs.tolist())}
    held = [
        [mentions.keys[part] for part in key.lower().split() if part in mentions.keys] if " " in key else []
        for key in mentions.keys
    ]
    found = set()
    for at, pair in enumerate(pairs.tolist()):
        for part in held[pair % n_keys]:
            other = place.get(pair - pair % n_keys + part, -1)
            if other >= 0 and mentions.kinds[part] == 2 and count[other] <= count[at]:
                found.add(other)
    return sorted(found)


def _shown(mentions: _Mentions, group: Ints) -> tuple[list[str], Ints]:
    """Spellings, and for each group the number of its most frequent one, of equal ones the first by letters.

    A name is shown as printed, any other term as inside a sentence.
    """
    printed = [_flat(surface) for surface in mentions.surfaces]
    inside = [_uncapitalised(surface) for surface in printed]
    spellings = sorted({*printed, *inside})
    number = {spelling: place for place, spelling in enumerate(spellings)}
    numbers = np.array([[number[surface] for surface in inside], [number[surface] for surface in printed]])
    is_name = (np.array(mentions.kinds)[mentions.key] == 0).astype(np.int64)
    pairs, count = np.unique(group * len(spellings) + numbers[is_name, mentions.surface], return_counts=True)
    order = np.lexsort((pairs, -count, pairs // len(spellings)))
    best = order[np.unique((pairs // len(spellings))[order], return_index=True)[1]]
    return spellings, (pairs % len(spellings))[best]


def _flat(surface: str) -> str:
    return " ".join(fold(surface).split())


def _uncapitalised(surface: str) -> str:
    """A word as it stands inside a sentence; one with a second capital (IA, GPU) keeps the first."""
    return surface if surface[1:2].isupper() else surface[:1].lower() + surface[1:]


def _places(mentions: _Mentions, articles: Sequence[str], passages: Sequence[str]) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "lemma": _texts(list(mentions.keys), np.array(mentions.key)),
            "article_id": _texts(articles, np.array(mentions.article)),
            "passage_id": _texts(passages, np.array(mentions.passage)),
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
