"""What frictionless 5.21 accepts without looking: our own rules on the finished package.

They read the files as a stranger would, from the descriptor on, and know nothing of the corpus.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from dalil.problems import Location, Problem, Problems

__all__ = ["validate", "validate_with_frictionless"]

MARKS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
REMEDY = "build the package anew"
Rows = list[dict[str, str]]
Json = Mapping[str, Any]


def validate(folder: Path) -> Problems:
    """Bytes, hashes, types, closed lists, keys, references, digits and marks of the package in folder."""
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    tables: dict[str, Rows] = {}
    for resource in package["resources"]:
        path = folder / resource["path"]
        data = path.read_bytes()
        yield from _integrity(resource, data, str(path))
        text = data.decode("utf-8")
        tables[resource["name"]] = rows = list(csv.DictReader(io.StringIO(text, newline="")))
        yield from _cells(resource, rows, str(path))
        yield from _keys(resource, rows, str(path))
    for resource in package["resources"]:
        yield from _references(resource, tables, str(folder / resource["path"]))
        yield from _listed(resource, tables, str(folder / resource["path"]))


def _integrity(resource: Json, data: bytes, path: str) -> Problems:
    at = Location(path)
    if len(data) != resource["bytes"]:
        yield Problem(at, f"{len(data)} bytes, not {resource['bytes']}", REMEDY)
    if f"sha256:{hashlib.sha256(data).hexdigest()}" != resource["hash"]:
        yield Problem(at, "wrong SHA-256", REMEDY)
    if data.startswith(b"\xef\xbb\xbf") or b"\r" in data:
        yield Problem(at, "byte order mark or carriage return", "write UTF-8 without BOM, LF")
    header = data.split(b"\n", 1)[0].decode("utf-8").split(",")
    if header != [field["name"] for field in resource["schema"]["fields"]]:
        yield Problem(at, "the header is not the schema's", REMEDY)


def _number(cell: str) -> bool:
    try:
        return cell.isascii() and Decimal(cell).is_finite()
    except InvalidOperation:
        return False


def _day(cell: str) -> bool:
    try:
        return cell.isascii() and date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False


TYPES: Mapping[str, Callable[[str], bool]] = {
    "string": lambda cell: True,
    "integer": lambda cell: bool(re.fullmatch(r"-?\d+", cell, re.ASCII)),
    "number": _number,
    "boolean": lambda cell: cell in ("true", "false"),
    "date": _day,
}


def _cells(resource: Json, rows: Rows, path: str) -> Problems:
    for field in resource["schema"]["fields"]:
        name, of_type = field["name"], TYPES[field["type"]]
        constraints = field.get("constraints", {})
        allowed = {c["value"] for c in field.get("categories", [])} or set(constraints.get("enum", []))
        pattern = re.compile(constraints.get("pattern", ""))
        for line, row in enumerate(rows, 2):
            cell = row.get(name) or ""
            what = _cell(cell, of_type, allowed, constraints, pattern)
            if what:
                yield Problem(Location(path, line), f"{name}: {what}: {cell[:60]!r}", "correct the record")


def _cell(
    cell: str, of_type: Callable[[str], bool], allowed: set[str], constraints: Json, pattern: re.Pattern[str]
) -> str:
    if not cell:
        return "missing" if constraints.get("required") else ""
    if not of_type(cell):
        return "not of its type"
    if allowed and cell not in allowed:
        return "not in the closed list"
    if constraints.get("pattern") and not pattern.fullmatch(cell):
        return "not of its pattern"
    if MARKS.search(cell):
        return "control or bidi character"
    return "" if unicodedata.is_normalized("NFC", cell) else "not in NFC"


def _unique(resource: Json) -> Iterator[tuple[str, ...]]:
    schema = resource["schema"]
    if schema.get("primaryKey"):
        yield tuple(schema["primaryKey"])
    yield from (tuple(key) for key in schema.get("uniqueKeys", []))


def _keys(resource: Json, rows: Rows, path: str) -> Problems:
    for columns in _unique(resource):
        seen: dict[tuple[str, ...], int] = {}
        for line, row in enumerate(rows, 2):
            key = tuple(row[column] for column in columns)
            if key in seen:
                yield Problem(Location(path, line), f"the key {'/'.join(key)} stands in line {seen[key]}", "keep one")
            seen.setdefault(key, line)


def _references(resource: Json, tables: Mapping[str, Rows], path: str) -> Problems:
    for key in resource["schema"].get("foreignKeys", []):
        (column,), (target,) = key["fields"], key["reference"]["fields"]
        known = {row[target] for row in tables[key["reference"]["resource"] or resource["name"]]}
        for line, row in enumerate(tables[resource["name"]], 2):
            if row[column] and row[column] not in known:
                yield Problem(Location(path, line), f"{column}: no record {row[column]}", "correct the record")


def _listed(resource: Json, tables: Mapping[str, Rows], path: str) -> Problems:
    """References in cells that hold several, which no foreign key can state."""
    for field in resource["schema"]["fields"]:
        known = {row["id"] for row in tables[field["references"]]} if "references" in field else set()
        for line, row in enumerate(tables[resource["name"]] if known else [], 2):
            for word in row[field["name"]].split(field["separator"]):
                if word and word not in known:
                    yield Problem(Location(path, line), f"{field['name']}: no record {word}", "correct the record")


def validate_with_frictionless(folder: Path) -> Problems:
    """The report of frictionless as problems."""
    from frictionless import Package  # late: importing it takes longer than our own checks

    report = Package.from_descriptor(str(folder / "datapackage.json")).validate()
    for error in report.errors:
        yield Problem(Location(str(folder / "datapackage.json")), f"frictionless: {error.message}", REMEDY)
    for task in report.tasks:
        for error in task.errors:
            line = getattr(error, "row_number", 1)
            yield Problem(Location(str(folder / str(task.place)), line), f"frictionless: {error.message}", REMEDY)
