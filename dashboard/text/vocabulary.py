"""The distinct words that reading has met, each made once: as printed, with its lemma, by language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from dashboard.model import Ints, Word
from dashboard.text.lemmas import lemma_of


class Vocabulary:
    """Words by number. ``words`` grows and holds no word twice; what a printed form comes to is looked up once."""

    def __init__(self, printed: Sequence[str]) -> None:
        """``printed`` are the forms that are asked for by their place; it may grow as well."""
        self.words: list[Word] = []
        self._printed = printed
        self._places: dict[Word, int] = {}
        self._tables: dict[tuple[str, str], Ints] = {}

    def plain(self, forms: Ints, language: str) -> Ints:
        """The words that stand in no name, places in ``words``; ``forms`` are places in ``printed``."""
        return self._codes(forms, language, "plain", lambda surface: token_lemma(surface, language))

    def loud(self, forms: Ints, language: str) -> Ints:
        """The words of a passage all in capitals."""
        return self._codes(forms, language, "loud", lambda surface: token_lemma(surface, language, loud=True))

    def named(self, forms: Ints, language: str) -> Ints:
        """The words of names, which are their own lemmas."""
        return self._codes(forms, language, "named", lambda surface: surface)

    def _codes(self, forms: Ints, language: str, kind: str, lemma: Callable[[str], str]) -> Ints:
        table = self._tables.get((language, kind))
        if table is None or len(table) < len(self._printed):
            known = np.empty(0, dtype=np.int64) if table is None else table
            table = np.full(2 * len(self._printed), -1, dtype=np.int64)
            table[: len(known)] = known
            self._tables[language, kind] = table
        codes = table[forms]
        if len(codes) and codes.min() < 0:
            for form in np.unique(forms[codes < 0]).tolist():
                surface = self._printed[form]
                table[form] = self._place(Word(surface, lemma(surface), language))
            codes = table[forms]
        return codes

    def _place(self, word: Word) -> int:
        place = self._places.setdefault(word, len(self.words))
        if place == len(self.words):
            self.words.append(word)
        return place


def token_lemma(surface: str, language: str, loud: bool = False) -> str:
    """The lemma of one token that is part of no name: numbers and acronyms as they are, else as ``lemma_of``.

    In a ``loud`` passage, all in capitals, capitals make no acronym.
    """
    if surface[0].isdigit() or (could_be_acronym(surface) and not loud):
        return surface
    return lemma_of(surface, language)


def could_be_acronym(word: str) -> bool:
    """Two to six capitals, as in IA, which are no form of a word (*ai*)."""
    return 2 <= len(word) <= 6 and word.isalpha() and word.isupper()
