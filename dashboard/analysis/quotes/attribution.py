"""Whose words stand in quotation marks: the verb and its subject around them, inside them, or before them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from dashboard.analysis.quotes.closed import CLITICS, DETERMINERS, INTRODUCING, PRONOUNS
from dashboard.analysis.quotes.groups import Group, Groups
from dashboard.analysis.quotes.line import Line
from dashboard.analysis.quotes.marks import Marked, marked_spans
from dashboard.analysis.quotes.phrases import Phrase, Phrases
from dashboard.analysis.quotes.subjects import Subjects

_BETWEEN = re.compile(r"[\s,.!?…;:–—\-)\]*»”\"’'\u00a0\u202f]*")
_SAME = "same"
_PRESENTING = frozenset(
    {("voilà", "comment"), ("voilà", "ce"), ("voici", "comment"), ("c'", "est"), ("tel", "est"), ("telle", "est")}
    | {("tels", "sont")}
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to speak: a phrase, or None for the speaker before; ``strong`` where a verb or *selon* says so.

    ``weak`` where the verb before the quote may well have a thing as object, and no *que* leads to the quote.
    """

    phrase: Phrase | None
    strong: bool
    how: str
    inverted: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """Reads a line: what finds verbs, phrases and subjects in it, and what stands in quotation marks."""

    line: Line
    phrases: Phrases
    marked: tuple[Marked, ...]
    outer: tuple[Marked, ...]

    @staticmethod
    def of(line: Line, phrases: Phrases) -> Reader:
        """What reads a line, its quotation marks found."""
        marked = tuple(marked_spans(line.text, line.start, line.end))
        return Reader(line, phrases, marked, tuple(mark for mark in marked if mark.depth == 0))

    def holding(self, offset: int) -> Marked | None:
        """The outermost marks around a place in the text."""
        mark = self.outer_before(offset + 1)
        return mark if mark and offset < mark.close else None

    def outer_before(self, offset: int) -> Marked | None:
        """The last marks, in no others, that open before a place."""
        number = bisect_left(self.outer, offset, key=lambda mark: mark.open)
        return self.outer[number - 1] if number else None

    def opening(self, offset: int) -> int | None:
        """The first word of the first marks, in no others, that open at a place or after it."""
        number = bisect_left(self.outer, offset, key=lambda mark: mark.open)
        return self.line.at(self.outer[number].open) if number < len(self.outer) else None

    @property
    def groups(self) -> Groups:
        """What finds verb groups."""
        return self.phrases.groups

    @property
    def subjects(self) -> Subjects:
        """What finds subjects in this line."""
        return Subjects(self.line, self.phrases)

    def inside(self, mark: Marked) -> Attribution | None:
        """A reporting clause in the quote itself: *« Nous irons, assure la maire, jusqu'au bout »*."""
        line, first, last = self.line, self.line.at(mark.start), self.line.at(mark.end)
        for place in range(first + 1, last):
            if "," not in line.gap(place) and "–" not in line.gap(place) and "—" not in line.gap(place):
                continue
            group = self.groups.at(line, place)
            if not group or group.mood != "finite" or group.last > last:
                continue
            if group.pronoun is not None:
                if line.low(group.pronoun) not in {"je", "vous", "on"}:
                    return Attribution(Phrase(group.pronoun, group.pronoun + 1, True), True, "inside", True)
                continue
            stop = self.phrases.clause_end(line, group.last, min(last, group.last + 30))
            phrase = self.subjects.following(group, stop)
            if phrase and (
                phrase.last >= last or re.match(r"\s*[,.!?;–—]", line.gap(phrase.last)) or phrase.last == stop
            ):
                return Attribution(phrase, True, "inside", True)
        return None

    def after(self, mark: Marked) -> Attribution | None:
        """What follows the closing mark: *, a déclaré X*, *, selon X*, *(X)*."""
        line, place = self.line, self.line.at(mark.close)
        if place >= len(line.words):
            return None
        gap = line.text[mark.close : line.words[place].start]
        if not _BETWEEN.fullmatch(gap):
            return None
        stop = self._stop(place)
        begins = bool(re.search(r"[.!?…]", gap)) and line.words[place].surface[:1].isupper()
        according = None if begins or "\n" in gap else self.according(place, stop)
        if according:
            return according
        presented = self._presented(place, stop)
        if presented:
            return presented
        if ":" in gap and (line.name_at(place) or line.low(place + 1) in self.groups.settings.persons):
            return Attribution(self.phrases.at(line, place, stop), False, "after")
        if begins or "\n" in gap:
            return None
        return self._inverted(place, stop) or (self._any_verb(place, stop) if "," in gap else None)

    def _presented(self, place: int, stop: int) -> Attribution | None:
        """*Voilà comment X résume*, *C'est ainsi que X ouvre*: the subject of what points back to the quote."""
        line = self.line
        words = tuple(line.low(place + n) for n in range(2))
        if words not in _PRESENTING:
            return None
        for at in range(place + 2, min(stop, place + 8)):
            if line.low(at - 1) in {"comment", "que", "qu'", "dont", "ce"} and (
                phrase := self.phrases.at(line, at, stop)
            ):
                return Attribution(self.subjects.with_name(phrase, stop), True, "after")
        return None

    def _any_verb(self, place: int, stop: int) -> Attribution | None:
        """A verb that the settings don't list, between the comma of a quote and someone who can speak."""
        line, at = self.line, place
        while line.low(at) in CLITICS:
            at += 1
        if at >= stop or line.low(at).endswith("ant") or not self.phrases.could_be_verb(line, at):
            return None
        phrase = self.subjects.following(Group(place, at + 1, "", "finite"), stop)
        close = phrase and phrase.first - at <= 4 and self.subjects.could_speak(phrase)
        return Attribution(phrase, True, "after", True) if close else None

    def ending(self, mark: Marked) -> Attribution | None:
        """Who speaks at the end of the quote's sentence: *..., a regretté X*, *..., selon X*; or a name in brackets."""
        line, first = self.line, self.line.at(mark.close)
        following = [start for start in line.sentences if start >= mark.close]
        last = line.at(following[0]) if following else len(line.words)
        for place in range(first, last):
            if "," in line.gap(place) and self.holding(line.words[place].start) is None:
                found = self.according(place, last)
                group = self.groups.at(line, place)
                if found is None and group and group.mood == "finite" and group.last <= last:
                    found = self._of_group(group, last)
                if found and found.phrase and (found.how == "according" or self.subjects.could_speak(found.phrase)):
                    return replace(found, how="ending")
        if first < len(line.words) and line.text[mark.close : line.words[first].start].strip() == "(":
            return self._signed(first)
        return None

    def _inverted(self, place: int, stop: int) -> Attribution | None:
        line, steps = self.line, place
        while steps < place + 4:
            group = self.groups.at(line, steps)
            if group and group.last <= stop:
                return self._of_group(group, stop)
            if line.low(steps) not in INTRODUCING:
                break
            steps += 1
        if line.name_at(place) or line.low(place) in PRONOUNS:
            return self._before_verb(place, stop)
        return None

    def _of_group(self, group: Group, stop: int) -> Attribution | None:
        line = self.line
        if group.pronoun is not None:
            low = line.low(group.pronoun)
            if low == "on":
                phrase = next(iter(self.phrases.free(line, group.last, stop)), None)
                return Attribution(self.subjects.behind(group.last, stop) or phrase, True, "after", True)
            return Attribution(Phrase(group.pronoun, group.pronoun + 1, True), True, "after", True)
        if group.mood != "finite":
            return None
        phrase = self.subjects.following(group, stop)
        if phrase is None:
            return Attribution(None, True, "after") if group.compound or group.last >= stop else None
        return Attribution(phrase, True, "after", True)

    def _before_verb(self, place: int, stop: int) -> Attribution | None:
        """English order: *", Nadella said*."""
        phrase = self.phrases.at(self.line, place, stop)
        if not phrase:
            return None
        group = self.groups.at(self.line, phrase.last)
        if group and group.mood == "finite" and group.last <= stop and not group.compound:
            return Attribution(phrase, True, "after", True)
        return None

    def _signed(self, place: int) -> Attribution | None:
        """A name alone in brackets after the quote."""
        line = self.line
        name = line.name_at(place)
        if (
            name
            and name.last < len(line.words) + 1
            and line.gap(name.last).lstrip().startswith(")")
            and name.type == "PER"
        ):
            return Attribution(Phrase(name.first, name.last), True, "after")
        return None

    def according(self, place: int, stop: int) -> Attribution | None:
        """*selon X*, *d'après X*, *pour X*: at a word."""
        line, low = self.line, self.line.low(place)
        for parts in self.groups.according.get(low, ()):
            if all(line.low(place + n) == part for n, part in enumerate(parts)):
                at = place + len(parts)
                if line.low(at) in {"moi", "nous", "vous", "lui", "elle", "eux"} or self._measures(at):
                    return None
                phrase = self.phrases.at(line, at, stop) or self._bare(at, stop)
                return Attribution(phrase, True, "according") if phrase else None
        if low != "pour":
            return None
        name = line.name_at(place + 1)
        office = line.low(place + 1) in {"le", "la", "l'"} and line.low(place + 2) in self.groups.settings.persons
        phrase = self.phrases.at(line, place + 1, stop) if office or (name and name.type == "PER") else None
        return Attribution(phrase, True, "according") if phrase else None

    def _measures(self, place: int) -> bool:
        """Whether what follows *selon* says how, not who: *selon la méthode des quotas*, *selon les cas*."""
        while self.line.low(place) in DETERMINERS:
            place += 1
        return self.line.low(place) in self.groups.settings.measures

    def _bare(self, place: int, stop: int) -> Phrase | None:
        """A noun phrase without article: *selon nos informations*, *selon plusieurs sources*."""
        end = place
        while end < stop and end - place < 6 and not (end > place and re.search(r"[,.;:()«»“”\"]", self.line.gap(end))):
            if self.groups.at(self.line, end):
                break
            end += 1
        return Phrase(place, end) if end > place else None

    def _stop(self, place: int) -> int:
        """The first word of the next quote or paragraph end after a word."""
        line = self.line
        opening = self.opening(line.words[place].start)
        return min(len(line.words) if opening is None else opening, place + 60)

    def before(self, mark: Marked) -> Attribution | None:
        """What leads to the opening mark in its sentence: a verb and its subject, *selon X*, or a colon."""
        line = self.line
        begin = line.sentence(mark.open)
        earlier = self.outer_before(mark.open)
        if earlier and (earlier.close > mark.open or earlier.close <= begin):
            earlier = None
        first = line.at(max(begin, earlier.close) if earlier else begin)
        last = line.at(mark.open)
        found = self._in_region(first, last)
        if found and not (found.phrase is None and found.how == "verb" and earlier and not found.strong):
            return found
        if ":" in line.text[line.words[last - 1].end : mark.open] if last > first else False:
            phrase = self.subjects.leading(first, last)
            if phrase:
                return Attribution(phrase, True, "colon")
        if earlier:
            return Attribution(None, False, _SAME)
        phrase = self.subjects.weak(first, last)
        return Attribution(phrase, False, "subject") if phrase else None

    def _in_region(self, first: int, last: int) -> Attribution | None:
        line = self.line
        groups = self.groups.among(line, first, last)
        if groups:
            group = groups[-1]
            phrase = self.subjects.subject(group, first, last)
            if phrase and line.low(phrase.first) == "on":
                phrase = self.subjects.behind(first, phrase.first)
            if phrase is None:
                for other in reversed(groups[:-1]):
                    phrase = self.subjects.subject(other, first, last)
                    if phrase:
                        break
            led = any(line.low(place) in {"que", "qu'", "that"} for place in range(group.last, last))
            weak = group.lemma in self.groups.settings.weak_verbs or self._tells_thing(group, last)
            return Attribution(phrase, True, "verb", weak=weak and not led)
        for place in range(first, last):
            found = self.according(place, last)
            if found:
                return found
        return None

    def _tells_thing(self, group: Group, last: int) -> bool:
        """Whether *dire* has a noun of its own as object: *elle dit l'attrait de la « slow life »*."""
        line, at = self.line, group.last
        if group.lemma != "dire" or line.low(at) not in DETERMINERS:
            return False
        return at + 1 < last and not any(line.gap(place).strip() for place in range(at + 1, last))
