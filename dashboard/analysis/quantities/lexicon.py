"""The words of figures of one language, compiled for looking up; and a text cut into tokens for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from dashboard.config.figures import Words
from dashboard.config.quantities import QuantityRules
from dashboard.config.units import UnitWord
from dashboard.model import Bound, Kind
from dashboard.text.clean import fold

Phrase = tuple[str, ...]
_Value = TypeVar("_Value")

# Numbers with their groups and decimals, words (an elision keeps its apostrophe), single signs, line ends.
# Groups are bounded by what follows them, so that a run of digits is read once.
_FRENCH = re.compile(
    r"(?<!\w)[0-9]{1,3}(?:[ '][0-9]{3})+(?![0-9])(?:,[0-9]+)?"
    r"|[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+'?|[^\w\s]|[\n\r\v\f\x85\u2028\u2029]"
)
_ENGLISH = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|[^\w\s]|[\n\r\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True, eq=False)
class Phrases(Generic[_Value]):
    """What phrases of one or more words stand for; ``sizes`` are their lengths by their first or last word."""

    values: Mapping[Phrase, _Value]
    sizes: Mapping[str, tuple[int, ...]]


def phrases_by(values: Mapping[Phrase, _Value], edge: int) -> Phrases[_Value]:
    """Phrases to be looked up by their first (``edge`` 0) or last (-1) word, the longest first."""
    sizes: dict[str, set[int]] = {}
    for phrase in values:
        sizes.setdefault(phrase[edge], set()).add(len(phrase))
    return Phrases(values, {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()})


class UnitMatch(NamedTuple):
    """A unit read in a text; ``end`` is the token after it, ``factor`` what one of it is worth in ``unit``."""

    unit: str | None
    kind: Kind
    factor: float
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Words of one language by their tokens. ``small`` are the numbers below a hundred, ``stems`` their beginnings."""

    words: Words
    token: re.Pattern[str]
    small: Mapping[Phrase, float]
    stems: frozenset[Phrase]
    units: Phrases[UnitWord]
    prefixes: Mapping[str, str]
    before: Phrases[Bound]
    after: Phrases[Bound]
    sets: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Phrases[bool]]
    anchors: Mapping[str, str]
    hundred: frozenset[str]
    thousand: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """A text as tokens: ``keys`` in lower case, with two empty ones after the last and before the first."""

    text: str
    keys: list[str]
    starts: list[int]
    ends: list[int]
    lexicon: Lexicon

    def glued(self, i: int) -> bool:
        """Whether nothing stands between token ``i`` and the next."""
        return self.ends[i] == self.starts[i + 1]

    def capital(self, i: int) -> bool:
        """Whether token ``i`` begins with a capital."""
        return self.text[self.starts[i] : self.starts[i] + 1].isupper()

    def ends_with(self, i: int, phrases: Phrases[_Value]) -> int:
        """Tokens of the longest phrase that ends at token ``i``, 0 where none does."""
        for size in phrases.sizes.get(linked(self.keys[i]), ()):
            if i + 1 >= size and tuple(map(linked, self.keys[i + 1 - size : i + 1])) in phrases.values:
                return size
        return 0


_PAD = 6


def scan_of(text: str, lexicon: Lexicon) -> Scan:
    """The tokens of a text; offsets are those of the text itself."""
    folded = fold(text)
    lowered = folded.lower()
    if len(lowered) != len(folded):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in folded)
    spans = [match.span() for match in lexicon.token.finditer(folded)]
    size = len(folded)
    return Scan(
        text=folded,
        keys=[""] * _PAD + [lowered[start:end] for start, end in spans] + [""] * _PAD,
        starts=[-9] * _PAD + [start for start, _ in spans] + [size + 9 * k for k in range(1, _PAD + 1)],
        ends=[-9] * _PAD + [end for _, end in spans] + [size + 9 * k for k in range(1, _PAD + 1)],
        lexicon=lexicon,
    )


@lru_cache(maxsize=8)
def lexicon_of(rules: QuantityRules, language: str) -> Lexicon:
    """The compiled words of a language; compiled once."""
    words = rules.words_of(language)
    token = _FRENCH if words.decimal == "," else _ENGLISH
    small = _small_numbers(words)
    return Lexicon(
        words=words,
        token=token,
        small=small,
        stems=frozenset(phrase[:size] for phrase in small for size in range(1, len(phrase) + 1)),
        units=_units(rules, words, token),
        prefixes=rules.units.prefixes,
        before=_bounds(words, token, ahead=True),
        after=_bounds(words, token, ahead=False),
        sets=_sets(words),
        phrases=_phrases(words, token),
        anchors=_anchors(words, small, rules.units.prefixes),
        hundred=frozenset(words.numbers.hundred),
        thousand=frozenset(words.numbers.thousand),
    )


_LINKED = {"d'": "de", "des": "de", "du": "de", "au": "à", "aux": "à"}


def linked(key: str) -> str:
    """The word as modifiers are listed: *du*, *des* and *d'* stand for *de*."""
    return _LINKED.get(key, key)


def _tokens(phrase: str, token: re.Pattern[str]) -> Phrase:
    return tuple(token.findall(fold(phrase).lower()))


def _small_numbers(words: Words) -> dict[Phrase, float]:
    numbers = words.numbers
    found = {tuple(phrase.split()): value for phrase, value in numbers.units.items()}
    ones = dict(found)
    for ten, ten_value in numbers.tens.items():
        stem = tuple(ten.split())
        found[stem] = ten_value
        for phrase, value in ones.items():
            if 1 <= value <= 9 or (ten in numbers.long_tens and 10 <= value <= 19):
                found[stem + phrase] = ten_value + value
                for joint in words.conjunction:
                    if value in (1, 11):
                        found[(*stem, joint, *phrase)] = ten_value + value
    return found


def _units(rules: QuantityRules, words: Words, token: re.Pattern[str]) -> Phrases[UnitWord]:
    found: dict[Phrase, UnitWord] = {}
    money: list[UnitWord] = []
    for word in rules.units.words:
        if word.language in ("any", words.language):
            found[_tokens(word.phrase, token)] = word
            if word.kind == "money" and word.factor == 1:
                money.append(word)
    for short, factor in words.abbreviations.items():
        found.update(_abbreviated(short, factor, money, words, token))
        for code, unit in rules.units.codes.items():
            found[_tokens(short + code, token)] = UnitWord(short + code, unit, "money", factor, "any")
    return phrases_by(found, 0)


def _abbreviated(
    short: str, factor: float, money: list[UnitWord], words: Words, token: re.Pattern[str]
) -> Iterable[tuple[Phrase, UnitWord]]:
    """*Md €*, *Md d'euros*, *mrd CHF*."""
    for word in money:
        made = UnitWord(f"{short} {word.phrase}", word.unit, "money", factor, word.language)
        tail = _tokens(word.phrase, token)
        yield (short, *tail), made
        for link in words.link:
            yield (short, link, *tail), made


def _bounds(words: Words, token: re.Pattern[str], ahead: bool) -> Phrases[Bound]:
    found: dict[Phrase, Bound] = {}
    for bound, lists in words.bounds.items():
        for text in lists.before if ahead else lists.after:
            found.setdefault(tuple(map(linked, _tokens(text, token))), bound)
    return phrases_by(found, -1 if ahead else 0)


def _sets(words: Words) -> dict[str, frozenset[str]]:
    nouns, names, dates = words.nouns, words.names, words.dates
    return {
        "one": frozenset(words.one),
        "and": frozenset(words.conjunction),
        "half": frozenset(words.half),
        "over": frozenset(words.over),
        "link": frozenset(words.link),
        "vague": frozenset(words.vague.before),
        "bare": frozenset(words.vague.bare),
        "idioms": frozenset(words.vague.idioms),
        "counting": frozenset(words.vague.counting),
        "definite": frozenset(words.vague.definite),
        "part_before": frozenset(words.fractions.before),
        "part_after": frozenset(words.fractions.after),
        "part_whole": frozenset(words.fractions.whole),
        "suffixes": frozenset(words.ordinals.suffixes),
        "first": frozenset(words.ordinals.first),
        "first_nouns": frozenset(words.ordinals.first_nouns),
        "first_of": frozenset(words.ordinals.first_of),
        "not_rank": frozenset(words.ordinals.not_before),
        "no_rank": frozenset(words.ordinals.no_rank_before),
        "quarters": frozenset(dates.quarter_letters),
        "halves": frozenset(dates.half_letters),
        "quarter_nouns": frozenset(dates.quarter_nouns),
        "half_nouns": frozenset(dates.half_nouns),
        "decades": frozenset(dates.decade_words),
        "people": frozenset(names.people),
        "labels": frozenset(names.labels),
        "adjectives": frozenset(nouns.adjectives),
        "stops": frozenset(nouns.stops),
        "invariable": frozenset(nouns.invariable),
        "others": frozenset(nouns.others),
        "not_one": frozenset(nouns.not_one),
        "streets": frozenset(nouns.streets),
        "one_people": frozenset(nouns.one_people),
        "money_nouns": frozenset(nouns.money_nouns),
        "verbs": frozenset(nouns.verbs),
        "of_these": frozenset(nouns.of_these),
        "moves": frozenset(words.ratios.moves),
        "indices": frozenset(words.ratios.indices),
        "changes": frozenset(words.ratios.changes),
        "aged": frozenset(words.ages.people),
        "small": frozenset(words.ages.small),
        "birthday": frozenset(words.ages.birthday),
        "lives": frozenset(words.ages.lives),
        "have": frozenset(words.ages.have),
        "terms": frozenset(words.ages.terms),
        "clock": frozenset(words.clock.units),
        "multiplied": frozenset(words.ratios.multiplied),
        "by": frozenset(words.ratios.by),
        "comparative": frozenset(words.ratios.comparative),
    }


def _phrases(words: Words, token: re.Pattern[str]) -> dict[str, Phrases[bool]]:
    """Lists that may hold several words each, looked up by the last word of each."""
    lists = {
        "year": words.dates.before_year,
        "age": words.ages.before,
        "under": words.ages.under,
        "aged_at": words.ages.at,
        "clock": words.clock.before,
        "contrast": words.nouns.contrast,
        "counted": words.nouns.counted_before,
        "people": words.nouns.people_before,
    }
    return {
        name: phrases_by({tuple(map(linked, _tokens(text, token))): True for text in texts}, -1)
        for name, texts in lists.items()
    }


def _anchors(words: Words, small: Mapping[Phrase, float], prefixes: Mapping[str, str]) -> dict[str, str]:
    """What a token may begin, by its word; the later lists win over the earlier ones."""
    found: dict[str, str] = dict.fromkeys(words.one, "one")
    found.update(dict.fromkeys(words.ordinals.first, "first"))
    found.update(dict.fromkeys(words.ordinals.words, "rank"))
    found.update({phrase[0]: "number" for phrase in small if phrase[0] not in words.one})
    found.update(dict.fromkeys((*words.numbers.hundred, *words.numbers.thousand), "number"))
    found.update(dict.fromkeys((*words.scales, *words.collectives), "scale"))
    found.update(dict.fromkeys(words.fractions.nouns, "part"))
    found.update(dict.fromkeys(words.half, "half"))
    found.update(dict.fromkeys(words.over, "over"))
    found.update(dict.fromkeys(words.ratios.doubles, "double"))
    found.update(dict.fromkeys((*words.dates.quarter_letters, *words.dates.half_letters), "quarter"))
    found.update(dict.fromkeys(prefixes, "money"))
    return found
