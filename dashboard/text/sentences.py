"""Where sentences begin and end; linear in the length of the text."""

from __future__ import annotations

import re

from dashboard.text.clean import fold

# What may stand before the first letter of a sentence, that letter, and what may stand behind a sentence's mark.
OPENING, BEGINNING, CLOSING = r"""«“"'(\[*–—-""", r"[^\W_a-zà-öø-ÿœ]", r"»”)\]"
# A sentence ends at its mark, with the brackets and closing quotation marks that follow it, where another may begin.
_END = re.compile(
    rf"""(?:[.!?]{{1,5}}|…)(?:[ ]?[{CLOSING}]|["'](?=\s|$)){{0,3}}(?=\s)"""
    rf"""(?=\s{{0,9}}(?:[{OPENING}]\s{{0,2}}){{0,3}}{BEGINNING})"""
)
_WRITTEN_SHORT = """
    m mm mme mlle mr mrs ms dr pr me mgr st ste env approx janv févr avr juil sept oct nov déc art
    chap al cf ex fig no nº p pp vol éd etc av apr inc ltd corp co bros jr sr vs dept gen gov sen
    rep prof hon rev mt jan feb aug dec bd tél min max
"""
_ABBREVIATIONS = frozenset(_WRITTEN_SHORT.split())
# After these a sentence may well end, so the next word decides.
_MAY_END = frozenset({"etc", "inc", "ltd", "corp", "co", "jr", "sr", "al", "min", "max"})


def sentences_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as (start, end) offsets into ``text``, end excluded, blanks outside.

    A mark ends no sentence after an abbreviation or an initial, nor before a lower-case letter.
    """
    return sentences_in(fold(text[start:end]), start)


def sentences_in(folded: str, start: int) -> list[tuple[int, int]]:
    """The sentences of a passage that is folded already and begins at ``start``; see ``sentences_of``."""
    found: list[tuple[int, int]] = []
    here = 0
    for mark in _END.finditer(folded):
        if is_end(folded, mark.start(), mark.group()):
            found.append((here, mark.end()))
            here = mark.end()
    found.append((here, len(folded)))
    trimmed = (_trimmed(folded, *piece) for piece in found)
    return [(start + left, start + right) for left, right in trimmed if left < right]


def is_end(text: str, start: int, mark: str) -> bool:
    """Whether the mark at ``start``, with what closes behind it, ends a sentence: the point of no short form."""
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    word = _word_before(text, start)
    if len(word) == 1 and word.isalpha():
        return not word.isupper() or text[start - 2 : start - 1] not in ("", " ", ".", "-", "'")
    return word.casefold() not in _ABBREVIATIONS or word.casefold() in _MAY_END


def _word_before(text: str, end: int) -> str:
    start = end
    while start > 0 and end - start < 12 and (text[start - 1].isalnum()):
        start -= 1
    return text[start:end]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
