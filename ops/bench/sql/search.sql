-- Left out: quotes of claims; a field that is a list or an object is taken as its JSON.
CREATE TABLE limits.search_text (LIKE :"workspace".search_text INCLUDING ALL);
INSERT INTO limits.search_text
SELECT 1, e.stream, e.position,
    CASE WHEN e.stream LIKE 'case/%' THEN substr(e.stream, 6) ELSE e.stream END || '/' || e.key,
    concat_ws(E'\n', b.summary, t.text)
FROM :"workspace".event e
CROSS JOIN LATERAL json_to_record(e.body) b (summary text, data json)
CROSS JOIN LATERAL (
    SELECT string_agg(value, E'\n') FROM json_each_text(b.data)
) t (text);
