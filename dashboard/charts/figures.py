"""The signature chart: claims by sources; and the numbers of one claim on their own scale."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from dashboard.analysis.ledger import rows_of
from dashboard.charts.sheet import Sheet, plan
from dashboard.charts.style import Palette, finish, palette
from dashboard.charts.touch import touch
from dashboard.charts.wording import certainty_of
from dashboard.locales import _
from dashboard.locales.numbers import short_form

#: Filled: affirmed; hollow: hedged; crossed: denied. A circle, and a circle with a cross in it.
_RING = "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z"
_CROSSED = f"{_RING}M-0.65,-0.65L0.65,0.65M-0.65,0.65L0.65,-0.65"
_SHAPES = {"affirmed": _RING, "hedged": _RING, "denied": _CROSSED}
_LONGEST_TITLE = 96
STRIP_ROW = 34
#: The room right of the scale for a character of the numbers, in shares of the scale, and the most that get it.
_LETTER, _MOST_LETTERS = 0.05, 20


def legend_text() -> str:
    """What the marks of the chart mean, in words."""
    parts = [
        _("● stated as fact"),
        _("○ conditional, attributed, rumour or projected"),
        _("⊗ denied"),
        _("— does not give the figure"),
    ]
    # A plain row of blanks would be drawn as one.
    return "\u00a0\u00a0 ".join(parts)


def claims_chart(sheet: Sheet, title: str = "", dark: bool = False) -> Any:
    """Claims by sources; a click selects ``claim_id`` and ``source`` ("" on what belongs to the whole row).

    ``title`` says the finding. The sheet must hold a claim and a source at least.
    """
    colours = palette(dark)
    places = plan(sheet, colours)
    across = alt.Scale(domain=[0, places.width], nice=False)
    down = alt.Scale(domain=[0, places.height], nice=False, reverse=True)
    x, y = alt.X("x:Q", scale=across, axis=None), alt.Y("y:Q", scale=down, axis=None)
    boxes = _boxes(places.boxes, across, down)
    fills = boxes.mark_rect(cornerRadius=3, aria=False).encode(alt.Color("fill:N", scale=None))
    layers = [fills, _bars(places.bars, x, y), *_marks(places.marks, x, y, colours), _words(places.words, x, y)]
    top = touch(boxes, ["claim_id", "source"], colours, _tooltip())
    chart = alt.layer(*layers, top).properties(height=places.height)
    return finish(_steady(chart), sheet.language, dark, _folded_title(title), legend_text())


def strip_chart(figures: pd.DataFrame, colours: dict[str, str], language: str, dark: bool = False) -> Any:
    """The numbers of one claim on their own scale, one row a source, the numbers printed.

    ``figures`` are rows of ``strips`` for one claim; ``colours`` are those of the sources.
    """
    ground = palette(dark)
    rows = figures.assign(
        text=[short_form(row, language) for row in rows_of(figures)],
        said=[certainty_of(row) for row in rows_of(figures)],
        colour=[colours.get(source, ground.muted) for source in figures["source"]],
        end=figures[["right", "at"]].max(axis=1),
    )
    printed = _one_line_a_source(rows)
    room = 1 + _LETTER * min(max(map(len, printed["text"])), _MOST_LETTERS)
    across, height = alt.Scale(domain=[0, room], nice=False), STRIP_ROW * rows["source"].nunique()
    sources = alt.Y("source:N", title=None, sort=None, axis=alt.Axis(domain=False, ticks=False, grid=True))
    base = alt.Chart(rows).encode(
        sources,
        description="said:N",
        tooltip=[
            alt.Tooltip("source:N", title=_("Source")),
            alt.Tooltip("surface:N", title=_("As printed")),
            alt.Tooltip("said:N", title=_("Certainty")),
        ],
    )
    x = alt.X("left:Q", scale=across, axis=None)
    bars = base.mark_bar(height=5, cornerRadius=2).encode(x, alt.X2("right:Q"), alt.Color("colour:N", scale=None))
    dots = [
        base.transform_filter(alt.datum.mark == mark)
        .transform_filter("isValid(datum.at)")
        .mark_point(shape=shape, size=90, strokeWidth=2, opacity=1, filled=False)
        .encode(
            alt.X("at:Q", scale=across, axis=None),
            alt.Stroke("colour:N", scale=None),
            **(
                {"fill": alt.Fill("colour:N", scale=None)} if mark == "affirmed" else {"fill": alt.value(ground.ground)}
            ),
        )
        for mark, shape in _SHAPES.items()
    ]
    words = alt.Chart(printed).mark_text(align="left", dx=12, aria=False)
    words = words.encode(sources, alt.X("end:Q", scale=across), text="text:N")
    return finish(_steady(alt.layer(bars, *dots, words).properties(height=height)), language, dark)


def _one_line_a_source(rows: pd.DataFrame) -> pd.DataFrame:
    """The numbers of each source in one line behind its last mark: beside each mark one would stand on another."""
    lines = rows.groupby("source", sort=False).agg(end=("end", "max"), text=("text", lambda said: _apart(list(said))))
    return lines.reset_index()


def _apart(numbers: list[str]) -> str:
    return " · ".join(dict.fromkeys(numbers))


def _steady(chart: Any) -> Any:
    """Fits the width alone: left to itself the page fits the height too, and squeezes the rows by the title's."""
    return chart.properties(autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))


def _boxes(rows: pd.DataFrame, across: Any, down: Any) -> Any:
    return alt.Chart(rows).encode(
        alt.X("left:Q", scale=across, axis=None),
        alt.X2("right:Q"),
        alt.Y("top:Q", scale=down, axis=None),
        alt.Y2("bottom:Q"),
    )


def _tooltip() -> list[Any]:
    return [
        alt.Tooltip("title:N", title=" "),
        alt.Tooltip("printed:N", title=_("As printed")),
        alt.Tooltip("sure:N", title=_("Certainty")),
    ]


def _bars(rows: pd.DataFrame, x: Any, y: Any) -> Any:
    marks = alt.Chart(rows).mark_rule(aria=False, strokeCap="round")
    size = alt.Size("thick:Q", scale=None, legend=None)
    return marks.encode(x, alt.X2("x2:Q"), y, alt.Color("colour:N", scale=None), size)


def _marks(rows: pd.DataFrame, x: Any, y: Any, colours: Palette) -> list[Any]:
    """A layer for each shape, so that none needs a legend; shapes that no row has are left out."""
    layers = []
    for mark, shape in _SHAPES.items():
        kept = rows[rows["mark"] == mark]
        if kept.empty:
            continue
        points = alt.Chart(kept).mark_point(shape=shape, size=70, strokeWidth=2, opacity=1, aria=False)
        fill = alt.Fill("colour:N", scale=None) if mark == "affirmed" else alt.value(colours.ground)
        layers.append(points.encode(x, y, alt.Stroke("colour:N", scale=None), fill=fill))
    return layers


def _words(rows: pd.DataFrame, x: Any, y: Any) -> Any:
    by_row: dict[str, Any] = {"align": alt.expr("datum.align"), "fontWeight": alt.expr("datum.weight")}
    room = alt.expr("scale('x', datum.room) - scale('x', 0)")
    text = alt.Chart(rows).mark_text(baseline="middle", limit=room, aria=False, **by_row)
    return text.encode(x, y, alt.Color("colour:N", scale=None), alt.Size("size:Q", scale=None), text="text:N")


def _folded_title(title: str) -> Any:
    """A long title in two lines, cut at a blank near its middle."""
    if len(title) <= _LONGEST_TITLE or " " not in title:
        return title
    middle = len(title) // 2
    cut = min((place for place, sign in enumerate(title) if sign == " "), key=lambda place: abs(place - middle))
    return [title[:cut], title[cut + 1 :]]
