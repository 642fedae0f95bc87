"""The editor's sentences: what a list of words does, why an edit cannot be made, what an edit was."""

from __future__ import annotations

from dashboard.config.theme_edits import MOST_LABEL, MOST_WORD, ThemeEditError
from dashboard.config.themes import Themes
from dashboard.locales import _
from dashboard.views.theme_editor.drafts import Step


def list_names() -> dict[str, str]:
    """The lists of a theme's words under their names, in the order in which they are offered."""
    return {
        "strong": _("Strong"),
        "words": _("Common"),
        "weak": _("Weak"),
        "negatives": _("Excluded"),
        "unless": _("Blocking"),
    }


def list_help() -> str:
    """What each list does, for the tooltip of the choice."""
    return _(
        "Strong: carries the theme alone. Common: carries it in most texts. Weak: counts only beside other words. "
        "Excluded: no word counts inside it. Blocking: where it stands in a passage, only strong words count."
    )


def word_help() -> str:
    """How words are written, for the tooltip of the field."""
    return _(
        "A word stands for all its forms. licenci* finds the whole family; supprimer + poste finds both in one "
        "sentence. A word with a capital letter is found only with it."
    )


def fault_text(fault: ThemeEditError, themes: Themes, language: str) -> str:
    """Why the edit cannot be made, in one sentence."""
    return _faults()[fault.kind].format(
        said=fault.said,
        list=list_names().get(fault.where, ""),
        theme=_label(themes, fault.where, language),
        most=MOST_LABEL if fault.kind == "long_label" else MOST_WORD,
    )


def step_text(step: Step) -> str:
    """What was edited, in a few words."""
    many = {
        "struck": _("“{0}” ({n} forms) struck from “{1}” ({2})"),
        "struck_whole": _("“{0}” ({n} forms) struck from “{1}” ({2}), with its learned weight"),
    }
    told = {
        "added": _("theme “{0}” added"),
        "renamed": _("“{0}” is now called “{1}”"),
        "recoloured": _("new colour for “{0}”"),
        "merged": _("“{0}” merged into “{1}”"),
        "deleted": _("theme “{0}” deleted"),
        "word": _("“{0}” added to “{1}” ({2})"),
        "struck": _("“{0}” struck from “{1}” ({2})"),
        "replaced": _("themes taken from {0}"),
        "struck_whole": _("“{0}” struck from “{1}” ({2}), with its learned weight"),
        "learned_on": _("learned words of “{0}” switched on"),
        "learned_off": _("learned words of “{0}” switched off"),
        "silenced": _("learned word “{0}” struck from “{1}”"),
        "restored": _("learned word “{0}” counts again for “{1}”"),
    }
    told |= many if len(step.words) > 1 else {}
    said = list(step.said)
    if step.kind in ("word", "struck", "struck_whole"):
        said[2] = list_names()[said[2]].lower()
    return told[step.kind].format(*said, n=len(step.words))


def _faults() -> dict[str, str]:
    return {
        "no_label": _("Give the theme a French name."),
        "long_label": _("A name has at most {most} characters."),
        "label_taken": _("The theme “{theme}” already bears the name “{said}”: choose another one."),
        "bad_colour": _("“{said}” is no colour: write # and six digits or letters from A to F, such as #2166AC."),
        "no_word": _("Write a word or phrase first."),
        "long_word": _("A word or phrase has at most {most} characters."),
        "bad_word": _("“{said}” cannot be searched for: write a word, a phrase, or two of them with one + between."),
        "bad_star": _("In “{said}”, * may stand only at the end of a word, after at least three letters."),
        "word_here": _("The theme has “{said}” already, in the list “{list}”: strike it there first."),
        "no_such_word": _("The theme no longer has “{said}”."),
        "last_word": _("“{said}” is the last word that carries the theme: add another one first, or delete the theme."),
        "last_theme": _("This is the last theme: add another one first."),
        "same_theme": _("Choose another theme to merge it into."),
        "no_such_theme": _("This theme is no longer there."),
        "no_learned": _("The learned words of this theme are switched off."),
        "no_single": _("“{said}” is not a single word: only single words have learned weights."),
        "no_weight": _("“{said}” has no learned weight for this theme, or none any more."),
        "word_listed": _("“{said}” is on the list “{list}”: strike it there, its learned weight goes with it."),
        "word_silent": _("The learned weight of “{said}” is struck already."),
    }


def _label(themes: Themes, theme_id: str, language: str) -> str:
    theme = themes.by_id.get(theme_id)
    return theme.label(language) if theme else theme_id
