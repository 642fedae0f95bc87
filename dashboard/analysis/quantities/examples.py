"""Runs the examples that stand beside the rules of figures."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.analysis.quantities.figures import Figure
from dashboard.analysis.quantities.grammar import find_figures
from dashboard.analysis.quantities.measures import measure_of
from dashboard.analysis.quantities.scope import plain_scope
from dashboard.config import Config
from dashboard.config.figures import Style
from dashboard.config.meaning import Measure
from dashboard.config.quantities import QuantityRules

_ENGLISH_HINTS = ("The ", "the ")


def example_failures(config: Config) -> list[str]:
    """One sentence for each example of ``config/quantities*.toml`` that the rules do not meet; empty if all do."""
    rules = config.quantities
    found = [failure for style in rules.styles for failure in _style_failures(style, rules)]
    for file, measures in (("quantities.toml: measures.", rules.measures), ("quantities_things.toml: ", rules.things)):
        found += [failure for measure in measures for failure in _measure_failures(measure, rules, file)]
    return found


def written(text: str, figure: Figure) -> str:
    """A figure as examples write it: ``surface | kind | value | unit``."""
    if figure.date is not None:
        value = figure.date
    elif figure.value is not None:
        value = f"{figure.value:.6g}" if figure.value % 1 else f"{figure.value:.0f}"
    else:
        low, high = figure.low or 0.0, figure.high
        value = f"{low:.12g}.." + ("" if high is None else f"{high:.12g}")
    return f"{text[figure.start : figure.end]} | {figure.kind} | {value} | {figure.unit or '-'}"


def _style_failures(style: Style, rules: QuantityRules) -> Iterator[str]:
    place = f"config/quantities_examples.toml: style {style.name!r}"
    for text, expected in style.reads:
        got = tuple(written(text, figure) for figure in find_figures(text, style.language, rules))
        if got != expected:
            yield f"{place}: {text!r} expected {'; '.join(expected)}, got {'; '.join(got) or 'nothing'}"
    for text in style.leaves:
        got = tuple(written(text, figure) for figure in find_figures(text, style.language, rules))
        if got:
            yield f"{place}: {text!r} expected no figure, got {'; '.join(got)}"


def _measure_failures(measure: Measure, rules: QuantityRules, file: str) -> Iterator[str]:
    place = f"config/{file}{measure.name}"
    for example in measure.examples:
        got = marked_measure(example, rules)
        if got != measure.name:
            yield f"{place}: {example!r} expected {measure.name}, got {got or 'no measure'}"
    for example in measure.counter_examples:
        if marked_measure(example, rules) == measure.name:
            yield f"{place}: {example!r} expected any other measure, got {measure.name}"


def marked_measure(example: str, rules: QuantityRules) -> str | None:
    """The measure of the figure between square brackets; None where none is read there."""
    start, end = example.index("["), example.index("]") - 1
    text = example.replace("[", "").replace("]", "")
    language = "en" if any(hint in example for hint in _ENGLISH_HINTS) else "fr"
    for figure in find_figures(text, language, rules):
        if figure.start < end and start < figure.end:
            scope = plain_scope(text, figure.start, figure.end)
            measure = measure_of(scope, figure, rules)
            return measure.name if measure else None
    return None
