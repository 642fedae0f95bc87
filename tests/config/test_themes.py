"""The file of themes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dashboard.config import ConfigError, digest, load_config
from dashboard.config.base import Section
from dashboard.config.themes import Themes, read_themes

SMALL = '[themes.sea]\nlabel_fr = "Mer"\nwords = ["bateau"]\n'


def themes(text: str) -> Themes:
    return read_themes(Section(tomllib.loads(text), Path("themes.toml")))


def test_the_default_has_twelve_in_order_with_labels_and_colours() -> None:
    found = load_config().themes
    assert " ".join(found.order) == (
        "investment cloud layoffs competition products research adoption governance results labour economy society"
    )
    assert len({theme.colour for theme in found.themes}) == 12
    assert found.by_id["layoffs"].label("fr") == "Licenciements" and found.by_id["layoffs"].label("en") == "Layoffs"
    assert all(theme.yes and theme.no for theme in found.themes)


def test_a_small_file_is_enough() -> None:
    theme = themes(SMALL).themes[0]
    assert (theme.theme_id, theme.label("en"), theme.words, theme.strong) == ("sea", "Mer", ("bateau",), ())


def test_a_rename_or_recolour_changes_no_digest() -> None:
    other = SMALL.replace('"Mer"', '"Océan"') + 'colour = "#123456"\nyes = ["Un bateau passe."]\n'
    assert digest(themes(SMALL)) == digest(themes(other)) != digest(themes(SMALL.replace("bateau", "phare")))


def test_themes_are_put_and_taken() -> None:
    found, other = themes(SMALL), themes(SMALL.replace("sea", "hill")).themes[0]
    assert found.with_theme(other).order == ("sea", "hill")
    assert found.with_theme(other).without("sea").order == ("hill",)
    assert found.with_theme(found.themes[0]).order == ("sea",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no theme"),
        ('[themes.Sea]\nlabel_fr = "Mer"\nwords = ["bateau"]', "Sea"),
        ("[themes.sea]\nwords = ['bateau']", "label_fr is missing"),
        ('[themes.sea]\nlabel_fr = "Mer"', "at least one word"),
        (SMALL + 'colour = "blue"', "six hexadecimal digits"),
        (SMALL + 'wrods = ["x"]', "unknown key"),
        (SMALL.replace("bateau", "a + b + c"), "one + between"),
        (SMALL.replace("bateau", "ba*eau"), "only at the end"),
        (SMALL.replace("bateau", "..."), "expected a word"),
        (SMALL + "[scoring]\nshare = 3", "from 0 to 1"),
    ],
)
def test_faults_are_named(text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message.replace("+", r"\+").replace("*", r"\*")):
        themes(text)
