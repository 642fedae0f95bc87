"""``config/entities.toml`` as frozen settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dashboard.config.base import read_toml


@dataclass(frozen=True, slots=True)
class Entities:
    """The settings of entities."""


def load_entities(path: Path) -> Entities:
    """The settings of the file. Raises ConfigError."""
    file = read_toml(path)
    file.finish()
    return Entities()
