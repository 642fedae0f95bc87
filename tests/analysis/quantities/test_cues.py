"""Cue words of all measures in one pass, as each measure's own pattern finds them."""

from __future__ import annotations

import pytest

from dashboard.analysis.quantities.cues import book_of
from tests.analysis.documents import CONFIG

TEXTS = (
    "le groupe a réalisé un chiffre d'affaires de 12 millions et supprime 300 postes, selon la direction.",
    "les recettes fiscales ont reculé ; l'amende infligée au distributeur dépasse le budget du festival.",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_the_book_finds_what_the_patterns_find(text: str) -> None:
    book = book_of(CONFIG.quantities)
    hits = book.hits(text)
    for place, measure in enumerate(CONFIG.quantities.measures):
        starts = {match.start() for match in measure.cues.finditer(text)}
        assert starts <= {start for start, _ in hits.get(place, ())}
        assert all(measure.cues.match(text, start) for start, _ in hits.get(place, ()))


def test_complements_stand_at_their_place() -> None:
    book = book_of(CONFIG.quantities)
    names = {book.measures[place].name for place in book.complements("effectifs du groupe", 0)}
    assert "staff_share" in names
    assert not list(book.complements("xyz", 0))
