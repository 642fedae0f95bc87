"""The ledger of all figures: as printed and as normalised, to sort, open and download."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from dashboard.analysis.contexts import sentence_texts, sentences
from dashboard.analysis.ledger import ledger, narrowed_figures, rows_of
from dashboard.analysis.origins import counted
from dashboard.charts.wording import (
    ClaimNames,
    certainty_of,
    certainty_word,
    figures_text,
    kind_word,
    measure_word,
    verdict_word,
)
from dashboard.locales import _
from dashboard.locales.numbers import date_text, number, short_form
from dashboard.views import corrections
from dashboard.views.components import Card, cards, csv_download, finding_title, fragment
from dashboard.views.figures.choices import Choices
from dashboard.views.figures.correction import correction_panel, correction_text
from dashboard.views.headers import headers
from dashboard.views.markup import Mark
from dashboard.views.remembered import remembered
from dashboard.views.scene import Scene

#: Rows that are sent to the browser; the downloads hold all.
MOST_ROWS = 2_000


@fragment
def register(scene: Scene, names: Mapping[str, ClaimNames], choices: Choices) -> None:
    """The figures of the selection that fit the choices as a table; a chosen row opens its sentence."""
    rows = _chosen(scene, choices)
    said = _("As printed and as normalised. Choose a row to read its sentence.")
    if choices.active:
        said += " " + _("The choices above hold for this table and its downloads.")
    finding_title(_title(scene, rows), said)
    shown = rows.head(MOST_ROWS)
    if len(shown) < len(rows):
        st.caption(_("The first {n} rows; the downloads hold all.").format(n=number(MOST_ROWS, scene.language)))
    depends = (choices.limits, *_corrected())
    columns = remembered(scene, "figures:columns", lambda: _table(_columns(scene, shown, names)), *depends)
    event = st.dataframe(
        columns,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        # Rows are chosen by their place: another table has other places.
        key=f"figures:ledger:{choices.limits}" if choices.active else "figures:ledger",
        column_config=_widths(columns.column_names),
    )
    chosen = [place for place in event["selection"]["rows"] if place < len(shown)]
    if chosen:
        _opened(scene, shown.iloc[chosen])
        correction_panel(scene, lambda: shown.iloc[chosen], names, "figures:ledger")
    with st.container(horizontal=True, gap="small"):
        csv_download(rows, "figures", scene)
        st.download_button(
            _("Download as Parquet"),
            data=lambda: _parquet(rows),
            file_name="recoupe-figures.parquet",
            mime="application/vnd.apache.parquet",
            type="tertiary",
            icon=":material/download:",
            key="parquet:figures",
            on_click="ignore",
        )


def _chosen(scene: Scene, choices: Choices) -> pd.DataFrame:
    every = _ledger(scene.key, scene)
    if not choices.active:
        return every
    claims, limits = scene.analysis.claims, dict(choices.limits)
    return remembered(scene, "figures:chosen", lambda: narrowed_figures(every, claims, limits), choices.limits)


def _title(scene: Scene, rows: pd.DataFrame) -> str:
    """How many figures the ledger shows, of how many where the choices leave some out."""
    every = len(scene.analysis.quantities)
    figures = figures_text(len(rows), len(counted(scene.analysis, rows)), scene.language)
    if len(rows) < every:
        return _("Ledger: {figures} of {n}").format(figures=figures, n=number(every, scene.language))
    return _("Ledger: {figures}").format(figures=figures)


@st.cache_resource(max_entries=16, show_spinner=False)
def _ledger(key: tuple[object, ...], _scene: Scene) -> pd.DataFrame:
    rows = ledger(_scene.analysis)
    rows = rows.assign(
        normalised=[short_form(row, _scene.language) for row in rows_of(rows)],
        sentence=sentence_texts(_scene.whole, rows),
    )
    first = ["source", "published", "surface", "normalised", "measure", "subject", "counterparty"]
    last = ["sentence", "title", "url", "article_id", "passage_id", "start", "end", "quantity_id", "claim_id"]
    middle = [name for name in rows.columns if name not in (*first, *last)]
    return rows[[*first, *middle, *last]]


def _columns(scene: Scene, rows: pd.DataFrame, names: Mapping[str, ClaimNames]) -> pd.DataFrame:
    """What is shown of the ledger: words in place of codes."""
    head, language = headers(), scene.language
    measures = {measure: measure_word(measure, scene.config, language) for measure in set(rows["measure"].dropna())}
    columns = {
        head["source"]: rows["source"],
        head["surface"]: rows["surface"],
        _("Normalised"): rows["normalised"],
        head["measure"]: rows["measure"].map(measures),
        head["subject"]: rows["subject"],
        head["certainty"]: rows["certainty"].map(certainty_word),
        head["verdict"]: rows["verdict"].map(verdict_word, na_action="ignore"),
        head["sentence"]: rows["sentence"],
        head["attributed_to"]: rows["attributed_to"],
        head["counterparty"]: rows["counterparty"],
        head["refers_to"]: rows["refers_to"].map(lambda iso: date_text(iso, language), na_action="ignore"),
        head["kind"]: rows["kind"].map(kind_word),
    }
    if marks := corrections.marks():
        said = {quantity_id: correction_text(scene, quantity_id) for quantity_id in marks}
        columns[_("Correction")] = rows["quantity_id"].map(said)
    return pd.DataFrame(columns).astype("object").fillna("")


def _table(columns: pd.DataFrame) -> pa.Table:
    """As the browser takes it, so that it is not made over again at every click."""
    return pa.Table.from_pandas(columns, preserve_index=False)


def _corrected() -> tuple[str, ...]:
    return tuple(f"{quantity_id} {made}" for quantity_id, made in corrections.marks().items())


def _widths(columns: list[str]) -> dict[str, Any]:
    """Every column's width in pixels: where one is missing, the browser measures the text of all its cells."""
    head = headers()
    wide = {head["sentence"]: 420, head["surface"]: 150, head["measure"]: 150, _("Correction"): 200}
    return {name: st.column_config.TextColumn(width=wide.get(name, 120)) for name in columns}


def _opened(scene: Scene, rows: pd.DataFrame) -> None:
    items = []
    for row, (start, end) in zip(rows_of(rows), sentences(scene.whole, rows), strict=True):
        place = (int(row.start), int(row.end))
        note = f"{row.normalised} · {certainty_of(row)}"
        items.append(Card(str(row.article_id), start, end, (Mark(*place, "figure"),), place, note))
    cards(scene, items, "figures:ledger:card")


def _parquet(rows: pd.DataFrame) -> bytes:
    file = io.BytesIO()
    rows.to_parquet(file, index=False)
    return file.getvalue()
