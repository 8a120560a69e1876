-- Left out: registers that were corrected or recorded anew, sources that were withdrawn, and the days on
-- which sources were published.
CREATE TABLE limits.register (LIKE :"workspace".register INCLUDING ALL);
INSERT INTO limits.register
SELECT 1, e.stream, coalesce(d.name, d.title), false, e.body -> 'data', d.country
FROM :"workspace".event e
CROSS JOIN LATERAL json_to_record(e.body -> 'data') d (
    name text, title text, country text)
WHERE e.type IN ('actor.registered', 'source.captured');
