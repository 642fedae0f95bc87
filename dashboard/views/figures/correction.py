"""Where a reader corrects a figure: reject it, say what it measures, set it apart or join it to another claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.corrections import Action, Anchor, Correction, anchor_of
from dashboard.analysis.ledger import rows_of
from dashboard.charts.wording import ClaimNames, measure_word
from dashboard.locales import _
from dashboard.locales.numbers import short_form
from dashboard.views import corrections
from dashboard.views.components import article_of
from dashboard.views.markup import plain
from dashboard.views.scene import Scene

_AROUND = 30


def correction_panel(
    scene: Scene, figures: Callable[[], pd.DataFrame], names: Mapping[str, ClaimNames], key: str
) -> None:
    """A switch, and behind it the form for one of the rows of ``figures`` and the corrections made so far."""
    made = [one for group in corrections.marks().values() for one in group]
    label = _("Correct a figure") + (f" ({len(made)})" if made else "")
    if not st.toggle(label, key=f"{key}:correct"):
        return
    with st.container(border=True):
        _form(scene, figures(), names, key)
        _made(scene, made, key)
        for fault in corrections.faults():
            st.caption(plain(_("Not applied: {fault}").format(fault=fault)))


def correction_text(scene: Scene, quantity_id: str) -> str:
    """What was corrected in a figure, in a few words with the notes; empty where nothing was."""
    return "; ".join(_said(scene, one) for one in corrections.marks().get(quantity_id, ()))


def _actions() -> dict[Action, str]:
    return {
        "reject": _("Reject it"),
        "set": _("Say what it measures"),
        "split": _("Set it apart"),
        "join": _("Join it to another claim"),
    }


def _form(scene: Scene, figures: pd.DataFrame, names: Mapping[str, ClaimNames], key: str) -> None:
    rows = {str(row.quantity_id): row for row in rows_of(figures)}
    chosen = st.selectbox(
        _("Figure"), list(rows), format_func=lambda one: _figure_text(scene, rows[one]), key=f"{key}:figure"
    )
    labels = _actions()
    action: Action = (
        st.segmented_control(
            _("Correction"), list(labels), format_func=lambda one: labels[one], default="reject", key=f"{key}:action"
        )
        or "reject"
    )
    row = rows[chosen]
    parts = _details(scene, row, action, names, f"{key}:{chosen}")
    note = st.text_input(_("Note"), key=f"{key}:{chosen}:note", max_chars=300)
    if st.button(_("Keep the correction"), type="primary", key=f"{key}:keep", disabled=parts is None):
        _do(corrections.add, Correction(anchor_of(row), action, note=note.strip(), **(parts or {})))


def _details(scene: Scene, row: Any, action: str, names: Mapping[str, ClaimNames], key: str) -> dict[str, Any] | None:
    """What the action needs beside the figure; None while something is missing."""
    if action == "set":
        return _parties(scene, row, key)
    if action != "join":
        return {}
    mentions = scene.whole.claim_mentions
    own = set(mentions.loc[mentions["quantity_id"] == row.quantity_id, "claim_id"])
    others = [claim for claim in scene.whole.claims["claim_id"] if claim not in own]
    claim = st.selectbox(_("Claim"), others, format_func=lambda one: names[one].whole, key=f"{key}:claim", index=None)
    if claim is None or not own:
        return None
    target = mentions.loc[mentions["claim_id"] == claim, "quantity_id"].iloc[0]
    figure = rows_of(scene.whole.quantities[scene.whole.quantities["quantity_id"] == target])[0]
    return {"target": Anchor(str(figure.article_id), int(figure.start), str(figure.surface))}


def _parties(scene: Scene, row: Any, key: str) -> dict[str, Any] | None:
    """Measure, subject and counterparty, those that were changed; None while none was."""

    def called(measure: str) -> str:
        return measure_word(measure, scene.config, scene.language)

    measures = sorted(scene.config.measure_names, key=called)
    names = sorted(set(scene.whole.quantities["subject"].dropna()) | set(scene.whole.names["name"]), key=str.casefold)
    with st.container(horizontal=True):
        found = {
            "measure": st.selectbox(_("Measure"), measures, _at(measures, row.measure), called, key=f"{key}:measure"),
            "subject": _name(_("Subject"), names, row.subject, f"{key}:subject"),
            "counterparty": _name(_("Counterparty"), names, row.counterparty, f"{key}:counterparty"),
        }
    changed = {name: value or "" for name, value in found.items() if (value or "") != _text(getattr(row, name))}
    return changed or None


def _name(label: str, names: list[str], now: object, key: str) -> str | None:
    chosen: str | None = st.selectbox(label, names, _at(names, now), key=key, accept_new_options=True)
    return chosen


def _at(options: list[str], value: object) -> int | None:
    return options.index(value) if isinstance(value, str) and value in options else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _figure_text(scene: Scene, row: Any) -> str:
    """Source, short form and the figure with a few words around it, which tell two equal figures apart."""
    article = article_of(scene, str(row.article_id))
    text, start, end = str(article["text"]), int(row.start), int(row.end)
    around = " ".join(text[max(0, start - _AROUND) : end + _AROUND].split())
    return f"{article['source']} · {short_form(row, scene.language)} · …{around}…"


def _made(scene: Scene, made: list[Correction], key: str) -> None:
    """The corrections made so far, each with the click that takes it back."""
    for place, one in enumerate(made):
        with st.container(horizontal=True, vertical_alignment="center"):
            source = article_of(scene, one.figure.article_id)["source"]
            st.caption(plain(f"{source} · « {one.figure.surface} » · {_said(scene, one)}"), width="stretch")
            if st.button(_("Take back"), key=f"{key}:back:{place}", type="tertiary"):
                _do(corrections.remove, one)


def _said(scene: Scene, one: Correction) -> str:
    said = {
        "reject": _("rejected"),
        "set": _("what it measures was changed"),
        "split": _("set apart"),
        "join": _("joined to another claim"),
    }[one.action]
    if one.action == "set" and one.measure:
        said = _("measure: {measure}").format(measure=measure_word(one.measure, scene.config, scene.language))
    return f"{said} ({one.note})" if one.note else said


def _do(change: Any, one: Correction) -> None:
    """Makes the change and shows everything anew; says so where the file cannot be written."""
    try:
        change(one)
    except OSError as error:
        reason = error.strerror or str(error)
        st.error(plain(_("The correction could not be kept: {reason}").format(reason=reason)))
        return
    st.rerun()
