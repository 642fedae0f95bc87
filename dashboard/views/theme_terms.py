"""The terms of a theme's passages, each a link to its mentions there; a part of the view Themes."""

from __future__ import annotations

import pandas as pd

from dashboard.analysis.evidence import terms_of_passages
from dashboard.analysis.specific import Part
from dashboard.locales import _
from dashboard.locales.numbers import number
from dashboard.views import navigate
from dashboard.views.clickable import clickable
from dashboard.views.looks import records
from dashboard.views.markup import isolated, safe
from dashboard.views.parts import part_params
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene

MOST_TERMS = 16


def theme_terms(scene: Scene, part: Part, passages: pd.DataFrame) -> None:
    """The terms that tell most of the passages, with their mentions there; nothing where there are none.

    ``part`` is what the passages are, for the links: each opens the mentions that its number counts.
    """
    ids = passages["passage_id"]
    rows = remembered(scene, "theme-terms", lambda: terms_of_passages(scene.analysis, ids, MOST_TERMS), part)
    limits = part_params(scene, part)
    entries = []
    for row in records(rows):
        href = safe(navigate.link(scene, "terms", term=row["lemma"], **limits))
        count = safe(number(row["count"], scene.language))
        body = f'{isolated(row["term"])} <span class="rc-muted">{count}</span>'
        entries.append(f'<li><a href="{href}" data-go>{body}</a></li>')
    if entries:
        lead = f'<li><span class="rc-muted">{safe(_("Its most telling terms, by mentions:"))}</span></li>'
        clickable(f'<ul class="rc-legend">{lead}{"".join(entries)}</ul>', "themes:terms", scene.dark)
