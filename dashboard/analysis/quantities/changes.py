"""What a rise or fall is of: the noun right after the figure, before it, or opening its sentence; what a part is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.analysis.quantities.scope import Scope
from dashboard.config.changes import Changes
from dashboard.config.meaning import Measure

# *5 % du prix*, *7 % de crédits en moins*
_OF = re.compile(r"\s?(?:des |du |de |d'|of |in )(?:l'|la |le |les |son |sa |ses |leurs? |the |its )?$")
# *410 salariés, dont un tiers aux États-Unis*
_PART = re.compile(r"\bdont (?:près d[e'] ?|plus d[e'] ?|environ |quelque |seulement |à peine )?$")
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


def part_of(scope: Scope, whole: Measure | None, measures: Sequence[Measure]) -> Measure | None:
    """The measure of a share that *dont* ties to the ``whole`` told before it; None where it ties it to none."""
    if whole is None or whole.part is None or not _PART.search(scope.text, 0, scope.start):
        return None
    return next((measure for measure in measures if measure.name == whole.part), None)
