"""Which press agency stands behind words that several outlets print."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import pandas as pd

from dashboard.analysis.earlier import Place
from dashboard.analysis.shared import groups_of
from dashboard.config.sources import AGENCY, Sources

#: From so many outlets on a shared passage may come from an agency that they credit.
OUTLETS = 3


def credited(reuse: pd.DataFrame, articles: pd.DataFrame, known: Sources) -> pd.Series[str]:
    """For each row of ``reuse`` the agency behind the words that it and further outlets share; None where none is."""
    columns = (articles[name].tolist() for name in ("article_id", "text", "author"))
    rows = {str(name): {"text": text, "author": author} for name, text, author in zip(*columns, strict=True)}
    agencies: dict[str, str] = {}
    for group in groups_of(reuse, articles):
        agency = common_source(group.places, rows, known)
        if agency:
            agencies.update(dict.fromkeys(group.pairs, agency))
    found = [agencies.get(reuse_id) for reuse_id in reuse["reuse_id"]]
    return pd.Series(found, index=reuse.index, name="common_source", dtype=object).astype("str")


def common_source(places: Sequence[Place], articles: Mapping[str, Mapping[str, object]], known: Sources) -> str | None:
    """The agency behind words that at least three outlets print; None where none is among them or credited.

    ``articles`` has each article's ``text`` and ``author``. An agency that prints the words itself goes before
    one that is credited; of several, the one that most articles credit, then the first in the alphabet.
    """
    if len({place.source for place in places}) < OUTLETS:
        return None
    own = sorted({known.label(place.source) for place in places if known.is_agency(place.source)})
    if own:
        return own[0]
    counts: dict[str, int] = {}
    for article_id in sorted({place.article_id for place in places}):
        article = articles[article_id]
        for agency in agencies_credited(str(article["text"]), article["author"], known):
            counts[agency] = counts.get(agency, 0) + 1
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def agencies_credited(text: str, author: object, known: Sources) -> set[str]:
    """The agencies that an article names as its source: as author, in brackets, after *avec*, or at a line's end.

    An agency that the sentence speaks of is not credited.
    """
    names = {
        spelling: source.label for source in known.sources if source.group == AGENCY for spelling in source.spellings
    }
    if not names:
        return set()
    found = set(_credits(tuple(sorted(names))).findall(text))
    found |= {name for name in names if isinstance(author, str) and re.search(rf"\b{re.escape(name)}\b", author)}
    return {names[name] for name in found}


@lru_cache(maxsize=8)
def _credits(names: tuple[str, ...]) -> re.Pattern[str]:
    # The longest first, so that a name is never read as the beginning of another.
    name = "|".join(re.escape(spelling) for spelling in sorted(names, key=len, reverse=True))
    before = r"\([^()\n]{0,30}?\b|\b(?:[Aa]vec|[Ww]ith) (?:l['’])?|\b[Ss]ources?\s?: (?:l['’])?|[–—-] "
    return re.compile(rf"(?:{before})({name})\b(?=[^()\n]{{0,30}}\)|\s*(?:[.,;)]|$))", re.MULTILINE)
