"""Runs the examples of the rules for lines and names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.config import Config
from dashboard.config.names import NameExample
from dashboard.model import Article
from dashboard.text.document import read_document
from dashboard.text.passages import is_boilerplate


def example_failures(config: Config) -> list[str]:
    """One sentence for each example of ``[text]`` and of ``entities.toml`` that a rule gets wrong; empty if none."""
    return [*_lines(config), *_names(config)]


def _lines(config: Config) -> Iterator[str]:
    settings = config.analysis.text
    file = config.folder / "analysis.toml"
    for rule in settings.boilerplate:
        alone = replace(settings, boilerplate=(rule,))
        place = f"{file}: [text.boilerplate] {rule.id}"
        for line in rule.yes:
            if not is_boilerplate(line, alone):
                yield f"{place}: {line!r} stands under yes, but no pattern of the rule matches the whole line"
        for line in (*rule.no, *settings.content):
            if is_boilerplate(line, alone):
                yield f"{place}: {line!r} is content, but a pattern of the rule matches it"


def _names(config: Config) -> Iterator[str]:
    file = config.folder / "entities.toml"
    for example in config.entities.rules.examples:
        expected, got = _expected(example), _got(example, config)
        if expected != got:
            amiss = "; ".join(
                [f"{name} is missing" for name in sorted(expected - got)]
                + [f"{name} was not expected" for name in sorted(got - expected)]
            )
            yield f"{file}: [[example]] {example.text!r}: {amiss}"


def _expected(example: NameExample) -> set[str]:
    return {" | ".join(part.strip() for part in line.split("|")) for line in example.names}


def _got(example: NameExample, config: Config) -> set[str]:
    document = read_document(Article("example", "", "", example.text, language=example.language), config)
    return {f"{name.name} | {name.type}" + " | described" * name.described for name in document.names}
