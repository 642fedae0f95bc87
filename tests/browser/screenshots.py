"""Pictures of every page, light and dark, wide and narrow: ``python -m tests.browser.screenshots``.

They are written to ``screenshots/<page>-<light|dark>-<width>.png``; ``--figure`` writes the one of the README.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from dashboard.views.address import VIEWS
from tests.browser.chromium import NoBrowserError, Watch, launch, settle, watched_page
from tests.browser.server import ROOT, SEEDS, serve

WIDTHS = (1440, 390)
SCHEMES = ("light", "dark")
SHORTEST, TALLEST = 700, 12_000
#: The part of Figures that the README shows, in pixels: menu and signature chart.
FIGURE_SIZE = (1440, 900)


def main(arguments: list[str] | None = None) -> int:
    """Takes the pictures; 0 if every page was drawn without a fault, else 1."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 2


def _run(options: argparse.Namespace) -> int:
    with sync_playwright() as playwright, _address(options) as address:
        browser = launch(playwright)
        if options.figure:
            faults = [picture_figure(browser, address, options.figure)]
        else:
            options.out.mkdir(parents=True, exist_ok=True)
            faults = [
                picture(browser, f"{address}/?view={place}", options.out, (scheme, width))
                for place in options.pages
                for scheme in options.schemes
                for width in options.widths
            ]
        browser.close()
    found = [fault for some in faults for fault in some]
    print("\n".join(found), file=sys.stderr)
    return 1 if found else 0


def picture(browser: Browser, url: str, out: Path, look: tuple[str, int]) -> list[str]:
    """Writes one page as a picture of its full height; what went wrong on it, one line each."""
    scheme, width = look
    watch = Watch()
    size = {"width": width, "height": SHORTEST}
    with watched_page(browser, watch, viewport=size, color_scheme=scheme) as page:
        page.goto(url)
        settle(page)
        _grow(page, width)
        name = re.sub(r"\W+", "-", url.rpartition("?view=")[2])
        page.screenshot(path=out / f"{name}-{scheme}-{width}.png")
        cut = _cut(page)
    return [f"{url} {scheme} {width}: {fault}" for fault in [*watch.faults(), *cut]]


def picture_figure(browser: Browser, address: str, path: Path) -> list[str]:
    """Writes the README's picture: the top of Figures on a light page."""
    watch = Watch()
    size = {"width": FIGURE_SIZE[0], "height": FIGURE_SIZE[1]}
    with watched_page(browser, watch, viewport=size, color_scheme="light", device_scale_factor=1.5) as page:
        page.goto(f"{address}/?view=figures")
        settle(page)
        page.wait_for_timeout(500)
        path.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=path)
    return watch.faults()


def _grow(page: Page, width: int) -> None:
    """Makes the window as tall as the page, which scrolls inside itself otherwise."""
    # A chart may change its height when it is drawn; twice is enough for it to come to rest.
    for _ in range(2):
        tall = page.evaluate("document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight")
        page.set_viewport_size({"width": width, "height": max(SHORTEST, min(int(tall), TALLEST))})
        page.wait_for_timeout(600)
        settle(page)


def _cut(page: Page) -> list[str]:
    """What stands out of the page to the right, or shows an exception."""
    wide = page.evaluate(
        "(() => { const main = document.querySelector('[data-testid=stMain]');"
        " return main.scrollWidth - main.clientWidth; })()"
    )
    raised = page.locator('[data-testid="stException"]').count()
    return [f"{wide} px wider than the window"] * (wide > 1) + [f"{raised} exceptions shown"] * bool(raised)


@contextmanager
def _address(options: argparse.Namespace) -> Iterator[str]:
    if options.address:
        with nullcontext(options.address) as address:
            yield address
    else:
        with tempfile.TemporaryDirectory() as folder, serve(options.corpus, Path(folder) / "output.txt") as address:
            yield address


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "screenshots")
    parser.add_argument("--corpus", type=Path, default=SEEDS)
    parser.add_argument("--address", help="of a dashboard that runs already")
    parser.add_argument("--figure", type=Path, help="write only the README's picture, here")
    parser.add_argument("--pages", nargs="+", default=list(VIEWS), help="views, with parameters where wanted")
    parser.add_argument("--schemes", nargs="+", default=list(SCHEMES), choices=SCHEMES)
    parser.add_argument("--widths", nargs="+", type=int, default=list(WIDTHS))
    return parser


if __name__ == "__main__":
    sys.exit(main())
