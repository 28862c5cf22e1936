-- For people: one line a fact, with labels in three languages beside the codes.
CREATE VIEW facts_wide AS
SELECT
  f.id, f.document, d.title_ar AS document_ar, d.title_en AS document_en, d.title_fr AS document_fr,
  p.label_ar AS publisher_ar, p.label_en AS publisher_en, p.label_fr AS publisher_fr,
  d.published, d.published_min, d.published_max, d.url,
  f.topic, f.kind,
  f.subject, s.label_ar AS subject_ar, s.label_en AS subject_en, s.label_fr AS subject_fr,
  f.property, q.label_ar AS property_ar, q.label_en AS property_en, q.label_fr AS property_fr,
  (SELECT group_concat(label, ' | ') FROM (SELECT e.label_ar AS label FROM objects o JOIN entities e ON e.id = o.entity WHERE o.fact = f.id ORDER BY o.rank)) AS objects_ar,
  (SELECT group_concat(label, ' | ') FROM (SELECT e.label_en AS label FROM objects o JOIN entities e ON e.id = o.entity WHERE o.fact = f.id ORDER BY o.rank)) AS objects_en,
  (SELECT group_concat(label, ' | ') FROM (SELECT e.label_fr AS label FROM objects o JOIN entities e ON e.id = o.entity WHERE o.fact = f.id ORDER BY o.rank)) AS objects_fr,
  f.objects_complete, f.qualifier, f.value, f.value_min, f.value_max,
  f.unit, u.label_ar AS unit_ar, u.label_en AS unit_en, u.label_fr AS unit_fr,
  f.scope, c.label_ar AS scope_ar, c.label_en AS scope_en, c.label_fr AS scope_fr,
  f.period, f.period_min, f.period_max, f.period_type, f.modality, f.negated,
  f.speaker, w.label_ar AS speaker_ar, w.label_en AS speaker_en, w.label_fr AS speaker_fr,
  f.basis, f.doubt, f.evaluative, f.statement_ar, f.statement_en, f.statement_fr,
  (SELECT group_concat(quote, ' … ') FROM (SELECT v.quote FROM evidence v WHERE v.fact = f.id AND v.premise = 0 ORDER BY v.char_start)) AS quote
FROM facts f
JOIN documents d ON d.id = f.document
JOIN entities p ON p.id = d.publisher
JOIN entities s ON s.id = f.subject
JOIN properties q ON q.id = f.property
LEFT JOIN entities w ON w.id = f.speaker
LEFT JOIN codes u ON u.codelist = 'unit' AND u.code = f.unit
LEFT JOIN codes c ON c.codelist = 'scope' AND c.code = f.scope;

-- What the documents say and what pages outside the corpus say, in one list.
CREATE VIEW claims AS
SELECT
  id, 'fact' AS origin, document AS source, subject, property, qualifier, value, unit, scope,
  period, period_min, period_max, period_type, speaker, negated, statement_ar, statement_en, statement_fr
FROM facts
UNION ALL
SELECT
  id, 'finding', page, subject, property, qualifier, value, unit, scope,
  period, period_min, period_max, period_type, NULL, 0, finding_ar, finding_en, finding_fr
FROM findings;

-- Who took part in what, how, and for whom.
CREATE VIEW participations AS
SELECT
  f.id AS fact, f.document, f.subject AS event, f.property, o.rank, o.entity AS participant, o.mode, o.on_behalf_of,
  f.modality, f.negated, f.speaker, f.period, f.period_min, f.period_max, f.objects_complete
FROM facts f
JOIN objects o ON o.fact = f.id
WHERE f.kind = 'participation';
