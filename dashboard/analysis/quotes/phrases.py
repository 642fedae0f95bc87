"""Noun phrases: the subjects of verbs, what prepositions govern, and where a clause ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from dashboard.analysis.quotes.closed import (
    AUXILIARIES,
    CITED,
    CLITICS,
    DETERMINERS,
    LINKS,
    OF,
    OUTLETS,
    POINTING,
    PREPOSITIONS,
    PRONOUNS,
)
from dashboard.analysis.quotes.groups import STOP, Groups
from dashboard.analysis.quotes.line import Line, Named

_LONGEST = 25
_BOUNDARIES = DETERMINERS | PREPOSITIONS | PRONOUNS | LINKS | AUXILIARIES


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: words first:last; ``pronoun`` for one that only points back."""

    first: int
    last: int
    pronoun: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Finds noun phrases; ``groups`` tells where a verb begins."""

    groups: Groups

    def at(self, line: Line, place: int, stop: int) -> Phrase | None:
        """The noun phrase that begins at a word and ends before ``stop``, with what *de* joins to it."""
        low = line.low(place)
        if place >= stop or not low:
            return None
        if low in PRONOUNS:
            return Phrase(place, place + 1, low not in {"on", "it"})
        if (low, line.low(place + 1)) in POINTING:
            return Phrase(place, place + 2, True)
        name = line.name_at(place)
        settings = self.groups.settings
        if low not in DETERMINERS and name is None and low not in settings.persons and low not in settings.companies:
            return None
        at = max(place + 1, name.last if name else 0)
        while at < min(stop, place + _LONGEST) and self._continues(line, at, place):
            inner = line.name_at(at)
            at = max(at + 1, inner.last if inner else 0)
        return Phrase(place, min(at, stop))

    def _continues(self, line: Line, place: int, first: int) -> bool:
        """Whether a word goes on with the noun phrase begun at ``first``."""
        gap, low, before = line.gap(place), line.low(place), line.low(place - 1)
        if "," in gap or "\n" in gap or (STOP.search(gap) and not self._initial(line, place)):
            return False
        if low in LINKS:
            return low in {"et", "and"} and self._coordinates(line, place, first)
        if low in PREPOSITIONS:
            return (
                low in {"à", "au", "aux", "en"}
                and before in self.groups.settings.persons
                and bool(line.name_at(place + 1) or line.low(place + 1) in DETERMINERS)
            )
        if low in CITED and place > first + 1 and before not in OF | DETERMINERS:
            return False
        if low in {"un", "une"} and before == "l'":
            return True
        if low in DETERMINERS and low not in OF and before not in OF | {"à", "et", "and", "en"}:
            return before in OUTLETS and line.name_at(place) is not None  # *le journal Les Échos*
        if low in PRONOUNS or low in CLITICS - DETERMINERS - {"y"}:
            return False
        if low in self.groups.settings.fillers and not line.words[place].surface[:1].isupper():
            return before in OF
        if self.could_be_verb(line, place) and before not in OF | DETERMINERS:
            return False
        return not (low in AUXILIARIES and low != "soit") and (
            self.groups.at(line, place) is None or before in OF | DETERMINERS
        )

    def could_be_verb(self, line: Line, place: int) -> bool:
        """Whether a word looks like a verb in the third person: its lemma is an infinitive, its ending no noun's."""
        word = line.words[place]
        if not word.lemma.endswith(("er", "ir", "re", "oir")) or word.low == word.lemma or word.surface[:1].isupper():
            return False
        return not word.low.endswith(("s", "x", "é", "ée", "ère"))

    def _initial(self, line: Line, place: int) -> bool:
        """Whether the point before the word belongs to *M.* or to an initial."""
        return line.gap(place).strip() in {".", ""} and len(line.low(place - 1).rstrip(".")) <= 2

    def _coordinates(self, line: Line, place: int, first: int) -> bool:
        """Whether *et* joins two subjects: *Microsoft et OpenAI*, *le maire et son adjointe*."""
        named = line.name_at(first) is not None
        return bool(line.name_at(place + 1)) if named else line.low(place + 1) in DETERMINERS

    def free(self, line: Line, first: int, stop: int) -> Iterator[Phrase]:
        """The noun phrases among words first:stop that no preposition governs, in order."""
        place, steps = first, 0
        while place < stop and steps < 40:
            steps += 1
            low = line.low(place)
            if low in PREPOSITIONS or (low in OF and not (low == "des" and place == first)):
                place = self._past_governed(line, place, stop)
                continue
            phrase = self.at(line, place, stop)
            if phrase and not (low in self.groups.settings.fillers and phrase.last == place + 1):
                yield phrase
                place = phrase.last
            else:
                place += 1

    def _past_governed(self, line: Line, place: int, stop: int) -> int:
        """The place after a preposition and the noun phrase it governs."""
        at = place + 1
        while at < stop and (line.low(at) in OF or line.low(at) in DETERMINERS or line.low(at) in PREPOSITIONS):
            at += 1
        if at >= stop:
            return at
        name = line.name_at(at)
        at = max(at + 1, name.last if name else 0)
        while at < stop and not line.gap(at).strip(" '’-\u00a0\u202f"):
            low = line.low(at)
            if low in OF:
                at += 1
                while at < stop and line.low(at) in DETERMINERS:
                    at += 1
                inner = line.name_at(at)
                at = max(at + 1, inner.last if inner else 0)
            elif low in _BOUNDARIES or line.name_at(at) or self.groups.at(line, at) is not None:
                break
            else:
                at += 1
        return min(at, stop)

    def clause_end(self, line: Line, place: int, stop: int) -> int:
        """The first word from ``place`` on before which a sentence or a clause in marks ends, or ``stop``."""
        for at in line.pauses_in(place + 1, stop):
            if STOP.search(line.gap(at)) and not self._initial(line, at):
                return at
        return stop


def names_in(line: Line, phrase: Phrase) -> list[Named]:
    """The names inside a phrase."""
    begin, stop = (bisect_left(line.names, edge, key=attrgetter("first")) for edge in (phrase.first, phrase.last))
    return [name for name in line.names[begin:stop] if name.last <= phrase.last]
