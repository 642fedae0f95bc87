"""``config/sources.toml`` as frozen settings: the outlets that are known, by name and by domain."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from dashboard.config.base import Section, read_toml

AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of outlet: ``national``, ``regional``, ``trade``, ``agency``..., with its labels."""

    id: str
    label_fr: str = field(metadata={"presentation": True})
    label_en: str = field(metadata={"presentation": True})


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet: its label, how else it is written, its web domains and its group's id."""

    label: str
    spellings: tuple[str, ...]
    domains: tuple[str, ...]
    group: str


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """Every known outlet; one that is not known is taken as it comes."""

    groups: tuple[Group, ...]
    sources: tuple[Source, ...]
    by_name: Mapping[str, Source]
    by_domain: Mapping[str, Source]

    def label(self, name: str) -> str:
        """The outlet's label, however it was written; an unknown name as it is, blanks trimmed."""
        found = self.find(name)
        return found.label if found else " ".join(name.split())

    def find(self, name: str) -> Source | None:
        """The known outlet of this name or spelling; letter case, accents and a leading article count for nothing."""
        return self.by_name.get(_key(name))

    def of_url(self, url: str | None) -> Source | None:
        """The known outlet of an address, subdomains included."""
        host = (urlsplit(url).hostname or "") if url else ""
        parts = host.split(".")
        suffixes = (".".join(parts[place:]) for place in range(len(parts) - 1))
        return next((self.by_domain[suffix] for suffix in suffixes if suffix in self.by_domain), None)

    def group_of(self, name: str) -> str | None:
        """The id of the outlet's group, None where it is not known."""
        found = self.find(name)
        return found.group if found else None

    def is_agency(self, name: str) -> bool:
        """Whether the outlet is known as a press agency."""
        return self.group_of(name) == AGENCY


def load_sources(path: Path) -> Sources:
    """The settings of the file. Raises ConfigError."""
    file = read_toml(path)
    groups: list[Group] = []
    sources: list[Source] = []
    by_name: dict[str, Source] = {}
    by_domain: dict[str, Source] = {}
    for section in file.tables("group"):
        group = Group(section.text("id"), section.text("label_fr"), section.text("label_en"))
        groups.append(group)
        for line in section.texts("sources"):
            source = _source(section, line, group.id)
            sources.append(source)
            _enter(section, line, source, (by_name, by_domain))
        section.finish()
    file.finish()
    return Sources(tuple(groups), tuple(sources), by_name, by_domain)


def _source(section: Section, line: str, group: str) -> Source:
    names, _, domains = line.partition("|")
    spellings = tuple(part.strip() for part in names.split(" = "))
    if not all(spellings):
        raise section.fault("sources", line, "expected 'Label = other spelling | domain domain'")
    return Source(spellings[0], spellings, tuple(domains.lower().split()), group)


def _enter(section: Section, line: str, source: Source, maps: tuple[dict[str, Source], dict[str, Source]]) -> None:
    keys = ([_key(name) for name in source.spellings], source.domains)
    for known, values in zip(maps, keys, strict=True):
        for value in values:
            if known.setdefault(value, source) is not source:
                raise section.fault("sources", line, f"{value} is already that of {known[value].label}; join the two")


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("œ", "oe").casefold())
    words = "".join(
        letter if letter.isalnum() or letter == "+" else " " for letter in plain if letter.isascii()
    ).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"le", "la", "les", "l", "the"} else words)
