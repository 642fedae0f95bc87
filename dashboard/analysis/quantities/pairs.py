"""Two parties in one sentence: who invests in whom, who buys, holds, judges whom."""

from __future__ import annotations

import re
from itertools import pairwise

from dashboard.analysis.quantities.scope import Scope, spots
from dashboard.model import Name

Parties = tuple[str | None, str | None]

_INTO = re.compile(r"\b(?:dans|chez|into|in|au capital d[eu']|au profit de|en faveur de)\b")
_FROM = re.compile(r"\b(?:auprès d(?:e la|e|u|'))\s?$|\bfrom (?:the )?$")
_TO = re.compile(r"(?:\b(?:à|au|aux|contre|to|on|against)|\bà la|\bà l')\s?$")
_HELD = re.compile(r"(?:capital|parts|actions|actionnaires?|titres|stake|shares|shareholder)\b[^,;]{0,12}$")
_FORMER = re.compile(
    r"^\W{0,3}le premier(?= (?:a|avait|est|va|s'\w+|n'\w+|y|en"
    r"|(?:investi|inject|vers|apport|détien|pai|rach|financ)\w{0,10})\b)"
)
_TAKEN = re.compile(
    r"(?<!\w)(?:(?:rachats?|acquisitions?|reprise|prise de contrôle|opa|offre publique|takeover|purchase"
    r"|(?:mettre|mis|mettra|met) la main) (?:sur |de |d'|du |des |of |par )(?:l[ae] |les |l')?"
    r"|(?:rach[eè]t|acqui|acquér|absorb|s'offr|repren|buy|bought)\w{0,8}(?!\w))"
)
_BY = re.compile(r"^[^;:.]{0,60}?(?<!\w)(?:par|by) (?:le |la |l'|les |the )?(?:[^\W\d_]{2,15} ){0,2}$")


def organised(names: list[Name]) -> list[Name]:
    """The names that may pay or hold: organisations and people."""
    return [name for name in names if name.type in ("ORG", "PER")]


def two(people: list[Name]) -> Parties:
    """The first two names."""
    distinct = list(dict.fromkeys(name.name for name in people))
    return (distinct[0] if distinct else None), (distinct[1] if len(distinct) > 1 else None)


def formers(scope: Scope) -> Parties | None:
    """*Le premier a injecté 1 Md$ dans le second*: the two names of the sentence before, in their order."""
    ordered = list(dict.fromkeys(name.name for name in scope.names_before if name.type == "ORG"))
    return (ordered[0], ordered[1]) if _FORMER.match(scope.text) and len(ordered) >= 2 else None


def asked(scope: Scope, people: list[Name]) -> Parties | None:
    """*Y cherche 3 millions auprès de X*."""
    for name in people:
        if _FROM.search(scope.text[: name.start - scope.offset]):
            others = [other.name for other in people if other.name != name.name]
            return name.name, others[0] if others else None
    return None


def into(scope: Scope, people: list[Name]) -> Parties | None:
    """*X investit 3 millions dans Y*."""
    for place in (match.end() for match in _INTO.finditer(scope.text)):
        after = [name for name in people if 0 <= name.start - scope.offset - place <= 60 and name.type == "ORG"]
        if after:
            payers = [name for name in people if name.start - scope.offset < place and name.name != after[0].name]
            opened = max(scope.text.rfind(that, 0, place) for that in (" que ", " qu'", " that "))
            inner = [name for name in payers if 0 <= opened < name.start - scope.offset]  # Z affirme que X investit
            if payers:
                return (inner or payers)[0].name, after[0].name
    return None


def holder(scope: Scope, names: list[Name]) -> Parties:
    """Who holds a part of whom: *X détient 8 % du capital de Y*."""
    people = organised(names)
    for name in people:
        if _HELD.search(scope.text[: name.start - scope.offset]):
            others = [other.name for other in people if other.name != name.name]
            return (others[0] if others else None), name.name
    return two(people)


def judged(scope: Scope, names: list[Name], judges: re.Pattern[str]) -> Parties:
    """Who is judged and who judges: *X inflige une amende à Y*, *le tribunal a condamné Y*, *Y écope de*."""
    people = organised(names)
    courts = [name for name in people if judges.match(name.surface.lower())]
    others = [name for name in people if name not in courts]
    marked = [name for name in others if _TO.search(scope.text[: name.start - scope.offset])]
    near = [name for name in others if scope.left <= name.start - scope.offset < scope.start]
    chosen = marked or near or others
    other = next((name.name for name in (*courts, *others) if chosen and name.name != chosen[0].name), None)
    if not chosen:
        return None, courts[0].name if courts else None
    return chosen[0].name, other if courts or marked else None


def bought(scope: Scope, names: list[Name]) -> Parties | None:
    """Who buys whom: *le rachat de X par Y*, *Y rachète X*, *X, racheté par Y*; None where no such words stand."""
    people = organised(names)
    for start, end in spots(_TAKEN, scope.text):
        after = [name for name in people if 0 <= name.start - scope.offset - end <= 40]
        before = [name for name in people if name.end - scope.offset <= start]
        by = next((name for name in after if _BY.match(scope.text[end : name.start - scope.offset])), None)
        by = by or next(
            (
                two
                for one, two in pairwise(after)
                if _BY.match(scope.text[one.end - scope.offset : two.start - scope.offset])
            ),
            None,
        )
        if by is not None:
            taken = [name for name in after if name.start < by.start] or before[-1:]
            if taken:
                return by.name, taken[0].name
        if after:
            return (before[0].name if before and before[0].name != after[0].name else None), after[0].name
    return None
