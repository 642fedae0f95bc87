"""Reported speech without marks: *a déclaré que*, *selon X,*, *, a indiqué X*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.analysis.quotes.attribution import Reader
from dashboard.analysis.quotes.closed import OF, words
from dashboard.analysis.quotes.groups import Group
from dashboard.analysis.quotes.phrases import Phrase, names_in

_THAT = words("que qu' that")
_COMPARED = words(
    "plus moins aussi autant même tel telle tels telles ainsi alors bien dès pendant tandis après avant sans pour afin "
    "lors depuis autre autres seul mieux pire ne n' rien c'est"
)
_REACH = 10  # words between a verb and its *que*
_SHORTEST = 4
_WINDOW = 60
_GROUPS = 4
_INFINITIVE = ("er", "ir", "re", "oir")
_LEAST_OPEN = 0.5  # the share of a reported clause that must stand outside quotation marks


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause, by code points, and who reports it; no phrase where the subject is not in the sentence."""

    start: int
    end: int
    phrase: Phrase | None


def reported_clauses(reader: Reader) -> list[Reported]:
    """The reported clauses of a line, sorted, none inside another."""
    found: list[Reported] = []
    for first, last in _sentences(reader):
        for clause in sorted((*_that_clauses(reader, first, last), *_framed(reader, first, last)), key=_place):
            if (not found or clause.start >= found[-1].end) and _counts(reader, clause):
                mark, opening = reader.holding(clause.end - 1), reader.holding(clause.start)
                begin = opening.open if opening and opening.start == clause.start else clause.start
                end = mark.close if mark and mark.end == clause.end else clause.end
                found.append(replace(clause, start=begin, end=end))
    return found


def _place(clause: Reported) -> tuple[int, int]:
    return clause.start, -clause.end


def _sentences(reader: Reader) -> Iterator[tuple[int, int]]:
    """The sentences of the line as places of words, those cut off by a quote with several left whole."""
    line = reader.line
    begins = [line.at(start) for start in line.sentences] or [0]
    ends = [*begins[1:], len(line.words)]
    yield from ((first, last) for first, last in zip(begins, ends, strict=True) if first < last)


def _outside(reader: Reader, place: int) -> bool:
    """Whether a word stands in no quotation marks."""
    return reader.holding(reader.line.words[place].start) is None


def _that_clauses(reader: Reader, first: int, last: int) -> Iterator[Reported]:
    """*X a déclaré que ...*: the clause from *que* to the end of the sentence or to the next verb that reports."""
    line = reader.line
    groups = [group for group in reader.groups.among(line, first, last) if _outside(reader, group.first)]
    for number, group in enumerate(groups):
        begin = _that(reader, group, last)
        if begin is None:
            continue
        following = groups[number + 1 : number + 1 + _GROUPS]
        end = next((_cut(reader, other) for other in following if _cuts(reader, begin, other)), last)
        # The subject stands near: in an endless sentence the whole of it is not searched for each verb.
        nearby = (groups[at] for at in range(number, max(-1, number - _GROUPS), -1))
        subjects = (reader.subjects.subject(other, max(first, other.first - _WINDOW), last) for other in nearby)
        phrase = next((subject for subject in subjects if subject), None)
        yield Reported(line.words[begin].start, line.words[end - 1].end, phrase)


def _that(reader: Reader, group: Group, last: int) -> int | None:
    """The place of the *que* that a verb governs."""
    line = reader.line
    for place in range(group.last, min(last, group.last + _REACH)):
        if re.search(r"[.;:!?…«»“”\"]", line.gap(place)) or not _outside(reader, place):
            return None
        if line.low(place) in _THAT and line.low(place - 1) not in _COMPARED:
            return place
        if place > group.last and (line.low(place) in {"qui", "dont", "où"} or reader.groups.at(line, place)):
            return None
    return None


def _cuts(reader: Reader, begin: int, group: Group) -> bool:
    """Whether another verb ends the clause: it reports in its own right, after a comma or *et*."""
    line = reader.line
    before = line.low(group.first - 1)
    return group.first > begin + 2 and ("," in line.gap(group.first) or before in {"et", "mais", "puis"})


def _cut(reader: Reader, group: Group) -> int:
    """The word before which the clause ends."""
    return group.first - (reader.line.low(group.first - 1) in {"et", "mais", "puis"})


def _framed(reader: Reader, first: int, last: int) -> Iterator[Reported]:
    """*Selon X, ...* and *..., a indiqué X*: the sentence without what says who speaks."""
    line = reader.line
    for place in range(first, last):
        if not _outside(reader, place) or not (place == first or "," in line.gap(place)):
            continue
        found = reader.according(place, last) if line.low(place) != "pour" else None
        if found and found.phrase:
            after = found.phrase.last
            if place == first:
                begin = next((at for at in range(after, last) if "," in line.gap(at)), None)
                if begin is not None and begin - after < _REACH:
                    yield Reported(line.words[begin].start, line.words[last - 1].end, found.phrase)
            elif place > first:
                yield Reported(line.words[first].start, line.words[place - 1].end, found.phrase)
            return
        group = reader.groups.at(line, place)
        if place > first + 2 and group and group.mood == "finite" and group.last <= last:
            phrase = _inverted_subject(reader, group, last)
            if phrase:
                yield Reported(line.words[first].start, line.words[place - 1].end, phrase)
                return


def _inverted_subject(reader: Reader, group: Group, last: int) -> Phrase | None:
    """The subject right after a verb that follows a comma; None where its clause goes on with *que*."""
    if group.pronoun is not None:
        return Phrase(group.pronoun, group.pronoun + 1, True)
    if _that(reader, group, last) is not None:
        return None
    stop = reader.phrases.clause_end(reader.line, group.last, min(last, group.last + 25))
    phrase = reader.subjects.following(group, stop)
    if phrase is None or phrase.first - group.last > 8 or not reader.subjects.could_speak(phrase):
        return None
    # *le maire, Jean Petit, a salué les élus*: a name alone before the verb is its subject, and what follows is not.
    near = names_in(reader.line, Phrase(max(0, group.first - 10), group.first))
    if any(name.last == group.first and "," in reader.line.gap(name.first) for name in near):
        return None
    if reader.line.low(phrase.last - 1) in OF:
        return None
    between = (reader.line.words[place] for place in range(group.last, phrase.first))
    return None if any(word.low == word.lemma and word.low.endswith(_INFINITIVE) for word in between) else phrase


def _counts(reader: Reader, clause: Reported) -> bool:
    """Whether a clause is long enough, and not for the most part a quote in marks."""
    line = reader.line
    places = range(line.at(clause.start), line.at(clause.end))
    free = sum(_outside(reader, place) for place in places)
    return len(places) >= _SHORTEST and free >= _LEAST_OPEN * len(places)
