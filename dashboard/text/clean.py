"""One form of text for matching; what is stored is never changed."""

from __future__ import annotations

import re
import unicodedata

_BLANKS = "\u00a0\u202f\u2009\u2007\u2008\u2002\u2003\u200a\u205f\u3000\t\u200b\ufeff"
_MARKS = {**dict.fromkeys("’‘ʼ‛´`′＇", "'"), **dict.fromkeys("\u2010\u2011\u00ad", "-")}
# One search tells sooner that a word has none of them; in a long text each is sought faster by itself.
_ANY, _SHORT = re.compile(f"[{_BLANKS}{''.join(_MARKS)}]"), 100
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae"})


def fold(text: str) -> str:
    """The text with one apostrophe, one hyphen and one space, letter case kept.

    Its length is that of ``text``: an offset into one is an offset into the other.
    """
    if len(text) < _SHORT and not _ANY.search(text):
        return text
    text = fold_blanks(text)
    for mark, plain in _MARKS.items():
        if mark in text:
            text = text.replace(mark, plain)
    return text


def fold_blanks(text: str) -> str:
    """The text with one space, all else kept, its length as well."""
    if text.isascii():
        return text.replace("\t", " ")
    for blank in _BLANKS:  # ten times as fast as str.translate on long texts
        if blank in text:
            text = text.replace(blank, " ")
    return text


def search_key(text: str) -> str:
    """Case and accents removed, ligatures opened, blanks collapsed; the length may change."""
    opened = unicodedata.normalize("NFKD", fold(text).translate(_LIGATURES)).casefold()
    plain = unicodedata.normalize("NFKD", opened).casefold()
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
