"""A topic's terms as the words of a theme."""

from __future__ import annotations

from dashboard.analysis.bench import Bench
from dashboard.analysis.topic_theme import topic_label, topic_words
from tests.analysis.documents import CONFIG, read

TEXT = "\n".join(
    [
        "Le phare domine le port.",
        "Un phare et une jetée au vent.",
        "La jetée, le bateau, le vent.",
        "Le vent tourne en ville.",
        "Le vent souffle sur le stade.",
        "Au stade, le vent gêne le bateau des joueurs.",
        "Encore du vent au stade.",
    ]
)
DOCUMENT = read(TEXT, "a")
SEASIDE = {passage.passage_id for passage in DOCUMENT.passages[:3]}
BENCH = Bench([DOCUMENT], CONFIG)


def test_a_term_counts_as_much_as_it_aims_at_the_topic() -> None:
    found = topic_words(["phare", "vent", "jetée", "port", "bateau", "licorne", "stade"], SEASIDE, BENCH)
    assert found == {"strong": ("phare", "jetée"), "words": ("vent", "port", "bateau"), "weak": ()}


def test_a_term_that_stands_mostly_elsewhere_is_weak() -> None:
    first = {DOCUMENT.passages[1].passage_id}
    assert topic_words(["vent", "phare"], first, BENCH) == {"strong": (), "words": ("phare",), "weak": ("vent",)}
    assert topic_words(["vent"], first, BENCH)["words"] == ("vent",)


def test_terms_that_are_no_words_or_not_found_give_nothing() -> None:
    assert topic_words(["…", "a + b + c", "licorne"], SEASIDE, BENCH) == {"strong": (), "words": (), "weak": ()}


def test_the_name_holds_as_many_of_three_terms_as_fit() -> None:
    assert topic_label(["phare", "Port-Louis", "jetée", "vent"]) == "Phare, Port-Louis, jetée"
    assert topic_label(["a" * 50, "b" * 20, "c"]) == "A" + "a" * 49 + ", c"
    assert topic_label([]) == ""
