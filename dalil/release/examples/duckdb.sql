SELECT id, qualifier, value, unit, scope, period, statement_en
FROM 'BASE/parquet/facts.parquet' WHERE kind = 'figure';
