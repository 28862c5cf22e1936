"""Every fact in a polars data frame."""

import polars as pl

facts = pl.read_parquet("BASE/parquet/facts.parquet")
