"""Charts of how much more, or when, a term is used: what sets a group apart, and the course of a term."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.look import Look, Spec, blank, chosen_or, drawn, picked
from dashboard.charts.terms import BAR_ROW, TICKS, finished, row_labels
from dashboard.locales import _
from dashboard.locales.dates import date_text
from dashboard.locales.numbers import number

COURSE_HEIGHT = 220
#: Pixels of the counts beside a dot.
COUNTS = 54
#: So many dates are written level; more of them slanted.
MOST_LEVEL = 4
#: From this ratio on its decimals say nothing.
WHOLE = 10
# The axis counts doublings; what is read is how many times as frequent.
_TIMES = "(datum.value < 0 ? '÷' : '×') + format(pow(2, abs(datum.value)), ',')"


def keyness_chart(keyness: pd.DataFrame, look: Look) -> Spec:
    """A dot a term: to the right what one group uses more than the rest, to the left what it uses less.

    ``keyness`` is ``both_ends``: lemma, term, g2 (negative where the group uses the term less), log_ratio, count and
    count_rest, in the order in which to show them. A dot stands at the ratio of the two frequencies, on an axis of
    doublings; it is hollow where one of them is none, for then half a mention stands in. The counts of the group and
    of the rest are printed. A click selects ``lemma``.
    """
    pairs = zip(keyness["count"], keyness["count_rest"], strict=True)
    printed = [f"{number(count, look.language)} / {number(rest, look.language)}" for count, rest in pairs]
    more, colours = keyness["log_ratio"] > 0, look.palette
    paints = more.map({True: colours.accent, False: colours.verdicts["compatible"]})
    rows = keyness.assign(side=more.map({True: "more", False: "less"}), printed=printed, paint=paints)
    silent = (rows["count"] == 0) | (rows["count_rest"] == 0)
    rows = rows.assign(fill=paints.mask(silent, colours.ground), times=[_times(x, look) for x in rows["log_ratio"]])
    rows = rows.assign(spoken=rows["term"] + " · " + rows["times"] + " · " + rows["printed"])
    low, high = min(float(rows["log_ratio"].min()), 0.0), max(float(rows["log_ratio"].max()), 0.0)
    return drawn(_keyness(look), rows, low=low, high=high)


def course_chart(course: pd.DataFrame, look: Look) -> Spec:
    """Columns of a term's mentions per thousand words, one a period; ``course`` is that of ``specific``.

    A click selects ``period``.
    """
    names = [date_text(period, look.language) for period in course["period"]]
    printed = [number(round(value, 1), look.language, 1) for value in course["per_thousand"]]
    rows = course.assign(name=names, printed=printed)
    return drawn(_course(look, len(rows) <= MOST_LEVEL), rows.assign(spoken=rows["name"] + " · " + rows["printed"]))


def _times(log_ratio: float, look: Look) -> str:
    """``×8,3`` or ``÷4,2``: how many times as frequent."""
    times = 2 ** abs(log_ratio)
    return ("×" if log_ratio >= 0 else "÷") + number(round(times, 1), look.language, 0 if times >= WHOLE else 1)


@lru_cache(maxsize=16)
def _keyness(look: Look) -> Spec:
    choice, ink = picked(["lemma"]), look.palette.muted
    ends = [alt.param(name="low", value=-1), alt.param(name="high", value=1)]
    # Room for the counts beyond the outermost dots, as wide on a telephone as anywhere.
    scale = alt.Scale(domainMin=alt.expr("low"), domainMax=alt.expr("high"), nice=False, padding=COUNTS)
    axis = alt.Axis(tickCount=TICKS, tickMinStep=1, labelExpr=_TIMES, grid=True)
    place = alt.X("log_ratio:Q", title=_("frequency here against the rest"), scale=scale, axis=axis)
    base = blank().encode(alt.Y("term:N", title=None, sort=None, axis=row_labels()), tooltip=_told())
    stems = base.mark_rule(strokeWidth=2, aria=False).encode(
        place, alt.X2(datum=0), alt.Stroke("paint:N", scale=None), opacity=chosen_or(choice, 0.5, 0.15)
    )
    dots = (
        base.mark_point(filled=True, size=110, strokeWidth=2, cursor="pointer", opacity=1)
        .encode(
            place,
            alt.Fill("fill:N", scale=None),
            alt.Stroke("paint:N", scale=None),
            opacity=chosen_or(choice, 1, 0.35),
            description="spoken:N",
        )
        .add_params(choice)
    )
    printed = [_beside(base, place, side, ink) for side in ("more", "less")]
    even = blank().mark_rule(color=ink, aria=False).encode(alt.XDatum(0))
    layers = alt.layer(even, stems, dots, *printed)
    return finished(layers.add_params(*ends).properties(height=alt.Step(BAR_ROW)), look)


def _beside(base: Any, place: Any, side: str, ink: str) -> Any:
    """The counts on the outer side of the dots."""
    outer = {"more": ("left", 10), "less": ("right", -10)}
    align, away = outer[side]
    texts = base.transform_filter(alt.datum.side == side)
    return texts.mark_text(align=align, dx=away, fontSize=12, aria=False, color=ink).encode(place, text="printed:N")


def _told() -> list[Any]:
    return [
        alt.Tooltip("term:N", title=_("Term")),
        alt.Tooltip("count:Q", title=_("Mentions here"), format=",d"),
        alt.Tooltip("count_rest:Q", title=_("Mentions elsewhere"), format=",d"),
        alt.Tooltip("times:N", title=_("Frequency here against the rest")),
        alt.Tooltip("log_ratio:Q", title=_("Log ratio"), format="+,.2f"),
        alt.Tooltip("g2:Q", title="G²", format="+,.1f"),
    ]


@lru_cache(maxsize=16)
def _course(look: Look, level: bool) -> Spec:
    choice = picked(["period"])
    dates = alt.Axis(labelAngle=0 if level else -40, labelOverlap=True)
    chart = (
        blank()
        .mark_bar(color=look.palette.accent, cursor="pointer")
        .encode(
            alt.X("name:N", title=None, sort=None, axis=dates),
            alt.Y("per_thousand:Q", title=_("mentions per 1,000 words"), axis=alt.Axis(tickCount=4)),
            opacity=chosen_or(choice, 1, 0.35),
            tooltip=[
                alt.Tooltip("name:N", title=_("Period")),
                alt.Tooltip("count:Q", title=_("Mentions"), format=",d"),
                alt.Tooltip("printed:N", title=_("per 1,000 words")),
            ],
            description="spoken:N",
        )
        .add_params(choice)
    )
    return finished(chart.properties(height=COURSE_HEIGHT), look)
