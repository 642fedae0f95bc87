"""``config/sources.toml`` as frozen settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dashboard.config.base import read_toml


@dataclass(frozen=True, slots=True)
class Sources:
    """The settings of sources."""


def load_sources(path: Path) -> Sources:
    """The settings of the file. Raises ConfigError."""
    file = read_toml(path)
    file.finish()
    return Sources()
