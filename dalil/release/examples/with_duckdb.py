"""Every figure, as DuckDB reads it."""

import duckdb

facts = duckdb.read_parquet("BASE/parquet/facts.parquet").filter("kind = 'figure'")
