"""What topics are called."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_matrix

from dashboard.analysis.topics import topics_of
from dashboard.analysis.topics.labels import UNRANKED, Nameables, nameables_of, names_of
from dashboard.analysis.topics.matrix import counts_of
from dashboard.tables import empty
from tests.analysis.documents import CONFIG, read


def nameables(held: dict[str, str], articles: str, odd: str = "", ranks: dict[str, int] | None = None) -> Nameables:
    """Terms with the passages that hold them (a mark a passage), the article of each passage, little-known names."""
    terms = list(held)
    marks = np.array([[mark == "x" for mark in held[term]] for term in terms]).T
    return Nameables(
        csr_matrix(marks.astype(float)),
        tuple(terms),
        np.array([term[0].isupper() for term in terms]),
        np.array([term in odd.split(",") for term in terms]),
        np.array([float((ranks or {}).get(term, UNRANKED)) for term in terms]),
        np.array([ord(article) for article in articles]),
    )


def called(given: Nameables, labels: str, count: int = 3) -> list[list[str]]:
    found = names_of(given, np.array([int(label) for label in labels]), count)
    return [[given.shown[column] for column in named.name] for named in found]


def test_no_term_stands_in_two_names() -> None:
    # The mayor is in both topics, but tells more of the second; each topic has enough of its own.
    held = {
        "vote": "xxxx....", "urne": "xxx.....", "maire": "xx..xxxx", "bureau": ".xxx....",
        "école": "....xxx.", "cantine": "....xx.x", "toit": "....x.xx",
    }  # fmt: skip
    one, two = called(nameables(held, "abcdabcd"), "00001111")
    assert set(one) == {"vote", "urne", "bureau"} and set(two) <= {"école", "cantine", "toit", "maire"}
    assert not set(one) & set(two)


def test_a_term_is_shared_where_there_is_no_other() -> None:
    held = {"vote": "xx.xxx..", "école": "......xx", "toit": "......xx", "préau": "......xx"}
    names = called(nameables(held, "abcdabcd"), "00011122")
    assert names[0] == ["vote"] and names[1] == ["vote"]


def test_a_little_known_name_of_one_article_comes_after_what_several_tell() -> None:
    held = {"Zoé Martal": "xxxx......", "eau": "xxx.x.....", "fleuve": "xx..x.....", "rive": "x.x.x.....",
            "pain": "......xxxx", "four": "......xxx.", "pâte": "......xx.x"}  # fmt: skip
    given = nameables(held, "aaabbbcdef", odd="Zoé Martal")
    assert called(given, "0000001111")[0][0] == "Zoé Martal"
    alone = nameables({**held, "Zoé Martal": "xxx......."}, "aaabbbcdef", odd="Zoé Martal")
    assert called(alone, "0000001111")[0] == ["eau", "fleuve", "rive"]


def test_where_one_article_makes_the_topic_its_names_are_good_names() -> None:
    held = {"Zoé Martal": "xxxx....", "eau": "xxx.....", "fleuve": "xx.x....", "pain": "....xxxx", "four": "....xxx."}
    assert called(nameables(held, "aaaabcde", odd="Zoé Martal"), "00001111")[0][0] == "Zoé Martal"


def test_the_phrase_is_named_where_its_word_mostly_stands_in_it() -> None:
    held = {"câbles": "xxxx....", "câbles sous-marins": "xxx.....", "navire": "xx.x....", "baie": "x.xx....",
            "pain": "....xxxx", "four": "....xxx.", "pâte": "....xx.x"}  # fmt: skip
    assert called(nameables(held, "abcdabcd"), "00001111")[0] == ["câbles sous-marins", "navire", "baie"]
    rare = {**held, "câbles sous-marins": "x......."}
    assert called(nameables(rare, "abcdabcd"), "00001111")[0] == ["câbles", "navire", "baie"]


@pytest.mark.parametrize(("fourth", "count"), [("xxx.....", 4), ("x.......", 3)])
def test_a_fourth_term_is_named_where_it_is_as_good_as_the_third(fourth: str, count: int) -> None:
    held = {"port": "xxxx....", "navire": "xxx.....", "quai": "xx.x....", "grue": fourth,
            "pain": "....xxxx", "four": "....xxx.", "pâte": "....xx.x"}  # fmt: skip
    assert len(called(nameables(held, "abcdabcd"), "00001111")[0]) == count


def test_gaps_are_filled_by_what_an_article_makes_most_of() -> None:
    held = {"apport": "xxxx......", "lit": "x.........", "capital": ".x........", "Le Cri": "..x.......",
            "planète": "..x..x....",
            "pain": "....xxxxxx", "four": "....xxxxx.", "pâte": "....xxxx.x"}  # fmt: skip
    given = nameables(held, "abcdabcdef", ranks={"capital": 5, "lit": 40, "Le Cri": 1, "planète": 1})
    assert called(given, "0000111111")[0] == ["apport", "capital", "lit"]


def test_two_of_a_family_are_never_one_name() -> None:
    held = {"élection": "xxxx....", "électoral": "xxxx....", "urne": "xxx.....", "bureau": "xx......",
            "pain": "....xxxx", "four": "....xxx.", "pâte": "....xx.x"}  # fmt: skip
    name = called(nameables(held, "abcdabcd"), "00001111")[0]
    assert len({"élection", "électoral"} & set(name)) == 1


def test_names_do_not_depend_on_the_order_of_passages() -> None:
    held = {"vote": "xxxx....", "urne": "xxx.....", "maire": "xx..xxxx", "école": "....xxx.", "cantine": "....xx.x"}
    back = {term: marks[::-1] for term, marks in held.items()}
    assert called(nameables(held, "abcdabcd"), "00001111") == called(nameables(back, "dcbadcba"), "11110000")


def test_terms_begin_with_the_name() -> None:
    words = ("bateau", "port", "sardine", "filet", "marin"), ("sommet", "glacier", "refuge", "avalanche", "corde")
    texts = [f"Le {of[n % 5]} et le {of[(n + 1) % 5]}, puis un {of[(n + 2) % 5]}." for of in words for n in range(8)]
    documents = [read(text, f"a{place:02d}") for place, text in enumerate(texts)]
    for row in topics_of(documents, empty("terms"), CONFIG).topics.itertuples():
        name = str(row.label).split(" · ")
        assert str(row.terms).split(";")[: len(name)] == name and 3 <= len(name) <= 4


def test_only_names_of_people_groups_and_products_that_nobody_configured_are_odd() -> None:
    told = "Selon Zoé Martal, présidente de la Ligue des tisserands, Google rachète le port de Lyon."
    documents = [read(f"{told} Le port {place} et le quai {place} ferment.", f"a{place}") for place in range(6)]
    counts = counts_of(documents, CONFIG)
    rows = np.arange(len(counts.passages))
    found = nameables_of(counts, rows, documents, pd.DataFrame(empty("terms")), CONFIG)
    marked = {term for term, odd in zip(found.shown, found.odd, strict=True) if odd}
    assert {"Zoé Martal", "Google", "port"} <= set(found.shown)
    assert "Zoé Martal" in marked and not marked & {"Google", "port"}
