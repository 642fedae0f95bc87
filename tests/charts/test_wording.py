"""Words for claims, certainties and findings."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from dashboard.analysis.ledger import cells, numbers_apart, rows_of
from dashboard.charts import wording
from dashboard.config import load_config
from dashboard.locales import use_language
from tests.tiny import tiny_analysis

CONFIG = load_config()
NAN = float("nan")


def claim(measure: object, subject: object = "Alba", counterparty: object = None) -> Any:
    return SimpleNamespace(measure=measure, subject=subject, counterparty=counterparty)


def plain(text: str) -> str:
    return " ".join(text.split())


PHRASES = [
    (claim("layoffs", "Microsoft"), "les suppressions de postes chez Microsoft", "job cuts at Microsoft"),
    (claim("valuation", "OpenAI"), "la valorisation d’OpenAI", "the valuation of OpenAI"),
    (claim("investment", "Norvia", "Alba"), "l’investissement de Norvia dans Alba", "Norvia’s investment in Alba"),
    (claim("investment", "Norvia"), "l’investissement de Norvia", "Norvia’s investment"),
    (claim("investment", NAN, "Alba"), "l’investissement dans Alba", "investment in Alba"),
    (claim("layoffs", NAN), "les suppressions de postes", "job cuts"),
    (claim("glass_share", "Alba"), "« glass share » (Alba)", "“glass share” (Alba)"),
    (claim(NAN, "Alba"), "« mesure inconnue » (Alba)", "“no measure” (Alba)"),
    (claim(NAN, NAN), "« mesure inconnue »", "“no measure”"),
]


@pytest.mark.parametrize(("row", "french", "english"), PHRASES)
def test_claim_phrase(row: Any, french: str, english: str) -> None:
    for language, text in (("en", english), ("fr", french)):
        use_language(language)
        assert plain(wording.claim_phrase(row, CONFIG, language)) == text


FINDINGS = [
    ("c-layoffs", "Les médias divergent sur les suppressions de postes chez Alba : 120 ou 150"),
    (
        "c-investment",
        "Chiffres compatibles d’un média à l’autre sur l’investissement de Norvia dans Alba : 30 M€ ou env. 31 M€",
    ),
    ("c-staff", "2 médias s’accordent sur « staff » (Alba) : 900"),
    ("c-visitors", "Un seul média donne un chiffre sur les visiteurs du musée de Lens : 40 000"),
]


@pytest.mark.parametrize(("claim_id", "finding"), FINDINGS)
def test_the_finding_comes_from_the_data(claim_id: str, finding: str) -> None:
    analysis = tiny_analysis()
    rows = analysis.claims[analysis.claims["claim_id"] == claim_id]
    figures = rows_of(numbers_apart(cells(rows, analysis.claim_mentions, analysis.quantities)))
    assert plain(wording.claim_finding(rows_of(rows)[0], figures, CONFIG, "fr")) == finding


def test_sources_that_print_one_text_are_not_called_one_source() -> None:
    copies = SimpleNamespace(measure="layoffs", subject="Alba", counterparty=None, verdict="single", n_sources=3)
    finding = plain(wording.claim_finding(copies, (), CONFIG, "fr"))
    assert finding.startswith("3 médias impriment un même texte qui donne un chiffre sur les suppressions de postes")


def test_names_say_who_and_what() -> None:
    names = wording.claim_names(tiny_analysis().claims, CONFIG, "fr")
    assert names["c-investment"].whole == "Norvia → Alba · investissement"
    assert names["c-layoffs"].what == "suppressions de postes"


def test_what_tells_claims_of_one_name_apart_is_added() -> None:
    rows = tiny_analysis().claims
    twin = rows[rows["claim_id"] == "c-investment"]
    dated = twin.assign(claim_id="dated", period="2019")
    when = twin.assign(claim_id="when", kind="date", unit="year")
    pounds = twin.assign(claim_id="pounds", unit="GBP")
    import pandas as pd

    names = wording.claim_names(pd.concat([twin, dated, when]), CONFIG, "fr")
    assert {key: name.what for key, name in names.items()} == {
        "c-investment": "investissement",
        "dated": "investissement · 2019",
        "when": "investissement · date",
    }
    names = wording.claim_names(pd.concat([twin, pounds]), CONFIG, "fr")
    assert [name.what for name in names.values()] == ["investissement · EUR", "investissement · GBP"]


CERTAINTIES = [
    ("confirmed", None, "affirmé"),
    ("attributed", "la CGT", "attribué à : la CGT"),
    ("attributed", NAN, "attribué"),
    ("denied", "Alba", "démenti, selon Alba"),
]


@pytest.mark.parametrize(("certainty", "who", "text"), CERTAINTIES)
def test_certainty_of(certainty: str, who: object, text: str) -> None:
    assert plain(wording.certainty_of(SimpleNamespace(certainty=certainty, attributed_to=who))) == text


def test_every_code_has_a_word() -> None:
    from dashboard.analysis.ledger import CERTAINTIES as ALL
    from dashboard.analysis.ledger import KINDS, VERDICTS

    words = [*map(wording.verdict_word, VERDICTS), *map(wording.certainty_word, ALL), *map(wording.kind_word, KINDS)]
    assert len(set(words)) == len(words)
