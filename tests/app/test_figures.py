"""The view Figures: findings, choices, the opened claim, the ledger, empty selections."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.tables import Analysis, empty
from tests.analysis.test_ledger import with_figures
from tests.app.drawn import rows_with
from tests.app.fresh import open_fresh
from tests.app.running import pieces, settled, shown, specs
from tests.copied import copied
from tests.tiny import FIL, tiny_analysis

EVIL = "<img src=x onerror=alert(1)> **gras** :material/bolt: $x$"


def plain(text: str) -> str:
    return " ".join(text.split())


def boxes(app: AppTest) -> dict[str, dict[str, object]]:
    """The cells of the sheet, by what is read aloud of them."""
    return {str(row["spoken"]): row for row in rows_with(app, "spoken") if row["source"]}


def claims_drawn(app: AppTest) -> list[str]:
    return list(dict.fromkeys(str(row["claim_id"]) for row in rows_with(app, "spoken")))


def title_of(app: AppTest) -> str:
    text = specs(app)[0]["title"]["text"]
    return plain(text if isinstance(text, str) else " ".join(text))


def test_title_and_counts_come_from_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "figures")
    assert title_of(app) == "Les médias divergent sur les suppressions de postes chez Alba : 120 ou 150"
    assert "12 chiffres, 3 faits chiffrés par plusieurs médias et 1 contradiction." in plain(shown(app))


def test_contradictions_come_first_and_silence_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "figures")
    assert claims_drawn(app)[:2] == ["c-layoffs", "c-investment"]
    spoken = boxes(app)
    assert "Alba · suppressions de postes, Radio Sud: ne donne pas le chiffre" in spoken
    assert "Alba · suppressions de postes, Le Fil: 120, affirmé, selon Alba. Contradiction" in spoken


def test_the_first_claim_is_open_with_its_sentences_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "figures")
    body = pieces(app)["figures:claim"]
    assert body.count('<section class="rc-side"') == 2
    assert re.search(r'<mark class="rc-figure[^>]*>120 postes</mark>', body)
    assert "va supprimer" in body and "view=articles" in body
    assert "Chiffre non donné par Radio Sud." in plain(body)


def test_the_address_opens_another_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "figures", claim="c-visitors")
    assert "40 000 visiteurs" in pieces(app)["figures:claim"]
    assert "supprimer" not in pieces(app)["figures:claim"]
    unknown = open_fresh(monkeypatch, tiny_analysis(), "figures", claim="no-such-claim")
    assert "supprimer" in pieces(unknown)["figures:claim"]


def test_verdicts_keep_the_claims_that_have_them(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "figures")
    settled(app.pills(key="figures:verdict").set_value(["compatible", "agree"]).run())
    assert claims_drawn(app) == ["c-investment", "c-staff"]
    assert title_of(app).startswith("Chiffres compatibles")


REFINED = [
    ("measure", ["investment"], ["c-investment"]),
    ("subject", ["musée de Lens"], ["c-visitors"]),
    ("kind", ["percent"], ["c-recycled_share"]),
    ("certainty", ["denied"], ["c-sale_price"]),
]


@pytest.mark.parametrize(("key", "values", "kept"), REFINED)
def test_each_choice_narrows_the_sheet(
    monkeypatch: pytest.MonkeyPatch, key: str, values: list[str], kept: list[str]
) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "figures")
    assert len(claims_drawn(app)) == 6
    settled(app.multiselect(key=f"figures:{key}").set_value(values).run())
    assert claims_drawn(app) == kept


def test_choices_that_nothing_fits_can_be_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "figures")
    app.multiselect(key="figures:measure").set_value(["investment"])
    settled(app.multiselect(key="figures:certainty").set_value(["denied"]).run())
    assert not specs(app) and "Aucun fait ne répond à ces choix." in shown(app)
    (back,) = [button for button in app.button if button.label == "Annuler ces choix"]
    settled(back.click().run())
    assert len(claims_drawn(app)) == 6


def test_groups_by_subject(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "figures")
    settled(app.toggle(key="figures:grouped").set_value(True).run())
    assert claims_drawn(app)[:4] == ["c-layoffs", "c-staff", "c-sale_price", "c-recycled_share"]


def test_a_filter_of_source_leaves_its_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "figures", source="le-fil")
    assert {str(row["source"]) for row in boxes(app).values()} == {"Le Fil"}
    assert title_of(app) == "Les chiffres média par média"
    assert "Contradiction" not in pieces(app)["figures:claim:head"]


def test_the_ledger_has_every_figure_as_printed_and_as_normalised(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "figures")
    (frame,) = [table.value for table in app.dataframe]
    assert len(frame) == 12
    first = frame.iloc[4]
    assert first["Tel qu’imprimé"] == "31 millions d’euros"
    assert plain(first["Normalisé"]) == "env. 31 M€"
    assert first["Verdict"] == "Compatible"
    assert "investirait environ" in first["Phrase"]


def test_english(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "figures", lang="en")
    assert title_of(app) == "The sources differ on job cuts at Alba: 120 or 150"
    (frame,) = [table.value for table in app.dataframe]
    assert plain(frame.iloc[4]["Normalised"]) == "about €31m"


def test_the_telephone_has_a_card_for_each_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "figures")
    body = plain(pieces(app)["figures:narrow"])
    assert body.count("<article") == 6
    assert "— non donné par Radio Sud" in body and "<b>env. 31 M€</b>" in body


def test_more_claims_than_a_page_are_shown_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_fresh(monkeypatch, _many(20), "figures")
    assert len(claims_drawn(app)) == 15
    (more,) = [button for button in app.button if button.label == "Montrer les 26 faits"]
    settled(more.click().run())
    assert len(claims_drawn(app)) == 26


def test_no_figure_no_chart_but_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = tiny_analysis()
    none = {name: empty(name) for name in ("quantities", "claims", "claim_mentions")}
    app = open_fresh(monkeypatch, analysis.with_tables(**none), "figures")
    assert not specs(app) and "Aucun chiffre dans les passages" in shown(app)


@pytest.mark.parametrize(
    ("choice", "values", "expected"),
    [
        ("verdict", ["compatible"], "Registre : 3 chiffres sur 12"),
        ("certainty", ["denied"], "Registre : 1 chiffre sur 12"),
        ("subject", ["musée de Lens"], "Registre : 1 chiffre sur 12"),
        ("measure", [], "Registre : 12 chiffres"),
    ],
)
def test_the_ledger_follows_the_choices(
    monkeypatch: pytest.MonkeyPatch, choice: str, values: list[str], expected: str
) -> None:
    app = open_fresh(monkeypatch, tiny_analysis(), "figures")
    widget = app.pills if choice == "verdict" else app.multiselect
    settled(widget(key=f"figures:{choice}").set_value(values).run())
    assert f">{expected}</h2>" in plain(shown(app))
    (frame,) = [table.value for table in app.dataframe]
    assert len(frame) == int(expected.split()[2])
    assert ("valent pour ce tableau" in shown(app)) == bool(values)


def test_with_copies_counted_once_both_numbers_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    once = plain(shown(open_fresh(monkeypatch, copied(), "figures", copies="once")))
    assert "12 chiffres (10 sans les copies), 3 faits chiffrés" in once
    assert "Registre : 12 chiffres (10 sans les copies)" in once
    assert "sans les copies" not in shown(open_fresh(monkeypatch, copied(), "figures"))


def test_figures_without_a_claim_are_in_the_ledger_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    none = {name: empty(name) for name in ("claims", "claim_mentions")}
    app = open_fresh(monkeypatch, tiny_analysis().with_tables(**none), "figures")
    assert not specs(app) and "aucun ne dit ce qu’il mesure" in plain(shown(app))
    assert len(app.dataframe[0].value) == 12


def test_names_from_articles_stay_text(monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = with_figures((f"{FIL}:q14", {"surface": EVIL, "attributed_to": EVIL}))
    analysis = analysis.with_tables(
        claims=analysis.claims.assign(subject=EVIL), articles=analysis.articles.assign(title=EVIL)
    )
    app = open_fresh(monkeypatch, analysis, "figures")
    assert "<img" not in shown(app) and "&lt;img" in shown(app)


def _many(n: int) -> Analysis:
    """The tiny analysis with so many further claims of one figure each."""
    import pandas as pd

    analysis = tiny_analysis()
    claim = analysis.claims[analysis.claims["claim_id"] == "c-visitors"]
    figure = analysis.quantities[analysis.quantities["measure"] == "visitors"]
    claims, figures, mentions = [analysis.claims], [analysis.quantities], [analysis.claim_mentions]
    for number in range(n):
        claims.append(claim.assign(claim_id=f"x{number}", subject=f"Musée {number}"))
        figures.append(figure.assign(quantity_id=f"q{number}"))
        mentions.append(pd.DataFrame([{"claim_id": f"x{number}", "quantity_id": f"q{number}", "source": "La Gazette"}]))
    return analysis.with_tables(
        claims=pd.concat(claims), quantities=pd.concat(figures), claim_mentions=pd.concat(mentions)
    )
