"""Shared passages and source overlap, by hand on tiny corpora and by invariants on random ones."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.analysis.reuse import near_duplicates, overlap_of, passage_copies, reuse_of
from dashboard.config.reuse import ReuseSettings
from dashboard.tables import check_table, conform, empty

RULES = ReuseSettings()
BRIDGE = "Le vieux pont de pierre restera fermé aux camions jusqu'à la fin des travaux, prévue au printemps."
OTHER = "Une brocante réunit chaque dimanche deux cents exposants sur les quais ombragés du canal."
Rows = Sequence[tuple[str, str, str]]


def articles(rows: Rows, **columns: Sequence[str | None]) -> pd.DataFrame:
    """Articles of (id, source, text), with further columns by name."""
    frame = pd.DataFrame(rows, columns=["article_id", "source", "text"])
    return frame.assign(published=None).assign(**columns)


def passages(frame: pd.DataFrame, boilerplate: str = "\0") -> pd.DataFrame:
    """One passage for each line."""
    rows = [
        (f"{article}:{line.start()}", article, line.start(), line.end(), line.group())
        for article, text in zip(frame["article_id"], frame["text"], strict=True)
        for line in re.finditer(r"[^\n]+", text)
    ]
    made = pd.DataFrame(rows, columns=["passage_id", "article_id", "start", "end", "line"])
    role = ["boilerplate" if line.startswith(boilerplate) else "body" for line in made["line"]]
    return made.assign(role=role, n_words=[len(re.findall(r"\w+", line)) for line in made["line"]])


def quotes(*rows: tuple[str, int, int, str | None]) -> pd.DataFrame:
    """Direct quotes of (article, start, end, statement)."""
    made = [
        {
            "quote_id": f"{article}:s{start}",
            "article_id": article,
            "passage_id": f"{article}:0",
            "start": start,
            "end": end,
            "kind": "direct",
            "speaker": None,
            "speaker_surface": None,
            "statement_id": statement,
        }
        for article, start, end, statement in rows
    ]
    return conform("quotes", pd.DataFrame(made)) if made else empty("quotes")


def found(frame: pd.DataFrame, boilerplate: str = "\0", rules: ReuseSettings = RULES) -> pd.DataFrame:
    made = reuse_of(frame, passages(frame, boilerplate), quotes(), rules)
    check_table("reuse", made)
    return made


def texts(frame: pd.DataFrame, reuse: pd.DataFrame) -> list[tuple[str, str]]:
    """Both sides of each shared passage as they stand in the articles."""
    text = dict(zip(frame["article_id"], frame["text"], strict=True))
    return [
        (text[row.a_article][row.a_start : row.a_end], text[row.b_article][row.b_start : row.b_end])
        for row in reuse.itertuples()
    ]


def test_a_copied_sentence() -> None:
    frame = articles([("a", "x", f"Avant cela. {BRIDGE} Suite."), ("b", "y", f"« {BRIDGE} » Rien de plus ici.")])
    reuse = found(frame)
    shared = BRIDGE.removesuffix(".")
    assert texts(frame, reuse) == [(shared, shared)]
    row = reuse.iloc[0]
    assert (row["kind"], row["n_words"], row["similarity"], row["origin"]) == ("verbatim", 18, 1.0, "unknown")
    assert row["reuse_id"] == "a:12|b:2"


@pytest.mark.parametrize(
    ("other", "kind", "similarity"),
    [
        (BRIDGE.upper(), "verbatim", 1.0),
        (BRIDGE.replace("'", "’").replace("é", "e\u0301"), "verbatim", 1.0),
        (BRIDGE.replace("travaux", "tra\u00advaux"), "verbatim", 1.0),
        (BRIDGE.replace("restera", "demeurera"), "edited", round(17 / 18, 4)),
        (BRIDGE.replace("restera fermé", "restera encore fermé"), "edited", round(18 / 19, 4)),
        (BRIDGE.replace("jusqu'", ""), "edited", round(17 / 18, 4)),
    ],
)
def test_edits(other: str, kind: str, similarity: float) -> None:
    frame = articles([("a", "x", BRIDGE), ("b", "y", other)])
    reuse = found(frame)
    assert reuse[["kind", "similarity"]].to_numpy().tolist() == [[kind, similarity]]
    assert texts(frame, reuse) == [(BRIDGE.removesuffix("."), other.removesuffix(".").removesuffix("."))]


def test_seven_words_are_short_and_only_between_articles_of_one_story() -> None:
    seven = "une rallonge de deux cents mille euros"
    rows = [("a", "x", f"Voici {seven}, dit-on."), ("b", "y", f"Le maire obtient {seven} pour ses écoles.")]
    assert found(articles(rows)).empty
    reuse = found(articles(rows, story_id=["s", "s"]))
    assert texts(articles(rows), reuse) == [(seven, seven)]
    assert reuse[["kind", "n_words"]].to_numpy().tolist() == [["short", 7]]


def test_short_passages_beside_a_long_one() -> None:
    rows = [("a", "x", f"{BRIDGE} Un coût de douze millions."), ("b", "y", f"Un coût de douze millions : {BRIDGE}")]
    reuse = found(articles(rows))
    assert sorted(zip(reuse["kind"], reuse["n_words"], strict=True)) == [("short", 5), ("verbatim", 18)]


@pytest.mark.parametrize("number", ["3,1", "3"])
def test_a_shared_passage_ends_before_a_number_that_differs(number: str) -> None:
    first = f"La laiterie de la vallée annonce un bénéfice net qui s'établit à {number} millions."
    other = "La laiterie de la vallée annonce un bénéfice net qui s'établit à 3,4 milliards."
    found = reuse_of(frame := articles([("a", "A", first), ("b", "B", other)]), passages(frame), quotes(), RULES)
    shared = [other[row.b_start : row.b_end] for row in found.itertuples()]
    assert shared == ["La laiterie de la vallée annonce un bénéfice net qui s'établit à"]


def test_stock_phrases_are_no_reuse() -> None:
    stock = "selon une source proche du dossier qui a requis l'anonymat"
    names = [f"mot{number}" for number in range(400)]
    rows = [(f"a{n:02}", f"s{n}", f"{' '.join(names[n * 9 : n * 9 + 9])} {stock}.") for n in range(40)]
    assert found(articles(rows)).empty
    assert len(found(articles(rows[:20]))) == 190


def test_boilerplate_never_counts() -> None:
    frame = articles([("a", "x", f"{BRIDGE}\nPar ici."), ("b", "y", f"{BRIDGE}\nPar là.")])
    assert found(frame, boilerplate="Le vieux").empty
    assert len(found(frame)) == 1


def test_a_passage_goes_on_over_a_paragraph_but_not_over_boilerplate() -> None:
    head, _, tail = BRIDGE.partition(" camions ")
    whole = articles([("a", "x", BRIDGE), ("b", "y", f"{head}\ncamions {tail}")])
    assert found(whole)["n_words"].tolist() == [18]
    cut = articles([("a", "x", f"{BRIDGE} {OTHER}"), ("b", "y", f"{BRIDGE}\nPublicité\n{OTHER}")])
    assert found(cut, boilerplate="Publicité")["n_words"].tolist() == [18, 14]


def test_exact_copies_are_left_out() -> None:
    frame = articles([("a", "x", BRIDGE), ("b", "y", BRIDGE)], duplicate_of=[None, "a"])
    assert found(frame).empty


def test_one_source_is_compared_as_versions_of_one_text() -> None:
    footer = "Retrouvez chaque matin toute l'actualité de la région dans votre journal préféré."
    rows = [("a", "x", f"{BRIDGE} {OTHER} {footer}"), ("b", "x", " ".join([footer, *map(str, range(50))]))]
    assert found(articles(rows)).empty
    versions = articles([("a", "x", f"{BRIDGE} {OTHER}"), ("b", "x", f"{BRIDGE} {OTHER} Mis à jour.")])
    assert found(versions)["n_words"].tolist() == [32]
    assert overlap_of(found(versions), versions, passages(versions), quotes()).empty


@pytest.mark.parametrize(
    ("first", "second", "origin"),
    [
        ("2024-03-01T10:00", "2024-03-01T10:09", "simultaneous"),
        ("2024-03-01T10:00", "2024-03-01T10:11", "a"),
        ("2024-03-01T12:00+02:00", "2024-03-01T10:30Z", "a"),
        ("2024-03-02", "2024-03-01", "b"),
        ("2024-03-01", "2024-03-01", "unknown"),
        ("2024-03", "2024-03", "unknown"),
        ("2024-03", "2024-03-15", "unknown"),
        ("2023", "2024-01", "a"),
        (None, "2024-01-01", "unknown"),
        ("demain", "2024-01-01", "unknown"),
    ],
)
def test_origin(first: str | None, second: str | None, origin: str) -> None:
    frame = articles([("a", "x", BRIDGE), ("b", "y", BRIDGE)], published=[first, second])
    assert found(frame)["origin"].tolist() == [origin]


def test_words_inside_quotation_marks() -> None:
    text = f"« {BRIDGE} » C'est dit."
    frame = articles([("a", "x", text), ("b", "y", f"Il a écrit : {BRIDGE}")])
    marks = quotes(("a", 2, 2 + len(BRIDGE), None), ("b", 13, 13 + len(BRIDGE), None))
    reuse = reuse_of(frame, passages(frame), marks, RULES)
    assert reuse[["n_words", "n_words_quoted"]].to_numpy().tolist() == [[18, 18]]
    overlap = overlap_of(reuse, frame, passages(frame), marks)
    assert overlap["containment"].tolist() == [round(18 / 21, 6), round(18 / 21, 6)]
    assert overlap["containment_unquoted"].tolist() == [0.0, 0.0]


def test_overlap_of_two_sources() -> None:
    rows = [("a", "x", f"{BRIDGE}\n{OTHER}"), ("b", "y", f"Ouverture.\n{BRIDGE}"), ("c", "z", "Rien de commun.")]
    frame = articles(rows)
    marks = quotes(("a", 0, 2, "s1"), ("b", 0, 2, "s1"), ("c", 0, 4, "s2"))
    overlap = overlap_of(found(frame), frame, passages(frame), marks).set_index(["source_a", "source_b"])
    assert len(overlap) == 6
    assert overlap.loc[("x", "y")].tolist() == [0.5625, round((18 - 1) / (32 - 1), 6), 18, 1, 18, 1]
    assert overlap.loc[("y", "x")].tolist()[:1] == [round(18 / 19, 6)]
    assert overlap.loc[("x", "z")].tolist() == [0.0, 0.0, 0, 0, 0, 0]


def test_overlap_counts_only_the_passages_that_are_given() -> None:
    frame = articles([("a", "x", f"{BRIDGE}\n{OTHER}"), ("b", "y", f"{BRIDGE}\n{OTHER}")])
    given_passages = passages(frame)
    some = given_passages[~given_passages["line"].str.startswith("Le vieux")]
    overlap = overlap_of(found(frame), frame, some, quotes())
    assert overlap[["containment", "n_words", "longest"]].to_numpy().tolist() == [[1.0, 14, 14]] * 2
    none = overlap_of(found(frame), frame, given_passages.head(0), quotes())
    assert none[["containment", "n_words", "n_passages"]].to_numpy().tolist() == [[0.0, 0, 0]] * 2


def test_near_duplicates_and_copies() -> None:
    rows = [
        ("a", "x", f"{BRIDGE}\n{OTHER}"),
        ("b", "y", f"{BRIDGE}\n{OTHER} Signé."),
        ("c", "z", f"{BRIDGE}\n" + " ".join(f"mot{n}" for n in range(60))),
        ("d", "x", "Un tout autre sujet, sans rapport aucun avec le pont."),
    ]
    frame = articles(rows, published=["2024-01-03", "2024-01-02", "2024-01-01", None])
    reuse = found(frame)
    groups = near_duplicates(reuse, frame, passages(frame))
    assert groups.fillna("-").tolist() == ["a", "a", "-", "-"]
    copies = passage_copies(reuse, passages(frame), frame)
    known = dict(zip(passages(frame)["passage_id"], copies.fillna("-"), strict=True))
    second = len(BRIDGE) + 1
    copied = {"a:0": "c:0", f"a:{second}": f"b:{second}", "b:0": "c:0"}
    assert known == dict.fromkeys((f"b:{second}", "c:0", f"c:{second}", "d:0"), "-") | copied


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("a", "x", BRIDGE)],
        [("a", "x", ""), ("b", "y", "")],
        [("a", "x", BRIDGE), ("b", "x", BRIDGE)],
        [("a", "x", "!?"), ("b", "y", "…")],
    ],
)
def test_small_corpora(rows: Rows) -> None:
    frame = articles(rows)
    reuse = found(frame)
    assert len(overlap_of(reuse, frame, passages(frame), quotes())) in (0, 2)
    assert len(near_duplicates(reuse, frame, passages(frame))) == len(rows)
    assert len(passage_copies(reuse, passages(frame), frame)) == len(passages(frame))


def test_a_megabyte_of_one_word() -> None:
    frame = articles([("a", "x", "mot " * 250_000), ("b", "y", "mot " * 250_000)])
    assert found(frame).empty


WORDS = st.sampled_from([f"{stem}{end}" for stem in "bcdfgl" for end in ("a", "o", "ire", "ette", "ons")])
TEXTS = st.lists(WORDS, min_size=8, max_size=60).map(" ".join)
QUICK = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(st.lists(TEXTS, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_independent_of_the_order_of_articles(made: list[str], chance: random.Random) -> None:
    rows = [(f"a{n}", f"s{n % 3}", f"{text} {made[0]}") for n, text in enumerate(made)]
    mixed = rows.copy()
    chance.shuffle(mixed)
    pd.testing.assert_frame_equal(found(articles(rows)), found(articles(mixed)))


@QUICK
@given(TEXTS, TEXTS)
def test_symmetric(first: str, second: str) -> None:
    both = f"{first} {second}"
    one = found(articles([("a", "x", both), ("b", "y", first)]))
    two = found(articles([("a", "x", first), ("b", "y", both)]))
    sides = ["a_start", "a_end", "b_start", "b_end"]
    swapped = two[["b_start", "b_end", "a_start", "a_end"]].to_numpy().tolist()
    assert sorted(one[sides].to_numpy().tolist()) == sorted(swapped)
    assert sorted(one["similarity"]) == sorted(two["similarity"])


@QUICK
@given(st.lists(st.integers(0, 10**6), min_size=8, max_size=80, unique=True))
def test_a_text_against_itself(numbers: list[int]) -> None:
    text = " ".join(f"mot{number}" for number in numbers)
    frame = articles([("a", "x", text), ("b", "y", text)])
    overlap = overlap_of(found(frame), frame, passages(frame), quotes())
    assert overlap["containment"].tolist() == [1.0, 1.0]
    assert overlap["n_words"].tolist() == [len(numbers)] * 2


@QUICK
@given(TEXTS, TEXTS)
def test_an_unrelated_article_changes_no_pair(first: str, second: str) -> None:
    rows = [("a", "x", f"{first} {second}"), ("b", "y", f"{second} {first}")]
    other = ("0", "z", " ".join(f"ailleurs{n}" for n in range(200)))
    pd.testing.assert_frame_equal(found(articles(rows)), found(articles([*rows, other])))


@QUICK
@given(st.lists(TEXTS, min_size=2, max_size=3))
def test_spans_are_words(made: list[str]) -> None:
    frame = articles([(f"a{n}", f"s{n}", f"« {text} », {made[0]}.") for n, text in enumerate(made)])
    for sides in texts(frame, found(frame)):
        for side in sides:
            assert re.fullmatch(r"\w(?:.*\w)?", side, re.DOTALL)
