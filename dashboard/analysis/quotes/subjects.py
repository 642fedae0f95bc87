"""The subject of a verb that reports speech, before it or after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from dashboard.analysis.quotes.closed import IMPERSONAL, words
from dashboard.analysis.quotes.groups import STOP, Group
from dashboard.analysis.quotes.line import Line
from dashboard.analysis.quotes.phrases import Phrase, Phrases, names_in

_CUT = re.compile(r"[,;:()–—]| - ")
_WHO = words("qui lequel laquelle who which")
_AND = words("et mais puis and but avant")
_BEHIND = words("à au aux chez auprès dans de du sur")
_ASIDE = 6
_REACH = 40  # words after a verb in which its subject is looked for

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Subjects:
    """Finds subjects in one line."""

    line: Line
    phrases: Phrases

    def following(self, group: Group, stop: int) -> Phrase | None:
        """The subject that follows a verb at once, or after words of time, place and manner."""
        first: Phrase | None = None
        if STOP.search(self.line.gap(group.last)):
            return None
        for phrase in self.phrases.free(self.line, group.last, stop):
            if first and phrase.first - first.last > _ASIDE:
                break
            if self.could_speak(phrase):
                return self.with_name(phrase, len(self.line.words))
            first = first or phrase
            if "," not in self.line.gap(first.first):
                break
        return first

    def could_speak(self, phrase: Phrase) -> bool:
        """Whether a phrase names or describes someone, unlike *la voix posée*."""
        settings = self.phrases.groups.settings
        nouns = {self.line.low(place) for place in range(phrase.first, min(phrase.first + 3, phrase.last))}
        return phrase.pronoun or bool(names_in(self.line, phrase) or nouns & (settings.persons | settings.companies))

    def with_name(self, phrase: Phrase, stop: int) -> Phrase:
        """An office with the name that follows its comma or bracket: *le chef du groupe, Jean Petit*."""
        line, after = self.line, phrase.last
        named = [name for name in names_in(line, phrase) if name.type == "PER" and not name.described]
        if phrase.pronoun or after >= stop or named or line.name_at(phrase.first):
            return phrase
        if line.gap(after).strip() == "(":
            reach = min(len(line.words), after + 5)
            closing = (at for at in range(after + 1, reach) if line.gap(at).strip() in {")", "),"})
            after = next(closing, after)
        elif line.gap(after).strip() != ",":
            return phrase
        following = line.name_at(after)
        return Phrase(phrase.first, following.last) if following and following.type == "PER" else phrase

    def subject(self, group: Group, first: int, last: int) -> Phrase | None:
        """The subject of a verb group among words first:last; None where it has none of its own."""
        line = self.line
        if group.pronoun is not None:
            if line.low(group.pronoun) == "on":
                return self.behind(group.last, last)
            return Phrase(group.pronoun, group.pronoun + 1, True)
        if line.low(group.first - 1) in {"comme", "ainsi", "qu'", "que", "ce"} and group.mood == "finite":
            phrase = self.following(group, self.phrases.clause_end(line, group.last, min(last, group.last + _REACH)))
            if phrase:
                return phrase
        if group.mood != "finite":
            return None
        return self._preceding(group.first, first)

    def _preceding(self, place: int, first: int) -> Phrase | None:
        """The subject before a verb: in its own stretch between commas, else before the apposition."""
        stretches = self._stretches(first, place)
        searched = False
        for number in range(len(stretches) - 1, -1, -1):
            begin, end = stretches[number]
            if begin == end:
                continue
            if self.line.low(begin) in _WHO:
                return self._antecedent(stretches[:number])
            own = number == len(stretches) - 1
            if own:
                phrase = self._subject_in(begin, end)
                if phrase:
                    return phrase
                if not self._empty(begin, end):
                    continue
                return None
            if not searched and (found := self._first_of(stretches[: number + 1])):
                return found
            searched = True  # what comes before was searched with it
        return None

    def _empty(self, begin: int, end: int) -> bool:
        """Whether a stretch holds links and adverbs alone, so that the subject is that of the verb before."""
        return all(self.line.low(place) in _AND | self.phrases.groups.settings.fillers for place in range(begin, end))

    def _subject_in(self, begin: int, end: int) -> Phrase | None:
        """The subject within one stretch: the first free phrase after its last link."""
        line = self.line
        start = begin
        for place in range(begin, end):
            low = line.low(place)
            if low in _WHO:
                return self._subject_in(begin, place) if place > begin else None
            if low in {
                "que",
                "qu'",
                "lorsque",
                "lorsqu'",
                "quand",
                "si",
                "puisque",
                "puisqu'",
                "alors",
                "mais",
                "car",
                "comme",
                "that",
            }:
                start = place + 1
        return next(self.phrases.free(line, start, end), None)

    def _first_of(self, stretches: list[Stretch]) -> Phrase | None:
        """The subject among stretches before an apposition; a name in the next stretch says who an office is."""
        for begin, end in stretches:
            phrase = self._subject_in(begin, end)
            if phrase and (phrase.first - begin <= 3 or self.line.low(begin) in {"mais", "et", "y"}):
                return self.with_name(phrase, end + 1)
        return None

    def _antecedent(self, stretches: list[Stretch]) -> Phrase | None:
        """Whom *qui* points to: the name in the stretch before, or before its apposition."""
        for begin, end in [*reversed(stretches[-2:])]:
            names = [name for name in names_in(self.line, Phrase(begin, end)) if not name.described]
            ending = [name for name in names if name.last == end and name.type in {"PER", "?"}]
            if ending and (self.line.low(ending[-1].first - 1) not in {"chez", "de", "d'"}):
                return Phrase(ending[-1].first, ending[-1].last)
        for begin, end in reversed(stretches):
            phrase = self.phrases.at(self.line, begin, end)
            if phrase:
                return phrase
        return None

    def _stretches(self, first: int, last: int) -> list[Stretch]:
        """Words first:last cut at commas, brackets and dashes; the last one ends at the verb."""
        cuts = [first]
        cuts += [place for place in self.line.pauses_in(first + 1, last + 1) if _CUT.search(self.line.gap(place))]
        return list(pairwise([*cuts, last]))

    def behind(self, place: int, stop: int) -> Phrase | None:
        """Who stands behind *on*: *dit-on à Bercy*, *apprend-on de source policière*, *lit-on dans le rapport*."""
        line = self.line
        for at in range(place, min(stop, place + 6)):
            if line.low(at) in _BEHIND:
                start = at + 1 + (line.low(at + 1) in {"de", "du", "la"} and line.low(at) == "auprès")
                phrase = self.phrases.at(line, start, stop)
                if phrase:
                    return phrase
                if line.low(start) == "source":
                    return Phrase(start, min(start + 2, stop))
        return None

    def leading(self, first: int, last: int) -> Phrase | None:
        """Who stands before a colon without a verb: the first person named, else the first phrase."""
        for name in names_in(self.line, Phrase(first, last)):
            if name.type == "PER" and not name.described:
                return Phrase(name.first, name.last)
        return next(iter(self.phrases.free(self.line, first, last)), None)

    def weak(self, first: int, last: int) -> Phrase | None:
        """The subject of the sentence, where no verb reports; None for *il faut*."""
        line = self.line
        for phrase in self.phrases.free(line, first, last):
            if line.low(phrase.first) == "il" and any(
                line.low(at) in IMPERSONAL for at in range(phrase.last, phrase.last + 4)
            ):
                return None
            return phrase
        return None
