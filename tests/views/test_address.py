"""A selection goes into an address and comes back; whatever else stands there does no harm."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filters import Filters
from dashboard.views.address import VIEWS, filters_of, href, params_of, parse, slugs

NAMES = ["Le Fil", "La Gazette", "Radio Sud", "L’Écho du Midi", "L'Echo du midi", "日本", "!!!"]
IDS = slugs(NAMES)
THEMES = ["investment", "layoffs"]


def test_ids_are_plain_and_each_one_once() -> None:
    assert IDS["Le Fil"] == "le-fil"
    assert IDS["L’Écho du Midi"] in {"l-echo-du-midi", "l-echo-du-midi-2"}
    assert len(set(IDS.values())) == len(NAMES)
    assert slugs(reversed(NAMES)) == IDS


CASES = [
    (Filters(), {}),
    (Filters(sources=("Le Fil",)), {"source": ["le-fil"]}),
    (Filters(themes=("layoffs",), query="usine"), {"theme": ["layoffs"], "q": ["usine"]}),
    (Filters(start="2023-01", end="2023-02-28"), {"from": ["2023-01"], "to": ["2023-02-28"]}),
    (Filters(count_copies_once=True), {"copies": ["once"]}),
]


@pytest.mark.parametrize(("filters", "params"), CASES)
def test_there_and_back(filters: Filters, params: dict[str, list[str]]) -> None:
    assert params_of(filters, IDS) == params
    assert filters_of(params, IDS, THEMES) == (filters, [])


UNKNOWN = [
    ({"source": ["nobody"]}, ["nobody"]),
    ({"theme": ["<script>"]}, ["<script>"]),
    ({"from": ["2023-13"]}, ["2023-13"]),
    ({"from": ["9999999999"], "to": ["hier"]}, ["9999999999", "hier"]),
    ({"copies": ["twice"]}, ["twice"]),
    ({"source": ["x" * 500]}, ["x" * 60]),
    ({"source": ["Le Fil"]}, ["Le Fil"]),
]


@pytest.mark.parametrize(("params", "unknown"), UNKNOWN)
def test_what_is_unknown_is_named_and_left_out(params: dict[str, list[str]], unknown: list[str]) -> None:
    assert filters_of(params, IDS, THEMES) == (Filters(), unknown)


def test_known_values_are_kept_beside_unknown_ones() -> None:
    params = {"source": ["radio-sud", "nobody", "radio-sud"], "theme": ["layoffs", "x"], "q": ["  deux   mots "]}
    filters, unknown = filters_of(params, IDS, THEMES)
    assert filters == Filters(sources=("Radio Sud",), themes=("layoffs",), query="deux mots")
    assert unknown == ["nobody", "x"]


@given(
    st.lists(st.sampled_from(sorted(NAMES)), unique=True),
    st.lists(st.sampled_from(THEMES), unique=True),
    st.text(max_size=60),
)
def test_every_selection_comes_back(sources: list[str], themes: list[str], query: str) -> None:
    query = " ".join(query.split())
    ordered = tuple(theme for theme in THEMES if theme in themes)
    filters = Filters(sources=tuple(sorted(sources)), themes=ordered, query=query)
    link = href("figures", params_of(filters, IDS))
    if "\ud800" <= max(query, default=" ") <= "\udfff":
        return
    view, params = parse(link) or ("", {})
    assert view == "figures"
    assert filters_of(params, IDS, THEMES) == (filters, [])


@given(
    st.dictionaries(st.sampled_from(["source", "theme", "from", "to", "q", "copies"]), st.lists(st.text(), max_size=4))
)
def test_no_address_is_an_error(params: dict[str, list[str]]) -> None:
    filters, _unknown = filters_of(params, IDS, THEMES)
    assert set(filters.sources) <= set(NAMES)
    assert set(filters.themes) <= set(THEMES)


def test_a_link_names_its_view_except_the_first() -> None:
    assert href(VIEWS[0], {}) == "?"
    assert parse("?") == (VIEWS[0], {})
    assert parse_qs(href("articles", {"article": "a b&c.txt", "start": 3})[1:]) == {
        "view": ["articles"],
        "article": ["a b&c.txt"],
        "start": ["3"],
    }


@pytest.mark.parametrize(
    "link", [None, 3, "", "articles", "https://a.example/?view=articles", "?view=nowhere", "javascript:x"]
)
def test_other_links_lead_nowhere(link: object) -> None:
    assert parse(link) is None


def test_a_link_with_thousands_of_parameters_leads_nowhere() -> None:
    assert parse("?" + "&".join(f"a{n}=1" for n in range(900))) is None
