"""A selection as the address of a page, and back. Knows nothing of Streamlit.

The address carries ids, never labels: a source's id is its name in plain letters, a theme's id is the
configuration's. So a link means the same in either language and after a theme was renamed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import parse_qs, urlencode

from dashboard.filters import Filters
from dashboard.text.clean import search_key

#: Longest search text and most values of one parameter that an address may carry.
MAX_QUERY, MAX_VALUES = 200, 200
MAX_LINK = 8000
FILTER_KEYS = ("source", "theme", "from", "to", "q", "copies")
VIEWS = ("overview", "themes", "terms", "overlap", "figures", "quotes", "articles")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

Params = dict[str, list[str]]


def slugs(names: Iterable[str]) -> dict[str, str]:
    """Name to id, for all sources of a corpus: plain letters and digits with hyphens, each one once."""
    return dict(_slugs(tuple(sorted(set(names)))))


@lru_cache(maxsize=32)
def _slugs(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        base = re.sub(r"[^a-z0-9]+", "-", search_key(name)).strip("-") or "source"
        slug, place = base, 2
        while slug in taken:
            slug, place = f"{base}-{place}", place + 1
        taken.add(slug)
        found[name] = slug
    return tuple(found.items())


def params_of(filters: Filters, ids: Mapping[str, str]) -> Params:
    """The parameters of a selection; ``ids`` is source name to id. Nothing chosen: no parameter."""
    given = {
        "source": [ids[name] for name in filters.sources if name in ids],
        "theme": list(filters.themes),
        "from": [filters.start] if filters.start else [],
        "to": [filters.end] if filters.end else [],
        "q": [filters.query] if filters.query else [],
        "copies": ["once"] if filters.count_copies_once else [],
    }
    return {key: values for key, values in given.items() if values}


def filters_of(
    params: Mapping[str, Sequence[str]], ids: Mapping[str, str], themes: Iterable[str]
) -> tuple[Filters, list[str]]:
    """The selection that an address asks for, and each value in it that means nothing here.

    Whatever stands in an address is accepted: what is unknown is left out and named, never an error.
    """
    names = {slug: name for name, slug in ids.items()}
    known = list(themes)
    asked = {key: list(dict.fromkeys(params.get(key, ())))[:MAX_VALUES] for key in FILTER_KEYS}
    unknown = [slug for slug in asked["source"] if slug not in names]
    unknown += [theme for theme in asked["theme"] if theme not in known]
    dates: dict[str, str | None] = {}
    for key in ("from", "to"):
        value = asked[key][0] if asked[key] else None
        dates[key] = value if value and _DATE.fullmatch(value) else None
        unknown += [value] if value and not dates[key] else []
    unknown += [value for value in asked["copies"] if value != "once"]
    filters = Filters(
        sources=tuple(sorted(names[slug] for slug in asked["source"] if slug in names)),
        themes=tuple(theme for theme in known if theme in asked["theme"]),
        start=dates["from"],
        end=dates["to"],
        query=" ".join(asked["q"][0].split())[:MAX_QUERY] if asked["q"] else "",
        count_copies_once="once" in asked["copies"],
    )
    return filters, [value[:60] for value in unknown]


def href(view: str, params: Mapping[str, Sequence[str] | str | int]) -> str:
    """A link to a view. All views share one path, so that a link is complete from its question mark on."""
    given = {key: value for key, value in params.items() if value not in ("", None)}
    return "?" + urlencode({**({} if view == VIEWS[0] else {"view": view}), **given}, doseq=True)


def parse(link: object) -> tuple[str, Params] | None:
    """The view and parameters of a link made by ``href``; None for anything else."""
    if not isinstance(link, str) or not link.startswith("?"):
        return None
    try:
        params = parse_qs(link[1:MAX_LINK], max_num_fields=4 * MAX_VALUES)
    except ValueError:
        return None
    view = params.pop("view", [VIEWS[0]])[0]
    return (view, params) if view in VIEWS else None
