-- Left out: events that are named by id or number, and fields of a type that name an actor.
CREATE TABLE limits.mention (LIKE :"workspace".mention INCLUDING ALL);
INSERT INTO limits.mention
SELECT DISTINCT 1, e.stream, m.mentioned
FROM :"workspace".event e
CROSS JOIN LATERAL json_to_record(e.body) b (actors json, claims json, links json)
CROSS JOIN LATERAL (
    SELECT 'actor/' || (a ->> 'actor') FROM json_array_elements(b.actors) a
    UNION ALL
    SELECT 'source/' || (c ->> 'source') FROM json_array_elements(b.claims) c
    UNION ALL
    SELECT 'case/' || split_part(l ->> 'to', '/', 1) FROM json_array_elements(b.links) l
) m (mentioned)
WHERE e.stream LIKE 'case/%' AND m.mentioned <> e.stream;
