"""``seeds/released.csv``: the ids that a release has promised, for later builds to compare with."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from dalil.package.cells import Row
from dalil.release.model import Release

__all__ = ["COLUMNS", "PROMISED", "ledger"]

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
