"""The view Figures: what the sources report in numbers, side by side, and the ledger of all figures."""

from __future__ import annotations

from dashboard.analysis.ledger import ranked_claims
from dashboard.analysis.origins import counted
from dashboard.charts.wording import claim_names, figures_text
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import listing, number
from dashboard.views.components import empty_state, kept_place, page_title
from dashboard.views.figures.choices import Choices, choose, chosen_claims, reset
from dashboard.views.figures.comparison import comparison
from dashboard.views.figures.register import register
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene


def render(scene: Scene) -> None:
    """Draws the view."""
    page_title(_("Figures"), remembered(scene, "figures:finding", lambda: _finding(scene)))
    if scene.analysis.quantities.empty:
        empty_state(_("No figure stands in the passages that the filters keep."))
        return
    analysis = scene.analysis
    ranked = remembered(scene, "figures:ranked", lambda: ranked_claims(analysis.claims, analysis.claim_mentions))
    names = remembered(scene, "figures:names", lambda: claim_names(scene.whole.claims, scene.config, scene.language))
    if ranked.empty:
        empty_state(_("None of these figures could be compared: none tells what it measures. All are listed below."))
        register(scene, names, Choices())
        return
    # Outside the fragments below: sheet, ledger and downloads all follow.
    choices = choose(scene, ranked)
    fitting = chosen_claims(scene, ranked, choices)
    with kept_place():
        if fitting.empty:
            empty_state(_("No claim fits these choices."), _("Take the choices back"), reset)
        else:
            comparison(scene, fitting, choices, names)
    register(scene, names, choices)


def _finding(scene: Scene) -> str:
    figures, claims = scene.analysis.quantities, scene.analysis.claims
    if figures.empty:
        return ""
    n_compared = int((claims["verdict"] != "single").sum())
    n_figures = len(counted(scene.analysis, figures))
    if not n_compared:
        text = _("{figures}, and none that several sources give.")
        return text.format(figures=figures_text(len(figures), n_figures, scene.language))
    parts = [
        figures_text(len(figures), n_figures, scene.language),
        ngettext("{n} claim given by several sources", "{n} claims given by several sources", n_compared).format(
            n=number(n_compared, scene.language)
        ),
    ]
    n = int((claims["verdict"] == "contradict").sum())
    parts.append(ngettext("{n} contradiction", "{n} contradictions", n).format(n=n))
    return _("{parts}.").format(parts=listing(parts, scene.language))
