"""What an edit of the themes does: the passages that each theme gains and loses."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pandas as pd

_SPAN = ["passage_id", "article_id", "start", "end"]
_SHOWN = [*_SPAN, "theme", "score", "evidence", "change"]


def theme_changes(before: pd.DataFrame, after: pd.DataFrame, left_out: Collection[str] = ()) -> pd.DataFrame:
    """The passages that get or lose a theme between two tables ``passage_themes``.

    Columns: passage_id, article_id, start, end, theme, score, evidence and ``change`` (``gained`` or ``lost``);
    score and evidence are of the table that has the passage. Sorted by theme, gained first, then the best first.
    Articles ``left_out`` (by id) count for nothing. A passage that changes its main theme alone is not in it.
    """
    keys = ["passage_id", "theme"]
    old, new = (table[~table["article_id"].isin(list(left_out))] for table in (before, after))
    known = pd.MultiIndex.from_frame(old[keys])
    gained = new[~pd.MultiIndex.from_frame(new[keys]).isin(known)].assign(change="gained")
    lost = old[~known.isin(pd.MultiIndex.from_frame(new[keys]))].assign(change="lost")
    rows = pd.concat([gained, lost], ignore_index=True)
    order = ["theme", "change", "score", "article_id", "start"]
    ordered = rows.sort_values(order, ascending=[True, True, False, True, True])
    return ordered[_SHOWN].reset_index(drop=True)


def theme_counts(
    before: pd.DataFrame, after: pd.DataFrame, order: Iterable[str], left_out: Collection[str] = ()
) -> pd.DataFrame:
    """One row a theme of ``order`` (ids of either table): theme, before, after (passages), gained and lost."""
    changes = theme_changes(before, after, left_out)
    changed = changes.groupby(["theme", "change"]).size()
    old, new = (_sizes(table, left_out) for table in (before, after))
    rows = [
        {
            "theme": theme,
            "before": int(old.get(theme, 0)),
            "after": int(new.get(theme, 0)),
            "gained": int(changed.get((theme, "gained"), 0)),
            "lost": int(changed.get((theme, "lost"), 0)),
        }
        for theme in order
    ]
    return pd.DataFrame(rows, columns=["theme", "before", "after", "gained", "lost"])


def _sizes(table: pd.DataFrame, left_out: Collection[str]) -> pd.Series[int]:
    kept = table[~table["article_id"].isin(list(left_out))]
    return kept.groupby("theme")["passage_id"].nunique()
