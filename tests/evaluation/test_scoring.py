"""Every scorer on cases small enough to work out by hand."""

from __future__ import annotations

import math
from typing import Any

import pytest

from tests.evaluation.scoring import (
    claim_scores,
    fold,
    name_scores,
    overlap_scores,
    quantity_scores,
    quote_scores,
    term_scores,
    theme_scores,
)
from tests.evaluation.scoring.base import f_one, pair_up, share
from tests.evaluation.scoring.figures import same_value

Row = dict[str, Any]


def _figure(start: int, end: int, **fields: Any) -> Row:
    blank = dict.fromkeys(("value", "min", "max", "date", "unit", "measure", "subject"))
    known = {"doc": "a", "start": start, "end": end, "kind": "money", "bound": "exact", "certainty": "confirmed"}
    return blank | known | fields


def test_measures_of_nothing() -> None:
    assert (share(0, 0), share(0, 3), share(2, 4)) == (1.0, 0.0, 0.5)
    assert (f_one(0, 0), f_one(1, 0.5)) == (0.0, 2 / 3)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L’intelligence artificielle", "intelligence artificielle"),
        ("Plans sociaux", "plan social"),
        ("réseaux", "Réseau"),
        ("START-UPS", "start up"),
        ("sœurs", "soeur"),
    ],
)
def test_words_fold_to_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_pairs_are_one_to_one_and_the_likest_first() -> None:
    gold = [_figure(0, 10), _figure(10, 20)]
    found = [_figure(8, 20), _figure(0, 4), _figure(5, 9)]
    assert pair_up(gold, found) == {1: 0, 0: 1}


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        ({"value": 1e10, "unit": "USD"}, {"value": 10_000_000_000, "unit": "USD"}, True),
        ({"value": 1e10, "unit": "USD"}, {"value": 1e10, "unit": "EUR"}, False),
        ({"value": 1e10, "unit": "USD"}, {"value": 1e10}, False),
        ({"value": 1e10, "unit": "USD", "unit_inferred": True}, {"value": 1e10}, True),
        ({"value": 1e10, "unit": "USD"}, {"value": 1.1e10, "unit": "USD"}, False),
        ({"min": 2e9, "unit": "USD"}, {"min": 1e9, "value": math.nan, "unit": "USD"}, True),
        ({"min": 2e9, "unit": "USD"}, {"min": 5e9, "unit": "USD"}, False),
        ({"min": 2e9, "unit": "USD"}, {"min": 2e9, "value": 2e9, "unit": "USD"}, False),
        ({"min": 5, "max": 7, "unit": "%"}, {"min": 5, "max": 7, "unit": "%"}, True),
        ({"min": 5, "max": 7, "unit": "%"}, {"min": 5, "max": 8, "unit": "%"}, False),
        ({"kind": "people", "value": 120, "unit": "people"}, {"value": 120, "unit": "jobs"}, True),
        ({"kind": "date", "value": "2019-07"}, {"date": "2019-07"}, True),
        ({"kind": "date", "value": 2019}, {"date": "2019"}, True),
        ({"kind": "date", "value": 2019}, {"date": "2019-07"}, False),
    ],
)
def test_values(gold: Row, found: Row, right: bool) -> None:
    assert same_value(_figure(0, 5, **gold), _figure(0, 5, **found)) is right


def test_figures() -> None:
    gold = [
        _figure(0, 5, value=1, unit="USD", measure="price", subject="Alba"),
        _figure(10, 15, value=2, unit="USD", certainty="rumour", certainty_alt=["conditional"]),
        _figure(20, 25, value=3, unit="USD"),
        _figure(30, 35, value=4, unit="USD"),
        _figure(40, 45, optional=True),
    ]
    found = [
        _figure(0, 5, value=1, unit="USD", measure="price", subject="la verrerie Alba"),
        _figure(9, 15, value=2, unit="USD", certainty="conditional"),
        _figure(20, 25, value=7, unit="USD", certainty="denied"),
        _figure(41, 44, value=9),
        _figure(50, 52, value=1),
    ]
    scores = quantity_scores(gold, found, traps=[_figure(51, 53), _figure(60, 62)])
    assert (scores["span_p"], scores["span_r"], scores["span_f1"]) == (0.75, 0.75, 0.75)
    assert (scores["value_p"], scores["value_r"]) == (0.5, 0.5)
    assert (scores["certainty"], scores["measure"], scores["subject"]) == (2 / 3, 1.0, 1.0)
    assert scores["traps_hit"] == 0.5


def _facts(*facts: tuple[str, list[str], list[int]], optional: tuple[str, ...] = ()) -> Row:
    rows = [
        {
            "id": name,
            "expected": expected,
            "optional": name in optional,
            "claims": [_figure(start, start + 5) for start in starts],
        }
        for name, expected, starts in facts
    ]
    return {"families": [["amount", "wording"]], "facts": rows}


def _claims(**claims: tuple[str, list[int]]) -> dict[str, list[Row]]:
    starts = sorted({start for _, places in claims.values() for start in places})
    return {
        "quantities": [_figure(start, start + 5, quantity_id=f"q{start}") for start in starts],
        "claims": [{"claim_id": name, "verdict": verdict} for name, (verdict, _) in claims.items()],
        "claim_mentions": [
            {"claim_id": name, "quantity_id": f"q{start}"} for name, (_, places) in claims.items() for start in places
        ],
    }


def test_facts_in_claims_of_their_own_with_their_verdict() -> None:
    facts = _facts(("jobs", ["contradict"], [0, 10]), ("price", ["agree", "compatible"], [20, 30]))
    right = _claims(one=("contradict", [0, 10]), two=("agree", [20, 30]))
    assert claim_scores(facts, right) == {"facts": 1.0, "false_contradictions": 0.0, "double": 0.0}
    mixed = _claims(one=("contradict", [0, 10, 20]), two=("single", [30]))
    assert claim_scores(facts, mixed) == {"facts": 0.0, "false_contradictions": 1.0, "double": 0.0}
    twice = _claims(one=("contradict", [0, 10]), two=("agree", [20, 30]), three=("single", [30]))
    assert claim_scores(facts, twice)["double"] == 1.0
    missed = _claims(one=("contradict", [0, 10]), two=("agree", [20]))
    assert claim_scores(facts, missed)["facts"] == 0.5


def test_a_family_may_share_a_claim_and_an_optional_fact_costs_nothing() -> None:
    facts = _facts(
        ("amount", ["compatible"], [0]),
        ("wording", ["compatible"], [10]),
        ("date", ["agree"], [20]),
        optional=("date",),
    )
    assert claim_scores(facts, _claims(one=("compatible", [0, 10])))["facts"] == 1.0


def _case(kind: str, a: tuple[int, int], b: tuple[int, int]) -> Row:
    sides = {"a": {"doc": "a", "start": a[0], "end": a[1]}, "b": {"doc": "b", "start": b[0], "end": b[1]}}
    return sides | {"type": kind}


def test_shared_passages() -> None:
    gold = [
        _case("verbatim", (0, 100), (0, 100)),
        _case("near_verbatim", (200, 240), (200, 240)),
        _case("same_fact", (300, 350), (300, 350)),
    ]
    found = [_case("", (0, 100), (0, 60)), _case("", (310, 340), (310, 340)), _case("", (400, 410), (400, 410))]
    scores = overlap_scores(gold, found)
    assert scores["overlap_p"] == 0.5  # one wholly right, one wholly wrong, one neutral
    assert scores["overlap_r"] == 0.4  # 160 of 200 characters, 0 of 80
    assert scores["plagdet"] == pytest.approx(2 * 0.5 * 0.4 / 0.9)
    assert (scores["found_verbatim"], scores["found_near_verbatim"], scores["found_paraphrase_quote"]) == (1, 0, 1)


def test_a_passage_found_in_pieces_costs_granularity() -> None:
    gold = [_case("verbatim", (0, 100), (0, 100))]
    halves = [_case("", (0, 50), (0, 50)), _case("", (50, 100), (50, 100))]
    assert overlap_scores(gold, halves)["plagdet"] == pytest.approx(1 / math.log2(3))
    turned = [{"a": halves[0]["b"], "b": halves[0]["a"], "type": ""}, halves[1]]
    assert overlap_scores(gold, turned) == overlap_scores(gold, halves)


def _quote(name: str, doc: str, start: int, end: int, **fields: Any) -> Row:
    return {"id": name, "doc": doc, "start": start, "end": end, "kind": "direct", "speaker": "Anne Leroy"} | fields


def test_quotes_speakers_and_statements() -> None:
    gold: Row = {
        "quotes": [
            _quote("a1", "a", 0, 40),
            _quote("a1n", "a", 10, 20, kind="direct_fragment"),
            _quote("a2", "a", 50, 60, kind="scare", speaker=None),
            _quote("a3", "a", 100, 140, kind="indirect"),
            _quote("b1", "b", 0, 40),
            _quote("c1", "c", 0, 40),
            _quote("c2", "c", 50, 90, speaker="Paul Roux"),
        ],
        "same_statement": {"plan": ["a1", "b1", "c1"]},
    }
    found = [
        _quote("", "a", 0, 38, speaker="Leroy", statement_id="s"),
        _quote("", "a", 50, 60, speaker=None, statement_id=None),
        _quote("", "a", 200, 220, statement_id=None),
        _quote("", "b", 0, 40, speaker="Paul Roux", statement_id="s"),
        _quote("", "c", 0, 40, speaker=math.nan, statement_id="t"),
    ]
    scores = quote_scores(gold, found)
    assert (scores["quote_p"], scores["quote_r"]) == (0.75, 0.75)
    assert scores["speaker"] == 1 / 3
    assert (scores["statement_p"], scores["statement_r"]) == (1.0, 1 / 3)


def _passage(start: int, end: int, **fields: Any) -> Row:
    return {"doc": "a", "start": start, "end": end, "passage_id": f"a:{start}", "role": "body"} | fields


def _marked(start: int, end: int, *themes: str, alternatives: tuple[str, ...] = ()) -> Row:
    row = {"doc": "a", "start": start, "end": end, "main": themes[0], "themes": list(themes)}
    return row | {"main_alt": list(alternatives), "boilerplate": themes == ("none",)}


def _themed(passage: int, *themes: str) -> list[Row]:
    return [{"passage_id": f"a:{passage}", "theme": theme, "main": theme == themes[0]} for theme in themes]


def test_themes_and_boilerplate() -> None:
    gold = [
        _marked(0, 100, "cloud", "products", alternatives=("products",)),
        _marked(101, 200, "layoffs"),
        _marked(201, 220, "none"),
    ]
    passages = [_passage(0, 100), _passage(101, 200), _passage(201, 220, role="boilerplate")]
    scores = theme_scores(gold, passages, _themed(0, "products", "layoffs") + _themed(101, "layoffs"))
    assert (scores["theme_p"], scores["theme_r"]) == (2 / 3, 2 / 3)
    assert scores["theme_macro"] == pytest.approx((0 + 1 + 2 / 3) / 3)  # cloud, products, layoffs
    assert (scores["main"], scores["main_lenient"]) == (0.5, 1.0)
    assert scores["boilerplate_f1"] == 1.0
    assert theme_scores(gold, passages[:2], [])["boilerplate_f1"] == 0.0
    assert theme_scores(gold, [_passage(0, 20)], _themed(0, "cloud"))["main"] == 0.0  # covers too little


def test_terms() -> None:
    gold = [
        {
            "doc": "a",
            "salient_terms": ["intelligence artificielle", "plan social", "Azure", "vente"],
            "unwanted_terms": ["plus", "mis"],
            "term_aliases": {"intelligence artificielle": ["IA"], "mis": ["mettre"]},
        }
    ]
    words = ["IA", "plans sociaux", "intelligence artificielle", "plus", "AZURE", "mettre", "social", "de"]
    terms = [{"doc": "a", "term": word, "rank": rank} for rank, word in enumerate(words, 1)]
    assert term_scores(gold, terms, frozenset({"de"})) == {"p10": 0.3, "recall20": 0.75, "junk15": 3 / 8}
    assert term_scores(gold, []) == {"p10": 0.0, "recall20": 0.0, "junk15": 0.0}


def test_names() -> None:
    entities = [
        {"name": "OpenAI", "type": "ORG", "variants": ["Open AI"]},
        {"name": "Azure", "type": "PRODUCT", "variants": ["Azure"]},
        {"name": "Lens", "type": "LOC", "variants": ["Lens"], "optional": True},
    ]
    names = [("open ai", "PER"), ("Lens", "LOC"), ("Zed", "ORG")]
    rows = [{"doc": "a", "name": name, "type": kind} for name, kind in names]
    scores = name_scores([{"doc": "a", "entities": entities}], rows)
    assert (scores["name_p"], scores["name_r"], scores["name_type"]) == (0.5, 0.5, 0.0)
