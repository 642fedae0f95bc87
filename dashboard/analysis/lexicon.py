"""The words of the themes found in a document: lemma families, phrases and pairs of words in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dashboard.analysis.entries import Beside, beside, content, forms_of, is_glue, stands
from dashboard.analysis.wordclass import infinitive_of
from dashboard.config.themes import Theme, Themes
from dashboard.model import Document, Token
from dashboard.text.clean import fold

TIERS = ("strong", "words", "weak", "negatives", "unless")
_RANK = {tier: place for place, tier in enumerate(TIERS)}
Span = tuple[int, int]
# Two words of a pair stand at most so many words apart, glue not counted.
PAIR_REACH = 10


class Cue(NamedTuple):
    """A found entry: its theme's place, its tier, which entry it is, and the spans of its words.

    ``first`` and ``last`` are places of tokens in the document, both included; ``passage`` is a place too.
    """

    theme: int
    tier: str
    entry: int
    passage: int
    first: int
    last: int
    spans: tuple[Span, ...]


class _Entry(NamedTuple):
    theme: int
    tier: str
    parts: tuple[int, ...]


class _Word(NamedTuple):
    """What a token may be: words of entries, by number; parts that it makes alone; parts that it begins."""

    numbers: frozenset[int]
    alone: tuple[int, ...]
    begins: tuple[tuple[int, tuple[int, ...]], ...]


_NO_WORD = _Word(frozenset(), (), ())


class Lexicon:
    """The entries of all themes, compiled: words to numbers, parts (a word or phrase) by their first word."""

    def __init__(self, themes: Sequence[Theme]) -> None:
        """``themes`` in order; a cue names its theme by place."""
        self.entries: list[_Entry] = []
        self._exact: dict[str, list[int]] = {}
        self._prefix: dict[str, int] = {}
        self._phrases: dict[int, list[tuple[int, tuple[int, ...]]]] = {}
        self._words: dict[tuple[str, bool], int] = {}
        self._parts: dict[tuple[tuple[int, ...], Beside], int] = {}
        self._beside: dict[int, Beside] = {}
        self._single: dict[int, list[int]] = {}
        self._paired: dict[int, list[int]] = {}
        self._cache: dict[tuple[str, str], _Word | None] = {}
        for place, theme in enumerate(themes):
            for tier in TIERS:
                for text in getattr(theme, tier):
                    self._add(place, tier, text)

    def cues(self, document: Document) -> list[Cue]:
        """Every cue of a document, sorted by place; of two of one theme the longer one, none inside a negative.

        A description that stands for a name (*le créateur de ChatGPT*) says whom the text is about, not what, so
        no cue is sought in it.
        """
        places, words = self._content(document)
        found: list[Cue] = []
        pairs: dict[int, dict[int, list[Span]]] = {}
        tokens = document.tokens
        for at, word in enumerate(words):
            if word is _NO_WORD:
                continue
            parts = [
                (part, at)
                for part in word.alone
                if part not in self._beside or stands(tokens, places[at], self._beside[part])
            ]
            for part, phrase in word.begins:
                last = at + len(phrase) - 1
                if last < len(words) and phrase[1] in words[at + 1].numbers and self._fits(words, at, phrase):
                    parts += [(part, last)] * (tokens[places[last]].sentence == tokens[places[at]].sentence)
            for part, last in parts:
                for number in self._single.get(part, ()):
                    found.append(self._cue(document, places, number, ((at, last),)))
                if part in self._paired:
                    pairs.setdefault(tokens[places[at]].sentence, {}).setdefault(part, []).append((at, last))
        for sentence in pairs.values():
            found += self._joined(document, places, sentence)
        return sorted(_pruned(found), key=lambda cue: (cue.first, cue.last, cue.theme, cue.entry))

    def _content(self, document: Document) -> tuple[list[int], list[_Word]]:
        """The tokens that are no glue and stand in no description, as places and as words."""
        described = [(name.start, name.end) for name in document.names if name.described]
        places: list[int] = []
        words: list[_Word] = []
        cache = self._cache
        for place, token in enumerate(document.tokens):
            key = (token.surface, token.lemma)
            try:
                word = cache[key]
            except KeyError:
                word = cache[key] = self._known(token)
            if word is not None:
                places.append(place)
                words.append(word)
        if described:
            tokens = document.tokens
            kept = [
                at
                for at, place in enumerate(places)
                if not any(start <= tokens[place].start < end for start, end in described)
            ]
            return [places[at] for at in kept], [words[at] for at in kept]
        return places, words

    def _add(self, theme: int, tier: str, text: str) -> None:
        parts = []
        for part in text.split(" + "):
            words = content(part)
            phrase = tuple(self._word(word, len(words) > 1) for word in words)
            small = beside(part)
            number = self._parts.get((phrase, small))
            if number is None:
                number = self._parts[phrase, small] = len(self._parts)
                self._phrases.setdefault(phrase[0], []).append((number, phrase))
                if any(small):
                    self._beside[number] = small
            parts.append(number)
        uses = self._single if len(parts) == 1 else self._paired
        for number in dict.fromkeys(parts):
            uses.setdefault(number, []).append(len(self.entries))
        self.entries.append(_Entry(theme, tier, tuple(parts)))

    def _word(self, word: str, in_phrase: bool) -> int:
        family = word.endswith("*")
        key = (word, in_phrase and not family)
        if key in self._words:
            return self._words[key]
        number = self._words[key] = len(self._words)
        if family:
            self._prefix[word[:-1]] = number
        for form in forms_of(word, in_phrase):
            self._exact.setdefault(form, []).append(number)
        return number

    def _known(self, token: Token) -> _Word | None:
        """The entries' words that a token may be; None for glue."""
        if is_glue(token):
            return None
        surface = fold(token.surface)
        keys = dict.fromkeys((surface, surface.lower(), token.lemma.lower()))
        verb = infinitive_of(surface) if token.lemma.lower() == surface else ""
        if verb:
            keys[verb] = None
        numbers = {number for word in keys for number in self._exact.get(word, ())}
        for word in keys:
            numbers |= {self._prefix[word[:n]] for n in range(3, len(word) + 1) if word[:n] in self._prefix}
        if not numbers:
            return _NO_WORD
        parts = [part for number in sorted(numbers) for part in self._phrases.get(number, ())]
        alone = tuple(part for part, phrase in parts if len(phrase) == 1)
        return _Word(frozenset(numbers), alone, tuple(part for part in parts if len(part[1]) > 1))

    @staticmethod
    def _fits(words: Sequence[_Word], at: int, phrase: tuple[int, ...]) -> bool:
        return all(phrase[step] in words[at + step].numbers for step in range(2, len(phrase)))

    def _cue(self, document: Document, places: Sequence[int], number: int, pieces: tuple[Span, ...]) -> Cue:
        entry, tokens = self.entries[number], document.tokens
        first, last = places[pieces[0][0]], places[pieces[-1][1]]
        spans = tuple((tokens[places[left]].start, tokens[places[right]].end) for left, right in pieces)
        passage = document.sentences[tokens[first].sentence].passage
        return Cue(entry.theme, entry.tier, number, passage, first, last, spans)

    def _joined(self, document: Document, places: Sequence[int], parts: dict[int, list[Span]]) -> Iterator[Cue]:
        """The pairs both of whose parts stand in a sentence."""
        for left, first in parts.items():
            for number in self._paired[left]:
                one, other = self.entries[number].parts
                if one == left and other in parts:
                    for pieces in _pairs(first, parts[other]):
                        yield self._cue(document, places, number, pieces)


@lru_cache(maxsize=16)
def _compiled(themes: tuple[Theme, ...]) -> Lexicon:
    return Lexicon(themes)


def lexicon_of(themes: Themes) -> Lexicon:
    """The compiled entries of the themes, kept for the next call with the same ones."""
    return _compiled(themes.themes)


def _pairs(left: Sequence[Span], right: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """For each piece of one kind the nearest of the other within reach that does not overlap it, in text order."""
    for first, last in left:
        near = [(max(a - last, first - b), a, b) for a, b in right if b < first or a > last]
        if near and min(near)[0] <= PAIR_REACH:
            yield tuple(sorted(((first, last), min(near)[1:3])))


def _pruned(cues: list[Cue]) -> Iterator[Cue]:
    """Without the cues that lie inside a longer cue of their theme or inside a longer phrase of another."""
    wide = [cue for cue in cues if cue.tier == "negatives" or (len(cue.spans) == 1 and cue.last > cue.first)]
    inside: dict[int, list[Cue]] = {}
    for cue in wide:
        for place in range(cue.first, cue.last + 1):
            inside.setdefault(place, []).append(cue)
    seen: set[tuple[int, tuple[Span, ...]]] = set()
    for cue in sorted(cues, key=lambda cue: (_RANK[cue.tier], cue.entry)):
        if cue.tier == "unless":
            yield cue
        if cue.tier in ("negatives", "unless") or (cue.theme, cue.spans) in seen:
            continue
        seen.add((cue.theme, cue.spans))
        holders = inside.get(cue.first) or inside.get(cue.last)
        if not holders or not any(_silences(holder, cue) for holder in holders + inside.get(cue.last, [])):
            yield cue


def _silences(holder: Cue, cue: Cue) -> bool:
    if holder is cue or holder.entry == cue.entry:
        return False
    touches = any(start < till and since < end for start, end in cue.spans for since, till in holder.spans)
    if not touches:
        return False
    if holder.tier == "negatives":
        return holder.theme == cue.theme and not (cue.first < holder.first or cue.last > holder.last)
    if len(cue.spans) > 1 or holder.last - holder.first <= cue.last - cue.first or holder.tier == "unless":
        return False
    if holder.theme == cue.theme:
        return _RANK[holder.tier] <= _RANK[cue.tier]
    return cue.tier != "strong" and holder.tier == "strong"
