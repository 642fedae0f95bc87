"""The quotes of one article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from dashboard.analysis.quotes.attribution import Attribution, Reader
from dashboard.analysis.quotes.cast import Cast, Speaker
from dashboard.analysis.quotes.closed import ARTICLES, AUXILIARIES, OPENERS
from dashboard.analysis.quotes.groups import Groups
from dashboard.analysis.quotes.indirect import reported_clauses
from dashboard.analysis.quotes.line import lines_of
from dashboard.analysis.quotes.marks import Marked
from dashboard.analysis.quotes.phrases import Phrases
from dashboard.analysis.quotes.speakers import Speakers
from dashboard.analysis.quotes.verbs import verbs_of
from dashboard.config import Config
from dashboard.model import Document, Quote, QuoteKind
from dashboard.text.clean import fold

_WORD = re.compile(r"[^\W_]+(?![^\W_]*')")
_NAMING = ("é", "ée", "és", "ées", "dit", "dite", "dits", "dites", "called", "titled", "dubbed")
_LONGEST_TITLE = 6  # words
_NEAR = 700  # code points over which a quote without any attribution belongs to the speaker before


@dataclass(frozen=True, slots=True)
class Found:
    """A quote as found: its place, kind and speaker."""

    start: int
    end: int
    kind: QuoteKind
    speaker: Speaker | None


def quotes_of(document: Document, config: Config) -> list[Quote]:
    """The quotes of an article, sorted by ``start``, an outer quote before what it holds.

    ``start`` and ``end`` hold what stands inside the marks, for indirect speech the reported clause. A quote is
    ``direct`` where it is a sentence, ``fragment`` inside one, ``indirect`` without marks. ``speaker`` is None
    where the text does not tell.
    """
    settings = config.analysis.quotes
    common = (
        config.analysis.stopwords.get(document.article.language, frozenset())
        | settings.persons
        | settings.companies
        | OPENERS
    )
    lines = lines_of(document, settings, common)
    phrases = Phrases(Groups.of(verbs_of(settings), settings))
    speakers = Speakers(Cast(settings, config.sources))
    speakers.cast.learn_names(lines)
    found: list[Found] = []
    for line in lines:
        reader = Reader.of(line, phrases)
        speakers.cast.meet(line, reader.marked)
        _note_subjects(reader, speakers)
        found.extend(_quotes_of_line(reader, speakers))
        found.extend(_reported_in_line(reader, speakers))
    found = _with_heading(found, document, speakers.cast)
    return [
        _record(document, quote)
        for quote in sorted(set(found), key=lambda quote: (quote.start, -quote.end, quote.kind))
    ]


def _with_heading(found: list[Found], document: Document, cast: Cast) -> list[Found]:
    """The quotes with the speaker of one that is the whole heading: who speaks next, else whom the text names first.

    So an interview is headed.
    """
    end = document.passages[0].end if document.passages else 0
    spoken = [quote for quote in found if quote.kind != "indirect"]
    heading = min(spoken, key=lambda quote: quote.start, default=None)
    if heading is None or heading.speaker or heading.end > end or heading.start > document.passages[0].start + 2:
        return found
    persons = (quote.speaker for quote in sorted(spoken, key=lambda quote: quote.start) if quote.speaker)
    speaker = next((one for one in persons if one.kind == "person"), None)
    if speaker is None and cast.persons:
        named = [name for _, name in sorted(cast.persons)]
        name = next((name for name in named if name in cast.feminine), named[0])
        speaker = Speaker(name, name, "person")
    return [replace(quote, speaker=speaker) if quote is heading else quote for quote in found]


def _note_subjects(reader: Reader, speakers: Speakers) -> None:
    """Notes the subject of each sentence that begins outside quotation marks."""
    line = reader.line
    for begin in line.sentences:
        first = line.at(begin)
        if first < len(line.words) and reader.holding(begin) is None:
            stop = reader.phrases.clause_end(line, first, min(len(line.words), first + 30))
            phrase = next(reader.phrases.free(line, first, stop), None)
            if phrase:
                speakers.note_subject(line, phrase)


def _quotes_of_line(reader: Reader, speakers: Speakers) -> list[Found]:
    found: list[Found] = []
    outer: Found | None = None
    for mark in reader.marked:
        if mark.depth and outer and outer.end >= mark.end:
            continue
        attribution = _attribution(reader, mark)
        size = _size(reader.line.text[mark.start : mark.end])
        strong = attribution is not None and attribution.strong
        if attribution and attribution.weak:
            strong = False
        if not strong and (size < reader.groups.settings.min_words or _is_title(reader, mark)):
            continue
        if (attribution is None or attribution.how not in {"after", "inside"}) and _is_work(reader, mark):
            continue
        speaker = _speaker(reader, mark, attribution, speakers)
        outer = Found(mark.start, mark.end, _kind(reader, mark, attribution), speaker)
        speakers.cast.hear(speaker, mark.end)
        found.append(outer)
    return found


def _reported_in_line(reader: Reader, speakers: Speakers) -> list[Found]:
    found: list[Found] = []
    for clause in reported_clauses(reader):
        speakers.cast.recall(clause.start)
        speaker = speakers.speaker(reader.line, clause.phrase) if clause.phrase else speakers.cast.last
        if speaker:
            found.append(Found(clause.start, clause.end, "indirect", speaker))
            speakers.cast.hear(speaker, clause.end)
    return found


def _attribution(reader: Reader, mark: Marked) -> Attribution | None:
    """The first of: inside the quote, right after it, before it, at the end of its sentence, the mere subject."""
    found = reader.inside(mark) or reader.after(mark)
    if found is None or not found.strong:
        before = reader.before(mark)
        if before is None or not before.strong:
            return reader.ending(mark) or found or before
        return before
    return found


def _size(text: str) -> int:
    """Words of a quote, elisions not counted."""
    return len(_WORD.findall(fold(text)))


def _is_title(reader: Reader, mark: Marked) -> bool:
    """Whether the marks hold the name of a work or plan: capitals throughout, *un film, « La ... »*, *dit « ... »*."""
    line, place = reader.line, reader.line.at(mark.open) - 1
    text = line.text[mark.start : mark.end]
    if place >= 0 and not line.text[line.words[place].end : mark.open].strip(" ,\u00a0\u202f"):
        before = line.low(place)
        if before in reader.groups.settings.titles and (text[0].isupper() or before.endswith(_NAMING)):
            return True
    words = re.findall(r"[^\W\d_]{4,}", text)
    return 0 < len(words) <= 6 and all(word[0].isupper() for word in words)


def _is_work(reader: Reader, mark: Marked) -> bool:
    """Whether the marks hold the name of a paper or a work, no words of anyone: *selon « ... »*, *« Les Gens »*.

    The name begins with an article and a noun in capitals, has no verb and ends without a full stop.
    """
    line, first, last = reader.line, reader.line.at(mark.start), reader.line.at(mark.end)
    text = line.text[mark.start : mark.end]
    if not 2 <= last - first <= _LONGEST_TITLE or not text[0].isupper() or text[-1] in ".!?…":
        return False
    if any(_after_according(reader, first, parts) for every in reader.groups.according.values() for parts in every):
        return True
    second = line.words[first + 1].surface
    if line.low(first) not in ARTICLES or not second[:1].isupper():
        return False
    return not any(
        line.low(place) in AUXILIARIES or reader.groups.at(line, place) or reader.phrases.could_be_verb(line, place)
        for place in range(first + 2, last)
    )


def _after_according(reader: Reader, place: int, parts: tuple[str, ...]) -> bool:
    """Whether *selon* or the like stands right before a word."""
    begin = place - len(parts)
    return begin >= 0 and all(reader.line.low(begin + n) == part for n, part in enumerate(parts))


def _kind(reader: Reader, mark: Marked, attribution: Attribution | None) -> QuoteKind:
    text = reader.line.text[mark.start : mark.end]
    first = text.lstrip("([…. ")[:1]
    if re.search(r"[.!?…]\s+[A-ZÀ-Þ]", text) or (attribution and attribution.how == "inside"):
        return "direct"
    if not (first.isupper() or first.isdigit()):
        return "fragment"
    if _size(text) >= 4 or text.endswith((".", "!", "?", "…")):
        return "direct"
    return "direct" if attribution and attribution.inverted else "fragment"


def _speaker(reader: Reader, mark: Marked, attribution: Attribution | None, speakers: Speakers) -> Speaker | None:
    """Who speaks; without any attribution the speaker of the quote before, else the nearest name."""
    speakers.cast.recall(mark.start)
    if attribution and attribution.phrase:
        speaker = speakers.speaker(reader.line, attribution.phrase)
        if speaker and (attribution.strong or speaker.kind != "other"):
            return speaker
    if speakers.cast.last and mark.start - speakers.cast.last_end < _NEAR:
        return speakers.cast.last
    return _nearest(reader, mark, speakers)


def _nearest(reader: Reader, mark: Marked, speakers: Speakers) -> Speaker | None:
    """The subject of the sentence before, of the one after, else the nearest name before."""
    for first, last in _around(reader, mark):
        for phrase in reader.phrases.free(reader.line, first, last):
            speaker = speakers.speaker(reader.line, phrase)
            if speaker and speaker.kind != "other":
                return speaker
    return speakers.cast.nearest(mark.open)


def _around(reader: Reader, mark: Marked) -> list[tuple[int, int]]:
    """The sentence before a quote's own, and what follows the quote up to the next one or the sentence's end."""
    line, begin = reader.line, reader.line.sentence(mark.open)
    place = bisect_left(line.sentences, begin)
    regions = [(line.at(line.sentences[place - 1]), line.at(begin))] if place else []
    after, opening = line.at(mark.close), reader.opening(mark.close)
    stop = min(len(line.words) if opening is None else opening, after + 25)
    if after < stop:
        regions.append((after, reader.phrases.clause_end(line, after, stop)))
    return regions


def _record(document: Document, quote: Found) -> Quote:
    article = document.article.article_id
    place = bisect_right(document.passages, quote.start, key=lambda passage: passage.start)
    return Quote(
        quote_id=f"{article}:s{quote.start}",
        article_id=article,
        passage_id=document.passages[place - 1].passage_id,
        start=quote.start,
        end=quote.end,
        kind=quote.kind,
        speaker=quote.speaker.name if quote.speaker else None,
        speaker_surface=quote.speaker.surface if quote.speaker else None,
    )
