"""The most telling terms of each source in a panel of its own; a part of the view Terms."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.charts.look import Look
from dashboard.locales.numbers import number
from dashboard.views import address, navigate
from dashboard.views.clickable import clickable
from dashboard.views.looks import records, source_look
from dashboard.views.markup import isolated, safe
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene

#: Terms of one panel.
MOST = 8
_GRID = "grid-template-columns:repeat(auto-fill,minmax(min(220px,100%),1fr));gap:16px 24px"


def term_panels(scene: Scene, table: pd.DataFrame, weight: str, kinds: tuple[str, ...]) -> None:
    """Small multiples: sorted bars a source, all on one scale; each bar opens the term in that source.

    ``table`` is ``term_sources``; the terms are those of these kinds that tell most of the source.
    """
    html = remembered(scene, "terms:panels", lambda: _panels(scene, table, weight, kinds), weight, *kinds)
    clickable(html, "terms:panels", scene.dark)


def first_of_each(table: pd.DataFrame, weight: str, most: int = MOST) -> pd.DataFrame:
    """The most telling rows of ``term_sources`` in each source, at most so many, by ``weight``."""
    best = table.sort_values(["telling", "lemma"], ascending=[False, True]).groupby("source").head(most)
    return best.sort_values(["source", weight, "lemma"], ascending=[True, False, True]).reset_index(drop=True)


def _panels(scene: Scene, table: pd.DataFrame, weight: str, kinds: tuple[str, ...]) -> str:
    rows = first_of_each(table[table["kind"].isin(kinds)], weight)
    look, slugs, top = source_look(scene), address.slugs(scene.whole.articles["source"]), float(rows[weight].max())
    panels = []
    for source in (name for name in look.order if name in set(rows["source"])):
        own = records(rows[rows["source"] == source])
        bars = "".join(_bar(scene, row, float(row[weight]) / top, weight, slugs.get(source, "")) for row in own)
        panels.append(f"<section>{_title(source, look)}<ol class='rc-bars'>{bars}</ol></section>")
    return f"<div class='rc-columns' style='{_GRID}'>{''.join(panels)}</div>"


def _title(source: str, look: Look) -> str:
    dot = f'<span class="rc-dot" style="--mark:{safe(look.colours[source])}"></span>'
    return f"<h3 style='font-size:14px;margin:0 0 4px'>{dot}{isolated(source)}</h3>"


def _bar(scene: Scene, row: dict[str, Any], share: float, weight: str, by: str) -> str:
    href = safe(navigate.link(scene, "terms", term=row["lemma"], by=by))
    value = number(round(float(row[weight]), 2), scene.language, 0 if weight == "count" else 2)
    bar = f"<span class='rc-bar' style='width:{100 * share:.1f}%'></span>"
    said = f"{isolated(row['term'])}<span class='rc-muted'>{safe(value)}</span>"
    return f"<li><a href='{href}' data-go>{bar}{said}</a></li>"
