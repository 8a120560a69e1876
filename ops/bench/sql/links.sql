-- Left out: links asserted apart from their event, and who disputes one.
CREATE TABLE limits.link (LIKE :"workspace".link INCLUDING ALL);
INSERT INTO limits.link
SELECT 1, e.stream, substr(e.stream, 6) || '/' || e.key, l.relation, coalesce(l.mode, ''), l.to,
    l.basis, coalesce(l.likelihood, 'likely'),
    json_build_object(
        'asserted_by', l.asserted_by, 'basis', l.basis, 'disputed_by', '[]'::json,
        'likelihood', coalesce(l.likelihood, 'likely'), 'mode', l.mode, 'relation', l.relation)
FROM :"workspace".event e
CROSS JOIN LATERAL json_to_recordset(e.body -> 'links') l (
    relation text, mode text, "to" text, basis text, likelihood text, asserted_by json)
WHERE e.type = 'measure.imposed';
