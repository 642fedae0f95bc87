"""Charts of the themes: the mix of each source, the mix over time, the map of passages."""

from __future__ import annotations

from functools import lru_cache

import altair as alt
import pandas as pd

from dashboard.analysis.shares import NO_THEME
from dashboard.charts.look import Look, Spec, blank, chosen_or, drawn, picked, stacked
from dashboard.charts.style import finish
from dashboard.locales import _
from dashboard.locales.dates import date_text

ROW = 34
MAP_HEIGHT = 420
TIME_HEIGHT = 260
#: More dots than this hide one another, and every one of them is sent to the browser.
MOST_DOTS = 1500
#: So many dates are written level; more of them slanted.
MOST_LEVEL = 3


def mix_chart(mix: pd.DataFrame, look: Look) -> Spec:
    """100 % bars, one a source, the themes in their fixed order, shares of words printed.

    ``mix`` is ``theme_mix``. A click selects ``source`` and ``theme``.
    """
    return drawn(_mix(look), _described(stacked(mix, "source", look), "source"))


def time_chart(periods: pd.DataFrame, look: Look) -> Spec:
    """100 % columns, one a period, the themes in their fixed order; ``periods`` is ``theme_periods``.

    A click selects ``period`` and ``theme``.
    """
    rows = stacked(periods, "period", look)
    rows = rows.assign(name=[date_text(period, look.language) for period in rows["period"]])
    level = periods["period"].nunique() <= MOST_LEVEL
    return drawn(_time(look, level), _described(rows, "name"))


def map_dots(passages: pd.DataFrame, articles: pd.DataFrame, look: Look) -> pd.DataFrame:
    """The passages that have a place, with ``label`` (theme) and ``excerpt``; at most 1,500, evenly picked.

    ``passages`` is ``counted_passages``.
    """
    placed = passages.dropna(subset=["x", "y"]).sort_values("passage_id")
    step = -(-len(placed) // MOST_DOTS)
    kept = placed.iloc[:: max(step, 1)]
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    labels = look.labels
    spans = zip(kept["article_id"], kept["start"], kept["end"], strict=True)
    excerpts = [_excerpt(texts[article][start:end]) for article, start, end in spans]
    shown = ["passage_id", "article_id", "start", "source", "theme", "x", "y", "n_words"]
    named = [labels.get(theme, theme) for theme in kept["theme"]]
    return kept[shown].assign(excerpt=excerpts, label=named).reset_index(drop=True)


def map_chart(dots: pd.DataFrame, look: Look) -> Spec:
    """A dot a passage, coloured by main theme, near to what uses the same words; ``dots`` is ``map_dots``.

    A click selects ``passage_id``.
    """
    spoken = dots["source"] + " · " + dots["label"] + " · " + dots["excerpt"]
    return drawn(_map(look), dots.assign(spoken=spoken))


@lru_cache(maxsize=16)
def _mix(look: Look) -> Spec:
    choice = picked(["source", "theme"])
    base = blank().encode(alt.Y("source:N", title=None, sort=None, axis=alt.Axis(domain=False, ticks=False)))
    bars = (
        base.mark_rect(stroke=look.palette.ground, strokeWidth=1, cursor="pointer")
        .encode(
            alt.X("left:Q", title=None, axis=None, scale=alt.Scale(domain=[0, 1], nice=False)),
            alt.X2("right:Q"),
            look.colour("theme"),
            opacity=chosen_or(choice, 1, 0.35),
            tooltip=_tooltip("source", _("Source")),
            description="spoken:N",
        )
        .add_params(choice)
    )
    ink = (
        alt.when(alt.datum.theme == NO_THEME)
        .then(alt.value(look.palette.text))
        .otherwise(alt.value(look.palette.ground))
    )
    numbers = base.mark_text(fontSize=12, aria=False, cursor="pointer").encode(
        alt.X("middle:Q"), text="text:N", color=ink, tooltip=_tooltip("source", _("Source"))
    )
    spec: Spec = finish(alt.layer(bars, numbers).properties(height=alt.Step(ROW)), look.language, look.dark).to_dict()
    return spec


@lru_cache(maxsize=16)
def _time(look: Look, level: bool) -> Spec:
    choice = picked(["period", "theme"])
    dates = alt.Axis(labelAngle=0 if level else -40, labelOverlap=True, labelLimit=120)
    chart = (
        blank()
        .mark_rect(stroke=look.palette.ground, strokeWidth=1, cursor="pointer")
        .encode(
            alt.X("name:N", title=None, sort=None, axis=dates),
            alt.Y("left:Q", title=_("share of words"), axis=alt.Axis(format=".0%", tickCount=5)),
            alt.Y2("right:Q"),
            look.colour("theme"),
            opacity=chosen_or(choice, 1, 0.35),
            tooltip=_tooltip("name", _("Period")),
            description="spoken:N",
        )
        .add_params(choice)
    )
    spec: Spec = finish(chart.properties(height=TIME_HEIGHT), look.language, look.dark).to_dict()
    return spec


@lru_cache(maxsize=16)
def _map(look: Look) -> Spec:
    choice = picked(["passage_id"])
    chart = (
        blank()
        .mark_circle(cursor="pointer", stroke=look.palette.ground, strokeWidth=1)
        .encode(
            alt.X("x:Q", axis=None, scale=alt.Scale(zero=False, padding=16)),
            alt.Y("y:Q", axis=None, scale=alt.Scale(zero=False, padding=16)),
            look.colour("theme"),
            size=alt.Size("n_words:Q", scale=alt.Scale(range=[50, 260], zero=True), legend=None),
            opacity=chosen_or(choice, 0.95, 0.25),
            tooltip=[
                alt.Tooltip("source:N", title=_("Source")),
                alt.Tooltip("label:N", title=_("Theme")),
                alt.Tooltip("excerpt:N", title=_("Passage")),
            ],
            description="spoken:N",
        )
        .add_params(choice)
    )
    spec: Spec = finish(chart.properties(height=MAP_HEIGHT), look.language, look.dark).to_dict()
    return spec


def _described(rows: pd.DataFrame, group: str) -> pd.DataFrame:
    return rows.assign(spoken=rows[group] + " · " + rows["label"] + " · " + rows["printed"])


def _tooltip(group: str, title: str) -> list[alt.Tooltip]:
    return [
        alt.Tooltip(f"{group}:N", title=title),
        alt.Tooltip("label:N", title=_("Theme")),
        alt.Tooltip("printed:N", title=_("Share of words")),
        alt.Tooltip("n_words:Q", title=_("Words"), format=",d"),
        alt.Tooltip("n_passages:Q", title=_("Passages"), format=",d"),
    ]


def _excerpt(text: str, length: int = 140) -> str:
    """The beginning of a passage, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + "…"
