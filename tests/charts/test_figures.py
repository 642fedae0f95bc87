"""The signature chart: what stands where, and that it leaves its input alone."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from dashboard.analysis.ledger import by_subject, ranked_claims
from dashboard.analysis.strips import strips
from dashboard.charts import figures, sheet
from dashboard.charts.style import DARK, LIGHT
from dashboard.charts.wording import claim_names
from dashboard.config import load_config
from dashboard.tables import Analysis
from tests.analysis.test_ledger import with_figures
from tests.tiny import FIL, tiny_analysis

CONFIG = load_config()
SOURCES = ("La Gazette", "Le Fil", "Radio Sud")


def sheet_of(analysis: Analysis, sources: tuple[str, ...] = SOURCES, **more: Any) -> sheet.Sheet:
    ranked = ranked_claims(analysis.claims, analysis.claim_mentions)
    names = claim_names(ranked, CONFIG, "fr")
    return sheet.Sheet(ranked, analysis.claim_mentions, analysis.quantities, names, sources, **more)


def plain(text: str) -> str:
    return " ".join(text.split())


def boxes(plan: sheet.Plan) -> dict[tuple[str, str], dict[str, Any]]:
    rows = [row for row in plan.boxes.to_dict("records") if row["source"]]
    return {(row["claim_id"], row["source"]): row for row in rows}


def words(plan: sheet.Plan) -> list[str]:
    return [plain(text) for text in plan.words["text"]]


def test_every_claim_and_source_has_a_box() -> None:
    plan = sheet.plan(sheet_of(tiny_analysis()), LIGHT)
    found = boxes(plan)
    assert len(found) == 6 * 3
    assert found["c-layoffs", "Le Fil"]["fill"] == LIGHT.tints["contradict"]
    assert found["c-layoffs", "Radio Sud"]["fill"] == LIGHT.empty


def test_a_box_says_what_stands_in_it() -> None:
    found = boxes(sheet.plan(sheet_of(tiny_analysis()), LIGHT))
    hedged = found["c-layoffs", "La Gazette"]
    assert hedged["printed"] == "« 150 départs »"
    assert hedged["spoken"] == "Alba · suppressions de postes, La Gazette: 150, attribué à : CGT. Contradiction"
    silent = found["c-layoffs", "Radio Sud"]
    assert silent["spoken"] == "Alba · suppressions de postes, Radio Sud: ne donne pas le chiffre"


def test_figures_dashes_and_verdicts_are_written() -> None:
    written = words(sheet.plan(sheet_of(tiny_analysis()), LIGHT))
    assert written[:3] == list(SOURCES)
    assert {"env. 31 M€", "40 000", "80 %", "Contradiction", "3 médias, 2 origines"} <= set(written)
    assert written.count("—") == 6 * 3 - 10


def test_marks_are_filled_hollow_or_crossed() -> None:
    plan = sheet.plan(sheet_of(tiny_analysis()), DARK)
    in_cells = plan.marks[plan.marks["x"] < sheet.LABEL + 3 * sheet.CELL]
    assert in_cells["mark"].value_counts().to_dict() == {"affirmed": 6, "hedged": 3, "denied": 1}
    assert set(plan.marks["colour"]) <= set(DARK.verdicts.values())


def test_a_strip_stands_where_numbers_spread() -> None:
    plan = sheet.plan(sheet_of(tiny_analysis()), LIGHT)
    assert len(plan.bars) == 2
    assert words(plan)[3] == "écart"
    agreeing = tiny_analysis()
    agreeing = agreeing.with_tables(claims=agreeing.claims[agreeing.claims["claim_id"] == "c-staff"])
    assert sheet.plan(sheet_of(agreeing), LIGHT).bars.empty


def test_two_figures_of_a_source_are_two_lines_and_more_are_counted() -> None:
    changes = [(f"{FIL}:q14", {"value": 130.0, "certainty": "rumour"})]
    analysis = with_figures(*changes)
    plan = sheet.plan(sheet_of(analysis), LIGHT)
    row = boxes(plan)["c-layoffs", "Le Fil"]
    assert row["bottom"] - row["top"] == sheet.ROW + sheet.LINE - sheet.GAP
    assert {"120", "130"} <= set(words(plan))
    third = analysis.quantities[analysis.quantities["quantity_id"] == f"{FIL}:q14"]
    third = third.assign(quantity_id="third", value=140.0)
    mention = pd.DataFrame([{"claim_id": "c-layoffs", "quantity_id": "third", "source": "Le Fil"}])
    analysis = analysis.with_tables(
        quantities=pd.concat([analysis.quantities, third]),
        claim_mentions=pd.concat([analysis.claim_mentions, mention]),
    )
    assert "130 +1" in words(sheet.plan(sheet_of(analysis), LIGHT))


def test_groups_have_a_head_each() -> None:
    made = sheet_of(tiny_analysis(), grouped=True)
    plan = sheet.plan(replace(made, claims=by_subject(made.claims)), LIGHT)
    written = words(plan)
    assert written.count("Alba") == 1 and written.count("musée de Lens") == 1
    assert plan.height == sheet.HEADER + 6 * sheet.ROW + 3 * sheet.GROUP


def test_folded_sources_are_counted() -> None:
    made = sheet_of(tiny_analysis(), ("Le Fil",), folded=("La Gazette", "Radio Sud"))
    written = words(sheet.plan(made, LIGHT))
    assert written[:2] == ["Le Fil", "2 autres"]
    assert written.count("2 le donnent") == 1 and written.count("1 le donne") == 4


def test_the_sources_that_give_most_keep_their_columns() -> None:
    mentions = tiny_analysis().claim_mentions
    assert sheet.columns_for(mentions, SOURCES, 8) == (SOURCES, ())
    assert sheet.columns_for(mentions, SOURCES, 2) == (("La Gazette", "Le Fil"), ("Radio Sud",))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("env. 12 000", ["env. 12 000"]),
        ("dizaines de milliers", ["dizaines de", "milliers"]),
        ("plusieurs\u00a0centaines\u00a0d’euros", ["plusieurs", "centaines\u00a0d’euros"]),
        ("anticonstitutionnellement", ["anticonstitutionnellement"]),
    ],
)
def test_long_figures_have_two_lines(text: str, lines: list[str]) -> None:
    assert sheet.in_two(text) == lines


def test_a_wide_sheet_keeps_its_verdicts_beside_the_names() -> None:
    made = sheet_of(tiny_analysis(), tuple(f"Source {number}" for number in range(7)))
    plan = sheet.plan(made, LIGHT)
    verdicts = plan.words[plan.words["text"] == "Contradiction"]
    assert verdicts["x"].max() < sheet.LABEL + sheet.VERDICT
    assert plan.boxes["right"].max() <= plan.width
    narrow = sheet.plan(sheet_of(tiny_analysis()), LIGHT)
    assert narrow.words.loc[narrow.words["text"] == "Contradiction", "x"].min() > sheet.LABEL + 3 * sheet.CELL


def test_the_chart_names_its_selection_and_says_the_finding() -> None:
    spec = figures.claims_chart(sheet_of(tiny_analysis()), "Le titre dit le fait").to_dict()
    (choice,) = [param for param in spec["params"] if "select" in param]
    assert choice["name"] == "picked" and choice["select"]["fields"] == ["claim_id", "source"]
    assert spec["title"]["text"] == "Le titre dit le fait"
    assert "⊗ démenti" in spec["title"]["subtitle"]


def test_a_long_title_has_two_lines() -> None:
    title = "mot " * 30
    spec = figures.claims_chart(sheet_of(tiny_analysis()), title.strip()).to_dict()
    assert len(spec["title"]["text"]) == 2


def test_no_text_of_an_article_becomes_an_expression() -> None:
    evil = "'+alert(1)+'</script><b>"
    analysis = with_figures((f"{FIL}:q14", {"surface": evil}), (f"{FIL}:q125", {"attributed_to": evil}))
    claims = analysis.claims.assign(subject=evil)
    spec = figures.claims_chart(sheet_of(analysis.with_tables(claims=claims))).to_dict()
    spec.pop("datasets")
    assert "alert" not in json.dumps(spec)


@pytest.mark.parametrize("dark", [False, True])
def test_the_strip_chart_prints_its_numbers(dark: bool) -> None:
    analysis = tiny_analysis()
    rows = strips(analysis.claims, analysis.claim_mentions, analysis.quantities)
    rows = rows[rows["claim_id"] == "c-layoffs"]
    spec = figures.strip_chart(rows, {"Le Fil": "#123456"}, "fr", dark).to_dict()
    data = [row for rows_ in spec["datasets"].values() for row in rows_]
    assert {(row["source"], row["text"]) for row in data} == {("La Gazette", "150"), ("Le Fil", "120")}
    assert {row["colour"] for row in data if row["source"] == "Le Fil" and "colour" in row} == {"#123456"}


def test_the_numbers_of_one_source_stand_in_one_line() -> None:
    analysis = tiny_analysis()
    rows = strips(analysis.claims, analysis.claim_mentions, analysis.quantities)
    rows = rows[rows["claim_id"] == "c-layoffs"].assign(source="Le Fil")
    spec = figures.strip_chart(rows, {}, "fr").to_dict()
    lines = [row for rows_ in spec["datasets"].values() for row in rows_ if "colour" not in row]
    assert [(row["text"], row["end"]) for row in lines] == [(lines[0]["text"], max(rows["at"]))]
    assert sorted(lines[0]["text"].split(" · ")) == ["120", "150"]


def test_the_charts_leave_their_input_alone() -> None:
    analysis = tiny_analysis()
    before = {name: frame.copy() for name, frame in analysis.tables().items()}
    figures.claims_chart(sheet_of(analysis)).to_dict()
    rows = strips(analysis.claims, analysis.claim_mentions, analysis.quantities)
    kept = rows.copy()
    figures.strip_chart(rows, {}, "en").to_dict()
    pd.testing.assert_frame_equal(rows, kept)
    for name, frame in analysis.tables().items():
        pd.testing.assert_frame_equal(frame, before[name])
