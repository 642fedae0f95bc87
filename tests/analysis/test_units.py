"""Names and content words, and what links them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.coded import code
from dashboard.analysis.units import ADJACENT, APART, OF, OF_THE, Units, read_units
from dashboard.analysis.wordroles import COMPOUND, NOUN, VERB, joined_lemmas
from dashboard.model import Document
from tests.analysis.documents import CONFIG, read
from tests.analysis.plain import plain_units


def found(*documents: Document) -> Units:
    return read_units(documents, CONFIG)[0]


def units(text: str) -> list[tuple[str, int]]:
    made = found(read(text))
    return [(made.keys[key], link) for key, link in zip(made.key.tolist(), made.link.tolist(), strict=True)]


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
    made = found(read("Le pouvoir d'achat baisse, dit le comité social et économique."))
    compounds = [made.keys[key] for key in made.key[made.kind == COMPOUND].tolist()]
    assert compounds == ["pouvoir de achat", "comité social et économique"]
    assert next(made.surfaces[place] for place in made.surface[made.kind == COMPOUND].tolist()) == "pouvoir d'achat"


def test_a_form_in_e_is_a_noun_or_a_verb_by_the_word_before() -> None:
    made = found(read("La marche reprend mais le ministre conteste la marche du groupe."))
    kinds = {made.keys[key]: kind for key, kind in zip(made.key.tolist(), made.kind.tolist(), strict=True)}
    assert kinds["marche"] == NOUN and kinds["contester"] == VERB


def test_a_mark_or_a_new_sentence_parts_words() -> None:
    assert [link for _, link in units("Salaires, retraites : colère. Usine fermée.")] == [APART] * 4 + [ADJACENT]


def test_names_are_one_unit_and_acronyms_no_stop_word() -> None:
    keys = [key for key, _ in units("Satya Nadella dirige Microsoft, qui mise sur l'IA.")]
    assert keys[:2] == ["Satya Nadella", "diriger"] and "Microsoft" in keys
    assert keys[-1] == "intelligence artificiel"


def test_joined_spellings_by_lemmas() -> None:
    assert joined_lemmas({"agents secrets": "espion"}) == {"agent secret": "espion"}


def test_a_changed_text_under_the_same_id_is_read_anew() -> None:
    one, two = found(read("Une usine ferme.")), found(read("Une école ouvre."))
    assert one.keys[one.key[0]] == "usine" and two.keys[two.key[0]] == "école"


def test_the_same_documents_are_read_once() -> None:
    documents = [read("Une usine ferme."), read("Une école ouvre.", "b")]
    assert found(*documents) is found(*documents)
    assert found(*documents[:1]) is not found(*documents)


PIECES = (
    "la hausse des prix", "une offre de reprise", "Paris", "Emmanuel Macron", "le pouvoir d’achat", "l'IA", "Offre",
    "marche", "conteste", "12 000", "de", "du", "la", "réforme fiscale", ". ", ", ", "\n", " - ", "grève", "trois",
)  # fmt: skip
TEXTS = st.lists(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join), max_size=4)


@settings(deadline=None, max_examples=80)
@given(TEXTS, st.sampled_from(("fr", "en")))
def test_units_are_those_of_a_plain_reading(texts: list[str], language: str) -> None:
    documents = [read(text, f"a{place}", language=language) for place, text in enumerate(texts)]
    made, base = found(*documents), code(documents).base
    expected = [
        (unit.key, unit.kind, unit.start + before, unit.end + before, unit.link)
        for document, before in zip(documents, base.tolist(), strict=False)
        for unit in plain_units(document, CONFIG)
    ]
    keys = [made.keys[key] for key in made.key.tolist()]
    columns = (keys, made.kind.tolist(), made.start.tolist(), made.end.tolist(), made.link.tolist())
    assert list(zip(*columns, strict=True)) == expected


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="abé' .-,’«»\n1deIAsau ", max_size=80))
def test_spans_are_inside_the_text_and_ordered(text: str) -> None:
    made = found(read(text))
    places = list(zip(made.start.tolist(), made.end.tolist(), strict=True))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(left[1] <= right[0] for left, right in pairwise(places))
