"""The sections on terms and topics."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dashboard.config import ConfigError, load_config
from dashboard.config.base import Section
from dashboard.config.terms import read_terms, read_topics


def section(text: str) -> Section:
    return Section(tomllib.loads(text), Path("analysis.toml"), "terms")


def test_lists_may_hold_several_words_a_line() -> None:
    found = read_terms(section('general = ["cas, façon", "chose"]\nsame = ["ia = ai = a.i."]'))
    assert found.general == {"cas", "façon", "chose"}
    assert found.same == {"ai": "ia", "a.i.": "ia"}


def test_the_default_keeps_general_words_and_terms_apart() -> None:
    terms = load_config().analysis.terms
    assert {"cas", "façon"} <= terms.general and "investissement" not in terms.general
    assert not terms.nouns & terms.adjectives


@pytest.mark.parametrize(("text", "message"), [('same = ["ia"]', "other spelling"), ("nouns = 3", "list of strings")])
def test_faults_are_named(text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        read_terms(section(text))


def test_topics_have_defaults() -> None:
    assert read_topics(section("")).components == 50


def test_words_that_name_no_topic_may_stand_several_in_a_line() -> None:
    assert read_topics(section('unnamed = ["hiver, été", "bilan"]')).unnamed == {"hiver", "été", "bilan"}
    assert not read_topics(section("")).unnamed
    assert "été" in load_config().analysis.topics.unnamed
