"""Acronyms and the long forms that they stand for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from dashboard.text.clean import search_key
from dashboard.text.words import Words

_SMALL = frozenset(
    {"de", "du", "des", "d", "l", "la", "le", "les", "et", "pour", "a", "aux", "of", "the", "and", "for"}
)
_LONGEST = 14


def could_abbreviate(short: str, long: str) -> bool:
    """Whether an acronym's letters stand, in order, at the beginnings of the long form's words.

    All its letters count, small grammar words of the long form need not; one of four letters or more may also be
    made of beginnings of words (Cedeao, Inserm).
    """
    letters = re.sub(r"[^a-z]", "", search_key(short))
    words = re.findall(r"[a-z0-9]+", search_key(long))
    if not 2 <= len(letters) <= 9 or len(words) < 2 or " " in short or letters[0] != words[0][0]:
        return False
    initials = [word[0] for word in words if word not in _SMALL]
    if _in_order(letters, initials) or _in_order(letters, [word[0] for word in words]):
        return True
    return len(letters) >= 4 and len(initials) >= 2 and _in_order(letters, list("".join(words)))


def explained_at(words: Words, place: int) -> int | None:
    """The word after a long form that begins at a capital and that an acronym in brackets follows.

    None where no bracket follows within the sentence, or the acronym is not made of the words between.
    """
    if words.folded.find(" (", words.ends[place]) < 0:
        return None
    for here in range(place + 1, min(len(words), place + _LONGEST)):
        gap = words.between(here - 1, here)
        if gap == " (":
            closed = words.folded.startswith(")", words.ends[here])
            short = words.surfaces[here]
            fits = (
                closed and is_acronym(short) and here > place + 1 and could_abbreviate(short, words.text(place, here))
            )
            return here if fits else None
        if gap not in (" ", "", "-", ", "):
            return None
    return None


def concepts_in(words: Words, organisations: Collection[str]) -> Iterator[str]:
    """Acronyms in brackets behind words in small letters that spell them (*peste porcine africaine (PPA)*).

    They name things, not names, unless the first of the words is one that organisations begin with.
    """
    if " (" not in words.folded:
        return
    for here in range(2, len(words)):
        short = words.surfaces[here]
        if not short.isupper() or not 2 <= len(short) <= 6 or words.between(here - 1, here) != " (":
            continue
        for first in range(here - 2, max(-1, here - 9), -1):
            lower = words.surfaces[first]
            if not lower.islower() or not words.glued(first, first + 1):
                break
            if could_abbreviate(short, words.text(first, here)):
                if lower.capitalize() not in organisations:
                    yield short
                break


def is_acronym(word: str) -> bool:
    """Whether a word has the form of an acronym: capitals (BCE) or one capital and five letters or more (Cedeao)."""
    letters = word.replace(".", "").replace("-", "")
    return (
        2 <= len(letters) <= 9 and letters.isalpha() and (letters.isupper() or (word[0].isupper() and len(word) >= 4))
    )


def _in_order(letters: str, row: Sequence[str]) -> bool:
    rest = iter(row)
    return all(letter in rest for letter in letters)
