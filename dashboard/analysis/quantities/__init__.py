"""Every figure that an article reports: value, unit, what it measures, whose it is and how sure the article is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dashboard.analysis.quantities.certainty import Sureness, source_of, sureness_of
from dashboard.analysis.quantities.examples import example_failures
from dashboard.analysis.quantities.figures import Figure
from dashboard.analysis.quantities.grammar import find_figures
from dashboard.analysis.quantities.measures import measures_of
from dashboard.analysis.quantities.roles import Cast
from dashboard.analysis.quantities.scope import Reader, Scope
from dashboard.analysis.quantities.speakers import Speaker, speaker_of
from dashboard.analysis.quotes import quotes_of
from dashboard.config import Config
from dashboard.model import Document, Passage, Quantity, Quote
from dashboard.text.clean import fold

__all__ = ["Figure", "example_failures", "find_figures", "quantities_of"]

_MARKS = re.compile(r"[«“\"]")
_NESTED = 4  # quotes that may hold one another
_CENTIMES = re.compile(r"\s(?:centimes?|cts?)$")
_YEAR = re.compile(r"(?<![\w.,-])((?:19|20)[0-9]{2})(?![\w%-])")


def quantities_of(document: Document, config: Config, quotes: Sequence[Quote] | None = None) -> list[Quantity]:
    """The figures of an article outside its boilerplate, sorted by place, none overlapping another.

    ``quotes`` are those of the article, sorted by place, where they have been read before; None: they are read here.
    """
    placed = [
        (passage, figure)
        for passage in document.passages
        if passage.role != "boilerplate"
        for figure in _figures_in(document, passage, config)
    ]
    figures = _with_money([figure for _, figure in placed], document.article.text)
    meanings = _meanings(document, figures, config, quotes)
    return [
        _quantity(document, passage, figure, meaning)
        for (passage, _), figure, meaning in zip(placed, figures, meanings, strict=True)
    ]


def _figures_in(document: Document, passage: Passage, config: Config) -> list[Figure]:
    article = document.article
    text = article.text[passage.start : passage.end]
    found = find_figures(text, article.language, config.quantities, article.text)
    return [replace(figure, start=figure.start + passage.start, end=figure.end + passage.start) for figure in found]


def _with_money(figures: list[Figure], text: str) -> list[Figure]:
    """Amounts whose currency is not printed take that of the money before them in their paragraph, else the
    article's most frequent one, the first of equals.

    Bare centimes are parts of the article's currency, too.
    """
    bare = {figure.start for figure in figures if _CENTIMES.search(text[figure.start : figure.end])}
    printed = [figure for figure in figures if figure.kind == "money" and figure.unit and figure.start not in bare]
    counted = Counter(figure.unit for figure in printed)
    usual = counted.most_common(1)[0][0] if counted else None
    unit, last, made = usual, 0, []
    for figure in figures:
        if "\n" in text[last : figure.start]:
            unit = usual
        last = figure.end
        if figure.kind == "money" and (figure.unit is None or (figure.start in bare and unit)):
            figure = replace(figure, unit=unit)
        elif figure.kind == "money":
            unit = figure.unit
        made.append(figure)
    return made


class _Meaning(NamedTuple):
    """What a figure measures, whose it is, when, and how sure it is."""

    measure: str | None
    parties: tuple[str | None, str | None]
    refers_to: str | None
    sure: Sureness


def _meanings(
    document: Document, figures: list[Figure], config: Config, quotes: Sequence[Quote] | None
) -> list[_Meaning]:
    """What each figure of an article means. The parties are read twice: what the first reading finds in clear
    sentences settles the others in the second."""
    rules, reader = config.quantities, Reader(document, figures)
    scopes = [reader.scope(figure) for figure in figures]
    measures = measures_of(scopes, figures, rules)
    if quotes is None:
        quotes = quotes_of(document, config) if figures and _MARKS.search(document.article.text) else ()
    quoted = _quoted(figures, quotes)
    speakers = [speaker_of(scope, rules.certainty, said) for scope, said in zip(scopes, quoted, strict=True)]
    reporters = [source_of(speaker, rules.certainty, config.entities) for speaker in speakers]
    first = Cast(document, config.entities, rules)
    for asked in zip(scopes, measures, reporters, strict=True):
        first.parties(*asked)
    cast = Cast(document, config.entities, rules, first)
    made = []
    for figure, scope, measure, reporter, speaker in zip(figures, scopes, measures, reporters, speakers, strict=True):
        parties = cast.parties(scope, measure, reporter)
        sure = sureness_of(scope, rules.certainty, config.entities, speaker, parties)
        sure = sure._replace(attributed_to=_as_printed(sure.attributed_to, scope, document.article.text))
        year = None if figure.kind == "date" else _year_of(scope)
        made.append(_Meaning(measure.name if measure else None, parties, year, sure))
    return made


def _quoted(figures: list[Figure], quotes: Sequence[Quote]) -> list[Speaker | None]:
    """Who says the quotation in which each figure stands, None outside one or where the text does not tell."""
    told = [quote for quote in quotes if quote.speaker_surface and quote.kind != "indirect"]
    starts = [quote.start for quote in told]
    made: list[Speaker | None] = []
    for figure in figures:
        near = told[max(0, bisect_right(starts, figure.start) - _NESTED) : bisect_right(starts, figure.start)]
        inside = [quote for quote in near if quote.start <= figure.start and figure.end <= quote.end]
        made.append(Speaker(inside[-1].speaker_surface, inside[-1].speaker) if inside else None)
    return made


def _as_printed(who: str | None, scope: Scope, text: str) -> str | None:
    """A source with the capitals of the article, but for that of a determiner; canonical names as they are."""
    place = scope.text.find(who) if who else -1
    if who is None or place < 0:
        return who
    printed = fold(text[scope.offset + place : scope.offset + place + len(who)])
    return printed[0].lower() + printed[1:] if " " in printed or "'" in printed else printed


def _quantity(document: Document, passage: Passage, figure: Figure, meaning: _Meaning) -> Quantity:
    article = document.article
    return Quantity(
        quantity_id=f"{article.article_id}:q{figure.start}",
        article_id=article.article_id,
        passage_id=passage.passage_id,
        start=figure.start,
        end=figure.end,
        surface=article.text[figure.start : figure.end],
        kind=figure.kind,
        value=figure.value,
        min=figure.low,
        max=figure.high,
        date=figure.date,
        unit=figure.unit if figure.kind != "date" else None,
        bound=figure.bound,
        measure=meaning.measure,
        subject=meaning.parties[0],
        counterparty=meaning.parties[1],
        refers_to=meaning.refers_to,
        certainty=meaning.sure.certainty,
        attributed_to=meaning.sure.attributed_to,
    )


def _year_of(scope: Scope) -> str | None:
    """The year that governs a figure: one in its clause with no comma between, or one that opens the sentence."""
    found = None
    for year in _YEAR.finditer(scope.text):
        if scope.left <= year.start() < scope.right:
            start, end = sorted((year.start(), scope.start))
            if start == scope.start and _DATES.search(scope.text[scope.end : end]):
                return year[1]
            if "," not in _DECIMAL.sub("", scope.text[start:end]) and (found is None or year.start() >= scope.end):
                return year[1]
        if year.start() <= _OPENING and year.end() <= scope.start and not _APPOSED.match(scope.text):
            found = year[1]
    return found


_OPENING = 25  # characters in which a sentence says when it happens
# *Signé en 2019, l'accord...*: when something else happened
_APPOSED = re.compile(
    r"^\W{0,4}(?!mais|puis|ainsi|aussi|depuis|toujours|ensuite|alors|\w{1,20}ment\b)\w{1,15}(?:é|i|u|t|s)e?s? "
    r"(?:en|dès|depuis|fin|début|in|back in) "
)
# *1 milliard de dollars, date de 2019*
_DATES = re.compile(r"(?:\bdat(?:e|ent|ait|ant) (?:de |d')|\bremont\w{1,6} à )(?:[^\W\d_]{3,10} )?$")
_DECIMAL = re.compile(r"(?<=[0-9]),(?=[0-9])")
