"""An article cut into passages: its lines, long ones at sentence ends, each with its role."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, repeat
from operator import call

from dashboard.config.text import TextSettings
from dashboard.model import Article, Passage, Role
from dashboard.text.clean import fold
from dashboard.text.sentences import sentences_of

_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W_]")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s")
# No rule looks at longer lines, in characters; marks before a line that say nothing of it.
_LONGEST = 600
_MARKS = ">»›→▶►•·*–—|-# "
_LIST_ITEM = re.compile(r"(?:[-•*–—·▪]|\d{1,2}[.)])\s")


def passages_of(article: Article, settings: TextSettings) -> tuple[Passage, ...]:
    """The passages of an article in the text's order, blanks outside their spans.

    A line is one passage; one of more than ``max_words`` words is cut at sentence ends (a longer sentence
    between words) into pieces of at most so many. Every piece has its line's role.
    """
    lines = lines_of(article.text)
    totals = [count_words(article.text[start:end]) for start, end in lines]
    return passages_from(article, lines, totals, settings)


def lines_of(text: str) -> list[tuple[int, int]]:
    """The lines of a text that are not blank, as (start, end) without the blanks around them."""
    lines, start = [], 0
    for line in text.splitlines(keepends=True):
        if bare := line.strip():
            left = start if line[0] == bare[0] else start + len(line) - len(line.lstrip())
            lines.append((left, left + len(bare)))
        start += len(line)
    return lines


def passages_from(
    article: Article, lines: Sequence[tuple[int, int]], totals: Sequence[int], settings: TextSettings
) -> tuple[Passage, ...]:
    """``passages_of`` an article whose lines have so many words."""
    text, name = article.text, article.article_id
    folded = fold(text)
    passages: list[Passage] = []
    for (start, end), total in zip(lines, totals, strict=True):
        role = role_of(text[start:end], settings, total, folded[start:end])
        if total <= settings.max_words:
            passages.append(Passage(f"{name}:{start}", name, start, end, role, total))
            continue
        for left, right in _pieces(text, (start, end), total, settings):
            n_words = total if right - left == end - start else count_words(text[left:right])
            passages.append(Passage(f"{name}:{left}", name, left, right, role, n_words))
    return tuple(passages)


def count_words(text: str) -> int:
    """How many words (``\\w+``) the text has."""
    return len(_WORD.findall(text))


def role_of(line: str, settings: TextSettings, n_words: int | None = None, folded: str | None = None) -> Role:
    """What a line is by itself: ``boilerplate`` by the rules of the configuration, ``heading`` by its form.

    ``n_words`` and ``folded`` (the line as ``fold`` makes it) are not found again where they are known already.
    """
    n_words = count_words(line) if n_words is None else n_words
    if is_boilerplate(line, settings, n_words, folded):
        return "boilerplate"
    return "heading" if _could_be_heading(line, settings, n_words) else "body"


def is_boilerplate(line: str, settings: TextSettings, n_words: int | None = None, folded: str | None = None) -> bool:
    """Whether a rule takes the line as a whole, marks at its beginning aside, or it holds no letter and no digit.

    ``n_words`` and ``folded`` as in ``role_of``.
    """
    if not _LETTER.search(line):
        return True
    if len(line) > _LONGEST:
        return False
    n_words = count_words(line) if n_words is None else n_words
    rules = _rules_for(n_words, settings)
    if not rules:
        return False
    bare = (fold(line) if folded is None else folded).strip().lstrip(_MARKS)
    return any(map(call, rules, repeat(bare)))


@lru_cache(maxsize=1 << 10)
def _rules_for(n_words: int, settings: TextSettings) -> tuple[Callable[[str], object], ...]:
    """What tries the rules that a line of so many words may be taken by."""
    return tuple(rule.pattern.fullmatch for rule in settings.boilerplate if n_words <= rule.max_words)


def _could_be_heading(line: str, settings: TextSettings, n_words: int) -> bool:
    """Short, without the point, comma, colon or closing quotation mark of running text."""
    if _MARKDOWN_HEADING.match(line):
        return True
    if len(line) > 40 * settings.heading_words or n_words > settings.heading_words:
        return False
    if _LIST_ITEM.match(line) or line.endswith((".", ",", ":", ";", "…", "»", "”", '"', ")")):
        return False
    return not line[:1].islower()


def _pieces(text: str, line: tuple[int, int], total: int, settings: TextSettings) -> Iterator[tuple[int, int]]:
    """A line of more than ``max_words`` words, cut."""
    start, end = line
    units = [unit for span in sentences_of(text, start, end) for unit in _short(text, *span, settings.max_words)]
    goal = total / max(1, round(total / settings.piece_words))
    left, words = start, 0
    for place, (unit_start, _, n_words) in enumerate(units):
        if words and (words + n_words > settings.max_words or words + n_words / 2 > goal):
            yield left, units[place - 1][1]
            left, words = unit_start, 0
        words += n_words
    yield left, units[-1][1]


def _short(text: str, start: int, end: int, max_words: int) -> Iterator[tuple[int, int, int]]:
    """A sentence as (start, end, words), cut between words where it has more than ``max_words``."""
    words = [match.span() for match in _WORD.finditer(text, start, end)]
    if len(words) <= max_words:
        yield start, end, len(words)
        return
    cuts = [
        start,
        *(words[place][0] for place in range(max_words, len(words), max_words)),
        end,
    ]
    for left, right in pairwise(cuts):
        trimmed = _trimmed(text, left, right)
        if trimmed:
            yield *trimmed, count_words(text[left:right])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    left, right = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
    return (left, right) if left < right else None
