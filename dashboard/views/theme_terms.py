"""The terms of a theme's passages, each a link to its concordance; a part of the view Themes."""

from __future__ import annotations

from dashboard.analysis.evidence import terms_of_theme
from dashboard.locales import _
from dashboard.locales.numbers import number
from dashboard.views import navigate
from dashboard.views.clickable import clickable
from dashboard.views.looks import records
from dashboard.views.markup import isolated, safe
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene

MOST_TERMS = 16


def theme_terms(scene: Scene, theme: str) -> None:
    """The terms of the theme's passages with their mentions there; nothing where there are none."""
    rows = remembered(scene, "theme-terms", lambda: terms_of_theme(scene.analysis, theme), theme).head(MOST_TERMS)
    entries = []
    for row in records(rows):
        href = safe(navigate.link(scene, "terms", term=row["lemma"]))
        count = safe(number(row["count"], scene.language))
        body = f'{isolated(row["term"])} <span class="rc-muted">{count}</span>'
        entries.append(f'<li><a href="{href}" data-go>{body}</a></li>')
    if entries:
        lead = f'<li><span class="rc-muted">{safe(_("Its terms, by mentions:"))}</span></li>'
        clickable(f'<ul class="rc-legend">{lead}{"".join(entries)}</ul>', "themes:terms", scene.dark)
