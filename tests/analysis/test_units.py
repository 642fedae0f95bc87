"""Names and content words, and what links them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.units import ADJACENT, APART, OF, OF_THE, Reader, joined_lemmas, read_units
from tests.analysis.documents import CONFIG, read


def units(text: str) -> list[tuple[str, int]]:
    found = Reader(CONFIG).read(read(text))
    return list(zip(found.keys, found.links, strict=True))


def test_links_say_what_stands_between() -> None:
    assert units("La hausse des salaires et la vente de tapis du fabricant de vélos pliants.") == [
        ("hausse", APART),
        ("salaire", OF_THE),
        ("vente", APART),
        ("tapis", OF),
        ("fabricant", OF_THE),
        ("vélo", OF),
        ("pliant", ADJACENT),
    ]


def test_a_phrase_of_the_configuration_is_one_unit() -> None:
    found = units("Le pouvoir d'achat baisse, dit le comité social et économique.")
    assert [key for key, _ in found][:1] == ["pouvoir de achat"]
    assert "comité social et économique" in [key for key, _ in found]


def test_a_form_in_e_is_a_noun_or_a_verb_by_the_word_before() -> None:
    found = Reader(CONFIG).read(read("La marche reprend mais le ministre conteste la marche du groupe."))
    classes = dict(zip(found.keys, found.classes, strict=True))
    assert classes["marche"] == "noun" and classes["contester"] == "verb"


def test_a_mark_or_a_new_sentence_parts_words() -> None:
    assert [link for _, link in units("Salaires, retraites : colère. Usine fermée.")] == [APART] * 4 + [ADJACENT]


def test_names_are_one_unit_and_acronyms_no_stop_word() -> None:
    keys = [key for key, _ in units("Satya Nadella dirige Microsoft, qui mise sur l'IA.")]
    assert keys[:2] == ["Satya Nadella", "diriger"] and "Microsoft" in keys
    assert keys[-1] == "intelligence artificiel"


def test_joined_spellings_by_lemmas() -> None:
    assert joined_lemmas({"agents secrets": "espion"}) == {"agent secret": "espion"}


def test_a_changed_text_under_the_same_id_is_read_anew() -> None:
    one, _ = read_units([read("Une usine ferme.")], CONFIG)
    two, _ = read_units([read("Une école ouvre.")], CONFIG)
    assert one[0].keys[0] == "usine" and two[0].keys[0] == "école"


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="abé' .-,’«»\n1deIAsau ", max_size=80))
def test_spans_are_inside_the_text_and_ordered(text: str) -> None:
    found = Reader(CONFIG).read(read(text))
    places = list(zip(found.starts, found.ends, strict=True))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(left[1] <= right[0] for left, right in pairwise(places))
