"""Who is quoted by whom: speakers by sources, the number of quotes printed."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.labels import beside, heads
from dashboard.charts.style import finish, palette
from dashboard.charts.touch import touch
from dashboard.locales import _, ngettext

ROW = 32


def quotes_chart(counts: pd.DataFrame, names: dict[str, str], language: str, dark: bool = False) -> Any:
    """Rows: speakers; columns: sources; a click selects ``speaker`` and ``source``.

    ``counts`` has speaker, source, n_quotes and n_copies for every two of them, in the order of the rows and
    columns; a source that only copied what it quotes has a word for it, not the dash of silence. ``names`` is how
    each speaker is called.
    """
    colours = palette(dark)
    rows = counts.assign(
        name=counts["speaker"].map(names),
        printed=[str(n) if n else _("copy") if copies else "—" for n, copies in _both(counts)],
        spoken=[_spoken(names[row.speaker], row.source, row.n_quotes) for row in counts.itertuples()],  # type: ignore[index,arg-type]
    )
    speakers, sources = list(dict.fromkeys(rows["name"])), list(dict.fromkeys(rows["source"]))
    base = alt.Chart(rows).encode(
        alt.X("source:N", sort=sources, title=None, axis=alt.Axis(**heads(sources, bold=True))),
        alt.Y("name:N", sort=speakers, title=None, axis=beside(speakers)),
    )
    tooltip = [
        alt.Tooltip("name:N", title=_("Speaker")),
        alt.Tooltip("source:N", title=_("Source")),
        alt.Tooltip("n_quotes:Q", title=_("Quotes")),
    ]
    if rows["n_copies"].any():
        tooltip.append(alt.Tooltip("n_copies:Q", title=_("In copied passages")))
    top = max(1, int(rows["n_quotes"].max()))
    scale = alt.Scale(domain=[0, top], range=[colours.low, colours.high])
    boxes = base.mark_rect(cornerRadius=3, aria=False).encode(
        color=alt.when("datum.n_quotes > 0")
        .then(alt.Color("n_quotes:Q", scale=scale, legend=None))
        .otherwise(alt.value(colours.empty))
    )
    ink = (
        alt.when("datum.n_quotes == 0")
        .then(alt.value(colours.muted))
        .when(f"datum.n_quotes > {0.5 * top}")
        .then(alt.value(colours.ground))
        .otherwise(alt.value(colours.text))
    )
    numbers = base.mark_text(fontSize=14, aria=False).encode(text="printed:N", color=ink)
    chart = alt.layer(boxes, numbers, touch(base, ["speaker", "source"], colours, tooltip)).properties(
        height=ROW * len(speakers), autosize=alt.AutoSizeParams(type="fit-x", contains="padding")
    )
    return finish(chart, language, dark)


def _both(counts: pd.DataFrame) -> list[tuple[int, int]]:
    return list(zip(counts["n_quotes"].tolist(), counts["n_copies"].tolist(), strict=True))


def _spoken(speaker: str, source: str, n: int) -> str:
    return ngettext("{source} quotes {speaker} {n} time", "{source} quotes {speaker} {n} times", n).format(
        source=source, speaker=speaker, n=n
    )
