"""Whose figure it is: subject and counterparty, by the names around it and what the measure asks for."""

from __future__ import annotations

import re
from bisect import bisect_left

from dashboard.analysis.quantities.beside import (
    HERE,
    aged,
    employer_after,
    first_of,
    given_to,
    leading_place,
    place_of,
    said_after,
    speaks_of,
    touching,
    within,
)
from dashboard.analysis.quantities.heads import Head, antecedent, head_of, inner_head
from dashboard.analysis.quantities.pairs import Parties, asked, bought, formers, holder, into, judged, organised, two
from dashboard.analysis.quantities.running import Running, State
from dashboard.analysis.quantities.scope import Scope
from dashboard.config.entities import Entities
from dashboard.config.meaning import Measure
from dashboard.config.quantities import QuantityRules
from dashboard.model import Document, Name

_OF = re.compile(r"(?:\b(?:de|du|des|chez|pour|of|for|by)|\bd'|\bde la|\bde l')\s?$")
_SOURCE = re.compile(r"\b(?:selon|d'après|according to)\s(?:le |la |l'|les |the )?$")
_GIVEN = re.compile(
    r"^[^,;:]{0,12}(?:\bà|\bau|\baux|\bto)\s(?:la |l'|the )?[^,;:]{0,25}$|^ à (?:son|sa|leur|ses) [^;:]{0,30}$"
)
_HEAD_NOUN = re.compile(r"^\W{0,4}(?:l'|le |la |the )(\w{3,20})\b")
_PERSONAL = frozenset(("wage", "pension", "income", "bail", "damages"))
_VOTES = frozenset(("vote_share", "poll", "votes", "seats", "strike_rate"))


class Cast:
    """Finds the parties of the figures of one article, asked for in the order of the text.

    What the structure of a sentence tells of two parties (*X investit dans Y*) is kept in ``pairs``: given to a
    second reading of the article, it settles the sentences that only name them.
    """

    def __init__(
        self,
        document: Document,
        entities: Entities,
        rules: QuantityRules,
        earlier: Cast | None = None,
    ) -> None:
        """``earlier`` is the first reading of the same article, whose pairs settle this one."""
        self.pairs: dict[str, Parties] = dict(earlier.pairs) if earlier else {}
        self._heads: dict[tuple[int, int], tuple[Head, State]] = earlier._heads if earlier else {}
        self._known: dict[str, Parties] = {}
        self._entities = entities
        self._words = rules.subjects
        self._verbs = rules.certainty.sayings, rules.certainty.incises
        own = rules.subjects, rules.certainty.outsiders, entities.rules.people
        self._running: Running = earlier._running if earlier else Running(document, *own)
        self._descriptions = [name for name in document.names if name.described]

    def parties(self, scope: Scope, measure: Measure | None, source: str | None) -> Parties:
        """Subject and counterparty of a figure; ``source`` is a name that only reports it. None: not told."""
        names = [
            name
            for name in scope.names
            if name.name != source
            and name.type != "LOC"
            and not self._running.bracketed(name)
            and not _SOURCE.search(scope.text[: name.start - scope.offset])
        ]
        if measure is None:
            return (None if scope.kind == "date" else self._employer(self._owner(scope, names, None)[0])), None
        subject, other = self._told(scope, names, measure, source)
        if measure.roles != "product":
            subject, other = self._employer(subject), self._employer(other)
        subject, other = self._completed(scope, measure, subject, other)
        if subject is not None:
            self._known[measure.name] = subject, other
        return subject, other if other != subject else None

    def _told(self, scope: Scope, names: list[Name], measure: Measure, source: str | None) -> Parties:
        """The parties that the name right beside the figure, the speaker's own words or the sentence tell."""
        plain = measure.roles not in ("payer", "buyer", "holder", "both", "fined", "person", "target")
        spoken = speaks_of(scope) if plain else None
        if spoken == "mine":
            said = next(
                (name.name for name in names if name.type == "PER" and name.start - scope.offset > scope.end), source
            )
            if said is not None:
                return said, None
        if spoken == "ours":
            topic = employer_after(scope, names) or self._running.at(scope.offset).topic
            if topic is not None:
                return topic, None
        if plain:
            beside = touching(scope, names) or (given_to(scope, names) if measure.name in _VOTES else None)
            if beside is not None:
                return beside, None
        head = self._head(scope)[0]
        local = plain and measure.name in HERE and head.kind in ("noun", "figure", "none")
        if local and (place := leading_place(scope)) is not None:
            return place, None
        subject, other = self._found(scope, names, measure, source)
        opening = plain and head.kind in ("noun", "figure", "none") and measure.roles in ("named", "owner")
        return subject or place_of(scope, measure.name, opening), other

    def _found(self, scope: Scope, names: list[Name], measure: Measure, source: str | None) -> Parties:
        """The parties that the sentence itself tells."""
        if measure.roles in ("payer", "buyer"):
            return self._payer(scope, names, measure, source)
        if measure.roles == "both":
            return self._both(names)
        if measure.roles == "holder":
            return holder(scope, names)
        if measure.roles == "fined":
            return judged(scope, names, self._words.judges)
        if measure.roles == "person":
            return aged(scope, names), None
        return self._owner(scope, names, measure)

    def _completed(self, scope: Scope, measure: Measure, subject: str | None, other: str | None) -> Parties:
        """Missing parties from what the article said of the same measure, then from what it speaks of."""
        if measure.roles in ("named", "person"):
            return subject, other
        known = self._known.get(measure.name) or self.pairs.get(measure.name)
        paired = measure.roles in ("payer", "buyer", "holder")
        if subject is None and paired and known and other in (None, *known):
            return known
        if subject is None and measure.roles == "fined":
            subject = self._accused(scope) or (known[0] if known else None)
            known_one = next((pair[0] for name, pair in self._known.items() if name in ("sentence", "fine")), None)
            subject = subject or known_one or self._allowed(scope, measure)
            return (None if self._is_judge(subject) else subject), other
        if subject is None and measure.roles == "target":
            subject = next((pair[1] for pair in self.pairs.values()), None)
        if subject is None:
            subject = self._described(scope) or self._allowed(scope, measure)
            subject = None if subject == other else subject
        if paired and other is None and known and known[0] == subject:
            other = known[1]
        return subject, other

    def _accused(self, scope: Scope) -> str | None:
        """Whom *il* or *l'ancien maire* stands for; no court."""
        head, state = self._head(scope)
        name = self._running.resolve(head, scope.offset, state) if head.kind in ("pronoun", "noun") else None
        return None if self._is_judge(name) else name

    def _is_judge(self, name: str | None) -> bool:
        return name is not None and self._words.judges.match(name.lower()) is not None

    def _allowed(self, scope: Scope, measure: Measure) -> str | None:
        """What the article speaks of, unless the figure's sentence speaks of something else."""
        head, state = self._head(scope)
        if head.kind in ("noun", "of", "owned", "pronoun") and measure.roles in (
            "owner",
            "agent",
            "product",
            "payer",
            "buyer",
        ):
            return self._employer(self._running.resolve(head, scope.offset, state, measure.cues))
        return state.topic

    def _head(self, scope: Scope) -> tuple[Head, State]:
        """The subject of the figure's clause, or of its sentence where the clause has none; read once."""
        key = scope.offset, scope.start
        if key not in self._heads:
            self._heads[key] = self._read_head(scope)
        return self._heads[key]

    def _read_head(self, scope: Scope) -> tuple[Head, State]:
        state = self._running.at(scope.offset)
        inner = inner_head(scope.text, scope.names, scope.offset, scope.left, scope.start)
        inner = inner or antecedent(scope.text, scope.names, scope.offset, scope.left)
        if inner is not None:
            return inner, state
        head = head_of(scope.text, scope.names, scope.offset, scope.left)
        if not scope.left:
            return head, state
        whole = head_of(scope.text, scope.names, scope.offset)
        if head.kind in ("none", "figure") or scope.relative:
            return inner_head(scope.text, scope.names, scope.offset, 0, scope.start) or whole, state
        stands = head.kind == "pronoun" and whole.kind not in ("none", "pronoun")
        if stands or (head.kind == "owned" and whole.kind == "name"):
            state = State(state.topic, self._running.resolve(whole, scope.offset, state))
        return head, state

    def _owner(self, scope: Scope, names: list[Name], measure: Measure | None) -> Parties:
        """The name after *de* beside the figure, else the subject of its clause, else the first name before it."""
        for name in names:
            between = scope.text[scope.end : max(scope.end, name.start - scope.offset)]
            if (
                0 < len(between) <= 25
                and _OF.search(between)
                and not set(",;") & set(between)
                and "auprès" not in between
                and " et " not in between
            ):
                return name.name, None
        head, state = self._head(scope)
        if (
            measure is not None
            and measure.roles == "named"
            and head.noun not in self._words.generic | self._words.attributes
        ):
            state = state._replace(topic=None)
        plain = measure is None or measure.roles != "target"
        if head.kind == "name" and head.name in names and head.name.type in ("ORG", "PRODUCT") and plain:
            return head.name.name, None
        if head.kind == "name" and head.name is not None and head.name.type == "PER" and head.noun:
            leads = head.noun in self._words.leaders and head.name.name not in self._entities.head_of
            leads = leads and (measure is None or measure.name not in _PERSONAL)
            return (state.topic if leads and state.topic else head.name.name), None
        if head.kind == "name" and head.name is not None and head.name.type == "LOC":
            return head.name.name, None
        if head.kind in ("noun", "of", "owned", "pronoun") and (measure is None or measure.roles != "target"):
            cues = measure.cues if measure and measure.roles != "named" else None
            return self._running.resolve(head, scope.offset, state, cues) or within(scope, names, head), None
        return first_of(scope, names) or said_after(scope, names, self._verbs), None

    def _employer(self, name: str | None) -> str | None:
        return self._entities.head_of.get(name, name) if name else None

    def _described(self, scope: Scope) -> str | None:
        """Who a noun at the sentence's beginning stands for (*L'éditeur*, after *l'éditeur de Redmond*)."""
        noun = _HEAD_NOUN.match(scope.text)
        if noun is None:
            return None
        earlier = self._descriptions[: bisect_left(self._descriptions, scope.offset, key=_start)]
        return next((name.name for name in reversed(earlier) if name.surface.lower().startswith(noun[1])), None)

    def _payer(self, scope: Scope, names: list[Name], measure: Measure, source: str | None) -> Parties:
        """Who pays and who receives: *X investit dans Y*, *Y cherche auprès de X*, *Y rachète X*."""
        people = organised(names)
        if measure.roles == "buyer":
            found = bought(scope, people)
            if found and found[0] is None:
                buyer = self._allowed(scope, measure)
                found = (buyer if buyer != found[1] else None), found[1]
            if found:
                return found
        if source is not None and speaks_of(scope) == "ours":
            return source, next((name.name for name in people if name.name != source), None)
        found = formers(scope) or asked(scope, people) or into(scope, people) or self._given(scope, people)
        if found:
            self.pairs.setdefault(measure.name, found)
            return found
        subject, other = two(people)
        known = self._known.get(measure.name) or self.pairs.get(measure.name)
        if known and {name for name in (subject, other) if name} <= set(known):
            return known
        return subject, other

    def _given(self, scope: Scope, people: list[Name]) -> Parties | None:
        """*X apporte 3 millions à Y*, *Il verse 3 millions à Y*."""
        for name in people:
            place = name.start - scope.offset
            if place >= scope.end and name.type == "ORG" and _GIVEN.search(scope.text[scope.end : place]):
                payers = [other.name for other in people if other.start < name.start and other.name != name.name]
                topic = payers[0] if payers else self._running.at(scope.offset).topic
                return (topic, name.name) if topic and topic != name.name else None
        return None

    def _both(self, names: list[Name]) -> Parties:
        """The two partners, in the order of the alphabet, so that either order makes one claim."""
        partners = {self._employer(name.name) or "" for name in organised(names)}
        for pair in self.pairs.values():
            if len(partners) == 1 and partners <= set(pair):
                partners |= {name for name in pair if name}
        ordered = sorted(partners)[:2]
        return (ordered[0] if ordered else None), (ordered[1] if len(ordered) > 1 else None)


def _start(name: Name) -> int:
    return name.start
