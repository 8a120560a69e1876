-- Left out: quotes of claims, actors and their names, codes from each of their parts on; a field that
-- is a list or an object is taken as its JSON. PostgreSQL's parser makes the terms.
CREATE TABLE limits.search_text (LIKE :"workspace".search_text INCLUDING ALL);
INSERT INTO limits.search_text (generation, stream, position, event, text, terms)
SELECT 1, e.stream, e.position,
    CASE WHEN e.stream LIKE 'case/%' THEN substr(e.stream, 6) ELSE e.stream END || '/' || e.key,
    w.text, array_to_string(tsvector_to_array(to_tsvector('pg_catalog.simple', w.text)), ' ')
FROM :"workspace".event e
CROSS JOIN LATERAL json_to_record(e.body) b (summary text, data json)
CROSS JOIN LATERAL (
    SELECT concat_ws(E'\n', b.summary, string_agg(value, E'\n')) FROM json_each_text(b.data)
) w (text);
