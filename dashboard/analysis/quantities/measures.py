"""What a figure measures, by cue words: right after it, in its clause, in its sentence, in the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.analysis.quantities.figures import Figure
from dashboard.analysis.quantities.scope import Scope, spots
from dashboard.config.meaning import Measure

_OF = re.compile(
    r"\s{0,2}(?:environ |seulement |à peine )?(?:(?:des|du|de|d'|en|of|on|in) ?)?"
    r"(?:l'|la |le |les |son |sa |ses |leur |leurs |the |its |ce |cette |ces )?"
)
_OWN_FIGURE = re.compile(r"\s{0,2}(?:[^\W\d_]{1,20}['’ ]{1,2}){0,4}$")
# A part of a whole: a figure without a percent sign (*un tiers*), one before *de* and what it is a part of.
_SIGN = re.compile(r"%|pour[ -]cent|per ?cent|points?\b|\bpp\b")
_PART_OF = re.compile(
    r"\s?(?:de |des |du |d'|of )(?!plus|moins|hausse|baisse|croissance|recul|mieux|progression|growth)"
)
_BY = re.compile(r"(?:^|\W)(?:de|d'|du|by)\s?(?:près d'|plus d'|environ )?$")
_LEVEL = re.compile(r"(?:\bà|atteint|atteignait|représente|représentait|pèse|\bat|plafonn\w{1,6})\s?$")
_LIMITED = re.compile(r"(?:limit\w{1,4}|conten\w{1,3}|équivalen\w{1,3}) à\s?$")
_RISEN = re.compile(r"\s?(?:de|en) (?:plus|moins)\b")
_TOUCHING = 15  # characters from a verb of change to its figure
_COMPLEMENT, _NOUN, _WITHIN = 3.0, 1.6, 0.45
_BEFORE, _AFTER, _OUTSIDE, _SHADOWED = 1.5, 1.1, 0.5, 0.45
_LEAST, _TELLING = 0.01, 1000
_REACH = 30.0  # characters after which a cue weighs half


def measures_of(
    scopes: Sequence[Scope], figures: Sequence[Figure], measures: tuple[Measure, ...]
) -> list[Measure | None]:
    """The measure of each figure of an article.

    A large amount that the article gives twice measures one thing: all its mentions take the measure of the one
    whose cue stands nearest.
    """
    kept: dict[tuple[object, ...], tuple[Measure | None, float]] = {}
    read = [_scored_once(scope, figure, measures, kept) for scope, figure in zip(scopes, figures, strict=True)]
    best: dict[tuple[object, ...], tuple[Measure | None, float]] = {}
    for figure, (measure, score) in zip(figures, read, strict=True):
        key = _amount(figure)
        if key and measure is not None and score > best.get(key, (None, 0.0))[1]:
            best[key] = measure, score
    made = [
        best.get(_amount(figure) or (), (measure, 0.0))[0] for figure, (measure, _) in zip(figures, read, strict=True)
    ]
    return [_dated(place, scopes, figures, made) for place in range(len(made))]


def _dated(
    place: int, scopes: Sequence[Scope], figures: Sequence[Figure], made: Sequence[Measure | None]
) -> Measure | None:
    """The measure of a figure; a date's is that of an amount in its own clause, if it dates such things."""
    measure = made[place]
    if figures[place].kind != "date":
        return measure
    here = (scopes[place].offset, scopes[place].left)
    for other in (place - 1, place + 1):
        if 0 <= other < len(made) and (scopes[other].offset, scopes[other].left) == here:
            found = made[other]
            if found is not None and figures[other].kind == "money" and "date" in found.kinds:
                return found
    return measure


def _amount(figure: Figure) -> tuple[object, ...] | None:
    """What makes two figures one amount; None for those too small or too common to tell."""
    size = figure.value if figure.value is not None else figure.low
    if figure.kind not in ("money", "people") or size is None or size < _TELLING:
        return None
    return figure.kind, figure.value, figure.low, figure.high, figure.unit


def measure_of(scope: Scope, figure: Figure, measures: tuple[Measure, ...]) -> Measure | None:
    """The measure whose cues stand nearest; None where no measure of the figure's kind has one."""
    return scored_measure(scope, figure, measures)[0]


def _scored_once(
    scope: Scope,
    figure: Figure,
    measures: tuple[Measure, ...],
    kept: dict[tuple[object, ...], tuple[Measure | None, float]],
) -> tuple[Measure | None, float]:
    """As ``scored_measure``, kept for figures that stand in the same words."""
    place = (scope.text, scope.before, scope.start, scope.end, scope.left, scope.right, scope.others)
    key = (*place, figure.kind, figure.unit, figure.noun)
    if key not in kept:
        kept[key] = scored_measure(scope, figure, measures)
    return kept[key]


def scored_measure(scope: Scope, figure: Figure, measures: tuple[Measure, ...]) -> tuple[Measure | None, float]:
    """The measure whose cues stand nearest, and how near; one of the sentence before counts next to nothing."""
    best, best_score = None, 0.0
    kind, clause = figure.kind, scope.clause
    allowed = [
        measure
        for measure in measures
        if kind in measure.kinds
        and (not measure.units or figure.unit in measure.units)
        and (_is_named(measure, figure) or not spots(measure.excluded, clause))
        and _has_shape(measure, scope, figure)
    ]
    for measure in allowed:
        score = measure.weight * _score(measure, scope, figure)
        if score > best_score:
            best, best_score = measure, score
    if best is not None or kind not in ("money", "people", "percent"):
        return best, best_score
    return _from_before(scope, allowed), _LEAST


def _has_shape(measure: Measure, scope: Scope, figure: Figure) -> bool:
    """Whether the figure can be the change or share that the measure is; any figure for the other measures."""
    if measure.shape == "any":
        return True
    head = scope.text[max(0, scope.start - 25) : scope.start]
    bare = figure.unit == "%" and not _SIGN.search(scope.text[scope.start : scope.end])
    part = bare or (figure.unit == "%" and _PART_OF.match(scope.text, scope.end) is not None)
    if measure.shape == "share":
        return part
    if _signed(scope):
        return True
    if part:
        told = _BY.search(head) is not None or _RISEN.match(scope.text, scope.end) is not None
        return told or (
            not bare and any(scope.start - _TOUCHING < end <= scope.start for _, end in _cues(measure, scope))
        )
    return _LEVEL.search(head) is None or _LIMITED.search(head) is not None


def _cues(measure: Measure, scope: Scope) -> tuple[tuple[int, int], ...]:
    return spots(measure.cues, scope.text)


def _signed(scope: Scope) -> bool:
    """Whether a plus or minus stands at the figure (*+5,8 %*)."""
    return "+" in scope.text[max(0, scope.start - 1) : scope.start + 1] or scope.text[scope.start] in "-−–"


def _is_named(measure: Measure, figure: Figure) -> bool:
    """Whether the counted noun or the unit says the measure alone."""
    return figure.noun in measure.nouns or figure.unit in measure.own_units


def _score(measure: Measure, scope: Scope, figure: Figure) -> float:
    score = _NOUN if _is_named(measure, figure) else 0.0
    following = _OF.match(scope.text, scope.end)
    if following and measure.complements.match(scope.text, following.end()):
        return _COMPLEMENT
    if measure.shape == "share":
        return _LEAST * 2
    if measure.shape == "change" and _signed(scope):
        score = _NOUN
    for start, end in _cues(measure, scope):
        if measure.shape == "any" or scope.left <= start < scope.right:
            score = max(score, _weight(scope, start, end))
    return score


def _weight(scope: Scope, start: int, end: int) -> float:
    """How much a cue at a place of the sentence says about the figure."""
    if start < scope.end and scope.start < end:
        return _WITHIN
    inside = scope.left <= start < scope.right
    if end <= scope.start:
        weight = _BEFORE / (1 + (scope.start - end) / _REACH)
        between = any(end <= other[0] and other[1] <= scope.start for other in scope.others)
    else:
        if _leads_on(scope, end):
            return 0.0
        weight = _AFTER / (1 + (start - scope.end) / _REACH)
        between = any(scope.end <= other[0] and other[1] <= start for other in scope.others)
    return weight * (1 if inside else _OUTSIDE) * (_SHADOWED if between else 1)


def _leads_on(scope: Scope, end: int) -> bool:
    """Whether a cue after the figure belongs to the next one (*pour une valorisation de 30 Md$*)."""
    return any(
        end <= other[0] <= end + 45 and _OWN_FIGURE.match(scope.text[end : other[0]]) is not None
        for other in scope.others
    )


def _from_before(scope: Scope, measures: list[Measure]) -> Measure | None:
    """The measure of the last cue of the sentence before."""
    best, latest = None, -1
    for measure in measures:
        if measure.shape != "any":
            continue
        for start, _ in spots(measure.cues, scope.before):
            if start > latest:
                best, latest = measure, start
    return best
