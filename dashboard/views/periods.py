"""Why nothing can be shown over time, where nothing is."""

from __future__ import annotations

from dashboard.locales import _
from dashboard.locales.numbers import date_text
from dashboard.tables import Analysis

#: Lengths of a truncated ISO date: day, month, year.
_LENGTHS = (10, 7, 4)


def one_period_said(analysis: Analysis, language: str) -> str:
    """The sentence for an analysis whose dates span no two periods (no ``theme_periods``); copies do not count."""
    articles = analysis.articles
    dates = list(articles.loc[articles["duplicate_of"].isna(), "published"].dropna())
    if not dates:
        return _("None of these articles has a date: nothing can be compared over time.")
    shared = (min(dates)[:length] for length in _LENGTHS if min(map(len, dates)) >= length)
    period = next((period for period in shared if all(date.startswith(period) for date in dates)), "")
    if not period:
        return _("The dates of these articles are too coarse to be compared over time.")
    text = _("All dated articles are of one period ({period}): there is no other to compare it with.")
    return text.format(period=date_text(period, language))
