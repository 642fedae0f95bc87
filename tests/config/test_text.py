from pathlib import Path

import pytest

from dashboard.config import load_config
from dashboard.config.base import ConfigError, Section
from dashboard.config.text import read_text

FILE = Path("analysis.toml")


def test_defaults() -> None:
    settings = read_text(Section({}, FILE, "text"))
    assert (settings.max_words, settings.piece_words, settings.heading_words, settings.boilerplate) == (120, 75, 18, ())


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"piece_words": 200}, "expected at most max_words"),
        ({"boilerplate": [{"id": "a", "patterns": ["("], "yes": []}]}, "no regular expression"),
        ({"boilerplate": [{"id": "a", "patterns": ["a"]}]}, "yes is missing"),
        ({"longest": 3}, "unknown key"),
    ],
)
def test_faults_are_named(values: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        read_text(Section(values, FILE, "text"))


def test_stop_words_leave_terms_alone() -> None:
    words = load_config().analysis.stopwords
    terms = {"ai", "ia", "valeur", "état", "personne", "cent", "intelligence", "marché", "prix", "action", "cause"}
    assert not terms & words["fr"]
    assert {"le", "déclarer", "indiquer", "ajouter", "expliquer", "million", "milliard", "dollar", "euro"} <= words[
        "fr"
    ]
    assert {"the", "say", "said", "million", "dollar"} <= words["en"]
    assert "ai" not in words["en"]
