"""Frozen record types; imports nothing of ours.

Offsets count Unicode code points of an article's ``text``, end excluded. Many records of one type form a
table, whose columns ``tables.py`` declares under the same names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, overload

import numpy as np
import numpy.typing as npt

Role = Literal["heading", "body", "boilerplate"]
Kind = Literal["money", "people", "percent", "count", "duration", "date", "age", "ordinal", "other"]
Bound = Literal["exact", "about", "more_than", "less_than", "up_to"]
Certainty = Literal["confirmed", "attributed", "conditional", "rumour", "projected", "denied"]
Verdict = Literal["single", "agree", "compatible", "contradict"]
QuoteKind = Literal["direct", "fragment", "indirect"]
NameType = Literal["ORG", "PER", "PRODUCT", "LOC"]
Ints = npt.NDArray[np.int64]


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


@dataclass(frozen=True, slots=True, eq=False)
class Sentences(Sequence[Sentence]):
    """The sentences of a document, kept as columns; what asks for one by one is given records made once."""

    starts: Ints
    ends: Ints
    passages: Ints
    _made: list[Sentence] = field(default_factory=list, init=False, repr=False)

    def __len__(self) -> int:
        """How many sentences there are."""
        return len(self.starts)

    def __eq__(self, other: object) -> bool:
        """Whether the other is a sequence of the same sentences."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __iter__(self) -> Iterator[Sentence]:
        """Each sentence in the text's order."""
        return iter(self._records())

    @overload
    def __getitem__(self, place: int) -> Sentence: ...
    @overload
    def __getitem__(self, place: slice) -> list[Sentence]: ...
    def __getitem__(self, place: int | slice) -> Sentence | list[Sentence]:
        """The sentence at a place; for a slice a list of sentences."""
        return self._records()[place]

    def _records(self) -> list[Sentence]:
        if len(self._made) != len(self.starts):
            self._made[:] = map(Sentence, self.starts.tolist(), self.ends.tolist(), self.passages.tolist())
        return self._made


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


@dataclass(frozen=True, slots=True, eq=False)
class Tokens(Sequence[Token]):
    """The tokens of a document, kept as columns: a corpus has millions of them and reads them by column.

    ``codes`` are places in ``vocabulary``, which many documents share and which holds no word twice.
    """

    vocabulary: Sequence[Word]
    starts: Ints
    ends: Ints
    codes: Ints
    sentences: Ints

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.starts)

    def __eq__(self, other: object) -> bool:
        """Whether the other holds the same tokens of the same languages."""
        return isinstance(other, Tokens) and tuple(self) == tuple(other) and self.words == other.words

    @property
    def words(self) -> tuple[Word, ...]:
        """The word of each token."""
        return tuple(map(self.vocabulary.__getitem__, self.codes.tolist()))

    def __iter__(self) -> Iterator[Token]:
        """Each token in the text's order."""
        return iter(self[:])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, place: int | slice) -> Token | tuple[Token, ...]:
        """The token at a place; for a slice a tuple of tokens."""
        if not isinstance(place, slice):
            word = self.vocabulary[self.codes[place]]
            return _token(int(self.starts[place]), int(self.ends[place]), word, int(self.sentences[place]))
        columns = (column[place].tolist() for column in (self.starts, self.ends, self.codes, self.sentences))
        starts, ends, codes, sentences = columns
        return tuple(map(_token, starts, ends, map(self.vocabulary.__getitem__, codes), sentences))


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
    sentences: Sentences
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
