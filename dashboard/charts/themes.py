"""Charts of the themes: the mix of each source, the mix over time, the map of passages."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from dashboard.analysis.landmarks import EMPTY, MAP_HEIGHT, MOST_DOTS, PADDING, ROOMS
from dashboard.analysis.shares import NO_THEME
from dashboard.charts.look import Look, Spec, blank, chosen_or, drawn, picked, stacked
from dashboard.charts.style import finish
from dashboard.locales import _
from dashboard.locales.dates import date_text

ROW = 34
TIME_HEIGHT = 260
#: A narrower map bears fewer and shorter names of topics.
ROOMY = ROOMS[0].narrowest
#: Thinner parts of a column carry no number: it would not fit.
LEAST_IN_COLUMN = 0.055
#: Pixels from which a column has room for a theme's name beside its share, and for the share alone.
NAMED, NUMBERED = 225, 34
#: Opacity of what was not clicked.
PALE = 0.35
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
    printed = rows["printed"].where(rows["share"] >= LEAST_IN_COLUMN, "")
    rows = rows.assign(name=[date_text(period, look.language) for period in rows["period"]], text=printed)
    level = periods["period"].nunique() <= MOST_LEVEL
    return drawn(_time(look, level), _described(rows, "name"))


def map_dots(
    passages: pd.DataFrame, articles: pd.DataFrame, look: Look, names: pd.DataFrame | None = None
) -> pd.DataFrame:
    """The passages that have a place, with ``label`` (theme) and ``excerpt``; at most 1,500, evenly picked, and
    those that ``names`` asks for.

    ``passages`` is ``counted_passages``, ``names`` is ``landmarks``: its columns stand at the dots that bear the name
    of a topic, empty at all others.
    """
    placed = passages.dropna(subset=["x", "y"]).sort_values("passage_id")
    step = max(-(-len(placed) // MOST_DOTS), 1)
    named = {} if names is None else names.set_index("passage_id").to_dict()
    bearers = set(named.get("name", ()))
    kept = placed[(pd.RangeIndex(len(placed)) % step == 0) | placed["passage_id"].isin(bearers)]
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    labels = look.labels
    spans = zip(kept["article_id"], kept["start"], kept["end"], strict=True)
    excerpts = [_excerpt(texts[article][start:end]) for article, start, end in spans]
    shown = ["passage_id", "article_id", "start", "source", "theme", "x", "y", "n_words"]
    told = [labels.get(theme, theme) for theme in kept["theme"]]
    topic = {
        column: [named.get(column, {}).get(one, value) for one in kept["passage_id"]] for column, value in EMPTY.items()
    }
    return kept[shown].assign(excerpt=excerpts, label=told, **topic).reset_index(drop=True)


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
            opacity=chosen_or(choice, 1, PALE),
            tooltip=_tooltip("source", _("Source")),
            description="spoken:N",
        )
        .add_params(choice)
    )
    fits = f"scale('x', datum.right) - scale('x', datum.left) < {NUMBERED} ? '' : datum.printed"
    numbers = base.mark_text(text=alt.expr(fits), fontSize=12, aria=False, cursor="pointer").encode(
        alt.X("middle:Q"), color=_ink(look, choice), tooltip=_tooltip("source", _("Source"))
    )
    spec: Spec = finish(alt.layer(bars, numbers).properties(height=alt.Step(ROW)), look.language, look.dark).to_dict()
    return spec


@lru_cache(maxsize=16)
def _time(look: Look, level: bool) -> Spec:
    choice = picked(["period", "theme"])
    dates = alt.Axis(labelAngle=0 if level else -40, labelOverlap=True, labelLimit=120)
    base = blank().encode(alt.X("name:N", title=None, sort=None, axis=dates))
    columns = (
        base.mark_rect(stroke=look.palette.ground, strokeWidth=1, cursor="pointer")
        .encode(
            alt.Y("left:Q", title=_("share of words"), axis=alt.Axis(format=".0%", tickCount=5)),
            alt.Y2("right:Q"),
            look.colour("theme"),
            opacity=chosen_or(choice, 1, PALE),
            tooltip=_tooltip("name", _("Period")),
            description="spoken:N",
        )
        .add_params(choice)
    )
    room = "bandwidth('x')"
    words = (
        f"datum.text == '' || {room} < {NUMBERED} ? '' : {room} < {NAMED} ? datum.text : datum.label + ' ' + datum.text"
    )
    numbers = base.mark_text(text=alt.expr(words), fontSize=12, aria=False, cursor="pointer").encode(
        alt.Y("middle:Q"), color=_ink(look, choice), tooltip=_tooltip("name", _("Period"))
    )
    chart = alt.layer(columns, numbers).properties(height=TIME_HEIGHT)
    spec: Spec = finish(chart, look.language, look.dark).to_dict()
    return spec


@lru_cache(maxsize=16)
def _map(look: Look) -> Spec:
    choice = picked(["passage_id"])
    base = blank().encode(
        alt.X("x:Q", axis=None, scale=alt.Scale(zero=False, nice=False, padding=PADDING)),
        alt.Y("y:Q", axis=None, scale=alt.Scale(zero=False, nice=False, padding=PADDING)),
    )
    dots = (
        base.mark_circle(cursor="pointer", stroke=look.palette.ground, strokeWidth=1)
        .encode(
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
    chart = alt.layer(dots, *_names(base, look)).properties(height=MAP_HEIGHT)
    spec: Spec = finish(chart, look.language, look.dark).to_dict()
    return spec


def _names(base: alt.Chart, look: Look) -> list[alt.Chart]:
    """The names of the topics where ``landmarks`` has placed them, on a thin veil that lets the dots through."""
    wide, narrow = (room.columns for room in ROOMS)
    text, across, down = (
        alt.expr(f"width < {ROOMY} ? datum.{two} : datum.{one}") for one, two in zip(wide, narrow, strict=True)
    )
    shown: dict[str, Any] = {"text": text, "dx": across, "dy": down, "fontSize": 13, "fontWeight": "bold"}
    # A click on a name opens the passage that bears it.
    shown |= {"aria": False, "cursor": "pointer"}
    named = base.transform_filter("datum.name != '' || datum.short != ''")
    veil: dict[str, Any] = {"stroke": look.palette.ground, "strokeWidth": 4, "strokeJoin": "round"}
    veil |= {"strokeOpacity": 0.6, "fillOpacity": 0}
    return [named.mark_text(**shown, **veil), named.mark_text(**shown, color=look.palette.text)]


def _ink(look: Look, choice: Any) -> Any:
    """Numbers on a theme's colour: the page's ground; its text on the grey of no theme and on what a click paled."""
    text, ground = alt.value(look.palette.text), alt.value(look.palette.ground)
    return alt.when(alt.datum.theme == NO_THEME).then(text).when(choice).then(ground).otherwise(text)


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
