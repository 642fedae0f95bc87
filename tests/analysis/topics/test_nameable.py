"""Which terms may name a topic."""

from __future__ import annotations

import pytest

from dashboard.analysis.topics import topics_of
from dashboard.analysis.topics.nameable import nameable
from dashboard.tables import empty
from tests.analysis.documents import CONFIG, read


@pytest.mark.parametrize(
    ("key", "form", "expected"),
    [
        ("dément", "dément", False),
        ("soutiennent", "soutiennent", False),
        ("continue", "continue", False),
        ("juge", "juge", True),
        ("lit", "lits", True),
        ("trimestre", "trimestres", False),
        ("hiver", "hiver", False),
        ("moyenne", "moyenne", False),
        ("avril", "avril", False),
        ("Mars", "Mars", True),
        ("Julien", "Julien", False),
        ("Marie-Claire", "Marie-Claire", False),
        ("Julien Ferrand", "Julien Ferrand", True),
        ("Jean-Louis Ferrand", "Jean-Louis Ferrand", True),
        ("Milan", "Milan", True),
        ("CAN", "CAN", True),
        ("2023", "2023", False),
        ("12,5", "12,5", False),
        ("5G", "5G", True),
        ("DIRECT", "DIRECT", False),
        ("EN", "EN", False),
        ("ONU", "ONU", True),
        ("péage", "péage", True),
        ("grève", "grèves", True),
    ],
)
def test_classes_of_words(key: str, form: str, expected: bool) -> None:
    assert nameable([key], [form], CONFIG).tolist() == [expected]


def test_no_terms() -> None:
    assert nameable([], [], CONFIG).tolist() == []


def test_a_topic_is_not_named_by_its_seasons_and_first_names() -> None:
    boats = ("bateau", "port", "sardine", "filet", "marin", "voile", "phare", "marée")
    hills = ("sommet", "glacier", "alpiniste", "refuge", "avalanche", "corde", "vallée", "sentier")
    texts = []
    for words, season in ((boats, "printemps"), (hills, "hiver")):
        for n in range(10):
            one, two, three = (words[(n + step * (1 + n % 3)) % 8] for step in range(3))
            texts.append(f"Au {season}, le {one} de Julien attend un {two} et le {three}, dit-il au {season} dernier.")
    found = topics_of([read(text, f"a{place:02d}") for place, text in enumerate(texts)], empty("terms"), CONFIG)
    names = {name for terms in found.topics["terms"] for name in terms.split(";")}
    assert names & set(boats) and names & set(hills)
    assert not names & {"printemps", "hiver", "Julien"}
