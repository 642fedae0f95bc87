"""Independent texts behind articles, and what counts where copies are counted once."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.origins import copy_groups, counted, independent, n_origins, passage_origins, with_copies
from dashboard.config import load_config
from dashboard.filters import Filters, select
from tests.copied import copied
from tests.tiny import FIL, GAZETTE, MUSEUM, RADIO, tiny_analysis

ONCE = Filters(count_copies_once=True)


def test_near_duplicates_are_one_origin() -> None:
    assert (n_origins(tiny_analysis().articles), n_origins(copied().articles)) == (4, 3)
    (group,) = copy_groups(copied().articles)
    assert (group.group_id, group.sources) == (FIL, ("Le Fil", "Radio Sud"))
    assert [place.article_id for place in group.places] == [FIL, RADIO]
    assert copy_groups(tiny_analysis().articles) == []


def test_exact_copies_join_the_text_they_copy() -> None:
    """A copy by the same outlet is in no comparison: only ``duplicate_of`` ties it to its text."""
    base = copied().articles
    again = [base[base["article_id"] == of].assign(article_id=f"again {of}", duplicate_of=of) for of in (RADIO, MUSEUM)]
    articles = pd.concat([base, *[row.assign(duplicate_group=None) for row in again]], ignore_index=True)
    groups = dict(zip(articles["article_id"], with_copies(articles), strict=True))
    members = {FIL: FIL, RADIO: FIL, f"again {RADIO}": FIL, MUSEUM: MUSEUM, f"again {MUSEUM}": MUSEUM}
    assert {name: group for name, group in groups.items() if isinstance(group, str)} == members
    assert n_origins(articles.assign(duplicate_group=with_copies(articles))) == 3


def test_a_group_of_which_one_article_is_kept_is_none() -> None:
    articles = copied().articles
    alone = articles[articles["article_id"] != RADIO]
    assert copy_groups(alone) == [] and n_origins(alone) == 3


def test_copies_do_not_count_but_can_be_seen() -> None:
    config = load_config()
    whole, once = copied(), select(copied(), ONCE, config)
    assert len(counted(whole, whole.quantities)) == len(whole.quantities)
    seen = once.quantities.groupby("article_id").size().to_dict()
    assert seen == whole.quantities.groupby("article_id").size().to_dict()
    counts = counted(once, once.quantities).groupby("article_id").size().to_dict()
    assert {name: seen[name] - counts.get(name, 0) for name in seen} == {FIL: 0, GAZETTE: 0, MUSEUM: 0, RADIO: 2}
    assert once.reuse.equals(whole.reuse)
    assert once.source_overlap["containment"].max() > 0


@pytest.mark.parametrize(
    ("holders", "expected"),
    [
        ([], 0),
        ([("X", "p1"), ("Y", "p2")], 2),
        ([("X", "p1"), ("Y", "c1")], 1),
        ([("X", "p1"), ("X", "p2"), ("Y", "c1"), ("Z", "p2")], 1),
        ([("X", "p1"), ("Y", "unknown")], 1),
    ],
)
def test_sources_that_print_one_passage_are_one(holders: list[tuple[str, str]], expected: int) -> None:
    assert independent(holders, {"p1": "p1", "c1": "p1", "p2": "p2"}) == expected


def test_passage_origins_are_of_those_that_count() -> None:
    whole = copied()
    once = select(whole, ONCE, load_config())
    assert sum(key != value for key, value in passage_origins(whole).items()) == 1
    assert set(passage_origins(once)) == set(once.passages["passage_id"])


@given(st.permutations([("X", "p1"), ("Y", "c1"), ("Z", "p2"), ("X", "p2"), ("W", "p3")]))
def test_the_order_of_holders_changes_nothing(holders: list[tuple[str, str]]) -> None:
    assert independent(holders, {"p1": "p1", "c1": "p1", "p2": "p2", "p3": "p3"}) == 2
