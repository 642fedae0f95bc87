"""What a rise or fall is of."""

from __future__ import annotations

import pytest

from dashboard.analysis.quantities.examples import marked_measure
from dashboard.config import load_config

RULES = load_config().quantities

CASES = [
    ("Les ventes de la marque ont reculé de [3,4 %] au printemps.", "revenue_growth"),
    ("Le bénéfice net a grimpé de [11 %] et les ventes de 4 %.", "profit_growth"),
    ("Elle prévoit une hausse de [5 %] des prix au printemps.", "price"),
    ("En hausse de [5 %], les exportations atteignent un sommet.", "exports"),
    ("En Bourse, le titre a lâché [6 %].", "share_price_change"),
    ("Le taux d'occupation a perdu [trois points].", "occupancy"),
    ("La facture sera relevée de [4 %] en janvier.", "growth"),
]


@pytest.mark.parametrize(("sentence", "measure"), CASES)
def test_a_change_measures_what_changes(sentence: str, measure: str) -> None:
    assert marked_measure(sentence, RULES) == measure


def test_a_counted_thing_is_no_amount_of_money() -> None:
    assert marked_measure("Le pays a investi avec [deux alliés] de la région.", RULES) == "allies"
