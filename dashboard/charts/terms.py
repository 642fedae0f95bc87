"""Charts of the terms: how often each source uses them, what sets one apart, who is named by whom."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.labels import cell_text, heads
from dashboard.charts.look import Look, Spec, blank, chosen_or, drawn, picked
from dashboard.charts.style import contrast, finish, mixed
from dashboard.charts.touch import touch
from dashboard.locales import _
from dashboard.locales.numbers import number, percent

ROW = 28
BAR_ROW = 26
#: Numbers on an axis, about; more of them touch where there is little room.
TICKS = 6
#: Pixels of a term beside its row, on a window narrower than this (a telephone) and elsewhere.
NARROW, SHORT_LABEL, LONG_LABEL = 600, 112, 236
#: Pixels by which the marks of one row may leave its middle.
REACH = 9
# One of the two holds at least 4.5:1 on any ground.
_INKS = ("#000000", "#FFFFFF")


def dots_chart(terms: pd.DataFrame, look: Look, weight: str) -> Spec:
    """A row a term, a mark a source, the weight on the axis; marks of equal weight stand below one another.

    ``terms`` is ``term_sources`` cut to the terms to show, heaviest first. A click selects ``lemma`` and
    ``source``.
    """
    rows = terms.assign(value=terms[weight], printed=[_weight(value, weight, look) for value in terms[weight]])
    spoken = rows["term"] + " · " + rows["source"] + " · " + rows["printed"]
    return drawn(_dots(look, weight), rows.assign(spoken=spoken, shift=_apart(rows, look)))


def bars_chart(terms: pd.DataFrame, look: Look, weight: str) -> Spec:
    """Sorted bars, one a term, all sources together, the weight printed; ``terms`` as for ``dots_chart``.

    A click selects ``lemma``.
    """
    rows = terms.drop_duplicates("lemma")
    return _filled_bars(
        rows.assign(value=rows["total"], printed=[_weight(x, weight, look) for x in rows["total"]]),
        look,
        _("Mentions") if weight == "count" else _("TF-IDF"),
    )


def neighbours_chart(neighbours: pd.DataFrame, look: Look) -> Spec:
    """Sorted bars of the terms that stand in the same passages; ``neighbours`` is that of ``specific``.

    A click selects ``lemma``.
    """
    printed = [number(value, look.language) for value in neighbours["n_passages"]]
    return _filled_bars(
        neighbours.assign(value=neighbours["n_passages"], printed=printed), look, _("Passages with both")
    )


def names_chart(names: pd.DataFrame, look: Look, share: str) -> Spec:
    """Names by sources; ``share`` (``article_share`` or ``passage_share`` of ``name_shares``) tints and is printed.

    A click on a cell with a share selects ``name`` and ``source``.
    """
    rows = _every_cell(names, look, share)
    return drawn(
        _names(look, share), rows.assign(spoken=rows["name"] + " · " + rows["source"] + " · " + rows["printed"])
    )


def share_title(share: str) -> str:
    """What a share of ``name_shares`` is a share of, in the reader's language."""
    return _("Share of articles") if share == "article_share" else _("Share of passages")


@lru_cache(maxsize=16)
def _dots(look: Look, weight: str) -> Spec:
    choice = picked(["lemma", "source"])
    base = blank().encode(alt.Y("term:N", title=None, sort=None, axis=row_labels(grid=True)))
    steps = alt.Axis(tickMinStep=1 if weight == "count" else 0, tickCount=TICKS, orient="top")
    spans = base.mark_rule(color=look.palette.hairline, strokeWidth=2, aria=False).encode(
        alt.X("min(value):Q"), alt.X2("max(value):Q")
    )
    middle = ROW / 2
    marks = (
        base.mark_circle(size=90, cursor="pointer", stroke=look.palette.ground, strokeWidth=1)
        .encode(
            alt.X("value:Q", title=_axis(weight), axis=steps),
            look.colour("source"),
            yOffset=alt.YOffset("shift:Q", scale=alt.Scale(domain=[-1, 1], range=[middle - REACH, middle + REACH])),
            opacity=chosen_or(choice, 1, 0.3),
            tooltip=[
                alt.Tooltip("term:N", title=_("Term")),
                alt.Tooltip("source:N", title=_("Source")),
                alt.Tooltip("count:Q", title=_("Mentions"), format=",d"),
                alt.Tooltip("tfidf:Q", title=_("TF-IDF"), format=",.2f"),
            ],
            description="spoken:N",
        )
        .add_params(choice)
    )
    return finished(alt.layer(spans, marks).properties(height=alt.Step(ROW)), look)


@lru_cache(maxsize=16)
def _bars(look: Look, said: str) -> Spec:
    choice = picked(["lemma"])
    top = alt.param(name="top", value=1)
    scale = alt.Scale(domainMin=0, domainMax=alt.expr("top"), nice=False)
    base = blank().encode(
        alt.Y("term:N", title=None, sort=None, axis=row_labels()),
        alt.X("value:Q", title=None, axis=None, scale=scale),
        tooltip=[alt.Tooltip("term:N", title=_("Term")), alt.Tooltip("printed:N", title=said)],
    )
    bars = (
        base.mark_bar(color=look.palette.accent, cursor="pointer", height=16)
        .encode(opacity=chosen_or(choice, 1, 0.35), description="spoken:N")
        .add_params(choice)
    )
    numbers = base.mark_text(align="left", dx=5, fontSize=12, aria=False, color=look.palette.muted)
    return finished(
        alt.layer(bars, numbers.encode(text="printed:N")).add_params(top).properties(height=alt.Step(BAR_ROW)), look
    )


@lru_cache(maxsize=16)
def _names(look: Look, share: str) -> Spec:
    above = alt.Axis(**heads(look.names))
    base = blank().encode(
        alt.Y("name:N", title=None, sort=None, axis=row_labels()),
        alt.X("source:N", title=None, sort=None, scale=alt.Scale(paddingInner=0.015), axis=above),
    )
    tooltip = [
        alt.Tooltip("name:N", title=_("Name")),
        alt.Tooltip("source:N", title=_("Source")),
        alt.Tooltip("n_articles:Q", title=_("Articles"), format=",d"),
        alt.Tooltip("n_passages:Q", title=_("Passages"), format=",d"),
        alt.Tooltip("printed:N", title=share_title(share)),
    ]
    cells = base.mark_rect(cornerRadius=2, aria=False).encode(alt.Color("fill:N", scale=None))
    numbers = base.mark_text(**cell_text(12), aria=False).encode(color=alt.Color("ink:N", scale=None))
    # A dash stands for silence: there is nothing behind it to open.
    clicked = touch(base, ["name", "source"], look.palette, tooltip, where="datum.value > 0")
    return finished(alt.layer(cells, numbers, clicked).properties(height=alt.Step(BAR_ROW)), look)


def finished(chart: Any, look: Look) -> Spec:
    """The chart in the look of the house, as a template."""
    spec: Spec = finish(chart, look.language, look.dark).to_dict()
    return spec


def _filled_bars(rows: pd.DataFrame, look: Look, said: str) -> Spec:
    spoken = rows["term"] + " · " + rows["printed"]
    return drawn(_bars(look, said), rows.assign(spoken=spoken), top=float(rows["value"].max()) * 1.12)


def _apart(rows: pd.DataFrame, look: Look) -> pd.Series[Any]:
    """Where in its row (-1..1) a mark stands: in the middle, or one below the other where several have one value."""
    ordered = rows.assign(rank=look.rank(rows["source"])).sort_values("rank", kind="stable")
    same = ordered.groupby(["lemma", "value"])
    place, n = same.cumcount(), same["rank"].transform("size")
    # Four marks fill a row; more of them move together.
    return ((place - (n - 1) / 2) / (n - 1).clip(lower=3) * 2).reindex(rows.index)


def _every_cell(names: pd.DataFrame, look: Look, share: str) -> pd.DataFrame:
    """A row for each name and source: silence is shown as a dash."""
    sources = [source for source in look.order if source in set(names["source"])]
    grid = pd.MultiIndex.from_product([names["name"].unique(), sources], names=["name", "source"]).to_frame(index=False)
    rows = grid.merge(names, on=["name", "source"], how="left").fillna({"n_articles": 0, "n_passages": 0, share: 0.0})
    printed = [percent(value, look.language) if value else "–" for value in rows[share]]
    colours = look.palette
    fills = [mixed(colours.low, colours.high, value) for value in rows[share] / max(float(rows[share].max()), 1e-9)]
    inks = [max(_INKS, key=partial(contrast, fill)) for fill in fills]
    return rows.assign(printed=printed, value=rows[share], fill=fills, ink=inks)


def row_labels(grid: bool = False) -> Any:
    """The axis of the terms beside their rows."""
    room = alt.expr(f"windowSize()[0] < {NARROW} ? {SHORT_LABEL} : {LONG_LABEL}")
    return alt.Axis(domain=False, ticks=False, labelLimit=room, grid=grid)


def _weight(value: float, weight: str, look: Look) -> str:
    return number(round(value, 2), look.language, 0 if weight == "count" else 2)


def _axis(weight: str) -> str:
    return _("mentions") if weight == "count" else _("TF-IDF, mean over the source’s articles")
