"""Records as JSON: a fact with its evidence, objects, links and judgements; documents, entities, comparisons.

Types are those of the data dictionary; an empty cell is ``null``, a list an array, and a text that has
three languages an object of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dalil.package.cells import Row
from dalil.package.dictionary import Column, Table
from dalil.release.model import LANGUAGES, Release, Three
from dalil.release.typed import typed

__all__ = ["Record", "comparison", "document", "entity", "fact", "line", "ndjson", "three"]

Record = Mapping[str, Any]


def three(row: Row, stem: str) -> Three:
    return {language: row[f"{stem}_{language}"] for language in LANGUAGES}


def _value(column: Column, cell: str) -> Any:
    if column.many:
        return cell.split("|") if cell else []
    value = typed(column, cell)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return cell if column.type == "date" and cell else value


def _plain(table: Table, row: Row, leave_out: str = "") -> dict[str, Any]:
    """A row with its types; columns that differ by language alone are folded into one."""
    made: dict[str, Any] = {}
    names = set(table.header)
    for column in table.columns:
        stem, _, language = column.name.rpartition("_")
        if language in LANGUAGES and all(f"{stem}_{code}" in names for code in LANGUAGES):
            made.setdefault(stem, {})[language] = row[column.name] or None
        elif column.name != leave_out:
            made[column.name] = _value(column, row[column.name])
    return {name: None if value == dict.fromkeys(LANGUAGES) else value for name, value in made.items()}


def _of(release: Release, resource: str, column: str, ident: str) -> list[dict[str, Any]]:
    """The rows of a resource that belong to one record, without the column that says so."""
    return [_plain(release.schemas[resource], row, column) for row in release.rows(resource, column, ident)]


def _pages(release: Release, path: str) -> Three:
    return {language: release.address.page(language, path) for language in LANGUAGES}


def fact(release: Release, row: Row) -> Record:
    """A fact and all that hangs on it; labels of what it names, and its permanent pages."""
    ident = row["id"]
    labels = {
        "subject": three(release.index["entities"][row["subject"]], "label"),
        "property": three(release.index["properties"][row["property"]], "label"),
    }
    if row["speaker"]:
        labels["speaker"] = three(release.index["entities"][row["speaker"]], "label")
    return {
        **_plain(release.schemas["facts"], row),
        "labels": labels,
        "objects": _of(release, "objects", "fact", ident),
        "links": _of(release, "links", "fact", ident),
        "evidence": [_plain(release.schemas["evidence"], one, "fact") for one in release.spans(ident)],
        "judgements": _of(release, "comparison_facts", "fact", ident),
        "pages": {language: release.address.fact(language, ident) for language in LANGUAGES},
    }


def document(release: Release, row: Row) -> Record:
    """A document with the ids of its facts."""
    facts = [fact["id"] for fact in release.rows("facts", "document", row["id"])]
    pages = _pages(release, f"documents/{row['id']}.html")
    return {**_plain(release.schemas["documents"], row), "facts": facts, "pages": pages}


def entity(release: Release, row: Row) -> Record:
    """An entity with its spellings and, where it is an event, its date and place."""
    ident = row["id"]
    event = release.index["events"].get(ident)
    return {
        **_plain(release.schemas["entities"], row),
        "names": _of(release, "names", "entity", ident),
        "event": _plain(release.schemas["events"], event, "id") if event else None,
        "pages": _pages(release, f"entities/{ident}.html"),
    }


def comparison(release: Release, row: Row) -> Record:
    """A comparison with the facts it judges and the findings it rests on."""
    ident = row["id"]
    return {
        **_plain(release.schemas["comparisons"], row),
        "facts": _of(release, "comparison_facts", "comparison", ident),
        "findings": _of(release, "findings", "comparison", ident),
        "pages": _pages(release, f"differences/{ident}.html"),
    }


def line(record: Record) -> str:
    """Compact JSON in one line; control characters and line separators cannot break it."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def ndjson(release: Release) -> bytes:
    """Every fact, one a line."""
    return "".join(f"{line(fact(release, row))}\n" for row in release.tables["facts"]).encode("utf-8")
