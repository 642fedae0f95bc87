"""Frozen record types; imports nothing of ours.

Offsets count Unicode code points of an article's ``text``, end excluded. Many records of one type form a
table, whose columns ``tables.py`` declares under the same names.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, overload

Role = Literal["heading", "body", "boilerplate"]
Kind = Literal["money", "people", "percent", "count", "duration", "date", "age", "ordinal", "other"]
Bound = Literal["exact", "about", "more_than", "less_than", "up_to"]
Certainty = Literal["confirmed", "attributed", "conditional", "rumour", "projected", "denied"]
Verdict = Literal["single", "agree", "compatible", "contradict"]
QuoteKind = Literal["direct", "fragment", "indirect"]
NameType = Literal["ORG", "PER", "PRODUCT", "LOC"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read. ``published`` is truncated ISO (``2023-01``); None means that it is not known."""

    article_id: str
    source: str
    title: str
    text: str
    published: str | None = None
    language: str = "fr"
    url: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read, or a value that was dropped. ``row`` is 1-based; None means the whole file."""

    path: str
    row: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of an article, or a piece of at most 120 words of a longer one."""

    passage_id: str
    article_id: str
    start: int
    end: int
    role: Role
    n_words: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage; ``passage`` is the passage's place in its document."""

    start: int
    end: int
    passage: int


class Word(NamedTuple):
    """A word as printed, its lemma and its language; reading shares one among all places where it stands."""

    surface: str
    lemma: str
    language: str


class Token(NamedTuple):
    """A word or number of a passage, elisions split off (``l'`` and ``IA`` are two tokens).

    ``lemma`` is lower case for words, the surface for numbers and names' words; ``sentence`` is the
    sentence's place in its document.
    """

    start: int
    end: int
    surface: str
    lemma: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Tokens(Sequence[Token]):
    """The tokens of a document, kept as columns: a corpus has millions of them and reads them by column."""

    starts: array[int]
    ends: array[int]
    words: tuple[Word, ...]
    sentences: array[int]

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.starts)

    def __iter__(self) -> Iterator[Token]:
        """Each token in the text's order."""
        return map(_token, self.starts, self.ends, self.words, self.sentences)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, place: int | slice) -> Token | tuple[Token, ...]:
        """The token at a place; for a slice a tuple of tokens."""
        if isinstance(place, slice):
            return tuple(map(_token, self.starts[place], self.ends[place], self.words[place], self.sentences[place]))
        return _token(self.starts[place], self.ends[place], self.words[place], self.sentences[place])


def _token(start: int, end: int, word: Word, sentence: int) -> Token:
    return Token(start, end, word.surface, word.lemma, sentence)


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a person, organisation, product or place; ``name`` is its canonical spelling.

    ``described`` is True for a description that stands for the name (*la firme de Redmond*).
    """

    article_id: str
    passage_id: str
    start: int
    end: int
    surface: str
    name: str
    type: NameType
    described: bool = False


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Document:
    """An article and what was read in it alone; everything is sorted by ``start``."""

    article: Article
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    tokens: Tokens
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A reported figure.

    ``value``, ``min`` and ``max`` are in ``unit`` itself (10 Md$ is 1e10 USD). A range and a vague amount
    have no ``value``. ``date`` is truncated ISO, for kind ``date`` alone. ``measure`` and the roles are None
    where the text does not tell. ``refers_to`` is the date the figure is about, truncated ISO.
    """

    quantity_id: str
    article_id: str
    passage_id: str
    start: int
    end: int
    surface: str
    kind: Kind
    value: float | None
    min: float | None
    max: float | None
    date: str | None
    unit: str | None
    bound: Bound
    measure: str | None
    subject: str | None
    counterparty: str | None
    refers_to: str | None
    certainty: Certainty
    attributed_to: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that an article reports of a speaker. ``speaker`` is canonical, ``speaker_surface`` as printed."""

    quote_id: str
    article_id: str
    passage_id: str
    start: int
    end: int
    kind: QuoteKind
    speaker: str | None
    speaker_surface: str | None
