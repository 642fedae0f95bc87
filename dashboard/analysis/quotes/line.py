"""A paragraph as words, with the marks between them, and the names that stand in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.analysis.quotes.closed import BODIES, PARTICLES, TITLES
from dashboard.config.quotes import QuoteSettings
from dashboard.model import Document
from dashboard.text.clean import fold

_LONGEST = 10  # words of a name
_PLAIN = frozenset({"", " ", "-", "'", "’", "\u00a0", "\u202f"})
_SPACE = re.compile(r"[ \u00a0\u202f]?[-'’]?|\. ?|\.-")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a paragraph: its place, as printed, and in lower case with plain apostrophes."""

    start: int
    end: int
    surface: str
    low: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a paragraph: words first:last, canonical name where one is known, and what it names (or ``?``)."""

    first: int
    last: int
    name: str | None
    type: str
    described: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A paragraph: its words, the folded text, the places where sentences begin, its names, for each word
    the longest name that begins there (``heads``), and the places of words before which more than a space, hyphen
    or apostrophe stands (``pauses``, in order)."""

    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    sentences: tuple[int, ...]
    names: tuple[Named, ...]
    heads: Mapping[int, Named]
    pauses: tuple[int, ...]

    def gap(self, place: int) -> str:
        """What stands between a word and the one before it; for the first, all before it."""
        begin = self.words[place - 1].end if place > 0 else self.start
        stop = self.words[place].start if place < len(self.words) else self.end
        return self.text[begin:stop]

    def pauses_in(self, first: int, stop: int) -> tuple[int, ...]:
        """The pauses before words first:stop."""
        return self.pauses[bisect_left(self.pauses, first) : bisect_left(self.pauses, stop)]

    def at(self, offset: int) -> int:
        """The first word that begins at or after the offset."""
        return bisect_left(self.words, offset, key=lambda word: word.start)

    def low(self, place: int) -> str:
        """A word in lower case, empty beyond the ends."""
        return self.words[place].low if 0 <= place < len(self.words) else ""

    def surface(self, first: int, last: int) -> str:
        """Words first:last as printed."""
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""

    def sentence(self, offset: int) -> int:
        """Where the sentence that holds the offset begins."""
        place = bisect_right(self.sentences, offset)
        return self.sentences[place - 1] if place else self.start

    def name_at(self, place: int) -> Named | None:
        """The longest name that begins at a word; descriptions come first."""
        return self.heads.get(place)


def lines_of(document: Document, settings: QuoteSettings, common: frozenset[str]) -> list[Line]:
    """The paragraphs of a document, boilerplate left out; pieces of one long line are one paragraph again.

    ``common`` are words that are no names for all their capital at the start of a sentence.
    """
    text = document.article.text
    spans: list[list[int]] = []
    for passage in document.passages:
        if passage.role == "boilerplate":
            continue
        if spans and "\n" not in text[spans[-1][1] : passage.start]:
            spans[-1][1] = passage.end
        else:
            spans.append([passage.start, passage.end])
    folded = fold(text)
    starts = [token.start for token in document.tokens]
    begins = [sentence.start for sentence in document.sentences]
    lines = []
    for start, end in spans:
        tokens = document.tokens[bisect_left(starts, start) : bisect_left(starts, end)]
        words = tuple(Word(t.start, t.end, t.surface, folded[t.start : t.end].lower(), t.lemma) for t in tokens)
        sentences = tuple(begins[bisect_left(begins, start) : bisect_left(begins, end)])
        pauses = tuple(
            place
            for place, word in enumerate(words)
            if text[words[place - 1].end if place else start : word.start] not in _PLAIN
        )
        line = Line(start, end, text, words, sentences, (), {}, pauses)
        lines.append(_with_names(line, document, settings, common))
    return lines


def _with_names(line: Line, document: Document, settings: QuoteSettings, common: frozenset[str]) -> Line:
    """The line with its names: those that the configuration knows, and sequences of capitals."""
    known = []
    begin = bisect_left(document.names, line.start, key=lambda name: name.start)
    for name in document.names[begin : bisect_left(document.names, line.end, key=lambda name: name.start)]:
        if name.end <= line.end:
            first, last = line.at(name.start), line.at(name.end)
            known.append(Named(first, last, name.name, name.type, name.described))
    found = list(known)
    reach: dict[int, int] = {}  # word inside a known name -> where the longest of them ends
    whole: dict[int, list[Named]] = {}  # word -> the known names that begin there
    for one in known:
        if not one.described:
            reach.update({at: max(one.last, reach.get(at, 0)) for at in range(one.first, one.last)})
            whole.setdefault(one.first, []).append(one)
    for first, last in _capitals(line, common):
        if reach.get(first, 0) >= last:
            continue
        found.extend(_split(line, (first, last), whole, settings))
    unique = {(name.first, name.last, name.described): name for name in reversed(found)}
    names = tuple(sorted(unique.values(), key=lambda name: (name.first, -name.last)))
    heads: dict[int, Named] = {}
    for best in sorted(names, key=lambda name: (name.described, name.last)):
        heads[best.first] = best
    return replace(line, names=names, heads=heads)


def _capitals(line: Line, common: frozenset[str]) -> list[tuple[int, int]]:
    """Sequences of capitalised words, with particles between them: *Ursula von der Leyen*."""
    found, place = [], 0
    while place < len(line.words):
        if not _is_capital(line, place, common):
            place += 1
            continue
        last = place + 1
        while last < min(len(line.words), place + _LONGEST):
            ahead = last
            while ahead < len(line.words) and line.low(ahead) in PARTICLES and _joined(line, ahead):
                ahead += 1
            if (
                ahead < len(line.words)
                and ahead - last < 3
                and line.words[ahead].surface[:1].isupper()
                and _joined(line, ahead)
            ):
                last = ahead + 1
            else:
                break
        if last > place + 1 or line.low(place) not in TITLES | common:
            found.append((place, last))
        place = last
    return found


def _joined(line: Line, place: int) -> bool:
    """Whether nothing but a space, hyphen or apostrophe stands before the word (or the point of an initial)."""
    gap = line.gap(place)
    if not _SPACE.fullmatch(gap):
        return False
    return "." not in gap or line.low(place - 1) in TITLES or len(line.words[place - 1].surface.rstrip(".")) == 1


def _is_capital(line: Line, place: int, common: frozenset[str]) -> bool:
    word = line.words[place]
    if not word.surface[:1].isupper() or word.low.endswith("'"):
        return False
    begins = place == 0 or bool(re.search(r"[.!?…:«“\"\n]", line.gap(place)))
    if not begins:
        return True
    return word.low not in common and word.low not in PARTICLES


def _split(
    line: Line, span: tuple[int, int], known: Mapping[int, Sequence[Named]], settings: QuoteSettings
) -> list[Named]:
    """A sequence of capitals as names: a known name at its head or a given name inside it ends what stands before."""
    first, last = span
    for name in known.get(first, ()):
        if first < name.last < last and last - name.last >= 2:
            return _split(line, (name.last, last), known, settings)
    for place in range(first + 1, last - 1):
        if line.low(place) in settings.feminine_names | settings.masculine_names and last - first > 2:
            before = line.low(place - 1)
            if before not in settings.feminine_names | settings.masculine_names and before not in TITLES | PARTICLES:
                head = Named(first, place, None, _type(line, first, place, settings))
                return [head, Named(place, last, None, "PER")]
    return [Named(first, last, None, _type(line, first, last, settings))]


def _type(line: Line, first: int, last: int, settings: QuoteSettings) -> str:
    """What a sequence of capitals names, as far as its words tell."""
    low = line.low(first)
    if low in settings.feminine_names | settings.masculine_names or low in TITLES:
        return "PER"
    if low.split("-")[0] in settings.feminine_names | settings.masculine_names:
        return "PER"
    if any(line.low(place) in BODIES for place in range(first, last)):
        return "ORG"
    capitals = [place for place in range(first, last) if line.words[place].surface[:1].isupper()]
    return "PER" if len(capitals) >= 2 and low not in {"la", "le", "les", "l'"} else "?"
