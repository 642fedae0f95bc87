"""Where sentences begin and end; linear in the length of the text."""

from __future__ import annotations

import re

from dashboard.text.clean import fold

# A sentence ends at its mark, with the brackets and closing quotation marks that follow it, where another may begin.
_END = re.compile(
    r"""(?:[.!?]{1,5}|…)(?:[ ]?[»”)\]]|["'](?=\s|$)){0,3}(?=\s)"""
    r"""(?=\s{0,9}(?:[«“"'(\[*–—-]\s{0,2}){0,3}[^\W_a-zà-öø-ÿœ])"""
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
        if _ends_here(folded, mark):
            found.append((here, mark.end()))
            here = mark.end()
    found.append((here, len(folded)))
    trimmed = (_trimmed(folded, *piece) for piece in found)
    return [(start + left, start + right) for left, right in trimmed if left < right]


def _ends_here(text: str, mark: re.Match[str]) -> bool:
    if not mark.group().startswith(".") or mark.group().startswith(".."):
        return True
    word = _word_before(text, mark.start())
    if len(word) == 1 and word.isalpha():
        return not word.isupper() or text[mark.start() - 2 : mark.start() - 1] not in (
            "",
            " ",
            ".",
            "-",
            "'",
        )
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
