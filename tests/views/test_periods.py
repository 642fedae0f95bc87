"""Why nothing is shown over time."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.locales import use_language
from dashboard.tables import Analysis
from dashboard.views.periods import one_period_said
from tests.tiny import tiny_analysis


def dated(*dates: str | None) -> Analysis:
    """Articles of these dates, the same ones over and over."""
    whole = tiny_analysis()
    published = pd.Series([dates[place % len(dates)] for place in range(len(whole.articles))], dtype="str")
    articles = whole.articles.reset_index(drop=True).assign(published=published)
    return whole.with_tables(articles=articles)


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ((None,), "Aucun de ces articles n’est daté"),
        (("2024-03", "2024-03-05"), "d’une même période (mars 2024)"),
        (("2024-03-05", None), "d’une même période (5 mars 2024)"),
        (("2024", "2024-05-01"), "d’une même période (2024)"),
        (("2023-12", "2024-01"), "trop vagues"),
    ],
)
def test_the_reason_is_said(dates: tuple[str | None, ...], said: str) -> None:
    use_language("fr")
    assert said in one_period_said(dated(*dates), "fr")


def test_the_date_of_a_copy_does_not_count() -> None:
    use_language("fr")
    articles = dated("2024-03-05").articles
    copy = articles.index == len(articles) - 1
    articles = articles.assign(published=articles["published"].mask(copy, "2023"))
    articles = articles.assign(duplicate_of=articles["duplicate_of"].mask(copy, articles["article_id"].iloc[0]))
    said = one_period_said(tiny_analysis().with_tables(articles=articles), "fr")
    assert "d’une même période (5 mars 2024)" in said
