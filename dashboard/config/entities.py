"""``config/entities.toml`` as frozen settings: who and what has a name, how it is written, and who belongs to whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dashboard.config.base import Section, read_toml
from dashboard.config.names import NameRules, read_names
from dashboard.model import NameType

TYPES: tuple[NameType, ...] = ("ORG", "PER", "PRODUCT", "LOC")


@dataclass(frozen=True, slots=True)
class Entity:
    """Something with a name.

    ``spellings`` begins with the canonical name itself. ``descriptions`` are noun phrases that stand for it,
    without article. ``heads`` are the canonical names of those who lead it, ``products`` of what it makes.
    """

    name: str
    type: NameType
    spellings: tuple[str, ...]
    descriptions: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    products: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Guard:
    """Spellings that are common words or other names as well.

    One counts where its article holds a word of ``near`` (lower case), or names its entity in another spelling.
    """

    spellings: tuple[str, ...]
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Entities:
    """Every entity by its canonical name, in the file's order, who belongs to whom, and rules for further names.

    ``head_of`` gives the organisation that a person leads, ``maker_of`` who makes a product; where several do,
    the first in the file.
    """

    by_name: Mapping[str, Entity]
    guards: tuple[Guard, ...]
    head_of: Mapping[str, str]
    maker_of: Mapping[str, str]
    rules: NameRules

    def heads(self, name: str) -> tuple[str, ...]:
        """Canonical names of those who lead the organisation; empty where none is known."""
        entity = self.by_name.get(name)
        return entity.heads if entity else ()

    def products(self, name: str) -> tuple[str, ...]:
        """Canonical names of what the organisation makes; empty where nothing is known."""
        entity = self.by_name.get(name)
        return entity.products if entity else ()


Named = dict[str, tuple[NameType, tuple[str, ...]]]


def load_entities(path: Path) -> Entities:
    """The settings of the file; who leads and what is made are entities as well. Raises ConfigError."""
    file = read_toml(path)
    named: Named = {}
    known: dict[str, str] = {}
    for group in file.tables("group"):
        _read_group(group, named, known)
    heads = {name: _added(lines, "PER", named) for name, lines in _lists(file.table("heads"), named).items()}
    made = {name: _added(lines, "PRODUCT", named) for name, lines in _lists(file.table("products"), named).items()}
    described = _lists(file.table("descriptions"), named)
    guards = tuple(_guard(section, named) for section in file.tables("guard"))
    rules = read_names(file.table("rules"), file.tables("example"))
    file.finish()
    by_name = {
        name: Entity(name, kind, spellings, described.get(name, ()), heads.get(name, ()), made.get(name, ()))
        for name, (kind, spellings) in named.items()
    }
    return Entities(by_name, guards, _inverse(heads), _inverse(made), rules)


def _read_group(group: Section, named: Named, known: dict[str, str]) -> None:
    kind = cast(NameType, group.choice("type", TYPES))
    group.text("label")
    for line in group.texts("names"):
        spellings = _spellings(line)
        if not all(spellings):
            raise group.fault("names", line, "expected 'Name' or 'Name = other spelling = ...'")
        for spelling in spellings:
            if known.setdefault(spelling, line) != line or spellings[0] in named:
                raise group.fault("names", line, f"{spelling} stands in this file twice; join the two")
        named[spellings[0]] = (kind, spellings)
    group.finish()


def _lists(section: Section, named: Named) -> dict[str, tuple[str, ...]]:
    found = {}
    for name in section.given():
        if name not in named:
            raise section.fault(name, list(section.texts(name)), "no name of any [[group]]; add it there first")
        found[name] = section.texts(name)
    return found


def _added(lines: tuple[str, ...], kind: NameType, named: Named) -> tuple[str, ...]:
    """The canonical names of the lines; those that no group has become entities."""
    for line in lines:
        spellings = _spellings(line)
        named.setdefault(spellings[0], (kind, spellings))
    return tuple(_spellings(line)[0] for line in lines)


def _spellings(line: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in line.split(" = "))


def _guard(section: Section, named: Named) -> Guard:
    guard = Guard(section.texts("spellings"), section.texts("near"))
    known = {spelling for _, spellings in named.values() for spelling in spellings}
    for spelling in guard.spellings:
        if spelling not in known:
            raise section.fault(
                "spellings", spelling, "no spelling of any name in this file; strike it or add the name"
            )
    section.finish()
    return guard


def _inverse(lists: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The first owner of each item."""
    found: dict[str, str] = {}
    for owner, items in lists.items():
        for item in items:
            found.setdefault(item, owner)
    return found
