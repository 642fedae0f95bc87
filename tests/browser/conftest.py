"""Fixtures: one browser and one dashboard on ``seeds/`` a session, one watched page a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chromium import PATIENCE, NoBrowserError, Watch, launch, watched_page
from tests.browser.server import SEEDS, serve

expect.set_options(timeout=PATIENCE / 4)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks every test of this folder, so that ``-m browser`` picks them."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium for the whole session; without one the tests fail and say how to install it."""
    with sync_playwright() as playwright:
        try:
            started = launch(playwright)
        except NoBrowserError as error:
            pytest.fail(str(error), pytrace=False)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on the seeds."""
    with serve(SEEDS, tmp_path_factory.mktemp("server") / "output.txt") as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A French page, 1440 px wide; at the end, no request to another host and no error may have been seen."""
    watch = Watch()
    with watched_page(browser, watch) as opened:
        yield opened
    assert watch.faults() == []
