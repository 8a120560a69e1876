-- Left out: everything that the made-up log does not tell of (a measure that is amended, suspended
-- or ended, controls, roles, listings, ownership, disputes, closed cases), and dates that are no
-- days.
CREATE TABLE limits.case_state (LIKE :"workspace".case_state INCLUDING ALL);
INSERT INTO limits.case_state
SELECT 1, o.stream, o.body -> 'data' ->> 'title', 'open', coalesce(h.happenings, 0),
    h.last_event, h.last_occurred,
    json_build_object(
        'case', substr(o.stream, 6), 'controls', '[]'::json, 'disputes', '[]'::json,
        'last_event', h.last_event, 'listings', '[]'::json,
        'measures', coalesce(h.measures, '[]'::json), 'ownership', '[]'::json,
        'roles', '[]'::json, 'status', 'open', 'title', o.body -> 'data' ->> 'title')
FROM :"workspace".event o
LEFT JOIN (
    SELECT e.stream, count(*) AS happenings,
        (array_agg(n.event ORDER BY d.occurred DESC, e.position DESC))[1] AS last_event,
        max(d.occurred) AS last_occurred,
        json_agg(json_build_object(
            'by', p.by, 'enforced', true, 'kind', b.data ->> 'kind',
            'measure', b.data ->> 'measure', 'on', p.on, 'set_by', n.event,
            'since', json_build_object(
                'earliest', d.occurred, 'edtf', d.occurred, 'kind', 'point', 'latest', d.occurred),
            'status', 'in_force', 'until', NULL) ORDER BY b.data ->> 'measure') AS measures
    FROM :"workspace".event e
    CROSS JOIN LATERAL json_to_record(e.body) b (occurred text, actors json, data json)
    CROSS JOIN LATERAL (SELECT substr(e.stream, 6) || '/' || e.key) n (event)
    LEFT JOIN correction c ON c.event = n.event
    CROSS JOIN LATERAL (SELECT coalesce(c.occurred, b.occurred) COLLATE "C") d (occurred)
    CROSS JOIN LATERAL (
        SELECT json_agg(a.actor) FILTER (WHERE a.role = 'actor'),
            json_agg(a.actor) FILTER (WHERE a.role = 'target')
        FROM json_to_recordset(b.actors) a (role text, actor text)
    ) p ("by", "on")
    WHERE e.type = 'measure.imposed'
    GROUP BY e.stream
) h ON h.stream = o.stream
WHERE o.type = 'case.opened';
