"""Units of several steps: one figure, one value."""

from __future__ import annotations

import pytest

from dashboard.analysis.quantities import find_figures
from dashboard.config import load_config

RULES = load_config().quantities


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit"),
    [
        ("Il coûte 8 euros 50 la pièce.", "8 euros 50", 8.5, "EUR"),
        ("Il coûte 3€50.", "3€50", 3.5, "EUR"),
        ("Il doit 174 euros et vingt centimes.", "174 euros et vingt centimes", 174.2, "EUR"),
        ("Un trajet de 2 h 10.", "2 h 10", 2 + 10 / 60, "hour"),
        ("En 3 h 12 min.", "3 h 12 min", 3.2, "hour"),
        ("En 1 min 52 s 34.", "1 min 52 s 34", 1 + 52.34 / 60, "minute"),
        ("Deux heures et quart.", "Deux heures et quart", 2.25, "hour"),
        ("Une perche de 1 m 92.", "1 m 92", 1.92, "m"),
        ("Pour 20 euros, 15 élèves partent.", "20 euros", 20.0, "EUR"),
        ("Il a payé 20 euros 15 repas.", "20 euros", 20.0, "EUR"),
        ("En 1 an et demi.", "1 an et demi", 1.5, "year"),
    ],
)
def test_compound(text: str, surface: str, value: float, unit: str) -> None:
    figure = find_figures(text, "fr", RULES)[0]
    assert text[figure.start : figure.end] == surface
    assert figure.value == pytest.approx(value)
    assert figure.unit == unit
