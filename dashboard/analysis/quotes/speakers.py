"""Who a noun phrase speaks of: names, descriptions, offices introduced before, pronouns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from dashboard.analysis.quotes.closed import DEFINITE, DETERMINERS, FEMININE, PLURAL, PRONOUNS, TITLES, words
from dashboard.analysis.quotes.line import Line, Named
from dashboard.analysis.quotes.marks import Marked
from dashboard.analysis.quotes.phrases import Phrase, names_in
from dashboard.config.quotes import QuoteSettings

_GOVERNS = words("de du des d' chez pour à au aux en of at for")

_SEVERAL = words("les des ces ses leurs plusieurs certains certaines deux trois quatre")
_FAR = 500  # code points beyond which a pronoun points to no subject


def _is_plural(surface: str) -> bool:
    """Whether a phrase speaks of several."""
    parts = surface.lower().split()
    return " et " in surface or parts[0] in {
        "les",
        "des",
        "ces",
        "ses",
        "leurs",
        "plusieurs",
        "certains",
        "deux",
        "trois",
    }


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: canonical name, words as printed, and whether it is a ``person``, an ``org`` or ``other``."""

    name: str
    surface: str
    kind: str


@dataclass(slots=True)
class Cast:
    """Everyone met so far in a document; filled as the lines are read."""

    settings: QuoteSettings
    full: dict[str, str] = field(default_factory=dict)
    feminine: dict[str, bool] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    persons: list[tuple[int, str]] = field(default_factory=list)
    orgs: list[tuple[int, str]] = field(default_factory=list)
    subjects: list[tuple[int, Speaker, bool]] = field(default_factory=list)
    longer: dict[str, Speaker] = field(default_factory=dict)
    last: Speaker | None = None
    last_end: int = 0
    said: list[tuple[int, Speaker]] = field(default_factory=list)

    def meet(self, line: Line, marked: Sequence[Marked]) -> None:
        """Notes the names of a line, where they stand, and the offices beside them.

        What stands in quotation marks is the speaker's, so that no pronoun outside points there.
        """
        quoted = [(mark.start, mark.end) for mark in marked if mark.depth == 0 and mark.closed]
        starts = [start for start, _ in quoted]
        for name in line.names:
            canonical = self.canonical(line, name)
            place = line.words[name.first].start
            before = bisect_right(starts, place) - 1
            if before >= 0 and place < quoted[before][1]:
                continue
            if self.kind(line, name) == "person":
                self.persons.append((place, canonical))
                self._office(line, name, canonical)
            elif name.type == "ORG" and not name.described:
                self.orgs.append((place, canonical))
                if name.first - line.at(line.sentence(place)) <= 1:
                    self.orgs.append((place, canonical))

    def hear(self, speaker: Speaker | None, end: int) -> None:
        """Notes that a speaker's words end at a place."""
        if speaker:
            insort(self.said, (end, speaker), key=itemgetter(0))

    def recall(self, place: int) -> None:
        """Makes the speaker of the last words that end before a place the last one."""
        number = bisect_right(self.said, place, key=itemgetter(0))
        self.last_end, self.last = self.said[number - 1] if number else (0, None)

    def nearest(self, place: int) -> Speaker | None:
        """The person or organisation named last before a place."""
        found = []
        for kind, named in (("person", self.persons), ("org", self.orgs)):
            number = bisect_left(named, (place,))
            if number:
                found.append((*named[number - 1], kind))
        if not found:
            return None
        _, name, kind = max(found)
        return Speaker(name, name, kind)

    def learn_names(self, lines: list[Line]) -> None:
        """Learns the full names, so that a surname alone finds its owner."""
        for line in lines:
            for name in line.names:
                parts = self._parts(line, name)
                if name.type == "PER" and len(parts) >= 2:
                    canonical = name.name or " ".join(parts)
                    for at in range(1, len(parts)):
                        self.full.setdefault(" ".join(parts[at:]).lower(), canonical)
                    given = parts[0].lower().split("-")[0]
                    if given in self.settings.feminine_names:
                        self.feminine[canonical] = True
                    elif given in self.settings.masculine_names:
                        self.feminine[canonical] = False

    def canonical(self, line: Line, name: Named) -> str:
        """The name under which all spellings of one person or organisation stand."""
        if name.name:
            return name.name
        parts = self._parts(line, name)
        return self.full.get(" ".join(parts).lower(), " ".join(parts))

    def kind(self, line: Line, name: Named) -> str:
        """``person``, ``org`` or ``other``."""
        if name.type == "PER":
            return "person"
        if name.type == "?":
            return "person" if " ".join(self._parts(line, name)).lower() in self.full else "other"
        return "org" if name.type == "ORG" else "other"

    def _parts(self, line: Line, name: Named) -> list[str]:
        """The words of a name as printed, titles left out."""
        first = name.first
        while first < name.last - 1 and line.low(first) in TITLES:
            first += 1
        return line.surface(first, name.last).split() if first < name.last else []

    def _office(self, line: Line, name: Named, canonical: str) -> None:
        """Notes *le ministre X*, *X, directrice de Y*, *Mme X*."""
        before = line.low(name.first)
        if before in TITLES or line.low(name.first - 1) in TITLES:
            title = before if before in TITLES else line.low(name.first - 1)
            self.feminine[canonical] = title in {"mme", "mmes", "mlle", "madame"}
        for place in self._beside(line, name):
            noun = line.low(place)
            if noun in self.settings.persons:
                self.offices[noun] = canonical
                if line.low(place - 1) in {"la", "une"}:
                    self.feminine[canonical] = True
                elif line.low(place - 1) in {"le", "un"}:
                    self.feminine[canonical] = False

    def _beside(self, line: Line, name: Named) -> Iterator[int]:
        """Places where the office of a name may stand: right after its comma, and before it up to a determiner."""
        after = name.last
        if after < len(line.words) and line.gap(after).strip() in {",", "("}:
            yield after + 1 if line.low(after) in DETERMINERS else after
        place = name.first - 1
        while place >= 0 and name.first - place < 14 and not set(line.gap(place + 1).strip()) - set(",'’-"):
            if line.low(place) in DETERMINERS and line.low(place + 1) in self.settings.persons:
                yield place + 1
                return
            place -= 1
        if line.low(name.first - 1) in self.settings.persons:
            yield name.first - 1

    def speaker(self, line: Line, phrase: Phrase) -> Speaker | None:
        """Who a phrase speaks of; None for a pronoun that points to nobody met before."""
        surface = line.surface(phrase.first, phrase.last)
        if phrase.pronoun or line.low(phrase.first) in PRONOUNS:
            return self._pointed(line, phrase, surface)
        names = names_in(line, phrase)
        described = [name for name in names if name.described]
        head = self._head(line, phrase)
        person = self._person(line, phrase, names)
        if person:
            return self._led(line, phrase, person)
        if described and described[0].first <= head + 1:
            return Speaker(str(described[0].name), surface, "org" if described[0].type == "ORG" else "person")
        free = [name for name in self._free(line, phrase, names) if name.type in {"ORG", "?"}]
        joins = [at for at in range(head, phrase.last) if line.low(at) in {"et", "and"}]
        if free and (not joins or free[0].first < joins[0]):
            return self._led(line, phrase, free[0])
        return self._described(line, phrase, surface)

    def _head(self, line: Line, phrase: Phrase) -> int:
        """The place of the phrase's first noun."""
        place = phrase.first
        while place < phrase.last - 1 and line.low(place) in DETERMINERS:
            place += 1
        alone = line.low(place) in _GOVERNS
        return place - 1 if alone and place > phrase.first else place

    def _person(self, line: Line, phrase: Phrase, names: list[Named]) -> Named | None:
        """The person whom the phrase names."""
        return next((name for name in self._free(line, phrase, names) if self.kind(line, name) == "person"), None)

    def _free(self, line: Line, phrase: Phrase, names: list[Named]) -> list[Named]:
        """The names of a phrase that do not merely stand behind *de* or *chez*."""
        return [
            name
            for name in names
            if not name.described and (name.first == phrase.first or not self._governed(line, name.first - 1))
        ]

    def _governed(self, line: Line, place: int) -> bool:
        """Whether *de*, *chez* or the like stands before a name, with or without an article."""
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
        joined = " et ".join(dict.fromkeys(self.canonical(line, other) for other in names))
        return Speaker(joined, line.surface(phrase.first, phrase.last), self.kind(line, name))

    def _described(self, line: Line, phrase: Phrase, surface: str) -> Speaker:
        """An office held by someone met before, an organisation met before, or the words themselves."""
        head, place = self._head(line, phrase), line.words[phrase.first].start
        nouns = [line.low(at) for at in range(head, min(head + 2, phrase.last))]
        own = line.surface(head, phrase.last)
        definite = line.low(phrase.first) in DEFINITE
        for noun in nouns if definite else ():
            if noun in self.offices and noun in self.settings.persons:
                return Speaker(self.offices[noun], surface, "person")
        if definite and self._echoes(nouns, own):
            feminine = line.low(phrase.first) in {"la", "cette"} if not line.low(phrase.first).endswith("'") else None
            person = self._person_before(place, feminine)
            if person:
                return Speaker(person, surface, "person")
        if definite and phrase.last - head <= 3 and nouns[0] in self.settings.companies and self.orgs:
            return Speaker(self._company(place), surface, "org")
        kind = "other"
        if nouns[0] in self.settings.persons:
            kind = "person"
        elif definite and nouns[0] in self.settings.companies:
            kind = "org"
        return self._fuller(Speaker(own, surface, kind), definite)

    def _echoes(self, nouns: list[str], own: str) -> bool:
        """Whether a phrase varies the name of someone just named: *la romancière*, *l'élu*."""
        return nouns[0] in self.settings.echoes or own.lower().replace("’", "'") in self.settings.echoes

    def _fuller(self, speaker: Speaker, definite: bool) -> Speaker:
        """The same under the longer words by which it was the subject of a sentence before."""
        other = self.longer.get(speaker.name.lower()) if definite else None
        return Speaker(other.name, speaker.surface, other.kind) if other else speaker

    def note_subject(self, line: Line, phrase: Phrase) -> None:
        """Notes the subject of a sentence, to which a pronoun in the next may point."""
        speaker = self.speaker(line, phrase)
        if speaker:
            feminine = self.feminine.get(speaker.name, line.low(phrase.first) in {"la", "une", "cette", "sa", "elle"})
            self.subjects.append((line.words[phrase.first].start, speaker, feminine))
            words = speaker.name.lower().split(" ")
            self.longer.update({" ".join(words[:count]): speaker for count in range(1, len(words))})

    def _person_before(self, place: int, feminine: bool | None) -> str | None:
        """The last speaker or the nearest person before a place, of the same gender where both are known."""
        last = self.last.name if self.last and self.last.kind == "person" else None
        for at in range(bisect_left(self.persons, (place,)) - 1, -1, -1):
            where, name = self.persons[at]
            if last and where < self.last_end and feminine in (None, self.feminine.get(last, feminine)):
                return last
            if feminine is None or self.feminine.get(name, feminine) == feminine:
                return name
        return last if feminine in (None, self.feminine.get(last or "", feminine)) else None

    def _company(self, place: int) -> str:
        """The organisation most spoken of before a place, above all at the head of sentences."""
        stop = bisect_left(self.orgs, (place,)) or len(self.orgs)
        first = min(bisect_right(self.orgs, (place - 1499,)), stop - 1)
        near = [name for _, name in self.orgs[first:stop]]
        counts = Counter(near)
        return max(reversed(near), key=lambda name: counts[name])

    def _pointed(self, line: Line, phrase: Phrase, surface: str) -> Speaker | None:
        """Who a pronoun points to: the subject of the sentence before, the last speaker, the nearest person."""
        low = line.low(phrase.first)
        if low in {"on", "it"}:
            return None
        feminine = low in FEMININE or line.low(phrase.last - 1) in {"dernière", "intéressée"}
        place = line.words[phrase.first].start
        stop = bisect_left(self.subjects, place, key=itemgetter(0))
        before = self.subjects[max(0, stop - 1) : stop]
        if low in PLURAL:
            near = (item for item in reversed(self.subjects[max(0, stop - 4) : stop]) if place - item[0] < _FAR)
            several = next((speaker for _, speaker, _ in near if _is_plural(speaker.surface)), None)
            return Speaker(several.name, surface, several.kind) if several else None
        if before and place - before[-1][0] < _FAR and before[-1][1].kind != "other":
            _, speaker, gender = before[-1]
            agrees = gender == feminine or (speaker.kind == "org" and speaker.name not in self.feminine)
            if agrees and not _is_plural(speaker.surface):
                return Speaker(speaker.name, surface, speaker.kind)
        person = self._person_before(place, feminine)
        if person:
            return Speaker(person, surface, "person")
        if self.last and self.last.kind != "person":
            return Speaker(self.last.name, surface, self.last.kind)
        if before and before[-1][2] == feminine:
            return Speaker(before[-1][1].name, surface, before[-1][1].kind)
        if self.orgs and self.orgs[0][0] < place:
            return Speaker(self._company(place), surface, "org")
        return None
