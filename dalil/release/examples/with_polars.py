import polars as pl

facts = pl.read_parquet("BASE/parquet/facts.parquet")
