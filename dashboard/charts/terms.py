"""Charts of the terms: how often each source uses them, what sets one apart, who is named by whom."""

from __future__ import annotations

from functools import partial
from typing import Any

import altair as alt
import pandas as pd

from dashboard.analysis.specific import LIKELY
from dashboard.charts.look import Look, picked
from dashboard.charts.style import contrast, finish, mixed
from dashboard.locales import _
from dashboard.locales.dates import date_text
from dashboard.locales.numbers import number, percent

ROW = 28
BAR_ROW = 26
#: Pixels by which the marks of one row may leave its middle.
REACH = 9
# One of the two holds at least 4.5:1 on any ground.
_INKS = ("#000000", "#FFFFFF")
COURSE_HEIGHT = 220
#: More sources than this cannot be told apart by colour: the others are drawn in grey.
MOST_COLOURS = 8


def dots_chart(terms: pd.DataFrame, look: Look, weight: str, title: str = "") -> Any:
    """A row a term, a mark a source, the weight on the axis; marks of equal weight stand below one another.

    ``terms`` is ``term_sources`` cut to the terms to show, heaviest first. A click selects ``lemma`` and
    ``source``.
    """
    order = list(dict.fromkeys(terms["term"]))
    rows = terms.assign(value=terms[weight], printed=terms[weight].map(lambda value: _weight(value, weight, look)))
    rows = rows.assign(spoken=rows["term"] + " · " + rows["source"] + " · " + rows["printed"], shift=_apart(rows, look))
    choice = picked(["lemma", "source"])
    base = alt.Chart(rows).encode(alt.Y("term:N", title=None, sort=order, axis=_labels(grid=True)))
    value = alt.X(
        "value:Q", title=_axis(weight), axis=alt.Axis(tickMinStep=1 if weight == "count" else 0, orient="top")
    )
    spans = base.mark_rule(color=look.palette.hairline, strokeWidth=2).encode(
        alt.X("min(value):Q"), alt.X2("max(value):Q")
    )
    marks = (
        base.mark_circle(size=90, cursor="pointer", opacity=1, stroke=look.palette.ground, strokeWidth=1)
        .encode(
            value,
            look.colour("source"),
            yOffset=alt.YOffset("shift:Q", scale=alt.Scale(domain=[-1, 1], range=[ROW / 2 - REACH, ROW / 2 + REACH])),
            opacity=alt.when(choice).then(alt.value(1)).otherwise(alt.value(0.3)),
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
    return finish(alt.layer(spans, marks).properties(height=alt.Step(ROW)), look.language, look.dark, title)


def bars_chart(terms: pd.DataFrame, look: Look, weight: str, title: str = "") -> Any:
    """Sorted bars, one a term, all sources together, the weight printed; ``terms`` as for ``dots_chart``.

    A click selects ``lemma``.
    """
    rows = terms.drop_duplicates("lemma")
    rows = rows.assign(printed=rows["total"].map(lambda value: _weight(value, weight, look)))
    return _bars(rows.assign(value=rows["total"]), look, title)


def neighbours_chart(neighbours: pd.DataFrame, look: Look) -> Any:
    """Sorted bars of the terms that stand in the same passages; needs lemma, term and n_passages.

    A click selects ``lemma``.
    """
    printed = neighbours["n_passages"].map(lambda value: number(value, look.language))
    return _bars(neighbours.assign(value=neighbours["n_passages"], printed=printed), look, "")


def keyness_chart(keyness: pd.DataFrame, look: Look, title: str = "") -> Any:
    """Bars to the right for what one group uses more than the rest, to the left for what it uses less.

    ``keyness`` is ``both_ends``: lemma, term, g2 (negative where the group uses the term less), count and
    count_rest, in the order in which to show them. The counts of the group and of the rest are printed, dashed
    lines stand where chance ends (p < .05). A click selects ``lemma``.
    """
    more = keyness["g2"] > 0
    counts = [
        f"{number(count, look.language)} / {number(rest, look.language)}"
        for count, rest in zip(keyness["count"], keyness["count_rest"], strict=True)
    ]
    rows = keyness.assign(side=more.map({True: "more", False: "less"}), printed=counts)
    rows = rows.assign(spoken=rows["term"] + " · " + rows["printed"])
    choice = picked(["lemma"])
    order = list(dict.fromkeys(rows["term"]))
    # Room for the counts beyond the ends of the bars.
    margin = float(rows["g2"].abs().max()) * 0.2
    reach = [min(float(rows["g2"].min()) - margin, 0.0), max(float(rows["g2"].max()) + margin, 0.0)]
    base = alt.Chart(rows).encode(
        alt.Y("term:N", title=None, sort=order, axis=_labels()),
        alt.X("g2:Q", title=_("G² (signed)"), scale=alt.Scale(domain=reach, nice=False), axis=alt.Axis(tickCount=5)),
        tooltip=[
            alt.Tooltip("term:N", title=_("Term")),
            alt.Tooltip("count:Q", title=_("Mentions here"), format=",d"),
            alt.Tooltip("count_rest:Q", title=_("Mentions elsewhere"), format=",d"),
            alt.Tooltip("g2:Q", title="G²", format="+,.1f"),
        ],
    )
    colours = alt.Scale(domain=["more", "less"], range=[look.palette.accent, look.palette.verdicts["compatible"]])
    bars = (
        base.mark_bar(cursor="pointer", height=16)
        .encode(
            alt.Color("side:N", scale=colours, legend=None),
            opacity=alt.when(choice).then(alt.value(1)).otherwise(alt.value(0.35)),
            description="spoken:N",
        )
        .add_params(choice)
    )
    ink = look.palette.muted
    right = base.transform_filter(alt.datum.side == "more").mark_text(
        align="left", dx=5, fontSize=12, aria=False, color=ink
    )
    left = base.transform_filter(alt.datum.side == "less").mark_text(
        align="right", dx=-5, fontSize=12, aria=False, color=ink
    )
    printed = [side.encode(text="printed:N") for side in (right, left)]
    likely = pd.DataFrame({"g2": [end for end in (-LIKELY, LIKELY) if reach[0] < end < reach[1]]})
    limits = alt.Chart(likely).mark_rule(color=ink, strokeDash=[3, 3], aria=False).encode(alt.X("g2:Q"))
    return finish(
        alt.layer(limits, bars, *printed).properties(height=alt.Step(BAR_ROW)), look.language, look.dark, title
    )


def course_chart(course: pd.DataFrame, look: Look) -> Any:
    """Columns of a term's mentions per thousand words, one a period; ``course`` is that of ``specific``."""
    names = {period: date_text(period, look.language) for period in course["period"]}
    rows = course.assign(name=course["period"].map(names))
    printed = rows["per_thousand"].map(lambda value: number(round(value, 1), look.language, 1))
    rows = rows.assign(printed=printed, spoken=rows["name"] + " · " + printed)
    chart = (
        alt.Chart(rows)
        .mark_bar(color=look.palette.accent)
        .encode(
            alt.X("name:N", title=None, sort=list(names.values()), axis=alt.Axis(labelAngle=-40, labelOverlap=True)),
            alt.Y("per_thousand:Q", title=_("mentions per 1,000 words"), axis=alt.Axis(tickCount=4)),
            tooltip=[
                alt.Tooltip("name:N", title=_("Period")),
                alt.Tooltip("count:Q", title=_("Mentions"), format=",d"),
                alt.Tooltip("printed:N", title=_("per 1,000 words")),
            ],
            description="spoken:N",
        )
    )
    return finish(chart.properties(height=COURSE_HEIGHT), look.language, look.dark)


def names_chart(names: pd.DataFrame, look: Look, share: str) -> Any:
    """Names by sources; ``share`` (``article_share`` or ``passage_share`` of ``name_shares``) tints and is printed.

    A click selects ``name`` and ``source``.
    """
    order = list(dict.fromkeys(names["name"]))
    rows = _every_cell(names, look, share)
    rows = rows.assign(spoken=rows["name"] + " · " + rows["source"] + " · " + rows["printed"])
    choice = picked(["name", "source"])
    base = alt.Chart(rows).encode(
        alt.Y("name:N", title=None, sort=order, axis=_labels()),
        alt.X(
            "source:N",
            title=None,
            sort=list(look.order),
            scale=alt.Scale(paddingInner=0.015),
            axis=alt.Axis(orient="top", labelAngle=0, labelLimit=110, domain=False, ticks=False),
        ),
        tooltip=[
            alt.Tooltip("name:N", title=_("Name")),
            alt.Tooltip("source:N", title=_("Source")),
            alt.Tooltip("n_articles:Q", title=_("Articles"), format=",d"),
            alt.Tooltip("n_passages:Q", title=_("Passages"), format=",d"),
            alt.Tooltip("printed:N", title=share_title(share)),
        ],
    )
    cells = (
        base.mark_rect(cursor="pointer", cornerRadius=2)
        .encode(
            alt.Color("fill:N", scale=None),
            opacity=alt.when(choice).then(alt.value(1)).otherwise(alt.value(0.35)),
            description="spoken:N",
        )
        .add_params(choice)
    )
    ink = alt.Color("ink:N", scale=None)
    numbers = base.mark_text(fontSize=12, aria=False, cursor="pointer").encode(text="printed:N", color=ink)
    return finish(alt.layer(cells, numbers).properties(height=alt.Step(BAR_ROW)), look.language, look.dark)


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
    printed = rows[share].map(lambda value: percent(value, look.language) if value else "–")
    colours = look.palette
    fills = [mixed(colours.low, colours.high, value) for value in rows[share] / max(float(rows[share].max()), 1e-9)]
    inks = [max(_INKS, key=partial(contrast, fill)) for fill in fills]
    return rows.assign(printed=printed, value=rows[share], fill=fills, ink=inks)


def share_title(share: str) -> str:
    """What a share of ``name_shares`` is a share of, in the reader's language."""
    return _("Share of articles") if share == "article_share" else _("Share of passages")


def _bars(rows: pd.DataFrame, look: Look, title: str) -> Any:
    rows = rows.assign(spoken=rows["term"] + " · " + rows["printed"])
    choice = picked(["lemma"])
    base = alt.Chart(rows).encode(
        alt.Y("term:N", title=None, sort=list(rows["term"]), axis=_labels()),
        alt.X(
            "value:Q", title=None, axis=None, scale=alt.Scale(domain=[0, float(rows["value"].max()) * 1.12], nice=False)
        ),
        tooltip=[alt.Tooltip("term:N", title=_("Term")), alt.Tooltip("printed:N", title=_("Weight"))],
    )
    bars = (
        base.mark_bar(color=look.palette.accent, cursor="pointer", height=16)
        .encode(opacity=alt.when(choice).then(alt.value(1)).otherwise(alt.value(0.35)), description="spoken:N")
        .add_params(choice)
    )
    numbers = base.mark_text(align="left", dx=5, fontSize=12, aria=False, color=look.palette.muted).encode(
        text="printed:N"
    )
    return finish(alt.layer(bars, numbers).properties(height=alt.Step(BAR_ROW)), look.language, look.dark, title)


def _labels(grid: bool = False) -> Any:
    return alt.Axis(domain=False, ticks=False, labelLimit=180, grid=grid)


def _weight(value: float, weight: str, look: Look) -> str:
    return number(round(value, 2), look.language, 0 if weight == "count" else 2)


def _axis(weight: str) -> str:
    return _("mentions") if weight == "count" else _("TF-IDF, mean over the source’s articles")
