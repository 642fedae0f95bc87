"""Charts of the overview: who gives how much to which theme, and how many articles appeared when."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from dashboard.analysis.shares import NO_THEME
from dashboard.charts.labels import cell_text, heads
from dashboard.charts.look import Look, picked
from dashboard.charts.style import contrast, finish, mixed
from dashboard.locales import _
from dashboard.locales.numbers import date_text, number, percent

ROW = 30
VOLUME_HEIGHT = 180
#: Bars of more periods fill their places.
MOST_SLIM = 6
# As many columns of the legend as the page has room for.
_COLUMNS = "max(1, floor(width / 165))"
#: Of more sources the numbers would not fit and are left to the tooltip.
MOST_NUMBERED = 18


def theme_heatmap(mix: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Themes by sources, the share of the source's words printed in each cell, as a Vega-Lite specification; a
    click selects ``theme`` and ``source``.

    ``mix`` is ``theme_mix``; themes are sorted by their mean share, passages without a theme come last. The
    chart is built once and filled with rows, for it is drawn at every click on a filter.
    """
    return {
        **_heatmap(look.language, look.dark, tuple(sorted(mix["source"].unique()))),
        "datasets": {"cells": heatmap_rows(mix, look).to_dict("records")},
    }


@lru_cache
def _heatmap(language: str, dark: bool, sources: tuple[str, ...]) -> dict[str, Any]:
    order = alt.SortField("place", "ascending")
    base = alt.Chart(alt.NamedData("cells")).encode(
        alt.X("source:N", title=None, axis=alt.Axis(**heads(sources))),
        alt.Y("label:N", title=None, sort=order, axis=alt.Axis(domain=False, ticks=False)),
    )
    cells = base.mark_rect(cornerRadius=3, cursor="pointer").encode(
        color=alt.Color("fill:N", scale=None),
        tooltip=[
            alt.Tooltip("source:N", title=_("Source")),
            alt.Tooltip("label:N", title=_("Theme")),
            alt.Tooltip("spoken:N", title=_("Share of words")),
        ],
        description="said:N",
    )
    numbers = base.mark_text(**cell_text(13)).encode(color=alt.Color("ink:N", scale=None))
    chart = alt.layer(cells.add_params(picked(["theme", "source"])), numbers).properties(height=alt.Step(ROW))
    spec: dict[str, Any] = finish(chart, language, dark).to_dict()
    return spec


def heatmap_rows(mix: pd.DataFrame, look: Look) -> pd.DataFrame:
    """A row for each theme and source, also where the source leaves the theme out, in the order of the chart.

    Adds ``place`` (the theme's in that order), label, ``printed`` (the share as written, a dash for none),
    ``spoken`` and ``said`` (for those who do not see it), ``fill`` and ``ink``.
    """
    grid = mix.pivot(index="theme", columns="source", values="share").fillna(0.0)
    means = grid.mean(axis=1).to_dict()
    themes = sorted(grid.index, key=lambda theme: (theme == NO_THEME, -means[theme], theme))
    top = max(float(grid.drop(index=NO_THEME, errors="ignore").max().max() or 0.0), 0.01)
    rows = grid.loc[themes].reset_index().melt("theme", var_name="source", value_name="share")
    colours = look.palette
    fills = [
        mixed(colours.empty, colours.high, 0.12 + 0.88 * min(1.0, share / top)) if share else colours.empty
        for share in rows["share"]
    ]
    spoken = [percent(share, look.language) for share in rows["share"]]
    labels = rows["theme"].map(dict(look.labels)).fillna(rows["theme"])
    crowded = grid.shape[1] > MOST_NUMBERED
    named = zip(labels, rows["source"], spoken, strict=True)
    return rows.assign(
        place=rows["theme"].map({theme: place for place, theme in enumerate(themes)}),
        label=labels,
        spoken=spoken,
        printed=["" if crowded else text if share else "–" for text, share in zip(spoken, rows["share"], strict=True)],
        said=[f"{label}, {source}, {text}" for label, source, text in named],
        fill=fills,
        ink=[_ink(fill, look) for fill in fills],
    )


def volume_chart(volume: pd.DataFrame, look: Look, title: str = "") -> Any:
    """Articles a period as stacked bars, one colour a source; a click selects ``period``.

    ``volume`` is ``findings.volume`` with at least one row.
    """
    names = {period: date_text(period, look.language) for period in volume["period"]}
    rows = volume.assign(
        name=volume["period"].map(names),
        place=look.rank(volume["source"]),
        printed=[number(count, look.language) for count in volume["articles"]],
    )
    order = [names[period] for period in sorted(names)]
    legend = alt.Legend(title=None, values=sorted(rows["source"].unique()), columns=alt.expr(_COLUMNS))
    chart = (
        alt.Chart(rows)
        .mark_bar(
            cursor="pointer",
            width=alt.RelativeBandSize(0.9) if len(order) > MOST_SLIM else 56,
            stroke=look.palette.ground,
            strokeWidth=1,
        )
        .encode(
            alt.X("name:N", sort=order, title=None, axis=alt.Axis(labelAngle=0, labelOverlap=True, ticks=False)),
            alt.Y("articles:Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=4, domain=False)),
            look.colour("source").legend(legend),
            order=alt.Order("place:Q"),
            tooltip=[
                alt.Tooltip("name:N", title=_("Period")),
                alt.Tooltip("source:N", title=_("Source")),
                alt.Tooltip("printed:N", title=_("Articles")),
            ],
        )
        .add_params(picked(["period"]))
        .properties(height=VOLUME_HEIGHT)
    )
    return finish(chart, look.language, look.dark, title)


def _ink(fill: str, look: Look) -> str:
    """The page's text or ground colour, whichever reads better on the fill."""
    text, ground = look.palette.text, look.palette.ground
    return text if contrast(text, fill) >= contrast(ground, fill) else ground
