"""Long names on an axis: upright in one line or several where they fit, else tilted and cut in the middle."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

import altair as alt

#: Characters of a name beside a row, and of a tilted one above a column.
BESIDE, TILTED = 22, 20
#: An upright name has at most so many lines.
MOST_LINES = 3
#: Pixels of a character of the axis and of its bold form, on average, and the air between two columns.
WIDE, BOLD, AIR = 6.9, 7.3, 6
ANGLE = -50
#: Pixels between a name and its column, and from one line of a name to the next.
PADDING, LINE = 8, 15
#: A share with its sign does not fit into a narrower cell.
NARROW = 36
_TILTED_LIMIT, _BESIDE_LIMIT = 150, 180


def shortened(name: str, most: int) -> str:
    """The name in ``most`` characters at most, what is left out in its middle shown by an ellipsis."""
    if len(name) <= most:
        return name
    tail = (most - 1) // 2
    return f"{name[: most - 1 - tail].rstrip()}…{name[-tail:].lstrip() if tail else ''}"


def in_lines(name: str) -> list[str]:
    """The name cut at blanks into at most three lines, of which the longest is short: a further line must make it
    shorter by more than one character.
    """
    words = name.split()
    ways = [
        [" ".join(words[start:end]) for start, end in zip((0, *cuts), (*cuts, len(words)), strict=True)]
        for n in range(min(MOST_LINES, len(words)))
        for cuts in combinations(range(1, len(words)), n)
    ]
    return min(ways, key=lambda lines: (_longest(lines) + len(lines), len(lines)), default=[name])


def label_expression(names: Iterable[str]) -> str:
    """A Vega expression for the ``labelExpr`` of an axis beside the rows: cut names keep beginning and end."""
    forms = {name: shortened(name, BESIDE) for name in names}
    return f"{json.dumps(forms, ensure_ascii=False)}[datum.value]"


def beside(names: Iterable[str], bold: bool = False) -> Any:
    """The axis of the names beside the rows."""
    look: dict[str, Any] = {"domain": False, "ticks": False, "labelFontWeight": "bold" if bold else "normal"}
    return alt.Axis(orient="left", labelLimit=_BESIDE_LIMIT, labelExpr=label_expression(names), **look)


def heads(names: Iterable[str], bold: bool = False) -> dict[str, Any]:
    """The arguments of ``alt.Axis`` for the names above columns, whose width only the browser knows.

    In one line where every name fits its column, in several where every line does, cut in the middle where that
    fits, else cut and tilted: no two names run into one another, and none is so short that it could be another's.
    """
    known = list(dict.fromkeys(names))
    lines = {name: in_lines(name) for name in known}
    sign = BOLD if bold else WIDE
    flat = sign * _longest(known) + AIR
    stacked = sign * max(map(_longest, lines.values()), default=0) + AIR
    forms = {name: [name, lines[name], shortened(name, TILTED)] for name in known}
    said = json.dumps(forms, ensure_ascii=False)
    upright = f"bandwidth('x') >= {min(stacked, sign * TILTED + AIR):.0f}"
    several = f"bandwidth('x') < {flat:.0f} && bandwidth('x') >= {stacked:.0f}"
    # Further lines of a name grow downwards, over the column, from where its only line would stand.
    above = PADDING + LINE * (max(map(len, lines.values()), default=1) - 1)
    return {
        "orient": "top",
        "domain": False,
        "ticks": False,
        "labelOverlap": False,
        "labelFontWeight": "bold" if bold else "normal",
        "labelExpr": f"{said}[datum.value][bandwidth('x') >= {flat:.0f} ? 0 : bandwidth('x') >= {stacked:.0f} ? 1 : 2]",
        "labelAngle": alt.expr(f"{upright} ? 0 : {ANGLE}"),
        "labelAlign": alt.expr(f"{upright} ? 'center' : 'left'"),
        "labelBaseline": alt.expr(f"{upright} ? 'bottom' : 'middle'"),
        "labelLineHeight": LINE,
        "labelPadding": alt.expr(f"{several} ? {above} : {PADDING}"),
        "labelLimit": alt.expr(f"{upright} ? bandwidth('x') : {_TILTED_LIMIT}"),
    }


def cell_text(size: int) -> dict[str, Any]:
    """The arguments of ``mark_text`` for a share in a cell (``datum.printed``): in a cell of a narrow column small
    and without its sign, so that it stays inside.
    """
    narrow = f"bandwidth('x') < {NARROW}"
    bare = r"replace(datum.printed, /\s*%/, '')"
    return {
        "text": alt.expr(f"{narrow} ? {bare} : datum.printed"),
        "fontSize": alt.expr(f"{narrow} ? {min(size, 11)} : {size}"),
    }


def _longest(lines: Sequence[str]) -> int:
    return max(map(len, lines), default=0)
