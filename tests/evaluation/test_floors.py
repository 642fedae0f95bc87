"""The analysis of ``seeds/`` stays above the floors, measured against the annotation."""

from __future__ import annotations

import pytest

from tests.evaluation.measure import analyse_seeds, floors, measure
from tests.evaluation.scoring import Scores


@pytest.fixture(scope="session")
def measures() -> dict[str, Scores]:
    """Every measure, from one analysis."""
    return measure(analyse_seeds())


@pytest.mark.parametrize(
    ("subject", "name", "limit", "least"), list(floors()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_floor(measures: dict[str, Scores], subject: str, name: str, limit: float, least: bool) -> None:
    reached = measures[subject][name]
    assert reached >= limit if least else reached <= limit, f"{subject} {name} is {reached:.3f}, limit {limit}"
