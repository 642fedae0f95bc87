"""Whose figure it is: subject and counterparty, by the names around it and what the measure asks for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from dashboard.analysis.quantities.scope import Scope
from dashboard.config.entities import Entities
from dashboard.config.meaning import Measure
from dashboard.model import Document, Name
from dashboard.text.clean import fold

Parties = tuple[str | None, str | None]

_OF = re.compile(r"(?:\b(?:de|du|des|chez|pour|of|for|by)|\bd'|\bde la|\bde l')\s?$")
_INTO = re.compile(r"\b(?:dans|chez|into|in|au capital d[eu']|au profit de|en faveur de)\b")
_FROM = re.compile(r"\b(?:auprès d(?:e la|e|u|'))\s?$|\bfrom (?:the )?$")
_TO = re.compile(r"(?:\b(?:à|au|aux|contre|to|on|against)|\bà la|\bà l')\s?$")
_SENTENCE_END = re.compile(r"\n|[.!?] ")
_HELD = re.compile(r"(?:capital|parts|actions|actionnaires?|titres|stake|shares|shareholder)\b[^,;]{0,12}$")
_SOURCE = re.compile(r"\b(?:selon|d'après|according to)\s(?:le |la |l'|les |the )?$")
_FORMER = re.compile(
    r"^\W{0,3}le premier(?= (?:a|avait|est|va|s'\w+|n'\w+|y|en"
    r"|(?:investi|inject|vers|apport|détien|pai|rach|financ)\w{0,10})\b)"
)
# What stands before the subject of a sentence or clause, at most one adverb (*Jamais Microsoft n'avait*).
_SUBJECT = re.compile(
    r"(?:^\W{0,4}(?:(?!(?:chez|selon|pour|avec|sans|contre|de|à|dans|par|sur|entre|et|with|from|for|at|in|to)\s)"
    r"\w{3,12} )?"
    r"|,\s(?:a |ont |had )?[^\W\d_]{3,12}\s|[,:«\"“]\s?|\b(?:que|si|quand|où|mais|that)\s|\bqu')(?:le |la |l'|the )?$"
)
_GIVEN = re.compile(
    r"^[^,;:]{0,12}(?:\bà|\bau|\baux|\bto)\s(?:la |l'|the )?[^,;:]{0,25}$|^ à (?:son|sa|leur|ses) [^;:]{0,30}$"
)
_MEMORY = 200  # organisations back to which an article is still about the same
_HEAD_NOUN = re.compile(r"^\W{0,4}(?:l'|le |la |the )(\w{3,20})\b")


class Cast:
    """Finds the parties of the figures of one article, asked for in the order of the text.

    What the structure of a sentence tells of two parties (*X investit dans Y*) is kept in ``pairs``: given to a
    second reading of the article, it settles the sentences that only name them.
    """

    def __init__(self, document: Document, entities: Entities, pairs: dict[str, Parties] | None = None) -> None:
        """``pairs`` are those of a first reading of the same article, by measure."""
        self.pairs: dict[str, Parties] = dict(pairs or {})
        self._known: dict[str, Parties] = {}
        self._entities = entities
        text = fold(document.article.text).lower()
        self._descriptions = [name for name in document.names if name.described]
        self._organisations = [name for name in document.names if name.type == "ORG"]
        self._topics: list[str] = []
        led: str | None = None
        for name in self._organisations:
            led = name.name if _SUBJECT.search(_lead(text, name.start)) else led
            self._topics.append(led or name.name)
        self._descriptions = [name for name in document.names if name.described]
        self._orgs = [name for name in document.names if name.type == "ORG"]

    def parties(self, scope: Scope, measure: Measure | None, source: str | None) -> Parties:
        """Subject and counterparty of a figure; ``source`` is a name that only reports it. None: not told."""
        names = [
            name
            for name in scope.names
            if name.name != source
            and name.type != "LOC"
            and not _SOURCE.search(scope.text[: name.start - scope.offset])
        ]
        if measure is None:
            return self._employer(_owner(scope, names)[0]), None
        if measure.roles == "payer":
            subject, other = self._payer(scope, names, measure.name)
        elif measure.roles == "both":
            subject, other = self._both(names)
        else:
            subject, other = _FINDERS.get(measure.roles, _owner)(scope, names)
        if measure.roles != "product":
            subject, other = self._employer(subject), self._employer(other)
        subject, other = self._completed(scope, measure, subject, other)
        if subject is not None:
            self._known[measure.name] = subject, other
        return subject, other if other != subject else None

    def _completed(self, scope: Scope, measure: Measure, subject: str | None, other: str | None) -> Parties:
        """Missing parties from what the article said of the same measure, then from what it speaks of."""
        known = self._known.get(measure.name) or self.pairs.get(measure.name)
        paired = measure.roles in ("payer", "holder")
        if subject is None and paired and known:
            return known
        if subject is None and measure.roles == "target":
            subject = next((pair[1] for pair in self.pairs.values()), None)
        if subject is None:
            subject = self._described(scope) or self._topic(scope)
        if paired and other is None and known and known[0] == subject:
            other = known[1]
        return subject, other

    def _employer(self, name: str | None) -> str | None:
        return self._entities.head_of.get(name, name) if name else None

    def _described(self, scope: Scope) -> str | None:
        """Who a noun at the sentence's beginning stands for (*L'éditeur*, after *l'éditeur de Redmond*)."""
        noun = _HEAD_NOUN.match(scope.text)
        if noun is None:
            return None
        earlier = self._descriptions[: bisect_left(self._descriptions, scope.offset, key=_start)]
        return next((name.name for name in reversed(earlier) if name.surface.lower().startswith(noun[1])), None)

    def _topic(self, scope: Scope) -> str | None:
        """The last organisation that a sentence before this one has as its subject, else that it names."""
        place = bisect_left(self._organisations, scope.offset, key=_start)
        return self._topics[place - 1] if place else None

    def _payer(self, scope: Scope, names: list[Name], measure: str) -> Parties:
        """Who pays and who receives: *X investit dans Y*, *Y cherche auprès de X*."""
        people = [name for name in names if name.type in ("ORG", "PER")]
        found = _formers(scope) or _asked(scope, people) or _into(scope, people) or self._given(scope, people)
        if found:
            self.pairs.setdefault(measure, found)
            return found
        distinct = list(dict.fromkeys(name.name for name in people))
        known = self._known.get(measure) or self.pairs.get(measure)
        if known and set(distinct[:2]) <= set(known):
            return known
        return (distinct[0] if distinct else None), (distinct[1] if len(distinct) > 1 else None)

    def _given(self, scope: Scope, people: list[Name]) -> Parties | None:
        """*X apporte 3 millions à Y*, *Il verse 3 millions à Y*."""
        for name in people:
            place = name.start - scope.offset
            if place >= scope.end and name.type == "ORG" and _GIVEN.search(scope.text[scope.end : place]):
                payers = [other.name for other in people if other.start < name.start and other.name != name.name]
                topic = payers[0] if payers else self._topic(scope)
                return (topic, name.name) if topic and topic != name.name else None
        return None

    def _both(self, names: list[Name]) -> Parties:
        """The two partners, in the order of the alphabet, so that either order makes one claim."""
        partners = {self._employer(name.name) or "" for name in names if name.type in ("ORG", "PER")}
        for pair in self.pairs.values():
            if len(partners) == 1 and partners <= set(pair):
                partners |= {name for name in pair if name}
        ordered = sorted(partners)[:2]
        return (ordered[0] if ordered else None), (ordered[1] if len(ordered) > 1 else None)


def _start(name: Name) -> int:
    return name.start


def _lead(text: str, place: int) -> str:
    """What stands before a place in its sentence, at most fourteen characters."""
    return _SENTENCE_END.split(text[max(0, place - 14) : place])[-1]


def _owner(scope: Scope, names: list[Name]) -> Parties:
    """The name after *de* beside the figure, else the first name of the clause, else of the sentence."""
    for name in names:
        between = scope.text[scope.end : max(scope.end, name.start - scope.offset)]
        if 0 < len(between) <= 25 and _OF.search(between) and not set(",;") & set(between):
            return name.name, None
    inside = [name for name in names if scope.left <= name.start - scope.offset < scope.start]
    before = [name for name in names if name.start - scope.offset < scope.start]
    chosen = inside or before or names
    organised = [name for name in chosen if name.type in ("ORG", "PRODUCT")] or chosen
    return (organised[0].name if organised else None), None


def _formers(scope: Scope) -> Parties | None:
    """*Le premier a injecté 1 Md$ dans le second*: the two names of the sentence before, in their order."""
    ordered = list(dict.fromkeys(name.name for name in scope.names_before if name.type == "ORG"))
    return (ordered[0], ordered[1]) if _FORMER.match(scope.text) and len(ordered) >= 2 else None


def _asked(scope: Scope, people: list[Name]) -> Parties | None:
    """*Y cherche 3 millions auprès de X*."""
    for name in people:
        if _FROM.search(scope.text[: name.start - scope.offset]):
            others = [other.name for other in people if other.name != name.name]
            return name.name, others[0] if others else None
    return None


def _into(scope: Scope, people: list[Name]) -> Parties | None:
    """*X investit 3 millions dans Y*."""
    for place in (match.end() for match in _INTO.finditer(scope.text)):
        after = [name for name in people if 0 <= name.start - scope.offset - place <= 60 and name.type == "ORG"]
        if after:
            payers = [name for name in people if name.start - scope.offset < place and name.name != after[0].name]
            if payers:
                return payers[0].name, after[0].name
    return None


def _holder(scope: Scope, names: list[Name]) -> Parties:
    """Who holds a part of whom: *X détient 8 % du capital de Y*."""
    people = [name for name in names if name.type in ("ORG", "PER")]
    for name in people:
        if _HELD.search(scope.text[: name.start - scope.offset]):
            others = [other.name for other in people if other.name != name.name]
            return (others[0] if others else None), name.name
    return _two(people)


def _fined(scope: Scope, names: list[Name]) -> Parties:
    """Who pays and who imposes: *X inflige une amende de 3 M€ à Y*."""
    people = [name for name in names if name.type in ("ORG", "PER")]
    for name in people:
        if _TO.search(scope.text[: name.start - scope.offset]):
            others = [other.name for other in people if other.name != name.name]
            return name.name, others[0] if others else None
    return _two(people)


def _two(people: list[Name]) -> Parties:
    distinct = list(dict.fromkeys(name.name for name in people))
    return (distinct[0] if distinct else None), (distinct[1] if len(distinct) > 1 else None)


_FINDERS: dict[str, Callable[[Scope, list[Name]], Parties]] = {"holder": _holder, "fined": _fined}
