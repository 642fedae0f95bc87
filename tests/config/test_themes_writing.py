"""Themes written as TOML and read again."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.config import load_config
from dashboard.config.base import Section
from dashboard.config.themes import Theme, Themes, ThemeScoring, read_themes
from dashboard.config.themes_writing import WIDTH, themes_toml

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
WORDS = st.lists(TEXT.map(lambda text: "a" + text.replace("*", "").replace("+", "")), max_size=4).map(tuple)
THEME = st.builds(
    Theme,
    st.from_regex(r"[a-z][a-z0-9_]{0,30}", fullmatch=True),
    WORDS.map(lambda words: (*words, "mot")),
    *[WORDS] * 4,
    *[TEXT] * 2,
    st.from_regex(r"#[0-9A-F]{6}", fullmatch=True),
    *[st.lists(TEXT, max_size=2).map(tuple)] * 4,
)
SHARE = st.floats(0, 1)
WHOLE = st.integers(1, 99)
SCORING = st.builds(ThemeScoring, *[SHARE] * 5, WHOLE, *[SHARE] * 7, WHOLE, WHOLE, SHARE, SHARE)


def read(text: str) -> Themes:
    return read_themes(Section(tomllib.loads(text), Path("themes.toml")))


@settings(max_examples=60, deadline=None)
@given(st.lists(THEME, min_size=1, max_size=4, unique_by=lambda theme: theme.theme_id), SCORING)
def test_what_is_written_is_read_again(themes: list[Theme], scoring: ThemeScoring) -> None:
    written = Themes(tuple(themes), scoring)
    assert read(themes_toml(written)) == written


def test_the_default_comes_back_whole_in_lines_that_fit() -> None:
    themes = load_config().themes
    text = themes_toml(themes)
    assert read(text) == themes and themes_toml(read(text)) == text
    lists = [line for line in text.splitlines() if line.startswith('  "') and line.count('", "')]
    assert lists and max(map(len, lists)) <= WIDTH


def test_examples_and_odd_signs_are_kept() -> None:
    theme = Theme("t", ("mot",), (), (), (), (), 'a"b\\c', "d\x7f\té", "#123456", ("Oui « là ».",), ("Non\u202f!",))
    themes = replace(load_config().themes, themes=(theme,))
    assert read(themes_toml(themes)) == themes
    assert 'yes = [\n  "Oui « là ».",\n]' in themes_toml(themes)
    assert "weak" not in themes_toml(themes).split("[themes.t]")[1]


def test_learned_words_are_written_only_where_a_theme_has_them() -> None:
    theme = Theme("t", ("mot",), (), (), (), (), "T", "T", "#123456", learned=("sea", "land"), struck=("phare",))
    bare = replace(theme, theme_id="u", learned=(), struck=())
    text = themes_toml(replace(load_config().themes, themes=(theme, bare)))
    assert 'learned = [\n  "sea", "land",\n]\nstruck = [\n  "phare",\n]' in text
    assert not {"learned", "struck"} & set(tomllib.loads(text)["themes"]["u"])
    assert read(text).themes == (theme, bare)
