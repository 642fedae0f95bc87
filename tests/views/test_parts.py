"""A part of the passages written into an address."""

from __future__ import annotations

import pytest

from dashboard.analysis.specific import Part
from dashboard.config import load_config
from dashboard.filters import Filters
from dashboard.views.parts import part_params, part_said
from dashboard.views.scene import Scene
from tests.tiny import tiny_analysis

SCENE = Scene(tiny_analysis(), tiny_analysis(), Filters(), load_config(), "fr")


@pytest.mark.parametrize(
    ("part", "params", "said"),
    [
        (Part(), {}, ""),
        (Part(source="Le Fil"), {"by": "le-fil"}, "Le Fil"),
        (Part(theme="layoffs"), {"show": "layoffs"}, "Licenciements"),
        (Part(theme="layoffs", lesser=True), {"show": "layoffs", "every": "yes"}, "Licenciements"),
        (Part(lesser=True), {}, ""),
        (Part(source="Le Fil", period="2024-03"), {"by": "le-fil", "when": "2024-03"}, "Le Fil · mars 2024"),
        (Part(beside="poste"), {"with": "poste"}, "avec «\u202fpostes\u202f»"),
        (Part(beside="unknown"), {"with": "unknown"}, "avec «\u202funknown\u202f»"),
    ],
)
def test_a_part_in_an_address_and_in_words(part: Part, params: dict[str, str], said: str) -> None:
    assert {key: value for key, value in part_params(SCENE, part).items() if value} == params
    assert part_said(SCENE, part, {"poste": "postes"}) == said
