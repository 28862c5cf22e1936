"""The data dictionary: what each table and each column of the package is.

One source (``tables.yml``) gives the schemas of the descriptor, the pages of the dictionary and the
derived formats.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

__all__ = ["Column", "Table", "dictionary"]

SOURCE = Path(__file__).with_name("tables.yml")
Three = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: a Table Schema type, texts in three languages, and what its cells may hold.

    ``codes`` names the closed list of its values; ``many`` says that a cell holds several, parted by ``|``.
    """

    name: str
    type: str
    title: Three
    description: Three
    example: str
    required: bool
    codes: str
    many: bool
    pattern: str
    references: str


@dataclass(frozen=True, slots=True)
class Table:
    """A resource of the package; ``key`` is its primary key."""

    name: str
    title: Three
    description: Three
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


@cache
def dictionary() -> Mapping[str, Table]:
    """Every table by name, in the order of the package."""
    tree = yaml.load(SOURCE.read_text("utf-8"), getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return {name: _table(name, row) for name, row in tree.items()}


def _table(name: str, row: Mapping[str, Any]) -> Table:
    return Table(name, row["title"], row["description"], tuple(row["key"]), tuple(_columns(row)))


def _columns(row: Mapping[str, Any]) -> Iterator[Column]:
    references = row.get("references") or {}
    for name, column in row["columns"].items():
        yield Column(
            name,
            column["type"],
            column["title"],
            column["description"],
            column.get("example", ""),
            column.get("required") == "true" or name in row["key"],
            column.get("codes", ""),
            column.get("many") == "true",
            column.get("pattern", ""),
            references.get(name, ""),
        )
