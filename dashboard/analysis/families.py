"""The words of a theme that are forms of one another: what a reader takes for one word and strikes as one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dashboard.analysis.entries import Beside, beside, content, forms_of
from dashboard.config.themes import CARRYING, LISTS, Theme
from dashboard.text.lemmas import lemma_of

# An entry's one or two parts, each its words and the small ones beside a single word.
_Parts = tuple[tuple[tuple[str, ...], Beside], ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Entries that are forms of one word or phrase: ``word`` stands for all ``forms``, pairs of a list and an entry.

    ``key`` is the list under which the family is shown, the strongest that holds one of them.
    """

    key: str
    word: str
    forms: tuple[tuple[str, str], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The entries without their lists."""
        return tuple(word for _key, word in self.forms)


@lru_cache(maxsize=64)
def families(theme: Theme) -> tuple[Family, ...]:
    """All words of a theme, each in one family, in the order of the lists and of their words.

    Forms of one lemma are a family (*chercheur*, *chercheurs*), phrases word by word (*modèle de langage*, *modèles
    de langage*), and what a family of words with * holds is part of it (*licenci**, *licenciement*). The lists that
    carry a theme are taken together: a word struck from one counts on by its form in another.
    """
    carrying = [(key, word) for key in CARRYING for word in getattr(theme, key)]
    others = [[(key, word) for word in getattr(theme, key)] for key in LISTS if key not in CARRYING]
    return tuple(family for pairs in (carrying, *others) for family in _grouped(pairs))


def sister_words(words: Iterable[str]) -> tuple[Family, ...]:
    """Words that stand in no list, as families without one."""
    return tuple(_grouped([("", word) for word in words]))


def _grouped(pairs: list[tuple[str, str]]) -> Iterator[Family]:
    """The pairs by families, each where its first member stood."""
    roots = _roots(word for _key, word in pairs)
    sisters: dict[_Parts, list[tuple[str, str]]] = {}
    for pair in pairs:
        sisters.setdefault(_parts(pair[1], roots), []).append(pair)
    # Only within a list: a weak *adopt** says nothing of a strong *adoption*.
    holders: dict[tuple[str, tuple[int, ...]], list[_Parts]] = {}
    for parts, forms in sisters.items():
        if any("*" in word for words, _ in parts for word in words):
            holders.setdefault((forms[0][0], _shape(parts)), []).append(parts)
    kept: dict[_Parts, list[tuple[str, str]]] = {}
    for parts, forms in sisters.items():
        holding = (one for one in holders.get((forms[0][0], _shape(parts)), ()) if _holds(one, parts))
        # Of two holders the wider one: *licen** before *licenci**.
        kept.setdefault(min(holding, key=lambda one: len(str(one)), default=parts), []).extend(forms)
    for forms in kept.values():
        yield Family(forms[0][0], _name([word for _key, word in forms]), tuple(forms))


def _shape(parts: _Parts) -> tuple[int, ...]:
    return tuple(len(words) for words, _small in parts)


def _roots(entries: Iterable[str]) -> dict[str, str]:
    """Each word of the entries to the one that stands for it: of one lemma, or found by the lexicon as its form."""
    words = sorted({word for entry in entries for part in entry.split(" + ") for word in content(part)})
    roots: dict[str, str] = {}

    def root(word: str) -> str:
        while roots.setdefault(word, word) != word:
            word = roots[word]
        return word

    for word in words:
        plain = "*" not in word and word == word.lower()
        for form in sorted({lemma_of(word, "fr"), *forms_of(word, False)}) if plain else ():
            one, other = sorted((root(word), root(form)), key=lambda each: (len(each), each))
            roots[other] = one
    return {word: root(word) for word in words}


def _parts(entry: str, roots: dict[str, str]) -> _Parts:
    """What an entry is compared by; of two parts the order does not count."""
    return tuple(sorted((tuple(roots[word] for word in content(part)), beside(part)) for part in entry.split(" + ")))


def _holds(family: _Parts, other: _Parts) -> bool:
    """Whether an entry with * finds all that the other finds, word by word."""
    return len(family) == len(other) and all(
        small == beside_it and len(words) == len(held) and all(map(_covers, words, held))
        for (words, small), (held, beside_it) in zip(family, other, strict=True)
    )


def _covers(word: str, other: str) -> bool:
    return word == other or (word.endswith("*") and other.startswith(word[:-1]))


def _name(words: Collection[str]) -> str:
    """The word that stands for the others: one with *, else the dictionary form, else the shortest."""
    stars = [word for word in words if "*" in word]

    def strange(word: str) -> int:
        return sum(each != lemma_of(each, "fr") for part in word.split(" + ") for each in content(part))

    return min(stars or words, key=lambda word: (0 if stars else strange(word), len(word), word))
