"""The examples beside the rules hold, and a rule that breaks one is named."""

from __future__ import annotations

from dataclasses import replace

from dashboard.analysis.quantities import example_failures
from dashboard.config import load_config
from dashboard.config.figures import Style

CONFIG = load_config()


def test_every_example_holds() -> None:
    assert example_failures(CONFIG) == []


def test_there_are_thirty_measures_with_examples() -> None:
    measures = CONFIG.quantities.measures
    assert len(measures) >= 30
    assert all(measure.examples for measure in measures)


def test_a_broken_example_is_one_sentence_that_names_its_place() -> None:
    style = Style("broken", "fr", (("Il a 3 euros.", ("4 euros | money | 4 | EUR",)),), ("Il a 5 euros.",))
    rules = replace(CONFIG.quantities, styles=(style,), measures=())
    assert example_failures(replace(CONFIG, quantities=rules)) == [
        "config/quantities_examples.toml: style 'broken': 'Il a 3 euros.' expected 4 euros | money | 4 | EUR, "
        "got 3 euros | money | 3 | EUR",
        "config/quantities_examples.toml: style 'broken': 'Il a 5 euros.' expected no figure, "
        "got 5 euros | money | 5 | EUR",
    ]
