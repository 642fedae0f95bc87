from pathlib import Path

import pytest

from dashboard.config.base import ConfigError
from dashboard.config.sources import Sources, load_sources

OWN = Path(__file__).parents[2] / "config" / "sources.toml"
LABELS = [
    ("le monde", "Le Monde"),
    ("Lemonde.fr", "Le Monde"),
    ("LES ECHOS", "Les Échos"),
    ("Echos", "Les Échos"),
    ("Agence France-Presse", "AFP"),
    ("Mon  journal à moi ", "Mon journal à moi"),
    ("日本", "日本"),
]
ADDRESSES = [
    ("https://www.lemonde.fr/a", "Le Monde"),
    ("https://investir.lesechos.fr/a", "Investir"),
    ("https://entreprises.lesechos.fr/a", "Les Échos"),
    ("https://lemonde.fr.example.org/a", None),
    ("https://pas-lemonde.fr/a", None),
]


@pytest.fixture(scope="module")
def sources() -> Sources:
    return load_sources(OWN)


@pytest.mark.parametrize(("name", "label"), LABELS)
def test_label(sources: Sources, name: str, label: str) -> None:
    assert sources.label(name) == label


@pytest.mark.parametrize(("address", "label"), ADDRESSES)
def test_of_url(sources: Sources, address: str, label: str | None) -> None:
    found = sources.of_url(address)
    assert (found.label if found else None) == label


def test_groups(sources: Sources) -> None:
    assert sources.group_of("Ouest France") == "regional"
    assert sources.group_of("Inconnu") is None
    assert sources.is_agency("Reuters") and not sources.is_agency("Le Monde") and not sources.is_agency("")
    assert {group.id for group in sources.groups} >= {"national", "regional", "trade", "agency", "international"}


def test_a_name_that_two_outlets_claim_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text('[[group]]\nid = "a"\nlabel_fr = "A"\nlabel_en = "A"\nsources = ["Le Fil", "Sud = Fil | sud.fr"]\n')
    with pytest.raises(ConfigError, match="fil is already that of Le Fil"):
        load_sources(path)
