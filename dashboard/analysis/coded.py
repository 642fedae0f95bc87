"""The words of a corpus as numbers: each distinct word is looked at once, each place is an item of an array."""

from __future__ import annotations

import weakref
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.model import Document, Tokens, Word

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Coded:
    """The tokens of a corpus in its order, one array item each.

    ``word`` is a place in ``words``. ``starts`` and ``ends`` are offsets into all texts laid end to end, the first
    of article ``a`` at ``base[a]``; ``sentence`` counts through the corpus. ``first`` (one item more than there are
    articles) says where each article's tokens begin; ``passage_of`` gives the passage of a sentence, passages
    counted through the corpus as well.
    """

    words: tuple[Word, ...]
    word: Ints
    starts: Ints
    ends: Ints
    sentence: Ints
    first: Ints
    base: Ints
    passage_of: Ints

    def article_of(self, tokens: Ints) -> Ints:
        """The place of the article of each token."""
        return np.asarray(np.searchsorted(self.first, tokens, side="right") - 1)

    def articles(self) -> Ints:
        """The place of the article of every token."""
        return np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))

    def text_of(self, documents: Sequence[Document], start: int, end: int) -> str:
        """What is printed between two offsets into all texts laid end to end, both in one article."""
        article = int(np.searchsorted(self.base, start, side="right")) - 1
        before = int(self.base[article])
        return documents[article].article.text[start - before : end - before]


def code(documents: Sequence[Document]) -> Coded:
    """The coded words of the documents. Those coded last are kept as long as the documents themselves."""
    known: Coded | None = _last.get(documents)
    if known is None:
        known = _code(documents)
        _last.keep(documents, known)
    return known


def _code(documents: Sequence[Document]) -> Coded:
    tokens = [document.tokens for document in documents]
    sizes = list(map(len, tokens))
    words, coded = _distinct(tokens)
    base = _running(len(document.article.text) for document in documents)
    spoken = [document.sentences for document in documents]
    sentences = _running(map(len, spoken))
    passages = _running(len(document.passages) for document in documents)
    before = np.repeat(base[:-1], sizes)
    return Coded(
        words=words,
        word=coded,
        starts=_joined(one.starts for one in tokens) + before,
        ends=_joined(one.ends for one in tokens) + before,
        sentence=_joined(one.sentences for one in tokens) + np.repeat(sentences[:-1], sizes),
        first=_running(sizes),
        base=base,
        passage_of=_joined(one.passages for one in spoken) + np.repeat(passages[:-1], np.diff(sentences)),
    )


def _distinct(columns: Sequence[Tokens]) -> tuple[tuple[Word, ...], Ints]:
    """The distinct words of some columns laid end to end, in their order, and the place of each word among them."""
    vocabularies = {id(tokens.vocabulary): tokens.vocabulary for tokens in columns}
    before = dict(zip(vocabularies, _running(map(len, vocabularies.values())).tolist(), strict=False))
    known = list(chain.from_iterable(vocabularies.values()))
    numbers, found = pd.factorize(_joined(tokens.codes + before[id(tokens.vocabulary)] for tokens in columns))
    shared = [known[place] for place in found.tolist()]
    if len(vocabularies) < 2:
        return tuple(shared), numbers
    places = dict(zip(dict.fromkeys(shared), count(), strict=False))
    return tuple(places), np.fromiter(map(places.__getitem__, shared), np.int64, len(shared))[numbers]


def numbered(values: Iterable[str], numbers: dict[str, int]) -> list[int]:
    """The number of each value; those that are new get the next ones in ``numbers``."""
    known = numbers.setdefault
    return [known(value, len(numbers)) for value in values]


def distinct(values: Ints) -> tuple[Ints, Ints, Ints]:
    """The distinct values in order, where each stands first, and which of them each value is.

    As ``numpy.unique`` gives them, in a third of the time where few are distinct.
    """
    codes, found = pd.factorize(values)
    order = np.argsort(found)
    rank, first = np.empty((2, len(found)), dtype=np.int64)
    rank[order] = np.arange(len(found))
    first[codes[::-1]] = np.arange(len(values))[::-1]
    return found[order], first[order], rank[codes]


def _joined(columns: Iterable[Ints]) -> Ints:
    return np.concatenate([np.empty(0, np.int64), *columns])


def _running(sizes: Iterable[int]) -> Ints:
    """Running totals from 0, one more than there are sizes."""
    return np.asarray(np.concatenate(([0], np.cumsum(np.fromiter(sizes, np.int64)))))


class Lists:
    """Lists of numbers one after the other, so that many can be taken at once."""

    def __init__(self, sizes: Ints, items: Ints) -> None:
        """The first list is the first ``sizes[0]`` of the items, and so on."""
        self._sizes, self._begins, self._items = sizes, np.cumsum(sizes) - sizes, items

    def of(self, owners: Ints) -> tuple[Ints, Ints]:
        """The items of each owner's list, and beside each the place of its owner in ``owners``."""
        sizes = self._sizes[owners]
        rows = np.repeat(np.arange(len(owners)), sizes)
        steps = np.arange(len(rows)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return self._items[self._begins[owners[rows]] + steps], rows

    def flat(self) -> tuple[Ints, Ints]:
        """All items, and beside each the place of its list."""
        return self._items, np.repeat(np.arange(len(self._sizes)), self._sizes)


def lists(given: Sequence[Collection[int]]) -> Lists:
    """The given lists as one."""
    sizes = np.fromiter(map(len, given), np.int64, len(given))
    return Lists(sizes, np.fromiter(chain.from_iterable(given), np.int64, int(sizes.sum())))


class Last:
    """What was made of the documents seen last, forgotten with them: terms, themes and topics read the same ones."""

    def __init__(self) -> None:
        """Empty."""
        self._documents: list[weakref.ref[Document]] = []
        self._owner: object = None
        self._made: Any = None

    def get(self, documents: Sequence[Document], owner: object = None) -> Any:
        """What was kept for the very same documents and owner (such as settings); None if there is nothing."""
        same = self._owner is owner and len(self._documents) == len(documents)
        if (
            not documents
            or not same
            or any(one() is not other for one, other in zip(self._documents, documents, strict=True))
        ):
            return None
        return self._made

    def keep(self, documents: Sequence[Document], made: object, owner: object = None) -> None:
        """Keeps one thing in the place of what was kept before."""
        self._documents = [weakref.ref(document, self._forget) for document in documents[:1]]
        self._documents += [weakref.ref(document) for document in documents[1:]]
        self._owner, self._made = owner, made

    def _forget(self, document: weakref.ref[Document]) -> None:
        self._documents, self._owner, self._made = [], None, None


_last = Last()
