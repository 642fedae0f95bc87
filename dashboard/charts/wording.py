"""Words for what the tables hold in codes: verdicts, certainties, kinds, measures, claims, headlines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.analysis.ledger import KINDS, rows_of
from dashboard.config import Config
from dashboard.config.measures import names_of
from dashboard.locales import _, ngettext
from dashboard.locales.articles import at, de, definite
from dashboard.locales.numbers import FigureLike, date_text, either, number, short_form

_GAP = re.compile(r"(?:\b(de|à) )?\{(subject|counterparty)\}")
_LED = {"de": de, "à": at, None: definite}


def verdict_word(verdict: str) -> str:
    """How the sources compare, in a word."""
    return {
        "contradict": _("Contradiction"),
        "compatible": _("Compatible"),
        "agree": _("Agreement"),
        "single": _("One source"),
    }[verdict]


def certainty_word(certainty: str) -> str:
    """How sure the article is of a figure."""
    return {
        "confirmed": _("stated as fact"),
        "attributed": _("attributed"),
        "projected": _("projected"),
        "conditional": _("in the conditional"),
        "rumour": _("rumour"),
        "denied": _("denied"),
    }[certainty]


def certainty_of(figure: Any) -> str:
    """The same with the one who says so, where the article tells: ``attributed to the CGT``."""
    word = certainty_word(figure.certainty)
    if not isinstance(figure.attributed_to, str):
        return word
    if figure.certainty == "attributed":
        return _("attributed to {who}").format(who=figure.attributed_to)
    return _("{certainty}, according to {who}").format(certainty=word, who=figure.attributed_to)


def with_origins(articles: str, n_articles: int, n_origins: int, language: str) -> str:
    """``5 articles (3 independent texts)``: the words for the articles, and how many texts they make if fewer."""
    if n_origins >= n_articles:
        return articles
    own = ngettext("{n} independent text", "{n} independent texts", n_origins).format(n=number(n_origins, language))
    return _("{articles} ({origins})").format(articles=articles, origins=own)


def figures_text(n_figures: int, n_counted: int, language: str) -> str:
    """``21 figures (12 counted once)``: the second number is without those in copied passages, if they are fewer."""
    figures = ngettext("{n} figure", "{n} figures", n_figures).format(n=number(n_figures, language))
    if n_counted >= n_figures:
        return figures
    return _("{figures} ({n} counted once)").format(figures=figures, n=number(n_counted, language))


def kind_word(kind: str) -> str:
    """What is counted, in a word."""
    return {
        "money": _("amount of money"),
        "people": _("number of people"),
        "percent": _("percentage"),
        "count": _("number of things"),
        "duration": _("duration"),
        "date": _("date"),
        "age": _("age"),
        "ordinal": _("rank"),
        "other": _("other unit"),
    }[kind]


def measure_word(measure: object, config: Config, language: str, unit: object = None) -> str:
    """The configured name of a measure, of its change where ``unit`` says so; one that the configuration does not know
    is written out."""
    if not isinstance(measure, str):
        return _("no measure")
    known = names_of(config.measure_names, measure, unit)
    return known.labels[language] if known else measure.replace("_", " ")


@dataclass(frozen=True, slots=True)
class ClaimNames:
    """How a claim is called: ``who`` (*Microsoft → OpenAI*) and ``what`` (*investissement · 2019*)."""

    who: str
    what: str

    @property
    def whole(self) -> str:
        """Both in one line."""
        return f"{self.who} · {self.what}" if self.who else self.what


def claim_names(claims: pd.DataFrame, config: Config, language: str) -> dict[str, ClaimNames]:
    """claim_id to its names; what tells claims of one name apart (year, kind, unit) is added where it is needed."""
    groups: dict[tuple[str, object], list[Any]] = {}
    for row in rows_of(claims):
        groups.setdefault((_parties(row), row.measure if isinstance(row.measure, str) else None), []).append(row)
    names: dict[str, ClaimNames] = {}
    for (who, measure), rows in groups.items():
        # The kind that comes first needs no word: an investment is an amount, its date is what must be said.
        main = min((str(row.kind) for row in rows), key=KINDS.index)
        periods = {str(row.period) for row in rows}
        units = {str(row.unit) for row in rows if row.kind == main}
        for row in rows:
            parts = [measure_word(measure, config, language, row.unit)]
            if isinstance(row.period, str) and len(periods) > 1:
                parts.append(date_text(row.period, language))
            if row.kind != main:
                parts.append(kind_word(str(row.kind)))
            elif isinstance(row.unit, str) and len(units) > 1:
                parts.append(row.unit)
            names[str(row.claim_id)] = ClaimNames(who, " · ".join(parts))
    return names


def claim_phrase(claim: Any, config: Config, language: str) -> str:
    """The claim inside a sentence: *les suppressions de postes chez Microsoft*."""
    parties = {name: getattr(claim, name) for name in ("subject", "counterparty")}
    given = {name: party for name, party in parties.items() if isinstance(party, str) and party}
    known = (
        names_of(config.measure_names, claim.measure, getattr(claim, "unit", None))
        if isinstance(claim.measure, str)
        else None
    )
    if known is None:
        what, who = measure_word(claim.measure, config, language), _parties(claim)
        return _("“{what}” ({who})").format(what=what, who=who) if who else _("“{what}”").format(what=what)
    phrase = known.phrase(language, frozenset(given))
    if language == "fr":
        return _GAP.sub(lambda gap: _LED[gap.group(1)](given[gap.group(2)]), phrase)
    return re.sub(r"\{(subject|counterparty)\}", lambda gap: given[gap.group(1)], phrase)


def claim_finding(claim: Any, figures: Sequence[FigureLike], config: Config, language: str) -> str:
    """What the sources do with one claim, as a headline; ``figures`` are its differing numbers, lowest first."""
    what = claim_phrase(claim, config, language)
    bare = list(dict.fromkeys(short_form(figure, language, bound=False) for figure in figures))
    numbers = either(bare[:4], language)
    if claim.verdict == "contradict" and len(bare) > 1:
        return _("The sources differ on {what}: {numbers}").format(what=what, numbers=numbers)
    if claim.verdict == "contradict":
        return _("The sources contradict one another on {what}: {numbers}").format(what=what, numbers=numbers)
    exact = list(dict.fromkeys(short_form(figure, language) for figure in figures))
    said = either(exact[:4], language)
    if claim.verdict == "compatible":
        return _("The sources give compatible figures on {what}: {numbers}").format(what=what, numbers=said)
    if claim.verdict == "agree":
        return _("{n} sources agree on {what}: {numbers}").format(n=claim.n_sources, what=what, numbers=said)
    if claim.n_sources > 1:  # copies are counted once: they agree with no one but themselves
        text = _("{n} sources print one text with a figure on {what}: {numbers}")
        return text.format(n=claim.n_sources, what=what, numbers=said)
    return _("One source alone gives a figure on {what}: {numbers}").format(what=what, numbers=said)


def _parties(claim: Any) -> str:
    subject, other = claim.subject, claim.counterparty
    shown = [name for name in (subject, other) if isinstance(name, str) and name]
    return " → ".join(shown)
