"""What the mark of a theme in a passage says."""

from __future__ import annotations

from dashboard.config.themes import Theme
from dashboard.locales import _


def theme_mark(theme: Theme, language: str) -> str:
    """Which theme a marked word speaks for, and what kind of word it is, for the tooltip of the mark."""
    said = _("Theme: {theme}, by a word of its lists or a learned word") if theme.learned else _("Theme: {theme}")
    return said.format(theme=theme.label(language))


def marks_said(theme: Theme) -> str:
    """What the marks in the theme's passages are, in a sentence; empty where they are its own words alone."""
    return _("Marked: words of its lists or, without one, the learned words that tell most.") if theme.learned else ""
