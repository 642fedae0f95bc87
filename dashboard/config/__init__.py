"""The files of ``config/`` as one frozen object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.config.analysis import AnalysisSettings, load_analysis
from dashboard.config.base import ConfigError, digest
from dashboard.config.entities import Entities, load_entities
from dashboard.config.learned import Learned, load_learned
from dashboard.config.measures import MeasureNames, load_measure_names
from dashboard.config.quantities import QuantityRules, load_quantities
from dashboard.config.sources import Sources, load_sources
from dashboard.config.themes import Themes, check_columns, load_themes
from dashboard.config.things import names_of_things

__all__ = ["DEFAULT_FOLDER", "Config", "ConfigError", "digest", "load_config"]

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "config"


@dataclass(frozen=True, slots=True)
class Config:
    """All settings; ``folder`` is where they were read."""

    folder: Path
    sources: Sources
    themes: Themes
    quantities: QuantityRules
    entities: Entities
    analysis: AnalysisSettings
    learned: Learned
    measure_names: Mapping[str, MeasureNames] = field(metadata={"presentation": True})


def load_config(folder: Path | None = None) -> Config:
    """The settings of a folder, the project's own by default.

    A file that the folder lacks is taken from the project's own folder. Raises ConfigError.
    """
    chosen = folder or DEFAULT_FOLDER
    if not chosen.is_dir():
        raise ConfigError(f"{chosen}: no such folder; give --config the folder that holds the .toml files")

    def path(name: str) -> Path:
        return chosen / name if (chosen / name).exists() else DEFAULT_FOLDER / name

    themes, learned = load_themes(path("themes.toml")), load_learned(path("learned_fr.npz"))
    check_columns(themes, learned.columns, path("themes.toml"))
    return Config(
        folder=chosen,
        sources=load_sources(path("sources.toml")),
        themes=themes,
        learned=learned,
        quantities=load_quantities(path("quantities.toml")),
        entities=load_entities(path("entities.toml")),
        analysis=load_analysis(path("analysis.toml"), path("stopwords_fr.txt"), path("stopwords_en.txt")),
        measure_names={
            **names_of_things(path("quantities_things.toml")),
            **load_measure_names(path("measures.toml")),
        },
    )
