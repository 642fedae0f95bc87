"""Writes themes as a file that ``themes.read_themes`` reads back as the same settings."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields

from dashboard.config.themes import LISTS, Theme, Themes

WIDTH = 118
_HEAD = """\
# The themes of the dashboard, in the order of its legends. Each is a table [themes.<id>]:
#   label_fr, label_en, colour   what is shown; changing them recomputes nothing
#   strong     words that carry the theme alone
#   words      words that carry it in most texts
#   weak       words that count only beside others
#   negatives  words and phrases inside which no word counts for this theme
#   unless     where one of these stands in the passage, only strong words count
#   learned    whose learned weights of single words are summed up with the lists' words in French articles; a word
#              that you add to a list counts for what the list says, whatever the sum
#   struck     words whose learned weight does not count for this theme
#   yes, no    sentences that must and must not be given the theme; `python -m dashboard check` tries them
# A word stands for all its forms; * at its end for its whole family ("licenci*"). In a phrase, articles, de, à and
# the like do not matter; beside a single word they do ("au prix de" is not any "prix"). "supprimer + poste" finds both
# in one sentence, at most ten words apart. A word with a capital letter is found only with it.
"""


def themes_toml(themes: Themes) -> str:
    """The themes and their scoring as TOML, examples included: the same settings give the same text."""
    return "\n".join([_HEAD, *_scoring(themes), *(line for theme in themes.themes for line in _theme(theme))])


def _scoring(themes: Themes) -> Iterable[str]:
    yield "[scoring]"
    for field in fields(themes.scoring):
        yield f"{field.name} = {getattr(themes.scoring, field.name)!r}"
    yield ""


def _theme(theme: Theme) -> Iterable[str]:
    yield f"[themes.{theme.theme_id}]"
    for key in ("label_fr", "label_en", "colour"):
        yield f"{key} = {_text(getattr(theme, key))}"
    for key in LISTS:
        if entries := getattr(theme, key):
            yield from _list(key, entries)
    for key in ("learned", "struck"):
        if entries := getattr(theme, key):
            yield from _list(key, entries)
    for key in ("yes", "no"):
        if sentences := getattr(theme, key):
            yield from (f"{key} = [", *(f"  {_text(sentence)}," for sentence in sentences), "]")
    yield ""


def _list(key: str, entries: tuple[str, ...]) -> Iterable[str]:
    """The entries in lines as wide as they may be."""
    yield f"{key} = ["
    line = " "
    for entry in map(_text, entries):
        if len(line) + len(entry) + 2 > WIDTH and line.strip():
            yield line
            line = " "
        line += f" {entry},"
    yield line
    yield "]"


def _text(value: str) -> str:
    """A basic string of TOML: JSON writes the same, but for the one control character that it lets stand."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
