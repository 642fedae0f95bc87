"""Claims: which figures stand together, and the verdict on them."""

from __future__ import annotations

import itertools
from typing import Any

import pandas as pd
import pytest

from dashboard.analysis.claims import claims_of, judge
from dashboard.analysis.claims.compare import Mention, compare
from dashboard.config import load_config
from dashboard.tables import empty, table

RULES = load_config().quantities


def mention(**fields: Any) -> Mention:
    plain = {"value": None, "low": None, "high": None, "date": None, "bound": "exact", "denied": False}
    return Mention("q", "s", **(plain | fields))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ({"value": 10.0}, {"value": 10.0}, "agree"),
        ({"value": 10.0, "bound": "about"}, {"value": 10.0}, "agree"),
        ({"value": 10000.0}, {"value": 12000.0, "bound": "about"}, "contradict"),
        ({"value": 29.0}, {"value": 30.0, "bound": "about"}, "compatible"),
        ({"value": 29.0}, {"value": 30.0}, "contradict"),
        ({"value": 1.23}, {"value": 1.2}, "compatible"),
        ({"value": 12.4}, {"value": 12.0}, "compatible"),
        ({"value": 12.6}, {"value": 12.0}, "contradict"),
        ({"value": 7.1}, {"value": 7.0}, "compatible"),
        ({"value": 4.7}, {"value": 5.0}, "contradict"),
        ({"value": 420.0}, {"value": 400.0}, "contradict"),
        ({"value": 12000.0}, {"value": 10000.0}, "contradict"),
        ({"low": 2e9, "bound": "more_than"}, {"value": 1e10}, "compatible"),
        ({"low": 2e9, "bound": "more_than"}, {"value": 1e9}, "contradict"),
        ({"low": 2e9, "bound": "more_than"}, {"low": 2e9, "bound": "more_than"}, "agree"),
        ({"low": 5.0, "high": 7.0}, {"value": 6.0}, "compatible"),
        ({"low": 5.0, "high": 7.0}, {"value": 8.0}, "contradict"),
        ({"value": 100.0, "bound": "more_than"}, {"value": 120.0}, "compatible"),
        ({"value": 100.0, "bound": "more_than"}, {"value": 90.0}, "contradict"),
        ({"value": 100.0, "bound": "up_to"}, {"value": 90.0}, "compatible"),
        ({"date": "2019"}, {"date": "2019-07"}, "compatible"),
        ({"date": "2019"}, {"date": "2019"}, "agree"),
        ({"date": "2019"}, {"date": "2020"}, "contradict"),
        ({"value": 10.0}, {"value": 10.0, "denied": True}, "contradict"),
        ({"value": 10.0}, {"value": 99.0, "denied": True}, "compatible"),
    ],
)
def test_two_figures(a: dict[str, Any], b: dict[str, Any], verdict: str) -> None:
    assert compare(mention(**a), mention(**b), 0.05) == verdict
    assert compare(mention(**b), mention(**a), 0.05) == verdict


def quantity(article: str, start: int, value: float | None, **fields: Any) -> dict[str, Any]:
    row = {
        "quantity_id": f"{article}:q{start}",
        "article_id": article,
        "passage_id": f"{article}:0",
        "start": start,
        "end": start + 5,
        "surface": "x",
        "kind": "people",
        "value": value,
        "min": None,
        "max": None,
        "date": None,
        "unit": "people",
        "bound": "exact",
        "measure": "layoffs",
        "subject": "Nordis",
        "counterparty": None,
        "refers_to": None,
        "certainty": "confirmed",
        "attributed_to": None,
    }
    return row | fields


def corpus(
    *rows: dict[str, Any], reuse: list[dict[str, Any]] | None = None, copies: tuple[str, ...] = ()
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    articles = [
        {
            "article_id": name,
            "source": name.upper(),
            "title": "",
            "published": None,
            "language": "fr",
            "url": None,
            "author": None,
            "text": "",
            "n_words": 1,
            "duplicate_of": "a" if name in copies else None,
            "duplicate_group": None,
            "story_id": "far" if name == "z" else "s1",
        }
        for name in sorted({row["article_id"] for row in rows})
    ]
    return table("quantities", rows), table("articles", articles), table("reuse", reuse) if reuse else empty("reuse")


def claims(*rows: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    found, _ = claims_of(*corpus(*rows, **more), RULES)
    return found.to_dict("records")  # type: ignore[return-value]


def verdicts(*rows: dict[str, Any], **more: Any) -> list[tuple[str, int]]:
    return sorted((row["verdict"], row["n_sources"]) for row in claims(*rows, **more))


def test_two_sources_that_differ_contradict() -> None:
    (claim,) = claims(quantity("a", 0, 10000), quantity("b", 0, 12000, bound="about"))
    assert (claim["verdict"], claim["low"], claim["high"], claim["n_sources"], claim["n_origins"]) == (
        "contradict",
        10000,
        12000,
        2,
        2,
    )


@pytest.mark.parametrize(
    "other",
    [
        {"subject": "Verdane"},
        {"measure": "hires"},
        {"kind": "count"},
        {"unit": "x"},
        {"refers_to": "2019"},
    ],
)
def test_figures_of_different_things_are_never_compared(other: dict[str, Any]) -> None:
    assert verdicts(quantity("a", 0, 10000), quantity("b", 0, 12000, **other)) == [("single", 1), ("single", 1)]


def test_a_figure_without_period_joins_only_its_story() -> None:
    assert verdicts(quantity("a", 0, 10), quantity("z", 0, 12)) == [("single", 1), ("single", 1)]
    dated = [quantity(name, 0, value, refers_to="2019-07") for name, value in (("a", 10), ("z", 12))]
    assert verdicts(*dated) == [("contradict", 2)]


def test_a_missing_counterparty_joins_the_only_one() -> None:
    money = {"kind": "money", "unit": "USD", "measure": "investment"}
    (claim,) = claims(quantity("a", 0, 5, counterparty="Kapteo", **money), quantity("b", 0, 5, **money))
    assert (claim["counterparty"], claim["verdict"]) == ("Kapteo", "agree")


def test_a_source_that_gives_several_values_contradicts_nobody() -> None:
    rows = [quantity("a", 0, 100), quantity("a", 50, 900), quantity("b", 0, 100), quantity("c", 0, 555)]
    assert verdicts(*rows) == [("agree", 2), ("single", 1), ("single", 1)]


def test_wide_measures_and_figures_without_subject_only_agree() -> None:
    growth = {"measure": "growth", "kind": "percent", "unit": "%"}
    assert verdicts(quantity("a", 0, 5, **growth), quantity("b", 0, 7, **growth)) == [("single", 1), ("single", 1)]
    assert verdicts(quantity("a", 0, 5, **growth), quantity("b", 0, 5, **growth)) == [("agree", 2)]
    assert verdicts(quantity("a", 0, 5, subject=None), quantity("b", 0, 7, subject=None)) == [
        ("single", 1),
        ("single", 1),
    ]


SHARED = {
    "reuse_id": "r",
    "common_source": None,
    "a_article": "a",
    "a_start": 0,
    "a_end": 90,
    "b_article": "b",
    "b_start": 0,
    "b_end": 90,
    "kind": "verbatim",
    "n_words": 12,
    "n_words_quoted": 0,
    "similarity": 1.0,
    "origin": "unknown",
}


def test_copied_sentences_are_one_origin() -> None:
    (claim,) = claims(quantity("a", 0, 10), quantity("b", 0, 10), quantity("c", 0, 10), reuse=[SHARED])
    assert (claim["n_sources"], claim["n_origins"]) == (3, 2)


@pytest.mark.parametrize(
    ("value", "fields", "verdict", "n_origins"),
    [
        (1240.0, {}, "agree", 1),
        (1240.0, {"bound": "about"}, "agree", 1),
        (1200.0, {}, "compatible", 1),
        (1240.0, {"bound": "more_than"}, "compatible", 2),
        (1260.0, {"bound": "about"}, "compatible", 2),
        (1400.0, {}, "contradict", 2),
        (1240.0, {"certainty": "denied"}, "contradict", 2),
    ],
    ids=["copied", "with a margin", "rounded", "as a bound", "near", "another", "denied"],
)
def test_a_figure_changed_in_a_copied_sentence_is_an_origin_of_its_own(
    value: float, fields: dict[str, Any], verdict: str, n_origins: int
) -> None:
    """An edited copy is known by its words; its figures are copies only where they say the same."""
    (claim,) = claims(quantity("a", 0, 1240.0), quantity("b", 0, value, **fields), reuse=[SHARED])
    assert (claim["verdict"], claim["n_sources"], claim["n_origins"]) == (verdict, 2, n_origins)


def test_exact_copies_give_no_figure() -> None:
    assert verdicts(quantity("a", 0, 10), quantity("b", 0, 12), copies=("b",)) == [("single", 1)]


def test_figures_without_measure_are_in_no_claim() -> None:
    assert claims(quantity("a", 0, 10, measure=None)) == []


def test_the_order_of_rows_changes_nothing() -> None:
    rows = [quantity("a", 0, 10), quantity("b", 0, 12), quantity("a", 30, 10), quantity("c", 0, 11, bound="about")]
    first = claims_of(*corpus(*rows), RULES)
    for shuffled in itertools.permutations(rows):
        again = claims_of(*corpus(*shuffled), RULES)
        assert again[0].equals(first[0])
        assert again[1].equals(first[1])


def test_every_figure_stands_in_one_claim_at_most() -> None:
    rows = [quantity("a", place, value) for place, value in enumerate([1, 2, 2, 3])] + [quantity("b", 0, 2)]
    _, mentions = claims_of(*corpus(*rows), RULES)
    assert mentions["quantity_id"].is_unique
    assert len(mentions) == len(rows)


def test_judging_a_selection() -> None:
    quantities, articles, reuse = corpus(quantity("a", 0, 10), quantity("b", 0, 12), quantity("c", 0, 10))
    found, mentions = claims_of(quantities, articles, reuse, RULES)
    assert judge(found, mentions, quantities, reuse, RULES).equals(found)
    kept = mentions[mentions["source"] != "B"]
    (claim,) = judge(found, kept, quantities, reuse, RULES).to_dict("records")
    assert (claim["claim_id"], claim["verdict"], claim["n_sources"]) == (found["claim_id"][0], "agree", 2)
    assert judge(found, mentions[:0], quantities, reuse, RULES).empty


def test_nothing_to_compare() -> None:
    found, mentions = claims_of(empty("quantities"), empty("articles"), empty("reuse"), RULES)
    assert found.empty and mentions.empty


def test_a_figure_without_subject_joins_the_only_one_of_its_story() -> None:
    bare = quantity("b", 0, 300.0, subject=None, bound="more_than")
    assert verdicts(quantity("a", 0, 310.0), bare) == [("compatible", 2)]
    assert verdicts(quantity("a", 0, 310.0), quantity("c", 0, 310.0, subject="Velmont"), bare) == [("single", 1)] * 3
    assert verdicts(quantity("a", 0, 310.0), quantity("z", 0, 310.0, subject=None)) == [("single", 1)] * 2


def test_a_figure_without_subject_never_contradicts_but_by_its_counterparty() -> None:
    assert verdicts(quantity("a", 0, 310.0), quantity("b", 0, 900.0, subject=None)) == [("single", 1)] * 2
    bought = {"measure": "acquisition", "kind": "money", "unit": "EUR", "counterparty": "Orbica"}
    rows = quantity("a", 0, 60e6, **bought), quantity("b", 0, 75e6, **(bought | {"subject": None}))
    assert verdicts(*rows) == [("contradict", 2)]
    assert verdicts(*reversed(rows)) == [("contradict", 2)]


def test_a_rise_and_the_same_one_rounded_stand_together() -> None:
    rise = {"measure": "growth", "kind": "percent", "unit": "%"}
    assert verdicts(quantity("a", 0, 12.4, **rise), quantity("b", 0, 12.0, **rise)) == [("compatible", 2)]
    assert verdicts(quantity("a", 0, 12.4, **rise), quantity("b", 0, 15.0, **rise)) == [("single", 1)] * 2
