"""Passages gained and lost between two tables."""

from __future__ import annotations

import pandas as pd

from dashboard.analysis.theme_changes import theme_changes, theme_counts
from dashboard.tables import empty, table


def rows(*given: tuple[str, str, float]) -> pd.DataFrame:
    """A table ``passage_themes`` of (passage of article, theme, score)."""
    return table(
        "passage_themes",
        [
            {
                "passage_id": passage,
                "article_id": passage.split(":")[0],
                "start": int(passage.split(":")[1]),
                "end": int(passage.split(":")[1]) + 9,
                "theme": theme,
                "score": score,
                "main": True,
                "evidence": f"0-{int(10 * score)}",
            }
            for passage, theme, score in given
        ],
    )


BEFORE = rows(("a:0", "sea", 0.5), ("a:10", "sea", 0.4), ("b:0", "land", 0.9), ("x:0", "sea", 0.9))
AFTER = rows(("a:0", "sea", 0.8), ("b:0", "land", 0.9), ("b:0", "sea", 0.3), ("b:10", "sea", 0.6))


def test_gained_and_lost_with_the_evidence_of_their_table() -> None:
    found = theme_changes(BEFORE, AFTER, {"x"})
    told = list(found[["theme", "change", "passage_id", "score", "evidence"]].itertuples(index=False, name=None))
    assert told == [
        ("sea", "gained", "b:10", 0.6, "0-6"),
        ("sea", "gained", "b:0", 0.3, "0-3"),
        ("sea", "lost", "a:10", 0.4, "0-4"),
    ]
    assert len(theme_changes(BEFORE, AFTER)) == 4


def test_counts_of_every_theme_asked_for() -> None:
    found = theme_counts(BEFORE, AFTER, ["land", "sea", "sky"], {"x"})
    assert list(found.itertuples(index=False, name=None)) == [
        ("land", 1, 1, 0, 0),
        ("sea", 2, 3, 2, 1),
        ("sky", 0, 0, 0, 0),
    ]


def test_nothing_changes_between_equal_or_empty_tables() -> None:
    assert theme_changes(BEFORE, BEFORE).empty
    assert theme_changes(empty("passage_themes"), empty("passage_themes")).empty
    assert set(theme_changes(empty("passage_themes"), AFTER)["change"]) == {"gained"}
    assert set(theme_changes(AFTER, empty("passage_themes"))["change"]) == {"lost"}
