"""``seeds/released.csv``: the ids that a release has promised, for later builds to compare with."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from dalil.package.cells import Row
from dalil.problems import Location, Problem, Problems
from dalil.release.model import Release

__all__ = ["COLUMNS", "PROMISED", "kept", "ledger"]

IDENTITY = ("document", "subject", "property", "scope", "speaker", "negated")
COLUMNS = ("resource", "id", *IDENTITY)
PROMISED = ("documents", "facts", "entities", "comparisons", "findings")
"""Resources whose ids are never used again."""


def _rows(release: Release) -> Iterator[Row]:
    for resource in PROMISED:
        for row in release.tables[resource]:
            identity = {column: row[column] for column in IDENTITY} if resource == "facts" else {}
            yield {"resource": resource, "id": row["id"], **identity}


def ledger(release: Release) -> bytes:
    """One row an id; for a fact also the six columns that make it that fact."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(release))
    return out.getvalue().encode("utf-8")


def kept(release: Release, old: bytes, path: str) -> Problems:
    """What the ledger of the last release promised and this one breaks; ``path`` names the ledger."""
    now = {(row["resource"], row["id"]): row for row in _rows(release)}
    retired = {row["id"] for row in release.tables["retired"]}
    for line, was in enumerate(csv.DictReader(io.StringIO(old.decode("utf-8"), newline="")), 2):
        row, at = now.get((was["resource"], was["id"])), Location(path, line)
        if row is None and was["id"] not in retired:
            yield Problem(at, f"the id {was['id']} of {was['resource']} vanished", "restore it, or retire it")
        elif row and any(row.get(column, "") != was[column] for column in IDENTITY):
            yield Problem(at, f"{was['id']} is now another fact", "give it a new id, and retire the old one")
