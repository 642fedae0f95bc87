"""The layer that is clicked, described and read aloud, on top of all others, so that no word is in its way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from dashboard.charts.look import PICKED
from dashboard.charts.style import Palette


def touch(base: Any, fields: Sequence[str], colours: Palette, tooltip: Sequence[Any], where: str = "") -> Any:
    """Clear boxes where ``base`` has its marks; a click selects ``fields`` and is shown by a line around the box.

    ``where``, a condition on ``datum``, leaves out marks that lead nowhere: they have no box, and a click on what
    lies below selects nothing. The data need the column ``spoken``, which is what is read aloud.
    """
    # A click takes any mark at its place, also one of the layers below.
    click: dict[str, Any] = {"on": f"click[!datum || !datum.spoken || {where}]"} if where else {}
    choice = alt.selection_point(name=PICKED, fields=list(fields), empty=False, **click)
    return (
        (base.transform_filter(where) if where else base)
        .mark_rect(cornerRadius=3, fill=colours.text, fillOpacity=0, strokeWidth=2, cursor="pointer")
        .encode(
            stroke=alt.when(choice).then(alt.value(colours.accent)).otherwise(alt.value("transparent")),
            tooltip=list(tooltip),
            description="spoken:N",
        )
        .add_params(choice)
    )
