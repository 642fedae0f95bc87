"""The forms of the verbs that report speech, third person, made from their lemmas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dashboard.config.quotes import QuoteSettings

_VOWELS = "aeiouyéèêâîôû"


@dataclass(frozen=True, slots=True, eq=False)
class Verbs:
    """Lemma by form: finite forms, past participles, present participles and infinitives, all in lower case."""

    finite: Mapping[str, str]
    past: Mapping[str, str]
    present: Mapping[str, str]
    infinitive: Mapping[str, str]


@lru_cache(maxsize=4)
def verbs_of(settings: QuoteSettings) -> Verbs:
    """Every form of the verbs that the settings list."""
    finite: dict[str, str] = {}
    past: dict[str, str] = {}
    present: dict[str, str] = {}
    regular = [(verb, er_forms(verb)) for verb in settings.er_verbs]
    regular += [(verb, ir_forms(verb)) for verb in settings.ir_verbs]
    for verb, forms in [*regular, *settings.verbs.items()]:
        for table, words in zip((finite, past, present), forms, strict=True):
            for word in words:
                table.setdefault(word, verb)
    infinitive = {verb: verb for verb in (*settings.er_verbs, *settings.ir_verbs, *settings.verbs)}
    return Verbs(finite, past, present, infinitive)


Forms = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def er_forms(verb: str) -> Forms:
    """Finite forms, past participles and present participle of a regular verb in -er, its spelling changes included."""
    stem = verb[:-2]
    before_a = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    light = set(_light_stems(stem))
    finite = {base + ending for base in light for ending in ("e", "ent")}
    finite |= {before_a + ending for ending in ("ait", "aient", "a")} | {stem + "èrent"}
    finite |= {base + ending for base in light | {stem} for ending in ("era", "eront", "erait", "eraient")}
    return tuple(sorted(finite)), tuple(stem + ending for ending in ("é", "ée", "és", "ées")), (before_a + "ant",)


def _light_stems(stem: str) -> Iterator[str]:
    """The stem before a mute e: préfér- préfèr-, appel- appell-, balay- balai-."""
    if len(stem) > 2 and stem[-2] in "eé" and stem[-1] not in _VOWELS:
        yield stem[:-2] + "è" + stem[-1]
        if stem[-2] == "e" and stem[-1] in "lt":
            yield stem + stem[-1]
    elif stem.endswith("y"):
        yield stem
        yield stem[:-1] + "i"
    else:
        yield stem


def ir_forms(verb: str) -> Forms:
    """The same of a regular verb in -ir (*finir*)."""
    stem = verb[:-1]
    finite = ("t", "ssent", "ssait", "ssaient", "rent", "ra", "ront", "rait", "raient", "sse")
    return tuple(stem + end for end in finite), tuple(stem + end for end in ("", "e", "s", "es")), (stem + "ssant",)
