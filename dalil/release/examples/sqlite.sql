-- sqlite3 NAME.sqlite
SELECT publisher_en, subject_en, property_en, qualifier, value, unit_en, scope_en, period
FROM facts_wide WHERE kind = 'figure' ORDER BY published_min;
