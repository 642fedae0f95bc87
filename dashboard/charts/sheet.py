"""The plan of the signature chart: where every box, mark and word of the sheet of claims by sources stands.

Plain tables of places, in units of one pixel at the chart's design width; x stretches with the page, y does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.analysis.ledger import cells, rows_of
from dashboard.analysis.strips import strips
from dashboard.charts.style import Palette
from dashboard.charts.wording import ClaimNames, certainty_of, verdict_word
from dashboard.locales import _, ngettext
from dashboard.locales.numbers import short_form

LABEL, CELL, STRIP, VERDICT, GAP = 232, 118, 116, 124, 4
HEADER, ROW, LINE, GROUP = 34, 44, 19, 32
#: More figures of one source than this are counted (+n), not written out.
SHOWN_LINES = 2
#: A figure of more characters than this does not fit in one line.
LONG = 14
#: More columns than this are wider than a page.
WIDE = 6
#: ``source`` of what belongs to a claim as a whole: its name, its strip, its verdict.
WHOLE = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the chart shows: ``claims`` in the order of the rows, ``sources`` in the order of the columns.

    ``folded`` are sources without a column of their own; ``names`` are the claims' names by claim_id;
    ``grouped`` puts the subject above the rows of its claims. ``corrected`` are the quantity_ids that a reader
    corrected. ``claims`` must hold no claim twice.
    """

    claims: pd.DataFrame
    mentions: pd.DataFrame
    quantities: pd.DataFrame
    names: Mapping[str, ClaimNames]
    sources: tuple[str, ...]
    folded: tuple[str, ...] = ()
    grouped: bool = False
    language: str = "fr"
    corrected: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Plan:
    """Places of a sheet: ``width`` and ``height``; ``boxes`` (claim_id, source, left, right, top, bottom, fill,
    and what tooltips and screen readers say), ``marks`` (x, y, mark, colour), ``words`` (x, y, room, text,
    colour, weight, size, align) and ``bars`` (x, x2, y, colour)."""

    width: float
    height: float
    boxes: pd.DataFrame
    marks: pd.DataFrame
    words: pd.DataFrame
    bars: pd.DataFrame


Row = dict[str, Any]


class _Draft:
    """Collects the places of one plan, row by row."""

    def __init__(self, sheet: Sheet, colours: Palette) -> None:
        self.sheet, self.colours = sheet, colours
        self.boxes: list[Row] = []
        self.marks: list[Row] = []
        self.words: list[Row] = []
        self.bars: list[Row] = []
        self.y = float(HEADER)
        self.figures = _figures_by_cell(sheet)
        spread = strips(sheet.claims, sheet.mentions, sheet.quantities)
        self.spread = {str(claim): rows for claim, rows in spread.groupby("claim_id")}
        columns = [*sheet.sources, *([_folded_name(sheet)] if sheet.folded else [])]
        # Of a sheet that is wider than the page the verdicts stay in sight beside the names.
        before = VERDICT if len(columns) > WIDE else 0
        self.lefts = {name: LABEL + before + place * CELL for place, name in enumerate(columns)}
        self.strip_left = LABEL + before + len(columns) * CELL
        after = self.strip_left + (STRIP if self.spread else 0)
        self.verdict_left = LABEL if before else after
        self.width = float(after + VERDICT - before)

    def word(self, x: float, y: float, text: str, **look: Any) -> None:
        """A word at a place, in the plain look unless told otherwise."""
        base = {"room": CELL, "colour": self.colours.text, "weight": "normal", "size": 13, "align": "left"}
        self.words.append({**base, **look, "x": x, "y": y, "text": text})

    def header(self) -> None:
        """The names of the columns."""
        for name, left in self.lefts.items():
            self.word(left + CELL / 2 - GAP / 2, HEADER / 2, name, weight="bold", align="center", room=CELL - 12)
        if self.spread:
            self.word(self.strip_left + STRIP / 2, HEADER / 2, _("spread"), align="center", colour=self.colours.muted)

    def group(self, subject: str) -> None:
        """The head of a group of rows."""
        self.word(4, self.y + GROUP / 2 + 4, subject or _("Without subject"), weight="bold", room=LABEL * 2, size=14)
        self.y += GROUP

    def claim(self, claim: Any) -> None:
        """One row: name, a cell a source, strip, verdict."""
        lines = [len(figures) for (claim_id, _s), figures in self.figures.items() if claim_id == claim.claim_id]
        height = ROW + LINE * (min(max(lines, default=1), SHOWN_LINES) - 1)
        names = self.sheet.names[str(claim.claim_id)]
        self._label(claim, names, height)
        for source in self.sheet.sources:
            self._cell(claim, names, source, height)
        if self.sheet.folded:
            self._fold(claim, names, height)
        self._strip(claim, names, height)
        self._verdict(claim, names, height)
        self.y += height

    def _box(self, claim: Any, source: str, ends: tuple[float, float], look: Row) -> None:
        place = {"left": ends[0], "right": ends[1], "top": self.y, "bottom": self.y + look.pop("height") - GAP}
        base = {"claim_id": str(claim.claim_id), "source": source, "printed": "", "sure": ""}
        # What is read aloud needs no fixed spaces, and some voices stumble over them.
        spoken = " ".join(str(look["spoken"]).split())
        self.boxes.append({**base, **place, **look, "spoken": spoken})

    def _whole(self, claim: Any, names: ClaimNames, height: float) -> Row:
        """What the parts of a row say that open all of its sentences."""
        rows = [
            row for (claim_id, _s), figures in self.figures.items() if claim_id == claim.claim_id for row in figures
        ]
        printed = " · ".join(list(dict.fromkeys(f"« {row.surface} »" for row in rows))[:4])
        sure = " · ".join(dict.fromkeys(certainty_of(row) for row in rows[:4]))
        base = {"height": height, "fill": self.colours.ground, "title": names.whole}
        return {**base, "spoken": names.whole, "printed": printed, "sure": sure}

    def _label(self, claim: Any, names: ClaimNames, height: float) -> None:
        self._box(claim, WHOLE, (0, LABEL - GAP), self._whole(claim, names, height))
        middle = self.y + (height - GAP) / 2
        if self.sheet.grouped or not names.who:
            self.word(12 if self.sheet.grouped else 4, middle, names.what, room=LABEL - 20)
            return
        self.word(4, middle - 9, names.who, weight="bold", room=LABEL - 12)
        self.word(4, middle + 9, names.what, colour=self.colours.muted, room=LABEL - 12)

    def _cell(self, claim: Any, names: ClaimNames, source: str, height: float) -> None:
        left, middle = self.lefts[source], self.y + (height - GAP) / 2
        figures = self.figures.get((str(claim.claim_id), source), [])
        look: Row = {"height": height, "title": f"{names.whole} · {source}"}
        if not figures:
            silent = _("does not give the figure")
            look |= {
                "fill": self.colours.empty,
                "printed": "—",
                "sure": silent,
                "spoken": f"{names.whole}, {source}: {silent}",
            }
            self._box(claim, source, (left, left + CELL - GAP), look)
            self.word(left + CELL / 2, middle, "—", colour=self.colours.muted, align="center")
            return
        language = self.sheet.language
        said = "; ".join(f"{short_form(row, language)}, {certainty_of(row)}" for row in figures)
        if any(row.quantity_id in self.sheet.corrected for row in figures):
            said += f"; {_('corrected by a reader')}"
        look |= {
            "fill": self.colours.tints[claim.verdict],
            "printed": " · ".join(f"« {row.surface} »" for row in figures[:4]),
            "sure": " · ".join(dict.fromkeys(certainty_of(row) for row in figures[:4])),
            "spoken": f"{names.whole}, {source}: {said}. {verdict_word(claim.verdict)}",
        }
        self._box(claim, source, (left, left + CELL - GAP), look)
        shown = figures[:SHOWN_LINES]
        first = middle - LINE * (len(shown) - 1) / 2
        for place, row in enumerate(shown):
            more = len(figures) - SHOWN_LINES if place == SHOWN_LINES - 1 else 0
            text = short_form(row, language) + (f" +{more}" if more > 0 else "")
            text += " ✎" if row.quantity_id in self.sheet.corrected else ""
            colour = self.colours.verdicts[claim.verdict]
            self.marks.append({"x": left + 14, "y": first + place * LINE, "mark": row.mark, "colour": colour})
            lines = in_two(text) if len(shown) == 1 else [text]
            for step, line in enumerate(lines):
                at = first + place * LINE + (step - (len(lines) - 1) / 2) * (LINE - 3)
                self.word(left + 24, at, line, room=CELL - GAP - 26, size=14 if len(lines) == 1 else 13)

    def _fold(self, claim: Any, names: ClaimNames, height: float) -> None:
        name = _folded_name(self.sheet)
        left, middle = self.lefts[name], self.y + (height - GAP) / 2
        giving = [source for source in self.sheet.folded if (str(claim.claim_id), source) in self.figures]
        fill = self.colours.tints[claim.verdict] if giving else self.colours.empty
        said = ngettext("{n} more gives it", "{n} more give it", len(giving)).format(n=len(giving)) if giving else "—"
        look = {"height": height, "fill": fill, "title": f"{names.whole} · {name}", "sure": ", ".join(giving[:12])}
        self._box(claim, WHOLE, (left, left + CELL - GAP), {**look, "spoken": f"{names.whole}, {name}: {said}"})
        self.word(left + CELL / 2, middle, said, colour=self.colours.muted, align="center", room=CELL - 12)

    def _strip(self, claim: Any, names: ClaimNames, height: float) -> None:
        if (rows := self.spread.get(str(claim.claim_id))) is None:
            return
        left, room, middle = self.strip_left + 10, STRIP - 20, self.y + (height - GAP) / 2
        colour = self.colours.verdicts[claim.verdict]
        self.bars.append({"x": left, "x2": left + room, "y": middle, "colour": self.colours.hairline, "thick": 2})
        for row in rows_of(rows):
            if row.right > row.left:
                ends = {"x": left + room * row.left, "x2": left + room * row.right}
                self.bars.append({**ends, "y": middle, "colour": colour, "thick": 5})
            if row.at == row.at:
                self.marks.append({"x": left + room * row.at, "y": middle, "mark": row.mark, "colour": colour})

    def _verdict(self, claim: Any, names: ClaimNames, height: float) -> None:
        word, middle = verdict_word(claim.verdict), self.y + (height - GAP) / 2
        look = {**self._whole(claim, names, height), "spoken": f"{names.whole}: {word}"}
        origins = origins_text(claim)
        self._box(claim, WHOLE, (self.verdict_left, self.verdict_left + VERDICT - GAP), look)
        colour, left = self.colours.verdicts[claim.verdict], self.verdict_left + 8
        self.word(left, middle - (9 if origins else 0), word, weight="bold", colour=colour, room=VERDICT - 8)
        if origins and self.verdict_left == LABEL:
            origins = ngettext("{n} origin", "{n} origins", claim.n_origins).format(n=claim.n_origins)
        if origins:
            self.word(left, middle + 9, origins, colour=self.colours.muted, size=12, room=VERDICT - 8)


def plan(sheet: Sheet, colours: Palette) -> Plan:
    """Where everything stands. Reads the sheet, never writes to it; at most two lines a cell, one row a claim."""
    draft, group = _Draft(sheet, colours), None
    draft.header()
    for claim in rows_of(sheet.claims):
        subject = claim.subject if isinstance(claim.subject, str) else ""
        if sheet.grouped and subject != group:
            group = subject
            draft.group(subject)
        draft.claim(claim)
    frames = [
        pd.DataFrame(draft.boxes),
        pd.DataFrame(draft.marks, columns=["x", "y", "mark", "colour"]),
        pd.DataFrame(draft.words),
        pd.DataFrame(draft.bars, columns=["x", "x2", "y", "colour", "thick"]),
    ]
    return Plan(draft.width, draft.y, *frames)


def in_two(text: str) -> list[str]:
    """A figure too long for a cell in two lines, cut at the blank nearest to its middle; any other in one."""
    blanks = [place for place, sign in enumerate(text) if sign.isspace()]
    if len(text) <= LONG or not blanks:
        return [text]
    cut = min(blanks, key=lambda place: abs(place - len(text) / 2))
    return [text[:cut], text[cut + 1 :]]


def origins_text(claim: Any) -> str:
    """``3 sources, 2 origines`` where copies make fewer origins than sources; empty otherwise."""
    if claim.n_sources < 2 or claim.n_origins >= claim.n_sources:
        return ""
    origins = ngettext("{n} origin", "{n} origins", claim.n_origins).format(n=claim.n_origins)
    sources = ngettext("{n} source", "{n} sources", claim.n_sources).format(n=claim.n_sources)
    return f"{sources}, {origins}"


def columns_for(mentions: pd.DataFrame, sources: Iterable[str], most: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sources with a column of their own, and the folded ones; both in their fixed order, at most ``most`` columns.

    Those that give the most of these claims stay.
    """
    names = sorted(set(sources))
    if len(names) <= most:
        return tuple(names), ()
    counts = mentions.groupby("source")["claim_id"].nunique().to_dict()
    kept = set(sorted(names, key=lambda name: (-counts.get(name, 0), name))[:most])
    return tuple(name for name in names if name in kept), tuple(name for name in names if name not in kept)


def _folded_name(sheet: Sheet) -> str:
    return ngettext("{n} other", "{n} others", len(sheet.folded)).format(n=len(sheet.folded))


def _figures_by_cell(sheet: Sheet) -> dict[tuple[str, str], list[Any]]:
    rows = cells(sheet.claims, sheet.mentions, sheet.quantities)
    found: dict[tuple[str, str], list[Any]] = {}
    for row in rows_of(rows):
        found.setdefault((str(row.claim_id), str(row.source)), []).append(row)
    return found
