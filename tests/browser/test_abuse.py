"""A folder of broken and hostile files: every view opens, scripts show as text and nothing runs or is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from dashboard.views.address import VIEWS
from tests.abuse import BAD, PAYLOADS, make_abuse_folder
from tests.browser.chromium import Watch, settle, watched_page
from tests.browser.server import serve


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard on the folder; its long line is shorter than the reader's test has it, which takes a minute."""
    folder = tmp_path_factory.mktemp("abuse")
    with serve(make_abuse_folder(folder / "corpus", 100_000), folder / "output.txt") as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A watched page on which, beside, no dialog may open."""
    watch, dialogs = Watch(), []

    def heard(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    with watched_page(browser, watch) as opened:
        opened.on("dialog", heard)
        yield opened
    assert watch.faults() == []
    assert dialogs == []


def read(page: Page) -> str:
    """Everything that the pieces of the page say, once the article is there."""
    expect(page.locator(".rc-text p").first).to_be_visible()
    return "\n".join(page.locator(".rc").all_inner_texts())


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens_and_nothing_runs(page: Page, address: str, view: str) -> None:
    page.goto(f"{address}/?view={view}")
    settle(page)
    assert page.get_by_test_id("stException").count() == 0
    assert page.get_by_text("Traceback").count() == 0
    assert page.title() != "pris"
    assert page.locator('.rc script, .rc img, .rc [onerror], .rc [onclick], .rc a[href^="javascript"]').count() == 0
    for source, _title, _url in PAYLOADS[:3]:
        expect(page.get_by_test_id("stSidebar").get_by_text(source).first).to_be_visible()


@pytest.mark.parametrize("number", range(1, len(PAYLOADS) + 1))
def test_titles_and_links_are_shown_as_written(page: Page, address: str, number: int) -> None:
    page.goto(f"{address}/?view=articles&article=charge-{number}")
    settle(page)
    source, title, url = PAYLOADS[number - 1]
    shown = read(page)
    assert title in shown
    # A character that turns the writing direction could make one name look like another: it is shown as a fault.
    assert re.sub("[\u202a-\u202e]", "\ufffd", source) in shown
    links = {link.get_attribute("href") for link in page.locator(".rc a:not([data-go])").all()}
    assert links <= ({url} if url.startswith("https://exemple") else set())


def test_a_script_in_a_page_is_text(page: Page, address: str) -> None:
    page.goto(f"{address}/?view=articles&article=page.html")
    settle(page)
    text = read(page)
    assert '<script>alert("pris")</script>' in text and "<img src=x onerror=alert(1)>" in text


def test_what_was_not_read_is_listed(page: Page, address: str) -> None:
    page.goto(f"{address}/?view=overview")
    settle(page)
    panel = page.get_by_text("non lu", exact=False).or_(page.get_by_text("laissé", exact=False)).first
    panel.click()
    for name in BAD:
        expect(page.get_by_text(name).first).to_be_visible()
