"""The themes and sources of the corpus as every chart shows them, and their legend in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.analysis.shares import NO_THEME
from dashboard.charts.look import Look
from dashboard.charts.style import palette, source_colours, theme_colours
from dashboard.locales import _
from dashboard.views.markup import isolated, safe
from dashboard.views.scene import Scene

#: Sources beyond this place cannot be told apart by colour and are drawn in grey.
MOST_COLOURS = 8
# Passages without a theme, on the light and the dark page: there, and quieter than any theme.
_NONE = ("#D3D7DB", "#454C53")


def theme_look(scene: Scene) -> Look:
    """The configured themes in the file's order; the last id, "", stands for passages without a theme."""
    themes = scene.config.themes
    labels = {theme.theme_id: theme.label(scene.language) for theme in themes.themes}
    grey = {NO_THEME: _NONE[scene.dark]}
    order = (*themes.order, NO_THEME)
    colours = theme_colours(scene.config, scene.dark) | grey
    labels[NO_THEME] = _("No theme")
    names, paints = ([told[key] for key in order] for told in (labels, colours))
    return Look(scene.language, scene.dark, order, tuple(names), tuple(paints))


def source_look(scene: Scene) -> Look:
    """Every source of the whole corpus in alphabetical order; a filter changes neither order nor colour."""
    colours = source_colours(scene.whole.articles["source"], scene.dark)
    order = tuple(sorted(colours))
    if len(order) > MOST_COLOURS:
        chosen = [source for source in order if source in scene.filters.sources][:MOST_COLOURS]
        kept = set(chosen or order[:MOST_COLOURS])
        colours = {name: colour if name in kept else palette(scene.dark).muted for name, colour in colours.items()}
    return Look(scene.language, scene.dark, order, order, tuple(colours[name] for name in order))


def legend_html(
    look: Look,
    shown: Mapping[str, str],
    current: str | None = None,
    links: Mapping[str, str] | None = None,
    last: str = "",
) -> str:
    """The legend of ``shown`` (id to a few words after the label, such as a share) as HTML for ``clickable``.

    Where ``links`` has an ``href`` for an id, its entry is a link; ``current`` is the id that is open now, None
    where none is. ``last`` is a further entry, as HTML.
    """
    entries = []
    for key in look.order:
        if key not in shown:
            continue
        dot = f'<span class="rc-dot" style="--mark:{safe(look.colours[key])}"></span>'
        said = f' <span class="rc-muted">{safe(shown[key])}</span>' if shown[key] else ""
        body = f"{dot}{isolated(look.labels[key])}{said}"
        if links and key in links:
            here = ' aria-current="true"' if key == current else ""
            entries.append(f'<li><a href="{safe(links[key])}" data-go{here}>{body}</a></li>')
        else:
            entries.append(f"<li><span>{body}</span></li>")
    return f'<ul class="rc-legend">{"".join(entries)}{last}</ul>'


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as mappings from column to value, in order."""
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]
