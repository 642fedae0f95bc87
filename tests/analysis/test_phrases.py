"""Phrases by pattern and attraction."""

from __future__ import annotations

import math

from dashboard.analysis.phrases import absorb, association, candidates, chosen
from dashboard.analysis.units import Reader
from tests.analysis.documents import CONFIG, read

SETTINGS = CONFIG.analysis.terms


def found(text: str) -> list[str]:
    return [candidate.key for candidate in candidates(Reader(CONFIG).read(read(text)), SETTINGS)]


def test_patterns() -> None:
    assert found("La réforme fiscale irrite.") == ["réforme fiscal"]
    assert found("Le taux de chômage baisse.") == ["taux de chômage"]
    assert found("La réforme des pensions agricoles passe.") == [
        "réforme de pension",
        "réforme de pension agricole",
        "pension agricole",
    ]


def test_nothing_to_find() -> None:
    assert found("Elle mange et dort.") == []
    assert found("Salaire, usine.") == []


def test_what_the_configuration_excludes_is_none() -> None:
    assert "point de vue" not in found("Le point de vue change.")


def test_attraction_of_two_words() -> None:
    assert association(2, 2, 2, 100) == 1.0
    assert association(0, 5, 5, 100) == -1.0
    assert math.isclose(association(1, 10, 10, 100), 0.0, abs_tol=1e-12)


def test_a_phrase_that_stands_twice_is_chosen_and_absorbs_its_words() -> None:
    units = Reader(CONFIG).read(read("Le prix du blé monte. Le prix du blé baisse. Une vraie moisson."))
    sequences = candidates(units, SETTINGS)
    kept = chosen([(units, sequences)], SETTINGS)
    assert kept == {"prix de blé": 2}
    assert [(c.first, c.last) for c in absorb(sequences, kept).values()] == [(0, 1), (3, 4)]


def test_longer_phrases_come_first_and_none_overlap() -> None:
    units = Reader(CONFIG).read(read("Une baisse du prix agricole. La baisse du prix agricole."))
    sequences = candidates(units, SETTINGS)
    taken = absorb(sequences, chosen([(units, sequences)], SETTINGS))
    assert {c.key for c in taken.values()} == {"baisse de prix agricole"}
