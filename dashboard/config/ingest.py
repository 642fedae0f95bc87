"""The ``[ingest]`` section of ``config/analysis.toml``: what is read at all."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.config.base import Section


@dataclass(frozen=True, slots=True)
class IngestSettings:
    """``max_megabytes`` is the largest file that is read; ``manifest`` the name of the list beside text files."""

    max_megabytes: int
    manifest: str


def read_ingest(section: Section) -> IngestSettings:
    """The settings of the section. Raises ConfigError."""
    settings = IngestSettings(
        max_megabytes=section.whole("max_megabytes", 50, low=1), manifest=section.text("manifest", "articles.csv")
    )
    section.finish()
    return settings
