-- Left out: claims that were added later, who disputes, dates that are no days, and the order of
-- time within a case, in which readers put them. Links stand as they were written.
CREATE TABLE limits.timeline_entry (LIKE :"workspace".timeline_entry INCLUDING ALL);
INSERT INTO limits.timeline_entry
SELECT 1, e.stream, e.position, n.event, e.type, d.occurred, b.summary,
    json_build_object(
        'actors', b.actors, 'case', substr(e.stream, 6), 'event', n.event, 'id', e.id,
        'links', coalesce(b.links, '[]'::json),
        'occurred', json_build_object(
            'earliest', d.occurred, 'edtf', d.occurred, 'kind', 'point', 'latest', d.occurred),
        'position', e.position,
        'sources', (SELECT json_agg(s ->> 'source') FROM json_array_elements(b.claims) s),
        'summary', b.summary, 'type', e.type)
FROM :"workspace".event e
CROSS JOIN LATERAL json_to_record(e.body) b (
    occurred text, summary text, actors json, claims json, links json)
CROSS JOIN LATERAL (SELECT substr(e.stream, 6) || '/' || e.key) n (event)
LEFT JOIN correction c ON c.event = n.event
CROSS JOIN LATERAL (SELECT coalesce(c.occurred, b.occurred)) d (occurred)
WHERE e.type = 'measure.imposed';
