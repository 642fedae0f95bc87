"""How many articles each filter option would show, and which periods the corpus spans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from dashboard.analysis.origins import n_origins
from dashboard.filters import Filters, kept
from dashboard.tables import Analysis


@dataclass(frozen=True, slots=True)
class Facets:
    """Articles for each option, given what the *other* filters keep; options without any have 0.

    ``shown`` of ``total`` articles are kept by all filters together; ``origins`` is the independent texts that
    they make.
    """

    sources: Mapping[str, int]
    themes: Mapping[str, int]
    shown: int
    total: int
    origins: int


def facets_of(analysis: Analysis, filters: Filters) -> Facets:
    """The counts beside the options of the filters: for a theme, the articles with a passage on it."""
    free_sources, passages = kept(analysis, replace(filters, sources=()))
    shown = free_sources[free_sources["source"].isin(filters.sources)] if filters.sources else free_sources
    if filters.themes or filters.sources:
        passages = kept(analysis, replace(filters, themes=()))[1]
    themed = analysis.passage_themes[analysis.passage_themes["passage_id"].isin(passages["passage_id"])]
    per_theme = themed.drop_duplicates(["theme", "article_id"])["theme"].value_counts()
    return Facets(
        sources={str(name): int(count) for name, count in free_sources["source"].value_counts().items()},
        themes={str(name): int(count) for name, count in per_theme.items()},
        shown=len(shown),
        total=len(analysis.articles),
        origins=n_origins(shown),
    )


def periods_of(published: pd.Series[str]) -> list[str]:
    """The steps of the period filter, in order: days where all dates lie within 62 days, else months, else years.

    Steps without an article are left out. Empty where no article has a date.
    """
    dates = sorted(date for date in published.dropna().unique() if date)
    if not dates:
        return []
    coarsest = min(len(date) for date in dates)
    close = coarsest == 10 and (pd.Timestamp(dates[-1]) - pd.Timestamp(dates[0])).days <= 62
    width = 10 if close else 7 if coarsest >= 7 else 4
    return sorted({date[:width] for date in dates})
