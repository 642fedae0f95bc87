"""The sheet of claims on a telephone: one card a claim, one line a source."""

from __future__ import annotations

from typing import Any

from dashboard.analysis.ledger import cells, rows_of
from dashboard.charts.figures import legend_text
from dashboard.charts.sheet import Sheet, origins_text
from dashboard.charts.wording import certainty_of, verdict_word
from dashboard.locales import _
from dashboard.locales.numbers import listing, short_form
from dashboard.views import navigate
from dashboard.views.markup import isolated, safe
from dashboard.views.scene import Scene

_GLYPHS = {"affirmed": "●", "hedged": "○", "denied": "⊗"}


def narrow_html(scene: Scene, sheet: Sheet, title: str) -> str:
    """The sheet as HTML for ``clickable``; each figure leads to its sentence, each claim to all of its sentences."""
    rows: dict[str, list[Any]] = {}
    for row in rows_of(cells(sheet.claims, sheet.mentions, sheet.quantities)):
        rows.setdefault(str(row.claim_id), []).append(row)
    body = "".join(_card(scene, sheet, claim, rows.get(str(claim.claim_id), [])) for claim in rows_of(sheet.claims))
    legend = f'<p class="rc-muted rc-small">{safe(legend_text())}</p>'
    return f'<h2>{safe(title)}</h2>{legend}<div class="rc-cards">{body}</div>'


def figure_glyph(mark: str, verdict: str) -> str:
    """The mark of a figure as HTML: filled, hollow or crossed, in the colour of the verdict."""
    return f'<span class="rc-{safe(verdict)}" aria-hidden="true">{_GLYPHS[mark]}</span>'


def _card(scene: Scene, sheet: Sheet, claim: Any, figures: list[Any]) -> str:
    names = sheet.names[str(claim.claim_id)]
    href = safe(navigate.link(scene, "figures", claim=str(claim.claim_id)))
    word = f'<span class="rc-word rc-{safe(claim.verdict)}">{safe(verdict_word(claim.verdict))}</span>'
    origins = origins_text(claim)
    lines = "".join(_line(scene, claim, row) for row in figures)
    silent = [source for source in (*sheet.sources, *sheet.folded) if source not in {row.source for row in figures}]
    unsaid = ""
    if silent:
        names_of = listing(silent[:6], scene.language) + ("…" if len(silent) > 6 else "")
        unsaid = f'<p class="rc-muted rc-small">{safe(_("— not given by {sources}").format(sources=names_of))}</p>'
    return (
        f'<article class="rc-card"><header><a href="{href}" data-go><b>{isolated(names.whole)}</b></a>{word}'
        f"<span>{safe(origins)}</span></header><ul class='rc-lines'>{lines}</ul>{unsaid}</article>"
    )


def _line(scene: Scene, claim: Any, row: Any) -> str:
    href = safe(navigate.article_link(scene, row.article_id, row.start, row.end))
    said = f'<span class="rc-muted rc-small">{safe(certainty_of(row))}</span>'
    form = safe(short_form(row, scene.language))
    return (
        f"<li><span>{isolated(row.source)}</span><span>{figure_glyph(row.mark, claim.verdict)} "
        f'<a href="{href}" data-go><b>{form}</b></a></span>{said}</li>'
    )
