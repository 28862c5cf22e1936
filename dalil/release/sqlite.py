"""The SQLite file: STRICT tables with keys and closed lists, and views for people."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from dalil.package.dictionary import Column, Table
from dalil.release.model import Release
from dalil.release.typed import Value, typed_row

__all__ = ["APPLICATION", "sqlite_file", "user_version"]

APPLICATION = 0x44414C49
"""``DALI`` in ASCII, by which `file` and others can know the format."""
TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "TEXT"}
VIEWS = Path(__file__).with_name("views.sql")


def user_version(version: str) -> int:
    """The version as one number: 1.2.3 is 1002003."""
    major, minor, patch = (int(part) for part in version.split("-")[0].split("."))
    return major * 1_000_000 + minor * 1_000 + patch


def sqlite_file(release: Release) -> bytes:
    """The database, the same bytes for the same rows and the same version of SQLite."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.execute("PRAGMA page_size = 4096")
        base.execute(f"PRAGMA application_id = {APPLICATION}")
        base.execute(f"PRAGMA user_version = {user_version(release.version)}")
        base.execute("BEGIN")
        for statement in _schema(release):
            base.execute(statement)
        for name, table in release.schemas.items():
            marks = ", ".join("?" * len(table.columns))
            rows = ([_cell(value) for value in typed_row(table, row)] for row in release.tables[name])
            base.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
        base.executemany("INSERT INTO about VALUES (?, ?)", _about(release))
        base.execute("COMMIT")
        base.executescript(VIEWS.read_text("utf-8"))
        base.execute("VACUUM")
        return base.serialize()


def _cell(value: Value) -> str | int | float | None:
    return value.isoformat() if isinstance(value, date) else value


def _about(release: Release) -> list[tuple[str, str]]:
    return [
        ("name", release.name),
        ("version", release.version),
        ("created", release.created),
        ("licence", release.licence.url),
        ("rights", release.licence.title),
        *((f"title_{language}", text) for language, text in release.title.items()),
    ]


def _schema(release: Release) -> Iterator[str]:
    yield "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT"
    for table in release.schemas.values():
        lines = [*(_column(column, release) for column in table.columns), f"PRIMARY KEY ({', '.join(table.key)})"]
        yield f"CREATE TABLE {table.name} ({', '.join([*lines, *_foreign(table)])}) STRICT"


def _column(column: Column, release: Release) -> str:
    needed = " NOT NULL" if column.required else ""
    return f"{column.name} {TYPES[column.type]}{needed}{_check(column, release)}"


def _check(column: Column, release: Release) -> str:
    """The closed list of a column, or what its type allows, as a constraint."""
    codes = [row["code"] for row in release.tables["codes"] if row["codelist"] == column.codes]
    if codes and not column.many:
        quoted = ", ".join(f"'{code}'" for code in codes)
        return f" CHECK ({column.name} IN ({quoted}))"
    if column.type == "boolean":
        return f" CHECK ({column.name} IN (0, 1))"
    return f" CHECK ({column.name} = date({column.name}))" if column.type == "date" else ""


def _foreign(table: Table) -> Iterator[str]:
    for column in table.columns:
        if column.references and not column.many:
            yield f"FOREIGN KEY ({column.name}) REFERENCES {column.references} (id)"
