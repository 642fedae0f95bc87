"""Whose figure it is: subject and counterparty, by the names around it and what the measure asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from dashboard.analysis.quantities.scope import Scope
from dashboard.config.entities import Entities
from dashboard.config.meaning import Measure
from dashboard.model import Document, Name

Parties = tuple[str | None, str | None]

_OF = re.compile(r"(?:\b(?:de|du|des|chez|pour|of|for|by)|\bd'|\bde la|\bde l')\s?$")
_INTO = re.compile(r"\b(?:dans|chez|into|in|au capital d[eu']|au profit de|en faveur de)\b")
_FROM = re.compile(r"\b(?:auprès d(?:e la|e|u|'))\s?$|\bfrom (?:the )?$")
_TO = re.compile(r"(?:\b(?:à|au|aux|contre|to|on|against)|\bà la|\bà l')\s?$")
_HELD = re.compile(r"(?:capital|parts|actions|actionnaires?|titres|stake|shares|shareholder)\b[^,;]{0,12}$")
_FIRST = re.compile(r"^\s{0,3}[«\"“]?\s?le premier\b")
_SECOND = re.compile(r"\bdans (?:le|la) seconde?\b")


@dataclass(slots=True)
class Memory:
    """What the article has said so far: the parties of each measure, and the organisation it speaks of."""

    parties: dict[str, Parties] = field(default_factory=dict)
    topic: str | None = None


class Cast:
    """Finds the parties of the figures of one article, asked for in the order of the text."""

    def __init__(self, document: Document, entities: Entities) -> None:
        """Memory begins empty with every article."""
        self._entities = entities
        self._document = document
        self._memory = Memory()
        self._upto = 0

    def parties(self, scope: Scope, measure: Measure | None, source: str | None) -> Parties:
        """Subject and counterparty of a figure; ``source`` is a name that only reports it. None: not told."""
        self._remember_topic(scope)
        names = [name for name in scope.names if name.name != source and name.type != "LOC"]
        if measure is None:
            return self._single(scope, names), None
        finder: Callable[[Scope, list[Name]], Parties] = {
            "payer": self._payer,
            "holder": self._holder,
            "fined": self._fined,
            "both": self._both,
        }.get(measure.roles, self._owner)
        subject, other = finder(scope, names)
        if measure.roles != "product":
            subject, other = self._employer(subject), self._employer(other)
        subject, other = self._completed(scope, measure, subject, other)
        if subject is not None:
            self._memory.parties[measure.name] = subject, other
        return subject, other

    def _completed(self, scope: Scope, measure: Measure, subject: str | None, other: str | None) -> Parties:
        """Missing parties from what the article said of the same measure, then from its topic."""
        known = self._memory.parties.get(measure.name)
        paired = measure.roles in ("payer", "holder")
        if subject is None:
            if paired and known:
                return known
            subject = self._from_before(scope) or (known[0] if known else None) or self._memory.topic
        if paired and other is None and known and known[0] == subject:
            other = known[1]
        return subject, other if other != subject else None

    def _remember_topic(self, scope: Scope) -> None:
        """The last organisation with which a sentence before this one begins."""
        for name in self._document.names:
            if name.start >= scope.offset:
                break
            if name.start < self._upto:
                continue
            self._upto = name.end
            if name.type == "ORG":
                self._memory.topic = name.name

    def _employer(self, name: str | None) -> str | None:
        return self._entities.head_of.get(name, name) if name else None

    def _single(self, scope: Scope, names: list[Name]) -> str | None:
        return self._owner(scope, names)[0]

    def _owner(self, scope: Scope, names: list[Name]) -> Parties:
        """The name after *de* beside the figure, else the first name of the clause, else of the sentence."""
        after = [name for name in names if 0 <= name.start - scope.offset - scope.end <= 25]
        for name in after:
            between = scope.text[scope.end : name.start - scope.offset]
            if _OF.search(between) and "," not in between and ";" not in between:
                return name.name, None
        inside = [name for name in names if scope.left <= name.start - scope.offset < scope.start]
        before = [name for name in names if name.start - scope.offset < scope.start]
        chosen = inside or before or names
        organised = [name for name in chosen if name.type in ("ORG", "PRODUCT")] or chosen
        return (organised[0].name if organised else None), None

    def _payer(self, scope: Scope, names: list[Name]) -> Parties:
        """Who pays and who receives: *X investit dans Y*, *Y cherche auprès de X*."""
        people = [name for name in names if name.type in ("ORG", "PER")]
        if _FIRST.match(scope.text) and len({name.name for name in scope.names_before}) >= 2:
            ordered = list(dict.fromkeys(name.name for name in scope.names_before))
            return ordered[0], ordered[1]
        for name in people:
            if _FROM.search(scope.text[: name.start - scope.offset]):
                others = [other.name for other in people if other.name != name.name]
                return name.name, others[0] if others else None
        into = [match.end() for match in _INTO.finditer(scope.text)]
        for place in into:
            after = [name for name in people if 0 <= name.start - scope.offset - place <= 60 and name.type == "ORG"]
            payers = [
                name.name
                for name in people
                if name.start - scope.offset < place and name.name != (after[0].name if after else "")
            ]
            if after and payers:
                return payers[0], after[0].name
        distinct = list(dict.fromkeys(name.name for name in people))
        known = self._memory.parties.get("investment")
        if len(distinct) >= 2 and known and set(distinct[:2]) == set(known):
            return known
        return (distinct[0] if distinct else None), (distinct[1] if len(distinct) > 1 else None)

    def _holder(self, scope: Scope, names: list[Name]) -> Parties:
        """Who holds a part of whom: *X détient 8 % du capital de Y*."""
        people = [name for name in names if name.type in ("ORG", "PER")]
        for name in people:
            if _HELD.search(scope.text[: name.start - scope.offset]):
                others = [other.name for other in people if other.name != name.name]
                return (others[0] if others else None), name.name
        distinct = list(dict.fromkeys(name.name for name in people))
        return (distinct[0] if distinct else None), (distinct[1] if len(distinct) > 1 else None)

    def _fined(self, scope: Scope, names: list[Name]) -> Parties:
        """Who pays and who imposes: *X inflige une amende de 3 M€ à Y*, *Y condamné par X*."""
        people = [name for name in names if name.type in ("ORG", "PER")]
        distinct = list(dict.fromkeys(name.name for name in people))
        for name in people:
            if _TO.search(scope.text[: name.start - scope.offset]):
                others = [other for other in distinct if other != name.name]
                return name.name, others[0] if others else None
        return (distinct[0] if distinct else None), (distinct[1] if len(distinct) > 1 else None)

    def _both(self, scope: Scope, names: list[Name]) -> Parties:
        """The two partners, in the order of the alphabet, so that either order makes one claim."""
        partners = sorted({self._employer(name.name) or "" for name in names if name.type in ("ORG", "PER")})[:2]
        return (partners[0] if partners else None), (partners[1] if len(partners) > 1 else None)

    def _from_before(self, scope: Scope) -> str | None:
        """The first organisation or product of the sentence before."""
        for name in scope.names_before:
            if name.type in ("ORG", "PRODUCT"):
                return self._employer(name.name)
        return None
