"""The signature chart with its choices, and the claim that is opened below it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from dashboard.analysis.ledger import cells, mentions_of, numbers_apart, rows_of
from dashboard.charts.figures import claims_chart
from dashboard.charts.look import PICKED
from dashboard.charts.sheet import Sheet, columns_for
from dashboard.charts.wording import ClaimNames, claim_finding
from dashboard.locales import _, ngettext
from dashboard.views import corrections
from dashboard.views.clickable import clickable
from dashboard.views.components import fragment, show_chart
from dashboard.views.figures.choices import Choices
from dashboard.views.figures.claim import claim_panel
from dashboard.views.figures.correction import correction_panel
from dashboard.views.figures.narrow import narrow_html
from dashboard.views.markup import safe
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene

PAGE = 15
#: More columns than this are folded into one that counts them.
MOST_COLUMNS = 8
# What stands beside the page's column on a wide screen: the sidebar and the margins.
BESIDE = 430
# On a telephone the sheet gives way to one card a claim; between, it scrolls sideways rather than shrink, and says so.
_STYLE = """<style>
.st-key-figures-choices [role="toolbar"] { flex-wrap: wrap; overflow: visible; }
.st-key-figures-wide { overflow-x: auto; } .st-key-figures-wide > div { min-width: %(wide)dpx; }
.rc-more-right { display: none; margin: 0; text-align: right; font-size: 13px; opacity: .75; }
@media (min-width: 641px) and (max-width: %(page)dpx) { .rc-more-right { display: block; } }
@media (max-width: 640px) { .st-key-figures-wide { display: none; } }
@media (min-width: 641px) { .st-key-figures-narrow { display: none; } }
</style><p class="rc-more-right">%(said)s</p>"""


@fragment
def comparison(scene: Scene, fitting: pd.DataFrame, choices: Choices, names: Mapping[str, ClaimNames]) -> None:
    """The claims that fit the choices by sources, the first page or all; the one that was clicked is opened below."""
    shown = fitting if st.session_state.get("figures:all") else _first_page(fitting)
    sheet = _sheet(scene, shown, names, choices.grouped)
    claims = tuple(shown["claim_id"])
    title = remembered(scene, "figures:title", lambda: _headline(scene, shown), claims)
    st.html(_style(sheet))
    with st.container(key="figures-wide"):
        depends = (choices, len(shown), len(sheet.sources))
        picked = show_chart(
            scene, "figures", lambda: claims_chart(sheet, title, scene.dark), _spoken(sheet), depends
        ).get(PICKED, [])
    with st.container(key="figures-narrow"):
        narrow = remembered(scene, "figures:narrow", lambda: narrow_html(scene, sheet, title), claims)
        clickable(narrow, "figures:narrow", scene.dark)
    _more(len(shown), len(fitting), sheet)
    claim_id, source = _opened(scene, shown, picked)
    claim_panel(scene, claim_id, source, names, title)
    correction_panel(scene, lambda: mentions_of(scene.analysis, claim_id), names, "figures:claim")


def _style(sheet: Sheet) -> str:
    wide = 470 + 104 * (len(sheet.sources) + bool(sheet.folded))
    said = _("The sheet goes on to the right: {n} sources.").format(n=len(sheet.sources) + len(sheet.folded))
    return _STYLE % {"wide": wide, "page": wide + BESIDE, "said": f"{safe(said)} →"}


def _first_page(fitting: pd.DataFrame) -> pd.DataFrame:
    asked = fitting["claim_id"] == st.query_params.get("claim", "")
    return fitting[asked | (pd.RangeIndex(len(fitting)) < PAGE)]


def _sheet(scene: Scene, shown: pd.DataFrame, names: Mapping[str, ClaimNames], grouped: bool) -> Sheet:
    mentions = scene.analysis.claim_mentions
    mentions = mentions[mentions["claim_id"].isin(shown["claim_id"])]
    most = 10_000 if st.session_state.get("figures:columns") else MOST_COLUMNS
    sources, folded = columns_for(mentions, scene.analysis.articles["source"], most)
    corrected = frozenset(corrections.marks())
    figures = scene.analysis.quantities
    return Sheet(shown, mentions, figures, names, sources, folded, grouped, scene.language, corrected)


def _headline(scene: Scene, shown: pd.DataFrame) -> str:
    """What the first claim shows if several sources give it; a plain title if none does."""
    compared = shown[shown["verdict"] != "single"].head(1)
    if compared.empty:
        return _("Figures by source")
    found = numbers_apart(cells(compared, scene.analysis.claim_mentions, scene.analysis.quantities))
    figures = rows_of(found)
    return claim_finding(rows_of(compared)[0], figures, scene.config, scene.language)


def _spoken(sheet: Sheet) -> str:
    text = _("Table of {claims} claims by {sources} sources; each cell holds the figure that the source gives.")
    return text.format(claims=len(sheet.claims), sources=len(sheet.sources) + len(sheet.folded))


def _more(n_shown: int, n_all: int, sheet: Sheet) -> None:
    with st.container(horizontal=True, gap="small"):
        if n_shown < n_all:
            st.button(_("Show all {n} claims").format(n=n_all), on_click=_set, args=("figures:all", True))
        elif n_all > PAGE and st.session_state.get("figures:all"):
            st.button(_("Show fewer claims"), on_click=_set, args=("figures:all", False))
        if sheet.folded:
            label = ngettext("Show {n} more source", "Show {n} more sources", len(sheet.folded))
            st.button(label.format(n=len(sheet.folded)), on_click=_set, args=("figures:columns", True))
        elif len(sheet.sources) > MOST_COLUMNS:
            st.button(_("Fold the sources"), on_click=_set, args=("figures:columns", False))


def _set(key: str, value: bool) -> None:
    st.session_state[key] = value


def _opened(scene: Scene, shown: pd.DataFrame, picked: list[Mapping[str, str]]) -> tuple[str, str]:
    """The claim to open and the source that was clicked ("" for none): the click, the address, the first claim."""
    known = set(shown["claim_id"])
    for mark in picked:
        if mark.get("claim_id") in known:
            return mark["claim_id"], mark.get("source", "")
    asked = st.query_params.get("claim", "")
    return (asked if asked in known else str(shown["claim_id"].iloc[0])), ""
