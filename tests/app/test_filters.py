"""Every filter of the sidebar changes what is shown, stands in the address, and can be taken off."""

from __future__ import annotations

import pytest

from dashboard.locales import use_language
from dashboard.views.address import VIEWS
from tests.app.running import open_app, pieces, settled, shown
from tests.tiny import tiny_analysis


@pytest.fixture(autouse=True)
def french() -> None:
    use_language("fr")


def test_the_options_carry_their_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis())
    assert app.pills(key="f:source").options == ["La Gazette · 2", "Le Fil · 1", "Radio Sud · 1"]
    assert "Investissement · 3" in app.pills(key="f:theme").options
    assert app.query_params == {}
    assert "4 articles de 3 médias racontent 2 histoires" in shown(app)
    assert not [button for button in app.button if "✕" in button.label]


def test_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis())
    app.pills(key="f:source").select("le-fil")
    settled(app.run())
    assert app.query_params == {"source": ["le-fil"]} or app.query_params == {"source": "le-fil"}
    assert "1 article de 1 média raconte cette histoire" in shown(app)
    assert "1 article sur 4" in shown(app)
    assert app.pills(key="f:source").options == ["La Gazette · 2", "Le Fil · 1", "Radio Sud · 1"]
    app.pills(key="f:source").select("radio-sud")
    settled(app.run())
    assert "2 articles de 2 médias" in shown(app)


def test_a_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis())
    app.pills(key="f:theme").select("layoffs")
    settled(app.run())
    assert "2 articles sur 4" in shown(app)
    assert app.pills(key="f:source").options == ["La Gazette · 1", "Le Fil · 1", "Radio Sud · 0"]
    assert "2 articles de 2 médias" in shown(app)


def test_a_period(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis())
    app.select_slider[0].set_value(("2024-04", "2024-04"))
    settled(app.run())
    assert "1 article sur 4" in shown(app)
    assert app.query_params["from"] in ("2024-04", ["2024-04"])
    app.select_slider[0].set_value(("2024-03", "2024-04"))
    settled(app.run())
    assert "from" not in app.query_params
    assert "4 articles de 3 médias" in shown(app)


def test_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis())
    app.text_input(key="f:query").input("  VISITEURS  en mars ")
    settled(app.run())
    assert "1 article sur 4" in shown(app)
    assert app.query_params["q"] in ("VISITEURS en mars", ["VISITEURS en mars"])


def test_copies_once(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis())
    app.toggle(key="f:copies").set_value(True)
    settled(app.run())
    assert app.query_params["copies"] in ("once", ["once"])
    assert "Copies comptées une fois ✕" in [button.label for button in app.button]


def test_a_chip_takes_its_filter_off_and_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), source=["le-fil", "la-gazette"], theme="layoffs")
    assert [button.label for button in app.button if "✕" in button.label] == [
        "La Gazette ✕",
        "Le Fil ✕",
        "Licenciements ✕",
    ]
    app.button(key="chip:source:le-fil").click()
    settled(app.run())
    assert app.query_params["source"] in ("la-gazette", ["la-gazette"])
    assert app.query_params["theme"] in ("layoffs", ["layoffs"])
    assert app.pills(key="f:source").value == ["la-gazette"]


@pytest.mark.parametrize("button", ["clear", "reset"])
def test_all_filters_come_off_at_once(monkeypatch: pytest.MonkeyPatch, button: str) -> None:
    params = {
        "source": "le-fil",
        "theme": "layoffs",
        "q": "usine",
        "copies": "once",
        "from_": "2024-03",
        "to": "2024-03",
    }
    app = open_app(monkeypatch, tiny_analysis(), "", **params)
    assert "f:source" in [pill.key for pill in app.pills]
    app.button(key=button).click()
    settled(app.run())
    assert app.query_params == {}
    assert "4 articles de 3 médias racontent 2 histoires" in shown(app)


@pytest.mark.parametrize("view", VIEWS)
def test_an_address_restores_the_selection_in_every_view(monkeypatch: pytest.MonkeyPatch, view: str) -> None:
    params = {"source": "radio-sud", "from_": "2024-03", "to": "2024-03"}
    app = open_app(monkeypatch, tiny_analysis(), view, **params)
    assert app.pills(key="f:source").value == ["radio-sud"]
    assert app.select_slider[0].value == ("2024-03", "2024-03")
    assert "1 article sur 4" in shown(app)


STRANGE = [
    {"source": "nobody"},
    {"theme": "<script>alert(1)</script>"},
    {"from_": "hier", "to": "9999-99"},
    {"source": ["x" * 5000, "le-fil"]},
    {"copies": "twice"},
]


@pytest.mark.parametrize("params", STRANGE)
def test_what_the_address_cannot_mean_is_said(monkeypatch: pytest.MonkeyPatch, params: dict[str, str]) -> None:
    app = open_app(monkeypatch, tiny_analysis(), **params)
    assert "L’adresse demande ce que ce corpus n’a pas" in shown(app)
    assert "<script" not in shown(app)
    settled(app.run())
    assert "L’adresse demande" not in shown(app)


def test_an_unknown_view_is_the_overview(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "../../etc/passwd")
    assert "Vue d’ensemble" in shown(app)
    assert "À regarder" in shown(app)


@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_selection_says_so_and_helps(monkeypatch: pytest.MonkeyPatch, view: str) -> None:
    app = open_app(monkeypatch, tiny_analysis(), view, q="nulle part au monde")
    assert "0 article sur 4" in shown(app)
    assert [button.label for button in app.button if button.key == "clear"] == ["Tout effacer"]


@pytest.mark.parametrize("view", ["overview", "themes", "terms", "overlap", "quotes"])
def test_where_nothing_is_left_the_filters_come_off_with_one_click(monkeypatch: pytest.MonkeyPatch, view: str) -> None:
    app = open_app(monkeypatch, tiny_analysis(), view, q="nulle part au monde")
    next(button for button in app.button if str(button.key).startswith("empty:")).click()
    settled(app.run())
    assert "0 article sur 4" not in shown(app) and not app.query_params.get("q")


def test_every_link_keeps_the_filters(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), source="le-fil")
    links = pieces(app)["views"]
    assert links.count("source=le-fil") == len(VIEWS)
    assert "aria-current='page'>Vue d’ensemble" in links


def test_the_language_is_switched_and_kept_in_links(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), theme="layoffs")
    app.segmented_control(key="lang:pick").set_value("en")
    settled(app.run())
    assert "2 of 4 articles" in shown(app)
    assert "Layoffs · 2" in app.pills(key="f:theme").options
    assert app.pills(key="f:theme").value == ["layoffs"]
    assert "lang=en" in pieces(app)["views"]


def test_the_address_chooses_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), "articles", lang="en")
    assert "Next mark" in pieces(app)["reader"]
    assert "Marque suivante" in pieces(open_app(monkeypatch, tiny_analysis(), "articles", lang="xx"))["reader"]


def test_nothing_that_is_shared_is_written_to(monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = tiny_analysis()
    before = {name: frame.copy() for name, frame in analysis.tables().items()}
    for view in VIEWS:
        open_app(monkeypatch, analysis, view)
        open_app(monkeypatch, analysis, view, source="la-gazette", theme="layoffs")
    for name, frame in analysis.tables().items():
        assert frame.equals(before[name]), name
