"""How sure an article is of a figure, and who says so."""

from __future__ import annotations

import re
from typing import NamedTuple

from dashboard.analysis.quantities.scope import Scope, spots
from dashboard.config.entities import Entities
from dashboard.config.meaning import CertaintyWords
from dashboard.model import Certainty, Name

_SOURCE = re.compile(r"[^,;:.«»\"“”()]{0,90}")
_STOP = re.compile(
    r"\s(?:qui|que|qu'|dont|où|pour|ont|a|est|sont|pourrait|pourraient|serait|seraient|sera|avait|avaient|devrait|atteint"
    r"|s'élève|représente|il|elle|could|would|has|have|is|was|were)\b"
)
_THAT = re.compile(r"(?<!\w)(?:que|qu'|that)")
_AUXILIARY = re.compile(r"(?:^|[\s'])(?:a|ont|ait|aient|avait|avaient|est|se|s'|n'|ne|l'|y|en|has|have|had)$")
_DETERMINER = re.compile(r"(?:^|[\s'(])(?:l'|d'|une?|les?|la|cette|cet|ce|son|sa|ses|leur|leurs|des|de|du|the|an)$")
_INVERTED = re.compile(r"(?:[,»”\"]|[,»”\"] (?:a|ont|avait|avaient|has|had)(?:-t-(?:il|elle|on))?)$")
# a verb of a relative clause that is closed by a comma before the main one (*X, qui va partir, avait payé*)
_CLOSED = re.compile(r"(?<![0-9]), (?:a|ont|avait|avaient|est|était|n'a|has|had) ")
_CONTINUES = 30  # so many characters after "selon X" are what X says
_NEAR = 45


class Sureness(NamedTuple):
    """A certainty; ``attributed_to`` is who says so, ``source`` the canonical name of one who only reports."""

    certainty: Certainty
    attributed_to: str | None = None
    source: str | None = None


class Speaker(NamedTuple):
    """Who says something: as printed or by canonical name; ``reports`` where *selon* or the like names them."""

    surface: str
    name: str | None
    reports: bool


def sureness_of(
    scope: Scope, words: CertaintyWords, entities: Entities, speaker: Speaker | None, subject: str | None = None
) -> Sureness:
    """The first that fits of denied, rumour, attributed, projected, conditional, confirmed.

    ``speaker`` is who is said to say the figure, ``subject`` whose it is: what it announces of itself is confirmed.
    """
    who = speaker.surface if speaker else None
    own = speaker is None or _is_own(speaker, words, entities, subject)
    told = speaker is not None and (speaker.reports or words.outsiders.search(speaker.surface.lower()) is not None)
    source = speaker.name if speaker and told and not own else None
    if spots(words.denied, scope.clause):
        return Sureness("denied", who, source)
    if spots(words.rumour, scope.text):
        return Sureness("rumour", None if own else who, source)
    if not own:
        return Sureness("attributed", who, source)
    if _is_projected(scope, words):
        return Sureness("projected", who)
    return Sureness("conditional" if _is_conditional(scope, words) else "confirmed", who)


def _governs(scope: Scope, start: int, end: int, reach: int = 200) -> bool:
    """Whether a verb at a place of the clause rules the figure: before it, or after it without a comma between."""
    start, end = scope.left + start, scope.left + end
    if end <= scope.start:
        return not (not scope.relative and _CLOSED.search(scope.text, end, scope.start))
    return start >= scope.end and start - scope.end <= reach and "," not in scope.text[scope.end : start]


def _is_projected(scope: Scope, words: CertaintyWords) -> bool:
    clause = scope.clause
    if any(_governs(scope, start, end, _NEAR) for start, end in spots(words.projected, clause)):
        return True
    return any(_governs(scope, start, end) for start, end in spots(words.future, clause))


def _is_conditional(scope: Scope, words: CertaintyWords) -> bool:
    """The journalistic conditional: no hypothesis, no future seen from the past (*a dit qu'il augmenterait*)."""
    verbs = [start for start, end in spots(words.conditional, scope.clause) if _governs(scope, start, end)]
    if not verbs or words.hypothesis.search(scope.text):
        return False
    head = scope.text[: scope.left + verbs[0]]
    told = words.announcing.search(head)
    return not (told and _THAT.search(head, told.end()))


def speaker_of(scope: Scope, words: CertaintyWords) -> Speaker | None:
    """Who is said to say the figure; None where nobody is."""
    text = scope.clause if scope.relative else scope.text
    base = scope.left if scope.relative else 0
    for start, end in spots(words.attributed, text):
        found = _reporter(scope, base + start, base + end, text[start:end])
        if found:
            return found
    for start, end in spots(words.sayings, text):
        if not (base + start < scope.end and scope.start < base + end):
            found = _sayer(scope, base + start, base + end)
            if found:
                return found
    return None


def _reporter(scope: Scope, start: int, end: int, cue: str) -> Speaker | None:
    """The words after *selon*, with the name among them; None where they go with another part of the sentence."""
    text = scope.text
    if not cue.startswith(("selon", "d'après", "à en", "au", "according", "citant", "de l'avis")):
        tail = _SOURCE.match(text, start)
        chunk = tail.group() if tail else cue
        stop = _STOP.search(chunk, len(cue))
        return Speaker((chunk[: stop.start()] if stop else cue).strip(), None, True)
    tail = _SOURCE.match(text, end)
    chunk = tail.group() if tail else ""
    stop = _STOP.search(chunk)
    chunk = chunk[: stop.start()] if stop else chunk
    if not chunk.strip() or (start >= scope.end and len(text) - end - len(chunk) > _CONTINUES):
        return None
    named = _name_within(scope, end, end + len(chunk) + 2)
    return Speaker(named.name if named else chunk.strip(" '"), named.name if named else None, True)


def _name_within(scope: Scope, start: int, end: int) -> Name | None:
    return next((name for name in scope.names if start <= name.start - scope.offset < end), None)


def _sayer(scope: Scope, start: int, end: int) -> Speaker | None:
    """The subject of a verb of saying: the name or noun before it, or after it where the verb is inverted."""
    text = scope.text
    head = text[:start].rstrip()
    if _DETERMINER.search(head):
        return None  # a noun: l'annonce
    if _INVERTED.search(head) and not _THAT.match(text[end : end + 6].lstrip()):
        return _after(scope, end)
    if start >= scope.end and not _INVERTED.search(head):
        return None  # what is said comes after the verb
    bare = _AUXILIARY.sub("", _AUXILIARY.sub("", head)).rstrip(" ,")
    named = [name for name in scope.names if name.start - scope.offset < start]
    left = max(bare.rfind(mark) for mark in (",", ";", ":", "«", "(")) + 1
    close = [name for name in named if name.start - scope.offset >= left]
    chosen = close or named
    if chosen:
        described = [name for name in chosen if name.type != "LOC"] or chosen
        return Speaker(described[-1].name, described[-1].name, False)
    chunk = bare[left:].strip()
    return Speaker(chunk, None, False) if 0 < len(chunk) <= 80 else None


def _after(scope: Scope, end: int) -> Speaker | None:
    """The speaker after an inverted verb (*, a déclaré Satya Nadella*)."""
    named = _name_within(scope, end, end + 60)
    if named:
        return Speaker(named.name, named.name, False)
    tail = _SOURCE.match(scope.text, end)
    chunk = tail.group().strip(" -") if tail else ""
    return Speaker(chunk, None, False) if chunk else None


def _is_own(speaker: Speaker, words: CertaintyWords, entities: Entities, subject: str | None) -> bool:
    """Whether the speaker is the subject, leads it, or is a pronoun or noun that stands for it."""
    if speaker.name is not None and words.outsiders.search(speaker.name.lower()) is None:
        return subject is not None and subject in (speaker.name, entities.head_of.get(speaker.name))
    if words.outsiders.search(speaker.surface):
        return False
    if subject is not None and subject.lower() in speaker.surface:
        return True
    surface = f" {speaker.surface} "
    return any(f" {own} " in surface for own in words.own)
