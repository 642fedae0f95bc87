"""Who prints whose words: source by source, both directions, the shares printed."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.labels import beside, cell_text, heads
from dashboard.charts.style import finish, palette
from dashboard.charts.touch import touch
from dashboard.locales import _
from dashboard.locales.numbers import number, percent

ROW = 40
#: More sources than this are not drawn: those that share most stay.
MOST_SOURCES = 16
#: The darkest colour stands for this share at least, so that a trace of shared words does not look like much.
_FULL = 0.25


def overlap_cells(overlap: pd.DataFrame, sources: list[str], column: str, language: str) -> pd.DataFrame:
    """One row for each two of these sources: ``share`` (NaN on the diagonal), ``printed``, ``spoken``, counts.

    ``overlap`` is the table source_overlap, ``column`` the share to show.
    """
    shares = {(row.source_a, row.source_b): row for row in overlap.itertuples()}
    rows = []
    for one in sources:
        for other in sources:
            row = shares.get((one, other))
            share = None if one == other else float(getattr(row, column)) if row else 0.0
            printed = "" if share is None else percent(share, language)
            said = _("{share} of the words of {a} stand in {b} too").format(share=printed, a=one, b=other)
            rows.append(
                {
                    **{"source_a": one, "source_b": other, "share": share, "printed": printed},
                    "spoken": " ".join(said.split()) if share is not None else one,
                    "words": number(int(str(row.n_words)), language) if row else "0",
                    "passages": int(str(row.n_passages)) if row else 0,
                    "longest": int(str(row.longest)) if row else 0,
                    "statements": int(str(row.n_statements)) if row else 0,
                }
            )
    return pd.DataFrame(rows)


def sources_shown(overlap: pd.DataFrame, sources: list[str]) -> list[str]:
    """The sources in their fixed order; of too many, those of which one shares the largest part of its words."""
    if len(sources) <= MOST_SOURCES:
        return sources
    most = overlap.groupby("source_a")["containment"].max().to_dict()
    kept = set(sorted(sources, key=lambda name: (-most.get(name, 0.0), name))[:MOST_SOURCES])
    return [name for name in sources if name in kept]


def overlap_chart(cells: pd.DataFrame, language: str, dark: bool = False) -> Any:
    """Rows: whose words; columns: who prints them too; a click selects ``source_a`` and ``source_b``."""
    colours = palette(dark)
    sources = list(dict.fromkeys(cells["source_a"]))
    top = max(_FULL, float(cells["share"].max() or 0))
    base = alt.Chart(cells).encode(
        alt.X("source_b:N", sort=sources, title=_("who prints them too"), axis=alt.Axis(**heads(sources, bold=True))),
        alt.Y("source_a:N", sort=sources, title=_("whose words"), axis=beside(sources, bold=True)),
    )
    scale = alt.Scale(domain=[0, top], range=[colours.low, colours.high])
    boxes = base.mark_rect(cornerRadius=3, aria=False).encode(
        color=alt.when("isValid(datum.share)")
        .then(alt.Color("share:Q", scale=scale, legend=None))
        .otherwise(alt.value(colours.empty))
    )
    numbers = base.mark_text(**cell_text(14), aria=False).encode(
        color=alt.when(f"datum.share > {0.5 * top}").then(alt.value(colours.ground)).otherwise(alt.value(colours.text)),
    )
    clicked = touch(base, ["source_a", "source_b"], colours, _tooltip())
    height = ROW * len(sources)
    chart = alt.layer(boxes, numbers, clicked).properties(
        height=height, autosize=alt.AutoSizeParams(type="fit-x", contains="padding")
    )
    return finish(chart, language, dark)


def _tooltip() -> list[Any]:
    return [
        alt.Tooltip("source_a:N", title=_("whose words")),
        alt.Tooltip("source_b:N", title=_("who prints them too")),
        alt.Tooltip("printed:N", title=_("Share of words")),
        alt.Tooltip("words:N", title=_("Words")),
        alt.Tooltip("passages:Q", title=_("Shared passages")),
        alt.Tooltip("longest:Q", title=_("Words of the longest")),
        alt.Tooltip("statements:Q", title=_("Shared statements")),
    ]
