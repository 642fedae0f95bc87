"""The themes in this session: those in use, and the draft of what the reader edits before it is applied."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import streamlit as st

from dashboard.config.theme_edits import ThemeEditError
from dashboard.config.themes import Themes
from dashboard.views.selection import KEYS
from dashboard.views.theme_editor.drafts import Draft, Step

_APPLIED, _STEPS, _FAULT, _ROUND = "themes:applied", "themes:steps", "themes:fault", "themes:round"


def in_use(read: Themes) -> Themes:
    """The themes that every page shows: what this session applied, else those that were ``read``."""
    applied: Themes | None = st.session_state.get(_APPLIED)
    return applied or read


def state() -> Draft:
    """What this session applied and edited, for keeping."""
    return Draft(st.session_state.get(_APPLIED), steps())


def adopt(kept: Draft) -> None:
    """Goes on with what an earlier session of the same reader applied and edited."""
    st.session_state[_APPLIED] = kept.applied
    _set(kept.steps)


def steps() -> tuple[Step, ...]:
    """The edits that were not applied yet, in order."""
    found: tuple[Step, ...] = st.session_state.get(_STEPS, ())
    return found


def draft(now: Themes) -> Themes:
    """The themes as edited; those in use (``now``) where nothing was."""
    made = steps()
    return made[-1].themes if made else now


def edit(now: Themes, change: Callable[[Themes], Step], place: str = "") -> bool:
    """Takes a step from the draft; False where it cannot be taken: ``fault`` of that place tells why. For callbacks.

    ``place`` is where in the form it was asked for.
    """
    st.session_state.pop(_FAULT, None)
    before = draft(now)
    try:
        step = change(before)
    except ThemeEditError as error:
        st.session_state[_FAULT] = place, error
        return False
    if step.themes != before:
        st.session_state[_STEPS] = (*steps(), replace(step, place=place))
    return True


def place_of(theme_id: str) -> str:
    """Where in the form of a theme the last edit was made; "" for its head, also after an edit elsewhere."""
    made = steps()
    return made[-1].place if made and made[-1].theme == theme_id else ""


def fault(place: str = "") -> ThemeEditError | None:
    """Why the last edit could not be made; None where it could, or was tried in another place of the page."""
    found: tuple[str, ThemeEditError] = st.session_state.get(_FAULT, ("", None))
    return found[1] if found[0] == place else None


def columns_of(theme_id: str, now: Themes, read: Themes, columns: Iterable[str]) -> tuple[str, ...]:
    """The learned columns (of all ``columns``) that the theme has, had before they were switched off, or bears the
    name of; none where nothing was learned for it."""
    for themes in (*(step.themes for step in reversed(steps())), now, read):
        theme = themes.by_id.get(theme_id)
        if theme and theme.learned:
            return theme.learned
    taken = {column for theme in draft(now).themes for column in theme.learned}
    return (theme_id,) if theme_id in columns and theme_id not in taken else ()


def undo() -> None:
    """Takes the last step back; for callbacks."""
    _set(steps()[:-1])


def discard() -> None:
    """Takes all steps back; for callbacks."""
    _set(())


def apply(now: Themes) -> None:
    """Makes the draft what every page shows, for this session; a filter by a theme that is gone goes with it."""
    wanted = draft(now)
    moved = {step.theme: step.into for step in steps() if step.kind == "merged"}
    chosen = [_last(theme, moved) for theme in st.session_state.get(KEYS["theme"], ())]
    st.session_state[KEYS["theme"]] = [theme for theme in dict.fromkeys(chosen) if theme in wanted.by_id]
    st.session_state[_APPLIED] = wanted
    _set(())


def back_to_read() -> None:
    """Shows the themes that were read again, and drops what was edited; for callbacks."""
    st.session_state.pop(_APPLIED, None)
    _set(())


def key(name: str) -> str:
    """A widget's key, another one after every step back: the widget then shows the draft's value again."""
    return f"edit:{st.session_state.get(_ROUND, 0)}:{name}"


def _set(made: tuple[Step, ...]) -> None:
    st.session_state[_STEPS] = made
    st.session_state.pop(_FAULT, None)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _last(theme: str, moved: dict[str, str]) -> str:
    """The theme that the words of one are in after all merges; nothing is merged in a circle, its id is gone."""
    while theme in moved:
        theme = moved.pop(theme)
    return theme
