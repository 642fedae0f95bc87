"""What the reader chooses above the sheet of claims: verdicts, kinds, measures, subjects, certainties, order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard.analysis.ledger import CERTAINTIES, KINDS, VERDICTS, by_subject, narrowed
from dashboard.charts.wording import certainty_word, kind_word, measure_word, verdict_word
from dashboard.locales import _
from dashboard.views.scene import Scene

_KEYS = ("verdict", "kind", "measure", "subject", "certainty")


@dataclass(frozen=True, slots=True)
class Choices:
    """``limits`` is column to chosen values, nothing chosen meaning all; hashable, so it can be part of a key."""

    limits: tuple[tuple[str, tuple[str, ...]], ...] = ()
    grouped: bool = False

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        return any(values for _column, values in self.limits)


def choose(scene: Scene, ranked: pd.DataFrame) -> Choices:
    """Draws the choices; ``ranked`` are the claims of the selection."""
    chosen: dict[str, tuple[str, ...]] = {}
    counts = ranked["verdict"].value_counts()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="figures-choices"):
        present = [verdict for verdict in VERDICTS if counts.get(verdict, 0)]
        picked = st.pills(
            _("Verdict"),
            present,
            selection_mode="multi",
            format_func=lambda verdict: f"{verdict_word(verdict)} {counts[verdict]}",
            key="figures:verdict",
            label_visibility="collapsed",
        )
        chosen["verdict"] = tuple(picked)
        with st.popover(_("Refine"), icon=":material/tune:"):
            chosen |= _refine(scene, ranked)
        grouped = st.toggle(_("Group by subject"), key="figures:grouped")
    return Choices(tuple((key, chosen.get(key, ())) for key in _KEYS), grouped)


def chosen_claims(scene: Scene, ranked: pd.DataFrame, choices: Choices) -> pd.DataFrame:
    """The ranked claims that fit the choices, in the chosen order."""
    kept = narrowed(scene.analysis, dict(choices.limits))["claim_id"] if choices.active else ranked["claim_id"]
    fitting = ranked[ranked["claim_id"].isin(kept)].reset_index(drop=True)
    return by_subject(fitting) if choices.grouped else fitting


def reset() -> None:
    """Takes all choices back; for ``on_click``."""
    for key in _KEYS:
        if f"figures:{key}" in st.session_state:
            st.session_state[f"figures:{key}"] = []


def _refine(scene: Scene, ranked: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    analysis = scene.analysis
    in_claims = analysis.quantities["quantity_id"].isin(analysis.claim_mentions["quantity_id"])
    certainties = set(analysis.quantities.loc[in_claims, "certainty"])
    kinds = set(ranked["kind"])

    def measure(value: str) -> str:
        return measure_word(value, scene.config, scene.language)

    measures = sorted(set(ranked["measure"].dropna()), key=measure)
    subjects = sorted(set(ranked["subject"].dropna()), key=str.casefold)
    return {
        "measure": _several("measure", _("Measure"), measures, measure),
        "subject": _several("subject", _("Subject"), subjects, str),
        "kind": _several("kind", _("Kind"), [kind for kind in KINDS if kind in kinds], kind_word),
        "certainty": _several(
            "certainty", _("Certainty"), [word for word in CERTAINTIES if word in certainties], certainty_word
        ),
    }


def _several(key: str, label: str, options: list[str], shown: Callable[[str], str]) -> tuple[str, ...]:
    kept = st.session_state.get(f"figures:{key}")
    if isinstance(kept, list) and not set(kept) <= set(options):
        st.session_state[f"figures:{key}"] = [value for value in kept if value in options]
    picked: list[str] = st.multiselect(
        label, options, format_func=shown, key=f"figures:{key}", placeholder=_("all"), disabled=not options
    )
    return tuple(picked)
