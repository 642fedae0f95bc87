"""How the themes or sources of a chart are shown, and how a chart that is drawn once takes new rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd
import pyarrow as pa

from dashboard.charts.style import Palette, palette
from dashboard.locales.numbers import percent

#: The name of the point selection of every clickable chart.
PICKED = "picked"
#: The name of a chart's data set.
ROWS = "rows"

Spec = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Look:
    """What a chart needs to know beside its rows.

    ``order`` is the fixed order of the ids; ``names`` and ``paints`` are their labels and colours, one for each.
    """

    language: str
    dark: bool
    order: tuple[str, ...]
    names: tuple[str, ...]
    paints: tuple[str, ...]

    @property
    def labels(self) -> Mapping[str, str]:
        """Label by id."""
        return dict(zip(self.order, self.names, strict=True))

    @property
    def colours(self) -> Mapping[str, str]:
        """Colour by id."""
        return dict(zip(self.order, self.paints, strict=True))

    @property
    def palette(self) -> Palette:
        """The page's own colours."""
        return palette(self.dark)

    def colour(self, field: str) -> Any:
        """The colour channel of ``field``, which holds ids, without a legend."""
        scale = alt.Scale(domain=list(self.order), range=list(self.paints))
        return alt.Color(f"{field}:N", scale=scale, legend=None)

    def rank(self, ids: pd.Series[Any]) -> pd.Series[Any]:
        """The place of each id in the order; an id that is not in it comes last."""
        places = {key: place for place, key in enumerate(self.order)}
        return ids.map(lambda key: places.get(key, len(places)))


def blank() -> alt.Chart:
    """A chart without rows: the start of a template, whose rows ``drawn`` puts in.

    A template is drawn once for a look; Altair takes longer to draw it than all else on the page together.
    """
    return alt.Chart(alt.NamedData(name=ROWS))


def drawn(template: Spec, rows: pd.DataFrame, **values: float) -> Spec:
    """The template with these rows, and with these values of the parameters that it names; a new mapping.

    The rows are Arrow IPC bytes, as the page sends them. Nominal axes keep the order of the rows.
    """
    named = {str(param["name"]): param for param in template.get("params", ())}
    params = [{**param, "value": values[name]} if name in values else param for name, param in named.items()]
    return {**template, "params": params, "datasets": {ROWS: to_arrow(rows)}}


def to_arrow(rows: pd.DataFrame) -> bytes:
    """The rows as an Arrow IPC stream."""
    table = pa.Table.from_pandas(rows, preserve_index=False)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def from_arrow(stream: bytes) -> list[dict[str, Any]]:
    """The rows of an Arrow IPC stream."""
    return list(pa.ipc.open_stream(stream).read_all().to_pylist())


def stacked(mix: pd.DataFrame, group: str, look: Look) -> pd.DataFrame:
    """A table of shares (``group``, theme, share, n_words, n_passages) laid end to end in the fixed order.

    Adds ``left`` and ``right`` (0..1 within the group), ``middle``, ``label`` (the theme's) and ``printed`` (the
    share as written).
    """
    ordered = mix.assign(rank=look.rank(mix["theme"])).sort_values([group, "rank", "theme"])
    right = ordered.groupby(group)["share"].cumsum()
    labels = look.labels
    printed = ordered["share"].map(lambda share: percent(share, look.language))
    return ordered.assign(
        left=right - ordered["share"],
        right=right,
        middle=right - ordered["share"] / 2,
        label=[labels.get(theme, theme) for theme in ordered["theme"]],
        printed=printed,
    ).drop(columns="rank")


def picked(fields: list[str]) -> Any:
    """The click selection of a chart; the view reads it as ``event["selection"]["picked"]``."""
    return alt.selection_point(name=PICKED, fields=fields)


def chosen_or(choice: Any, full: float, pale: float) -> Any:
    """The opacity channel: what is clicked keeps its own, the rest grows pale."""
    return alt.when(choice).then(alt.value(full)).otherwise(alt.value(pale))
