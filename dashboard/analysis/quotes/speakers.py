"""Who a noun phrase speaks of: names, descriptions, offices introduced before, pronouns."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from operator import itemgetter

from dashboard.analysis.quotes.cast import Cast, Speaker
from dashboard.analysis.quotes.closed import DEFINITE, DETERMINERS, FEMININE, HOLLOW, PLURAL, PRONOUNS, TITLES, words
from dashboard.analysis.quotes.line import Line, Named
from dashboard.analysis.quotes.phrases import Phrase, names_in
from dashboard.text.clean import fold

_GOVERNS = words("de du des d' chez pour à au aux en of at for")

_SPACES, _OPENING, _CLOSING = " \u00a0\u202f", ("«", "“", '"'), ("»", "”", '"')
_SEVERAL = words("les des ces ses leurs plusieurs certains certaines deux trois quatre")
_PIECES = re.compile(r"[^\W_]+'?")
_FAR = 500  # code points beyond which a pronoun points to no subject


def _is_plural(surface: str) -> bool:
    """Whether a phrase speaks of several."""
    return " et " in surface or surface.lower().split()[0] in _SEVERAL


def _names_someone(name: str) -> bool:
    """Whether a name has a noun: not *le*, *12* or *faute de*."""
    return any(word not in HOLLOW and not word.isdigit() for word in _PIECES.findall(fold(name).lower()))


@dataclass(frozen=True, slots=True, eq=False)
class Speakers:
    """Finds speakers among the cast."""

    cast: Cast

    def speaker(self, line: Line, phrase: Phrase) -> Speaker | None:
        """Who a phrase speaks of; None for a pronoun that points to nobody met before, and for words without a noun."""
        found = self._speaker(line, phrase)
        return found if found and _names_someone(found.name) else None

    def _speaker(self, line: Line, phrase: Phrase) -> Speaker | None:
        surface = line.surface(phrase.first, phrase.last)
        if phrase.pronoun or line.low(phrase.first) in PRONOUNS:
            return self._pointed(line, phrase, surface)
        names = names_in(line, phrase)
        if self._titled(line, phrase, names):
            return Speaker(surface, surface, "other")
        described = [name for name in names if name.described]
        head = self._head(line, phrase)
        person = self._person(line, phrase, names)
        if person:
            return self._led(line, phrase, person)
        if described and described[0].first <= head + 1:
            return Speaker(str(described[0].name), surface, "org" if described[0].type == "ORG" else "person")
        kind = self.cast.kind
        free = [name for name in self._free(line, phrase, names) if name.type == "?" or kind(line, name) == "org"]
        joins = [at for at in range(head, phrase.last) if line.low(at) in {"et", "and"}]
        if free and (not joins or free[0].first < joins[0]):
            return self._led(line, phrase, free[0])
        return self._described(line, phrase, surface)

    def _titled(self, line: Line, phrase: Phrase, names: list[Named]) -> bool:
        """Whether a phrase is all that stands in quotation marks, as a newspaper that nobody knows."""
        if not line.gap(phrase.first).rstrip(_SPACES).endswith(_OPENING) or any(name.name for name in names):
            return False
        return line.gap(phrase.last).lstrip(_SPACES).startswith(_CLOSING)

    def _head(self, line: Line, phrase: Phrase) -> int:
        """The place of the phrase's first noun."""
        place = phrase.first
        while place < phrase.last - 1 and line.low(place) in DETERMINERS:
            place += 1
        alone = line.low(place) in _GOVERNS
        return place - 1 if alone and place > phrase.first else place

    def _person(self, line: Line, phrase: Phrase, names: list[Named]) -> Named | None:
        """The person whom the phrase names."""
        return next((name for name in self._free(line, phrase, names) if self.cast.kind(line, name) == "person"), None)

    def _free(self, line: Line, phrase: Phrase, names: list[Named]) -> list[Named]:
        """The names of a phrase that do not merely stand behind *de* or *chez*."""
        return [
            name
            for name in names
            if not name.described and (name.first == phrase.first or not self._governed(line, name.first - 1))
        ]

    def _governed(self, line: Line, place: int) -> bool:
        """Whether *de*, *chez* or the like stands before a name, with or without an article."""
        if line.low(place) in TITLES:
            place -= 1
        if line.low(place) in DETERMINERS - _GOVERNS:
            place -= 1
        return line.low(place) in _GOVERNS

    def _led(self, line: Line, phrase: Phrase, name: Named) -> Speaker:
        """A person or organisation, or several joined by *et*."""
        names = [name] + [
            other
            for other in names_in(line, phrase)
            if line.low(other.first - 1) in {"et", "and"} and not other.described and other != name
        ]
        joined = " et ".join(dict.fromkeys(self.cast.canonical(line, other) for other in names))
        return Speaker(joined, line.surface(phrase.first, phrase.last), self.cast.kind(line, name))

    def _described(self, line: Line, phrase: Phrase, surface: str) -> Speaker:
        """An office held by someone met before, an organisation met before, or the words themselves."""
        head, place = self._head(line, phrase), line.words[phrase.first].start
        nouns = [line.low(at) for at in range(head, min(head + 2, phrase.last))]
        own = line.surface(head, phrase.last)
        definite = line.low(phrase.first) in DEFINITE
        for noun in nouns if definite else ():
            if noun in self.cast.offices and noun in self.cast.settings.persons:
                return Speaker(self.cast.offices[noun], surface, "person")
        if definite and (self._echoes(nouns, own) or self._points(line, phrase, nouns)):
            feminine = line.low(phrase.first) in {"la", "cette"} if not line.low(phrase.first).endswith("'") else None
            person = self.cast.person_before(place, feminine)
            if person:
                return Speaker(person, surface, "person")
        if definite and phrase.last - head <= 3 and nouns[0] in self.cast.settings.companies:
            of_kind = nouns[0] in self.cast.settings.kinds
            bare = not any(line.low(at) in _GOVERNS for at in range(head + 1, phrase.last))
            introduced = self.cast.introduced_as(nouns[0], place) if bare else None
            body = introduced if of_kind else self.cast.company(place)
            if body:
                return Speaker(body, surface, "org")
        kind = "other"
        if nouns[0] in self.cast.settings.persons:
            kind = "person"
        elif definite and nouns[0] in self.cast.settings.companies:
            kind = "org"
        return self._fuller(Speaker(own, surface, kind), definite)

    def _echoes(self, nouns: list[str], own: str) -> bool:
        """Whether a phrase varies the name of someone just named: *la romancière*, *l'élu*."""
        return nouns[0] in self.cast.settings.echoes or own.lower().replace("’", "'") in self.cast.settings.echoes

    def _points(self, line: Line, phrase: Phrase, nouns: list[str]) -> bool:
        """Whether a phrase points back to a person by what they are: *cette ancienne institutrice de Redon*."""
        calling = any(noun in self.cast.settings.persons for noun in nouns)
        return calling and line.low(phrase.first) in {"ce", "cet", "cette"}

    def _fuller(self, speaker: Speaker, definite: bool) -> Speaker:
        """The same under the longer words by which it was the subject of a sentence before."""
        other = self.cast.longer.get(speaker.name.lower()) if definite else None
        return Speaker(other.name, speaker.surface, other.kind) if other else speaker

    def note_subject(self, line: Line, phrase: Phrase) -> None:
        """Notes the subject of a sentence, to which a pronoun in the next may point."""
        speaker = self.speaker(line, phrase)
        if speaker:
            feminine = self.cast.feminine.get(
                speaker.name, line.low(phrase.first) in {"la", "une", "cette", "sa", "elle"}
            )
            self.cast.subjects.append((line.words[phrase.first].start, speaker, feminine))
            words = speaker.name.lower().split(" ")
            self.cast.longer.update({" ".join(words[:count]): speaker for count in range(1, len(words))})

    def _pointed(self, line: Line, phrase: Phrase, surface: str) -> Speaker | None:
        """Who a pronoun points to: the subject of the sentence before, the last speaker, the nearest person."""
        low = line.low(phrase.first)
        if low in {"on", "it"}:
            return None
        feminine = low in FEMININE or line.low(phrase.last - 1) in {"dernière", "intéressée"}
        place = line.words[phrase.first].start
        stop = bisect_left(self.cast.subjects, place, key=itemgetter(0))
        before = self.cast.subjects[max(0, stop - 1) : stop]
        if low in PLURAL:
            near = (item for item in reversed(self.cast.subjects[max(0, stop - 4) : stop]) if place - item[0] < _FAR)
            several = next((speaker for _, speaker, _ in near if _is_plural(speaker.surface)), None)
            return Speaker(several.name, surface, several.kind) if several else None
        reported = "-" in line.gap(phrase.first) and bool(before) and before[-1][1].kind == "org"
        person = self.cast.person_since(before[-1][0], place, feminine) if reported else None
        if before and before[-1][1].name in self.cast.outlets:
            person = person or self.cast.person_near(place - _FAR, place, feminine)
        if person:
            return Speaker(person, surface, "person")
        if before and place - before[-1][0] < _FAR and before[-1][1].kind != "other":
            _, speaker, gender = before[-1]
            agrees = gender == feminine or (speaker.kind == "org" and speaker.name not in self.cast.feminine)
            if agrees and not _is_plural(speaker.surface):
                return Speaker(speaker.name, surface, speaker.kind)
        person = self.cast.person_before(place, feminine)
        if person:
            return Speaker(person, surface, "person")
        if self.cast.last and self.cast.last.kind != "person":
            return Speaker(self.cast.last.name, surface, self.cast.last.kind)
        if before and before[-1][2] == feminine:
            return Speaker(before[-1][1].name, surface, before[-1][1].kind)
        company = self.cast.company(place) if self.cast.orgs and self.cast.orgs[0][0] < place else None
        return Speaker(company, surface, "org") if company else None
