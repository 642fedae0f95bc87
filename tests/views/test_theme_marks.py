"""What the mark of a theme says of the word that it is on."""

from __future__ import annotations

from dataclasses import replace

from dashboard.config.themes import Theme
from dashboard.locales import use_language
from dashboard.views.theme_marks import marks_said, theme_mark

SEA = Theme("sea", ("phare",), (), (), (), (), "Mer", "Sea", "#112233")


def test_a_mark_of_a_theme_with_lists_alone_names_it() -> None:
    use_language("en")
    assert (theme_mark(SEA, "en"), marks_said(SEA)) == ("Theme: Sea", "")


def test_a_mark_of_a_theme_with_learned_words_says_what_it_may_be() -> None:
    use_language("fr")
    learned = replace(SEA, learned=("sea",))
    assert theme_mark(learned, "fr") == "Thème\u202f: Mer, par un mot de ses listes ou un mot appris"
    assert marks_said(learned).startswith("Marqués\u202f: ")
