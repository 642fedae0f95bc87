"""A tiny analysis written by hand: four articles, three sources, two stories, every table with rows.

For tests of charts, views, filters and exports: no analysis runs here, so a change of a rule changes nothing.
What stands in it, by source (dates: Le Fil 2024-03-04, the others 2024-03-05, the museum 2024-04):

======================  =========  ============  =========  ==========
claim                   Le Fil     La Gazette    Radio Sud  verdict
======================  =========  ============  =========  ==========
layoffs, Alba           120        150 (hedged)  -          contradict
investment, Norvia      30 M EUR   about 31 M    30 M EUR   compatible
staff, Alba             900        -             900        agree
sale price, Alba        -          5 M (denied)  -          single
recycled share, Alba    80 %       -             -          single
visitors, museum        -          40 000        -          single
======================  =========  ============  =========  ==========

Shared text: Le Fil and La Gazette an edited quote (9 words, one changed), Le Fil and Radio Sud a verbatim
clause (9 words, unquoted), La Gazette with both a short one (6 words). One statement in three wordings.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache
from itertools import permutations
from typing import Any

from dashboard.tables import Analysis, table

Row = dict[str, Any]

FIL, GAZETTE, MUSEUM, RADIO = "fil.txt", "gazette.txt", "musee.txt", "radio.txt"
TEXTS = {
    FIL: (
        "Alba supprime 120 postes\n"
        "La verrerie Alba, qui emploie 900 salariés, va supprimer 120 postes, a annoncé sa direction. "
        "« Nous devons baisser nos coûts pour sauver le site », a déclaré Claire Morel, sa directrice.\n"
        "Norvia investit 30 millions d’euros dans l’usine. Le groupe vise 80 % de verre recyclé en 2026."
    ),
    GAZETTE: (
        "Alba : le syndicat craint 150 départs\n"
        "Selon la CGT, la verrerie supprimerait 150 postes. "
        "« Nous devons baisser nos coûts pour sauver ce site », a expliqué la directrice, Claire Morel.\n"
        "Norvia investirait environ 31 millions d’euros dans l’usine. "
        "La direction dément toute vente pour 5 millions d’euros."
    ),
    MUSEUM: (
        "Le musée de Lens rouvre\n"
        "Le musée a accueilli 40 000 visiteurs en mars. « Le public revient », s’est réjoui le maire, Paul Lenoir."
    ),
    RADIO: (
        "Cookies : vous pouvez retirer votre accord à tout moment.\n"
        "Chez Alba, les 900 salariés attendent. Norvia investit 30 millions d’euros dans l’usine de Lens.\n"
        "« Il faut baisser les coûts si nous voulons garder le site », a résumé Claire Morel."
    ),
}
SOURCES = {FIL: "Le Fil", GAZETTE: "La Gazette", MUSEUM: "La Gazette", RADIO: "Radio Sud"}
DATES = {FIL: "2024-03-04", GAZETTE: "2024-03-05", MUSEUM: "2024-04", RADIO: "2024-03-05"}
STORIES = {FIL: "alba", GAZETTE: "alba", MUSEUM: "musee", RADIO: "alba"}
HEADINGS = {(FIL, 0), (GAZETTE, 0), (MUSEUM, 0)}
BOILERPLATE = {(RADIO, 0)}


def words_in(text: str) -> int:
    """How many words (``\\w+``) the text holds."""
    return len(re.findall(r"\w+", text))


def span(article_id: str, surface: str, nth: int = 0) -> Row:
    """Article, passage and offsets of the surface's nth occurrence; ValueError if the text lacks it."""
    text, start = TEXTS[article_id], -1
    for _ in range(nth + 1):
        start = text.index(surface, start + 1)
    line = text.rfind("\n", 0, start) + 1
    return {"article_id": article_id, "passage_id": f"{article_id}:{line}", "start": start, "end": start + len(surface)}


def lines_of(article_id: str) -> Iterator[tuple[int, int, int]]:
    """(line number, start, end) of every line of the article."""
    start = 0
    for number, line in enumerate(TEXTS[article_id].split("\n")):
        yield number, start, start + len(line)
        start += len(line) + 1


def _passages() -> list[Row]:
    rows: list[Row] = []
    for article_id in TEXTS:
        for number, start, end in lines_of(article_id):
            place = (article_id, number)
            role = "boilerplate" if place in BOILERPLATE else "heading" if place in HEADINGS else "body"
            shown = role != "boilerplate"
            rows.append(
                {
                    "passage_id": f"{article_id}:{start}",
                    "article_id": article_id,
                    "start": start,
                    "end": end,
                    "role": role,
                    "n_words": words_in(TEXTS[article_id][start:end]),
                    "copy_of": None,
                    "x": float(len(rows)) if shown else None,
                    "y": float(number) if shown else None,
                }
            )
    return rows


def _n_words(passages: list[Row], article_id: str) -> int:
    shown = [row for row in passages if row["article_id"] == article_id and row["role"] != "boilerplate"]
    return sum(row["n_words"] for row in shown)


def _articles(passages: list[Row]) -> list[Row]:
    titles = {FIL: "Alba supprime 120 postes", GAZETTE: "Alba : le syndicat craint 150 départs"}
    titles |= {MUSEUM: "Le musée de Lens rouvre", RADIO: "L’usine Alba retient son souffle"}
    return [
        {
            "article_id": article_id,
            "source": SOURCES[article_id],
            "title": titles[article_id],
            "published": DATES[article_id],
            "language": "fr",
            "url": "https://fil.example/alba" if article_id == FIL else None,
            "author": "Jeanne Petit" if article_id == FIL else None,
            "text": text,
            "n_words": _n_words(passages, article_id),
            "duplicate_of": None,
            "duplicate_group": None,
            "story_id": STORIES[article_id],
        }
        for article_id, text in TEXTS.items()
    ]


SKIPPED: list[Row] = [
    {"path": "vide.txt", "row": None, "reason": "the file is empty"},
    {"path": "depeches.csv", "row": 3, "reason": "date « bientôt » is no date; left empty"},
]

# name, type, [(article, surface, nth)]
_NAMES = [
    ("Alba", "ORG", [(FIL, "Alba", 0), (FIL, "Alba", 1), (GAZETTE, "Alba", 0), (RADIO, "Alba", 0)]),
    ("CGT", "ORG", [(GAZETTE, "CGT", 0)]),
    ("Claire Morel", "PER", [(FIL, "Claire Morel", 0), (GAZETTE, "Claire Morel", 0), (RADIO, "Claire Morel", 0)]),
    ("Lens", "LOC", [(MUSEUM, "Lens", 0), (RADIO, "Lens", 0)]),
    ("Norvia", "ORG", [(FIL, "Norvia", 0), (GAZETTE, "Norvia", 0), (RADIO, "Norvia", 0)]),
    ("Paul Lenoir", "PER", [(MUSEUM, "Paul Lenoir", 0)]),
]

# lemma, term, kind, pattern
_TERMS = [
    ("alba", "Alba", "name", r"\bAlba\b"),
    ("claire morel", "Claire Morel", "name", r"\bClaire Morel\b"),
    ("norvia", "Norvia", "name", r"\bNorvia\b"),
    ("poste", "postes", "word", r"\bpostes\b"),
    ("salarié", "salariés", "word", r"\bsalariés\b"),
    ("coût", "coûts", "word", r"\bcoûts\b"),
    ("site", "site", "word", r"\bsite\b"),
    ("usine", "usine", "word", r"\busine\b"),
    ("verre recyclé", "verre recyclé", "phrase", r"\bverre recyclé\b"),
    ("musée", "musée", "word", r"\bmusée\b"),
    ("visiteur", "visiteurs", "word", r"\bvisiteurs\b"),
]


def _term_mentions(passages: list[Row]) -> list[Row]:
    rows = []
    for lemma, _, _, pattern in _TERMS:
        for passage in passages:
            text = TEXTS[passage["article_id"]]
            for found in re.compile(pattern).finditer(text, passage["start"], passage["end"]):
                place = {key: passage[key] for key in ("article_id", "passage_id")}
                rows.append({"lemma": lemma, **place, "start": found.start(), "end": found.end()})
    return rows


def _terms(mentions: list[Row]) -> list[Row]:
    """tfidf is (1 + ln count) * (1 + ln(4 / articles that hold the term))."""
    rows: list[Row] = []
    for article_id in TEXTS:
        weighted = []
        for lemma, term, kind, _ in _TERMS:
            count = sum(row["lemma"] == lemma and row["article_id"] == article_id for row in mentions)
            if count:
                held = len({row["article_id"] for row in mentions if row["lemma"] == lemma})
                tfidf = (1 + math.log(count)) * (1 + math.log(len(TEXTS) / held))
                weighted.append({"lemma": lemma, "term": term, "kind": kind, "count": count, "tfidf": tfidf})
        weighted.sort(key=lambda row: (-row["tfidf"], row["lemma"]))
        rows += [{"article_id": article_id, **row, "rank": rank} for rank, row in enumerate(weighted, 1)]
    return rows


# article, line, theme, score, main, evidence surfaces (first occurrence within the line)
_THEMES = [
    (FIL, 0, "layoffs", 0.9, True, ["supprime 120 postes"]),
    (FIL, 1, "layoffs", 0.8, True, ["supprimer 120 postes"]),
    (FIL, 1, "labour", 0.4, False, ["emploie 900 salariés"]),
    (FIL, 2, "investment", 0.9, True, ["investit"]),
    (FIL, 2, "products", 0.3, False, ["verre recyclé"]),
    (GAZETTE, 0, "layoffs", 0.7, True, ["départs"]),
    (GAZETTE, 0, "labour", 0.5, False, ["syndicat"]),
    (GAZETTE, 1, "layoffs", 0.9, True, ["supprimerait 150 postes"]),
    (GAZETTE, 2, "investment", 0.9, True, ["investirait", "vente"]),
    (MUSEUM, 0, "society", 0.6, True, ["musée"]),
    (MUSEUM, 1, "society", 0.7, True, ["musée", "public"]),
    (MUSEUM, 1, "adoption", 0.5, False, ["visiteurs"]),
    (RADIO, 1, "investment", 0.9, True, ["investit"]),
    (RADIO, 1, "labour", 0.5, False, ["salariés"]),
]


def _passage_themes() -> list[Row]:
    rows = []
    for article_id, number, theme, score, main, surfaces in _THEMES:
        _, start, end = list(lines_of(article_id))[number]
        begins = [TEXTS[article_id].index(surface, start, end) for surface in surfaces]
        evidence = ";".join(f"{at}-{at + len(surface)}" for at, surface in zip(begins, surfaces, strict=True))
        place = {"passage_id": f"{article_id}:{start}", "article_id": article_id, "start": start, "end": end}
        rows.append({**place, "theme": theme, "score": score, "main": main, "evidence": evidence})
    return rows


# topic, level, label, terms, colour, [(article, line)]
_JOBS = [(FIL, 0), (FIL, 1), (GAZETTE, 0), (GAZETTE, 1), (RADIO, 2)]
_MONEY = [(FIL, 2), (GAZETTE, 2), (RADIO, 1)]
_MUSEUM = [(MUSEUM, 0), (MUSEUM, 1)]
_TOPICS = [
    ("c0", "coarse", "Alba · Norvia · postes", "Alba;Norvia;postes;usine", "#2166AC", _JOBS + _MONEY),
    ("c1", "coarse", "musée · visiteurs", "musée;visiteurs;public", "#B85C00", _MUSEUM),
    ("f0", "fine", "postes · coûts", "postes;coûts;site", "#2166AC", _JOBS),
    ("f1", "fine", "Norvia · usine", "Norvia;usine;millions", "#1B7F5C", _MONEY),
    ("f2", "fine", "musée · visiteurs", "musée;visiteurs;public", "#B85C00", _MUSEUM),
]


def _topics() -> list[Row]:
    names = ("topic_id", "level", "label", "terms", "colour")
    return [{**dict(zip(names, row[:5], strict=True)), "n_passages": len(row[5]), "npmi": 0.25} for row in _TOPICS]


def _passage_topics() -> list[Row]:
    starts = {(article_id, number): start for article_id in TEXTS for number, start, _ in lines_of(article_id)}
    return [
        {"passage_id": f"{place[0]}:{starts[place]}", "topic_id": row[0], "score": 0.75}
        for row in _TOPICS
        for place in row[5]
    ]


_ALBA, _MUSEUM_DE_LENS = "Alba", "musée de Lens"
# claim, article, surface, nth, kind, value, unit, bound, certainty, attributed_to
_QUANTITIES: list[tuple[Any, ...]] = [
    ("layoffs", FIL, "120 postes", 0, "people", 120, "people", "exact", "confirmed", _ALBA),
    ("staff", FIL, "900 salariés", 0, "people", 900, "people", "exact", "confirmed", None),
    ("layoffs", FIL, "120 postes", 1, "people", 120, "people", "exact", "confirmed", _ALBA),
    ("investment", FIL, "30 millions d’euros", 0, "money", 30e6, "EUR", "exact", "confirmed", None),
    ("recycled_share", FIL, "80 %", 0, "percent", 80, "%", "exact", "projected", None),
    ("layoffs", GAZETTE, "150 départs", 0, "people", 150, "people", "exact", "attributed", "CGT"),
    ("layoffs", GAZETTE, "150 postes", 0, "people", 150, "people", "exact", "attributed", "CGT"),
    ("investment", GAZETTE, "31 millions d’euros", 0, "money", 31e6, "EUR", "about", "conditional", None),
    ("sale_price", GAZETTE, "5 millions d’euros", 0, "money", 5e6, "EUR", "exact", "denied", _ALBA),
    ("visitors", MUSEUM, "40 000 visiteurs", 0, "people", 40_000, "people", "exact", "confirmed", None),
    ("staff", RADIO, "900 salariés", 0, "people", 900, "people", "exact", "confirmed", None),
    ("investment", RADIO, "30 millions d’euros", 0, "money", 30e6, "EUR", "exact", "confirmed", None),
]
# measure: subject, counterparty, kind, unit, period, story, verdict, low, high, sources, origins
_CLAIMS: dict[str, tuple[Any, ...]] = {
    "investment": ("Norvia", _ALBA, "money", "EUR", None, "alba", "compatible", 30e6, 31e6, 3, 2),
    "layoffs": (_ALBA, None, "people", "people", None, "alba", "contradict", 120, 150, 2, 2),
    "recycled_share": (_ALBA, None, "percent", "%", "2026", "alba", "single", 80, 80, 1, 1),
    "sale_price": (_ALBA, None, "money", "EUR", None, "alba", "single", 5e6, 5e6, 1, 1),
    "staff": (_ALBA, None, "people", "people", None, "alba", "agree", 900, 900, 2, 2),
    "visitors": (_MUSEUM_DE_LENS, None, "people", "people", None, "musee", "single", 40_000, 40_000, 1, 1),
}


def _quantities() -> list[Row]:
    names = ("kind", "value", "unit", "bound", "certainty", "attributed_to")
    rows = []
    for measure, article_id, surface, nth, *rest in _QUANTITIES:
        place, claim = span(article_id, surface, nth), _CLAIMS[measure]
        rows.append(
            {
                "quantity_id": f"{article_id}:q{place['start']}",
                **place,
                "surface": surface,
                **dict(zip(names, rest, strict=True)),
                **{"min": None, "max": None, "date": None, "measure": measure},
                **{"subject": claim[0], "counterparty": claim[1], "refers_to": claim[4]},
            }
        )
    return rows


def _claims() -> list[Row]:
    names: tuple[str, ...] = ("subject", "counterparty", "kind", "unit", "period", "story_id", "verdict")
    names += ("low", "high", "n_sources", "n_origins")
    return [
        {"claim_id": f"c-{measure}", "measure": measure, **dict(zip(names, claim, strict=True))}
        for measure, claim in _CLAIMS.items()
    ]


def _claim_mentions(quantities: list[Row]) -> list[Row]:
    return [
        {"claim_id": f"c-{row['measure']}", "quantity_id": row["quantity_id"], "source": SOURCES[row["article_id"]]}
        for row in quantities
    ]


_WORDING = "Il faut baisser les coûts si nous voulons garder le site"
# article, surface, kind, speaker, speaker as printed, statement
_QUOTES: list[tuple[Any, ...]] = [
    (FIL, "Nous devons baisser nos coûts pour sauver le site", "direct", "Claire Morel", "Claire Morel", "st-coûts"),
    (GAZETTE, "Selon la CGT, la verrerie supprimerait 150 postes", "indirect", "CGT", "la CGT", None),
    (
        GAZETTE,
        "Nous devons baisser nos coûts pour sauver ce site",
        "direct",
        "Claire Morel",
        "Claire Morel",
        "st-coûts",
    ),
    (MUSEUM, "Le public revient", "direct", "Paul Lenoir", "Paul Lenoir", None),
    (RADIO, _WORDING, "direct", "Claire Morel", "Claire Morel", "st-coûts"),
]


def _quotes() -> list[Row]:
    names = ("kind", "speaker", "speaker_surface", "statement_id")
    return [
        {
            "quote_id": f"{article_id}:s{span(article_id, surface)['start']}",
            **span(article_id, surface),
            **dict(zip(names, rest, strict=True)),
        }
        for article_id, surface, *rest in _QUOTES
    ]


_CLAUSE, _TAIL = "Norvia investit 30 millions d’euros dans l’usine", "millions d’euros dans l’usine"
# a, surface, b, surface, kind, words, of them quoted, similarity, origin
_REUSE: list[tuple[Any, ...]] = [
    (FIL, _QUOTES[0][1], GAZETTE, _QUOTES[2][1], "edited", 9, 9, 8 / 9, "a"),
    (FIL, _TAIL, GAZETTE, _TAIL, "short", 6, 0, 1.0, "a"),
    (FIL, _CLAUSE, RADIO, _CLAUSE, "verbatim", 9, 0, 1.0, "a"),
    (GAZETTE, _TAIL, RADIO, _TAIL, "short", 6, 0, 1.0, "unknown"),
]


def _reuse() -> list[Row]:
    rows = []
    for one, one_surface, other, other_surface, *rest in _REUSE:
        a, b = span(one, one_surface), span(other, other_surface)
        rows.append(
            {
                "reuse_id": f"{one}:{a['start']}|{other}:{b['start']}",
                **{"a_article": one, "a_start": a["start"], "a_end": a["end"]},
                **{"b_article": other, "b_start": b["start"], "b_end": b["end"]},
                **dict(zip(("kind", "n_words", "n_words_quoted", "similarity", "origin"), rest, strict=True)),
                "common_source": None,
            }
        )
    return rows


# words of the source that the other prints too, inside quotation marks and outside, passages, longest
_SHARED = {("Le Fil", "La Gazette"): (9, 0, 1, 9), ("Le Fil", "Radio Sud"): (0, 9, 1, 9)}


def _source_overlap(passages: list[Row]) -> list[Row]:
    """Both directions of every pair of sources; short passages count for nothing. One statement in common each."""
    n_words = dict.fromkeys(SOURCES.values(), 0)
    n_quoted = dict(n_words)
    for article_id, source in SOURCES.items():
        n_words[source] += _n_words(passages, article_id)
        n_quoted[source] += sum(words_in(found) for found in re.findall(r"« (.*?) »", TEXTS[article_id]))
    rows = []
    for a, b in permutations(sorted(n_words), 2):
        quoted, unquoted, n_passages, longest = _SHARED.get((a, b)) or _SHARED.get((b, a)) or (0, 0, 0, 0)
        rows.append(
            {
                **{"source_a": a, "source_b": b, "containment": (quoted + unquoted) / n_words[a]},
                "containment_unquoted": unquoted / (n_words[a] - n_quoted[a]),
                **{"n_words": quoted + unquoted, "n_passages": n_passages, "longest": longest, "n_statements": 1},
            }
        )
    return rows


@cache
def tiny_analysis() -> Analysis:
    """The analysis; made once, so treat it as read-only."""
    passages, quantities = _passages(), _quantities()
    mentions = _term_mentions(passages)
    rows: dict[str, list[Row]] = {
        "articles": _articles(passages),
        "skipped": SKIPPED,
        "passages": passages,
        "names": [
            {**span(article_id, surface, nth), "surface": surface, "name": name, "type": kind}
            for name, kind, places in _NAMES
            for article_id, surface, nth in places
        ],
        "terms": _terms(mentions),
        "term_mentions": mentions,
        "passage_themes": _passage_themes(),
        "topics": _topics(),
        "passage_topics": _passage_topics(),
        "quantities": quantities,
        "claims": _claims(),
        "claim_mentions": _claim_mentions(quantities),
        "quotes": _quotes(),
        "reuse": _reuse(),
        "source_overlap": _source_overlap(passages),
    }
    return Analysis(**{name: table(name, records) for name, records in rows.items()}, digest="tiny")
