"""Themes and boilerplate of passages, terms and names of articles, against an annotation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from tests.evaluation.scoring.base import Row, Scores, common, fold, prf, share


def theme_scores(gold: Sequence[Row], passages: Sequence[Row], themes: Sequence[Row]) -> Scores:
    """Themes of passages that are no boilerplate (micro and macro F1), main theme, boilerplate F1.

    An annotated passage takes the found one that shares most characters with it, at least 30 % of its own.
    ``main_lenient`` accepts the annotation's alternatives too.
    """
    given: dict[str, list[Row]] = defaultdict(list)
    for row in themes:
        given[row["passage_id"]].append(row)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    boilerplate: Counter[str] = Counter()
    content, main, lenient = 0, 0, 0
    for passage in gold:
        best = _best(passage, passages)
        is_boilerplate = best is not None and best["role"] == "boilerplate"
        boilerplate["due"] += passage["boilerplate"]
        boilerplate["found"] += is_boilerplate
        boilerplate["hits"] += passage["boilerplate"] and is_boilerplate
        if passage["boilerplate"]:
            continue
        rows = given[best["passage_id"]] if best is not None and not is_boilerplate else []
        first = next((row["theme"] for row in rows if row["main"]), "none")
        content += 1
        main += first == passage["main"]
        lenient += first == passage["main"] or first in passage["main_alt"]
        for theme in {row["theme"] for row in rows} | set(passage["themes"]) - {"none"}:
            found, due = theme in {row["theme"] for row in rows}, theme in passage["themes"]
            counts[theme].update(found=found, due=due, hits=found and due)
    total = sum(counts.values(), Counter())
    each = [prf("x", c["hits"], c["found"], c["due"])["x_f1"] for c in counts.values() if c["due"]]
    scores = prf("theme", total["hits"], total["found"], total["due"])
    scores |= {"theme_macro": sum(each) / len(each) if each else 1.0}
    scores |= {"main": share(main, content), "main_lenient": share(lenient, content)}
    return scores | prf("boilerplate", boilerplate["hits"], boilerplate["found"], boilerplate["due"])


def _best(passage: Row, others: Sequence[Row]) -> Row | None:
    size = passage["end"] - passage["start"]
    near = [other for other in others if common(passage, other) >= 0.3 * size]
    return max(near, key=lambda other: (common(passage, other), other["start"] - other["end"]), default=None)


def term_scores(gold: Sequence[Row], terms: Sequence[Row], junk: frozenset[str] = frozenset()) -> Scores:
    """Means over articles: ``p10`` of the first ten terms salient, ``recall20``, ``junk15`` unwanted.

    A salient term counts once, under any of its aliases. Unwanted are the annotation's own words of any
    article, those of ``junk``, and terms of one letter or without one.
    """
    unwanted = {fold(word) for word in junk}
    for article in gold:
        for word in article["unwanted_terms"]:
            unwanted |= _keys(article, word)
    tally: dict[str, float] = {"p10": 0.0, "recall20": 0.0, "junk15": 0.0}
    for article in gold:
        ranked = sorted((row for row in terms if row["doc"] == article["doc"]), key=lambda row: row["rank"])
        keys = [fold(row["term"]) for row in ranked]
        open_terms = {word: _keys(article, word) for word in article["salient_terms"]}
        salient = set().union(*open_terms.values())
        hits = []
        for key in keys[:20]:
            exact = [word for word in open_terms if fold(word) == key]
            word = next(iter(exact), None) or next((w for w, names in open_terms.items() if key in names), None)
            hits.append(open_terms.pop(word, None) is not None if word else False)
        bad = [key not in salient and (key in unwanted or not _is_word(key)) for key in keys[:15]]
        tally["p10"] += sum(hits[:10]) / 10
        tally["recall20"] += share(sum(hits), len(article["salient_terms"]))
        tally["junk15"] += sum(bad) / len(bad) if bad else 0.0
    return {name: total / len(gold) for name, total in tally.items()}


def _keys(article: Row, word: str) -> set[str]:
    return {fold(name) for name in [word, *article["term_aliases"].get(word, [])]}


def _is_word(key: str) -> bool:
    return len(key) > 1 and any(character.isalpha() for character in key)


def name_scores(gold: Sequence[Row], names: Sequence[Row]) -> Scores:
    """Names of articles, each once, under any of its spellings; ``name_type`` among the found ones."""
    hits, found, due, typed = 0, 0, 0, 0
    for article in gold:
        types = {fold(row["name"]): row["type"] for row in names if row["doc"] == article["doc"]}
        known: set[str] = set()
        for entity in article["entities"]:
            spellings = {fold(name) for name in [entity["name"], *entity["variants"]]}
            known |= spellings
            if entity.get("optional"):
                continue
            seen = [types[key] for key in sorted(spellings & set(types))]
            due, hits, typed = due + 1, hits + bool(seen), typed + (entity["type"] in seen)
        found += len(set(types) - known)
    return prf("name", hits, hits + found, due) | {"name_type": share(typed, hits)}
