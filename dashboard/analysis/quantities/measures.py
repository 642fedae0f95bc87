"""What a figure measures, by cue words: right after it, in its clause, in its sentence, in the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.analysis.quantities.changes import changed, is_quoted, part_of
from dashboard.analysis.quantities.cues import CueBook, Spans, book_of
from dashboard.analysis.quantities.figures import Figure
from dashboard.analysis.quantities.scope import Scope, spots
from dashboard.analysis.quantities.shapes import has_shape, is_passage, signed
from dashboard.config.meaning import Measure
from dashboard.config.quantities import QuantityRules

_OF = re.compile(
    r"\s{0,2}(?:environ |seulement |à peine )?(?:(?:des|du|de|d'|en|of|on|in) ?)?"
    r"(?:l'|la |le |les |son |sa |ses |leur |leurs |mon |ma |mes |notre |nos |the |its |ce |cette |ces )?"
)
_OWN_FIGURE = re.compile(r"\s{0,2}(?:[^\W\d_]{1,20}['’ ]{1,2}){0,4}$")
# *réduit de 30 %*, where the word before *de* is no noun: no article or preposition stands before it
_VERB_BY = re.compile(
    r"(?<![\w'])(?!(?:un|une|le|la|les|du|des|au|aux|ce|cet|cette|son|sa|ses|leurs?|à|en|par|pour|avec|sur|dans|of|the)\s)"
    r"[^\W\d_]{1,20}\s(?:a |ont |été )?[^\W\d_]{3,20} (?:encore |déjà |ainsi |même )?(?:de|d')\s?"
    r"(?:près d[e'] ?|plus d[e'] ?|moins d[e'] ?|environ |quelque )?$"
)
_AGAINST = re.compile(r"(?<!\w)(?:contre|against|versus)(?: seulement| environ| près de| plus de)? $")
_NEXT_NOUN = re.compile(r"\s(?:[^\W\d_]{2,20}\s)?([^\W\d_]{3,25})")
_PRICED = re.compile(
    r"[^\W\d_]{3,20} à (?:moins de |plus de |partir de |seulement |quelque )?$"
)  # un forfait à 25 euros
_CHEAP, _FAR = 1000, 45
_COMPLEMENT, _NOUN, _WITHIN = 3.0, 1.6, 0.45
_BEFORE, _AFTER, _OUTSIDE, _SHADOWED = 1.5, 1.1, 0.5, 0.45
_LEAST, _TELLING, _FALLBACK, _CLEAR = 0.01, 1000, 0.2, 0.7
_CHANGE = "growth"  # the change of whatever the sentence tells
_ANYBODY = frozenset(
    ("personnes", "postes", "emplois", "salariés", "gens", "people", "jobs", "workers", "hommes", "femmes")
)
_ASIDE = ("date", "age", "duration", "ordinal")
_REACH = 30.0  # characters after which a cue weighs half

Scored = tuple[Measure | None, float]


def measures_of(scopes: Sequence[Scope], figures: Sequence[Figure], rules: QuantityRules) -> list[Measure | None]:
    """The measure of each figure of an article.

    A large amount that the article gives twice measures one thing: all its mentions take the measure of the one
    whose cue stands nearest. A figure beside another of its kind that has no cue of its own (*contre 242*, *Paris
    en compte 300*) measures what the other does.
    """
    kept: dict[tuple[object, ...], Scored] = {}
    read = [_scored_once(scope, figure, rules, kept) for scope, figure in zip(scopes, figures, strict=True)]
    best: dict[tuple[object, ...], Scored] = {}
    for figure, (measure, score) in zip(figures, read, strict=True):
        key = _amount(figure)
        if key and measure is not None and score > best.get(key, (None, 0.0))[1]:
            best[key] = measure, score
    made = [
        best.get(_amount(figure) or (), (measure, 0.0))[0] for figure, (measure, _) in zip(figures, read, strict=True)
    ]
    last = 0  # the last figure that is no date, duration or rank
    for place in range(1, len(made)):
        if _goes_on(scopes[place], figures[place], (scopes[last], figures[last]), read[place][1]):
            made[place] = made[last]
        elif _is_share(made[place]) and scopes[place].offset == scopes[last].offset:
            made[place] = part_of(scopes[place], made[last], rules.measures) or made[place]
        if figures[place].kind not in _ASIDE:
            last = place
    if any(measure is not None and measure.name in rules.market.reports for measure in made):
        made = [
            rules.market.measure if _is_change(measure) and is_quoted(scope, rules.market) else measure
            for scope, measure in zip(scopes, made, strict=True)
        ]
    return [_dated(place, scopes, figures, made) for place in range(len(made))]


def _is_share(measure: Measure | None) -> bool:
    return measure is not None and measure.shape == "share"


def _is_change(measure: Measure | None) -> bool:
    return measure is not None and measure.name == _CHANGE


def _goes_on(scope: Scope, figure: Figure, before: tuple[Scope, Figure], score: float) -> bool:
    """Whether a figure measures what the one before it does: set against it, or without a cue of its own."""
    earlier = before[1]
    bare = _is_plain(figure)
    if not (bare and earlier.kind in ("count", "people")) and (figure.kind, figure.unit) != (
        earlier.kind,
        earlier.unit,
    ):
        return False
    together = before[0].offset == scope.offset
    if together and (bare or figure.noun is None) and _AGAINST.search(scope.text[: scope.start]):
        return True
    if score >= _CLEAR or figure.kind in _ASIDE:
        return False
    return bare or (together and score <= _FALLBACK)


def _is_plain(figure: Figure) -> bool:
    """Whether a figure counts without saying what."""
    return figure.kind == "count" and figure.unit is None and figure.noun is None


def _counts(figure: Figure) -> bool:
    """Whether a figure counts something that it names, and so is no amount of money (*deux alliés*)."""
    return figure.kind in ("count", "people") and figure.noun is not None


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
            if found is not None and figures[other].kind == "money":
                return found if "date" in found.kinds else None
    return measure


def _amount(figure: Figure) -> tuple[object, ...] | None:
    """What makes two figures one amount; None for those too small or too common to tell."""
    size = figure.value if figure.value is not None else figure.low
    if figure.kind not in ("money", "people") or size is None or size < _TELLING:
        return None
    return figure.kind, figure.value, figure.low, figure.high, figure.unit


def measure_of(scope: Scope, figure: Figure, rules: QuantityRules) -> Measure | None:
    """The measure whose cues stand nearest; None where no measure of the figure's kind has one."""
    return scored_measure(scope, figure, rules)[0]


def _scored_once(scope: Scope, figure: Figure, rules: QuantityRules, kept: dict[tuple[object, ...], Scored]) -> Scored:
    """As ``scored_measure``, kept for figures that stand in the same words."""
    place = (scope.text, scope.before, scope.start, scope.end, scope.left, scope.right, scope.others)
    key = (*place, figure.kind, figure.unit, figure.noun)
    if key not in kept:
        kept[key] = scored_measure(scope, figure, rules)
    return kept[key]


def scored_measure(scope: Scope, figure: Figure, rules: QuantityRules) -> Scored:
    """The measure whose cues stand nearest, and how near; one of the sentence before counts next to nothing."""
    book = book_of(rules)
    hits = book.hits(scope.text)
    told = set(_told(book, scope, figure))
    following = _OF.match(scope.text, scope.end)
    completed = set(book.complements(scope.text, following.end())) if following else set()
    best: Scored = (None, 0.0)
    for place in sorted({*hits, *told, *completed, *book.shapes}):
        measure = book.measures[place]
        if not _is_allowed(measure, scope, figure, place in told):
            continue
        plain = _COMPLEMENT if place in completed else _score(measure, scope, place in told, hits.get(place, ()))
        score = plain * measure.weight
        if score > best[1]:
            best = measure, score
    if best[0] is not None and best[0].name == _CHANGE:
        return changed(scope, best[0], rules.changes), best[1]
    if best[0] is not None:
        return best
    if (
        figure.kind == "money"
        and (figure.value or _CHEAP) < _CHEAP
        and _PRICED.search(scope.text, max(0, scope.start - _FAR), scope.start)
    ):
        return book.measures[book.fallback["priced"][0]], _FALLBACK
    before = _from_before(book, scope, figure) if figure.kind in ("money", "people", "percent", "count") else None
    fallback = _fallback(book, scope, figure)
    if before is not None and (fallback is None or figure.kind != "percent"):
        return before, _LEAST
    if fallback is not None and fallback.name == _CHANGE:
        fallback = changed(scope, fallback, rules.changes)
    return fallback, _FALLBACK if fallback else 0.0


def _told(book: CueBook, scope: Scope, figure: Figure) -> list[int]:
    """The measures that the counted noun or the unit says alone."""
    noun = figure.noun or ""
    if noun and noun not in book.by_noun:
        further = _NEXT_NOUN.match(scope.text, scope.end - len(noun) - 1)
        noun = further[1] if further else noun
    return [*book.by_noun.get(noun, ()), *book.by_unit.get(figure.unit or "", ())]


def _is_allowed(measure: Measure, scope: Scope, figure: Figure, told: bool) -> bool:
    return (
        (figure.kind in measure.kinds or (_is_plain(figure) and "people" in measure.kinds))
        and (not measure.units or figure.unit in measure.units)
        and (told or not (_counts(figure) and "money" in measure.kinds))
        and (told or not spots(measure.excluded, scope.clause))
        and (measure.needed is None or bool(measure.needed.search(scope.before + scope.text)))
        and has_shape(measure, scope, figure)
    )


def _score(measure: Measure, scope: Scope, told: bool, cues: Spans) -> float:
    if measure.shape == "share":
        return _LEAST * 2
    score = _NOUN if told else 0.0
    if measure.shape == "change" and signed(scope):
        score = _NOUN
    for start, end in cues:
        if measure.shape in ("any", "rate") or scope.left <= start < scope.right:
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


def _from_before(book: CueBook, scope: Scope, figure: Figure) -> Measure | None:
    """The measure of the last cue of the sentence before."""
    best, latest = None, -1
    if _counts(figure) and (figure.kind == "count" or figure.noun not in _ANYBODY):
        return None
    for place, found in book.hits(scope.before).items():
        measure = book.measures[place]
        if (
            measure.shape in ("any", "rate")
            and found[-1][0] > latest
            and _is_allowed(measure, scope, figure, told=False)
        ):
            best, latest = measure, found[-1][0]
    return best


def _fallback(book: CueBook, scope: Scope, figure: Figure) -> Measure | None:
    """What a figure of its unit or kind measures where no word tells; *réduit de 30 %* is a change."""
    if figure.kind == "percent":
        change = _VERB_BY.search(scope.text[max(0, scope.start - 60) : scope.start])
        change = None if is_passage(scope, figure) else change
        shape = "change" if change or figure.unit == "pp" else "share"
        return next((book.measures[place] for place in book.shapes if book.measures[place].shape == shape), None)
    for key in (figure.unit, figure.kind):
        for place in book.fallback.get(key or "", ()):
            if figure.kind in book.measures[place].kinds:
                return book.measures[place]
    return None
