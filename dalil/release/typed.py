"""Cells as values: the types of the data dictionary in Python, for formats that have types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from dalil.package.cells import Row
from dalil.package.dictionary import Column, Table

__all__ = ["Value", "typed", "typed_row"]

Value = str | int | float | bool | date | None


def _number(cell: str) -> float:
    """A double that prints as the same decimal; formats with doubles only must not change a value."""
    value = float(cell)
    if Decimal(repr(value)) != Decimal(cell):
        raise ValueError(f"{cell} has more digits than a double holds")
    return value


TYPES: Mapping[str, Callable[[str], Value]] = {
    "string": str,
    "integer": int,
    "number": _number,
    "boolean": lambda cell: cell == "true",
    "date": date.fromisoformat,
}


def typed(column: Column, cell: str) -> Value:
    """The cell's value; None for an empty cell."""
    return TYPES[column.type](cell) if cell else None


def typed_row(table: Table, row: Row) -> list[Value]:
    """The values of a row, in the order of the columns."""
    return [typed(column, row[column.name]) for column in table.columns]
