"""Parquet: one typed file a resource, for pandas, polars, DuckDB, Arrow and their kin."""

from __future__ import annotations

import io
from typing import Any

from dalil.package.dictionary import Table
from dalil.release.model import Release
from dalil.release.typed import typed

__all__ = ["parquet_file"]


def _type(name: str) -> Any:
    import pyarrow as pa  # late: importing it takes longer than reading the package

    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
    return {**types, "date": pa.date32()}[name]


def parquet_file(release: Release, table: Table) -> bytes:
    """One resource; the schema's metadata name the data and their licence."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    fields = [pa.field(column.name, _type(column.type), nullable=not column.required) for column in table.columns]
    about = {"name": release.name, "version": release.version, "licence": release.licence.url}
    rows = release.tables[table.name]
    columns = [[typed(column, row[column.name]) for row in rows] for column in table.columns]
    arrays = [pa.array(values, field.type) for values, field in zip(columns, fields, strict=True)]
    out = io.BytesIO()
    made = pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=about))
    pq.write_table(made, out, compression="zstd", version="2.6")
    return out.getvalue()
