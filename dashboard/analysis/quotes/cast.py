"""Everyone met so far in a document, and who spoke last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from dashboard.analysis.quotes.closed import DETERMINERS, LINKS, OF, OUTLETS, PREPOSITIONS, PRONOUNS, TITLES
from dashboard.analysis.quotes.line import Line, Named
from dashboard.analysis.quotes.marks import Marked
from dashboard.config.quotes import QuoteSettings
from dashboard.config.sources import Sources

_JOINING = " '’-«“\"\u00a0\u202f"
_LINKING = OF | PREPOSITIONS | DETERMINERS | LINKS | PRONOUNS


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
    sources: Sources
    outlets: set[str] = field(default_factory=set)
    full: dict[str, str] = field(default_factory=dict)
    feminine: dict[str, bool] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    persons: list[tuple[int, str]] = field(default_factory=list)
    orgs: list[tuple[int, str]] = field(default_factory=list)
    kinds: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
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
                continue
            if name.described:
                continue
            for noun in self._introduced(line, name, canonical):
                self.kinds.setdefault(noun, []).append((place, canonical))
            if name.type == "ORG":
                self.orgs.append((place, canonical))
                if name.first - line.at(line.sentence(place)) <= 1:
                    self.orgs.append((place, canonical))

    def _introduced(self, line: Line, name: Named, canonical: str) -> set[str]:
        """The kinds of body as which a name is known or stands here: *le syndicat X*, *l'ONG X*, *X, institut de*."""
        kinds = self.settings.kinds
        found = {noun for noun, names in kinds.items() if canonical in names}
        beside = [name.first, name.first - 1] if not line.gap(name.first).strip(_JOINING) else [name.first]
        if len(beside) > 1 and line.low(name.first - 1) not in _LINKING and not line.gap(name.first - 1).strip():
            beside.append(name.first - 2)
        known = name.type == "ORG" or name.last - name.first > 1  # no *Contactée, la mairie*
        if known and name.last < len(line.words) and line.gap(name.last).strip() in {",", "("}:
            reach = range(name.last, min(name.last + 3, len(line.words)))
            beside += [at for at in reach if at == name.last or not line.gap(at).strip(_JOINING)]
        return found | {line.low(at) for at in beside} & kinds.keys()

    def introduced_as(self, noun: str, place: int) -> str | None:
        """The body last named as of a kind before a place."""
        named = self.kinds.get(noun, [])
        number = bisect_left(named, (place,))
        return named[number - 1][1] if number else None

    def person_since(self, begin: int, place: int, feminine: bool) -> str | None:
        """The last person of a gender named between two places, where no other words but theirs come after."""
        for where, name in reversed(self.persons[: bisect_left(self.persons, (place,))]):
            if where < begin:
                return None
            if self.feminine.get(name, feminine) == feminine:
                spoke = self.last and self.last.kind == "org" and self.last_end > where
                return None if spoke else name
        return None

    def person_near(self, begin: int, place: int, feminine: bool) -> str | None:
        """The last person of a gender named between two places, whoever spoke since."""
        named = self.persons[bisect_left(self.persons, (begin,)) : bisect_left(self.persons, (place,))]
        return next((name for _, name in reversed(named) if self.feminine.get(name, feminine) == feminine), None)

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
        """Learns the full names, so that a surname alone finds its owner, and which are outlets."""
        for line in lines:
            for name in line.names:
                if self._is_outlet(line, name):
                    self.outlets |= {line.surface(name.first, name.last), self.canonical(line, name)}
                    continue
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

    def _is_outlet(self, line: Line, name: Named) -> bool:
        """Whether a name is that of a paper or the like: known as one, or called one (*le site Infos Ouest*)."""
        if line.low(name.first - 1) in OUTLETS and not line.gap(name.first).strip(_JOINING):
            return line.low(name.last) not in OF  # no *site Verdane de Metz*
        known = self.sources.find(name.name or line.surface(name.first, name.last)) is not None
        return known and (name.type != "PER" or name.last - name.first > 1)

    def canonical(self, line: Line, name: Named) -> str:
        """The name under which all spellings of one person or organisation stand."""
        if name.name:
            return name.name
        parts = self._parts(line, name)
        return self.full.get(" ".join(parts).lower(), " ".join(parts))

    def kind(self, line: Line, name: Named) -> str:
        """``person``, ``org`` or ``other``."""
        if line.surface(name.first, name.last) in self.outlets:
            return "org"
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
        while place >= 0 and name.first - place < 14 and not set(line.gap(place + 1).strip()) - set(",'’-()"):
            if line.low(place) in DETERMINERS and line.low(place + 1) in self.settings.persons:
                yield place + 1
                return
            place -= 1
        if line.low(name.first - 1) in self.settings.persons:
            yield name.first - 1

    def person_before(self, place: int, feminine: bool | None) -> str | None:
        """The last speaker or the nearest person before a place, of the same gender where both are known."""
        last = self.last.name if self.last and self.last.kind == "person" else None
        for at in range(bisect_left(self.persons, (place,)) - 1, -1, -1):
            where, name = self.persons[at]
            if last and where < self.last_end and feminine in (None, self.feminine.get(last, feminine)):
                return last
            if feminine is None or self.feminine.get(name, feminine) == feminine:
                return name
        return last if feminine in (None, self.feminine.get(last or "", feminine)) else None

    def company(self, place: int) -> str | None:
        """The organisation most spoken of before a place, above all at the head of sentences; None without any."""
        if not self.orgs:
            return None
        stop = bisect_left(self.orgs, (place,)) or len(self.orgs)
        first = min(bisect_right(self.orgs, (place - 1499,)), stop - 1)
        near = [name for _, name in self.orgs[first:stop]]
        counts = Counter(near)
        return max(reversed(near), key=lambda name: counts[name])
