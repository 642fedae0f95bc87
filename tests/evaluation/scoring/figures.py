"""Figures against an annotation, and claims against facts that several articles tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from tests.evaluation.scoring.base import Row, Scores, common, fold, missing, pair_up, prf, share

_ALIKE = frozenset({"people", "count", "ordinal", "age", "date"})  # kinds whose unit is not compared


def _near(a: float | None, b: float | None, factor: float = 1.0001) -> bool:
    if a is None or b is None or missing(a) or missing(b):
        return False
    low, high = sorted((float(a), float(b)))
    return low == high or (low > 0 and high / low <= factor)


def same_value(gold: Row, found: Row) -> bool:
    """Whether number, range or date and unit agree; the floor of a vague amount may be twice or half."""
    if gold["kind"] == "date":
        return str(gold["value"]) == str(found["date"])
    unit_free = gold["kind"] in _ALIKE or (gold.get("unit_inferred") and missing(found["unit"]))
    if not unit_free and gold["unit"] != found["unit"]:
        return False
    if gold["value"] is not None:
        return _near(gold["value"], found["value"])
    if gold["max"] is not None:
        return _near(gold["min"], found["min"]) and _near(gold["max"], found["max"])
    return missing(found["value"]) and _near(gold["min"], found["min"], 2.0)


def accepts(gold: Row, found: Row, field: str) -> bool:
    """Whether the found row's field is right: the gold's, an alternative, or one name inside the other."""
    value, wanted = found[field], gold[field]
    value = None if missing(value) else value
    if value == wanted or value in gold.get(f"{field}_alt", ()):
        return True
    if field != "subject" or value is None:
        return bool(field == "subject" and gold.get("subject_optional"))
    return bool(wanted) and (fold(str(value)) in fold(wanted) or fold(wanted) in fold(str(value)))


def quantity_scores(gold: Sequence[Row], found: Sequence[Row], traps: Sequence[Row] = ()) -> Scores:
    """Spans, values and fields of figures; ``optional`` rows and a second row in a range cost nothing.

    ``traps`` are strings that are no figures: ``traps_hit`` is the share of them that was taken for one.
    """
    due = [row for row in gold if not row.get("optional")]
    pairs = pair_up(due, found)
    neutral = [row for row in gold if row.get("optional")] + [due[i] for i in pairs if due[i]["max"] is not None]
    alarms = [
        row
        for j, row in enumerate(found)
        if j not in pairs.values() and not any(common(spared, row) for spared in neutral)
    ]
    right = sum(same_value(due[i], found[j]) for i, j in pairs.items())
    n_found = len(pairs) + len(alarms)
    scores = prf("span", len(pairs), n_found, len(due)) | prf("value", right, n_found, len(due))
    for field in ("kind", "bound", "certainty", "measure", "subject"):
        scores[field] = share(sum(accepts(due[i], found[j], field) for i, j in pairs.items()), len(pairs))
    hit = sum(any(common(trap, f) for f in alarms) for trap in traps)
    return scores | {"traps_hit": hit / len(traps) if traps else 0.0}


def claim_scores(facts: Mapping[str, Any], tables: Mapping[str, Sequence[Row]]) -> Scores:
    """Facts told by several articles that stand in one claim of their own, with an expected verdict.

    ``facts``: share of facts that are right; an optional one counts only if it is. ``false_contradictions``
    and ``double`` (figures in two claims) are counts. Families of facts may share a claim.
    """
    claims_of: dict[str, set[str]] = defaultdict(set)
    for row in tables["claim_mentions"]:
        claims_of[row["quantity_id"]].add(row["claim_id"])
    verdict = {row["claim_id"]: row["verdict"] for row in tables["claims"]}
    family = {fact: number for number, group in enumerate(facts["families"]) for fact in group}

    def claims_at(figure: Row) -> set[str]:
        hits = [row for row in tables["quantities"] if common(figure, row)]
        return set().union(*(claims_of[row["quantity_id"]] for row in hits))

    places = {fact["id"]: [claims_at(figure) for figure in fact["claims"]] for fact in facts["facts"]}
    tenants: dict[str, set[object]] = defaultdict(set)
    for fact, claims in places.items():
        for claim in set().union(*claims):
            tenants[claim].add(family.get(fact, fact))
    right, counted, contradictions = 0, 0, set()
    for fact in facts["facts"]:
        alone = {claim for claim in set.intersection(*places[fact["id"]]) if len(tenants[claim]) == 1}
        good = {claim for claim in alone if verdict[claim] in fact["expected"]}
        contradictions |= {claim for claim in good if verdict[claim] == "contradict"}
        right, counted = right + bool(good), counted + (bool(good) or not fact["optional"])
    false = {claim for claim, word in verdict.items() if word == "contradict"} - contradictions
    double = sum(len(claims) > 1 for claims in claims_of.values())
    return {"facts": share(right, counted), "false_contradictions": float(len(false)), "double": float(double)}
