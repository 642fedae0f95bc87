"""What a click opens is in sight after it, once, on a wide screen and on a narrow one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.chromium import Watch, settle, watched_page

SIZES = ({"width": 1440, "height": 900}, {"width": 390, "height": 844})


@pytest.fixture(params=SIZES, ids=["wide", "narrow"])
def screen(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of this size; at the end, nothing may have gone wrong in it."""
    watch = Watch()
    with watched_page(browser, watch, viewport=request.param) as opened:
        yield opened
    assert watch.faults() == []


def opened(page: Page, address: str, query: str) -> Page:
    """The page at an address, at rest."""
    page.goto(f"{address}/?{query}")
    settle(page)
    return page


def title(page: Page, text: str) -> Locator:
    """The title of what a click opened."""
    return page.locator(".rc-title h2", has_text=re.compile(text))


def scrolled(page: Page) -> float:
    """How far the page is scrolled."""
    return float(page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop"))


def to_the_head(page: Page) -> None:
    """Scrolls to the head of the page, as a reader does: with the wheel."""
    size = page.viewport_size
    assert size is not None
    page.mouse.move(size["width"] * 0.6, size["height"] * 0.6)
    page.mouse.wheel(0, -20_000)
    page.wait_for_function("document.querySelector('[data-testid=stMain]').scrollTop === 0")


def mark(page: Page, spoken: str) -> Locator:
    """The mark of a chart whose spoken text matches."""
    found = page.locator('svg.marks [role="graphics-symbol"]')
    return found.and_(page.locator(f'[aria-label^="{spoken}"]')).first


def test_a_term_of_the_ranking_shows_its_places_once(screen: Page, address: str) -> None:
    opened(screen, address, "view=terms")
    mark(screen, "Azure · Média A").click(force=True)
    expect(title(screen, "Azure.*Média A")).to_be_in_viewport()
    settle(screen)
    to_the_head(screen)
    screen.get_by_test_id("stMain").get_by_text("TF-IDF", exact=True).first.click()
    settle(screen)
    screen.wait_for_timeout(500)
    assert scrolled(screen) < 300


def test_a_term_of_the_overview_opens_at_its_places(screen: Page, address: str) -> None:
    opened(screen, address, "view=overview")
    link = screen.locator(".rc-bars a").nth(2)
    term = link.locator("bdi").inner_text()
    link.click()
    expect(title(screen, re.escape(term))).to_be_in_viewport()


def test_a_theme_and_a_topic_show_their_passages(screen: Page, address: str) -> None:
    opened(screen, address, "view=themes")
    mark(screen, "Média A · Investissement").click(force=True)
    expect(title(screen, "Investissement · Média A")).to_be_in_viewport()
    topic = screen.locator(".rc-topics a").first
    name = topic.locator("b").inner_text().strip()
    topic.click()
    expect(title(screen, re.escape(name))).to_be_in_viewport()


def test_a_name_shows_its_passages_and_silence_none(screen: Page, address: str) -> None:
    opened(screen, address, "view=terms")
    mark(screen, "Microsoft · Média C · 5").click(force=True)
    expect(title(screen, "Microsoft · Média C")).to_be_in_viewport()
    assert screen.locator('svg.marks [aria-label^="Power Apps · Média A"]').count() == 0
