"""The annotations of ``seeds/`` fit their texts and one another."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent / "seeds"
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(HERE.parents[2].glob("seeds/*.txt"))}
THEMES = {"investment", "cloud", "layoffs", "competition", "products", "research"}
THEMES |= {"adoption", "governance", "results", "labour", "economy", "society"}


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def _json(name: str) -> Any:
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _spans() -> list[tuple[str, dict[str, Any], str]]:
    rows = [("quantities", row, row["surface"]) for row in _lines("quantities.jsonl")]
    rows += [("traps", row, row["surface"]) for row in _lines("traps.jsonl")]
    rows += [("facts", row, row["surface"]) for fact in _json("facts.json")["facts"] for row in fact["claims"]]
    rows += [("overlap", row[side], row[side]["text"]) for row in _json("overlap.json")["pairs"] for side in "ab"]
    return rows + [("quotes", row, row["text"]) for row in _json("quotes.json")["quotes"]]


@pytest.mark.parametrize("name", ["quantities", "traps", "facts", "overlap", "quotes"])
def test_what_is_marked_stands_there(name: str) -> None:
    rows = [(row, surface) for file, row, surface in _spans() if file == name]
    assert rows
    for row, surface in rows:
        assert TEXTS[row["doc"]][row["start"] : row["end"]] == surface


def test_figures_do_not_overlap_and_are_no_traps() -> None:
    rows = sorted((row["doc"], row["start"], row["end"]) for row in _lines("quantities.jsonl"))
    for one, other in itertools.pairwise(rows):
        assert one[0] != other[0] or one[2] <= other[1]
    for trap in _lines("traps.jsonl"):
        assert not any(doc == trap["doc"] and start < trap["end"] and trap["start"] < end for doc, start, end in rows)


def test_facts_are_made_of_annotated_figures() -> None:
    figures = {(row["doc"], row["start"]): row for row in _lines("quantities.jsonl")}
    for fact in _json("facts.json")["facts"]:
        for row in fact["claims"]:
            assert figures[row["doc"], row["start"]]["measure"] == fact["measure"], fact["id"]
        assert not {row["doc"] for row in fact["claims"]} & set(fact["silent"])


def test_shared_passages_have_the_type_that_their_words_give() -> None:
    for pair in _json("overlap.json")["pairs"]:
        one, other = _words(pair["a"]["text"]), _words(pair["b"]["text"])
        if pair["type"] == "same_fact":
            continue
        ratio = _longest_common(one, other) / max(len(one), len(other))
        expected = "verbatim" if one == other else "near_verbatim" if ratio >= 0.85 else "paraphrase_quote"
        assert pair["type"] == expected, pair["statement"]


def _longest_common(one: list[str], other: list[str]) -> int:
    row = [0] * (len(other) + 1)
    for word in one:
        before = 0
        for place, match in enumerate(other, 1):
            before, row[place] = row[place], before + 1 if word == match else max(row[place], row[place - 1])
    return row[-1]


def test_statements_are_made_of_annotated_quotes() -> None:
    gold = _json("quotes.json")
    quotes = {row["id"]: row for row in gold["quotes"]}
    assert len(quotes) == len(gold["quotes"])
    for statement, members in gold["same_statement"].items():
        assert len(members) > 1
        assert all(statement in quotes[member]["statement"].split("+") for member in members)


def test_passages_cover_every_line_once() -> None:
    for doc, text in TEXTS.items():
        rows = sorted((row for row in _lines("themes_passages.jsonl") if row["doc"] == doc), key=lambda r: r["start"])
        covered = set().union(*(range(row["start"], row["end"]) for row in rows))
        assert len(covered) == sum(row["end"] - row["start"] for row in rows)
        assert all(place in covered or not text[place].strip() for place in range(len(text)))
        assert all(len(_words(text[row["start"] : row["end"]])) <= 120 for row in rows)


def test_themes_are_known_and_boilerplate_has_none() -> None:
    for row in _lines("themes_passages.jsonl"):
        assert row["main"] == row["themes"][0]
        assert row["themes"] == ["none"] if row["boilerplate"] else set(row["themes"]) <= THEMES
    for row in _lines("themes_articles.jsonl"):
        assert set(row["themes"]) <= THEMES


def test_names_and_salient_terms_are_words_of_the_text() -> None:
    for row in _lines("themes_articles.jsonl"):
        text = TEXTS[row["doc"]]
        assert all(variant in text for entity in row["entities"] for variant in entity["variants"])
        folded = text.lower().replace("’", "'")
        for term in row["salient_terms"]:
            spellings = [term, *row["term_aliases"].get(term, [])]
            assert any(name.lower().replace("’", "'") in folded for name in spellings), term


def test_the_texts_are_digests_of_five_sources() -> None:
    assert len(TEXTS) == 5
    assert all(250 <= len(text.split()) <= 450 for text in TEXTS.values())
