"""Edits of the user's themes: add, name, colour, merge, delete, words. Each gives new Themes or says why it cannot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from dashboard.config.themes import CARRYING, LISTS, Theme, Themes, is_colour, is_entry, is_family

#: Characters that a label or word may have at most.
MOST_LABEL, MOST_WORD = 60, 80
_MOST_ID = 24


class ThemeEditError(ValueError):
    """An edit that cannot be made.

    ``kind`` is one of no_label, long_label, label_taken, bad_colour, no_word, long_word, bad_word, bad_star,
    word_here, last_word, no_such_word, last_theme, same_theme, no_such_theme and, of learned words, no_learned,
    no_single, no_weight, word_listed, word_silent; ``said`` is what was given and ``where`` the id of the theme or
    the list (strong, words, weak, negatives, unless) that stands in its way.
    """

    def __init__(self, kind: str, said: str = "", where: str = "") -> None:
        """``kind``, ``said`` and ``where`` as above; both may be empty."""
        super().__init__(f"{kind}: {said} {where}".strip())
        self.kind, self.said, self.where = kind, said, where


def theme_added(themes: Themes, label: str, words: Iterable[str], colour: str) -> tuple[Themes, str]:
    """The themes with a new one at the end, whose words are all strong, and its id, made from the label.

    Raises ThemeEditError.
    """
    name = clean(label)
    _check_label(themes, name, "")
    entries = tuple(dict.fromkeys(entry_of(word) for word in words))
    if not entries:
        raise ThemeEditError("no_word")
    theme_id = new_id(name, themes.by_id)
    empty: dict[str, Any] = dict.fromkeys(LISTS, ())
    theme = Theme(theme_id, **(empty | {"strong": entries}), label_fr=name, label_en=name, colour=_colour(colour))
    return themes.with_theme(theme), theme_id


def renamed(themes: Themes, theme_id: str, label_fr: str, label_en: str) -> Themes:
    """The themes with one under other labels; without an English one it takes the French. Raises ThemeEditError."""
    french = clean(label_fr)
    english = clean(label_en) or french
    for label in (french, english):
        _check_label(themes, label, theme_id)
    return themes.with_theme(replace(_theme(themes, theme_id), label_fr=french, label_en=english))


def recoloured(themes: Themes, theme_id: str, colour: str) -> Themes:
    """The themes with one in another colour (# and six hexadecimal digits). Raises ThemeEditError."""
    return themes.with_theme(replace(_theme(themes, theme_id), colour=_colour(colour)))


def merged(themes: Themes, theme_id: str, into: str) -> Themes:
    """The themes with the words of one moved into another, whose labels, colour and place stay. Raises ThemeEditError.

    A word keeps the strongest list that either had it in. A phrase that one excludes stays excluded unless the
    other counts it. A word that bars the passage, and a sentence that must not have the theme, stay only if
    both themes had them: either alone says nothing about the other.
    """
    gone, kept = _theme(themes, theme_id), _theme(themes, into)
    if theme_id == into:
        raise ThemeEditError("same_theme", where=into)
    lists: dict[str, Any] = {}
    counted: set[str] = set()
    for key in CARRYING:
        lists[key] = tuple(word for word in _union(getattr(kept, key), getattr(gone, key)) if word not in counted)
        counted.update(lists[key])
    lists["negatives"] = tuple(word for word in _union(kept.negatives, gone.negatives) if word not in counted)
    lists["unless"] = tuple(word for word in kept.unless if word in gone.unless)
    lists["learned"] = _union(kept.learned, gone.learned)
    lists["struck"] = tuple(word for word in _union(kept.struck, gone.struck) if word not in counted)
    sentences: dict[str, Any] = {
        "yes": _union(kept.yes, gone.yes),
        "no": tuple(said for said in kept.no if said in gone.no),
    }
    return themes.with_theme(replace(kept, **lists, **sentences)).without(theme_id)


def deleted(themes: Themes, theme_id: str) -> Themes:
    """The themes less one. Raises ThemeEditError for the last one."""
    _theme(themes, theme_id)
    if len(themes.themes) == 1:
        raise ThemeEditError("last_theme")
    return themes.without(theme_id)


def word_added(themes: Themes, theme_id: str, key: str, word: str) -> Themes:
    """The themes with a word at the end of a list of one. Raises ThemeEditError, also where a list has it already."""
    theme, entry = _theme(themes, theme_id), entry_of(word)
    for other in LISTS:
        if entry in getattr(theme, other):
            raise ThemeEditError("word_here", entry, other)
    changed = _with_list(theme, key, (*getattr(theme, key), entry))
    if key in CARRYING:
        changed = replace(changed, struck=tuple(word for word in changed.struck if word != entry))
    return themes.with_theme(changed)


def words_struck(themes: Themes, theme_id: str, words: Sequence[tuple[str, str]]) -> Themes:
    """The themes without some words of one, pairs of a list and an entry, nor their learned weights there.

    Raises ThemeEditError, which names the first of them, if the theme would be left without words.
    """
    theme = _theme(themes, theme_id)
    for key, word in words:
        if word not in getattr(theme, key):
            raise ThemeEditError("no_such_word", word, key)
    gone, changed = set(words), theme
    for key in dict.fromkeys(key for key, _word in words):
        changed = _with_list(changed, key, tuple(one for one in getattr(theme, key) if (key, one) not in gone))
    if not changed.strong and not changed.words:
        raise ThemeEditError("last_word", words[0][1])
    if theme.learned:
        single = (word for key, word in words if key in CARRYING and not set(word) & set(" *"))
        changed = replace(changed, struck=_union(changed.struck, tuple(single)))
    return themes.with_theme(changed)


def learned_switched(themes: Themes, theme_id: str, columns: Iterable[str]) -> Themes:
    """The themes with one whose learned weights are those of the ``columns``; none switches them off.

    Raises ThemeEditError.
    """
    return themes.with_theme(replace(_theme(themes, theme_id), learned=tuple(dict.fromkeys(columns))))


def word_silenced(themes: Themes, theme_id: str, word: str, weighs: Callable[[str], bool]) -> Themes:
    """The themes with one for which the learned weight of a single word does not count.

    ``weighs`` tells whether a word has a learned weight for the theme at all. Raises ThemeEditError, also for a
    word that the theme lists: striking that silences it too.
    """
    theme, entry = _theme(themes, theme_id), entry_of(word)
    if not theme.learned:
        raise ThemeEditError("no_learned")
    if set(entry) & set(" *"):
        raise ThemeEditError("no_single", entry)
    for key in CARRYING:
        if entry.casefold() in (listed.casefold() for listed in getattr(theme, key)):
            raise ThemeEditError("word_listed", entry, key)
    if entry in theme.struck:
        raise ThemeEditError("word_silent", entry)
    if not weighs(entry):
        raise ThemeEditError("no_weight", entry)
    return themes.with_theme(replace(theme, struck=(*theme.struck, entry)))


def words_restored(themes: Themes, theme_id: str, words: Collection[str]) -> Themes:
    """The themes with one for which the learned weights of struck words count again. Raises ThemeEditError."""
    theme = _theme(themes, theme_id)
    for word in words:
        if word not in theme.struck:
            raise ThemeEditError("no_such_word", word)
    return themes.with_theme(replace(theme, struck=tuple(entry for entry in theme.struck if entry not in words)))


def others_with(themes: Themes, theme_id: str, word: str) -> list[str]:
    """The ids of the other themes that count the word too; none for what is no word."""
    entry = clean(word).replace("’", "'")
    return [
        theme.theme_id
        for theme in themes.themes
        if theme.theme_id != theme_id and any(entry in getattr(theme, key) for key in CARRYING)
    ]


def entry_of(word: str) -> str:
    """What a person typed as an entry of the file: plain spaces, straight apostrophes. Raises ThemeEditError."""
    entry = re.sub(r"(?<=[\w*])[ ]?\+[ ]?(?=\w)", " + ", clean(word).replace("’", "'"))
    if not entry:
        raise ThemeEditError("no_word")
    if len(entry) > MOST_WORD:
        raise ThemeEditError("long_word", entry[:MOST_WORD])
    if not is_entry(entry):
        raise ThemeEditError("bad_word", entry)
    if not is_family(entry):
        raise ThemeEditError("bad_star", entry)
    return entry


def new_id(label: str, taken: Iterable[str]) -> str:
    """An id made from the label's letters, numbered where another theme has it."""
    letters = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    whole = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")
    base = whole[:_MOST_ID]
    if whole[_MOST_ID : _MOST_ID + 1] not in ("", "_"):
        base = base.rpartition("_")[0] or base
    base = base.strip("_")
    base = base if base[:1].isalpha() else f"theme_{base}".strip("_")
    used = set(taken)
    numbered = (f"{base}_{number}" for number in range(2, len(used) + 3))
    return next(theme_id for theme_id in (base, *numbered) if theme_id not in used)


def clean(text: str) -> str:
    """The text in one line without control characters, surrogates and marks that turn the writing direction."""
    kinds = {char: unicodedata.category(char) for char in set(text)}
    kept = (" " if kinds[char] in ("Cc", "Zl", "Zp") else char for char in text if kinds[char] not in ("Cf", "Cs"))
    return " ".join("".join(kept).split())


def _check_label(themes: Themes, label: str, theme_id: str) -> None:
    if not label:
        raise ThemeEditError("no_label")
    if len(label) > MOST_LABEL:
        raise ThemeEditError("long_label", label[:MOST_LABEL])
    for theme in themes.themes:
        labels = (theme.label_fr.casefold(), theme.label_en.casefold())
        if theme.theme_id != theme_id and label.casefold() in labels:
            raise ThemeEditError("label_taken", label, theme.theme_id)


def _theme(themes: Themes, theme_id: str) -> Theme:
    if theme_id not in themes.by_id:
        raise ThemeEditError("no_such_theme", theme_id)
    return themes.by_id[theme_id]


def _colour(colour: str) -> str:
    if not is_colour(colour.strip()):
        raise ThemeEditError("bad_colour", colour)
    return colour.strip().upper()


def _with_list(theme: Theme, key: str, entries: tuple[str, ...]) -> Theme:
    changed: dict[str, Any] = {key: entries}
    return replace(theme, **changed)


def _union(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
