"""Correcting a figure in the view Figures: kept in a file, shown as such, taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.store import corrections_file
from tests.app.drawn import rows_with
from tests.app.fresh import open_fresh
from tests.app.running import pieces, settled, shown
from tests.tiny import FIL, GAZETTE, tiny_analysis


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the corrections of the test's corpus are kept."""
    folder = tmp_path / "articles"
    folder.mkdir()
    monkeypatch.setenv("RECOUPE_CORPUS", str(folder))
    return corrections_file([folder])


def opened(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The view on the contradiction, with the form for corrections."""
    app = open_fresh(monkeypatch, tiny_analysis(), "figures")
    return settled(app.toggle(key="figures:claim:correct").set_value(True).run())


def keep(app: AppTest) -> AppTest:
    return settled(app.button(key="figures:claim:keep").click().run())


def silent(app: AppTest, measure: str) -> set[str]:
    """The sources that give no figure for the claim of this measure."""
    rows = [row for row in rows_with(app, "spoken") if row["source"] and measure in str(row["title"])]
    return {str(row["source"]) for row in rows if row["printed"] == "—"}


def test_a_rejected_figure_stands_in_no_claim_and_stays_in_the_ledger(
    monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    app = opened(monkeypatch)
    assert silent(app, "suppressions de postes") == {"Radio Sud"}
    assert len(set(app.selectbox(key="figures:claim:figure").options)) == 4
    figures = tiny_analysis().quantities
    gazette = figures[(figures["article_id"] == GAZETTE) & (figures["measure"] == "layoffs")]["quantity_id"]
    for quantity_id in gazette:
        app.selectbox(key="figures:claim:figure").set_value(quantity_id).run()
        app.text_input(key=f"figures:claim:{quantity_id}:note").set_value("chiffre du syndicat")
        app = keep(app)
    records = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [(one["action"], one["article_id"], one["note"]) for one in records] == [
        ("reject", GAZETTE, "chiffre du syndicat")
    ] * 2
    assert silent(app, "suppressions de postes") == {"La Gazette", "Radio Sud"}
    (frame,) = [table.value for table in app.dataframe]
    assert len(frame) == 12
    assert (frame["Correction"] == "écarté (chiffre du syndicat)").sum() == 2


def test_a_correction_survives_a_new_session_and_is_taken_back(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    app = opened(monkeypatch)
    quantity_id = f"{FIL}:q14"
    app.selectbox(key="figures:claim:figure").set_value(quantity_id).run()
    settled(app.segmented_control(key="figures:claim:action").set_value("set").run())
    settled(app.selectbox(key=f"figures:claim:{quantity_id}:measure").set_value("hires").run())
    keep(app)
    again = open_fresh(monkeypatch, tiny_analysis(), "figures")
    assert any("embauches" in str(row["title"]) for row in rows_with(again, "spoken"))
    settled(again.toggle(key="figures:claim:correct").set_value(True).run())
    settled(again.button(key="figures:claim:back:0").click().run())
    assert file.read_text("utf-8") == ""
    assert not any("embauches" in str(row["title"]) for row in rows_with(again, "spoken"))


def test_a_figure_is_joined_to_another_claim(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    app = opened(monkeypatch)
    settled(app.segmented_control(key="figures:claim:action").set_value("join").run())
    assert app.button(key="figures:claim:keep").disabled
    (choice,) = [one for one in app.selectbox if one.key and one.key.endswith(":claim") and one.label == "Fait"]
    settled(choice.set_value(next(iter(_claims(app)))).run())
    keep(app)
    (record,) = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert record["action"] == "join" and record["target"]["surface"]


def test_what_cannot_be_applied_is_named(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    file.write_text('{"action": "reject", "article_id": "gone.txt", "start": 1, "surface": "<b>12</b>"}\nnonsense\n')
    app = opened(monkeypatch)
    said = " ".join(caption.value for caption in app.caption)
    assert "Non appliqué" in said and "line 2" in said.replace("\\", "") and "gone" in said
    assert "<b>12</b>" not in shown(app) and "figures:claim" in pieces(app)


def _claims(app: AppTest) -> list[str]:
    rows = rows_with(app, "spoken")
    return [str(row["claim_id"]) for row in rows if "effectif" in str(row["title"]) or "staff" in str(row["title"])]
