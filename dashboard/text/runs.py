"""Runs of capitals: where a name of several words may end."""

from __future__ import annotations

import re

from dashboard.config.names import NameRules
from dashboard.text.people import is_first_name
from dashboard.text.words import Words, could_be_version, is_capital, opens_elided

# First quarters and halves of years (T3, S1) are no names, save where the word before says of what.
PERIOD = re.compile(r"[TSQH][1-4]")
_LONGEST = 6


def run_end(words: Words, place: int, rules: NameRules) -> int:
    """The word after the last of a run of glued capitals, a number at its end included (Leopard 2)."""
    stop = place + 1
    while stop < min(len(words), place + _LONGEST) and words.glued(stop - 1, stop):
        if words.surfaces[stop].isdigit():
            return _after_number(words, stop)
        stop += opens_elided(words, stop)
        word = words.surfaces[stop]
        if not is_capital(word) or is_first_name(word, rules) or PERIOD.fullmatch(word):
            break
        stop += 1
    return stop


def _after_number(words: Words, stop: int) -> int:
    """The word after a number that belongs to the name, a model's last capitals included: Zephyr 310 EVO."""
    if could_be_version(words, stop):
        return stop + 1
    behind = words.surfaces[stop + 1] if stop + 1 < len(words) and words.glued(stop, stop + 1) else ""
    return stop + 2 if len(words.surfaces[stop]) <= 4 and len(behind) > 1 and behind.isupper() else stop
