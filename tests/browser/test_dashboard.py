"""The dashboard in a real browser: filters, views, the way from a mark to its sentence, links.

The fixture ``page`` fails a test in which anything asks another host or reports an error.
"""

from __future__ import annotations

import csv
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from dashboard.views.address import VIEWS
from tests.browser.chromium import Watch, settle, watched_page

SOURCES = ("Média A", "Média B", "Média C", "Média D", "Média E")


def opened(page: Page, address: str, view: str = "overview", **params: str) -> Page:
    """The page of a view, at rest."""
    more = "".join(f"&{key}={value}" for key, value in params.items())
    page.goto(f"{address}/?view={view}{more}")
    settle(page)
    return page


def pill(page: Page, label: str) -> Locator:
    """The option of a filter that begins with the label."""
    options = page.get_by_test_id("stSidebar").get_by_test_id("stButtonGroup").locator("button")
    return options.filter(has_text=re.compile(rf"^{re.escape(label)} · \d+$"))


def pick(page: Page, label: str) -> None:
    """Ticks a filter and waits for the page."""
    before = page.url
    pill(page, label).click()
    page.wait_for_function("before => location.href !== before", arg=before)
    settle(page)


def marks(page: Page, text: str) -> Locator:
    """The marks of charts whose spoken text begins so."""
    return page.locator(f'svg.marks [role="graphics-symbol"][aria-label^="{text}"]')


def params(page: Page) -> dict[str, list[str]]:
    """The parameters of the page's address."""
    return parse_qs(urlsplit(page.url).query)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def test_it_opens_on_the_overview(page: Page, address: str) -> None:
    page.goto(address)
    settle(page)
    expect(page.locator("h1")).to_have_text("Vue d’ensemble")
    for source in SOURCES:
        expect(pill(page, source)).to_be_visible()
    assert page.get_by_test_id("stException").count() == 0


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens_from_the_menu(page: Page, address: str, view: str) -> None:
    opened(page, address, "articles" if view == "overview" else "overview")
    page.locator("nav.rc-views a").nth(VIEWS.index(view)).click()
    expect(page.locator(f'nav.rc-views a:nth-child({VIEWS.index(view) + 1})[aria-current="page"]')).to_be_visible()
    settle(page)
    assert params(page).get("view", ["overview"]) == [view]
    assert page.get_by_test_id("stException").count() == 0


def test_a_source_filter_changes_the_charts_and_the_address(page: Page, address: str) -> None:
    opened(page, address, "themes")
    assert marks(page, "Média A ·").count() > 0 and marks(page, "Média B ·").count() > 0
    pick(page, "Média B")
    assert params(page)["source"] == ["media-b"]
    expect(marks(page, "Média A ·")).to_have_count(0)
    assert marks(page, "Média B ·").count() > 0
    expect(page.get_by_text("1 article sur 5")).to_be_visible()


def test_a_theme_filter_changes_passages_and_the_address(page: Page, address: str) -> None:
    opened(page, address, "themes")
    pick(page, "Licenciements")
    assert params(page)["theme"] == ["layoffs"]
    expect(page.locator("h2", has_text="Licenciements")).to_be_visible()
    shown = page.locator(".rc-card")
    assert 0 < shown.count() <= 6
    assert marks(page, "Média").count() < 10


def test_a_filtered_address_survives_a_reload(page: Page, address: str) -> None:
    opened(page, address, "terms")
    pick(page, "Média A")
    pick(page, "Média C")
    before, drawn = params(page), marks(page, "OpenAI ·").count()
    page.reload()
    settle(page)
    assert params(page) == before
    assert sorted(before["source"]) == ["media-a", "media-c"]
    assert marks(page, "OpenAI ·").count() == drawn > 0
    expect(page.get_by_text("2 articles sur 5")).to_be_visible()


def test_filters_go_along_to_another_view(page: Page, address: str) -> None:
    opened(page, address, "themes", source="media-d")
    page.locator("nav.rc-views a").nth(VIEWS.index("articles")).click()
    expect(page.locator(".rc-text")).to_be_visible()
    settle(page)
    assert params(page)["source"] == ["media-d"]


def test_from_a_bar_to_the_sentence(page: Page, address: str) -> None:
    opened(page, address, "themes")
    bar = marks(page, "Média C ·").first
    spoken = bar.get_attribute("aria-label") or ""
    # The number on the bar lies above it and takes the click for it.
    bar.click(force=True)
    page.wait_for_url("**show=**")
    settle(page)
    label = spoken.split(" · ")[1]
    expect(page.locator("h2", has_text=f"{label} · Média C")).to_be_visible()
    card = page.locator(".rc-card").first
    evidence = card.locator("mark").first.inner_text()
    card.locator("a[data-go]").first.click()
    expect(page.locator(".rc-text")).to_be_visible()
    settle(page)
    assert params(page)["view"] == ["articles"]
    expect(page.locator(".rc-text .rc-focus").first).to_be_in_viewport()
    assert evidence in page.locator(".rc-text").inner_text()


def test_from_a_term_to_the_sentence_and_back(page: Page, address: str) -> None:
    opened(page, address, "terms", term="azure")
    line = page.locator(".rc-kwic a").first
    said = line.locator(".rc-right b").inner_text()
    line.click()
    expect(page.locator(".rc-text .rc-focus").first).to_be_in_viewport()
    assert page.locator(".rc-text .rc-focus").first.inner_text() == said
    page.go_back()
    expect(page.locator(".rc-kwic")).to_be_visible()
    assert params(page)["term"] == ["azure"]


def test_from_a_dot_of_the_map_to_its_passage(page: Page, address: str) -> None:
    opened(page, address, "themes")
    dot = page.locator('svg.marks .mark-symbol [role="graphics-symbol"]')
    spoken = dot.first.get_attribute("aria-label") or ""
    dot.first.click(force=True)
    beginning = spoken.split(" · ", 2)[2].rstrip("…")[:40]
    expect(page.locator(".rc-card", has_text=beginning).last).to_be_visible()


def test_a_figure_opens_its_sentence(page: Page, address: str) -> None:
    opened(page, address, "figures")
    mark = page.locator('svg.marks [role="graphics-symbol"][aria-label*="Média A"]').first
    mark.click(force=True)
    expect(page.locator("mark.rc-figure, mark.rc-focus").first).to_be_visible()


def test_the_figures_are_downloaded_as_they_were_chosen(page: Page, address: str) -> None:
    opened(page, address, "figures")
    title = page.locator("h2", has_text="Registre")
    every = _numbers(title.inner_text())[0]
    page.get_by_role("button", name=re.compile("^Contradiction")).click()
    expect(title.filter(has_text=f"sur {every}")).to_be_visible()
    settle(page)
    shown = _numbers(title.inner_text())[0]
    assert 0 < shown < every
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger en CSV").click()
    with download.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) == shown and {row["Verdict"] for row in rows} == {"Contradiction"}


def test_a_cell_of_the_heatmap_opens_the_pair(page: Page, address: str) -> None:
    opened(page, address, "overlap")
    read = page.locator(".rc-pair header b")
    before = read.all_inner_texts()
    cells = page.locator('svg.marks [role="graphics-symbol"][aria-label*=" des mots de "]')
    spoken = [cell.get_attribute("aria-label") or "" for cell in cells.all()]
    shared = {at: text for at, text in enumerate(spoken) if not text.startswith("0")}
    named = {at: [source for source in SOURCES if source in text] for at, text in shared.items()}
    place = next(at for at, pair in named.items() if set(pair) != set(before))
    # The number in the cell lies above it and takes the click for it.
    cells.nth(place).click(force=True)
    page.wait_for_url("**of=**")
    settle(page)
    assert sorted(read.all_inner_texts()) == sorted(named[place]) != sorted(before)
    ids = {source.lower().replace("é", "e").replace(" ", "-") for source in named[place]}
    assert {*params(page)["of"], *params(page)["by"]} == ids


def test_a_search_narrows_every_view(page: Page, address: str) -> None:
    opened(page, address, "articles", q="introuvablement")
    assert page.get_by_test_id("stException").count() == 0
    expect(page.get_by_text("0 article sur 5")).to_be_visible()


def test_the_other_language_by_the_address(page: Page, address: str) -> None:
    opened(page, address, "themes", lang="en", theme="layoffs")
    expect(page.locator("h1")).to_have_text("Themes")
    expect(page.locator("h2", has_text="Layoffs")).to_be_visible()


def test_the_language_follows_the_browser(browser: Browser, address: str) -> None:
    watch = Watch()
    with watched_page(browser, watch, locale="en-GB") as page:
        opened(page, address, "terms")
        expect(page.locator("h1")).to_have_text("Terms")
    assert watch.faults() == []


def test_a_tampered_address_is_said_and_shown_all_the_same(page: Page, address: str) -> None:
    opened(page, address, "themes", source="nobody", theme="%3Cscript%3E", show="%22%3E", by="..%2F", topic="x" * 300)
    assert page.get_by_test_id("stException").count() == 0
    assert marks(page, "Média A ·").count() > 0


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_cut_on_a_telephone(browser: Browser, address: str, view: str) -> None:
    watch = Watch()
    with watched_page(browser, watch, viewport={"width": 390, "height": 844}, color_scheme="dark") as page:
        opened(page, address, view)
        wide = page.evaluate(
            "(() => { const main = document.querySelector('[data-testid=stMain]');"
            " return main.scrollWidth - main.clientWidth; })()"
        )
        assert wide <= 1
        assert page.get_by_test_id("stException").count() == 0
    assert watch.faults() == []


def test_the_cards_of_a_telephone_are_written_when_they_come_into_sight(page: Page, address: str) -> None:
    opened(page, address, "figures")
    narrow = page.locator(".st-key-figures-narrow .rc-card")
    assert narrow.count() == 0
    page.set_viewport_size({"width": 390, "height": 844})
    expect(narrow.first).to_be_visible()
    expect(page.locator(".st-key-figures-wide svg.marks")).to_be_hidden()
