"""The names of measures."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.config import ConfigError, digest, load_config
from dashboard.config.measures import load_measure_names, names_of

GOOD = 'fr = "effectif"\nen = "staff"\nphrase_fr = "l’effectif de {subject}"\nphrase_en = "the staff of {subject}"\n'


def names(folder: Path, text: str) -> object:
    path = folder / "measures.toml"
    path.write_text(text, encoding="utf-8")
    return load_measure_names(path)


def test_every_measure_of_the_configuration_has_a_name() -> None:
    config = load_config()
    assert {measure.name for measure in config.quantities.measures} <= set(config.measure_names)


def test_a_party_that_is_not_known_is_cut_with_the_word_before_it() -> None:
    staff = load_config().measure_names["investment"]
    assert staff.phrase("fr", frozenset({"subject"})) == "l’investissement de {subject}"
    assert staff.phrase("en", frozenset({"counterparty"})) == "investment in {counterparty}"
    assert staff.phrase("fr", frozenset()) == "l’investissement"


def test_a_rename_changes_no_digest_of_the_settings() -> None:
    config = load_config()
    from dataclasses import replace

    assert digest(replace(config, measure_names={})) == digest(config)


WRONG = [
    ("[staff]\n" + GOOD.replace("{subject}", "{who}"), "phrase_fr"),
    ("[staff]\n" + GOOD + 'de = "Personal"\n', "unknown key"),
    ('[staff]\nfr = "effectif"\n', "en is missing"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_wrong_files_are_refused_by_name(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        names(tmp_path, text)
    assert names(tmp_path, "[staff]\n" + GOOD)


def test_a_percent_of_a_measure_is_called_by_its_change() -> None:
    named = load_config().measure_names
    assert names_of(named, "price", "%") is named["price_change"]
    assert names_of(named, "price", "EUR") is named["price"]
    assert names_of(named, "margin", "%") is named["margin"]
    assert names_of(named, "no_such_measure", "%") is None
