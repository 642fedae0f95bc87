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
    labels = {theme: label for theme, (label, _) in THEMES.items()}
    colours = {theme: colour for theme, (_, colour) in THEMES.items()}
    return Look(language, dark, tuple(THEMES), labels, colours)


def source_look(language: str = "fr", dark: bool = False) -> Look:
    """The sources of the tiny corpus."""
    return Look(language, dark, tuple(SOURCES), {name: name for name in SOURCES}, SOURCES)
