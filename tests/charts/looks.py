"""Looks for the charts of the tiny corpus."""

from __future__ import annotations

from dashboard.charts.look import Look

THEMES = {
    "layoffs": ("Licenciements", "#B23A48"),
    "investment": ("Investissement", "#2166AC"),
    "society": ("Société", "#7A5230"),
    "": ("Sans thème", "#DADDE1"),
}
SOURCES = {"La Gazette": "#2166AC", "Le Fil": "#B85C00", "Radio Sud": "#1B7F5C"}


def theme_look(language: str = "fr", dark: bool = False) -> Look:
    """The themes of the tiny corpus in a fixed order."""
    labels, colours = zip(*THEMES.values(), strict=True)
    return Look(language, dark, tuple(THEMES), labels, colours)


def source_look(language: str = "fr", dark: bool = False) -> Look:
    """The sources of the tiny corpus."""
    return Look(language, dark, tuple(SOURCES), tuple(SOURCES), tuple(SOURCES.values()))
