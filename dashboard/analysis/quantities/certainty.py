"""How sure an article is of a figure, and who says so."""

from __future__ import annotations

import re
from typing import NamedTuple

from dashboard.analysis.quantities.scope import Scope
from dashboard.config.entities import Entities
from dashboard.config.meaning import CertaintyWords
from dashboard.model import Certainty, Name

_SOURCE = re.compile(r"[^,;:.«»\"“”()]{0,90}")
_STOP = re.compile(
    r"\s(?:qui|que|qu'|dont|où|pour|ont|a|est|sont|pourrait|pourraient|serait|seraient|sera|avait|avaient|devrait|atteint"
    r"|s'élève|représente|le nouvel|il|elle|could|would|has|have|is|was|were)\b"
)
_QUE = re.compile(r"(?<!\w)(?:que|qu'|that)(?!\w)?")
_DETERMINED = re.compile(r"(?:(?:le|la|les|l'|des|un|une|son|sa|ses|the|a)\s?)?[^\W\d_][\w' -]{1,60}$")


class Sureness(NamedTuple):
    """A certainty; ``attributed_to`` is who says so, ``source`` the canonical name of one who only reports."""

    certainty: Certainty
    attributed_to: str | None = None
    source: str | None = None


def sureness_of(scope: Scope, words: CertaintyWords, entities: Entities, subject: str | None) -> Sureness:
    """The first that fits of denied, rumour, attributed, projected, conditional, confirmed.

    ``subject`` is whose figure it is: what it announces of itself is confirmed. None: not known.
    """
    clause = scope.clause
    speaker = _speaker(scope, words, entities, subject)
    if words.denied.search(clause):
        return Sureness("denied", speaker[0] if speaker else None)
    if words.rumour.search(scope.text):
        return Sureness("rumour", speaker[0] if speaker and not speaker[1] else None)
    if speaker and not speaker[1]:
        return Sureness("attributed", speaker[0], speaker[2])
    who = speaker[0] if speaker else None
    if words.projected.search(clause) or _governed(words.future, scope):
        return Sureness("projected", who)
    if _is_conditional(scope, words):
        return Sureness("conditional", who)
    return Sureness("confirmed", who)


def _governed(pattern: re.Pattern[str], scope: Scope) -> bool:
    return pattern.search(scope.clause) is not None


def _is_conditional(scope: Scope, words: CertaintyWords) -> bool:
    """The journalistic conditional: no hypothesis, no future seen from the past (*a dit qu'il augmenterait*)."""
    verb = words.conditional.search(scope.clause)
    if verb is None or words.hypothesis.search(scope.text):
        return False
    head = scope.text[: scope.left + verb.start()]
    told = words.announcing.search(head)
    return not (told and _QUE.search(head, told.end()))


Speaker = tuple[str, bool, str | None]


def _speaker(scope: Scope, words: CertaintyWords, entities: Entities, subject: str | None) -> Speaker | None:
    """Who says it, whether of itself, and the speaker's canonical name where it is not the subject."""
    for cue in words.attributed.finditer(scope.text):
        found = _named_source(scope, cue)
        if found:
            own = _is_own(found, scope, words, entities, subject)
            return found[0], own, None if own else found[1]
    for cue in words.sayings.finditer(scope.text):
        if scope.start <= cue.start() < scope.end:
            continue
        found = _sayer(scope, cue)
        if found:
            own = _is_own(found, scope, words, entities, subject)
            return found[0], own, None if own else found[1]
    return None


def _named_source(scope: Scope, cue: re.Match[str]) -> tuple[str, str | None] | None:
    """The words after *selon*, with the name among them."""
    if cue.group() in ("de l'avis de", "citant") or cue.group().startswith(
        ("selon", "d'après", "à en", "au", "according")
    ):
        tail = _SOURCE.match(scope.text, cue.end())
        chunk = tail.group() if tail else ""
        stop = _STOP.search(chunk)
        chunk = (chunk[: stop.start()] if stop else chunk).strip(" '")
        if not chunk:
            return None
        named = _name_within(scope, cue.end(), cue.end() + len(chunk) + 2)
        return (named.name if named else chunk), (named.name if named else None)
    return cue.group(), None


def _name_within(scope: Scope, start: int, end: int) -> Name | None:
    return next((name for name in scope.names if start <= name.start - scope.offset < end), None)


def _sayer(scope: Scope, cue: re.Match[str]) -> tuple[str, str | None] | None:
    """The subject of a verb of saying: the name or noun before it, or after it where the verb is inverted."""
    text = scope.text
    if text[cue.end() : cue.end() + 1] == "" and False:
        return None
    head = text[: cue.start()].rstrip()
    inverted = head.endswith((",", "»", "”", '"')) or re.search(r"[,»”\"] (?:a|ont|avait|had|has)$", head) is not None
    if inverted:
        following = _name_within(scope, cue.end(), cue.end() + 60)
        if following:
            return following.name, following.name
        tail = _SOURCE.match(text, cue.end())
        chunk = tail.group().strip() if tail else ""
        return (chunk, None) if chunk else None
    near = [name for name in scope.names if name.start - scope.offset < cue.start()]
    left = max(head.rfind(mark) for mark in (",", ";", ":", "«", "(")) + 1
    close = [name for name in near if name.start - scope.offset >= left]
    if close:
        return close[-1].name, close[-1].name
    chunk = re.sub(r"\s(?:a|ont|avait|avaient|est|se|s'|n'|ne|l'|y|en|has|have|had)$", "", head[left:]).strip()
    chunk = re.sub(r"\s(?:a|ont|avait|avaient)\s\w{3,15}ment$", "", chunk)
    if not chunk or len(chunk) > 80:
        return (near[-1].name, near[-1].name) if near else None
    return chunk, None


def _is_own(
    found: tuple[str, str | None], scope: Scope, words: CertaintyWords, entities: Entities, subject: str | None
) -> bool:
    """Whether the speaker is the subject, leads it, or is a pronoun or noun that stands for it."""
    surface, name = found
    if name is not None:
        owner = entities.head_of.get(name, name)
        return subject is not None and owner == subject
    return any(surface == own or surface.startswith(own + " ") for own in words.own)
