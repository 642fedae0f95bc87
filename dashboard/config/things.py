"""``config/quantities_things.toml``: things whose number is a measure by itself (*78 magasins*)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dashboard.config.base import read_toml
from dashboard.config.meaning import Measure, cue_pattern
from dashboard.config.measures import MeasureNames
from dashboard.model import Kind

_KINDS: frozenset[Kind] = frozenset({"count", "people", "percent", "ordinal"})
_WEIGHT = 0.85  # less than a cue that touches the figure (*a livré 735 avions*), more than one far off


def load_things(path: Path, tolerance: float) -> tuple[Measure, ...]:
    """A measure for each thing, in the file's order. Raises ConfigError, also for a noun that two of them claim."""
    file = read_toml(path)
    taken: set[str] = set()
    made = []
    for name, section in file.named():
        nouns = section.texts("nouns")
        for noun in nouns:
            if noun in taken:
                raise section.fault("nouns", noun, "a noun stands for one thing: leave it out of one of them")
            taken.add(noun)
        never = cue_pattern(())
        made.append(
            Measure(
                name=name,
                kinds=_KINDS,
                roles="named",
                cues=never,
                complements=never,
                cue_words=(),
                complement_words=(),
                nouns=frozenset(nouns),
                units=frozenset(),
                own_units=frozenset(),
                fallback=frozenset(),
                excluded=never,
                weight=_WEIGHT,
                tolerance=tolerance,
                comparable=False,
                shape="any",
                part=None,
                needed=cue_pattern(section.texts("needs")) if section.has("needs") else None,
                examples=section.texts("examples"),
                counter_examples=section.texts("counter_examples"),
            )
        )
        section.finish()
    file.finish()
    return tuple(made)


def names_of_things(path: Path) -> Mapping[str, MeasureNames]:
    """How the things are called: by their first noun in French, by their key in English. Raises ConfigError."""
    made = {}
    for name, section in read_toml(path).named():
        labels = {"fr": section.texts("nouns")[0], "en": name.replace("_", " ")}
        phrases = {"fr": f"les {labels['fr']} de {{subject}}", "en": f"the {labels['en']} of {{subject}}"}
        made[name] = MeasureNames(labels=labels, phrases=phrases)
    return made
