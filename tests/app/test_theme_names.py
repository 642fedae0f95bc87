"""A theme that the reader renamed bears its new name on every page, and nowhere the old one."""

from __future__ import annotations

import json
from dataclasses import replace

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.config import load_config
from dashboard.config.theme_edits import renamed
from dashboard.config.themes import Themes
from dashboard.filters import Filters
from dashboard.locales import use_language
from dashboard.views import downloads
from dashboard.views.scene import Scene
from dashboard.views.theme_editor import draft
from tests.app.drawn import tables_drawn
from tests.app.running import open_app, settled, shown, specs
from tests.tiny import FIL, tiny_analysis

OLD, NEW = "Licenciements", "Départs forcés"


@pytest.fixture
def with_new_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader applied a new name."""

    def in_use(themes: Themes) -> Themes:
        return renamed(themes, "layoffs", NEW, "Forced leave")

    monkeypatch.setattr(draft, "in_use", in_use)


def everything(app: AppTest) -> str:
    """All that a page holds: HTML, what its charts say and draw, the options of its widgets."""
    groups = [option for group in app.button_group for option in group.options]
    lists = [option for one in app.selectbox for option in one.options]
    titles = [one.label for one in app.expander] + [one.value for one in app.caption]
    data = json.dumps(tables_drawn(app), ensure_ascii=False, default=str)
    drawn = json.dumps(specs(app), ensure_ascii=False)
    return "\n".join([shown(app), drawn, data, *map(str, groups), *lists, *titles])


@pytest.mark.parametrize(
    ("view", "params"),
    [
        ("", {}),
        ("", {"theme": "layoffs"}),
        ("themes", {"show": "layoffs", "theme": "layoffs"}),
        ("themes", {"edit": "layoffs"}),
        ("terms", {"show": "layoffs", "term": "postes"}),
        ("articles", {"article": FIL}),
        ("figures", {"theme": "layoffs"}),
    ],
)
@pytest.mark.usefixtures("with_new_name")
def test_the_new_name_is_everywhere(monkeypatch: pytest.MonkeyPatch, view: str, params: dict[str, str]) -> None:
    page = everything(open_app(monkeypatch, tiny_analysis(), view, **params))
    assert NEW in page and OLD not in page


@pytest.mark.usefixtures("with_new_name")
def test_what_sets_a_theme_apart_bears_it(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "terms")
    next(group for group in app.button_group if group.key == "apart:by").set_value("theme").run()
    page = everything(settled(app))
    assert NEW in page and OLD not in page


def test_downloads_bear_it() -> None:
    use_language("fr")
    config, whole = load_config(), tiny_analysis()
    themes = renamed(config.themes, "layoffs", NEW, "Forced leave")
    scene = Scene(whole, whole, Filters(), replace(config, themes=themes), "fr")
    table = pd.DataFrame({"theme": ["layoffs", ""], "n_words": [3, 1]})
    assert list(downloads.readable(table, scene)["theme"]) == [NEW, "Sans thème"]
