"""What differs between two packages, row by row, and which part of the version has to rise for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dalil.package.cells import Row
from dalil.release.sources import Package

__all__ = ["BUMPS", "Change", "Diff", "compare"]

BUMPS = ("none", "patch", "minor", "major")
"""In order: each asks for more than the one before."""
NAMES = ("statement_en", "finding_en", "title_en", "label_en", "title", "name", "quote")
"""The first of these that a row has says what it is about."""
ABOUT = ("name", "title", "description", "licenses", "keywords", "contributors", "translations")


@dataclass(frozen=True, slots=True)
class Change:
    """One row: ``kind`` is added, removed or changed; ``cells`` are column, old and new value."""

    resource: str
    key: tuple[str, ...]
    kind: str
    about: str
    cells: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """Changes in order of resource and key; ``structure`` says what changed in tables and columns."""

    old: str
    new: str
    structure: tuple[str, ...]
    extended: tuple[str, ...]
    metadata: tuple[str, ...]
    changes: tuple[Change, ...]

    @property
    def bump(self) -> str:
        """Tables' and columns' changes ask for a major version, new tables, rows come and gone for a minor one."""
        if self.structure:
            return "major"
        if self.extended or any(change.kind != "changed" for change in self.changes):
            return "minor"
        return "patch" if self.changes or self.metadata else "none"

    def count(self, kind: str, resource: str = "") -> int:
        return sum(change.kind == kind and resource in ("", change.resource) for change in self.changes)

    @property
    def resources(self) -> Mapping[str, Sequence[Change]]:
        grouped: dict[str, list[Change]] = {}
        for change in self.changes:
            grouped.setdefault(change.resource, []).append(change)
        return grouped


def compare(old: Package, new: Package) -> Diff:
    """The order of rows and of tables says nothing; that of columns is part of the structure."""
    extended = tuple(f"table {name} added" for name in new.tables if name not in old.tables)
    metadata = tuple(f"{key} of the package" for key in ABOUT if old.descriptor.get(key) != new.descriptor.get(key))
    changes = [change for name in _tables(old, new) for change in _rows(name, old, new)]
    return Diff(old.version, new.version, tuple(_structure(old, new)), extended, metadata, tuple(changes))


def _tables(old: Package, new: Package) -> list[str]:
    return [*new.tables, *(name for name in old.tables if name not in new.tables)]


def _structure(old: Package, new: Package) -> Iterator[str]:
    for name, schema in old.schemas.items():
        if name not in new.schemas:
            yield f"table {name} removed"
            continue
        yield from _columns(name, schema, new.schemas[name])
        for key in ("primaryKey", "foreignKeys"):
            if schema.get(key) != new.schemas[name].get(key):
                yield f"{name}: {key} changed"


def _columns(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    was, now = ({field["name"]: field["type"] for field in schema["fields"]} for schema in (old, new))
    yield from (f"{name}: column {column} removed" for column in was if column not in now)
    yield from (f"{name}: column {column} added" for column in now if column not in was)
    for column, kind in now.items():
        if was.get(column, kind) != kind:
            yield f"{name}: column {column} is {kind}, was {was[column]}"
    if list(was) != list(now) and set(was) == set(now):
        yield f"{name}: columns in another order"


def _rows(name: str, old: Package, new: Package) -> Iterator[Change]:
    columns = (new if name in new.schemas else old).schemas[name].get("primaryKey", ["id"])
    was, now = (_by_key(package.tables.get(name, []), columns) for package in (old, new))
    for key in sorted(was.keys() | now.keys()):
        before, after = was.get(key, {}), now.get(key, {})
        kind = "added" if not before else "removed" if not after else "changed"
        cells = tuple(_cells(before, after))
        if cells:
            yield Change(name, key, kind, _about(after or before), cells)


def _by_key(rows: Sequence[Row], columns: Sequence[str]) -> Mapping[tuple[str, ...], Row]:
    return {tuple(row.get(column, "") for column in columns): row for row in rows}


def _cells(before: Row, after: Row) -> Iterator[tuple[str, str, str]]:
    """The cells that differ; in rows that come or go, those that are not empty."""
    for column in dict.fromkeys((*after, *before)):
        was, now = before.get(column, ""), after.get(column, "")
        if was != now:
            yield column, was, now


def _about(row: Row) -> str:
    return next((row[name] for name in NAMES if row.get(name)), "")
