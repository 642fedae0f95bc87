"""Whose a figure is by the name that stands right beside it, by the words of its speaker, by its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.analysis.quantities.heads import Head, head_of
from dashboard.analysis.quantities.scope import Scope
from dashboard.model import Name

# *Nestlé 0,7 %*, *Anne Crozier (48,7 %)*, *la candidate Solène Guichard, stable à 11,5 %*
_TOUCHING = re.compile(
    r"^(?: | \(|, (?:stable|donnée?|créditée?|en (?:hausse|baisse|recul)) (?:à |de |d')|, à |,? avec )$"
)
_LISTED = re.compile(
    r"(?:\bet|,|;|\bdevant|\bcontre|\bpuis|\bde|\bdu|:)\s(?:le |la |l'|les |m\. |mme |[^\W\d_]{3,20} ){0,3}$"
)
# *contre 40 % à M. Perrachon*, *34 % à la SNCF*
_TO = re.compile(r"^ (?:à|pour|chez) (?:m\. |mme |la |l'|le )?$")
_MINE = re.compile(r"(?<!\w)(?:je|j'|mon|ma|mes|me|m'|i|my)(?!\w)|(?<!\w)(?:j'|m')")
_OURS = re.compile(r"(?<!\w)(?:nous|notre|nos|on|we|our|us)(?!\w)")
_PLACE = re.compile(
    r"(?:^|\W)(?:à|en|au|aux|dans(?: le| la| les| l')?|sur(?: le| la| l')?|in|at)\s?(?:le |la |l'|les )?$"
)
_TIED = re.compile(
    r"(?:\b(?:de|du|des|chez|pour|par|à|au|aux|of|by|at|for)|\bd'|\bqu'|\bque)\s?"
    r"(?:la |l'|le |les |the )?(?:[^\W\d_]{3,20} )?$"
)
# A name after these only says where or beside whom something is.
_AWAY = re.compile(
    r"\b(?:dans|selon|avec|contre|auprès d\w{1,2}|face à|devant|après|avant|entre|hors|sur|in|with|against)\s?"
    r"(?:la |l'|le |les |the )?$"
)
_OFFICE = re.compile(r"^, [^;:.]{2,60}(?:\b(?:de|du|des|chez|of|at)\b|\bd')")
_APPOSED_AGE = re.compile(r"^(?:,| \(|, (?:aussi |lui )?âgée?s? (?:de |d')| ?\(?âgée?s? de )\s?$")
_FIRST_PERSON = re.compile(r"(?<!\w)(?:nous|notre|nos|je|j'|on|mon|ma|we|our|us|i)(?!\w)")
# *X et Y, 31 et 34 ans*
_FIRST_AGE = re.compile(r"^(?:,| \() ?$")
_SECOND_AGE = re.compile(r" (?:ans )?et \d")
_LAST_AGE = re.compile(r"^(?:,| \() ?\d{1,3} (?:ans )?et $")
_WEATHER = ("temperature", "rainfall", "snowfall", "wind_speed", "water_level", "traffic_jams")
_PEOPLE = (
    "inflation",
    "unemployment",
    "births",
    "life_expectancy",
    "poverty_rate",
    "vacancy_rate",
    "turnout",
    "abstention",
)
HERE = frozenset((*_WEATHER, *_PEOPLE, "price", "rent"))
_HEADING = re.compile(r"\s?:\s")  # *Lyon : le chômage recule*
_FIRST = 8  # characters in which an opening place begins
_LEADING = 10
_INCISE = re.compile(r", (?:a |ont )?([^\W\d_]{3,15}) (?:la |le |l'|les |the )?$")
_DISTANT = 60  # characters between a figure and the place it is of


def touching(scope: Scope, names: Sequence[Name]) -> str | None:
    """The name that a figure follows at once, as in a list of who has how much."""
    for name in names:
        end = name.end - scope.offset
        if end >= scope.start or scope.start - end > 40:
            continue
        between = scope.text[end : scope.start]
        if not _TOUCHING.match(between):
            continue
        if "(" in between or between[0] == "," or _LISTED.search(scope.text[: name.start - scope.offset]):
            return name.name
    return None


def given_to(scope: Scope, names: Sequence[Name]) -> str | None:
    """The person or party that a share of votes goes to (*40 % à M. Perrachon*)."""
    for name in names:
        start = name.start - scope.offset
        if 0 < start - scope.end <= 12 and _TO.match(scope.text[scope.end : start]):
            return name.name
    return None


def speaks_of(scope: Scope) -> str | None:
    """Whether a quoted figure is the speaker's (``mine``) or that of those it speaks for (``ours``); None: neither."""
    opened = max(scope.text.rfind(mark, 0, scope.start) for mark in '«“"')
    closed = scope.text.rfind("»", 0, scope.start)
    if opened <= closed or opened < 0:
        return None
    words = scope.text[opened : scope.start]
    if _MINE.search(words):
        return "mine"
    return "ours" if _OURS.search(words) else None


def employer_after(scope: Scope, names: Sequence[Name]) -> str | None:
    """The organisation that is named with the speaker after a quotation (*« ... », dit X, présidente de Y*)."""
    closed = max(scope.text.find(mark, scope.end) for mark in '»”"')
    if closed < 0:
        return None
    return next((name.name for name in names if name.type == "ORG" and name.start - scope.offset > closed), None)


def place_of(scope: Scope, measure: str, opening: bool) -> str | None:
    """The place that a figure of weather, traffic or prices is of: in its clause, or opening its sentence.

    A place at the sentence's ``opening`` (*À Bruxelles, ...*) stands for figures of all kinds.
    """
    near: list[tuple[int, str]] = []
    for name in scope.names:
        start = name.start - scope.offset
        heading = start < _FIRST and _HEADING.match(scope.text, name.end - scope.offset) is not None
        if name.type != "LOC" or not (heading or _PLACE.search(scope.text[max(0, start - 16) : start])):
            continue
        if measure not in HERE and not (opening and start < _FIRST):
            continue
        distance = start - scope.end if start >= scope.end else scope.start - start
        if scope.left <= start < scope.right or start < _FIRST or measure in HERE:
            near.append((distance, name.name))
    return min(near)[1] if near and (opening or min(near)[0] <= _DISTANT) else None


def first_of(scope: Scope, names: Sequence[Name]) -> str | None:
    """The first name of the clause before the figure, else of the sentence, organisations before people."""
    quoted = scope.text.rfind("«", 0, scope.start) > scope.text.rfind("»", 0, scope.start)
    inside = [name for name in names if scope.left <= name.start - scope.offset < scope.start]
    before = [name for name in names if name.start - scope.offset < scope.start]
    if quoted and not before and not _FIRST_PERSON.search(scope.text):
        return None  # who says it is not whose it is
    chosen = (
        inside
        or before
        or [
            name
            for name in names
            if ";" not in scope.text[scope.end : name.start - scope.offset]
            and _TIED.search(scope.text[: name.start - scope.offset])
        ]
    )
    owners = [name for name in chosen if name.type in ("ORG", "PRODUCT")]
    if owners and chosen[0].type == "PER" and chosen[0].name != owners[0].name:
        gap = scope.text[chosen[0].end - scope.offset : owners[0].start - scope.offset]
        if not _OFFICE.match(gap) and owners[0].start > chosen[0].start:
            owners = []
    chosen = owners or chosen
    return chosen[0].name if chosen else None


def said_after(scope: Scope, names: Sequence[Name], verbs: Sequence[re.Pattern[str]]) -> str | None:
    """The organisation that says the figure of itself after it (*45 embauches, promet Valorys*)."""
    for name in names:
        start = name.start - scope.offset
        incise = _INCISE.search(scope.text, scope.end, start) if start > scope.end and name.type == "ORG" else None
        if incise is not None and any(verb.match(incise[1]) for verb in verbs):
            return name.name
    return None


def leading_place(scope: Scope) -> str | None:
    """The place that opens a sentence with a comma behind it (*Aux États-Unis, les prix ont augmenté*)."""
    for name in scope.names:
        start, end = name.start - scope.offset, name.end - scope.offset
        if name.type == "LOC" and start < _LEADING and scope.text[end : end + 1] == "," and end < scope.start:
            return name.name if _PLACE.search(scope.text[:start]) else None
    return None


def within(scope: Scope, names: Sequence[Name], head: Head) -> str | None:
    """An organisation of the figure's own clause that is not what its subject only mentions."""
    if head.kind == "of":
        return None
    inside = [name for name in names if scope.left <= name.start - scope.offset < scope.start]
    return next(
        (
            name.name
            for name in inside
            if name.type in ("ORG", "PRODUCT") and not _AWAY.search(scope.text[: name.start - scope.offset])
        ),
        None,
    )


def aged(scope: Scope, names: Sequence[Name]) -> str | None:
    """Who is so old: the person named right before the age; the only person of the clause before it."""
    before = [name for name in names if name.type == "PER" and name.end - scope.offset <= scope.start]
    if len(before) > 1 and scope.text[before[-2].end - scope.offset : before[-1].start - scope.offset] == " et ":
        between = scope.text[before[-1].end - scope.offset : scope.start]
        if _FIRST_AGE.match(between) and _SECOND_AGE.match(scope.text, scope.end):
            return before[-2].name
        if _LAST_AGE.match(between):
            return before[-1].name
    if before and _APPOSED_AGE.match(scope.text[before[-1].end - scope.offset : scope.start]):
        return before[-1].name
    head = head_of(scope.text, scope.names, scope.offset)
    return head.name.name if head.kind == "name" and head.name and head.name.type == "PER" else None
