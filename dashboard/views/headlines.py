"""The overview's findings in words, each with the link to its place."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import streamlit as st

from dashboard.analysis.findings import Finding, KeyNumbers, Pair
from dashboard.analysis.ledger import cells, numbers_apart
from dashboard.analysis.shares import surfaces
from dashboard.charts.wording import claim_finding, claim_names, verdict_word, with_origins
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import date_text, either, number, percent, short_form
from dashboard.views import navigate
from dashboard.views.components import articles_by_id
from dashboard.views.looks import records, theme_look
from dashboard.views.scene import Scene

#: Characters of a shared passage that a finding quotes.
LONGEST_QUOTE = 90


@dataclass(frozen=True, slots=True)
class Line:
    """A finding in words. ``label`` says its kind, ``style`` is a verdict (its colour) or empty."""

    label: str
    text: str
    href: str
    style: str = ""


def headline(numbers: KeyNumbers, pair: Pair | None, language: str) -> str:
    """The overview in one sentence."""
    articles = ngettext("{n} article", "{n} articles", numbers.articles).format(n=number(numbers.articles, language))
    articles = with_origins(articles, numbers.articles, numbers.origins, language)
    sources = ngettext("{n} source", "{n} sources", numbers.sources).format(n=number(numbers.sources, language))
    verb = ngettext("tells", "tell", numbers.articles)
    stories = ngettext("this story", "{n} stories", numbers.stories).format(n=number(numbers.stories, language))
    sentence = _("{articles} from {sources} {verb} {stories}")
    sentence = sentence.format(articles=articles, sources=sources, verb=verb, stories=stories)
    facts = []
    if numbers.sources > 1 and not numbers.compared:
        facts.append(_("no figure is given by several of them"))
    elif numbers.sources > 1:
        compared = ngettext("{n} claim compared", "{n} claims compared", numbers.compared)
        apart = ngettext("{n} contradiction", "{n} contradictions", numbers.contradictions)
        facts.append(compared.format(n=number(numbers.compared, language)))
        facts.append(apart.format(n=number(numbers.contradictions, language)))
    if facts:
        sentence = _("{sentence}: {facts}").format(sentence=sentence, facts=", ".join(facts))
    if pair and pair.containment >= 0.005:
        sentence = _("{sentence}; {pair}").format(sentence=sentence, pair=_pair_words(pair, language))
    return _("{sentence}.").format(sentence=sentence)


def _pair_words(pair: Pair, language: str) -> str:
    shared = _("{share} of the words of {a} stand in {b} too").format(
        a=pair.source_a, b=pair.source_b, share=percent(pair.containment, language)
    )
    if pair.quoted >= 0.85:
        return _("{shared}, nearly all of them quotations").format(shared=shared)
    if pair.quoted >= 0.5:
        return _("{shared}, most of them quotations").format(shared=shared)
    return shared


def lines(scene: Scene, findings: list[Finding]) -> list[Line]:
    """The findings in words, in their order."""
    analysis = scene.analysis
    wanted = [finding.key for finding in findings if finding.kind in ("contradict", "lone")]
    claims = analysis.claims[analysis.claims["claim_id"].isin(wanted)]
    mentions = analysis.claim_mentions[analysis.claim_mentions["claim_id"].isin(wanted)]
    figures = numbers_apart(cells(claims, mentions, analysis.quantities))
    told = {str(row["claim_id"]): (SimpleNamespace(**row), list[Any]()) for row in records(claims)}
    for row in records(figures):
        told[str(row["claim_id"])][1].append(SimpleNamespace(**row))
    made = {"shared": _shared, "left_out": _left_out, "term": _term}
    return [
        _claim(scene, finding, *told[finding.key]) if finding.key in told else made[finding.kind](scene, finding)
        for finding in findings
    ]


def period_words(numbers: KeyNumbers, language: str) -> str:
    """``janvier 2023``, ``4 mars – avril 2024``, the year once where both ends lie in it; a dash without a date."""
    first, last = numbers.first, numbers.last
    if first and last and first != last and first[:4] == last[:4] and min(len(first), len(last)) >= 7:
        return f"{date_text(f'-{first[4:]}', language)} – {date_text(last, language)}"
    ends = [date_text(day, language) for day in (first, last) if day]
    return " – ".join(dict.fromkeys(ends)) or "–"


def _claim(scene: Scene, finding: Finding, claim: Any, figures: list[Any]) -> Line:
    href = navigate.link(scene, "figures", claim=finding.key)
    if finding.kind == "contradict":
        text = claim_finding(claim, figures, scene.config, scene.language)
        return Line(verdict_word(claim.verdict), text, href, str(claim.verdict))
    name = _names(scene.whole.digest, scene.language, scene)[finding.key]
    said = either(list(dict.fromkeys(short_form(figure, scene.language) for figure in figures)), scene.language)
    text = _("{source} alone gives “{claim}”: {numbers}").format(source=finding.source, claim=name, numbers=said)
    return Line(verdict_word("single"), text, href, "single")


@st.cache_resource(max_entries=8, show_spinner=False)
def _names(digest: str, language: str, _scene: Scene) -> dict[str, str]:
    names = claim_names(_scene.whole.claims, _scene.config, language)
    return {claim_id: name.whole for claim_id, name in names.items()}


def _shared(scene: Scene, finding: Finding) -> Line:
    row = next(scene.analysis.reuse[scene.analysis.reuse["reuse_id"] == finding.key].itertuples())
    articles = articles_by_id(scene)
    one, other = articles[str(row.a_article)], articles[str(row.b_article)]
    words = " ".join(str(one["text"])[_whole(row.a_start) : _whole(row.a_end)].split()).strip(' «»“”"')
    quote = words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"
    text = _("{a} and {b} print the same {n} words: “{quote}”")
    if row.kind == "edited":
        text = _("{a} and {b} print nearly the same {n} words: “{quote}”")
    said = text.format(a=one["source"], b=other["source"], n=number(_whole(row.n_words), scene.language), quote=quote)
    return Line(_("Shared passage"), said, navigate.link(scene, "overlap", passage=finding.key))


def _left_out(scene: Scene, finding: Finding) -> Line:
    label = theme_look(scene).labels.get(finding.key, finding.key)
    text = _("{source} leaves out “{theme}”, which all others cover").format(source=finding.source, theme=label)
    return Line(_("Left out"), text, navigate.link(scene, "themes", show=finding.key))


def _term(scene: Scene, finding: Finding) -> Line:
    terms = surfaces(scene.analysis)
    term = str(terms.loc[terms["lemma"] == finding.key, "term"].iloc[0])
    text = _("“{term}” sets {source} apart from the others").format(term=term, source=finding.source)
    slug = navigate.source_ids(scene)[finding.source]
    return Line(_("Own words"), text, navigate.link(scene, "terms", term=finding.key, by=slug))


def _whole(value: object) -> int:
    return int(str(value))
