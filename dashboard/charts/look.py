"""How the themes or sources of a chart are shown: their order, labels and colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.style import Palette, palette
from dashboard.locales.numbers import percent

#: The name of the point selection of every clickable chart.
PICKED = "picked"
#: Narrower parts of a bar, in shares of it, carry no number: it would not fit on a telephone.
LEAST_LABELLED = 0.075


@dataclass(frozen=True, slots=True)
class Look:
    """``order`` is the fixed order of the ids; ``labels`` and ``colours`` have one entry for each of them."""

    language: str
    dark: bool
    order: tuple[str, ...]
    labels: Mapping[str, str]
    colours: Mapping[str, str]

    @property
    def palette(self) -> Palette:
        """The page's own colours."""
        return palette(self.dark)

    def colour(self, field: str) -> Any:
        """The colour channel of ``field``, which holds ids, without a legend."""
        scale = alt.Scale(domain=list(self.order), range=[self.colours[key] for key in self.order])
        return alt.Color(f"{field}:N", scale=scale, legend=None)

    def rank(self, ids: pd.Series[Any]) -> pd.Series[Any]:
        """The place of each id in the order; an id that is not in it comes last."""
        places = {key: place for place, key in enumerate(self.order)}
        return ids.map(lambda key: places.get(key, len(places)))


def stacked(mix: pd.DataFrame, group: str, look: Look) -> pd.DataFrame:
    """A table of shares (``group``, theme, share, n_words, n_passages) laid end to end in the fixed order.

    Adds ``left`` and ``right`` (0..1 within the group), ``middle``, ``label`` (the theme's), ``printed`` (the
    share as written) and ``text`` (the same, empty where the part is too narrow).
    """
    ordered = mix.assign(_rank=look.rank(mix["theme"])).sort_values([group, "_rank", "theme"])
    right = ordered.groupby(group)["share"].cumsum()
    printed = ordered["share"].map(lambda share: percent(share, look.language))
    return ordered.assign(
        left=right - ordered["share"],
        right=right,
        middle=right - ordered["share"] / 2,
        label=ordered["theme"].map(dict(look.labels)).fillna(ordered["theme"]),
        printed=printed,
        text=printed.where(ordered["share"] >= LEAST_LABELLED, ""),
    ).drop(columns="_rank")


def picked(fields: list[str]) -> Any:
    """The click selection of a chart; the view reads it as ``event["selection"]["picked"]``."""
    return alt.selection_point(name=PICKED, fields=fields)
