"""The way between the views, above each of them."""

from __future__ import annotations

from dashboard.views import address, arrival, navigate
from dashboard.views.clickable import clickable
from dashboard.views.markup import safe
from dashboard.views.scene import Scene


def view_menu(scene: Scene, current: str) -> None:
    """Links to all views in one row, the current one marked; the filters go with them."""
    links = "".join(_link(scene, view, current) for view in address.VIEWS)
    clickable(f"<nav class='rc-views'{arrival.mark(arrival.TOP)}>{links}</nav>", "views", scene.dark)


def _link(scene: Scene, view: str, current: str) -> str:
    here = " aria-current='page'" if view == current else ""
    return f"<a href='{safe(navigate.link(scene, view))}' data-go{here}>{safe(navigate.view_label(view))}</a>"
