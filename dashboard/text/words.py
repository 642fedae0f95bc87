"""The words of a passage with what the names need to know of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.config.names import NameRules
from dashboard.text.clean import fold
from dashboard.text.tokens import matched

_BARE = str.maketrans("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜàâäçéèêëîïôöùûüáíóúñã", "AAACEEEEIIOOUUUaaaceeeeiioouuuaiouna")
# Between two words of one name there is nothing but these.
_GLUE = frozenset(" -·./&")
_PREFIXES = (
    "anti-",
    "pro-",
    "co-",
    "post-",
    "pré-",
    "néo-",
    "inter-",
    "vice-",
    "au-",
    "ci-",
    "par-",
    "là-",
    "outre-",
    "mi-",
    "ex-",
    "non-",
    "sous-",
    "avant-",
    "après-",
    "demi-",
    "vis-à",
)
_OPENINGS = " «“\"'(—–-*•[…\n"
_QUOTING = frozenset('«“—–…•"')
_ENDS = frozenset(".!?:;…»”")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one passage; every place is a position in these tuples, every offset one into ``folded``.

    ``folded`` is the whole passage, folded, and so are ``surfaces`` and ``lowers``. ``capitals`` are the
    places of words with a capital anywhere.
    """

    folded: str
    surfaces: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capitals: tuple[int, ...]
    language: str

    def __len__(self) -> int:
        """How many words the passage has."""
        return len(self.surfaces)

    def glued(self, left: int, right: int) -> bool:
        """Whether between the words at two neighbouring places there is nothing that parts a name."""
        gap = self.folded[self.ends[left] : self.starts[right]]
        return gap == " & " or (len(gap) <= 2 and gap != ". " and _GLUE.issuperset(gap))

    def begins(self, place: int) -> bool:
        """Whether a word begins a sentence or what stands in quotation marks, where a capital says nothing."""
        start = before = self.starts[place]
        while before > 0 and self.folded[before - 1] in _OPENINGS:
            before -= 1
        if before == 0 or not _QUOTING.isdisjoint(self.folded[before:start]):
            return True
        mark = self.folded[before - 1]
        return mark in _ENDS and not (mark == "." and place > 0 and _is_short(self.surfaces[place - 1]))

    def between(self, left: int, right: int) -> str:
        """What stands between two neighbouring words."""
        return self.folded[self.ends[left] : self.starts[right]]

    def text(self, first: int, stop: int) -> str:
        """What is printed from the first word to the last before ``stop``, folded."""
        return self.folded[self.starts[first] : self.ends[stop - 1]]


def words_of(text: str, language: str) -> Words:
    """The words of a text that is one passage."""
    folded = fold(text)
    spans = matched(folded)
    surfaces = tuple(folded[start:end] for start, end in spans)
    lowers = tuple(map(str.lower, surfaces))
    starts, ends = tuple(start for start, _ in spans), tuple(end for _, end in spans)
    capitals = tuple(place for place, surface in enumerate(surfaces) if surface != lowers[place])
    return Words(folded, surfaces, lowers, starts, ends, capitals, language)


def bare(word: str) -> str:
    """The word without its accents, since *État* is printed *Etat* and *Déby* *Deby* as well."""
    return word if word.isascii() else word.translate(_BARE)


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital or has one inside, as in iPhone."""
    if word[0].isupper():
        return word[-1] != "'"
    return word[0].isalpha() and word[1:] != word[1:].lower() and not word.lower().startswith(_PREFIXES)


def opens_elided(words: Words, place: int) -> bool:
    """Whether a capital and its apostrophe begin the second word of a name: N'Guessan, D'Hondt, O'Connor."""
    if place == 0 or place + 1 >= len(words) or words.surfaces[place] not in _ELIDED:
        return False
    follows = words.glued(place - 1, place) and is_capital(words.surfaces[place - 1])
    return follows and words.between(place, place + 1) == "" and words.surfaces[place + 1][0].isupper()


_ELIDED = frozenset({"N'", "M'", "D'", "O'", "L'"})


def is_loud(surfaces: Sequence[str]) -> bool:
    """Whether most of three words or more are all in capitals, as some headlines are: there capitals say nothing."""
    if not any(word.isupper() for word in surfaces[:3]):
        return False
    words = [word for word in surfaces if word[0].isalpha() and len(word) > 1]
    return len(words) > 2 and sum(word.isupper() for word in words) > 0.6 * len(words)


@cache
def is_common_word(word: str, language: str, rules: NameRules) -> bool:
    """Whether a word is one in small letters too: by simplemma's dictionary of the language or the rules' own list.

    A word without the accent of its capital (Etat) counts, and one of common parts (Entre-temps, Porte-parole).
    """
    lower = word.lower()
    if lower in rules.plain or lower.endswith("ment") or lower.startswith(_PREFIXES):
        return True
    accented = [letter + lower[1:] for letter in _ACCENTED.get(lower[:1], "")]
    if any(_in_dictionary(form, language) for form in (lower, *accented)):
        return True
    parts = re.split("[-']", word)
    small = len(parts) > 1 and all(parts) and parts[1:] == [part.lower() for part in parts[1:]]
    return small and all(is_common_word(part, language, rules) for part in parts)


def _in_dictionary(lower: str, language: str) -> bool:
    import simplemma

    try:
        return simplemma.is_known(lower, lang=language)
    except (ValueError, TypeError):
        return False


_ACCENTED = {"e": "éêè", "a": "àâ", "i": "îï", "o": "ô", "c": "ç"}


def could_be_version(words: Words, place: int) -> bool:
    """Whether a number after a name may belong to it (Falcon 9): at most two digits, nothing counted after them."""
    if len(words.surfaces[place]) > 2 or place == 0 or words.between(place - 1, place) not in (" ", "-"):
        return False
    if words.folded[words.ends[place] : words.ends[place] + 2].strip()[:1] in tuple("%€$°:-/–"):
        return False
    if place + 1 == len(words) or not words.glued(place, place + 1):
        return True
    following = words.lowers[place + 1]
    counted = following.endswith(("s", "x")) and following not in _SMALL
    return not counted and following not in _SCALES


_SMALL = frozenset(
    {
        "dans",
        "est",
        "plus",
        "sans",
        "sous",
        "n'est",
        "depuis",
        "mais",
        "puis",
        "vers",
        "des",
        "les",
        "ses",
        "deux",
    }
)
_SCALE_WORDS = """million milliard mille pour h heure euro km kg m md an à janvier février avril mai juin juillet août
septembre octobre novembre décembre"""
_SCALES = frozenset(_SCALE_WORDS.split())


def _is_short(word: str) -> bool:
    """Whether the point after a word may be that of an initial or title (M. Dupont)."""
    return len(word.rstrip(".")) == 1 or word.rstrip(".") in {
        "Mme",
        "Mmes",
        "Mlle",
        "Dr",
        "Pr",
        "Me",
        "MM",
        "St",
        "Mgr",
    }
