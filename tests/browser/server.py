"""Starts the dashboard on a free port, as a process of its own, and ends it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
START_SECONDS = 60.0
STOP_SECONDS = 5.0


class ServerError(RuntimeError):
    """The dashboard did not start; the message ends with what it printed."""


@contextmanager
def serve(corpus: Path, log: Path, port: int | None = None) -> Iterator[str]:
    """The address of a dashboard on ``corpus``; its output goes to ``log``, the port is a free one if not given.

    Raises ServerError if it does not answer within 60 s.
    """
    chosen = port or free_port()
    address = f"http://127.0.0.1:{chosen}"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command(chosen),
            cwd=ROOT,
            env=os.environ | {"RECOUPE_CORPUS": str(corpus)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_healthy(process, address, log)
            yield address
        finally:
            _stop(process)


def command(port: int) -> list[str]:
    """The command line of the server; no file watcher, so that an edited file cannot disturb a test."""
    options = {"port": port, "address": "127.0.0.1", "headless": "true", "fileWatcherType": "none"}
    flags = [f"--server.{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "streamlit", "run", "streamlit_app.py", *flags]


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise ServerError(
        f"the dashboard did not start at {address}; it printed:\n{log.read_text(errors='replace')[-4000:]}"
    )


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
