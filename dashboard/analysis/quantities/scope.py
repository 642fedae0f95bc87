"""The words around a figure: its clause, its sentence, the sentence before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.analysis.quantities.figures import Figure
from dashboard.model import Document, Kind, Name, Sentence
from dashboard.text.clean import fold

_BOUNDARY = re.compile(
    r"[;:()–—]|(?<!\w)(?:mais|tandis que|alors que|bien que|même si|puisque|car|dont|et que|tandis qu'|alors qu'"
    r"|bien qu'|avant de|après avoir|while|but|although|whereas)(?!\w)|,(?= (?:et|soit|contre|ce qui|qui|and|which)\b)"
)

# Of a sentence without end, two to three steps of characters are looked at on either side of a figure; figures of
# one step share their window, so that it is searched once.
_STEP, _NEIGHBOURS = 400, 8
_SHORT = 60  # characters that a sentence before must have to be read alone
_RELATIVE = re.compile(r", (?:qui|dont|où|which|who)(?!\w)")
# Commas that end no relative clause: in decimals, before a date or place of the same clause.
_PLAIN_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])|,(?= (?:en|à|au|dans|par|puis|et|depuis|pour|in)\b)")


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """A figure in its sentence. ``text`` is the sentence, folded and in lower case; offsets count in it.

    ``offset`` is where the sentence begins in the article, ``left`` and ``right`` are the clause around the
    figure, ``kind`` is its own. ``others`` are the spans of the sentence's other figures; ``before`` is the
    sentence before, empty for the first of an article. ``names`` are those of the sentence, ``names_before`` those
    of the one before.
    In a ``relative`` clause (*, qui fait suite à deux autres,*) the main clause says nothing of the figure.
    """

    text: str
    offset: int
    start: int
    end: int
    left: int
    right: int
    others: tuple[tuple[int, int], ...]
    before: str
    names: tuple[Name, ...]
    names_before: tuple[Name, ...]
    relative: bool = False
    kind: Kind = "count"

    @property
    def clause(self) -> str:
        """The clause around the figure."""
        return self.text[self.left : self.right]

    @property
    def after(self) -> str:
        """What follows the figure in its sentence."""
        return self.text[self.end :]


class Reader:
    """Finds the scope of each figure of a document; figures are asked for in any order."""

    def __init__(self, document: Document, figures: Sequence[Figure]) -> None:
        """``figures`` are all figures of the document, with offsets in its text."""
        self._document = document
        folded = fold(document.article.text)
        lowered = folded.lower()
        self._text = lowered if len(lowered) == len(folded) else folded
        self._starts = [sentence.start for sentence in document.sentences]
        self._figures = sorted(figures, key=lambda figure: figure.start)
        self._figure_starts = [figure.start for figure in self._figures]
        self._name_starts = [name.start for name in document.names]
        self._named: dict[int, tuple[Name, ...]] = {}

    def scope(self, figure: Figure) -> Scope:
        """The words around the figure; of a sentence without end, only what stands near."""
        place = max(0, bisect_right(self._starts, figure.start) - 1)
        sentence = self._document.sentences[place]
        begin = max(sentence.start, (figure.start // _STEP - 2) * _STEP)
        text = self._text[begin : min(sentence.end, (figure.end // _STEP + 3) * _STEP)]
        start, end = figure.start - begin, figure.end - begin
        relative = relative_clause(text, start, end)
        left, right = relative or clause_of(text, start, end)
        first = self._first_before(place)
        return Scope(
            text,
            begin,
            start,
            end,
            left,
            right,
            tuple((other.start - begin, other.end - begin) for other in self._beside(figure, begin, begin + len(text))),
            self._text[max(self._document.sentences[first].start, sentence.start - 2 * _STEP) : sentence.start],
            tuple(name for name in self.names(place) if begin <= name.start < begin + len(text)),
            self.names(place - 1) if place else (),
            relative is not None,
            figure.kind,
        )

    def _within(self, start: int, end: int) -> Sequence[Figure]:
        """The figures that begin in ``text[start:end]``."""
        return self._figures[bisect_left(self._figure_starts, start) : bisect_left(self._figure_starts, end)]

    def _beside(self, figure: Figure, start: int, end: int) -> list[Figure]:
        """The nearest other figures in ``text[start:end]``."""
        place = bisect_left(self._figure_starts, figure.start)
        near = self._figures[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1]
        return [other for other in near if start <= other.start < end and other.start != figure.start]

    def _first_before(self, place: int) -> int:
        """The first of the sentences that count as the one before: very short ones are read together."""
        first = place
        while first > 0 and place - first < 3 and self._starts[place] - self._starts[first] < _SHORT:
            first -= 1
        return first

    def names(self, place: int) -> tuple[Name, ...]:
        """The names of the sentence at a place: no parts of figures, no places inside a description."""
        if place not in self._named:
            sentence: Sentence = self._document.sentences[place]
            names = self._document.names
            here = names[bisect_left(self._name_starts, sentence.start) : bisect_left(self._name_starts, sentence.end)]
            taken = {
                spot
                for figure in self._within(sentence.start, sentence.end)
                for spot in range(figure.start, figure.end)
            }
            wide = [name for name in here if name.described]
            self._named[place] = tuple(
                name
                for name in here
                if name.start not in taken  # the Md of 10 Md$ is no name
                and (
                    name.described
                    or name.type == "ORG"
                    or not any(other.start <= name.start and name.end <= other.end for other in wide)
                )
            )
        return self._named[place]


@lru_cache(maxsize=4096)
def spots(pattern: re.Pattern[str], text: str) -> tuple[tuple[int, int], ...]:
    """Where a pattern is found in a text; kept, since all figures of a sentence ask the same."""
    return tuple(match.span() for match in pattern.finditer(text))


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause around ``text[start:end]`` begins and ends."""
    left, right = 0, len(text)
    for boundary in _BOUNDARY.finditer(text):
        if boundary.end() <= start:
            left = boundary.end()
        elif boundary.start() >= end:
            right = boundary.start()
            break
    return left, right


def relative_clause(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The relative clause between two commas in which the figure stands; None where it stands in none."""
    left = max((match.end() for match in _RELATIVE.finditer(text, 0, start)), default=-1)
    right = text.find(",", end)
    if left < 0 or right < 0 or "," in _PLAIN_COMMA.sub("", text[left:start]):
        return None
    return left, right


def plain_scope(sentence: str, start: int, end: int) -> Scope:
    """The scope of a figure in a sentence that stands alone."""
    text = fold(sentence).lower()
    left, right = clause_of(text, start, end)
    return Scope(text, 0, start, end, left, right, (), "", (), ())
