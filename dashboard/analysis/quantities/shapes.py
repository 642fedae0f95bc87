"""What the form of a figure says of it: a change, a part of a whole, a rate or a level."""

from __future__ import annotations

import re

from dashboard.analysis.quantities.figures import Figure
from dashboard.analysis.quantities.scope import Scope, spots
from dashboard.config.meaning import Measure

# A part of a whole: a figure without a percent sign (*un tiers*), one before *de* and what it is a part of.
_SIGN = re.compile(r"%|pour[ -]cent|per ?cent|points?\b|\bpp\b")
_PART_OF = re.compile(
    r"\s?(?:de |des |du |d'|of )(?!plus|moins|hausse|baisse|croissance|recul|mieux|progression|growth)"
)
_BY = re.compile(r"(?:^|\W)(?:de|d'|du|by)\s?(?:près d'|plus d'|environ )?$")
_LEVEL = re.compile(r"(?:\bà|atteint|atteignait|représente|représentait|pèse|\bat|plafonn\w{1,6})\s?$")
_LIMITED = re.compile(r"(?:limit\w{1,4}|conten\w{1,3}|équivalen\w{1,3}) à\s?$")
_RISEN = re.compile(r"\s?(?:de|en) (?:plus|moins)\b")
_PASSED = re.compile(r"\bpass\w{1,8} de\s?$")  # de 60 à 38 %: two levels
_TOUCHING = 15  # characters from a verb of change to its figure


def has_shape(measure: Measure, scope: Scope, figure: Figure) -> bool:
    """Whether the figure can be the change or share that the measure is; any figure for the other measures."""
    if measure.shape == "any":
        return True
    head = scope.text[max(0, scope.start - 25) : scope.start]
    bare = figure.unit == "%" and not _SIGN.search(scope.text[scope.start : scope.end])
    if measure.shape == "rate":
        return not bare
    part = bare or (figure.unit == "%" and _PART_OF.match(scope.text, scope.end) is not None)
    if measure.shape == "share":
        return part
    if signed(scope):
        return True
    if is_passage(scope, figure):
        return False
    if part:
        told = _BY.search(head) is not None or _RISEN.match(scope.text, scope.end) is not None
        return told or (
            not bare and any(scope.start - _TOUCHING < end <= scope.start for _, end in spots(measure.cues, scope.text))
        )
    return _LEVEL.search(head) is None or _LIMITED.search(head) is not None


def signed(scope: Scope) -> bool:
    """Whether a plus or minus stands at the figure (*+5,8 %*)."""
    return "+" in scope.text[max(0, scope.start - 1) : scope.start + 1] or scope.text[scope.start] in "-−–"


def is_passage(scope: Scope, figure: Figure) -> bool:
    """Whether a range is two levels (*est passée de 60 à 38 %*) and no change."""
    return figure.low is not None and _PASSED.search(scope.text[max(0, scope.start - 25) : scope.start]) is not None
