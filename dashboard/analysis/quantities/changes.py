"""What a rise or fall is of: the noun right after the figure, before it, or opening its sentence; what a part is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.analysis.quantities.scope import Scope
from dashboard.config.changes import Changes, Market
from dashboard.config.meaning import Measure

# *5 % du prix*, *7 % de crédits en moins*
_OF = re.compile(r"\s?(?:des |du |de |d'|of |in )(?:l'|la |le |les |son |sa |ses |leurs? |the |its )?$")
# *410 salariés, dont un tiers aux États-Unis*
_PART = re.compile(r"\bdont (?:près d[e'] ?|plus d[e'] ?|environ |quelque |seulement |à peine )?$")
# *les effectifs de X ont reculé*: X itself does not
_OWNER = re.compile(r"(?:\b(?:de|du|des|chez|par|pour|avec|sur|of|at)|\bd')\s?(?:la |l'|le |les )?$")
_BRACKET = re.compile(r" \([+–-]?\s?")
_WORD = re.compile(r"[^\W\d_]+(?:'est)?")
_NEAR_AFTER = 45  # characters after a figure in which an inverted subject stands (*En hausse de 5 %, les ventes*)


def changed(scope: Scope, change: Measure, changes: Changes) -> Measure:
    """The measure of a change by the noun whose it is; ``change`` itself where the sentence names none."""
    before, after = None, None
    for match in changes.nouns.finditer(scope.text):
        if match.end() <= scope.start:
            before = match
        elif match.start() >= scope.end:
            after = match
            break
    if after is not None and _OF.fullmatch(scope.text, scope.end, after.start()):
        return changes.measure(after)
    if before is not None:
        return changes.measure(before)
    if after is not None and after.start() - scope.end < _NEAR_AFTER and after.end() <= scope.right:
        return changes.measure(after)
    return change


def is_quoted(scope: Scope, market: Market) -> bool:
    """Whether a name stands right before the figure with nothing but a rise or fall between (*Valorys a cédé 3 %*)."""
    for name in scope.names:
        end = name.end - scope.offset
        if name.type == "LOC" or not 0 <= scope.start - end <= _NEAR_AFTER:
            continue
        if _OWNER.search(scope.text, 0, name.start - scope.offset):
            continue
        between = scope.text[end : scope.start]
        if _BRACKET.fullmatch(between):
            return True
        others = [word for word in _WORD.findall(market.moves.sub(" ", between)) if word not in market.between]
        if not others and end >= scope.left and "," not in between and market.moves.search(between):
            return True
    return False


def part_of(scope: Scope, whole: Measure | None, measures: Sequence[Measure]) -> Measure | None:
    """The measure of a share that *dont* ties to the ``whole`` told before it; None where it ties it to none."""
    if whole is None or whole.part is None or not _PART.search(scope.text, 0, scope.start):
        return None
    return next((measure for measure in measures if measure.name == whole.part), None)
