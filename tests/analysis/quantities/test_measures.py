"""What figures measure: by cue, by counted noun, by unit, by the figure before."""

from __future__ import annotations

import pytest

from dashboard.analysis.quantities import quantities_of
from tests.analysis.documents import CONFIG, read


def measures(text: str) -> list[str | None]:
    return [figure.measure for figure in quantities_of(read(text), CONFIG)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La chaîne tient 78 boutiques.", ["stores"]),
        ("La chaîne tient trois nouvelles boutiques.", ["stores"]),
        ("Les travaux ont été réduits de 30 %.", ["growth"]),
        ("Un client sur quatre est revenu.", ["share"]),
        ("Il a marché pendant 3 heures.", ["duration"]),
        ("La maire a 52 ans.", ["age"]),
        ("Le sac pèse 12 kilos.", ["weight"]),
        ("La police a compté 900 manifestants, la CGT en annonce 4 000.", ["protesters", "protesters"]),
        ("Le texte passe par 31 voix contre 12.", ["votes", "votes"]),
        ("Le blé se vend 210 euros la tonne.", ["price"]),
        ("La tour culmine à 120 mètres.", ["height"]),
    ],
)
def test_measure(text: str, expected: list[str | None]) -> None:
    assert measures(text) == expected
