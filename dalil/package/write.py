"""The files of the package, as bytes: they depend on ``seeds/`` alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from dalil.corpus.model import Corpus
from dalil.package.descriptor import descriptor
from dalil.package.dictionary import Table, dictionary
from dalil.package.tables import Row, Tables
from dalil.problems import Location, Problem, Problems

__all__ = ["files", "read_tables", "stale"]


def _csv(table: Table, rows: Sequence[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, table.header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")


def files(corpus: Corpus, tables: Tables) -> Mapping[str, bytes]:
    """``datapackage.json`` and a CSV file (UTF-8, no BOM, LF) per resource, by path."""
    data = {name: _csv(table, tables[name]) for name, table in dictionary().items()}
    described = descriptor(corpus, data)
    return {"datapackage.json": described, **{f"{name}.csv": content for name, content in data.items()}}


def stale(folder: Path, wanted: Mapping[str, bytes]) -> Problems:
    """What of a package on disk is not what :func:`files` gives now."""
    for name, data in wanted.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != data:
            at = Location(f"{folder.name}/{name}")
            yield Problem(at, "not what seeds/ gives", "run `make site`, look at what changed, and commit it")


def read_tables(folder: Path) -> Tables:
    """The tables of a package on disk; every cell a string."""
    return {
        name: list(csv.DictReader(io.StringIO((folder / f"{name}.csv").read_text("utf-8"), newline="")))
        for name in dictionary()
    }
