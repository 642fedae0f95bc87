"""What a reader corrects in the figures, applied on top of any analysis of the same articles.

A correction is tied to words of an article, not to an id of one run: it is found again by the figure's surface
and its place, and, where the article moved, by the surface alone if it stands there once. Nothing is hidden:
a rejected figure stays in the ledger, outside every claim.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

import pandas as pd

from dashboard.analysis.claims import claims_of, judge
from dashboard.config.quantities import QuantityRules
from dashboard.tables import Analysis

Action = Literal["reject", "set", "split", "join"]
ACTIONS: tuple[str, ...] = get_args(Action)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A figure as a reader saw it: its article, its words and where they stood."""

    article_id: str
    start: int
    surface: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction of one figure.

    ``reject``: it is no figure, or none to compare. ``set``: its measure, subject or counterparty is another;
    None leaves as it is, an empty text empties it. ``split``: it stands in a claim of its own (all that carry
    the same ``label`` share one). ``join``: it stands in the claim of the figure ``target``. ``note`` is the
    reader's reason.
    """

    figure: Anchor
    action: Action
    measure: str | None = None
    subject: str | None = None
    counterparty: str | None = None
    label: str = ""
    target: Anchor | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrected analysis.

    ``marks`` gives each corrected quantity_id its corrections, ``lost`` are those whose words were not found.
    """

    analysis: Analysis
    marks: Mapping[str, tuple[Correction, ...]]
    lost: tuple[Correction, ...]


def with_correction(corrections: Sequence[Correction], new: Correction) -> tuple[Correction, ...]:
    """The corrections with a new one, which takes the place of an earlier one of the same kind on its figure.

    Splitting and joining exclude each other.
    """
    rivals = {"split": ("split", "join"), "join": ("split", "join")}.get(new.action, (new.action,))
    kept = [old for old in corrections if old.figure != new.figure or old.action not in rivals]
    return (*kept, new)


def correct(analysis: Analysis, corrections: Sequence[Correction], rules: QuantityRules) -> Corrected:
    """The analysis with the corrections applied and every claim compared again; the input stays as it is."""
    if not corrections:
        return Corrected(analysis, {}, ())
    find = _finder(analysis.quantities)
    found = [(find(correction.figure), correction) for correction in corrections]
    lost = tuple(c for place, c in found if place is None or (c.target is not None and find(c.target) is None))
    placed = [(place, c) for place, c in found if place is not None and c not in lost]
    marks: dict[str, tuple[Correction, ...]] = {}
    for place, correction in placed:
        marks[place] = (*marks.get(place, ()), correction)
    quantities = _set(analysis.quantities, placed)
    rejected = {place for place, correction in placed if correction.action == "reject"}
    compared = quantities[~quantities["quantity_id"].isin(rejected)].reset_index(drop=True)
    articles = analysis.articles[analysis.articles["article_id"].isin(analysis.passages["article_id"])]
    claims, mentions = claims_of(compared, articles.assign(duplicate_of=None), analysis.reuse, rules)
    claims, mentions = _move(claims, mentions, _moves(placed, mentions, find))
    judged = judge(claims, mentions, compared, analysis.reuse, rules)
    return Corrected(analysis.with_tables(quantities=quantities, claims=judged, claim_mentions=mentions), marks, lost)


def anchor_of(quantity: object) -> Anchor:
    """The anchor of a row of ``quantities`` (a named tuple or a record)."""
    return Anchor(*(getattr(quantity, name) for name in ("article_id", "start", "surface")))


def _finder(quantities: pd.DataFrame) -> Callable[[Anchor], str | None]:
    by_place: dict[tuple[str, str], list[tuple[int, str]]] = {}
    columns = ("article_id", "surface", "start", "quantity_id")
    for article_id, surface, start, quantity_id in zip(*(quantities[name] for name in columns), strict=True):
        by_place.setdefault((article_id, surface), []).append((int(start), quantity_id))

    def find(anchor: Anchor) -> str | None:
        candidates = by_place.get((anchor.article_id, anchor.surface), [])
        exact = [quantity_id for start, quantity_id in candidates if start == anchor.start]
        if exact:
            return exact[0]
        return candidates[0][1] if len(candidates) == 1 else None

    return find


def _set(quantities: pd.DataFrame, placed: Sequence[tuple[str, Correction]]) -> pd.DataFrame:
    made = quantities.copy()
    for place, correction in placed:
        if correction.action == "set":
            for column in ("measure", "subject", "counterparty"):
                value = getattr(correction, column)
                if value is not None:
                    made.loc[made["quantity_id"] == place, column] = value or None
    return made


def _moves(
    placed: Sequence[tuple[str, Correction]], mentions: pd.DataFrame, find: Callable[[Anchor], str | None]
) -> dict[str, str]:
    """The claim that each split or joined figure moves to: quantity_id -> claim_id."""
    claim_of: dict[str, str] = dict(zip(mentions["quantity_id"], mentions["claim_id"], strict=True))
    moves: dict[str, str] = {}
    for place, correction in placed:
        if correction.action == "split" and place in claim_of:
            moves[place] = f"{claim_of[place]}/{correction.label or place}"
        elif correction.action == "join" and correction.target is not None:
            goal = find(correction.target)
            if goal is not None and goal in claim_of and place in claim_of:
                moves[place] = moves.get(goal, claim_of[goal])
    return moves


def _move(claims: pd.DataFrame, mentions: pd.DataFrame, moves: Mapping[str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Claims and mentions after the moves; a new claim takes what it measures from the one it was split from."""
    if not moves:
        return claims, mentions
    known = set(claims["claim_id"])
    claim_of = dict(zip(mentions["quantity_id"], mentions["claim_id"], strict=True))
    origins = {new: claim_of[place] for place, new in sorted(moves.items()) if new not in known}
    extra = [claims[claims["claim_id"] == old].assign(claim_id=new) for new, old in origins.items()]
    goal = mentions["quantity_id"].map(moves).fillna(mentions["claim_id"])
    moved = mentions.assign(claim_id=goal).sort_values(["claim_id", "source", "quantity_id"], ignore_index=True)
    return pd.concat([claims, *extra], ignore_index=True), moved


def to_record(correction: Correction) -> dict[str, object]:
    """The correction as plain JSON values; ``from_record`` reads it back."""
    plain: dict[str, object] = {"action": correction.action, **_plain(correction.figure)}
    for name in ("measure", "subject", "counterparty"):
        if getattr(correction, name) is not None:
            plain[name] = getattr(correction, name)
    if correction.label:
        plain["label"] = correction.label
    if correction.target is not None:
        plain["target"] = _plain(correction.target)
    if correction.note:
        plain["note"] = correction.note
    return plain


def from_record(record: object) -> Correction:
    """A correction from JSON values. Raises ValueError with one sentence that says what is wrong."""
    if not isinstance(record, dict):
        raise ValueError("expected an object")
    given = dict(record)
    action = given.pop("action", None)
    if action not in ACTIONS:
        raise ValueError(f"action {action!r} is none of {', '.join(ACTIONS)}")
    target = given.pop("target", None)
    correction = Correction(figure=_anchor(given), action=action)
    texts = {name: given.pop(name) for name in ("measure", "subject", "counterparty", "label", "note") if name in given}
    for name, value in texts.items():
        if not isinstance(value, str):
            raise ValueError(f"{name} {value!r} is no text")
    if given:
        raise ValueError(f"unknown key {min(given)!r}")
    return replace(correction, **texts, target=None if target is None else _anchor(dict(target)))


def _plain(anchor: Anchor) -> dict[str, object]:
    return {"article_id": anchor.article_id, "start": anchor.start, "surface": anchor.surface}


def _anchor(given: dict[str, object]) -> Anchor:
    article_id, start, surface = (given.pop(name, None) for name in ("article_id", "start", "surface"))
    if not isinstance(article_id, str) or not isinstance(surface, str) or not isinstance(start, int):
        raise ValueError("a figure needs article_id and surface as text and start as a whole number")
    return Anchor(article_id, start, surface)
