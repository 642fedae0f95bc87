"""What a rise or fall is of."""

from __future__ import annotations

import pytest

from dashboard.analysis.quantities import quantities_of
from dashboard.analysis.quantities.examples import marked_measure
from dashboard.config import load_config
from tests.analysis.documents import CONFIG, read

RULES = load_config().quantities

CASES = [
    ("Les ventes de la marque ont reculé de [3,4 %] au printemps.", "revenue_growth"),
    ("Le bénéfice net a grimpé de [11 %] et les ventes de 4 %.", "profit_growth"),
    ("Elle prévoit une hausse de [5 %] des prix au printemps.", "price"),
    ("En hausse de [5 %], les exportations atteignent un sommet.", "exports"),
    ("En Bourse, le titre a lâché [6 %].", "share_price_change"),
    ("Le taux d'occupation a perdu [trois points].", "occupancy"),
    ("La facture sera relevée de [4 %] en janvier.", "growth"),
    ("Son revenu total progresse encore de [4 %].", "revenue_growth"),
    ("La récolte finit [6 %] sous celle de l'an passé.", "growth"),
    ("Sa part est passée de [60 à 38 %] en deux ans.", "share"),
]


@pytest.mark.parametrize(("sentence", "measure"), CASES)
def test_a_change_measures_what_changes(sentence: str, measure: str) -> None:
    assert marked_measure(sentence, RULES) == measure


def test_a_counted_thing_is_no_amount_of_money() -> None:
    assert marked_measure("Le pays a investi avec [deux alliés] de la région.", RULES) == "allies"


MARKET = "Clôture. Le CAC 40 a perdu 0,3 %. "


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (MARKET + "Microsoft a cédé 3 %.", "share_price_change"),
        (MARKET + "Microsoft a fini en hausse de 3 %.", "share_price_change"),
        (MARKET + "Microsoft (+3,2 %) a convaincu.", "share_price_change"),
        (MARKET + "Les effectifs de Microsoft ont reculé de 3 %.", "growth"),
        ("Microsoft a cédé 3 %.", "growth"),
    ],
)
def test_a_name_that_moves_in_a_market_report_is_quoted(text: str, measure: str) -> None:
    assert quantities_of(read(text), CONFIG)[-1].measure == measure


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("Des colis à [10 euros] inondent le pays.", "price"),
        ("La chaîne garde [deux salles] de serveurs.", None),
        ("Le multiplex garde [deux salles].", "screens"),
    ],
)
def test_a_measure_needs_its_words(sentence: str, measure: str | None) -> None:
    assert marked_measure(sentence, RULES) == measure
