"""Phrases by pattern and attraction."""

from __future__ import annotations

import math

from dashboard.analysis.phrases import absorb, association, candidates, chosen
from dashboard.analysis.units import read_units
from tests.analysis.documents import CONFIG, read

SETTINGS = CONFIG.analysis.terms


def found(text: str) -> list[str]:
    sequences = candidates(read_units([read(text)], CONFIG)[0], SETTINGS)
    return [sequences.phrases[phrase] for phrase in sequences.phrase.tolist()]


def taken(text: str) -> list[tuple[str, int, int]]:
    units = read_units([read(text)], CONFIG)[0]
    sequences = candidates(units, SETTINGS)
    places = absorb(sequences, chosen(units, sequences, SETTINGS)).tolist()
    return [
        (sequences.phrases[sequences.phrase[at]], int(sequences.first[at]), int(sequences.last[at])) for at in places
    ]


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
    assert found("") == [] and taken("Usine.") == []


def test_what_the_configuration_excludes_is_none() -> None:
    assert "point de vue" not in found("Le point de vue change.")
    # A word that is no term begins none and ends none.
    assert found("La plupart des bateliers restent à quai.") == []
    assert found("La grève des bateliers reprend.") == ["grève de batelier"]


def test_attraction_of_two_words() -> None:
    assert association(2, 2, 2, 100) == 1.0
    assert association(0, 5, 5, 100) == -1.0
    assert math.isclose(association(1, 10, 10, 100), 0.0, abs_tol=1e-12)


def test_a_phrase_that_stands_twice_is_chosen_and_absorbs_its_words() -> None:
    text = "Le prix du blé monte. Le prix du blé baisse. Une vraie moisson."
    assert taken(text) == [("prix de blé", 0, 1), ("prix de blé", 3, 4)]


def test_longer_phrases_come_first_and_none_overlap() -> None:
    found_here = taken("Une baisse du prix agricole. La baisse du prix agricole.")
    assert {key for key, _, _ in found_here} == {"baisse de prix agricole"}
