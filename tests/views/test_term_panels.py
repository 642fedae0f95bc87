"""Which terms stand in the panel of a source."""

from __future__ import annotations

import pandas as pd

from dashboard.views.term_panels import first_of_each


def test_the_most_telling_terms_of_each_source_by_the_weight_that_is_shown() -> None:
    rows = [
        ("port", "A", 2, 0.9, 3.0),
        ("quai", "A", 5, 0.8, 2.0),
        ("jour", "A", 9, 0.95, 1.0),
        ("quai", "B", 1, 0.2, 1.0),
    ]
    table = pd.DataFrame(rows, columns=["lemma", "source", "count", "tfidf", "telling"])
    found = first_of_each(table, "count", 2)
    assert list(zip(found["source"], found["lemma"], strict=True)) == [("A", "quai"), ("A", "port"), ("B", "quai")]
    assert list(first_of_each(table, "tfidf", 2)["lemma"]) == ["port", "quai", "quai"]
