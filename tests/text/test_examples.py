from dataclasses import replace

from dashboard.config.names import NameExample
from dashboard.text.examples import example_failures
from tests.text.settings import config


def test_every_example_of_the_configuration_holds() -> None:
    assert example_failures(config()) == []


def test_a_wrong_example_is_named() -> None:
    rules = replace(config().entities.rules, examples=(NameExample("Airbus recrute.", ("Boeing | ORG",), "fr"),))
    broken = replace(config(), entities=replace(config().entities, rules=rules))
    assert example_failures(broken) == [
        f"{config().folder / 'entities.toml'}: [[example]] 'Airbus recrute.': "
        "Boeing | ORG is missing; Airbus | ORG was not expected"
    ]


def test_a_line_that_a_rule_gets_wrong_is_named() -> None:
    text = config().analysis.text
    rule = replace(text.boilerplate[0], yes=("Le maire de Brest a parlé.",), no=("Gérer mes cookies",))
    broken = replace(config(), analysis=replace(config().analysis, text=replace(text, boilerplate=(rule,))))
    failures = example_failures(broken)
    assert len(failures) == 2
    assert "'Le maire de Brest a parlé.' stands under yes" in failures[0]
    assert "'Gérer mes cookies' is content" in failures[1]
