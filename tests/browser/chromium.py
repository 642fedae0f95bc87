"""Finds a Chromium, starts it, and opens pages that may talk to nobody but the dashboard."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Route, WebSocket

# --no-sandbox: the sandbox needs rights that a container's root does not have. The others keep the browser
# from asking for updates, from syncing and from sharing a /dev/shm that is too small in containers.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
ON_PATH = ("chromium", "chromium-browser", "google-chrome")
OWN_HOSTS = frozenset({"127.0.0.1", "localhost"})
# ms. The first page of a server waits for the analysis; nothing here says how fast it should be.
PATIENCE = 120_000
# Addresses that name no host.
HOSTLESS = frozenset({"data", "blob", "about"})


class NoBrowserError(RuntimeError):
    """No Chromium on this machine; the message holds the command that installs one."""


def find_chromium(playwright: Playwright) -> Path:
    """The browser in $CHROMIUM, else Playwright's own, else the first on the PATH. Raises NoBrowserError."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not Path(named).is_file():
            raise NoBrowserError(f"CHROMIUM={named}: no such file; name a Chromium or unset it")
        return Path(named)
    own = Path(playwright.chromium.executable_path)
    if own.is_file():
        return own
    for name in ON_PATH:
        if found := shutil.which(name):
            return Path(found)
    raise NoBrowserError(f"no Chromium found; install one with: {install_command()}")


def install_command() -> str:
    """What to type on this machine to get a browser: Debian's package as root, else Playwright's own."""
    is_debian_root = shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0
    if is_debian_root:
        return "apt-get update && apt-get install -y chromium"
    return ".venv/bin/python -m playwright install chromium"


def launch(playwright: Playwright) -> Browser:
    """A headless Chromium. Raises NoBrowserError."""
    return playwright.chromium.launch(executable_path=find_chromium(playwright), args=list(ARGUMENTS))


@dataclass
class Watch:
    """What a page did that it may not: requests to other hosts, errors in the console, uncaught exceptions."""

    strangers: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def faults(self) -> list[str]:
        """Everything that went wrong, one line each; empty is good."""
        return [f"request to another host: {url}" for url in self.strangers] + self.errors

    def follow(self, context: BrowserContext) -> None:
        """Watches every page of the context; requests to other hosts are stopped and noted."""
        context.route("**/*", self._route)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.errors.append(f"uncaught: {error.error}"))
        context.on("page", lambda page: page.on("websocket", self._socket))

    def _route(self, route: Route) -> None:
        if _is_own(route.request.url):
            route.continue_()
        else:
            self.strangers.append(route.request.url)
            route.abort()

    def _socket(self, socket: WebSocket) -> None:
        if not _is_own(socket.url):
            self.strangers.append(socket.url)

    def _console(self, message: ConsoleMessage) -> None:
        place = str(message.location.get("url", ""))
        if message.type == "error":
            self.errors.append(f"console: {message.text} ({place})")


@contextmanager
def watched_page(browser: Browser, watch: Watch, **options: Any) -> Iterator[Page]:
    """A page in a context of its own (options as for ``Browser.new_context``), followed by ``watch``."""
    context = browser.new_context(**({"locale": "fr-FR", "viewport": {"width": 1440, "height": 900}} | options))
    watch.follow(context)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    try:
        yield page
    finally:
        context.close()


def settle(page: Page) -> None:
    """Waits until the script has run and nothing on the page is a skeleton or stale any more."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    # The pieces of HTML come with a script of their own, which may arrive later than the rest.
    page.wait_for_selector("nav.rc-views")
    page.wait_for_function(
        """() => !document.querySelector(
               '[data-testid="stSkeleton"], [data-testid="stAppSkeleton"], [data-stale="true"]')
           && document.querySelector('[data-testid="stMainBlockContainer"]')?.innerText.trim().length > 0"""
    )


def _is_own(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in HOSTLESS or parts.hostname in OWN_HOSTS
