"""The ``[reuse]`` section of ``config/analysis.toml``: how shared passages are found and compared."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.config.base import Section


@dataclass(frozen=True, slots=True)
class ReuseSettings:
    """How shared passages are found; lengths and gaps are in words.

    A shingle of ``shingle`` words that stands in more than N * ``cap_share`` of N articles, at least
    ``cap_low`` and at most ``cap_high``, or ``repeats`` times in one article, is a formula. Shared shingles at
    most ``gap`` apart make a passage, which is extended over ``tolerance`` edits; passages at most ``merge_gap``
    apart are one. It counts with ``min_words`` words outside formulas. Articles that share one, and articles of
    one story, are compared again by ``close_shingle`` words, ``close_gap`` and ``close_min_words``. Passages
    less alike than ``min_similarity``, short ones than ``short_similarity``, are dropped. Two articles of one
    source are compared where ``same_source_share`` of the shorter's words are shared.

    Articles published within ``simultaneous_minutes`` are simultaneous. ``duplicate_share`` of the shorter's
    words makes two articles near-duplicates, ``copy_share`` of its words makes a passage a copy.
    """

    shingle: int = 4
    cap_low: int = 25
    cap_high: int = 100
    cap_share: float = 0.05
    repeats: int = 20
    gap: int = 12
    tolerance: int = 2
    merge_gap: int = 12
    min_words: int = 8
    close_shingle: int = 3
    close_gap: int = 8
    close_min_words: int = 5
    min_similarity: float = 0.4
    short_similarity: float = 0.7
    same_source_share: float = 0.5
    simultaneous_minutes: float = 10.0
    duplicate_share: float = 0.8
    copy_share: float = 0.7


def read_reuse(section: Section) -> ReuseSettings:
    """The settings of the section. Raises ConfigError."""
    base = ReuseSettings()
    settings = ReuseSettings(
        shingle=section.whole("shingle", base.shingle, low=2),
        cap_low=section.whole("cap_low", base.cap_low, low=2),
        cap_high=section.whole("cap_high", base.cap_high, low=2),
        cap_share=section.number("cap_share", base.cap_share, 0, 1),
        repeats=section.whole("repeats", base.repeats, low=1),
        gap=section.whole("gap", base.gap),
        tolerance=section.whole("tolerance", base.tolerance),
        merge_gap=section.whole("merge_gap", base.merge_gap),
        min_words=section.whole("min_words", base.min_words, low=2),
        close_shingle=section.whole("close_shingle", base.close_shingle, low=2),
        close_gap=section.whole("close_gap", base.close_gap),
        close_min_words=section.whole("close_min_words", base.close_min_words, low=2),
        min_similarity=section.number("min_similarity", base.min_similarity, 0, 1),
        short_similarity=section.number("short_similarity", base.short_similarity, 0, 1),
        same_source_share=section.number("same_source_share", base.same_source_share, 0, 1),
        simultaneous_minutes=section.number("simultaneous_minutes", base.simultaneous_minutes, 0),
        duplicate_share=section.number("duplicate_share", base.duplicate_share, 0, 1),
        copy_share=section.number("copy_share", base.copy_share, 0, 1),
    )
    for key in ("shingle", "close_shingle"):
        if getattr(settings, key) > 4:
            raise section.fault(key, getattr(settings, key), "expected at most 4 words")
    section.finish()
    return settings
