"""Verb groups that report speech: *a déclaré*, *affirme-t-elle*, *tient à souligner*, *fait valoir*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.analysis.quotes.closed import (
    AUXILIARIES,
    BEFORE_NOUNS,
    BEFORE_OBJECTS,
    CLITICS,
    LIGHT_VERBS,
    PRONOUNS,
    words,
)
from dashboard.analysis.quotes.line import Line
from dashboard.analysis.quotes.verbs import Verbs
from dashboard.config.quotes import QuoteSettings

STOP = re.compile(r"[.;:!?…()\[\]«»“”\"—–\n]|<<|>>| - ")
_HYPHEN = re.compile(r"-(?:t-)?$", re.IGNORECASE)
_BEFORE_ADVERB = words("par d' en de dans")
_ADVERB_ENDS = words("ailleurs abord revanche outre effet foulée emblée nouveau")
_AFTER_LIGHT = words("à de d' par pas") | CLITICS
_OBJECTS = words("l' le la les leur")


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: words first:last, the lemma, an inverted pronoun's place, and how the verb stands.

    ``mood`` is ``finite``, ``present`` (*ajoutant*) or ``infinitive``; ``compound`` where an auxiliary begins it.
    """

    first: int
    last: int
    lemma: str
    mood: str
    pronoun: int | None = None
    compound: bool = False


def _by_head(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as words by the first of them, in the order given."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        parts = tuple(phrase.replace("'", "' ").split())
        found[parts[0]] = (*found.get(parts[0], ()), parts)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Finds verb groups by the forms of the verbs and by the phrases of the settings as words.

    ``tails`` are the phrases and ``according`` the words like *selon*, both by their first word.
    """

    verbs: Verbs
    settings: QuoteSettings
    tails: Mapping[str, tuple[tuple[str, ...], ...]]
    according: Mapping[str, tuple[tuple[str, ...], ...]]

    @staticmethod
    def of(verbs: Verbs, settings: QuoteSettings) -> Groups:
        """What finds the groups of the settings."""
        return Groups(verbs, settings, _by_head(settings.phrases), _by_head(settings.according))

    def among(self, line: Line, first: int, last: int) -> list[Group]:
        """The verb groups among words first:last, in order, none inside another."""
        found, place = [], first
        while place < last:
            group = self.at(line, place)
            if group and group.last <= last:
                found.append(group)
                place = group.last
            else:
                place += 1
        return found

    def at(self, line: Line, place: int) -> Group | None:
        """The verb group that begins at a word (clitics and auxiliary included), if it reports speech."""
        at = place
        while line.low(at) in CLITICS and at - place < 3:
            at += 1
        low = line.low(at)
        if low in AUXILIARIES:
            found = self._compound(line, place, at)
            if found:
                return found
        return self._simple(line, place, at)

    def _compound(self, line: Line, place: int, at: int) -> Group | None:
        pronoun, after = self._inverted(line, at + 1)
        after = self._adverbs(line, after)
        low = line.low(after)
        if low == "été" or not low:
            return None
        if low in self.verbs.past:
            return Group(place, after + 1, self.verbs.past[low], "finite", pronoun, True)
        return self._light(line, (place, after), pronoun)

    def _simple(self, line: Line, place: int, at: int) -> Group | None:
        low = line.low(at)
        if low in self.verbs.finite and not self._is_noun(line, at):
            pronoun, after = self._inverted(line, at + 1)
            return Group(place, after, self.verbs.finite[low], "finite", pronoun)
        if low in self.verbs.present:
            return Group(place, at + 1, self.verbs.present[low], "present")
        return self._light(line, (place, at), None)

    def _light(self, line: Line, places: tuple[int, int], pronoun: int | None) -> Group | None:
        """*tient à souligner*, *vient de déclarer*, *fait valoir*; the light verb stands at places[1]."""
        place, at = places
        if at >= len(line.words):
            return None
        lemma = line.words[at].lemma
        if lemma not in self.tails and lemma not in LIGHT_VERBS:
            return None
        inverted, after = self._inverted(line, at + 1)
        pronoun = inverted if inverted is not None else pronoun
        after = self._adverbs(line, after)
        for tail in self.tails.get(lemma, ()):
            if all(line.low(after + n) == word for n, word in enumerate(tail[1:])):
                return Group(place, after + len(tail) - 1, " ".join(tail), "finite", pronoun)
        if lemma not in LIGHT_VERBS or self._is_noun(line, at):
            return None
        step = after
        while line.low(step) in _AFTER_LIGHT and step - after < 4:
            step += 1
        if line.low(step) in self.verbs.infinitive:
            return Group(place, step + 1, line.low(step), "finite", pronoun)
        return None

    def _inverted(self, line: Line, place: int) -> tuple[int | None, int]:
        """The pronoun that follows by a hyphen, and the place after it."""
        if line.low(place) in PRONOUNS and _HYPHEN.search(line.gap(place)):
            return place, place + 1
        return None, place

    def _adverbs(self, line: Line, place: int) -> int:
        """The place after adverbs."""
        first = place
        while place - first < 5 and place < len(line.words) and not STOP.search(line.gap(place)):
            low = line.low(place)
            if low in self.settings.fillers or (low.endswith("ment") and len(low) > 6):
                place += 1
            elif low in _BEFORE_ADVERB and line.low(place + 1) in _ADVERB_ENDS:
                place += 2
            else:
                break
        return place

    def _is_noun(self, line: Line, place: int) -> bool:
        """Whether a word that is also a verb form stands as a noun here: *la note*, *un juge*."""
        before, earlier = line.low(place - 1), line.low(place - 2)
        if before not in BEFORE_NOUNS or line.gap(place).strip():
            return False
        if before not in _OBJECTS and before != "en":
            return True
        return earlier not in BEFORE_OBJECTS and not (before in _OBJECTS and self._has_subject(line, place - 1))

    def _has_subject(self, line: Line, place: int) -> bool:
        """Whether a name stands right before the word: *Marie Petit l'annonce*."""
        return place >= 1 and line.words[place - 1].surface[:1].isupper() and not line.gap(place).strip()
