"""Measures and spans that every scorer uses.

Rows are mappings as in the files of ``seeds/``: ``doc`` is the article_id, ``start`` and ``end`` count code
points, end excluded.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
Scores = dict[str, float]


def share(part: float, whole: float) -> float:
    """part / whole; 1.0 where both are nothing, 0.0 where only the whole is."""
    return part / whole if whole else float(part == 0)


def f_one(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def prf(name: str, hits: int, found: int, due: int) -> Scores:
    """``name_p``, ``name_r`` and ``name_f1`` from counts."""
    precision, recall = share(hits, found), share(hits, due)
    return {f"{name}_p": precision, f"{name}_r": recall, f"{name}_f1": f_one(precision, recall)}


def common(a: Row, b: Row) -> int:
    """How many characters two spans of one document share."""
    if a["doc"] != b["doc"]:
        return 0
    return int(max(0, min(a["end"], b["end"]) - max(a["start"], b["start"])))


def likeness(a: Row, b: Row) -> float:
    """Shared characters over the characters of either span."""
    both = common(a, b)
    return both / (a["end"] - a["start"] + b["end"] - b["start"] - both) if both else 0.0


def pair_up(gold: Sequence[Row], found: Sequence[Row], least: float = 0.0) -> dict[int, int]:
    """Place in gold -> place in found, one to one, the likest pairs first, above ``least``."""
    pairs: dict[int, int] = {}
    scored = [(likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    for like, i, j in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if like > least and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def missing(value: object) -> bool:
    """None, or the NaN that stands for it in a table."""
    return value is None or (isinstance(value, float) and math.isnan(value))


def fold(text: str) -> str:
    """Lower case without accents, hyphens or apostrophes; simple French plurals undone, a leading article dropped."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe"))
    words = re.findall(r"[\w&+.%]+", "".join(c for c in plain if not unicodedata.combining(c)))
    words = [_singular(word.strip(".")) for word in words if word.strip(".")]
    while len(words) > 1 and words[0] in _ARTICLES:
        words.pop(0)
    return " ".join(words)


_ARTICLES = frozenset(["l", "le", "la", "les", "d", "un", "une", "de", "des", "du", "m", "mme"])


def _singular(word: str) -> str:
    if word.endswith("eaux"):
        return word[:-1]
    if word.endswith("aux") and len(word) > 4:
        return word[:-3] + "al"
    return word[:-1] if len(word) > 2 and word[-1] in "sx" and not word.endswith("ss") else word
