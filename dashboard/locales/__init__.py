"""French and English texts of the interface, read from the ``.po`` files beside this module.

Message ids are English. A language's files are merged, one file a view. The chosen language belongs to the
running thread or task alone, so that readers of one server may differ; a fragment that reruns by itself
starts in a new thread and calls ``use_language`` first.
"""

from __future__ import annotations

import io
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

__all__ = ["DEFAULT", "LANGUAGES", "_", "catalogue", "current_language", "ngettext", "use_language"]

LANGUAGES = ("fr", "en")
DEFAULT = "fr"
_FOLDER = Path(__file__).resolve().parent
_chosen: ContextVar[str] = ContextVar("language", default=DEFAULT)


def use_language(language: str) -> None:
    """Sets the language of this thread or task; one that has no catalogue counts as French."""
    _chosen.set(language if language in LANGUAGES else DEFAULT)


def current_language() -> str:
    """``fr`` or ``en``."""
    return _chosen.get()


def _(message: str) -> str:
    """The message in the current language; the message itself where no catalogue has it."""
    return catalogue(_chosen.get()).gettext(message)


def ngettext(singular: str, plural: str, n: float) -> str:
    """The form that fits ``n`` in the current language (French: 0 and 1 are singular); fill in ``{n}`` yourself."""
    count = int(n) if n == int(n) else (1 if abs(n) < 2 and _chosen.get() == "fr" else 2)
    return catalogue(_chosen.get()).ngettext(singular, plural, count)


@cache
def catalogue(language: str) -> GNUTranslations:
    """Every ``.po`` file of a language, in the order of their names, as one catalogue."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    merged = Catalog(locale=language)
    for path in sorted((_FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id:
                    merged[message.id] = message
    compiled = io.BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return GNUTranslations(compiled)
