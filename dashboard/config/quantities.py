"""``config/quantities.toml`` as frozen settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dashboard.config.base import read_toml


@dataclass(frozen=True, slots=True)
class QuantityRules:
    """The settings of quantities."""


def load_quantities(path: Path) -> QuantityRules:
    """The settings of the file. Raises ConfigError."""
    file = read_toml(path)
    file.finish()
    return QuantityRules()
