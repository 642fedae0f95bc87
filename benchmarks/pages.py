"""How fast the pages are, measured in Chromium: ``python -m benchmarks.pages [--corpus FOLDER]``.

First paint: from the navigation to the first meaningful paint of a new session on a warm server, that is the page's
first chart, key numbers, cards or text of an article. Filter: from the click on a source in the sidebar to the
last change of the page's content, charts included. Goals on the seeds: 1.5 s, and 300 ms at the 95th percentile.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from dashboard.views.address import VIEWS
from tests.browser.chromium import NoBrowserError, Watch, launch, settle, watched_page
from tests.browser.server import SEEDS, serve

PAINT_GOAL, CLICK_GOAL = 1500.0, 300.0
#: A page counts as updated when nothing in it has changed for so long (ms); the quiet time is not counted.
QUIET = 250

# Both scripts look into shadow roots, where the HTML pieces of the page live.
_PAINT = """
(() => {
  const reach = (root, wanted) => root.querySelector(wanted) ||
    [...root.querySelectorAll('*')].map((e) => e.shadowRoot && reach(e.shadowRoot, wanted)).find(Boolean);
  const look = () => {
    const main = document.querySelector('[data-testid="stMain"]');
    const meant = main &&
      reach(main, 'svg.marks path, svg.marks text, .rc-numbers, .rc-card, .rc-list, .rc-text p');
    if (meant) requestAnimationFrame(() => { window.firstPaint = performance.now(); });
    else requestAnimationFrame(look);
  };
  document.addEventListener('DOMContentLoaded', look);
})()
"""
_CLICK = """
(place) => new Promise((done) => {
  const app = document.querySelector('[data-testid="stApp"]');
  const main = document.querySelector('[data-testid="stMain"]');
  const begun = performance.now();
  let last = begun, ran = false;
  const watch = new MutationObserver((records) => {
    // What stands inside a canvas is never painted: a table's rows for screen readers, which follow when all is quiet.
    const near = (node) => (node.nodeType === 1 ? node : node.parentElement);
    if (!records.every((record) => near(record.target) && near(record.target).closest('canvas')))
      last = performance.now();
    for (const record of records) for (const node of record.addedNodes) if (node.shadowRoot) follow(node.shadowRoot);
  });
  const wanted = { subtree: true, childList: true, attributes: true, characterData: true };
  const follow = (root) => {
    watch.observe(root, wanted);
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) follow(element.shadowRoot);
  };
  follow(main);
  const state = new MutationObserver(() => { ran = true; });
  state.observe(app, { attributes: true, attributeFilter: ['data-test-script-state'] });
  document.querySelectorAll('[data-testid="stSidebar"] [data-testid="stButtonGroup"] button')[place].click();
  const wait = () => {
    const now = performance.now();
    const idle = app.dataset.testScriptState === 'notRunning' && !main.querySelector('[data-stale="true"]');
    if (ran && idle && now - last > QUIET) { watch.disconnect(); state.disconnect(); done(last - begun); }
    else if (now - begun > 30000) done(NaN);
    else setTimeout(wait, 5);
  };
  wait();
})
""".replace("QUIET", str(QUIET))


def main(arguments: list[str] | None = None) -> int:
    """Measures and prints a table; 0 if both goals are met, 1 if not, 2 without a browser."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--views", nargs="+", default=list(VIEWS), choices=VIEWS)
    parser.add_argument("--corpus", type=Path, default=SEEDS)
    parser.add_argument(
        "--rounds", type=int, default=3, help="times that two sources are ticked and unticked on a view"
    )
    options = parser.parse_args(arguments)
    try:
        paints, clicks = measure(options.corpus, options.views, options.rounds)
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{'view':<10} {'first paint':>12} {'filter median':>14} {'filter p95':>11}   (ms)")
    for view in options.views:
        row = f"{paints[view]:>12.0f} {statistics.median(clicks[view]):>14.0f} {p95(clicks[view]):>11.0f}"
        print(f"{view:<10} {row}")
    every = [value for values in clicks.values() for value in values]
    worst = max(paints.values())
    print(f"{'all':<10} {worst:>12.0f} {statistics.median(every):>14.0f} {p95(every):>11.0f}   {len(every)} clicks")
    met = worst <= PAINT_GOAL and p95(every) <= CLICK_GOAL
    print(f"goals: {PAINT_GOAL:.0f} ms first paint, {CLICK_GOAL:.0f} ms filter p95: {'met' if met else 'missed'}")
    return 0 if met else 1


def measure(corpus: Path, views: Sequence[str], rounds: int) -> tuple[dict[str, float], dict[str, list[float]]]:
    """First paint and filter times in ms, by view, on a server that has drawn every view once before."""
    paints: dict[str, float] = {}
    clicks: dict[str, list[float]] = {}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launch(playwright)
        with serve(corpus.resolve(), Path(folder) / "output.txt") as address:
            with watched_page(browser, Watch()) as page:
                for view in views:
                    page.goto(f"{address}/?view={view}")
                    settle(page)
            for view in views:
                paints[view] = first_paint(browser, f"{address}/?view={view}")
                clicks[view] = filter_clicks(browser, f"{address}/?view={view}", rounds)
        browser.close()
    return paints, clicks


def first_paint(browser: Browser, url: str, times: int = 3) -> float:
    """The median in ms over sessions of their own, the browser's cache warm as for a reader who comes back."""
    found = []
    with watched_page(browser, Watch()) as page:
        page.add_init_script(_PAINT)
        for _ in range(times + 1):
            page.goto("about:blank")
            page.goto(url)
            page.wait_for_function("window.firstPaint")
            found.append(float(page.evaluate("window.firstPaint")))
            settle(page)
    # The first visit filled the browser's cache.
    return statistics.median(found[1:])


def filter_clicks(browser: Browser, url: str, rounds: int) -> list[float]:
    """ms from click to updated page: two sources ticked and unticked, ``rounds`` times; the first round warms up."""
    with watched_page(browser, Watch()) as page:
        page.goto(url)
        settle(page)
        places = range(min(2, _sources(page)))
        found = [float(page.evaluate(_CLICK, place)) for _ in range(rounds + 1) for _ in range(2) for place in places]
    return found[2 * len(places) :]


def p95(values: Sequence[float]) -> float:
    """The smallest value that 95 % of the values do not exceed."""
    return sorted(values)[-(-len(values) * 95 // 100) - 1]


def _sources(page: Page) -> int:
    return page.locator('[data-testid="stSidebar"] [data-testid="stButtonGroup"]').first.locator("button").count()


if __name__ == "__main__":
    sys.exit(main())
