"""``config/themes.toml`` as frozen settings: the user's themes, their words, and how cues are weighed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from dashboard.config.base import ConfigError, Section, read_toml

SHOWN = {"presentation": True}
CARRYING = ("strong", "words", "weak")
LISTS = (*CARRYING, "negatives", "unless")
_ID = re.compile(r"[a-z][a-z0-9_]{0,30}")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme and its words.

    ``strong`` words carry it alone, ``words`` do in most texts, ``weak`` ones only beside others. ``negatives``
    are phrases inside which no word counts for this theme. Where a word of ``unless`` stands in a passage,
    only strong words count. An entry is a word or phrase (any form of it; ``licenci*`` for a whole family;
    ``supprimer + poste`` for two words of one sentence). ``yes`` and ``no`` are sentences that must and must
    not be given the theme. Labels and colour are shown and change nothing else.
    ``learned`` names the columns of ``Learned`` that speak for the theme as well, ``struck`` the words whose learned
    weight does not count for it. Words that those were not learned with still count for what their list says.
    """

    theme_id: str
    strong: tuple[str, ...]
    words: tuple[str, ...]
    weak: tuple[str, ...]
    negatives: tuple[str, ...]
    unless: tuple[str, ...]
    label_fr: str = field(metadata=SHOWN)
    label_en: str = field(metadata=SHOWN)
    colour: str = field(metadata=SHOWN)
    yes: tuple[str, ...] = field(default=(), metadata=SHOWN)
    no: tuple[str, ...] = field(default=(), metadata=SHOWN)
    learned: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        """The theme's name in French (``fr``) or English (anything else)."""
        return self.label_fr if language == "fr" else self.label_en


@dataclass(frozen=True, slots=True)
class ThemeScoring:
    """How cues become scores.

    ``strong``, ``words`` and ``weak`` are the weights of a cue; ``repeat`` is what each further mention of a
    cue adds, as a share of its weight. ``context`` is what the article's share of a theme adds in points; a
    passage of at most ``brief`` words, such as a heading, has ``beside`` of the points of the next one too. A
    theme is given from ``threshold`` points on, if it has at least ``share`` of the best theme's points or
    ``sure`` points; the best one alone from a third of it. The theme that has ``inherit`` of the article's other
    points goes to a passage with too few of its own, that which has ``carried`` of them to every passage with a
    single cue for it. So does the theme of the heading from ``headline`` on, and from ``carried`` on it also goes
    to a passage that has one theme at most.
    ``learn_from`` is the number of passages from which the corpus teaches as well; what it teaches decides where
    the themes have fewer than ``thin`` entries each, and elsewhere only fills gaps.
    Where weights were learned, a theme is given from the chance ``given`` on, the best one from ``least`` on.
    """

    strong: float
    words: float
    weak: float
    repeat: float
    context: float
    brief: int
    beside: float
    threshold: float
    share: float
    sure: float
    inherit: float
    carried: float
    headline: float
    learn_from: int
    thin: int
    given: float
    least: float


@dataclass(frozen=True)
class Themes:
    """The themes in the file's order, which is that of legends and menus."""

    themes: tuple[Theme, ...]
    scoring: ThemeScoring

    @cached_property
    def by_id(self) -> Mapping[str, Theme]:
        """Every theme by its id, in order."""
        return {theme.theme_id: theme for theme in self.themes}

    @property
    def order(self) -> tuple[str, ...]:
        """The ids in order."""
        return tuple(theme.theme_id for theme in self.themes)

    def with_theme(self, theme: Theme) -> Themes:
        """These themes with one put in the place of its namesake, or at the end."""
        if theme.theme_id in self.by_id:
            changed = tuple(theme if old.theme_id == theme.theme_id else old for old in self.themes)
            return replace(self, themes=changed)
        return replace(self, themes=(*self.themes, theme))

    def without(self, theme_id: str) -> Themes:
        """These themes less one."""
        return replace(self, themes=tuple(theme for theme in self.themes if theme.theme_id != theme_id))


def load_themes(path: Path) -> Themes:
    """The settings of the file. Raises ConfigError."""
    return read_themes(read_toml(path))


def themes_of_file(data: bytes, name: str) -> Themes:
    """The settings of a file that a user opens, ``name`` being its own. Raises ConfigError."""
    try:
        return read_themes(Section(tomllib.loads(data.decode("utf-8-sig")), Path(name)))
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name}: cannot be read: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name}: no TOML: {error}") from None


def read_themes(file: Section) -> Themes:
    """The settings of a file that is read already. Raises ConfigError."""
    scoring = _scoring(file.table("scoring"))
    sections = file.table("themes").named()
    file.finish()
    if not sections:
        raise ConfigError(f"{file.file}: no theme: add a table such as [themes.health] with label_fr and words")
    return Themes(tuple(_theme(theme_id, section) for theme_id, section in sections), scoring)


def _scoring(section: Section) -> ThemeScoring:
    scoring = ThemeScoring(
        strong=section.number("strong", 2.5, low=0),
        words=section.number("words", 1.0, low=0),
        weak=section.number("weak", 0.35, low=0),
        repeat=section.number("repeat", 0.1, low=0, high=1),
        context=section.number("context", 0.4, low=0),
        brief=section.whole("brief", 15),
        beside=section.number("beside", 0.5, low=0, high=1),
        threshold=section.number("threshold", 1.35, low=0),
        share=section.number("share", 0.4, low=0, high=1),
        sure=section.number("sure", 2.5, low=0),
        inherit=section.number("inherit", 0.35, low=0, high=1),
        carried=section.number("carried", 0.5, low=0, high=1),
        headline=section.number("headline", 0.2, low=0, high=1),
        learn_from=section.whole("learn_from", 150, low=1),
        thin=section.whole("thin", 25),
        given=section.number("given", 0.38, low=0, high=1),
        least=section.number("least", 0.3, low=0, high=1),
    )
    section.finish()
    return scoring


def _theme(theme_id: str, section: Section) -> Theme:
    if not _ID.fullmatch(theme_id):
        raise section.fault("table name", theme_id, "expected a small letter, then small letters, digits or _")
    label = section.text("label_fr")
    colour = section.text("colour", "#6B7280")
    if not is_colour(colour):
        raise section.fault("colour", colour, "expected # and six hexadecimal digits, such as #2166AC")
    lists: dict[str, Any] = {key: _entries(section, key) for key in LISTS}
    if not lists["strong"] and not lists["words"]:
        raise section.fault("words", [], "a theme needs at least one word here or in strong")
    theme = Theme(
        theme_id=theme_id,
        **lists,
        label_fr=label,
        label_en=section.text("label_en", label),
        colour=colour,
        yes=section.texts("yes", ()),
        no=section.texts("no", ()),
        learned=section.texts("learned", ()),
        struck=section.texts("struck", ()),
    )
    section.finish()
    return theme


def _entries(section: Section, key: str) -> tuple[str, ...]:
    entries = section.texts(key, ())
    for entry in entries:
        if not is_entry(entry):
            raise section.fault(key, entry, "expected a word, a phrase, or two of them with one + between")
        if not is_family(entry):
            raise section.fault(key, entry, "expected * only at the end of a word, after at least three letters")
    return entries


def check_columns(themes: Themes, columns: Collection[str], file: Path) -> None:
    """Raises ConfigError where a theme names learned weights that there are none of."""
    for theme in themes.themes:
        for column in theme.learned:
            if column not in columns:
                raise ConfigError(
                    f"{file}: [themes.{theme.theme_id}] learned: {column!r} has no learned weights; "
                    f"expected one of {', '.join(columns)}, or leave it out"
                )


def is_colour(text: str) -> bool:
    """Whether the text is # and six hexadecimal digits."""
    return _COLOUR.fullmatch(text) is not None


def is_entry(text: str) -> bool:
    """Whether the text is a word, a phrase, or two of them with one + between."""
    parts = text.split(" + ")
    return len(parts) <= 2 and all(any(letter.isalnum() for letter in part) for part in parts)


def is_family(text: str) -> bool:
    """Whether * stands in the text only where it may: at the end of a word, after at least three letters."""
    words = [word for word in text.split() if "*" in word]
    return all("*" not in word[:-1] and len(word) >= 4 for word in words)
