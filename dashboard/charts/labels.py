"""Long names on an axis: cut in the middle, so that names that begin alike stay apart."""

from __future__ import annotations

import json
from collections.abc import Iterable

#: Characters that fit: under 46 pixels, under 72, under 128, beyond.
FITTING = (4, 7, 13, 22)


def shortened(name: str, most: int) -> str:
    """The name in ``most`` characters at most, what is left out in its middle shown by an ellipsis."""
    if len(name) <= most:
        return name
    tail = (most - 1) // 2
    return f"{name[: most - 1 - tail].rstrip()}…{name[-tail:].lstrip() if tail else ''}"


def label_expression(names: Iterable[str], room: str | None = None) -> str:
    """A Vega expression for an axis's ``labelExpr``; ``room`` is one for the pixels a label has, None: plenty."""
    forms = {name: [shortened(name, most) for most in FITTING] for name in names}
    step = f"({room}) < 46 ? 0 : ({room}) < 72 ? 1 : ({room}) < 128 ? 2 : 3" if room else "3"
    return f"{json.dumps(forms, ensure_ascii=False)}[datum.value][{step}]"
