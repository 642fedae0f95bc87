"""The words of the themes found in a document: lemma families, phrases and pairs of words in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.config.themes import Theme, Themes
from dashboard.model import Document, Token
from dashboard.text.clean import fold
from dashboard.text.lemmas import lemma_of
from dashboard.text.tokens import spans_of

TIERS = ("strong", "words", "weak", "negatives", "unless")
# Two words of a pair stand at most so many words apart, glue not counted.
PAIR_REACH = 10
# Words that may stand inside a phrase unseen, and are left out of its entry as well.
GLUE = frozenset(
    (
        "le", "la", "les", "l'", "l", "un", "une", "des", "d'", "d", "de", "du", "à", "au", "aux", "son", "sa",
        "ses", "s'", "se", "leur", "leurs", "notre", "nos", "votre", "vos", "mon", "ma", "mes", "ce", "cet",
        "cette", "ces", "environ", "près", "quelque", "quelques", "plusieurs", "tout", "toute", "tous", "toutes",
        "quelconque", "très", "the", "a", "an", "of", "its", "their", "our",
    )
)  # fmt: skip
_ACCENTS = str.maketrans("àâäçéèêëîïôöùûü", "aaaceeeeiioouuu")


@dataclass(frozen=True, slots=True)
class Cue:
    """A found entry: its theme's place, its tier, which entry it is, and the spans of its words.

    ``first`` and ``last`` are places of tokens in the document, both included; ``passage`` is a place too.
    """

    theme: int
    tier: str
    entry: int
    passage: int
    first: int
    last: int
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    theme: int
    tier: str
    parts: tuple[int, ...]


class Lexicon:
    """The entries of all themes, compiled: words to numbers, phrases by their first word."""

    def __init__(self, themes: Sequence[Theme]) -> None:
        """``themes`` in order; a cue names its theme by place."""
        self.entries: list[_Entry] = []
        self._exact: dict[str, list[int]] = {}
        self._prefix: dict[str, int] = {}
        self._phrases: dict[int, list[tuple[int, tuple[int, ...]]]] = {}
        self._words: dict[tuple[str, bool], int] = {}
        self._parts: dict[tuple[int, ...], int] = {}
        self._uses: dict[int, list[int]] = {}
        self._cache: dict[tuple[str, str], tuple[int, ...]] = {}
        for place, theme in enumerate(themes):
            for tier in TIERS:
                for text in getattr(theme, tier):
                    self._add(place, tier, text)

    def cues(self, document: Document) -> list[Cue]:
        """Every cue of a document, sorted by place; of two of one theme the longer one, none inside a negative.

        A description that stands for a name (*le créateur de ChatGPT*) says whom the text is about, not what, so
        no cue is sought in it.
        """
        described = [(name.start, name.end) for name in document.names if name.described]
        tokens = [
            (place, token)
            for place, token in enumerate(document.tokens)
            if not _is_glue(token) and not any(start <= token.start < end for start, end in described)
        ]
        known = [self._numbers(token) for _, token in tokens]
        found: list[Cue] = []
        parts: dict[int, list[tuple[int, int, int]]] = {}
        for at, numbers in enumerate(known):
            for number in numbers:
                for part, phrase in self._phrases.get(number, ()):
                    last = at + len(phrase) - 1
                    if len(phrase) == 1 or self._fits(tokens, known, at, phrase):
                        parts.setdefault(tokens[at][1].sentence, []).append((part, at, last))
        for places in parts.values():
            found += self._joined(document, tokens, places)
        return sorted(_pruned(found), key=lambda cue: (cue.first, cue.last, cue.theme, cue.entry))

    def _add(self, theme: int, tier: str, text: str) -> None:
        parts = []
        for part in text.split(" + "):
            words = [word for word in _split(part) if word not in GLUE] or _split(part)
            phrase = tuple(self._word(word, len(words) > 1) for word in words)
            number = self._parts.get(phrase)
            if number is None:
                number = self._parts[phrase] = len(self._parts)
                self._phrases.setdefault(phrase[0], []).append((number, phrase))
            parts.append(number)
        for number in dict.fromkeys(parts):
            self._uses.setdefault(number, []).append(len(self.entries))
        self.entries.append(_Entry(theme, tier, tuple(parts)))

    def _word(self, word: str, in_phrase: bool) -> int:
        family = word.endswith("*")
        key = (word, in_phrase and not family)
        if key in self._words:
            return self._words[key]
        number = self._words[key] = len(self._words)
        if family:
            self._prefix[word[:-1]] = number
        for form in _forms(word, in_phrase):
            self._exact.setdefault(form, []).append(number)
        return number

    def _numbers(self, token: Token) -> tuple[int, ...]:
        key = (token.surface, token.lemma)
        found = self._cache.get(key)
        if found is None:
            surface = fold(token.surface)
            keys = dict.fromkeys((surface, surface.lower(), token.lemma.lower()))
            numbers = {number for word in keys for number in self._exact.get(word, ())}
            numbers |= {
                self._prefix[word[:n]] for word in keys for n in range(3, len(word) + 1) if word[:n] in self._prefix
            }
            found = self._cache[key] = tuple(sorted(numbers))
        return found

    @staticmethod
    def _fits(
        tokens: Sequence[tuple[int, Token]], known: Sequence[tuple[int, ...]], at: int, phrase: tuple[int, ...]
    ) -> bool:
        end = at + len(phrase)
        if end > len(known) or tokens[end - 1][1].sentence != tokens[at][1].sentence:
            return False
        return all(number in known[at + step] for step, number in enumerate(phrase))

    def _joined(
        self, document: Document, tokens: Sequence[tuple[int, Token]], places: Sequence[tuple[int, int, int]]
    ) -> Iterator[Cue]:
        """The entries whose one part, or both, stand among the parts of a sentence."""
        by_part: dict[int, list[tuple[int, int]]] = {}
        for part, first, last in places:
            by_part.setdefault(part, []).append((first, last))
        for number in sorted({entry for part in by_part for entry in self._uses[part]}):
            entry = self.entries[number]
            pieces: list[tuple[tuple[int, int], ...]] = [(span,) for span in by_part.get(entry.parts[0], ())]
            if len(entry.parts) == 2:
                pieces = _pairs([span for (span,) in pieces], by_part.get(entry.parts[1], ()))
            for spans in pieces:
                yield _cue(document, tokens, number, entry, spans)


@lru_cache(maxsize=16)
def _compiled(themes: tuple[Theme, ...]) -> Lexicon:
    return Lexicon(themes)


def lexicon_of(themes: Themes) -> Lexicon:
    """The compiled entries of the themes, kept for the next call with the same ones."""
    return _compiled(themes.themes)


def _cue(
    document: Document,
    tokens: Sequence[tuple[int, Token]],
    number: int,
    entry: _Entry,
    pieces: tuple[tuple[int, int], ...],
) -> Cue:
    ordered = sorted(pieces)
    spans = tuple((tokens[first][1].start, tokens[last][1].end) for first, last in ordered)
    passage = document.sentences[tokens[ordered[0][0]][1].sentence].passage
    return Cue(entry.theme, entry.tier, number, passage, tokens[ordered[0][0]][0], tokens[ordered[-1][1]][0], spans)


def _pairs(left: Sequence[tuple[int, int]], right: Sequence[tuple[int, int]]) -> list[tuple[tuple[int, int], ...]]:
    """For each piece of one kind the nearest of the other within reach that does not overlap it."""
    found: list[tuple[tuple[int, int], ...]] = []
    for first, last in left:
        near = [(max(a - last, first - b), a, b) for a, b in right if b < first or a > last]
        if near and min(near)[0] <= PAIR_REACH:
            found.append(((first, last), min(near)[1:3]))
    return found


def _pruned(cues: list[Cue]) -> Iterator[Cue]:
    """Without the cues that lie inside a longer cue of their theme or inside a longer phrase of another."""
    wide = [cue for cue in cues if len(cue.spans) == 1 and cue.last > cue.first]
    inside: dict[int, list[Cue]] = {}
    for cue in wide:
        for place in range(cue.first, cue.last + 1):
            inside.setdefault(place, []).append(cue)
    seen: set[tuple[int, tuple[tuple[int, int], ...]]] = set()
    for cue in sorted(cues, key=lambda cue: (TIERS.index(cue.tier), cue.entry)):
        if cue.tier == "unless":
            yield cue
        if cue.tier in ("negatives", "unless") or (cue.theme, cue.spans) in seen:
            continue
        seen.add((cue.theme, cue.spans))
        holders = inside.get(cue.first, []) + inside.get(cue.last, []) if cue.spans else []
        if not any(_silences(holder, cue) for holder in holders):
            yield cue


def _silences(holder: Cue, cue: Cue) -> bool:
    if holder is cue or holder.entry == cue.entry:
        return False
    touches = any(start < holder.spans[0][1] and holder.spans[0][0] < end for start, end in cue.spans)
    if not touches:
        return False
    if holder.tier == "negatives":
        return holder.theme == cue.theme and not (cue.first < holder.first or cue.last > holder.last)
    if len(cue.spans) > 1 or holder.last - holder.first <= cue.last - cue.first or holder.tier == "unless":
        return False
    if holder.theme == cue.theme:
        return TIERS.index(holder.tier) <= TIERS.index(cue.tier)
    return cue.tier != "strong" and holder.tier == "strong"


def _is_glue(token: Token) -> bool:
    return token.surface[0].isdigit() or token.lemma in GLUE or fold(token.surface).lower() in GLUE


def _split(part: str) -> list[str]:
    words = []
    for piece in part.split():
        if piece.endswith("*"):
            words.append(fold(piece))
            continue
        folded = fold(piece)
        words += [folded[start:end] for start, end in spans_of(folded)]
    return words or [fold(part.strip())]


def _forms(word: str, in_phrase: bool) -> set[str]:
    """Every key under which an entry's word is found: itself, its plurals and feminines, and without the accent
    on its first letter, which capitals often lack. One with a capital is found as written alone."""
    if word.endswith("*"):
        return set()
    if word != word.lower():
        return {word}
    forms = {word, word + "s", word + "x"}
    if word.endswith("é"):
        forms |= {word + "e", word + "es"}
    if word.endswith("al"):
        forms.add(word[:-1] + "ux")
    if in_phrase:
        forms.add(lemma_of(word, "fr"))
    return forms | {form[0].translate(_ACCENTS) + form[1:] for form in forms}
