"""Charts of the terms: how often each source uses them, what sets one apart, who is named by whom."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.look import Look, picked
from dashboard.charts.style import finish
from dashboard.locales import _
from dashboard.locales.numbers import number, percent

ROW = 28
BAR_ROW = 26
#: More sources than this cannot be told apart by colour: the others are drawn in grey.
MOST_COLOURS = 8


def dots_chart(terms: pd.DataFrame, look: Look, weight: str, title: str = "") -> Any:
    """A row a term, a mark a source, the weight on the axis; marks of equal weight stand below one another.

    ``terms`` is ``term_sources`` cut to the terms to show, heaviest first. A click selects ``lemma`` and
    ``source``.
    """
    order = list(dict.fromkeys(terms["term"]))
    rows = terms.assign(value=terms[weight], printed=terms[weight].map(lambda value: _weight(value, weight, look)))
    rows = rows.assign(spoken=rows["term"] + " · " + rows["source"] + " · " + rows["printed"])
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
            yOffset=alt.YOffset("source:N", sort=list(look.order), scale=alt.Scale(paddingOuter=0.6)),
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

    Needs lemma, term, g2 (signed: negative where the group uses the term less), count and rest_count, in the
    order in which to show them. The counts of the group and of the rest are printed. A click selects ``lemma``.
    """
    more = keyness["g2"] > 0
    counts = [
        f"{number(count, look.language)} / {number(rest, look.language)}"
        for count, rest in zip(keyness["count"], keyness["rest_count"], strict=True)
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
            alt.Tooltip("rest_count:Q", title=_("Mentions elsewhere"), format=",d"),
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
    right = base.transform_filter(alt.datum.side == "more").mark_text(align="left", dx=5, fontSize=12, color=ink)
    left = base.transform_filter(alt.datum.side == "less").mark_text(align="right", dx=-5, fontSize=12, color=ink)
    printed = [side.encode(text="printed:N") for side in (right, left)]
    return finish(alt.layer(bars, *printed).properties(height=alt.Step(BAR_ROW)), look.language, look.dark, title)


def names_chart(names: pd.DataFrame, look: Look, share: str) -> Any:
    """Names by sources; ``share`` (``article_share`` or ``passage_share`` of ``name_shares``) tints and is printed.

    A click selects ``name`` and ``source``.
    """
    order = list(dict.fromkeys(names["name"]))
    printed = names[share].map(lambda value: percent(value, look.language))
    rows = names.assign(printed=printed, value=names[share])
    rows = rows.assign(spoken=rows["name"] + " · " + rows["source"] + " · " + rows["printed"])
    choice = picked(["name", "source"])
    colours = look.palette
    top = float(rows["value"].max())
    base = alt.Chart(rows).encode(
        alt.Y("name:N", title=None, sort=order, axis=_labels()),
        alt.X(
            "source:N",
            title=None,
            sort=list(look.order),
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
    scale = alt.Scale(domain=[0, top], range=[colours.low, colours.high])
    cells = (
        base.mark_rect(cursor="pointer", cornerRadius=2)
        .encode(
            alt.Color("value:Q", scale=scale, legend=None),
            opacity=alt.when(choice).then(alt.value(1)).otherwise(alt.value(0.35)),
            description="spoken:N",
        )
        .add_params(choice)
    )
    ink = alt.when(alt.datum.value > top * 0.55).then(alt.value(colours.ground)).otherwise(alt.value(colours.text))
    numbers = base.mark_text(fontSize=12).encode(text="printed:N", color=ink)
    return finish(alt.layer(cells, numbers).properties(height=alt.Step(BAR_ROW)), look.language, look.dark)


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
    numbers = base.mark_text(align="left", dx=5, fontSize=12, color=look.palette.muted).encode(text="printed:N")
    return finish(alt.layer(bars, numbers).properties(height=alt.Step(BAR_ROW)), look.language, look.dark, title)


def _labels(grid: bool = False) -> Any:
    return alt.Axis(domain=False, ticks=False, labelLimit=180, grid=grid)


def _weight(value: float, weight: str, look: Look) -> str:
    return number(round(value, 2), look.language, 0 if weight == "count" else 2)


def _axis(weight: str) -> str:
    return _("mentions") if weight == "count" else _("TF-IDF, mean over the source’s articles")
