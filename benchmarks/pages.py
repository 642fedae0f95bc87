"""How fast the pages are, measured in Chromium: ``python -m benchmarks.pages [--corpus FOLDER]``.

First paint: from the navigation to the first meaningful paint of a new session on a warm server, that is the page's
first chart, key numbers, cards or text of an article; once with an empty browser cache, as on a reader's very first
visit, and once with the scripts in it, as on every later one. Filter: from the click on a source in the sidebar to
the last change of the page's content, charts included. Goals on the seeds, warm: 1.5 s for a later visit, and 300 ms
at the 95th percentile of the clicks; the first visit is printed beside them.

The browser is left alone while it is timed. The tests stop requests to other hosts on their way; whoever steps in
between like that switches off the browser's cache, and times Streamlit's hundred scripts instead of the page.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from dashboard.views.address import VIEWS
from tests.browser.chromium import PATIENCE, NoBrowserError, launch, settle
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
        found = measure(options.corpus, options.views, options.rounds)
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{'view':<10} {'first visit':>12} {'later visit':>12} {'filter median':>14} {'filter p95':>11}   (ms)")
    for view, times in found.items():
        print(f"{view:<10} {_row(times.first_visit, times.later_visit, times.clicks)}")
    every = [value for times in found.values() for value in times.clicks]
    visits = [max(times.first_visit for times in found.values()), max(times.later_visit for times in found.values())]
    print(f"{'all':<10} {_row(*visits, every)}   {len(every)} clicks")
    met = visits[1] <= PAINT_GOAL and p95(every) <= CLICK_GOAL
    print(f"goals: {PAINT_GOAL:.0f} ms first paint, {CLICK_GOAL:.0f} ms filter p95: {'met' if met else 'missed'}")
    return 0 if met else 1


@dataclass(frozen=True, slots=True)
class Times:
    """What one view took, in ms: the paint of a first and of a later visit (medians), and every filter click."""

    first_visit: float
    later_visit: float
    clicks: tuple[float, ...]


def measure(corpus: Path, views: Sequence[str], rounds: int) -> dict[str, Times]:
    """The times by view, on a server that has drawn every view once before."""
    found = {}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launch(playwright)
        with serve(corpus.resolve(), Path(folder) / "output.txt") as address:
            with _page(browser) as page:
                for view in views:
                    page.goto(f"{address}/?view={view}")
                    settle(page)
            for view in views:
                url = f"{address}/?view={view}"
                later, clicks = later_paint(browser, url), filter_clicks(browser, url, rounds)
                found[view] = Times(first_paint(browser, url), later, clicks)
        browser.close()
    return found


def first_paint(browser: Browser, url: str, times: int = 3) -> float:
    """The median in ms over readers whose browser holds nothing of the dashboard yet."""
    found = []
    for _ in range(times):
        with _page(browser) as page:
            page.add_init_script(_PAINT)
            found.append(_paint(page, url))
    return statistics.median(found)


def later_paint(browser: Browser, url: str, times: int = 5) -> float:
    """The median in ms over sessions of their own of a reader who comes back."""
    with _page(browser) as page:
        page.add_init_script(_PAINT)
        # The first visit fills the browser's cache.
        return statistics.median([_paint(page, url) for _ in range(times + 1)][1:])


def filter_clicks(browser: Browser, url: str, rounds: int) -> tuple[float, ...]:
    """ms from click to updated page: two sources ticked and unticked, ``rounds`` times; the first round warms up."""
    with _page(browser) as page:
        page.goto(url)
        settle(page)
        places = range(min(2, _sources(page)))
        found = [float(page.evaluate(_CLICK, place)) for _ in range(rounds + 1) for _ in range(2) for place in places]
    return tuple(found[2 * len(places) :])


def _paint(page: Page, url: str) -> float:
    page.goto("about:blank")
    page.goto(url)
    page.wait_for_function("window.firstPaint")
    painted = float(page.evaluate("window.firstPaint"))
    settle(page)
    return painted


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    """A page in a context of its own, with an empty cache and nothing between it and the server."""
    context = browser.new_context(locale="fr-FR", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    try:
        yield page
    finally:
        context.close()


def _row(first: float, later: float, clicks: Sequence[float]) -> str:
    return f"{first:>12.0f} {later:>12.0f} {statistics.median(clicks):>14.0f} {p95(clicks):>11.0f}"


def p95(values: Sequence[float]) -> float:
    """The smallest value that 95 % of the values do not exceed."""
    return sorted(values)[-(-len(values) * 95 // 100) - 1]


def _sources(page: Page) -> int:
    return page.locator('[data-testid="stSidebar"] [data-testid="stButtonGroup"]').first.locator("button").count()


if __name__ == "__main__":
    sys.exit(main())
