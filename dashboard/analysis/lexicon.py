"""The words of the themes compiled: lemma families, phrases and pairs of words in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from dashboard.analysis.coded import Ints, Lists, lists
from dashboard.analysis.entries import Beside, beside, content, forms_of, is_glue
from dashboard.analysis.wordclass import infinitive_of
from dashboard.config.themes import Theme, Themes
from dashboard.model import Word
from dashboard.text.clean import fold

TIERS = ("strong", "words", "weak", "negatives", "unless")


class Entry(NamedTuple):
    """An entry: its theme's place, its tier and its one or two parts (words or phrases, by number)."""

    theme: int
    tier: str
    parts: tuple[int, ...]


class SeekWord(NamedTuple):
    """What a word may be: words of entries, by number; parts that it makes alone; parts that it begins."""

    numbers: frozenset[int]
    alone: tuple[int, ...]
    begins: tuple[int, ...]


class Columns(NamedTuple):
    """The compiled entries as arrays.

    By entry its ``theme``, ``tier`` (a place in ``TIERS``) and ``both`` parts (n x 2, -1 where it has one alone). By
    part its number of words, ``sizes``, the words, ``words`` (n x longest, -1 behind the last), and the entries that
    it makes alone, ``single``, and with another, ``paired``.
    """

    theme: Ints
    tier: Ints
    both: Ints
    sizes: Ints
    words: Ints
    single: Lists
    paired: Lists


NO_WORD = SeekWord(frozenset(), (), ())


class Lexicon:
    """The entries of all themes, compiled: words to numbers, parts (a word or phrase) by their first word."""

    def __init__(self, themes: Sequence[Theme]) -> None:
        """``themes`` in order; a cue names its theme by place.

        ``known`` tells what a word may be in the entries (None for glue), each distinct one looked at once.
        """
        self.entries: list[Entry] = []
        self.n_words = 0
        # By part: its words by number, the small words beside it, the entries it makes alone and with another.
        self.phrases: list[tuple[int, ...]] = []
        self.beside: dict[int, Beside] = {}
        self.single: list[list[int]] = []
        self.paired: list[list[int]] = []
        self._exact: dict[str, list[int]] = {}
        self._prefix: dict[str, int] = {}
        self._begins: dict[int, list[tuple[int, tuple[int, ...]]]] = {}
        self._words: dict[tuple[str, bool], int] = {}
        self._parts: dict[tuple[tuple[int, ...], Beside], int] = {}
        self.known = cache(self._known)
        for place, theme in enumerate(themes):
            for tier in TIERS:
                for text in getattr(theme, tier):
                    self._add(place, tier, text)

    @cached_property
    def columns(self) -> Columns:
        """The compiled entries as arrays."""
        words = np.full((len(self.phrases), max(map(len, self.phrases), default=1)), -1, dtype=np.int64)
        for part, phrase in enumerate(self.phrases):
            words[part, : len(phrase)] = phrase
        both = [entry.parts if len(entry.parts) == 2 else (-1, -1) for entry in self.entries]
        return Columns(
            np.array([entry.theme for entry in self.entries], dtype=np.int64),
            np.array([TIERS.index(entry.tier) for entry in self.entries], dtype=np.int64),
            np.array(both, dtype=np.int64).reshape(-1, 2),
            (words >= 0).sum(axis=1),
            words,
            lists(self.single),
            lists(self.paired),
        )

    def _add(self, theme: int, tier: str, text: str) -> None:
        parts = []
        for part in text.split(" + "):
            words = content(part)
            phrase = tuple(self._word(word, len(words) > 1) for word in words)
            small = beside(part)
            number = self._parts.get((phrase, small))
            if number is None:
                number = self._parts[phrase, small] = len(self._parts)
                self._begins.setdefault(phrase[0], []).append((number, phrase))
                self.phrases.append(phrase)
                self.single.append([])
                self.paired.append([])
                if any(small):
                    self.beside[number] = small
            parts.append(number)
        uses = self.single if len(parts) == 1 else self.paired
        for number in dict.fromkeys(parts):
            uses[number].append(len(self.entries))
        self.entries.append(Entry(theme, tier, tuple(parts)))

    def _word(self, word: str, in_phrase: bool) -> int:
        family = word.endswith("*")
        key = (word, in_phrase and not family)
        if key in self._words:
            return self._words[key]
        number = self._words[key] = self.n_words
        self.n_words += 1
        if family:
            self._prefix[word[:-1]] = number
        for form in forms_of(word, in_phrase):
            self._exact.setdefault(form, []).append(number)
        return number

    def _known(self, word: Word) -> SeekWord | None:
        """The entries' words that a token may be; None for glue."""
        if is_glue(word):
            return None
        surface = fold(word.surface)
        keys = dict.fromkeys((surface, surface.lower(), word.lemma.lower()))
        verb = infinitive_of(surface) if word.lemma.lower() == surface else ""
        if verb:
            keys[verb] = None
        numbers = {number for form in keys for number in self._exact.get(form, ())}
        for form in keys:
            numbers |= {self._prefix[form[:n]] for n in range(3, len(form) + 1) if form[:n] in self._prefix}
        if not numbers:
            return NO_WORD
        parts = [part for number in sorted(numbers) for part in self._begins.get(number, ())]
        alone = tuple(part for part, phrase in parts if len(phrase) == 1)
        return SeekWord(frozenset(numbers), alone, tuple(part for part, phrase in parts if len(phrase) > 1))


@lru_cache(maxsize=16)
def _compiled(themes: tuple[Theme, ...]) -> Lexicon:
    return Lexicon(themes)


def lexicon_of(themes: Themes) -> Lexicon:
    """The compiled entries of the themes, kept for the next call with the same ones."""
    return _compiled(themes.themes)
